// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText
import Testing
import Typesetting

@testable import Tutorial

/// A lesson of hundreds of screens, of which only what is near the screen is laid out.
@Suite struct LongLessonTests {
  /// Numbered words in paragraphs of many sizes, so that every line of it is another.
  static let text: String = {
    var text = """
      ---
      title: Long
      id: long
      format_version: 1
      objectives: [read]
      ---

      # 1.1 Long


      """
    var word = 0
    for block in 0..<1_200 {
      if block.isMultiple(of: 100) { text += "## Section \(block / 100)\n\n" }
      let count = 1 + block * 7919 % 90
      text += (0..<count).map { "w\(word + $0)" }.joined(separator: " ") + "\n\n"
      word += count
    }
    return text + "The very end.\n"
  }()

  /// All of it at 60 columns.
  private static let whole = Page(
    Lesson(parsing: text, file: "Lessons/01-part/01-lesson.md"), width: 60, glyphs: .braille
  ).lines.map(\.withoutTrailingBlanks.text)

  private func learner(_ size: Size = Size(columns: 60, rows: 16)) -> Learner {
    Learner([Self.text, SmallCourse.closing], size: size)
  }

  private func rows(_ learner: Learner) -> [String] {
    learner.session.view().lines.dropLast().map(\.withoutTrailingBlanks.text)
  }

  @Test func `opening lays out the first screens alone`() {
    let learner = learner()
    #expect(!learner.session.page.isComplete)
    #expect(rows(learner) == Array(Self.whole.prefix(15)))
  }

  /// Every move ends on the line that it would with the whole lesson laid out.
  @Test(arguments: [
    ("5000j", 5_000), ("7000j3000k", 4_000), ("300 ", 300), ("6666g", 6_665), ("50000G", 49_999),
    ("2000j100b", 1_900), ("777d", 777),
  ])
  func `counted moves go over as many lines as they say`(move: (keys: String, top: Int)) {
    let whole = Self.whole
    var learner = learner()
    learner.press(move.keys)
    let top = min(move.top, whole.count - 15)
    #expect(rows(learner) == Array(whole[top..<(top + 15)]))
  }

  @Test func `the end is reached at once and read backwards`() {
    let whole = Self.whole
    var learner = learner()
    learner.press("G")
    #expect(!learner.session.page.isComplete)
    #expect(rows(learner) == Array(whole.suffix(15)))
    #expect(learner.session.pager.isAtEnd)
    for pages in 1...150 {
      learner.press("b")
      let top = whole.count - 15 - 14 * pages
      #expect(rows(learner) == Array(whole[top..<(top + 15)]), "\(pages) pages back")
    }
    learner.press("g")
    #expect(rows(learner) == Array(whole.prefix(15)))
  }

  @Test func `sections, marks and searches lead to their lines`() {
    let whole = Self.whole
    var learner = learner()
    learner.press("7]")
    #expect(rows(learner).first == "  Section 6")
    learner.press("ma4]")
    #expect(rows(learner).first == "  Section 10")
    learner.press("'a")
    #expect(rows(learner).first == "  Section 6")
    learner.press("3[")
    #expect(rows(learner).first == "  Section 3")
    learner.press("/w40000<Enter>")
    #expect(rows(learner).first?.contains("w40000") == true)
    let top = whole.firstIndex { $0.contains("w40000") } ?? 0
    #expect(learner.session.pager.top == top)
  }

  @Test(arguments: 0..<8)
  func `the place is kept through sizes`(seed: UInt64) {
    var dice = Dice(state: seed)
    var learner = learner()
    learner.press("\(Int.random(in: 1...7_000, using: &dice))j")
    while rows(learner)[0].isEmpty { learner.press("j") }
    let before = rows(learner)
    for _ in 0..<4 {
      learner.resize(Int.random(in: 20...120, using: &dice), Int.random(in: 8...40, using: &dice))
      #expect(!learner.session.page.isComplete)
    }
    learner.resize(60, 16)
    #expect(rows(learner) == before)
  }

  /// Wherever keys lead, what is on the screen is a stretch of the lesson, and moving back by as many
  /// lines as forward shows the same again.
  @Test(arguments: 0..<12)
  func `whatever is pressed, the screen shows lines that follow each other`(seed: UInt64) {
    let whole = Self.whole
    var dice = Dice(state: seed)
    var learner = learner()
    let moves = [
      "j", "k", " ", "b", "d", "u", "G", "g", "]", "[", "40 ", "40b", "900j", "900k", "''",
    ]
    for _ in 0..<60 {
      learner.press(moves.randomElement(using: &dice) ?? "j")
      if learner.session.workbook?.chapter != 0 { learner.press("<lt>") }
      let shown = rows(learner)
      let words = shown.firstIndex { $0.contains("w") } ?? 0
      let line = whole.firstIndex(of: shown[words]) ?? words
      let first = line - words
      #expect(first >= 0 && first + 15 <= whole.count)
      #expect(shown == Array(whole[first..<(first + 15)]))
    }
  }

  @Test func `the number of lines is said to be a guess until it is known`() {
    var learner = learner()
    learner.press("=")
    #expect(learner.status.contains(" of about "))
    learner.press("/very end<Enter>=")
    #expect(learner.status.contains(" of \(Self.whole.count),"))
  }
}
