// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

/// What the panels of live blocks have in common: a head with a mark, keys at the foot.
struct PanelParts {
  /// Sets the text between the marks.
  let setter: Typesetter
  /// The width of the whole panel.
  let width: Int
  /// Whether the keys speak to the panel.
  let isFocused: Bool

  /// Parts for a panel of some width.
  init(width: Int, glyphs: GlyphSet, isFocused: Bool) {
    self.width = width
    self.isFocused = isFocused
    setter = Typesetter(width: max(1, width - 2), glyphs: glyphs)
  }

  /// Whether only ASCII may be used.
  var isPlain: Bool { setter.glyphs == .ascii }

  /// The mark before the focused panel, blanks before any other.
  var mark: Line {
    Line(isFocused ? (isPlain ? "> " : "▶ ") : "  ", Style(.key, emphasis: .bold))
  }

  /// The first line: mark, kind, identifier, title, rule.
  func head(_ kind: String, _ id: String, _ title: String) -> [Line] {
    let heading = setter.formHeading(kind, id, title)
    return heading.enumerated().map { index, line in
      var result = index == 0 ? mark : Line("  ")
      result.append(line)
      return result
    }
  }

  /// A whole panel: head, body set in by two columns, rule.
  func panel(_ kind: String, _ id: String, _ title: String, _ body: [Line]) -> [Line] {
    head(kind, id, title) + body.map(indented) + [foot]
  }

  /// The rule that ends a panel.
  var foot: Line { Line(String(repeating: setter.ornaments.thin, count: width), Style(.rule)) }

  private func indented(_ line: Line) -> Line {
    if line.spans.isEmpty { return line }
    var result = Line("  ")
    result.append(line)
    return result
  }

  /// What keys do, in as many lines as it takes.
  func keys(_ keys: [(key: String, what: String)]) -> [Line] {
    var spans: [Span] = []
    for (index, (key, what)) in keys.enumerated() {
      if index > 0 { spans.append(Span("\u{a0}\u{a0} ")) }
      let shown = isPlain ? asciiForm(of: key) : key
      spans.append(Span(shown.replacingBlanks, Style(.key, emphasis: .bold)))
      spans.append(Span("\u{a0}" + what.replacingBlanks, Style(.faint)))
    }
    return setter.wrapped(spans)
  }

  /// A lettered option; `verdict` stands after it.
  func option(
    _ letter: Character, _ text: [Inline], isPointed: Bool, tick: String? = nil,
    style: Style = .text, verdict: String = ""
  ) -> [Line] {
    var mark = Line(isPointed ? (isPlain ? "> " : "▸ ") : "  ", Style(.key, emphasis: .bold))
    if let tick { mark.append("[\(tick)] ", Style(.key)) }
    mark.append("\(letter)) ", Style(.key, emphasis: .bold))
    let remark = verdict.isEmpty ? [] : [Span("  \(isPlain ? "<-" : "←") \(verdict)", style)]
    return setter.hang(mark) { $0.wrapped($0.spans(text, style) + remark) }
  }
}
