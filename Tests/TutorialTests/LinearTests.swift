// SPDX-License-Identifier: MIT
import LearnerRecords
import LessonFormat
import Testing

@testable import Tutorial

/// The course line by line: what a screen reader reads and a pipe scripts.
@Suite struct LinearTests {
  private func letter(_ learner: PlainLearner, wrong: Bool = false) -> String {
    guard let id = learner.notebook.openQuiz, let progress = learner.notebook.workbook?.quizzes[id],
      let question = progress.question
    else { return "" }
    let order = progress.order(of: question)
    func place(_ option: Int) -> String {
      order.firstIndex(of: option).map { String(Question.letters[$0]) } ?? "?"
    }
    switch question.rightAnswer {
    case .number(let number): return wrong ? "99" : "\(Int(number))"
    case .option(let right): return place(wrong ? 1 - right : right)
    case .options(let right): return right.sorted().map(place).joined(separator: " ")
    case .order(let right): return right.map(place).joined(separator: " ")
    }
  }

  @Test func `a chapter in words, section by section`() throws {
    var learner = PlainLearner()
    try Snapshots.compare(
      learner.type("goto 1.2", "next", "", "next", "next", "next"), name: "linear-sections")
    #expect(learner.notebook.section == 5)
  }

  @Test func `next goes through the whole course to its end, and back`() {
    var learner = PlainLearner()
    for _ in 0..<8 { _ = learner.type("next") }
    #expect(learner.notebook.workbook?.lesson.id == "practice")
    let end = learner.type("next", "next", "next")
    #expect(end.hasSuffix("This is the end of the course."))
    #expect(learner.type("previous").contains("1.2 Practice"))
    #expect(learner.type("goto reading", "previous").hasSuffix("This is the beginning."))
  }

  @Test func `what was read to its end is listed as read`() {
    var learner = PlainLearner()
    #expect(learner.type("next", "list").contains("0 of 3 read"))
    #expect(learner.type("next", "next", "list").contains("  x 1.1"))
    #expect(learner.type("goto 1.3", "list").contains("2 of 3 read"))
    #expect(learner.kept.contains(.lessonFinished(lesson: "closing")))
  }

  @Test func `no line of the whole course is wider than asked for`() {
    for width in [24, 40, 80] {
      var learner = PlainLearner(width: width)
      #expect(learner.notebook.greeting.allSatisfy { $0.width <= width })
      let text = (0..<14).map { _ in learner.type("next") }.joined(separator: "\n")
      #expect(text.contains("Goodbye."))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
    }
  }

  @Test func `a run in words, its numbers on asking`() throws {
    var learner = PlainLearner(width: 80)
    _ = learner.type("goto 1.2")
    try Snapshots.compare(learner.type("run small"), name: "linear-run")
    #expect(Learner.runs(in: learner.kept).map(\.experiment) == ["small"])
    let table = learner.type("table loss")
    #expect(table.contains("epoch") && table.split(separator: "\n").count > 20)
    #expect(learner.type("run small noise=0.3").contains("This was run 2."))
    #expect(learner.type("undo").contains("noise 0.1"))
    #expect(learner.type("redo").contains("noise 0.3"))
    #expect(learner.type("defaults").contains("small is as the lesson has it."))
    #expect(learner.type("set epochs=30").contains("epochs 30"))
    #expect(learner.type("history").contains("small"))
    #expect(learner.type("compare 1 2").contains("0.3"))
    #expect(learner.type("show 2").contains("Run 2: small (practice)"))
    #expect(learner.type("pin").contains("Pinned"))
    #expect(learner.type("sweep small noise=0.1,0.3").contains("noise 0.3"))
  }

  @Test func `no cell of it needs a screen`() {
    var learner = PlainLearner(width: 40)
    var text = learner.type("", "", "", "goto 1.2", "", "run small", "table", "", "quiz", "a", "b")
    text += "\n" + learner.type("list", "help", "help run", "history", "guide", "yes")
    for line in text.split(separator: "\n") {
      #expect(line.allSatisfy { $0.isASCII && ($0 == " " || !$0.isWhitespace) }, "\(line)")
      #expect(line.count <= 40, "\(line)")
    }
  }

  @Test func `the questions are asked, answered and scored`() throws {
    var learner = PlainLearner()
    _ = learner.type("goto 1.2")
    let asked = learner.type("quiz")
    #expect(asked.hasPrefix("Question 1 of 4: Which is right?\n  a) "))
    #expect(asked.hasSuffix("Type one letter."))
    let wrong = learner.type(letter(learner, wrong: true))
    #expect(wrong.oneLine.contains("Not quite. No, it is not. Right is "))
    #expect(wrong.oneLine.contains(": The right one. One of the two. Read again: goto The run."))
    #expect(wrong.contains("Question 2 of 4"))
    #expect(learner.type(letter(learner)).hasPrefix("Right."))
    #expect(learner.type("hint") == "Hint: Count them.")
    #expect(learner.type("hint") == "! there is no further hint")
    #expect(learner.type("4").contains("Right."))
    let last = learner.type("answer \(letter(learner))")
    #expect(last.contains("Score: 3 of 4."))
    #expect(!learner.notebook.asksQuestion)
    let answers = learner.kept.compactMap { if case .answer(let entry) = $0 { entry } else { nil } }
    #expect(answers.map(\.isCorrect) == [false, true, true, true])
    #expect(learner.type("quiz").contains("Question 1 of 4"))
  }

  @Test func `a command is a command though a question is open`() {
    var learner = PlainLearner()
    _ = learner.type("goto 1.2", "quiz")
    #expect(learner.type("list").contains("1.3"))
    #expect(learner.notebook.asksQuestion)
    #expect(learner.type("answer z") == "! 'z' is not an option; type a to b")
  }

  @Test func `predictions, challenges and guides in words`() {
    var learner = PlainLearner()
    _ = learner.type("goto 1.2")
    #expect(learner.type("predict b").contains("Now type run small"))
    let run = learner.type("run small")
    #expect(run.contains("You predicted b, and it is so."))
    let missed = learner.type("run longer")
    #expect(missed.contains("Not yet: the goal was reached on 0 of 2 hidden seeds: "))
    #expect(learner.type("hint").contains("Which hyperparameter counts epochs?"))
    let passed = learner.type("run longer epochs=80")
    #expect(
      passed.oneLine.contains("Passed: the goal was reached on 2 of 2 hidden seeds: "))
    #expect(passed.contains("More epochs."))
    #expect(learner.type("guide").contains("Is the loss NaN? Type yes or no."))
    #expect(learner.type("no").contains("Is there a gap?"))
    #expect(learner.type("no").contains("Train on."))
    let names = learner.kept.map(\.name)
    #expect(names.filter { $0 == "challenge" }.count == 2)
    #expect(names.filter { $0 == "prediction" }.count == 2)
  }

  @Test func `what is no answer to an open question is told what would be`() {
    var learner = PlainLearner()
    _ = learner.type("goto 1.2", "quiz")
    #expect(learner.type("z").contains("'z' is not an option; type a to b"))
    #expect(learner.type("list").contains("1.2"))
    var guided = PlainLearner()
    _ = guided.type("goto 1.2", "guide")
    #expect(guided.type("maybe").contains("'maybe' is no answer here; type yes or no"))
  }

  @Test func `a prediction after the run is told to be late`() {
    var learner = PlainLearner()
    _ = learner.type("goto 1.2", "run small")
    #expect(learner.type("predict a").oneLine.contains("a prediction counts when it is made first"))
  }

  @Test func `goto follows links as lessons write them`() {
    var learner = PlainLearner()
    _ = learner.type("goto 1.2")
    #expect(learner.type("goto #questions").contains("Questions"))
    var other = PlainLearner()
    #expect(other.type("goto 02-lesson.md#the-run").contains("The run"))
    #expect(other.notebook.workbook?.lesson.id == "practice")
    #expect(other.type("goto #").contains("there is no chapter"))
  }

  /// A line, and the sentence on standard error.
  static let complaints: [(line: String, sentence: String)] = [
    ("rnu small", "there is no command rnu; did you mean run?; help lists them"),
    ("run nothing", "there is no experiment nothing in this course"),
    ("run small noise=9", "noise is 9"), ("run small noise", "'noise' is not a setting"),
    ("goto 9.9", "there is no chapter or section '9.9'"), ("table", "small was not run yet"),
    ("undo", "there is no change to take back"), ("redo", "there is no change to make again"),
    ("show 4", "there is no run 4; history lists them"),
    ("find zzz", "'zzz' is not in this chapter"),
    ("answer a", "no question is open; quiz asks one"), ("hint", "there is no hint here"),
    ("guide run", "there is no run to look at yet"), ("help me", "there is no command me"),
    ("pin", "small was not run yet"), ("reset 9.9", "there is no lesson '9.9' to reset"),
    ("reset al", "there is no lesson 'al' to reset; did you mean all?"),
    ("save --froce a.txt", "there is no option --froce; did you mean --force?"),
    ("quiz --agin", "there is no option --agin; did you mean --again?"),
    ("run small --seed 5", "there is no option --seed; did you mean --seeds?"),
  ]

  @Test(arguments: complaints)
  func `what cannot be done is one sentence`(example: (line: String, sentence: String)) {
    var learner = PlainLearner()
    _ = learner.type("goto 1.2")
    _ = learner.type(example.line)
    #expect(learner.complaints.count == 1)
    #expect(learner.complaints.first?.contains(example.sentence) == true, "\(learner.complaints)")
  }

  @Test func `goto and find lead to sections`() {
    var learner = PlainLearner()
    _ = learner.type("goto 1.2")
    #expect(learner.type("goto troubles").contains("Troubles"))
    #expect(learner.type("find quarters").isEmpty == false)
    #expect(learner.type("find reach 60").contains("The challenge"))
    var narrow = PlainLearner(width: 20)
    _ = narrow.type("goto 1.2")
    #expect(narrow.type("find reach 60 epochs").contains("The challenge"))
    #expect(narrow.type("find Reach 99").hasPrefix("! "))
    #expect(learner.type("print").contains("The challenge"))
    #expect(learner.type("print 1.3").contains("Goodbye."))
    #expect(learner.type("quit").isEmpty && learner.hasLeft)
  }

  @Test func `a place is kept for the pager and for the next day`() {
    var learner = PlainLearner()
    _ = learner.type("next", "next")
    #expect(learner.kept.last == .place(lesson: "reading", anchor: "rows", offset: 0))
  }
}

extension String {
  /// The text as it was before it was wrapped.
  fileprivate var oneLine: String {
    split { $0.isWhitespace }.joined(separator: " ")
  }
}
