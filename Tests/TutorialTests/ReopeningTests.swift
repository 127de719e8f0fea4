// SPDX-License-Identifier: MIT
import LearnerRecords
import LessonFormat
import TerminalText
import Testing

@testable import Tutorial

/// Another day everything is as it was left.
@Suite struct ReopeningTests {
  @Test func `the place is the same, at whatever size`() {
    var learner = Learner()
    learner.press("20jq")
    #expect(learner.returning().session.pager.top == 20)
    let narrow = learner.returning(size: Size(columns: 30, rows: 20))
    #expect(narrow.row(0) == learner.row(0))
    var again = learner
    for _ in 0..<20 {
      again = again.returning()
      again.press("q")
    }
    #expect(again.session.pager.top == 20)
  }

  @Test func `the last run of each experiment is there again, with its number and settings`() {
    var learner = Learner(chapter: 1)
    learner.command("run small")
    learner.command("run small noise=0.5")
    let loss = learner.cell("small")?.output?.report.results.first?.measure("validation_loss")
    let next = learner.returning(chapter: 1)
    #expect(next.cell("small")?.output?.number == 2)
    #expect(next.value("noise", of: "small") == "0.5")
    #expect(next.cell("small")?.isStale == false)
    #expect(next.cell("small")?.output?.report.results.first?.measure("validation_loss") == loss)
    #expect(next.runs.count == 2, "computing it again is not another run")
  }

  @Test func `a section is gone to though runs above it are drawn again`() {
    var learner = Learner(size: Size(columns: 80, rows: 8), chapter: 1)
    learner.command("run small")
    learner.press("q")
    let anchor = "questions"
    #expect(learner.session.workbook?.headings.contains { $0.anchor == anchor } == true)
    var next = learner.returning(size: Size(columns: 80, rows: 8))
    next.perform([.open(chapter: 1, .anchor(anchor))])
    #expect(next.cell("small")?.output != nil)
    #expect(next.row(0).hasPrefix("Questions"), "\(next.screen)")
  }

  @Test func `answers, predictions and challenges are there again`() {
    var learner = Learner(chapter: 1)
    learner.command("predict b")
    learner.command("run small")
    learner.command("run longer epochs=80")
    learner.command("quiz")
    learner.press(learner.letters(wrong: true) + "<Enter><Enter>")
    learner.press(learner.letters() + "<Enter><Esc>q")
    let next = learner.returning(chapter: 1)
    #expect(next.page.contains("1 right, 2 of 4 answered"))
    #expect(next.page.contains("you predicted this, and it is so"))
    #expect(next.page.contains("Passed before."))
    #expect(next.page.contains("One solution: epochs=80"))
    #expect(next.predictions.count == learner.predictions.count)
    #expect(next.session.workbook?.quizzes["check"]?.question?.id == "number")
  }

  @Test func `a wrong prediction stays settled after the run was changed`() {
    var learner = Learner(chapter: 1)
    learner.command("predict a")
    learner.command("run small")
    learner.command("run small noise=0.5")
    let next = learner.returning(chapter: 1)
    #expect(next.page.contains("what happened"))
  }

  @Test func `a long run is drawn again beside the reading`() {
    var learner = Learner(chapter: 1)
    learner.command("run long noise=0.2")
    learner.finishRun()
    var next = learner.returning(chapter: 1)
    #expect(next.value("noise", of: "long") == "0.2")
    #expect(next.cell("long")?.output == nil)
    next.finishRun()
    #expect(next.cell("long")?.output?.number == 1)
    #expect(next.runs.count == 1, "drawing it again is not another run")
  }

  @Test func `a long run that is drawn again gives way to others, and goes on after them`() {
    var learner = Learner(chapter: 1)
    learner.command("run long")
    learner.finishRun()
    var next = learner.returning(chapter: 1)
    #expect(next.waiting?.ticket.purpose == .resume)
    next.command("run small")
    #expect(next.cell("small")?.output?.number == 2)
    #expect(next.waiting?.ticket.experiment == "long", "it is begun again")
    next.press("<^c>")
    #expect(next.waiting == nil, "unless it is cancelled")
    #expect(next.cell("long")?.output == nil && next.cell("long")?.progress == nil)
    next.command("run long")
    next.finishRun()
    #expect(next.cell("long")?.output?.number == 3)
  }

  @Test func `a run that would take long is not drawn unasked`() {
    var learner = Learner(chapter: 1)
    learner.command("run long")
    learner.finishRun()
    let kept = learner.kept.map { event in
      guard case .run(var entry) = event else { return event }
      entry.hyperparameters.removeAll { $0.name == "epochs" }
      entry.hyperparameters.append(NamedText("epochs", "100000"))
      return .run(entry)
    }
    let next = Learner(chapter: 1, kept: kept)
    #expect(next.value("epochs", of: "long") == "100000")
    #expect(next.waiting == nil)
  }

  @Test func `the first picture waits for nothing that it does not show`() {
    var learner = Learner(size: Size(columns: 80, rows: 10), chapter: 1)
    learner.command("run small")
    learner.press("gq")
    let lesson = learner.lessons[1]
    var session = Session(
      course: learner.session.course, size: Size(columns: 80, rows: 10), glyphs: .braille)
    let past = LessonPast(runs: learner.runs)
    let effects = session.update(.opened(chapter: 1, lesson, past, .top))
    #expect(!effects.contains { if case .run = $0 { true } else { false } })
    #expect(session.hasMoreToDo && !session.page.isComplete)
    let first = session.view()
    while session.hasMoreToDo {
      for case .run(let ticket, let request, true) in session.update(.idle) {
        _ = session.update(.finished(ticket, request.run()))
      }
    }
    #expect(session.page.isComplete)
    #expect(session.workbook?.cells["small"]?.output?.number == 1)
    #expect(session.view().lines.dropLast() == first.lines.dropLast(), "what is read stays")
  }

  @Test func `a chapter that was left has its outputs when one comes back`() {
    var learner = Learner(size: Size(columns: 80, rows: 24), chapter: 1)
    learner.command("run long")
    learner.finishRun()
    learner.command("set epochs=90")
    learner.command("goto 1.1")
    learner.command("goto 1.2")
    #expect(learner.cell("long")?.output?.number == 1)
    #expect(learner.value("epochs", of: "long") == "90")
    learner.command("reset all")
    #expect(learner.cell("long")?.output == nil, "a record that is new leaves nothing")
  }

  @Test func `a file that is broken or empty for a moment loses nothing`() {
    var learner = Learner(size: Size(columns: 80, rows: 24), chapter: 1)
    learner.command("run small noise=0.5")
    learner.press("gdd")
    let row = learner.row(0)
    let good = learner.lessons[1]
    for text in [
      "", SmallCourse.practice.replacing("```experiment small", with: "```experiment x"),
    ] {
      learner.lessons[1] = Lesson(parsing: text, file: good.file)
      learner.feed(.lessonChanged)
      learner.lessons[1] = good
      learner.feed(.lessonChanged)
      if text.isEmpty { #expect(learner.row(0) == row) }
      #expect(learner.cell("small")?.output?.number == 1)
      #expect(learner.value("noise", of: "small") == "0.5")
    }
  }

  @Test func `the place is kept where a reader rests`() {
    var learner = Learner(size: Size(columns: 80, rows: 10))
    learner.press("dd")
    #expect(learner.session.hasMoved)
    learner.feed(.rested)
    #expect(!learner.session.hasMoved)
    guard case .place("reading", _, _) = learner.kept.last else {
      Issue.record("the place is kept")
      return
    }
    let count = learner.kept.count
    learner.feed(.rested)
    #expect(learner.kept.count == count, "once")
  }

  @Test func `a reload keeps the place, the outputs, the edits and the answers`() {
    var learner = Learner(size: Size(columns: 80, rows: 24), chapter: 1)
    learner.command("run small noise=0.5")
    learner.command("predict a")
    learner.press("gdd")
    let row = learner.row(0)
    learner.lessons[1] = Lesson(
      parsing: SmallCourse.practice.replacing("Commit first.", with: "Commit yourself first."),
      file: learner.lessons[1].file)
    learner.command("reload")
    #expect(learner.row(0) == row)
    #expect(learner.page.contains("Commit yourself first."))
    #expect(learner.cell("small")?.output?.number == 1)
    #expect(learner.value("noise", of: "small") == "0.5")
    #expect(learner.session.workbook?.predictions["guess"]?.chosen == 0)
  }

  @Test func `a lesson that changes on disk is read again once nothing is lost by it`() {
    var learner = Learner(size: Size(columns: 80, rows: 24), chapter: 1)
    learner.press("ddd:run sm")
    let row = learner.row(0)
    learner.lessons[1] = Lesson(
      parsing: SmallCourse.practice.replacing("Commit first.", with: "Commit yourself first."),
      file: learner.lessons[1].file)
    learner.feed(.lessonChanged)
    #expect(learner.row(23) == ":run sm", "what is being typed stays")
    #expect(!learner.page.contains("Commit yourself first."))
    learner.press("<Esc>")
    #expect(learner.page.contains("Commit yourself first."))
    #expect(learner.status == "The lesson has changed on disk and was read again")
    #expect(learner.row(0) == row)
    learner.command("run long")
    learner.feed(.lessonChanged)
    #expect(learner.waiting != nil, "a run goes on")
    learner.finishRun()
    #expect(learner.cell("long")?.output != nil)
    #expect(learner.status == "The lesson has changed on disk and was read again")
  }

  @Test func `a reload of a lesson with a fault shows it and goes on`() {
    var learner = Learner(chapter: 1)
    learner.command("run small")
    learner.lessons[1] = Lesson(
      parsing: SmallCourse.practice.replacing("epochs: 20", with: "epohcs: 20"),
      file: learner.lessons[1].file)
    learner.command("reload")
    #expect(learner.page.contains("epohcs"))
    #expect(learner.status.hasSuffix("there is no experiment small in this lesson (and 2 more)"))
    learner.command("run long")
    #expect(learner.waiting != nil)
  }

  @Test func `what was recorded is forgotten where it is asked for`() {
    var learner = Learner(size: Size(columns: 80, rows: 24), chapter: 1)
    learner.command("run small")
    learner.command("quiz")
    learner.press("<Enter><Esc>")
    learner.command("reset 1.2")
    #expect(learner.runs.isEmpty)
    learner.command("history")
    #expect(learner.row(0) == "You have not run anything yet.")
    learner.press("<Esc>")
    #expect(learner.page.contains("0 right, 0 of 4 answered"))
    #expect(learner.cell("small")?.output == nil)
    learner.press("G")
    #expect(learner.session.course.chapters[1].progress == .finished)
    learner.command("reset all")
    #expect(learner.session.course.chapters[1].progress == .begun)
    learner.command("reset 9.9")
    #expect(learner.status.contains("there is no lesson '9.9' to reset"))
  }

  @Test func `v asks for the editor at the line that is read`() {
    var learner = Learner()
    learner.press("]v")
    guard case .edit(let file, let line)? = learner.effects.last else {
      Issue.record("no editor")
      return
    }
    #expect(file.hasSuffix("01-lesson.md"))
    #expect(
      SmallCourse.reading.split(separator: "\n", omittingEmptySubsequences: false)[line - 1]
        == "## Rows")
  }

  @Test func `what cannot be read or kept is said`() {
    var learner = Learner()
    learner.feed(.notOpened("Lessons/01.md could not be read"))
    #expect(learner.status == "Lessons/01.md could not be read")
    learner.feed(.told("The disk is full"))
    #expect(learner.status == "The disk is full")
  }
}
