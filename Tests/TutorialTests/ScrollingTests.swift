// SPDX-License-Identifier: MIT
import TerminalText
import Testing

@testable import Tutorial

/// Moving about as in less: what matters is the line at the top.
@Suite struct ScrollingTests {
  /// Keys, and the line that they bring to the top of a screen of 16 rows, 15 of them text.
  static let moves: [(keys: String, top: Int)] = [
    ("j", 1), ("jj", 2), ("<Down>", 1), ("5j", 5), ("5j2k", 3), ("12j<Up>", 11), ("k", 0),
    (" ", 14), ("f", 14), ("<PageDown>", 14), ("2 ", 2), (" b", 0), ("2 <PageUp>", 0),
    ("d", 7), ("dd", 14), ("2d", 2), ("3ddu", 3), ("ddu", 7), ("<^D>", 7), ("<^D><^U>", 0),
    ("12g", 11), ("12G", 11), ("1G", 0), ("5j g", 0), ("G<Home>", 0), ("0j", 1), ("10j", 10),
    ("9<Esc>j", 1), ("12j<^N><^P>", 12), ("5jy", 4), ("5j<^Y><^K>", 3), ("<^F>", 14), ("<^V>z", 28),
    (" <^B>", 0), (" w", 0), ("50%", 29), ("%", 0), ("100%k", 43), ("25p", 14),
  ]

  @Test(arguments: moves)
  func `keys move the top as in less`(move: (keys: String, top: Int)) {
    var learner = Learner()
    learner.press(move.keys)
    #expect(learner.session.pager.top == move.top)
  }

  @Test(arguments: ["G", "<End>", "999j", "9999999999999999999999j", "99999999999 ", "999999d"])
  func `nothing goes further than the last line at the bottom`(way: String) {
    var learner = Learner()
    learner.press(way)
    #expect(learner.session.pager.top == learner.session.page.lineCount - 15)
    let last = learner.session.page.lines.last?.withoutTrailingBlanks.text
    #expect(
      learner.screen.split(separator: "\n", omittingEmptySubsequences: false)[14] == last ?? "")
    learner.press("j")
    #expect(learner.status == "(END)  > goes on to the next chapter")
  }

  @Test func `the first screen of a chapter`() throws {
    try Snapshots.compare(Learner().screen, name: "first-screen")
  }

  @Test func `the wheel turns three lines`() {
    var learner = Learner()
    learner.press([.mouse(.scrollDown, column: 3, row: 3), .mouse(.scrollDown, column: 3, row: 3)])
    #expect(learner.session.pager.top == 6)
    learner.press([.mouse(.scrollUp, column: 0, row: 0)])
    #expect(learner.session.pager.top == 3)
  }

  @Test func `a count is shown while it is typed`() {
    var learner = Learner()
    learner.press("12")
    #expect(learner.status.contains("%  12  ?"))
  }

  @Test func `the equals sign tells chapter, section, lines and percent`() {
    var learner = Learner()
    learner.press("20j=")
    #expect(
      learner.status == "1.1 Rows: lines 21-35 of \(learner.session.page.lineCount), "
        + "\(learner.session.pager.percent)%")
  }

  @Test func `an unknown key says where help is`() {
    var learner = Learner()
    learner.press("W")
    #expect(learner.status == "That key does nothing here; ? shows the keys")
    learner.press("j")
    #expect(!learner.status.contains("does nothing"))
  }

  @Test func `reading to the end finishes a chapter once`() {
    var learner = Learner()
    learner.press("Gg")
    learner.press("G")
    let finished = learner.kept.filter { $0.name == "lessonFinished" }
    #expect(finished == [.lessonFinished(lesson: "reading")])
    #expect(learner.session.course.chapters[0].progress == .finished)
    #expect(learner.session.course.chapters[1].progress == .unread)
  }

  @Test func `a control code in a paste moves nothing`() {
    var learner = Learner()
    learner.press([.paste("jjjq:quit\n")])
    #expect(learner.session.pager.top == 0 && !learner.hasLeft)
  }
}
