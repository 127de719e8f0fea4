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

  /// Why the claim does not hold, as a sentence.
  public var failure: String {
    if let runs = claim.runs { return "\(claim.condition) holds in \(measured), not in \(runs)" }
    return "\(claim.condition) does not hold over \(claim.seeds) seeds: measured \(measured)"
  }

  /// The measurement in words: `31.2 ± 8.4 points`, the one value of a single run, or in how many
  /// runs the condition holds.
  public var measured: String {
    if claim.runs != nil { return "\(claim.value(of: values).plain) of \(values.count) runs" }
    return Self.words(values, decimals: measure?.decimals ?? 4, unit: measure?.unit ?? "")
  }

  /// How the prose would word the measurement: as its text does, in the digits that it uses.
  ///
  /// The first number is the claim's own, the one after ± the spread; the other words are the author's.
  public var expectedText: String {
    let text = claim.text
    let spread = text.firstMatch(of: /± *([0-9]+(?:\.[0-9]+)?)/).map(\.output.1)
    guard let number = text.firstMatch(of: /[-−]?[0-9]+(?:\.[0-9]+)?/)?.output else { return text }
    var worded = text
    if let spread {
      worded.replaceSubrange(
        spread.startIndex..<spread.endIndex,
        with: Self.number(Summary(values).standardDeviation, like: spread))
    }
    worded.replaceSubrange(
      number.startIndex..<number.endIndex,
      with: Self.number(claim.value(of: values), like: number))
    return text.contains("−") ? worded.replacing("-", with: "−") : worded
  }

  /// A number with as many digits after the point as one in the text.
  private static func number(_ value: Double, like written: Substring) -> String {
    let decimals = written.split(separator: ".").dropFirst().first?.count ?? 0
    return NumberFormat.unsignedZero(value, decimals: decimals)
  }

  private var measure: ExperimentKind.Measure? {
    ExperimentKind.all.lazy.flatMap(\.measures).first { $0.name == claim.measure }
  }

  private static func words(_ values: [Double], decimals: Int, unit: String) -> String {
    let summary = Summary(values)
    let mean = NumberFormat.fixed(summary.mean, decimals: max(0, decimals))
    let spread = NumberFormat.fixed(summary.standardDeviation, decimals: max(0, decimals))
    let number = values.count > 1 ? "\(mean) ± \(spread)" : mean
    return unit.isEmpty ? number : "\(number) \(unit)"
  }
}

extension ClaimCheck {
  /// A name that no figure has: nothing is to be drawn.
  static let noFigures = ["none"]

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
        figures: noFigures)
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
