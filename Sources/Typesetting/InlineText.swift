// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

extension Typesetter {
  /// Running text as spans, safe for display.
  func spans(_ inlines: [Inline], _ style: Style = .text) -> [Span] {
    var line = Line()
    for (index, inline) in inlines.enumerated() {
      if case .softBreak = inline, index + 1 < inlines.count,
        case .text(let next) = inlines[index + 1],
        line.spans.last?.text.last?.isNumber == true, next.hasPrefix("%") || next.hasPrefix("±")
      {
        line.append("\u{A0}", style)
      } else {
        append(inline, style, to: &line)
      }
    }
    return line.spans
  }

  private func append(_ inline: Inline, _ style: Style, to line: inout Line) {
    func append(_ spans: [Span]) {
      for span in spans { line.append(span.text, span.style) }
    }
    func append(_ children: [Inline], with emphasis: Emphasis) {
      var own = style
      own.emphasis.insert(emphasis)
      append(spans(children, own))
    }
    func roled(_ role: Role) -> Style {
      var own = style
      own.role = role
      return own
    }
    switch inline {
    case .text(let text): append(safe(text, style))
    case .emphasis(let children): append(children, with: .italic)
    case .strong(let children): append(children, with: .bold)
    case .strikethrough(let children): append(children, with: .struck)
    case .code(let code): append(safe(unbreakableRuns(code), roled(.code)))
    case .math(let source, _): append(inlineMath(source, roled(.math)))
    case .link(let target, let children):
      append(spans(children, roled(.link)))
      let shown = visibleTarget(target, of: children)
      if !shown.isEmpty { append(safe(" (\(shown))", roled(.faint))) }
    case .image(let target, let children):
      let text = children.plainText
      append(safe("[image: \(text.isEmpty ? target : text)]", roled(.faint)))
    case .softBreak: line.append(" ", style)
    case .lineBreak: line.append("\n", style)
    }
  }

  /// Runs of blanks kept together, so that they survive filling.
  private func unbreakableRuns(_ code: String) -> String {
    guard code.contains("  ") || code.first == " " || code.last == " " else { return code }
    return code.replacing(" ", with: "\u{A0}")
  }

  /// Where a link leads, as far as a reader on paper needs it: nothing for links within the course.
  private func visibleTarget(_ target: String, of children: [Inline]) -> String {
    let text = children.plainText
    let isSaid = text == target || "mailto:\(text)" == target
    let path = target.prefix { $0 != "#" }
    let isOutside = target.contains(":") || !(path.isEmpty || path.hasSuffix(".md"))
    return isSaid || !isOutside ? "" : target
  }
}

extension String {
  /// The text with the blanks in it that no line breaks at: between a number and its `%`, and on both
  /// sides of `±`.
  var withWholeFigures: String {
    guard utf8.contains(UInt8(ascii: "%")) || utf8.contains(0xB1) else { return self }
    let characters = Array(self)
    func isPart(_ index: Int) -> Bool {
      characters.indices.contains(index) && (characters[index].isNumber || characters[index] == "±")
    }
    return String(
      characters.indices.map { index in
        guard characters[index] == " ", isPart(index - 1), index + 1 < characters.count else {
          return characters[index]
        }
        let next = characters[index + 1]
        let isWhole =
          next == "%" || next == "±" || characters[index - 1] == "±" && isPart(index + 1)
        return isWhole ? "\u{A0}" : " "
      })
  }
}
