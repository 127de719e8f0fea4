// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

extension Typesetter {
  /// A heading: the first level over a thick rule, the second over a thin one.
  func heading(_ level: Int, _ inlines: [Inline]) -> [Line] {
    let style = Style(.heading(level), emphasis: level <= 4 ? .bold : .italic)
    let lines = wrapped(spans(inlines, style))
    let longest = lines.map(\.width).max() ?? 0
    switch level {
    case 1: return lines + [rule(ornaments.thick, width)]
    case 2: return lines + [rule(ornaments.thin, longest)]
    default: return lines
    }
  }

  /// A list, its marks hanging to the left of its text.
  func list(_ list: Block.List) -> [Line] {
    var lines: [Line] = []
    let last = (list.start ?? 0) + list.items.count - 1
    let numberWidth = max(String(last).count, String(list.start ?? 0).count)
    let bullet = ornaments.bullets[min(listDepth, ornaments.bullets.count - 1)]
    var inner = self
    inner.listDepth += list.start == nil ? 1 : 0
    for (index, item) in list.items.enumerated() {
      var mark = Line()
      if let start = list.start {
        let number = String(start + index)
        mark.append(blanks(numberWidth - number.count) + number + ". ", Style(.faint))
      } else if item.isDone == nil {
        mark.append(bullet + " ", Style(.faint))
      }
      if let isDone = item.isDone {
        mark.append(isDone ? "[x] " : "[ ] ", Style(isDone ? .correct : .text))
      }
      if !list.isTight, !lines.isEmpty { lines.append(Line()) }
      lines += inner.hang(mark) { $0.lines(item.blocks, isTight: list.isTight) }
    }
    return lines
  }

  /// A quotation beside a bar.
  func quote(_ blocks: [Block]) -> [Line] {
    let bar = Line(ornaments.bar + " ", Style(.rule))
    return hang(bar, rest: bar) { $0.lines(blocks) }
  }

  /// Code beside a bar, under its language; what is too long goes on in the next line.
  func code(_ code: String, label: String) -> [Line] {
    let style = Style(.rule)
    let isFramed = width >= Self.narrowest
    var lines: [Line] = []
    if !label.isEmpty {
      let text = Line(safe(label, Style(.faint)))
      var head = isFramed ? Line(ornaments.top + ornaments.thin + " ", style) : Line()
      head.append(text)
      lines.append(head.clipped(to: width, glyphs: glyphs))
    }
    var rows = code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if rows.last == "" { rows.removeLast() }
    let bar = isFramed ? Line(ornaments.bar + " ", style) : Line()
    let goesOn = isFramed ? Line(ornaments.bar + ornaments.goesOn, style) : Line()
    for row in rows {
      let safe = displayable(row, style: Style(.code), glyphs: glyphs, tabWidth: 4)
      let kept = safe.map { Span($0.text.replacing(" ", with: "\u{A0}"), $0.style) }
      lines += wrap(kept, width: width, firstIndent: bar, hangingIndent: goesOn)
        .map(\.withoutTrailingBlanks)
    }
    if !label.isEmpty, isFramed { lines.append(Line(ornaments.bottom + ornaments.thin, style)) }
    return lines
  }

  /// A short rule in the middle.
  func thematicBreak() -> [Line] { [rule(ornaments.thin, width / 3).centered(in: width)] }

  /// A formula on lines of its own.
  func displayMath(_ source: String) -> [Line] {
    let indent = width >= 40 ? 4 : width >= 20 ? 2 : 0
    return mathLines(source, width: width - indent).map { line in
      if line.isBlank { return Line() }
      var result = Line(blanks(indent))
      result.append(line)
      return result
    }
  }

  /// What is wrong with a block, over its source.
  func invalid(_ finding: LessonFinding, source: String) -> [Line] {
    let place = "\(finding.location.line):\(finding.location.column): "
    let text = safe("This block cannot be shown: ", Style(.wrong, emphasis: .bold))
    let reason = safe(place + finding.message, Style(.wrong))
    return wrapped(text + reason) + (source.isEmpty ? [] : code(source, label: ""))
  }
}
