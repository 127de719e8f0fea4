// SPDX-License-Identifier: MIT

/// The same run over several seeds, on several threads.
public struct Replication: Sendable {
  /// What is run.
  public var hyperparameters: Hyperparameters
  /// Over how many seeds.
  public var seeds: Int
  /// On how many threads; the results do not depend on it.
  public var threads: Int
  /// What is measured beside losses and accuracies.
  public var measurements: Measurements

  /// Describes a replication; computes nothing.
  public init(
    _ hyperparameters: Hyperparameters, seeds: Int, threads: Int = availableProcessors(),
    measuring measurements: Measurements = []
  ) {
    self.hyperparameters = hyperparameters
    self.seeds = seeds
    self.threads = threads
    self.measurements = measurements
  }

  /// The hyperparameters of replicate `index` (from 0): every seed is that much further.
  public func hyperparameters(_ index: Int) -> Hyperparameters {
    var shifted = hyperparameters
    shifted.seed &+= index
    shifted.validationSeed &+= index
    if case .seed(let seed) = hyperparameters.weightSeed {
      shifted.weightSeed = .seed(seed &+ index)
    }
    return shifted
  }

  /// Runs every replicate; those that were stopped have the outcome `cancelled`.
  public func histories(
    while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) -> [TrainingHistory] {
    let results = concurrentMap(count: max(seeds, 0), threads: threads, while: shouldContinue) {
      TrainingRun(hyperparameters($0), measuring: measurements).history(while: shouldContinue)
    }
    return results.enumerated().map { index, history in
      if let history { return history }
      var unfinished = TrainingHistory(hyperparameters(index))
      unfinished.outcome = .cancelled
      return unfinished
    }
  }
}

extension [TrainingHistory] {
  /// The spread of one curve over these runs, epoch by epoch, among those that reached it.
  public func spread(of curve: KeyPath<TrainingHistory, [Double]>) -> [Spread] {
    let curves = map { $0[keyPath: curve] }
    return (0..<(curves.map(\.count).max() ?? 0)).map { epoch in
      Spread(curves.compactMap { epoch < $0.count ? $0[epoch] : nil })
    }
  }

  /// The spread of one curve's last value over these runs.
  public func finalSpread(of curve: KeyPath<TrainingHistory, [Double]>) -> Spread {
    Spread(compactMap { $0[keyPath: curve].last })
  }
}
