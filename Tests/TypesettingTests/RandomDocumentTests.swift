// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText
import Testing

@testable import Typesetting

/// A generator that gives the same numbers each time.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite struct RandomDocumentTests {
  private static let words = [
    "loss", "gradient", "overfitting", "σ", "学習", "a", "naïve", "x86", "🧠", "well-known", "0.25",
    "e\u{301}te\u{301}", "antidisestablishmentarianism",
  ]

  /// Markdown of random blocks, and the words that stand in it, in order.
  private static func document(_ dice: inout Dice) -> (markdown: String, words: [String]) {
    var markdown = "\n"
    var all: [String] = []
    func sentence(_ most: Int) -> String {
      let words = (0..<Int.random(in: 1...most, using: &dice)).map { _ in
        Self.words.randomElement(using: &dice) ?? ""
      }
      all += words
      return words.enumerated().map { index, word in
        switch index % 7 {
        case 2: "*\(word)*"
        case 4: "**\(word)**"
        case 5: "`\(word)`"
        default: word
        }
      }.joined(separator: " ")
    }
    for _ in 0..<Int.random(in: 1...6, using: &dice) {
      switch Int.random(in: 0...7, using: &dice) {
      case 0:
        markdown +=
          String(repeating: "#", count: Int.random(in: 1...6, using: &dice)) + " "
          + sentence(6) + "\n\n"
      case 1:
        for depth in 0..<Int.random(in: 1...5, using: &dice) {
          markdown += blanks(2 * depth) + "- " + sentence(12) + "\n"
        }
        markdown += "\n<!-- -->\n\n"
      case 2:
        for number in 1...Int.random(in: 1...12, using: &dice) {
          markdown += "\(number). " + sentence(8) + "\n"
        }
        markdown += "\n"
      case 3:
        let depth = Int.random(in: 1...4, using: &dice)
        markdown += String(repeating: "> ", count: depth) + sentence(20) + "\n\n"
      case 4: markdown += "```text\n" + sentence(10).replacing("`", with: "") + "\n```\n\n"
      case 5:
        let columns = Int.random(in: 1...5, using: &dice)
        for row in 0...Int.random(in: 1...4, using: &dice) {
          markdown += (0..<columns).map { _ in "| " + sentence(6) + " " }.joined() + "|\n"
          if row == 0 { markdown += String(repeating: "|---", count: columns) + "|\n" }
        }
        markdown += "\n"
      default: markdown += sentence(60) + "\n\n"
      }
    }
    return (markdown, all)
  }

  @Test func `no line is too wide and no word is lost, whatever the document and the width`() {
    var dice = Dice(state: 7)
    for round in 0..<300 {
      let (markdown, words) = Self.document(&dice)
      let width = Int.random(in: 1...120, using: &dice)
      let glyphs: GlyphSet = round.isMultiple(of: 3) ? .ascii : .braille
      let lesson = Lesson(parsing: markdown, file: "a.md")
      let lines = Typesetter(width: width, glyphs: glyphs).lines(lesson.blocks)
      #expect(lines.allSatisfy { $0.width <= width }, "round \(round), width \(width)")
      // In two columns or less a wide character has no place.
      if width < 3 { continue }
      var rest = Substring(lines.map(\.text).joined().filter(isCounted))
      for word in words {
        let shown = (glyphs == .ascii ? asciiForm(of: word) : word).filter(isCounted)
        if let found = rest.firstRange(of: shown) {
          rest = rest[found.upperBound...]
        } else if !isSideBySide(lesson) {
          Issue.record("round \(round), width \(width): \(word) is lost")
          break
        }
      }
    }
  }

  private func isCounted(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "🧠"
  }

  /// Whether cells stand side by side, so that their lines interleave.
  private func isSideBySide(_ lesson: Lesson) -> Bool {
    lesson.blocks.contains { if case .table = $0.kind { true } else { false } }
  }

  @Test func `every word of every table is there, at every width`() {
    var dice = Dice(state: 11)
    for round in 0..<100 {
      let columns = Int.random(in: 1...6, using: &dice)
      var count = 0
      let rows = (0...Int.random(in: 1...4, using: &dice)).map { _ in
        (0..<columns).map { _ in
          (0..<Int.random(in: 1...5, using: &dice)).map { _ in
            count += 1
            return "w\(count)x"
          }.joined(separator: " ")
        }
      }
      var markdown = "\n"
      for (index, row) in rows.enumerated() {
        markdown += "|" + row.joined(separator: "|") + "|\n"
        if index == 0 { markdown += String(repeating: "|---", count: columns) + "|\n" }
      }
      let lesson = Lesson(parsing: markdown, file: "a.md")
      let width = Int.random(in: 8...100, using: &dice)
      let lines = Typesetter(width: width, glyphs: .braille).lines(lesson.blocks)
      let found = Set(
        lines.flatMap { $0.text.split { !$0.isLetter && !$0.isNumber }.map(String.init) })
      #expect(lines.allSatisfy { $0.width <= width }, "round \(round), width \(width)")
      #expect(
        (1...count).allSatisfy { found.contains("w\($0)x") }, "round \(round), width \(width)")
    }
  }

  @Test func `no character of a lesson reaches the terminal unless it is safe`() {
    var dice = Dice(state: 3)
    let hostile = [
      "&#27;[2J", "\u{1B}]0;title\u{7}", "\u{9B}31m", "&#x202E;", "\u{202E}", "&#x9b;", "\u{E0041}",
      "\r", "\u{8}", "\u{2028}", "\u{200B}", "&NewLine;", "&Tab;", "&zwj;",
    ]
    for round in 0..<200 {
      var parts: [String] = []
      for _ in 0..<8 {
        let text = hostile.randomElement(using: &dice) ?? ""
        parts.append(
          [
            "# a\(text)b\n\n", "a `\(text)` *b\(text)c*\n\n", "[a\(text)](http://x/\(text))\n\n",
            "![\(text)](i)\n\n", "- \(text)x\n\n", "```l\(text)\na\(text)b\n```\n\n",
            "| a\(text) |\n|---|\n| \(text)b |\n\n", "$a\(text)b$ and $$\\text{\(text)}$$\n\n",
            "```quiz q\nquestions: \"\(text)\"\n```\n\n", "> \(text)\n\n",
          ].randomElement(using: &dice) ?? "")
      }
      let glyphs: GlyphSet = round.isMultiple(of: 2) ? .ascii : .braille
      let lesson = Lesson(parsing: "\n" + parts.joined(), file: "a\u{1B}.md")
      for line in Page(lesson, width: 60, glyphs: glyphs).lines {
        #expect(line.text.unicodeScalars.allSatisfy { isSafe($0, glyphs) }, "round \(round)")
      }
    }
  }

  private func isSafe(_ scalar: Unicode.Scalar, _ glyphs: GlyphSet) -> Bool {
    if glyphs == .ascii { return (0x20..<0x7F).contains(scalar.value) }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return false
    default: return true
    }
  }
}
