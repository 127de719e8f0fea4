// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText
import Testing

@testable import Typesetting

@Suite struct PageTests {
  static let lesson = Lesson(
    parsing: """
      ---
      title: The judge
      id: judge
      objectives: [say what it is, find it]
      format_version: 1
      ---
      # 8.1 The judge

      One paragraph of some length, which takes more than one line on a narrow screen.

      ## Twenty cases

      ```figure picture
      kind: images
      images: [{pixels: [[0, 1], [1, 0]]}]
      ```

      Last.
      """, file: "a.md")

  @Test func `a page begins with the title and what the chapter is for`() {
    let page = Page(Self.lesson, width: 40, glyphs: .braille)
    #expect(
      page.lines.prefix(12).map(\.text).joined(separator: "\n") == """
        8.1 The judge
        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

        After this chapter you can
        • say what it is
        • find it

        One paragraph of some length, which
        takes more than one line on a narrow
        screen.


        """)
  }

  @Test func `a lesson without a heading shows its title first`() {
    let lesson = Lesson(parsing: "Only text.", file: "some/03-first-words.md")
    let page = Page(lesson, width: 30, glyphs: .ascii)
    #expect(
      page.lines.map(\.text) == [
        "first-words", String(repeating: "=", count: 30), "", "Only text.",
      ])
    let empty = Page(Lesson(parsing: "", file: "a.md"), width: 10, glyphs: .ascii)
    #expect(empty.lines.map(\.text) == ["a", "=========="])
    #expect(empty.block(at: 0) == nil)
  }

  @Test(arguments: [24, 40, 80, 200])
  func `every line knows its block, and every block its lines`(_ width: Int) {
    let page = Page(Self.lesson, width: width, glyphs: .braille)
    for block in Self.lesson.blocks.indices {
      let range = page.lines(ofBlock: block)
      #expect(!range.isEmpty)
      for line in range { #expect(page.block(at: line) == block) }
    }
    #expect(page.block(at: page.lines(ofBlock: 2).lowerBound - 1) == 2)
    #expect(page.block(at: page.lineCount) == nil)
    #expect(page.lines(ofBlock: 99).isEmpty)
  }

  @Test func `a live block is replaced, and all below it moves`() {
    var page = Page(Self.lesson, width: 40, glyphs: .braille) { _ in [Line("panel")] }
    let before = page.lines(ofBlock: 4)
    page.replace(block: 3, by: [Line("a"), Line(), Line("b")])
    #expect(page.lines(ofBlock: 3).count == 3)
    #expect(page.lines(ofBlock: 4) == (before.lowerBound + 2)..<(before.upperBound + 2))
    #expect(page.lines[page.lines(ofBlock: 4).lowerBound].text == "Last.")
    let fresh = Page(Self.lesson, width: 40, glyphs: .braille) { _ in
      [Line("a"), Line(), Line("b")]
    }
    #expect(page.lines == fresh.lines)
  }

  /// Paragraphs of many sizes, as many lines in all as some screens hold.
  private static let long = Lesson(
    parsing: "# Long\n\n"
      + (0..<400).map { index in
        let words = (0...(index * 31 % 70)).map { "w\(index).\($0)" }.joined(separator: " ")
        return index.isMultiple(of: 9) ? "## S\(index)\n\n\(words)\n\n" : words + "\n\n"
      }.joined(), file: "a.md")

  @Test(arguments: 0..<6)
  func `a page that is laid out here and there is the same as one laid out at once`(seed: UInt64) {
    var dice = Dice(state: seed)
    let whole = Page(Self.long, width: 50, glyphs: .braille)
    var page = Page(opening: Self.long, width: 50, glyphs: .braille)
    #expect(page.blockCount == whole.blockCount && !page.isComplete)
    var rounds = 0
    while !page.isComplete {
      let line = Int.random(in: 0..<page.lineCount, using: &dice)
      page.settle(around: line, margin: Int.random(in: 0...60, using: &dice))
      rounds += 1
    }
    #expect(rounds > 5)
    #expect(page.lines == whole.lines)
    #expect((0..<page.lineCount).allSatisfy { page[$0] == whole.lines[$0] })
  }

  @Test(arguments: 0..<6)
  func `a line that is looked at stays the same while more is laid out`(seed: UInt64) {
    var dice = Dice(state: seed)
    var page = Page(opening: Self.long, width: 50, glyphs: .braille)
    page.settle(around: page.lineCount / 2, margin: 30)
    let looked = page.lineCount / 2
    let anchor = page.anchor(of: looked)
    let text = page[looked]
    for _ in 0..<20 {
      page.settle(around: Int.random(in: 0..<page.lineCount, using: &dice), margin: 20)
      #expect(page[page.line(of: anchor)] == text)
      #expect(page.anchor(of: page.line(of: anchor)) == anchor)
    }
  }

  @Test func `what is near a line is laid out, and no more than is asked for`() {
    var page = Page(opening: Self.long, width: 50, glyphs: .braille)
    page.settle(around: 0, margin: 100)
    let whole = Page(Self.long, width: 50, glyphs: .braille)
    #expect((0...100).allSatisfy { page[$0] == whole[$0] })
    #expect(!page.isComplete)
    #expect(page[page.lineCount - 1] == Line())
    page.settle(around: page.lineCount - 1, margin: 100)
    let end = (page.lineCount, whole.lineCount)
    #expect((1...100).allSatisfy { page[end.0 - $0] == whole[end.1 - $0] })
    #expect(!page.isComplete)
  }

  @Test func `text is no longer than a comfortable line, and can be centred`() {
    let lesson = Lesson(parsing: "\n" + String(repeating: "word ", count: 100), file: "a.md")
    let left = Page(lesson, width: 200, glyphs: .braille).lines
    let centered = Page(lesson, width: 200, glyphs: .braille, isCentered: true).lines
    #expect(left.map(\.width).max() == 86)
    #expect(left.last?.text.hasPrefix("  word") == true)
    #expect(centered.last?.text.hasPrefix(blanks(58) + "word") == true)
    #expect(Page.measure(for: 40, isWide: false) == 40)
    #expect(Page.measure(for: 120, isWide: true) == 116)
    #expect(Page.measure(for: 1000, isWide: true) == Page.widest)
  }
}
