// SPDX-License-Identifier: MIT

/// What is turned away before it is parsed, so that no text takes longer than a moment.
///
/// md4c 0.4.8 needs time in the square of some counts; a text that a person wrote stays far below
/// these. They are counts, not clocks: the same text always gives the same result.
enum MarkdownLimits {
  /// The longest lesson, in bytes.
  static let size = 16 * 1024 * 1024
  /// The most of some characters, and of all, in one paragraph, that is up to a blank line.
  static let perParagraph: [(name: String, most: Int)] = [
    ("opening brackets", 2_000), ("opening angle brackets", 20_000), ("dollar signs", 20_000),
    ("backticks", 20_000), ("bytes", 2 * 1024 * 1024),
  ]
  /// The most link definitions in one lesson.
  static let definitions = 5_000
  /// The most columns of a table.
  static let bars = 128

  /// The first line, counted from 0, where a text is beyond a limit, and a sentence about it.
  static func problem(in source: SourceText) -> (line: Int, message: String)? {
    if source.utf8.count > size {
      return (0, "the lesson has \(source.utf8.count) bytes; at most \(size) are read")
    }
    var paragraph = ParagraphCounts()
    var definitionCount = 0
    var fence: FenceLine?
    for index in 0..<source.lineCount {
      let line = source.line(index)
      if let open = fence {
        // Where a closing is in doubt, counting goes on, so that nothing can hide in a block.
        if open.isClosed(by: line) || open.isClosedButForTab(by: line) { fence = nil }
        continue
      }
      fence = FenceLine(opening: line)
      if fence != nil {
        paragraph = ParagraphCounts()
        continue
      }
      let bars = paragraph.add(line)
      definitionCount += paragraph.definitionsInLine
      if let limit = paragraph.exceeded {
        return (index, "a paragraph has more than \(limit.most) \(limit.name); it is not read")
      }
      if bars > Self.bars, isDelimiterRow(line) {
        return (index, "a table has more than \(Self.bars) columns; it is not read")
      }
      if definitionCount > definitions {
        return (index, "the lesson has more than \(definitions) link definitions; it is not read")
      }
    }
    return nil
  }

  private static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { [0x20, 0x09, 0x2D, 0x3A, 0x3E, 0x7C].contains($0) }
  }

  /// What a paragraph holds of the characters that are limited.
  private struct ParagraphCounts {
    private var counts = Array(repeating: 0, count: perParagraph.count)
    private(set) var definitionsInLine = 0

    /// The limit that is exceeded.
    var exceeded: (name: String, most: Int)? {
      zip(perParagraph, counts).first { $0.most < $1 }?.0
    }

    /// Counts a line, a blank one beginning anew; returns how many bars it has.
    mutating func add(_ line: ArraySlice<UInt8>) -> Int {
      var isBlank = true
      var bars = 0
      var previous: UInt8 = 0
      definitionsInLine = 0
      counts[4] += line.count
      for byte in line {
        if byte != 0x20, byte != 0x09 { isBlank = false }
        switch byte {
        case 0x5B: counts[0] += 1
        case 0x3C: counts[1] += 1
        case 0x24: counts[2] += 1
        case 0x60: counts[3] += 1
        case 0x7C: bars += 1
        case 0x3A where previous == 0x5D: definitionsInLine += 1
        default: break
        }
        previous = byte
      }
      if isBlank { self = ParagraphCounts() }
      return bars
    }
  }
}
