// SPDX-License-Identifier: MIT

import TerminalText

/// A rectangle of cells with a row on which it stands beside others.
struct MathBox {
  /// Thrown when a box would be larger than may be.
  struct DoesNotFit: Error {}

  /// The most rows that are drawn.
  static let maximumHeight = 1000

  /// The rows from top to bottom, each as wide as the box.
  var rows: [Line]
  /// The number of cells in each row.
  var width: Int
  /// The row that stands on the line.
  var baseline: Int
  /// The rows that delimiters enclose: all but those of scripts.
  var body: Range<Int>
  /// What it shows at its ends on the baseline.
  var leading = MathEdge.other
  var trailing = MathEdge.other

  /// The number of rows.
  var height: Int { rows.count }

  /// One row of text.
  init(_ line: Line, leading: MathEdge = .other, trailing: MathEdge = .other) {
    rows = [line]
    width = line.text.displayWidth
    baseline = 0
    body = 0..<1
    self.leading = leading
    self.trailing = trailing
  }

  /// One row of text in the style of mathematics.
  init(_ text: String) { self.init(Line(text, Style(.math))) }

  /// A run of segments in one row.
  init(_ run: MathRun) {
    self.init(Line(), leading: run.leading, trailing: run.trailing)
    for segment in run.segments {
      rows[0].append(blanks(segment.gap), Style(.math))
      rows[0].append(segment.line)
    }
    width = rows[0].text.displayWidth
  }

  /// Rows as they are.
  init(rows: [Line], width: Int, baseline: Int, body: Range<Int>? = nil) {
    self.rows = rows
    self.width = width
    self.baseline = baseline
    self.body = body ?? 0..<rows.count
  }

  /// Boxes side by side on one line, with the blanks before each.
  init(beside boxes: [(gap: Int, box: MathBox)]) {
    let above = boxes.map(\.box.baseline).max() ?? 0
    let below = boxes.map { $0.box.height - $0.box.baseline }.max() ?? 1
    var rows = Array(repeating: Line(), count: above + below)
    var width = 0
    var body = above..<(above + 1)
    for (gap, box) in boxes {
      let top = above - box.baseline
      for row in rows.indices {
        rows[row].append(blanks(gap), Style(.math))
        if row >= top, row < top + box.height {
          rows[row].append(box.rows[row - top])
        } else {
          rows[row].append(blanks(box.width), Style(.math))
        }
      }
      width += gap + box.width
      body =
        min(
          body.lowerBound, top + box.body.lowerBound)..<max(
          body.upperBound, top + box.body.upperBound)
    }
    self.init(rows: rows, width: width, baseline: above, body: body)
    leading = boxes.first?.box.leading ?? .other
    trailing = boxes.last?.box.trailing ?? .other
  }

  /// Boxes below each other, each in its place within the widest.
  init(stacked boxes: [MathBox], alignment: MathEnvironment.Alignment = .centre, baselineOf: Int) {
    let width = boxes.map(\.width).max() ?? 0
    var rows: [Line] = []
    var baseline = 0
    for (index, box) in boxes.enumerated() {
      if index == baselineOf { baseline = rows.count + box.baseline }
      rows += box.padded(to: width, alignment).rows
    }
    self.init(rows: rows, width: width, baseline: baseline)
  }

  /// The box with blanks at its sides, so that it has a width.
  func padded(to width: Int, _ alignment: MathEnvironment.Alignment) -> MathBox {
    guard width > self.width else { return self }
    let free = width - self.width
    let before =
      switch alignment {
      case .left, .alternating: 0
      case .centre: free / 2
      case .right: free
      }
    var result = self
    result.rows = rows.map { row in
      var line = Line(blanks(before), Style(.math))
      line.append(row)
      line.append(blanks(free - before), Style(.math))
      return line
    }
    result.width = width
    return result
  }

  /// The box with blank rows above and below.
  func extended(above: Int, below: Int) -> MathBox {
    let blank = Line(blanks(width), Style(.math))
    var result = self
    result.rows =
      Array(repeating: blank, count: above) + rows + Array(repeating: blank, count: below)
    result.baseline += above
    result.body = (body.lowerBound + above)..<(body.upperBound + above)
    return result
  }

  /// The box, if it is within a width.
  func fitting(_ width: Int) throws -> MathBox {
    guard self.width <= width, height <= Self.maximumHeight else { throw DoesNotFit() }
    return self
  }
}
