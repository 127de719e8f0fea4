// SPDX-License-Identifier: MIT
import Training

extension ExperimentRequest {
  /// The most bytes that a request's runs may need at once.
  public static let memoryLimit = 1_073_741_824.0

  /// The most runs of one request.
  public static let mostRuns = 100_000

  /// The number of runs.
  public var runCount: Int { variants.count * max(seeds, 1) }

  /// The nanoseconds that all runs take on one core, one after the other, estimated.
  public var cost: Double {
    Double(max(seeds, 1))
      * variants.reduce(0) { $0 + kind.cost($1.hyperparameters) * share(of: $1.hyperparameters) }
  }

  /// The share of a run that is asked for.
  private func share(of hyperparameters: Hyperparameters) -> Double {
    epoch.map { min(1, Double($0) / Double(max(1, hyperparameters.epochs))) } ?? 1
  }

  /// Why the request is not run, or `nil` where it is; a pure function, known before anything is
  /// allocated.
  public var refusal: String? {
    if runCount > Self.mostRuns {
      return "\(experiment) would be \(runCount) runs; at most \(Self.mostRuns) are allowed"
    }
    let largest = variants.map { kind.memory($0.hyperparameters) }.max() ?? 0
    if largest > Self.memoryLimit {
      return tooLarge(largest, remedy: "make the network or the data smaller")
    }
    let kept = variants.reduce(0) { $0 + kind.keptMemory($1.hyperparameters) }
    let all = largest + kept * Double(max(seeds, 1))
    return all > Self.memoryLimit ? tooLarge(all, remedy: "take fewer seeds or epochs") : nil
  }

  private func tooLarge(_ bytes: Double, remedy: String) -> String {
    let needed = (bytes / 1_048_576).rounded()
    let most = Self.memoryLimit / 1_048_576
    let amount = needed.isFinite ? "\(needed.plain) MiB" : "more memory than can be counted"
    return "\(experiment) would need \(amount); at most \(most.plain) MiB are allowed: \(remedy)"
  }
}
