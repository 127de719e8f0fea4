// SPDX-License-Identifier: MIT
import LearnerRecords
import LessonFormat
import TerminalText
import Testing

@testable import Tutorial

@Suite struct QuizTests {
  private func asked() -> Learner {
    var learner = Learner(size: Size(columns: 80, rows: 24), chapter: 1)
    learner.command("quiz")
    return learner
  }

  @Test func `a question, a wrong answer, and what is said to it`() throws {
    var learner = asked()
    try Snapshots.compare(learner.screen, name: "question")
    learner.press(learner.letters(wrong: true) + "<Enter>")
    try Snapshots.compare(learner.screen, name: "wrong-answer")
    let answer = try #require(learner.answers.first)
    #expect(answer.quiz == "check" && answer.question == "one" && answer.lesson == "practice")
    #expect(answer.given == "b" && !answer.isCorrect && answer.attempt == 1)
  }

  @Test func `the whole check, all right`() {
    var learner = asked()
    for _ in 0..<4 { learner.press(learner.letters() + "<Enter><Enter>") }
    #expect(learner.answers.map(\.isCorrect) == [true, true, true, true])
    #expect(learner.answers.map(\.given) == ["a", "a b", "4.0", "a b c"])
    #expect(learner.page.contains("4 right, 4 of 4 answered"))
    #expect(learner.page.contains("All right. Well done."))
    guard case .reading = learner.session.mode else {
      Issue.record("the questions are over")
      return
    }
  }

  @Test func `what was missed is asked again, and only that`() {
    var learner = asked()
    learner.press(learner.letters(wrong: true) + "<Enter><Enter>")
    for _ in 0..<3 { learner.press(learner.letters() + "<Enter><Enter>") }
    #expect(learner.page.contains("3 right, 4 of 4 answered"))
    #expect(learner.page.contains("To look at again:"))
    learner.press("<Enter>")
    #expect(learner.session.workbook?.quizzes["check"]?.question?.id == "one")
    learner.press(learner.letters() + "<Enter><Enter>")
    #expect(learner.answers.last?.attempt == 2 && learner.answers.last?.isCorrect == true)
    #expect(learner.page.contains("4 right, 4 of 4 answered"))
    learner.command("quiz again")
    #expect(learner.session.workbook?.quizzes["check"]?.question?.id == "one")
  }

  @Test func `a miss leads back to its section`() {
    var learner = asked()
    learner.press(learner.letters(wrong: true) + "<Enter>s")
    #expect(learner.row(0) == "The run")
    learner.press("''")
    #expect(learner.page.contains("Not quite."), "it is as it was left")
    guard case .answering = learner.session.mode else {
      Issue.record("the question is open again")
      return
    }
    learner.press("s")
    learner.command("quiz")
    #expect(learner.session.workbook?.quizzes["check"]?.question?.id == "several")
  }

  @Test func `several answers are ticked and unticked, arrows point`() {
    var learner = asked()
    learner.press("<Enter><Enter>")
    #expect(learner.session.workbook?.quizzes["check"]?.question?.id == "several")
    learner.press("abca")
    #expect(learner.field?.ticked == [1, 2])
    learner.press("<Up><Up><Up> <Down> ")
    #expect(learner.field?.ticked == [2, 0])
    learner.press("123")
    #expect(learner.field?.ticked == [1])
  }

  @Test func `'' opens no question that was not left, whatever is opened later`() {
    var learner = asked()
    learner.press(learner.letters(wrong: true) + "<Enter><Esc>")
    learner.press("G''")
    guard case .reading = learner.session.mode else {
      Issue.record("nothing was left")
      return
    }
    learner.command("goto 1.1")
    learner.press("''")
    #expect(learner.session.workbook?.lesson.id == "practice")
    guard case .reading = learner.session.mode else {
      Issue.record("nothing was left")
      return
    }
    learner.command("quiz again")
    learner.press(learner.letters(wrong: true) + "<Enter>s>")
    #expect(learner.session.workbook?.lesson.id == "closing")
    learner.press("<")
    guard case .reading = learner.session.mode else {
      Issue.record("only '' comes back")
      return
    }
  }

  @Test func `nothing ticked is no answer, and remarks name their options`() {
    var learner = asked()
    learner.press(learner.letters() + "<Enter><Enter><Enter>")
    #expect(learner.page.contains("Tick with letters or Space first"))
    #expect(learner.answers.count == 1)
    let text = SmallCourse.practice.replacing(
      "{text: Five}", with: "{text: Five, because: It is odd.}")
    var other = Learner([SmallCourse.reading, text], size: Size(columns: 80, rows: 24), chapter: 1)
    other.command("quiz")
    other.press(other.letters() + "<Enter><Enter>abc<Enter>")
    let order = other.session.workbook?.quizzes["check"].flatMap { quiz in
      quiz.question.map { quiz.order(of: $0) }
    }
    let letter = order?.firstIndex(of: 2).map { Question.letters[$0] }
    #expect(letter != nil && other.page.contains("\(letter ?? "?")) It is odd."))
  }

  @Test func `no answer is refused in place`() {
    var learner = asked()
    learner.press("z")
    #expect(learner.page.contains("Press a letter from a to b"))
    learner.press("<Enter><Enter>" + learner.letters() + "<Enter><Enter>")
    #expect(learner.session.workbook?.quizzes["check"]?.question?.id == "number")
    learner.press("4,0<Enter>")
    #expect(learner.page.contains("'4,0' is not a number"))
    learner.press("<BS><BS><BS>")
    learner.press("abc<Enter>")
    #expect(learner.page.contains("type a number, as in 0.25"))
    learner.press("x")
    #expect(learner.page.contains("Type a number, as in 0.25; Enter answers"))
    learner.press("1-<Enter>")
    #expect(learner.page.contains("'1-' is not a number"))
    learner.press("<BS><BS><Enter>")
    #expect(learner.page.contains("type a number, as in 0.25"))
    #expect(learner.answers.count == 2)
    learner.press("1/0<Enter>")
    #expect(learner.page.contains("'1/0' is not a number; type one, as in 0.25 or 1/4"))
  }

  @Test func `h gives the hints of a question one by one`() {
    var learner = asked()
    learner.press("h")
    #expect(learner.status == "This question has no hint")
    learner.press("<Enter><Enter>" + learner.letters() + "<Enter><Enter>")
    #expect(learner.page.contains("h a hint"))
    learner.press("h")
    #expect(learner.page.contains("Hint: Count them."))
    #expect(learner.kept.last == .hint(lesson: "practice", block: "check.number", level: 1))
    learner.press("h")
    #expect(learner.status == "There is no further hint")
    learner.press("4<Enter>")
    #expect(learner.answers.last?.isCorrect == true)
  }

  @Test func `a wrong order shows the right places`() {
    var learner = asked()
    for _ in 0..<3 { learner.press(learner.letters() + "<Enter><Enter>") }
    learner.press(learner.letters(wrong: true) + "<Enter>")
    #expect(learner.answers.last?.isCorrect == false)
    #expect(learner.page.contains("Not quite."))
  }

  @Test func `Esc leaves the questions, and they go on where they were left`() {
    var learner = asked()
    learner.press("<Enter><Enter>")
    learner.press("<Esc>")
    #expect(learner.page.contains("1 of 4 answered"))
    learner.press("<Enter>")
    #expect(learner.session.workbook?.quizzes["check"]?.question?.id == "several")
    learner.press("<^C>")
    #expect(!learner.hasLeft)
  }

  @Test func `on a small screen what is pointed at and what is said stay in sight`() {
    var learner = Learner(size: Size(columns: 30, rows: 6), chapter: 1)
    learner.command("quiz")
    learner.press("<Down>")
    #expect(learner.screen.contains("▸ b)"))
    learner.press("<Enter>")
    #expect(learner.screen.contains("Esc leaves") && learner.screen.contains("Enter goes on"))
    learner.press("<Enter>")
    learner.press("<Down><Down>")
    #expect(learner.screen.contains("▸ [ ] c)"))
    learner.press("<Esc>")
    learner.command("run small")
    learner.press("e<Down><Down><Down><Down>")
    #expect(learner.screen.contains("◂ sigmoid ▸"))
  }

  @Test func `answers typed as commands count the same`() {
    var learner = asked()
    let letters = learner.letters()
    learner.command("answer \(letters)")
    #expect(learner.answers.map(\.isCorrect) == [true])
    learner.press("<Enter>")
    learner.command("answer xyz")
    #expect(learner.screen.contains("'x' is not an option; type a to"))
    #expect(learner.answers.count == 1)
    learner.press("<Esc><Esc>")
    learner.command("answer a")
    #expect(learner.screen.contains("no question is open; quiz asks one"))
    learner.press("<Esc>")
    var reader = Learner()
    reader.command("quiz")
    #expect(reader.status == "this chapter has no questions")
    reader.command("answer a")
    #expect(reader.status == "no question is open; quiz asks one")
  }
}

extension Learner {
  /// What is chosen or typed for the open question.
  var field: AnswerEntryField? {
    if case .answering(let field) = session.mode { field } else { nil }
  }

  /// The keys that choose an answer to the open question.
  func letters(wrong: Bool = false) -> String {
    guard let progress = session.workbook?.quizzes["check"], let question = progress.question else {
      return ""
    }
    let order = progress.order(of: question)
    func place(_ option: Int) -> String {
      order.firstIndex(of: option).map { String(Question.letters[$0]) } ?? "?"
    }
    switch question.rightAnswer {
    case .number(let number): return wrong ? "99" : "\(Int(number))"
    case .option(let right): return place(wrong ? 1 - right : right)
    case .options(let right): return right.sorted().map(place).joined()
    case .order(let right): return (wrong ? right.reversed() : right).map(place).joined()
    }
  }
}
