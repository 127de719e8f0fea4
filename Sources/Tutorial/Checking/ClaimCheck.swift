// SPDX-License-Identifier: MIT
import Experiments
import TerminalText
import Training
import Typesetting

/// A claim and what was measured for it.
public struct ClaimCheck: Sendable {
  /// The lesson's id.
  public var lesson: String
  /// The experiment's id.
  public var experiment: String
  /// The claim.
  public var claim: Claim
  /// The measure of each seed.
  public var values: [Double]

  /// Whether the condition holds.
  public var holds: Bool { claim.holds(for: values) }

  /// The measurement in words: `31.2 ± 8.4 points`, or the one value of a single run.
  public var measured: String { Self.words(values, decimals: measure?.decimals ?? 4, unit: unit) }

  /// How the prose would word the measurement: as its text does, in the digits that it uses.
  public var expectedText: String {
    let parts = claim.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts.enumerated().filter { Double($0.element.plainMinus) != nil }.map(\.offset)
    let summary = Summary(values)
    let sources = [summary.mean, summary.standardDeviation]
    var worded = parts
    for (place, source) in zip(numbers.prefix(2), sources) {
      let decimals = parts[place].split(separator: ".").dropFirst().first?.count ?? 0
      let number = NumberFormat.fixed(source, decimals: decimals)
      worded[place] = claim.text.contains("−") ? number.replacing("-", with: "−") : number
    }
    return worded.joined(separator: " ")
  }

  private var measure: ExperimentKind.Measure? {
    ExperimentKind.all.lazy.flatMap(\.measures).first { $0.name == claim.measure }
  }

  private var unit: String { measure?.unit ?? "" }

  private static func words(_ values: [Double], decimals: Int, unit: String) -> String {
    let summary = Summary(values)
    let mean = NumberFormat.fixed(summary.mean, decimals: max(0, decimals))
    let spread = NumberFormat.fixed(summary.standardDeviation, decimals: max(0, decimals))
    let number = values.count > 1 ? "\(mean) ± \(spread)" : mean
    return unit.isEmpty ? number : "\(number) \(unit)"
  }
}

extension String {
  /// The text with a hyphen for a typographic minus.
  fileprivate var plainMinus: String { replacing("−", with: "-") }
}

extension ClaimCheck {
  /// Measures the claims of an experiment; claims about the same runs share them.
  public static func measure(
    _ experiment: Experiment, lesson: String, running run: (ExperimentRequest) -> ExperimentReport?
  ) -> [ClaimCheck] {
    var known: [ExperimentRequest: ExperimentReport] = [:]
    func report(_ overrides: [Setting], _ seeds: Int) -> ExperimentReport? {
      guard let hyperparameters = try? experiment.hyperparameters(with: overrides) else {
        return nil
      }
      let request = ExperimentRequest(
        experiment: experiment.id, kind: experiment.kind,
        variants: [.init(name: "", hyperparameters: hyperparameters)], seeds: seeds,
        figures: ["none"])
      if let report = known[request] { return report }
      let report = run(request)
      known[request] = report
      return report
    }
    return experiment.claims.map { claim in
      var values = report(claim.overrides, claim.seeds)?.values(of: claim.measure) ?? []
      if let against = claim.against {
        let base = report(against, claim.seeds)?.values(of: claim.measure) ?? []
        values = zip(values, base).map { $0 - $1 }
      }
      return ClaimCheck(lesson: lesson, experiment: experiment.id, claim: claim, values: values)
    }
  }
}
