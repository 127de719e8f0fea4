// SPDX-License-Identifier: MIT
import TerminalText
import Testing
import Typesetting

@testable import Tutorial

/// Sections, chapters, marks, contents, searching.
@Suite struct FindingTests {
  @Test func `brackets go from section to section and on to the next chapter`() {
    var learner = Learner()
    learner.press("]")
    #expect(learner.row(0) == "Rows")
    learner.press("]")
    #expect(learner.row(0) == "More rows")
    learner.press("[")
    #expect(learner.row(0) == "Rows")
    learner.press("[[")
    #expect(learner.session.pager.top == 0)
    learner.press("2]")
    #expect(learner.row(0) == "More rows")
    learner.press("]")
    #expect(learner.session.workbook?.lesson.id == "practice")
    #expect(learner.row(0) == "1.2 Practice")
    learner.press("[")
    #expect(learner.session.workbook?.lesson.id == "reading")
  }

  @Test func `angle brackets go from chapter to chapter, each place kept`() {
    var learner = Learner()
    learner.press("20j>")
    #expect(learner.session.workbook?.lesson.id == "practice")
    learner.press("<lt>")
    #expect(learner.session.pager.top == 20)
    learner.press("<lt>")
    #expect(learner.status == "This is the first chapter")
    learner.press("2>")
    #expect(learner.session.workbook?.lesson.id == "closing")
    learner.press(">")
    #expect(learner.status == "This is the last chapter")
    #expect(learner.session.workbook?.lesson.id == "closing")
  }

  @Test func `a mark is set, kept and gone to from anywhere`() {
    var learner = Learner()
    learner.press("20jma")
    #expect(learner.status == "Marked as a")
    #expect(learner.kept.last?.name == "mark")
    learner.press("g'a")
    #expect(learner.session.pager.top == 20)
    learner.press(">'a")
    #expect(learner.session.workbook?.lesson.id == "reading")
    #expect(learner.session.pager.top == 20)
    learner.press("'z")
    #expect(learner.status == "Nothing is marked as z")
    learner.press("m!")
    #expect(learner.status == "A mark is named by a letter or a digit")
    learner.press("m<Esc>j")
    #expect(learner.session.pager.top == 21)
  }

  @Test func `two apostrophes go back, and back again`() {
    var learner = Learner()
    learner.press("''")
    #expect(learner.status == "There is no earlier place yet")
    learner.press("10jG")
    let end = learner.session.pager.top
    learner.press("''")
    #expect(learner.session.pager.top == 10)
    learner.press("''")
    #expect(learner.session.pager.top == end)
  }

  @Test func `the contents list every chapter, choose one and open it`() throws {
    var learner = Learner()
    learner.press("t")
    try Snapshots.compare(learner.screen, name: "contents")
    learner.press("3j<Enter>")
    #expect(learner.session.workbook?.lesson.id == "practice")
    learner.press("tG<Enter>")
    #expect(learner.session.workbook?.lesson.id == "closing")
    learner.press("tgj<Esc>")
    #expect(learner.session.workbook?.lesson.id == "closing")
    learner.press("t")
    let row = learner.screen.split(separator: "\n").firstIndex { $0.contains("Practice") } ?? 0
    learner.press([.mouse(.press, column: 5, row: row)])
    #expect(learner.session.workbook?.lesson.id == "practice")
  }

  @Test func `a search finds every match, goes round at the end, and lights them`() {
    var learner = Learner()
    learner.press("/neuron<Enter>")
    #expect(learner.status == "Match 1 of 2")
    #expect(
      learner.session.view().lines.contains { line in
        line.spans.contains { $0.text == "neuron" && $0.style.ground == .currentMatch }
      })
    learner.press("n")
    #expect(learner.status == "Match 2 of 2")
    learner.press("n")
    #expect(learner.status == "Match 1 of 2, from the beginning")
    learner.press("N")
    #expect(learner.status == "Match 2 of 2, from the end")
    learner.press("2k")
    learner.press("N")
    #expect(learner.status == "Match 1 of 2")
  }

  @Test func `capitals count only where they are typed`() {
    var learner = Learner()
    learner.press("/Neuron<Enter>")
    #expect(learner.status == "Match 1 of 1")
    learner.press("/NEURON<Enter>")
    #expect(learner.status == "'NEURON' is not here")
  }

  @Test func `n without a search, an empty search and a search given up`() {
    var learner = Learner()
    learner.press("n")
    #expect(learner.status == "Nothing was searched for yet; / begins")
    learner.press("/<Enter>")
    #expect(learner.status == "Nothing was searched for yet; / begins")
    learner.press("/row<Esc>n")
    #expect(learner.status == "Nothing was searched for yet; / begins")
    learner.press("/row 7<Enter>/<Enter>")
    #expect(learner.status.hasPrefix("Match 1 of 1"))
  }

  @Test func `a search for wide characters lights the right cells`() {
    let line = Line("a 学習 of 学習")
    var search = Search()
    search.begin("学習")
    search.find { Page.matches(of: $0, in: [line]) }
    #expect(search.matches.flatMap(\.parts).map(\.columns) == [2..<6, 10..<14])
    #expect(search.lit(line, number: 0).width == line.width)
    #expect(search.lit(line, number: 0).text == line.text)
    let accented = Page.matches(of: "é", in: [Line("cafe\u{301}s")])
    #expect(accented.flatMap(\.parts).map(\.columns) == [3..<4])
  }

  @Test func `a phrase is found over the end of a line, and all matches are lit`() {
    var learner = Learner(size: Size(columns: 20, rows: 16))
    learner.press("/first words<Enter>")
    #expect(learner.status == "Match 1 of 1")
    learner.press("/the<Enter>")
    #expect(learner.lit(.currentMatch) == ["The"])
    #expect(learner.lit(.match).isEmpty)
    learner.resize(60, 16)
    learner.press("G/neuron<Enter>")
    #expect(learner.lit(.currentMatch) == ["Neuron"])
    learner.press("<Esc>")
    #expect(learner.lit(.currentMatch).isEmpty, "Esc puts the lights out")
    learner.press("n")
    #expect(learner.status == "Match 2 of 2", "n lights them again")
  }

  @Test func `a count goes that many matches on, a search without text repeats the last`() {
    var learner = Learner()
    learner.press("/row 1<Enter>")
    #expect(learner.status == "Match 1 of 11")
    learner.press("3n")
    #expect(learner.status == "Match 4 of 11")
    learner.press("2N")
    #expect(learner.status == "Match 2 of 11")
    learner.press("/<Enter>")
    #expect(learner.status == "Match 3 of 11")
    learner.press("g4/row 1<Enter>")
    #expect(learner.status == "Match 4 of 11")
  }

  @Test func `help and contents are searched as the page is`() {
    var learner = Learner()
    learner.press("?/quit<Enter>")
    #expect(learner.lit(.currentMatch) == ["quit"])
    learner.press("<Esc><Esc>t/closing<Enter><Enter>")
    #expect(learner.session.workbook?.lesson.id == "closing")
    learner.press("t/nowhere<Enter>")
    #expect(learner.status == "'nowhere' is not here")
    learner.press("<Esc>")
    #expect(learner.row(0) == "1.3 Closing")
  }

  @Test func `the contents show the sections of the chapter at hand`() {
    var learner = Learner()
    learner.press("]t")
    #expect(learner.screen.contains("          More rows"))
    learner.press("j<Enter>")
    #expect(learner.row(0) == "More rows")
    learner.press("''t")
    #expect(learner.screen.contains("Part 1  Small part   0 of 3 read"))
    learner.press("2k<Enter>")
    #expect(learner.row(0) == "Rows")
  }

  @Test func `a match under the last screenful is said to be there`() {
    var learner = Learner()
    learner.press("/row 40<Enter>")
    #expect(learner.screen.contains("row 40"))
    #expect(learner.status == "Match 1 of 1")
  }
}

extension Learner {
  /// The texts on the screen that stand on a ground.
  func lit(_ ground: Ground) -> [String] {
    session.view().lines.flatMap(\.spans).filter { $0.style.ground == ground }.map(\.text)
  }
}
