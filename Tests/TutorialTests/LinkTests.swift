// SPDX-License-Identifier: MIT
import TerminalText
import Testing

@testable import Tutorial

/// Links are followed from a list.
@Suite struct LinkTests {
  @Test func `o lists the links of a chapter, Enter follows one, '' comes back`() throws {
    var learner = Learner(size: Size(columns: 60, rows: 12))
    learner.press("10jo")
    try Snapshots.compare(learner.screen, name: "links")
    learner.press("<Enter>")
    #expect(learner.session.workbook?.lesson.id == "practice")
    #expect(learner.row(0) == "The run")
    learner.press("''")
    #expect(learner.session.workbook?.lesson.id == "reading")
    #expect(learner.session.pager.top == 10)
    learner.press("oj<Enter>")
    #expect(learner.row(0) == "Rows")
    learner.press("o<Esc>")
    #expect(learner.row(0) == "Rows", "Esc goes back to the page")
  }

  @Test func `a chapter without links says so, and an address is told`() {
    var learner = Learner([SmallCourse.closing])
    learner.press("o")
    #expect(learner.status == "This chapter has no links")
    var outside = Learner(["# 1.1 A page\n\nSee [a paper](https://example.org/paper).\n"])
    outside.press("o<Enter>")
    #expect(outside.status == "It leads out of the course: https://example.org/paper")
  }
}
