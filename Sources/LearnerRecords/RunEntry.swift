// SPDX-License-Identifier: MIT

/// A hyperparameter's name and its value, as text.
public struct NamedText: Hashable, Sendable {
  /// The name, in snake case.
  public let name: String
  /// The value as it is written in a lesson.
  public let value: String

  /// Makes a pair.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A measured figure of a run.
public struct Measure: Hashable, Sendable {
  /// What was measured.
  public let name: String
  /// Its value; not a number where the run diverged.
  public let value: Double

  /// Makes a figure.
  public init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}

/// A training run as it is remembered: what describes it fully, and what came of it.
///
/// Curves are not kept: the hyperparameters and the seeds give them again, to the same bits.
public struct RunEntry: Hashable, Sendable {
  /// The number in `In [3]`, given by the record and never given twice; 0 before that.
  public var number: Int
  /// The lesson's identifier.
  public var lesson: String
  /// The experiment's identifier.
  public var experiment: String
  /// The hyperparameters that differ from the lesson's, in the lesson's order.
  public var overrides: [NamedText]
  /// The kind of experiment; empty in runs of records that did not keep it yet.
  public var kind = ""
  /// The figures that were drawn, by id.
  public var figures: [String] = []
  /// Whether the variants are places of a sweep.
  public var isSweep = false
  /// The ways in which it was run, where they are several.
  public var variants: [RunVariant] = []
  /// All hyperparameters, as run; where there are variants, what these start from.
  public var hyperparameters: [NamedText]
  /// The seeds, one for each replication.
  public var seeds: [Int]
  /// How the run ended, as `completed` or `diverged`.
  public var outcome: String
  /// The final figures.
  public var measures: [Measure]
  /// The seconds spent on training and evaluation.
  public var computeSeconds: Double
  /// When the run ended, in seconds since 1970.
  public var date: Double

  /// Makes an entry; the record numbers it.
  public init(
    number: Int = 0, lesson: String, experiment: String, overrides: [NamedText],
    hyperparameters: [NamedText], seeds: [Int], outcome: String, measures: [Measure],
    computeSeconds: Double, date: Double
  ) {
    self.number = number
    self.lesson = lesson
    self.experiment = experiment
    self.overrides = overrides
    self.hyperparameters = hyperparameters
    self.seeds = seeds
    self.outcome = outcome
    self.measures = measures
    self.computeSeconds = computeSeconds
    self.date = date
  }
}
