// SPDX-License-Identifier: MIT
import LessonFormat

/// A lesson's text as bytes, in which figures are found and put right.
struct SourceBytes {
  private let bytes: [UInt8]
  /// The bytes with those of experiments blanked out, so that no figure is found in settings.
  private let prose: [UInt8]
  /// Where each line begins.
  private let lineStarts: [Int]

  /// Takes a lesson's text.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    let starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    var prose = bytes
    var isHidden = false
    for (start, end) in zip(starts, starts.dropFirst() + [bytes.count]) {
      let isOpening = bytes[start..<end].starts(with: "```experiment".utf8)
      let isFence = bytes[start..<end].starts(with: "```".utf8)
      if isOpening { isHidden = true }
      if isHidden { for index in start..<end { prose[index] = 0 } }
      if isFence, !isOpening { isHidden = false }
    }
    self.bytes = bytes
    lineStarts = starts
    self.prose = prose
  }

  /// A stretch of the text, on one line.
  func text(_ place: Range<Int>) -> String {
    String(decoding: bytes[place], as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// The line of a byte, counted from 1.
  private func line(ofByte byte: Int) -> Int { lineStarts.count { $0 <= byte } }

  /// The lines of some places, as in `line 3` or `lines 3, 17`.
  func lines(of places: [Range<Int>]) -> String {
    let numbers = Set(places.map { line(ofByte: $0.lowerBound) }).sorted()
    return (numbers.count == 1 ? "line " : "lines ")
      + numbers.map(String.init).joined(separator: ", ")
  }

  /// The location of a byte.
  func location(ofByte byte: Int, in file: String) -> SourceLocation {
    let line = line(ofByte: byte)
    let before = String(decoding: bytes[lineStarts[line - 1]..<byte], as: UTF8.self)
    return SourceLocation(file: file, line: line, column: before.count + 1)
  }
}

extension SourceBytes {
  /// Where a wording stands whole in the prose; a line may end within it.
  func places(of text: String) -> [Range<Int>] {
    let words = text.split(separator: " ").map { Array($0.utf8) }
    guard !words.isEmpty else { return [] }
    var places: [Range<Int>] = []
    var start = 0
    while start < prose.count {
      if let end = end(of: words, from: start), isWhole(start..<end) {
        places.append(start..<end)
        start = end
      } else {
        start += 1
      }
    }
    return places
  }

  private func end(of words: [[UInt8]], from start: Int) -> Int? {
    var place = start
    for (index, word) in words.enumerated() {
      if index > 0 {
        let blanks = prose[place...].prefix(while: \.isBlank).count
        if blanks == 0 { return nil }
        place += blanks
      }
      guard prose[place...].starts(with: word) else { return nil }
      place += word.count
    }
    return place
  }

  /// Whether no digit, letter, sign or spread belongs to what stands at a place.
  private func isWhole(_ place: Range<Int>) -> Bool {
    let before = prose[..<place.lowerBound]
    let after = prose[place.upperBound...]
    if let last = before.last, last.isWordPart || last == UInt8(ascii: "-") { return false }
    if before.last == UInt8(ascii: "."), before.dropLast().last?.isDigit == true { return false }
    if let next = after.first, next.isWordPart { return false }
    let isPoint = after.first == UInt8(ascii: ".") || after.first == UInt8(ascii: ",")
    if isPoint, after.dropFirst().first?.isDigit == true { return false }
    return !after.drop(while: \.isBlank).starts(with: "±".utf8)
      && !before.reversed().drop(while: \.isBlank).starts(with: "±".utf8.reversed())
  }

  /// Where a number with a spread stands in the prose, as in `31.2 ± 8.4`.
  var spreads: [Range<Int>] {
    let sign = Array("±".utf8)
    return prose.indices.compactMap { index in
      guard prose[index...].starts(with: sign) else { return nil }
      let before = prose[..<index].reversed()
      let gap = before.prefix(while: \.isBlank).count
      let mean = before.dropFirst(gap).prefix(while: \.isNumberPart).count
      let after = prose[(index + sign.count)...]
      let nextGap = after.prefix(while: \.isBlank).count
      let digits = after.dropFirst(nextGap).prefix(while: \.isNumberPart)
      let spread = digits.count - (digits.last?.isDigit == false ? 1 : 0)
      guard mean > 0, spread > 0 else { return nil }
      return (index - gap - mean)..<(index + sign.count + nextGap + spread)
    }
  }
}

extension SourceBytes {
  /// The first place of a wording in a line, settings or not.
  func place(of text: String, inLine line: Int) -> Range<Int>? {
    guard lineStarts.indices.contains(line - 1) else { return nil }
    let end = line < lineStarts.count ? lineStarts[line] : bytes.count
    let wording = Array(text.utf8)
    let start = (lineStarts[line - 1]..<end).first { bytes[$0..<end].starts(with: wording) }
    return start.map { $0..<($0 + wording.count) }
  }

  /// The edit that words a place anew: line breaks stay where they are, and so do a table's columns.
  func edit(_ place: Range<Int>, to text: String) -> (place: Range<Int>, text: String) {
    var rest = bytes[place]
    var worded = ""
    for (index, word) in text.split(separator: " ").enumerated() {
      if index > 0 {
        let blanks = rest.drop { !$0.isBlank }.prefix(while: \.isBlank)
        worded += String(decoding: blanks, as: UTF8.self)
        rest = rest.drop { !$0.isBlank }.drop(while: \.isBlank)
      }
      worded += word
    }
    let grown = worded.count - String(decoding: bytes[place], as: UTF8.self).count
    let padding = bytes[place.upperBound...].prefix { $0 == UInt8(ascii: " ") }.count
    let isCell = bytes[(place.upperBound + padding)...].first == UInt8(ascii: "|")
    guard isCell, padding - grown >= 1 else { return (place, worded) }
    return (
      place.lowerBound..<(place.upperBound + padding),
      worded + String(repeating: " ", count: padding - grown)
    )
  }

  /// The text after some edits, no two of which overlap.
  func applying(_ edits: [(place: Range<Int>, text: String)]) -> String {
    var edited = bytes
    for (place, text) in edits.sorted(by: { $0.place.lowerBound > $1.place.lowerBound }) {
      edited.replaceSubrange(place, with: Array(text.utf8))
    }
    return String(decoding: edited, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") }
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isNumberPart: Bool { isDigit || self == UInt8(ascii: ".") || isHyphen }
  fileprivate var isHyphen: Bool { self == UInt8(ascii: "-") }
  fileprivate var isWordPart: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
