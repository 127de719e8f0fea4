// SPDX-License-Identifier: MIT

extension Line {
  /// The width in terminal cells.
  public var width: Int { spans.reduce(0) { $0 + $1.text.displayWidth } }

  /// The line with blanks at its end up to a width; one that is as wide already is left alone.
  public func padded(to columns: Int, style: Style = .text) -> Line {
    var result = self
    result.append(blanks(columns - width), style)
    return result
  }

  /// The line in the middle of a width; what does not share out evenly goes to the right.
  public func centered(in columns: Int, style: Style = .text) -> Line {
    let room = columns - width
    if room <= 0 { return self }
    var result = Line(blanks(room / 2), style)
    result.append(self)
    return result
  }

  /// The line at the right end of a width.
  public func rightAligned(in columns: Int, style: Style = .text) -> Line {
    var result = Line(blanks(columns - width), style)
    result.append(self)
    return result
  }

  /// The line without its trailing blanks, where nothing lies behind them.
  public var withoutTrailingBlanks: Line {
    var result = self
    while let last = result.spans.last, last.style.ground == .none {
      guard let end = last.text.lastIndex(where: { $0 != " " }) else {
        result.spans.removeLast()
        continue
      }
      result.spans[result.spans.count - 1].text = String(last.text[...end])
      break
    }
    return result
  }

  /// The line cut to a width, with a mark at its end where something was cut off.
  ///
  /// The mark is `…`, and `~` with ``GlyphSet/ascii``. The result is never wider than `columns`.
  public func clipped(to columns: Int, glyphs: GlyphSet = .braille) -> Line {
    if width <= columns { return self }
    if columns <= 0 { return Line() }
    var result = split(at: columns - 1).head
    result.append(glyphs == .ascii ? "~" : "…", result.spans.last?.style ?? .text)
    return result
  }

  /// The line in two parts: as much as fits in `columns`, and the rest.
  ///
  /// A character of two cells that straddles the cut goes to the rest as a whole.
  public func split(at columns: Int) -> (head: Line, rest: Line) {
    var head = Line()
    var rest = Line()
    var used = 0
    for (index, span) in spans.enumerated() {
      let width = span.text.displayWidth
      if used + width <= columns {
        head.append(span.text, span.style)
        used += width
        continue
      }
      var kept = ""
      var left = ""
      for cell in cells(of: span.text, limit: columns) {
        if left.isEmpty && used + cell.width <= columns {
          kept += cell.text
          used += cell.width
        } else {
          left += cell.text
        }
      }
      head.append(kept, span.style)
      rest.append(left, span.style)
      for later in spans[(index + 1)...] { rest.append(later.text, later.style) }
      return (head, rest)
    }
    return (head, rest)
  }

  /// The part of the line within a range of columns, half characters at the edges as blanks.
  public func columns(_ range: Range<Int>) -> Line {
    var result = Line()
    var column = 0
    for span in spans {
      for cell in cells(of: span.text, limit: 2) {
        let place = column..<(column + cell.width)
        column = place.upperBound
        if place.isEmpty {
          if range.contains(place.lowerBound - 1) { result.append(cell.text, span.style) }
        } else if range.lowerBound <= place.lowerBound && place.upperBound <= range.upperBound {
          result.append(cell.text, span.style)
        } else {
          result.append(blanks(place.clamped(to: range).count), span.style)
        }
      }
    }
    return result
  }
}

/// A number of blanks, none for a number below one.
public func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
