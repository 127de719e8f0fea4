// SPDX-License-Identifier: MIT
import Dispatch
import Synchronization
import Training

/// What is to be run: one experiment, in one or several ways, over one or several seeds.
public struct ExperimentRequest: Hashable, Sendable {
  /// The experiment's id.
  public var experiment: String
  /// What is computed.
  public var kind: ExperimentKind
  /// The ways to run it, at least one.
  public var variants: [Experiment.Variant]
  /// Over how many seeds each is replicated.
  public var seeds: Int
  /// The figures wanted, by id; empty takes the kind's usual ones.
  public var figures: [String]

  /// Makes a request.
  public init(
    experiment: String, kind: ExperimentKind, variants: [Experiment.Variant], seeds: Int = 1,
    figures: [String] = []
  ) {
    self.figures = figures
    self.experiment = experiment
    self.kind = kind
    self.variants = variants
    self.seeds = seeds
  }

  /// Everything that is to be run, variant by variant and within it seed by seed.
  public var jobs: [Hyperparameters] {
    variants.flatMap { variant in
      (0..<seeds).map { variant.hyperparameters.replicated($0) }
    }
  }
}

/// What a request's runs showed.
public struct ExperimentReport: Sendable {
  /// What was run.
  public var request: ExperimentRequest
  /// The results, variant by variant and within it seed by seed.
  public var results: [ExperimentResult]

  /// The results of a variant, seed by seed.
  public func results(of variant: Int) -> ArraySlice<ExperimentResult> {
    results[(variant * request.seeds)..<((variant + 1) * request.seeds)]
  }

  /// A measure of a variant over its seeds.
  public func values(of measure: String, variant: Int = 0) -> [Double] {
    results(of: variant).map { $0.measure(measure) ?? .nan }
  }

  /// The figures that were wanted.
  public func figures() -> [Figure] { figures(request.figures) }

  /// Whether a single result is all there is.
  public var isSingle: Bool { results.count == 1 }
}

extension Hyperparameters {
  /// The same run with its random numbers begun `offset` later; 0 is the run itself.
  public func replicated(_ offset: Int) -> Hyperparameters {
    var copy = self
    copy.seed = (seed + offset) % 4_294_967_296
    copy.validationSeed = (validationSeed + offset) % 4_294_967_296
    if case .seed(let seed) = weightSeed { copy.weightSeed = .seed((seed + offset) % 4_294_967_296) }
    return copy
  }
}

extension ExperimentRequest {
  /// Runs everything on all cores; the results are the same whatever the number of cores.
  ///
  /// - Parameters:
  ///   - threads: how many runs go on at once at most; `nil` for one a core.
  ///   - seconds: the clock, in seconds.
  ///   - isCancelled: asked often; what was not finished then is left out and `nil` is returned.
  ///   - progress: told the share of the runs that are done, from any thread.
  public func run(
    threads: Int? = nil, seconds: @Sendable () -> Double = { 0 },
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @Sendable (Double) -> Void = { _ in }
  ) -> ExperimentReport? {
    let jobs = jobs
    if jobs.count == 1 {
      let result = kind.run(
        jobs[0], seconds: seconds, figures: figures, isCancelled: isCancelled)
      return ExperimentReport(request: self, results: [result])
    }
    let results = Mutex([ExperimentResult?](repeating: nil, count: jobs.count))
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    let work: @Sendable (Int) -> Void = { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < jobs.count, !isCancelled() else { return }
        let result = kind.run(
          jobs[index], seconds: seconds, figures: figures, isCancelled: isCancelled)
        results.withLock { $0[index] = result }
        let count = done.wrappingAdd(1, ordering: .relaxed).newValue
        progress(Double(count) / Double(jobs.count))
      }
    }
    withoutActuallyEscaping(work) { work in
      DispatchQueue.concurrentPerform(iterations: threads ?? jobs.count, execute: work)
    }
    let finished = results.withLock { $0.compactMap { $0 } }
    guard finished.count == jobs.count, !isCancelled() else { return nil }
    return ExperimentReport(request: self, results: finished)
  }
}
