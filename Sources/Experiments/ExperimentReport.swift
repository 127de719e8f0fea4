// SPDX-License-Identifier: MIT
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
  /// The hyperparameters that the variants start from: those of the learner who asks.
  public var base: Hyperparameters
  /// Whether the variants are places of a sweep, which is drawn by what its runs end with.
  public var isSweep: Bool
  /// The epoch after which the run is looked at instead of going on; `nil` runs to the end.
  public var epoch: Int?

  /// Makes a request; without a base the variants start from the first of them.
  public init(
    experiment: String, kind: ExperimentKind, variants: [Experiment.Variant], seeds: Int = 1,
    figures: [String] = [], base: Hyperparameters? = nil, isSweep: Bool = false
  ) {
    self.figures = figures
    self.base = base ?? variants.first?.hyperparameters ?? kind.defaults
    self.isSweep = isSweep
    self.experiment = experiment
    self.kind = kind
    self.variants = variants
    self.seeds = seeds
  }

  /// Whether two requests ask for the same runs, whatever is drawn of them.
  public func runsTheSame(as other: ExperimentRequest) -> Bool {
    kind == other.kind && variants == other.variants && seeds == other.seeds
      && epoch == other.epoch
  }

  /// The same request as it is after an epoch, with figures of that moment.
  public func looking(at epoch: Int, figures: [String]) -> ExperimentRequest {
    var request = self
    (request.epoch, request.figures) = (epoch, figures)
    return request
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

  /// A measure of a variant over its seeds, of those runs that have ended.
  public func values(of measure: String, variant: Int = 0) -> [Double] {
    results(of: variant).filter { !$0.isPending }.map { $0.measure(measure) ?? .nan }
  }

  /// Whether a single result is all there is.
  public var isSingle: Bool { results.count == 1 }
}

extension Hyperparameters {
  /// The same run with its random numbers begun `offset` later; 0 is the run itself.
  public func replicated(_ offset: Int) -> Hyperparameters {
    var copy = self
    copy.seed = (seed + offset) % 4_294_967_296
    copy.validationSeed = (validationSeed + offset) % 4_294_967_296
    if case .seed(let seed) = weightSeed {
      copy.weightSeed = .seed((seed + offset) % 4_294_967_296)
    }
    return copy
  }
}
