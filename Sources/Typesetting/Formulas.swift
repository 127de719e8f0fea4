// SPDX-License-Identifier: MIT
import TerminalText

extension Typesetter {
  /// A formula within running text: it breaks only where a formula may, outermost chances first.
  func inlineMath(_ source: String, _ style: Style) -> [Span] {
    let segments = MathExpression(parsing: source).inlineSegments(glyphs: glyphs)
    let depth = breakDepth(of: segments)
    var line = Line()
    for segment in segments {
      let mayBreak = segment.breakBefore != .never && segment.depth <= depth
      line.append(mayBreak ? " " : kept(blanks(segment.gap)), style)
      for part in displayable(segment.text, style: style, glyphs: glyphs) {
        line.append(kept(part.text), part.style)
      }
    }
    return line.spans
  }

  /// The text with blanks that do not break.
  private func kept(_ text: String) -> String { text.replacing(" ", with: "\u{A0}") }

  /// How deep in parentheses a break is needed, so that no part is wider than a line.
  private func breakDepth(of segments: [MathSegment]) -> Int {
    let deepest = segments.map(\.depth).max() ?? 0
    for depth in 0..<deepest {
      var part = 0
      var widest = 0
      for segment in segments {
        if segment.breakBefore != .never, segment.depth <= depth { part = 0 }
        part += segment.gap + segment.line.width
        widest = max(widest, part)
      }
      if widest <= width { return depth }
    }
    return deepest
  }

  /// A formula on lines of its own.
  func mathLines(_ source: String, width: Int) -> [Line] {
    MathExpression(parsing: source).displayLines(width: max(2, width), glyphs: glyphs)
      .flatMap { line in
        let safe = line.spans.flatMap { displayable($0.text, style: $0.style, glyphs: glyphs) }
        return Line(safe).width <= width ? [Line(safe)] : wrap(safe, width: width)
      }
  }
}
