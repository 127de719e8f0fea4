// SPDX-License-Identifier: MIT
import Training

/// A kind of experiment: what it computes, what it can be told, what it measures and draws.
///
/// One value a kind, each in a file of its own; a lesson, the command line and the notebook know a
/// kind by its row in `ExperimentKind.all` alone.
public struct ExperimentKind: Sendable {
  /// A number that a run ends with.
  public struct Measure: Hashable, Sendable {
    /// The name in claims, goals and JSON.
    public var name: String
    /// The unit after the number, or empty.
    public var unit: String
    /// The digits shown after the point.
    public var decimals: Int
    /// What it is, in a few words.
    public var help: String

    init(_ name: String, unit: String = "", decimals: Int, help: String) {
      self.name = name
      self.unit = unit
      self.decimals = decimals
      self.help = help
    }
  }

  /// The name in lessons.
  public let name: String
  /// What it does, in one sentence.
  public let help: String
  /// What holds where the lesson says nothing.
  public let defaults: Hyperparameters
  /// The hyperparameters that make a difference to it.
  public let hyperparameters: [Hyperparameter]
  /// The figures that it can draw, its usual ones first.
  public let figureNames: [String]
  /// The figures drawn where the lesson does not choose.
  public let usualFigures: [String]
  /// The figures that show one moment of a run, so that an epoch cursor changes them.
  public let figuresOfOneEpoch: Set<String>
  /// Whether runs with some hyperparameters have a figure.
  public let suits: @Sendable (String, Hyperparameters) -> Bool
  /// The curve that stands for a run where runs are laid over each other.
  public let comparedSeries: String
  /// What a sweep draws of the numbers that its runs end with.
  public let endings: [Ending]
  /// The numbers that it ends with.
  public let measures: [Measure]
  /// The nanoseconds that a run takes on one core of a small machine, estimated.
  public let cost: @Sendable (Hyperparameters) -> Double
  /// The bytes that a run needs, estimated.
  public let memory: @Sendable (Hyperparameters) -> Double
  /// The bytes that stay when a run has ended, estimated.
  public let keptMemory: @Sendable (Hyperparameters) -> Double
  /// Begins a run that measures what the figures named need; nothing is computed before it is
  /// advanced.
  public let start: @Sendable (Hyperparameters, [String]) -> any RunningExperiment

  init(
    name: String, help: String, defaults: Hyperparameters = Hyperparameters(),
    uses names: Set<String>, narrowing ranges: [String: ClosedRange<Int>] = [:],
    without excluded: [String: Set<String>] = [:], figures: [String],
    usually usual: [String]? = nil, ofOneEpoch figuresOfOneEpoch: Set<String> = [],
    suiting suits: @escaping @Sendable (String, Hyperparameters) -> Bool = { _, _ in true },
    compares comparedSeries: String, ending endings: [Ending], measures: [Measure],
    cost: @escaping @Sendable (Hyperparameters) -> Double,
    memory: @escaping @Sendable (Hyperparameters) -> Double,
    kept keptMemory: @escaping @Sendable (Hyperparameters) -> Double = { _ in 32_768 },
    start: @escaping @Sendable (Hyperparameters, [String]) -> any RunningExperiment
  ) {
    self.name = name
    self.help = help
    self.defaults = defaults
    hyperparameters = HyperparameterTable.all.filter { names.contains($0.name) }.map { row in
      row.narrowed(to: ranges[row.name]).without(excluded[row.name])
    }
    figureNames = figures
    usualFigures = usual ?? figures
    self.figuresOfOneEpoch = figuresOfOneEpoch
    self.suits = suits
    self.comparedSeries = comparedSeries
    self.endings = endings
    self.measures = measures
    self.cost = cost
    self.memory = memory
    self.keptMemory = keptMemory
    self.start = start
  }
}

extension ExperimentKind {
  /// Every kind, in the order that help shows them.
  public static let all: [ExperimentKind] = [
    train, gradientFlow, explode, recurrentFlow, curveFit, biasVariance,
    networkBiasVariance, function, lineImages, descent,
  ]

  /// The kind that a block names, `train` where it names none.
  init(_ setting: Setting?) throws(SettingError) {
    let name = setting?.value.text ?? "train"
    guard let kind = Self.all.first(where: { $0.name == name }) else {
      let names = Self.all.map(\.name)
      throw SettingError(
        "there is no kind of experiment \(name); the kinds are \(names.joined(separator: ", "))"
          + Suggestion.sentence(for: name, among: names), at: setting?.position)
    }
    self = kind
  }

  /// The row that a setting names, where this kind uses it.
  ///
  /// - Throws: `SettingError` where there is none, or where it would make no difference.
  public func hyperparameter(named setting: Setting) throws(SettingError) -> Hyperparameter {
    if let row = hyperparameters.first(where: { $0.name == setting.name }) { return row }
    if HyperparameterTable.all.contains(where: { $0.name == setting.name }) {
      throw SettingError("\(setting.name) makes no difference to \(name)", at: setting.position)
    }
    let near = Suggestion.choice(for: setting.name, among: hyperparameters.map(\.name))
    throw SettingError("there is no hyperparameter \(setting.name)\(near)", at: setting.position)
  }

  /// Hyperparameters with some of them set otherwise.
  ///
  /// - Throws: `SettingError` at the first setting that is not allowed.
  public func applying(
    _ settings: [Setting], to hyperparameters: Hyperparameters
  ) throws(SettingError) -> Hyperparameters {
    var changed = hyperparameters
    for setting in settings {
      let row = try hyperparameter(named: setting)
      do { try row.set(setting.value, in: &changed) } catch {
        throw error.placed(at: setting.position)
      }
    }
    return changed
  }
}

extension ExperimentKind: Hashable {
  /// Whether two values are the same kind.
  public static func == (first: Self, second: Self) -> Bool { first.name == second.name }
  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
