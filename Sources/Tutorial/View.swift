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
    var lines = text
    while lines.count < textHeight { lines.append(Line()) }
    lines = lines.prefix(textHeight).map { $0.clipped(to: size.columns, glyphs: glyphs) }
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

  private var text: [Line] {
    switch mode {
    case .notice(_, let lines, let pager): return Array(lines[pager.visible])
    case .contents(let chosen): return contentsLines(chosen)
    case .reading, .editing, .answering, .predicting, .guiding, .typing, .naming, .confirmingQuit:
      return pager.visible.map { number in
        let line = page[number]
        return search.text.isEmpty ? line : line.highlighted(search.text)
      }
    }
  }

  private func contentsLines(_ chosen: Int) -> [Line] {
    let rows = contentsPage
    let row = rows.firstIndex { $0.chapter == chosen } ?? 0
    let first = max(0, min(row - textHeight / 2, rows.count - textHeight))
    return rows[first..<min(rows.count, first + textHeight)].map { line, chapter in
      guard chapter == chosen else { return line }
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

extension Line {
  /// The line with every place where a text stands lit.
  func highlighted(_ text: String) -> Line {
    let ranges = matches(of: text)
    guard !ranges.isEmpty else { return self }
    var result = Line()
    var column = 0
    for range in ranges {
      result.append(columns(column..<range.lowerBound))
      for span in columns(range).spans {
        var style = span.style
        style.ground = .match
        result.append(span.text, style)
      }
      column = range.upperBound
    }
    result.append(columns(column..<max(column, width)))
    return result
  }
}
