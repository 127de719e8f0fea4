// SPDX-License-Identifier: MIT

/// What is turned away before it is parsed, so that no text takes longer than a moment.
///
/// md4c 0.4.8 needs time in the square of some counts; a text that a person wrote stays far below
/// these. They are counts, not clocks: the same text always gives the same result.
enum MarkdownLimits {
  /// The longest lesson, in bytes.
  static let size = 16 * 1024 * 1024
  /// The most of some characters in one paragraph, that is up to a blank line.
  static let perParagraph: [(character: UInt8, name: String, most: Int)] = [
    (0x5B, "opening brackets", 2_000),
    (0x3C, "opening angle brackets", 20_000),
    (0x24, "dollar signs", 20_000),
    (0x60, "backticks", 20_000),
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
    var counts = Array(repeating: 0, count: perParagraph.count)
    var definitionCount = 0
    for index in 0..<source.lineCount {
      let line = source.line(index)
      var isBlank = true
      var bars = 0
      var previous: UInt8 = 0
      for byte in line {
        if byte != 0x20, byte != 0x09 { isBlank = false }
        if byte == 0x7C { bars += 1 }
        if byte == 0x3A, previous == 0x5D { definitionCount += 1 }
        for (rule, limit) in perParagraph.enumerated() where byte == limit.character {
          counts[rule] += 1
          if counts[rule] > limit.most {
            return (
              index, "a paragraph has more than \(limit.most) \(limit.name); it is not read"
            )
          }
        }
        previous = byte
      }
      if isBlank { counts = Array(repeating: 0, count: perParagraph.count) }
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
}
