// SPDX-License-Identifier: MIT
import Testing

@testable import LessonFormat

@Suite struct GradingTests {
  /// The one question that some settings make.
  private func question(_ settings: String) throws -> Question {
    let lines = settings.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    let lesson = lesson("```quiz q\nquestions:\n  - id: one\n    ask: What?\n\(lines)\n```\n")
    #expect(lesson.findings == [])
    return try #require(lesson.quizzes.first?.questions.first)
  }

  @Test func `one right option is worth all, any other nothing, each with its remark`() throws {
    let question = try question(
      "options:\n  - {text: A, correct: true, because: Yes.}\n  - {text: B, because: No.}\n  - C")
    let right = question.grade(.option(0))
    #expect(right.isCorrect && right.score == 1 && right.feedback.map(text) == ["Yes."])
    let wrong = question.grade(.option(1))
    #expect(!wrong.isCorrect && wrong.score == 0 && wrong.feedback.map(text) == ["No."])
    #expect(question.grade(.option(2)).feedback.isEmpty)
    #expect(question.grade(.option(7)) == Grade(isCorrect: false, score: 0, feedback: []))
    #expect(question.grade(.number(0)).score == 0)
  }

  @Test(arguments: [
    (Set([0, 1]), true, 1.0), (Set([0]), false, 0.5), (Set([0, 2]), false, 0),
    (Set([0, 1, 2]), false, 0.5), (Set([2, 3]), false, 0), (Set<Int>(), false, 0),
  ])
  func `several choices earn what is right less what is wrong`(
    _ chosen: Set<Int>, _ isCorrect: Bool, _ score: Double
  ) throws {
    let question = try question(
      "options: [{text: A, correct: true}, {text: B, correct: true}, C, D]")
    let grade = question.grade(.options(chosen))
    #expect(grade.isCorrect == isCorrect)
    #expect(grade.score == score)
  }

  @Test(
    arguments: [
      (0.25, true), (0.251, true), (0.2511, false), (-0.25, false), (.nan, false),
      (.infinity, false),
    ] as [(Double, Bool)])
  func `a number is right within its tolerance`(_ number: Double, _ isCorrect: Bool) throws {
    let question = try question("answer: 0.25\ntolerance: 0.001")
    #expect(question.grade(.number(number)).isCorrect == isCorrect)
    #expect(try self.question("answer: 0.3").grade(.number(0.1 + 0.2)).isCorrect)
  }

  @Test func `an order earns the share of pairs that stand the right way round`() throws {
    let question = try question("order: [forward, loss, backward, update]")
    #expect(question.grade(.order([0, 1, 2, 3])).isCorrect)
    #expect(question.grade(.order([1, 0, 2, 3])).score == 5.0 / 6)
    #expect(question.grade(.order([3, 2, 1, 0])).score == 0)
    #expect(question.grade(.order([0, 0, 1, 2])).score == 0)
    #expect(question.rightAnswer == .order([0, 1, 2, 3]))
  }

  @Test func `options are shuffled by the seed, and an order never shows its answer`() throws {
    let choice = try question("options: [{text: A, correct: true}, B, C, D]")
    let order = try question("order: [a, b]")
    var seen = Set<[Int]>()
    for seed in 0..<100 as Range<UInt64> {
      let shown = choice.shuffledOptions(seed: seed)
      #expect(shown.sorted() == [0, 1, 2, 3])
      #expect(shown == choice.shuffledOptions(seed: seed))
      seen.insert(shown)
      #expect(order.shuffledOptions(seed: seed) == [1, 0])
    }
    #expect(seen.count > 20)
  }

  @Test func `answers are typed as letters of what is shown, or as numbers`() throws {
    let choice = try question("options: [{text: A, correct: true}, B, C]")
    let choices = try question("options: [{text: A, correct: true}, {text: B, correct: true}, C]")
    let number = try question("answer: 25\nunit: \"%\"")
    let order = try question("order: [x, y, z]")
    #expect(try choice.answer(typed: " B ", shown: [2, 0, 1]) == .option(0))
    #expect(try choices.answer(typed: "a, c", shown: [2, 0, 1]) == .options([2, 1]))
    #expect(try number.answer(typed: "−25 %", shown: []) == .number(-25))
    #expect(try order.answer(typed: "cab", shown: [2, 0, 1]) == .order([1, 2, 0]))
  }

  @Test(arguments: [
    ("d", "'d' is not an option; type a to c"), ("", "type one letter, a to c"),
    ("ab", "type one letter, a to c"), ("\u{1B}", "'\u{1B}' is not an option; type a to c"),
  ])
  func `what is no answer gets a sentence`(_ typed: String, _ message: String) throws {
    let question = try question("options: [{text: A, correct: true}, B, C]")
    #expect(throws: AnswerError.self) { try question.answer(typed: typed, shown: [0, 1, 2]) }
    do {
      _ = try question.answer(typed: typed, shown: [0, 1, 2])
    } catch {
      #expect(error.description == message)
    }
  }
}

@Suite struct ConditionTests {
  @Test(
    arguments: [
      ("> 10", 10.5, true), ("> 10", 10, false), ("<= 3", 3, true), (">=3", 2.9, false),
      ("= 0.5", 0.5, true), ("5...10", 10, true), ("5...10", 4.99, false), ("otherwise", 1, true),
      ("< 1e300", -.infinity, false),
    ] as [(String, Double, Bool)])
  func `conditions hold or do not`(_ text: String, _ number: Double, _ holds: Bool) throws {
    #expect(try #require(Condition(text)).holds(for: number) == holds)
  }

  @Test(arguments: ["", "10", "> ten", "10...5", "5...", "> nan", "<> 3"])
  func `what is no condition is none`(_ text: String) { #expect(Condition(text) == nil) }
}

@Suite struct FormulaTests {
  @Test(
    arguments: [
      ("1 + 2 * 3", 7.0), ("(1 + 2) * 3", 9), ("2^3^2", 512), ("-2^2", -4), ("2 - 3 - 4", -5),
      ("8 / 4 / 2", 1), ("x^2", 4), ("sigmoid(0)", 0.5), ("max(x, 3) - min(x, 3)", 1),
      ("1.5e1", 15), ("2e-1*x", 0.4), ("e^0 + cos(pi)", 0), ("relu(-x) + step(x) + abs(-1)", 2),
      ("--x", 2), ("2 * -x", -4), ("sqrt(log10(100) + 2)", 2),
    ] as [(String, Double)])
  func `formulas have the value that mathematics gives them`(_ text: String, _ value: Double) throws
  {
    #expect(abs(try Formula(text)(2) - value) < 1e-12)
  }

  @Test(arguments: [
    ("", 1, "the formula ends too early"), ("2 x", 3, "an operator such as + or * is missing here"),
    ("sin x", 5, "sin needs its argument in parentheses"),
    ("gelu", 1, "there is no gelu; did you mean relu?"),
    ("1..2", 1, "1..2 is not a number"), ("(1", 3, "a closing parenthesis is missing"),
    ("2 * $", 5, "a number, x or a function is missing here"),
    ("max(1)", 1, "max takes two arguments"),
  ])
  func `a formula that cannot be read says where and why`(
    _ text: String, _ column: Int, _ message: String
  ) {
    #expect(throws: FormulaError(message: message, column: column)) { try Formula(text) }
  }

  @Test func `formulas that are contrived are refused`() {
    for text in [
      String(repeating: "(", count: 400), String(repeating: "-", count: 400) + "1",
      String(repeating: "1+", count: 5000) + "1", String(repeating: "2^", count: 400) + "2",
    ] {
      #expect(throws: FormulaError.self) { try Formula(text) }
    }
  }
}
