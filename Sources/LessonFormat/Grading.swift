// SPDX-License-Identifier: MIT

/// An answer to a question; options are named by their index as written, from 0.
public enum Answer: Hashable, Sendable {
  /// One option.
  case option(Int)
  /// Some options.
  case options(Set<Int>)
  /// A number.
  case number(Double)
  /// The options in an order.
  case order([Int])
}

/// What an answer is worth, and what is said to it.
public struct Grade: Hashable, Sendable {
  /// Whether the answer is wholly right.
  public var isCorrect: Bool
  /// What it is worth, 0 to 1.
  public var score: Double
  /// What is said to it: a remark for each option that was chosen, or of several choices for each that
  /// was chosen or left wrongly; the explanation is not among them.
  public var feedback: [[Inline]]
  /// The option that each remark is about, as an index of the options as written, where there may be
  /// several.
  public var subjects: [Int] = []

  /// The remarks, each with the letter of its option as the options are shown, where there may be
  /// several.
  public func remarks(shown order: [Int]) -> [(letter: Character?, text: [Inline])] {
    feedback.enumerated().map { index, text in
      let subject = subjects.indices.contains(index) ? subjects[index] : nil
      return (subject.flatMap { order.firstIndex(of: $0) }.map { Question.letters[$0] }, text)
    }
  }
}

extension Question {
  /// Judges an answer; one of another kind than asked for is worth nothing.
  ///
  /// Several choices earn (right ones chosen - wrong ones chosen) / right ones, never below 0; an
  /// order earns the share of pairs that stand the right way round.
  public func grade(_ answer: Answer) -> Grade {
    switch (kind, answer) {
    case (.choice(let options), .option(let index)):
      guard options.indices.contains(index) else { break }
      let option = options[index]
      return Grade(
        isCorrect: option.isCorrect, score: option.isCorrect ? 1 : 0,
        feedback: [option.feedback].filter { !$0.isEmpty })
    case (.choices(let options), .options(let chosen)):
      return Self.grade(chosen, among: options)
    case (.number(let right, let tolerance, _), .number(let number)):
      // A hair is allowed beside the tolerance, since 0.1 + 0.2 is not 0.3.
      let hair = 1e-9 * max(abs(right), abs(number))
      let isCorrect = number.isFinite && abs(number - right) <= tolerance + hair
      return Grade(isCorrect: isCorrect, score: isCorrect ? 1 : 0, feedback: [])
    case (.order(let options), .order(let order)):
      guard order.sorted() == Array(options.indices) else { break }
      let score = Self.shareOfOrderedPairs(order)
      return Grade(isCorrect: order == Array(options.indices), score: score, feedback: [])
    default: break
    }
    return Grade(isCorrect: false, score: 0, feedback: [])
  }

  /// The answer that is wholly right.
  public var rightAnswer: Answer {
    switch kind {
    case .choice(let options): .option(options.firstIndex { $0.isCorrect } ?? 0)
    case .choices(let options): .options(Set(options.indices.filter { options[$0].isCorrect }))
    case .number(let number, _, _): .number(number)
    case .order(let options): .order(Array(options.indices))
    }
  }

  private static func grade(_ chosen: Set<Int>, among options: [Option]) -> Grade {
    let right = Set(options.indices.filter { options[$0].isCorrect })
    let hits = chosen.intersection(right).count
    let misses = chosen.subtracting(right).count
    // What went wrong is explained: a wrong option that was chosen, a right one that was not.
    let told = chosen == right ? chosen : chosen.symmetricDifference(right)
    let subjects = told.sorted().filter {
      options.indices.contains($0) && !options[$0].feedback.isEmpty
    }
    return Grade(
      isCorrect: chosen == right,
      score: right.isEmpty ? 0 : max(0, Double(hits - misses) / Double(right.count)),
      feedback: subjects.map { options[$0].feedback }, subjects: subjects)
  }

  private static func shareOfOrderedPairs(_ order: [Int]) -> Double {
    guard order.count > 1 else { return 1 }
    var ordered = 0
    for later in order.indices {
      ordered += order[..<later].count { $0 < order[later] }
    }
    return Double(ordered) / Double(order.count * (order.count - 1) / 2)
  }
}
