// SPDX-License-Identifier: MIT
import LearnerRecords
import TerminalText
import Testing

@testable import Tutorial

/// Missed questions come back: when, in which chapter, and until when.
@Suite struct ReviewTests {
  /// An answer to the question `one` of the small course's quiz.
  private func answer(
    _ isCorrect: Bool, at date: Double, question: String = "one", lesson: String = "practice"
  ) -> AnswerEntry {
    AnswerEntry(
      lesson: lesson, quiz: "check", question: question, given: "a", isCorrect: isCorrect,
      attempt: 1, date: date)
  }

  private func due(_ answers: [AnswerEntry], _ now: Double) -> [String] {
    SpacedQuestions.due(answers, at: now).map(\.question)
  }

  @Test func `a missed question is due after ten minutes, then a day, then four days`() {
    let (minutes, day) = (600.0, 86_400.0)
    var answers = [answer(false, at: 0)]
    #expect(due(answers, minutes - 1).isEmpty && due(answers, minutes) == ["one"])
    answers.append(answer(true, at: 700))
    #expect(due(answers, 700 + day - 1).isEmpty && due(answers, 700 + day) == ["one"])
    answers.append(answer(true, at: 700 + day))
    let last = 700 + day + 4 * day
    #expect(due(answers, last - 1).isEmpty && due(answers, last) == ["one"])
    answers.append(answer(true, at: last))
    #expect(due(answers, 1e12).isEmpty)
  }

  @Test func `a right answer before its time changes nothing, another miss begins anew`() {
    let early = [answer(false, at: 0), answer(true, at: 10)]
    #expect(due(early, 600) == ["one"])
    let missed = early + [answer(true, at: 700), answer(false, at: 800)]
    #expect(due(missed, 1399).isEmpty && due(missed, 1400) == ["one"])
    #expect(due([answer(true, at: 0)], 1e12).isEmpty)
  }

  @Test func `the longest due come first, and each question counts by itself`() {
    let answers = [
      answer(false, at: 50, question: "b"), answer(false, at: 10, question: "a"),
      answer(false, at: 20, lesson: "other"), answer(false, at: 9000, question: "later"),
    ]
    #expect(due(answers, 1000) == ["a", "one", "b"])
  }

  /// Someone who missed the first question long ago, and reads another chapter now.
  private func returned(_ events: [LearnerEvent]) -> Learner {
    Learner(size: Size(columns: 80, rows: 30), chapter: 0, kept: events)
  }

  @Test func `due questions are told at the start, and asked in their own chapter`() throws {
    var learner = returned([
      .answer(answer(false, at: 1)), .answer(answer(false, at: 2, question: "number")),
    ])
    #expect(learner.status == "2 questions that you missed are due again: Enter asks them")
    learner.press("<Enter>")
    #expect(learner.session.workbook?.lesson.id == "practice")
    #expect(learner.session.workbook?.quizzes["check"]?.question?.id == "one")
    learner.press(learner.letters() + "<Enter><Enter>")
    #expect(learner.session.workbook?.quizzes["check"]?.question?.id == "number")
    learner.press("4<Enter><Enter>")
    #expect(learner.status == "Every question that was due is answered")
    #expect(learner.answers.suffix(2).map(\.isCorrect) == [true, true])
    learner.command("review")
    #expect(learner.status == SpacedQuestions.nothingDue)
  }

  @Test func `Esc leaves a review, and what is still due stays due`() {
    var learner = returned([.answer(answer(false, at: 1))])
    learner.command("review")
    learner.press("<Esc>")
    #expect(!learner.session.isReviewing && learner.session.focusedBlock?.id == "check")
    #expect(learner.returning().status.contains("due again"))
  }

  @Test func `any other key than Enter does what it always does`() {
    var learner = returned([.answer(answer(false, at: 1))])
    learner.press("j")
    #expect(learner.session.pager.top == 1)
    #expect(!learner.status.contains("due again") && !learner.session.isReviewing)
  }

  @Test func `a question that is no longer there is passed over`() {
    var learner = returned([
      .answer(answer(false, at: 1, question: "gone")),
      .answer(answer(false, at: 2, lesson: "no such lesson")),
      .answer(answer(false, at: 3, question: "order")),
    ])
    learner.command("review")
    #expect(learner.session.workbook?.quizzes["check"]?.question?.id == "order")
    var other = returned([.answer(answer(false, at: 1, question: "gone"))])
    other.command("review")
    #expect(other.status == SpacedQuestions.nothingDue)
  }

  @Test func `after a quiz the questions that are due are told`() {
    var learner = Learner(
      size: Size(columns: 80, rows: 30), chapter: 1,
      kept: [.answer(answer(false, at: 1, question: "order"))])
    learner.command("quiz")
    for _ in 0..<2 { learner.press(learner.letters() + "<Enter><Enter>") }
    learner.press("4<Enter><Enter>")
    #expect(learner.status == "A question that you missed is due again: Enter asks it")
    learner.press("<Enter>")
    #expect(learner.session.isReviewing)
    #expect(learner.session.workbook?.quizzes["check"]?.question?.id == "order")
  }

  @Test func `e opens the experiment of a question, s its section`() {
    let text = SmallCourse.practice.replacing(
      "section: \"#the-run\"\n  - id: several",
      with: "section: \"#the-run\"\n    experiment: long\n  - id: several")
    var learner = Learner([text], size: Size(columns: 80, rows: 30))
    learner.command("quiz")
    learner.press(learner.letters(wrong: true) + "<Enter>")
    #expect(learner.page.contains("e its experiment"))
    #expect(learner.page.contains("It is asked again later"))
    learner.press("e")
    #expect(learner.session.focusedExperiment == "long")
    learner.press("<Enter>")
    #expect(learner.waiting?.ticket.experiment == "long")
    learner.command("quiz")
    learner.press(learner.letters() + "<Enter>e")
    #expect(learner.status == "No experiment belongs to this question")
  }

  @Test func `the linear notebook reviews too`() {
    var fresh = PlainLearner()
    #expect(fresh.type("review").contains("No question is due"))
    var plain = PlainLearner(kept: [.answer(answer(false, at: 1, question: "number"))])
    let said = plain.type("review")
    #expect(said.contains("How many quarters make one?"))
    #expect(plain.type("4").contains("Every question that was due is answered."))
  }
}
