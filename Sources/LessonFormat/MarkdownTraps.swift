// SPDX-License-Identifier: MIT

/// What looks right in a lesson's source and is read otherwise, so that a writer would not notice.
enum MarkdownTraps {
  /// The findings of a text that was parsed to some blocks.
  static func findings(
    in source: SourceText, file: String, firstLine: Int, blocks: [Block]
  ) -> [LessonFinding] {
    var findings: [LessonFinding] = []
    func report(_ line: Int, _ column: Int, _ message: String) {
      let place = SourceLocation(file: file, line: firstLine + line, column: column)
      findings.append(LessonFinding(place, rule: "markdown", message: message))
    }
    let tables = blocks.reduce(into: Set<Int>()) { $0.formUnion($1.tableLines) }
    var open: (line: Int, fence: FenceLine)?
    for index in 0..<source.lineCount {
      let line = source.line(index)
      if let (_, fence) = open {
        if fence.isClosed(by: line) {
          open = nil
        } else if fence.isClosedButForTab(by: line) {
          report(index, 1, "a tab after the closing fence keeps the block open; delete it")
        }
        continue
      }
      if let fence = FenceLine(opening: line) {
        open = (index, fence)
      } else if index > 0, isDelimiterRow(line), source.line(index - 1).contains(0x7C),
        !tables.contains(firstLine + index - 1)
      {
        report(
          index, 1,
          "this is not read as a table: a blank line must stand before its head, "
            + "and its rule needs three hyphens and as many columns as the head")
      } else if tables.contains(firstLine + index), let column = barInFormula(line) {
        report(
          index, column,
          "a bar ends the cell here, within a formula; write \\lvert, \\rvert or \\mid")
      }
    }
    if let (line, _) = open { report(line, 1, "this fence is never closed") }
    return findings
  }

  /// Whether a line is the rule of a table: bars, hyphens and colons.
  private static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
    var hasBar = false
    var hasHyphen = false
    for byte in line {
      switch byte {
      case 0x7C: hasBar = true
      case 0x2D: hasHyphen = true
      case 0x20, 0x09, 0x3A, 0x3E: break
      default: return false
      }
    }
    return hasBar && hasHyphen
  }

  /// The column of a bar between two dollar signs of a table's row, outside code.
  private static func barInFormula(_ line: ArraySlice<UInt8>) -> Int? {
    var bar: Int?
    var isInFormula = false
    var isInCode = false
    var previous: UInt8 = 0
    for (offset, byte) in line.enumerated() {
      switch byte {
      case 0x60: isInCode.toggle()
      case 0x24 where previous != 0x5C && !isInCode:
        if isInFormula, let bar { return bar }
        isInFormula.toggle()
        bar = nil
      case 0x7C where isInFormula && previous != 0x5C: bar = bar ?? offset + 1
      default: break
      }
      previous = byte
    }
    return nil
  }
}

extension Block {
  /// The lines that tables take, in this block and in those in it.
  fileprivate var tableLines: [Int] {
    switch kind {
    case .table(let table): Array(location.line..<(location.line + 2 + table.rows.count))
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.tableLines) }
    case .quote(let blocks): blocks.flatMap(\.tableLines)
    default: []
    }
  }
}
