// SPDX-License-Identifier: MIT
import Experiments
import LessonFormat
import TerminalText
import Training
import Typesetting

/// Judges whether settings reach a challenge's goal, over seeds that the learner does not see.
public struct ChallengeJudge: Sendable {
  private let challenge: Challenge
  private let experiment: Experiment

  /// A judge of a challenge about an experiment.
  public init(_ challenge: Challenge, experiment: Experiment) {
    self.challenge = challenge
    self.experiment = experiment
  }

  /// The first hidden seed, far from those that lessons use, so that luck with one does not pass.
  static let firstSeed = 7_000_000

  /// The runs that judge some hyperparameters.
  public func request(for hyperparameters: Hyperparameters) -> ExperimentRequest {
    ExperimentRequest(
      experiment: experiment.id, kind: experiment.kind,
      variants: [.init(name: "", hyperparameters: hyperparameters.replicated(Self.firstSeed))],
      seeds: challenge.seeds, figures: ClaimCheck.noFigures)
  }

  /// Whether every goal is reached on every hidden seed.
  public func isPassed(by report: ExperimentReport) -> Bool { score(of: report) == 1 }

  /// The share of hidden seeds on which every goal is reached.
  public func score(of report: ExperimentReport) -> Double {
    let passed = report.results.count { result in
      challenge.goals.allSatisfy { $0.holds(for: [result.measure($0.measure) ?? .nan]) }
    }
    return Double(passed) / Double(max(1, report.results.count))
  }

  /// What each goal's measure came to on the hidden seeds: `gap 31.2 ± 8.1 points`.
  public func measured(by report: ExperimentReport, glyphs: GlyphSet) -> String {
    challenge.goals.compactMap { goal in
      experiment.kind.measures.first { $0.name == goal.measure }.map { measure in
        let summary = Summary(report.values(of: goal.measure))
        let spread = challenge.seeds > 1 ? summary.standardDeviation : nil
        let value = measure.text(summary.mean, spread: spread, glyphs: glyphs)
        return "\(goal.measure.readable) \(value)"
      }
    }.joined(separator: ", ")
  }

  /// Whether settings pass; `nil` where they are not allowed or the runs were cancelled.
  public func isPassed(
    by settings: [Setting], running run: (ExperimentRequest) -> ExperimentReport?
  ) -> Bool? {
    guard let hyperparameters = try? experiment.hyperparameters(with: settings) else { return nil }
    return run(request(for: hyperparameters)).map(isPassed(by:))
  }
}
