// SPDX-License-Identifier: MIT
import LearnerRecords
import TerminalText
import Testing

@testable import Tutorial

/// Places that have a name.
@Suite struct BookmarkTests {
  @Test func `a bookmark is set, listed, gone to from anywhere and there the next day`() throws {
    var learner = Learner()
    learner.press("20j")
    learner.command("bookmark where rows go on")
    #expect(learner.status == "Bookmarked as where rows go on; B lists the bookmarks")
    learner.press("]")
    learner.command("bookmark")
    learner.press(">B")
    try Snapshots.compare(learner.screen, name: "bookmarks")
    learner.press("<Enter>")
    #expect(learner.session.workbook?.lesson.id == "reading")
    #expect(learner.session.pager.top == 20)
    var next = learner.returning(chapter: 2)
    next.command("goto WHERE rows go on")
    #expect(next.session.pager.top == 20)
  }

  @Test func `one of the same name moves`() {
    var learner = Learner()
    learner.command("bookmark here")
    learner.press("20j")
    learner.command("bookmark here")
    #expect(learner.session.memories.bookmarks.count == 1)
    learner.press("g")
    learner.command("goto here")
    #expect(learner.session.pager.top == 20)
  }

  @Test func `one that was deleted is brought back`() {
    var learner = Learner()
    learner.command("bookmark one")
    learner.press("]")
    learner.command("bookmark two")
    learner.press("Bd")
    #expect(learner.status == "The bookmark one is gone; u brings it back")
    learner.press("d")
    #expect(learner.row(0) == "1.1 Reading" || learner.row(0) == "Rows")
    #expect(learner.kept.last?.name == "bookmarkRemoved")
    learner.command("bookmark three")
    learner.press("Bu")
    #expect(learner.session.memories.bookmarks.map(\.name) == ["three", "two"])
    learner.press("u")
    #expect(learner.session.memories.bookmarks.map(\.name) == ["three", "two", "one"])
    learner.press("u")
    #expect(learner.status == "No bookmark was deleted")
    #expect(learner.returning().session.memories.bookmarks.count == 3)
  }

  @Test func `without one the list says how to set one`() {
    var learner = Learner()
    learner.press("B")
    #expect(learner.status == "You have no bookmark yet; :bookmark NAME sets one here")
    learner.command("unbookmark nothing")
    #expect(learner.status == "there is no bookmark 'nothing'; bookmarks lists them")
  }

  @Test func `they serve line by line too`() {
    var learner = PlainLearner()
    _ = learner.type("goto 1.1", "next")
    #expect(learner.type("bookmark here") == "Bookmarked as here. goto here comes back here.")
    _ = learner.type("goto 1.3")
    #expect(learner.type("bookmarks").contains("here"))
    #expect(learner.type("goto here").contains("Rows"))
    #expect(learner.type("unbookmark here") == "The bookmark here is gone.")
    #expect(learner.type("bookmarks").hasPrefix("You have no bookmark yet."))
  }
}
