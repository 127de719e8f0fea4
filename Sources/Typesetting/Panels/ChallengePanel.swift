// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

/// A challenge as it stands on the page: the goal, the experiment to change, the judgement.
public struct ChallengePanel: Sendable {
  /// The challenge.
  public var challenge: Challenge
  /// The experiment as the learner has it.
  public var experiment: ExperimentPanel
  /// The share of hidden seeds on which the last try reached every goal; `nil` before the first.
  public var score: Double?
  /// What the goals' measures came to on the hidden seeds, or empty.
  public var measured = ""
  /// Whether some try has passed.
  public var isPassed = false
  /// How many hints were taken.
  public var hintCount = 0
  /// The solution in words, once it is shown, or empty.
  public var solution = ""

  /// A challenge that nobody has tried yet.
  public init(_ challenge: Challenge, experiment: ExperimentPanel) {
    self.challenge = challenge
    self.experiment = experiment
  }

  /// The panel at a width.
  public func lines(width: Int, height: Int, glyphs: GlyphSet) -> [Line] {
    let parts = PanelParts(width: width, glyphs: glyphs, isFocused: experiment.isFocused)
    let setter = parts.setter
    var body = setter.wrapped(setter.spans(challenge.introduction))
    let goals = challenge.goals.map {
      "\($0.measure.readable) \($0.comparison.rawValue) \($0.bound.plain)"
    }
    let seeds = challenge.seeds == 1 ? "one hidden seed" : "each of \(challenge.seeds) hidden seeds"
    body += setter.wrapped(
      setter.safe("Goal: ", Style(.label))
        + setter.safe(goals.joined(separator: " and "), Style(.text, emphasis: .bold))
        + setter.safe(", on \(seeds)", Style(.faint)))
    body += judgement(setter)
    for hint in challenge.hints.prefix(hintCount) {
      body += setter.wrapped(setter.safe("Hint: ", Style(.label)) + setter.spans(hint))
    }
    if !solution.isEmpty {
      body += setter.wrapped(
        setter.safe("One solution: ", Style(.label)) + setter.safe(solution, Style(.code)))
    }
    if isPassed { body += setter.wrapped(setter.spans(challenge.explanation)) }
    let head =
      parts.head("Challenge", "", challenge.title)
      + body.map { line in
        var result = Line("  ")
        result.append(line)
        return result
      }
    return head + experiment.lines(width: width, height: height, glyphs: glyphs)
  }

  /// Which help is left.
  private var nextHelp: String {
    if isPassed || hintCount > challenge.hints.count { return "" }
    return hintCount < challenge.hints.count ? " h gives a hint." : " h shows a solution."
  }

  private func judgement(_ setter: Typesetter) -> [Line] {
    guard let score else {
      return isPassed
        ? setter.wrapped(setter.safe("Passed before.", Style(.correct))) : []
    }
    let reached = Int((score * Double(challenge.seeds)).rounded())
    let there = measured.isEmpty ? "" : " (\(measured))"
    let text = "The goal was reached on \(reached) of \(challenge.seeds) hidden seeds\(there)"
    return setter.wrapped(
      score == 1
        ? setter.safe("Passed. \(text).", Style(.correct, emphasis: .bold))
        : setter.safe(
          "\(isPassed ? "Passed before, but not so" : "Not yet"). \(text).",
          Style(.warning, emphasis: .bold)) + setter.safe(nextHelp, Style(.faint)))
  }
}
