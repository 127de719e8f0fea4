// SPDX-License-Identifier: MIT
import TerminalText
import Typesetting

/// What is on the screen: as many lines as the screen has rows, and the cursor where there is one.
public struct Screen: Hashable, Sendable {
  /// The rows, top to bottom, none wider than the screen.
  public var lines: [Line]
  /// Where the cursor blinks, in cells from 0; `nil` hides it.
  public var cursor: (column: Int, row: Int)? {
    get { cursorPlace.map { ($0.columns, $0.rows) } }
    set { cursorPlace = newValue.map { Size(columns: $0.column, rows: $0.row) } }
  }
  private var cursorPlace: Size?

  /// Makes a screen of some rows.
  public init(lines: [Line]) { self.lines = lines }
}

extension Session {
  /// The screen as it is to be seen now.
  public func view() -> Screen {
    guard fits else { return tooSmall }
    var lines = text(in: mode)
    while lines.count < textHeight { lines.append(Line()) }
    let above = linesAboveStatus.suffix(textHeight)
    lines = (lines.prefix(textHeight - above.count) + above)
      .map { $0.clipped(to: size.columns, glyphs: glyphs) }
    let (status, cursor) = statusLine
    lines.append(status.clipped(to: size.columns, glyphs: glyphs))
    var screen = Screen(lines: lines)
    screen.cursor = cursor.map { (min($0, size.columns - 1), size.rows - 1) }
    return screen
  }

  private var tooSmall: Screen {
    let sentence =
      "nntutor needs \(Self.minimumSize.columns) columns and \(Self.minimumSize.rows) rows"
    let lines = wrap(
      [Span(sentence)], width: max(1, size.columns), firstIndent: 0, hangingIndent: 0)
    return Screen(lines: (0..<max(0, size.rows)).map { $0 < lines.count ? lines[$0] : Line() })
  }

  private func text(in mode: Mode) -> [Line] {
    switch mode {
    case .notice(let notice): return notice.visibleLines
    case .choosing(let catalogue, let row): return lines(of: catalogue, chosen: row)
    case .typing(_, let beneath): return text(in: beneath)
    case .reading, .editing, .answering, .predicting, .guiding, .completing, .confirmingQuit,
      .offeringReview:
      return pager.visible.map { search.lit(page[$0], number: $0) }
    }
  }

  private func lines(of catalogue: Catalogue, chosen: Int) -> [Line] {
    let rows = rows(of: catalogue)
    let first = firstRow(showing: chosen, of: rows.count)
    return (first..<min(rows.count, first + textHeight)).map { index in
      let line = rows[index].line
      guard index == chosen else { return line }
      let spans = line.spans.map { span in
        var style = span.style
        style.ground = .selection
        style.emphasis.insert(.reverse)
        return Span(span.text, style)
      }
      return Line(spans)
    }
  }
}
