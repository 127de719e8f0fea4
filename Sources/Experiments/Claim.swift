// SPDX-License-Identifier: MIT

/// An assertion of a lesson about what its experiment measures.
///
///     claims:
///       - expect: mean gap > 20
///         with: {noise: 0.5}
///         seeds: 100
///         text: 31 ± 8 points
///
/// The condition decides whether the claim holds; the text, where there is one, is how the prose
/// words the measurement, and must be what the measurement gives. With `runs` the condition is put to
/// each run alone, and must hold in exactly so many:
///
///       - expect: gap = 0
///         seeds: 100
///         runs: 91
///         text: In 91 of the 100 runs
public struct Claim: Hashable, Sendable {
  /// What a condition compares.
  public enum Comparison: String, CaseIterable, Sendable {
    /// Less than the bound.
    case less = "<"
    /// Greater than the bound.
    case greater = ">"
    /// At most the bound.
    case atMost = "<="
    /// At least the bound.
    case atLeast = ">="
    /// Equal to the bound in the digits that the bound is written with.
    case equal = "="
  }

  /// How the values over the seeds become one number.
  public enum Statistic: String, CaseIterable, Sendable {
    /// Their mean.
    case mean
    /// Their median.
    case median
    /// The smallest.
    case minimum
    /// The largest.
    case maximum
    /// Their sample standard deviation.
    case deviation
    /// The percentage of seeds whose value is finite.
    case finite
  }

  /// Which number is looked at.
  public var statistic: Statistic
  /// The name of the measure.
  public var measure: String
  /// How it is compared.
  public var comparison: Comparison
  /// What it is compared with.
  public var bound: Double
  /// The digits after the point that the bound was written with.
  public var boundDecimals: Int
  /// What is set otherwise than in the experiment.
  public var overrides: [Setting]
  /// What the measure is compared against, seed by seed; `nil` takes the measure itself.
  public var against: [Setting]?
  /// Over how many seeds.
  public var seeds: Int
  /// In how many of the runs the condition holds, where each is asked alone; else `nil`.
  public var runs: Int?
  /// How the prose words it, or empty.
  public var text: String
  /// Where that wording stands.
  public var textPosition: SourcePosition?
  /// Where it stands.
  public var position: SourcePosition?
}

extension Claim {
  /// Understands the `claims` of an experiment.
  ///
  /// - Throws: `SettingError` at what is not understood.
  static func list(from setting: Setting, kind: ExperimentKind) throws(SettingError) -> [Claim] {
    guard case .list(let values) = setting.value else {
      throw SettingError("claims must be a list", at: setting.position)
    }
    return try values.mapped { value throws(SettingError) in
      switch value {
      case .scalar(let condition):
        return try Claim(condition: condition, kind: kind, position: setting.position)
      case .map(let settings): return try Claim(settings: settings, kind: kind, in: setting)
      case .list: throw SettingError("a claim is a condition or settings", at: setting.position)
      }
    }
  }

  private init(
    settings: [Setting], kind: ExperimentKind, in list: Setting
  ) throws(SettingError) {
    let known = ["expect", "with", "against", "seeds", "runs", "text"]
    for setting in settings where !known.contains(setting.name) {
      throw SettingError(
        "a claim has no \(setting.name)" + Suggestion.sentence(for: setting.name, among: known),
        at: setting.position)
    }
    let own = Dictionary(settings.map { ($0.name, $0) }) { first, _ in first }
    guard let expect = own["expect"] else {
      throw SettingError("a claim needs expect, as in gap > 20", at: list.position)
    }
    try self.init(condition: expect.value.text, kind: kind, position: expect.position)
    seeds = try own["seeds"]?.count(within: 1...10_000) ?? 1
    runs = try own["runs"]?.count(within: 0...seeds)
    text = own["text"]?.value.text ?? ""
    textPosition = own["text"]?.position
    overrides = try Self.overrides(own["with"], kind: kind) ?? []
    against = try Self.overrides(own["against"], kind: kind)
  }

  private static func overrides(
    _ setting: Setting?, kind: ExperimentKind
  ) throws(SettingError) -> [Setting]? {
    guard let setting else { return nil }
    guard case .map(let settings) = setting.value else {
      throw SettingError(
        "\(setting.name) must be settings, as in {noise: 0.5}", at: setting.position)
    }
    _ = try kind.applying(settings, to: kind.defaults)
    return settings
  }

  /// Reads `[statistic] measure comparison number`, as in `mean gap > 20`.
  ///
  /// - Throws: `SettingError` where it is not of that form or names no measure of the kind.
  public init(
    condition: String, kind: ExperimentKind, position: SourcePosition? = nil
  ) throws(SettingError) {
    var words = condition.split(whereSeparator: \.isWhitespace).map(String.init)
    statistic = .mean
    if let first = words.first, let named = Statistic(rawValue: first) {
      statistic = named
      words.removeFirst()
    }
    guard words.count == 3, let comparison = Comparison(rawValue: words[1]),
      let bound = Double(strict: words[2])
    else {
      throw SettingError(
        "'\(condition)' is not a condition; write measure, one of < > <= >= =, and a number, as in gap > 20",
        at: position)
    }
    let names = kind.measures.map(\.name)
    guard names.contains(words[0]) else {
      throw SettingError(
        "\(kind.name) measures no \(words[0])" + Suggestion.sentence(for: words[0], among: names)
          + "; it measures \(names.joined(separator: ", "))", at: position)
    }
    measure = words[0]
    self.comparison = comparison
    self.bound = bound
    boundDecimals = words[2].split(separator: ".").dropFirst().first?.count ?? 0
    overrides = []
    against = nil
    seeds = 1
    text = ""
    self.position = position
  }

  /// The condition as it would be written.
  public var condition: String {
    let prefix = statistic == .mean ? "" : "\(statistic.rawValue) "
    return "\(prefix)\(measure) \(comparison.rawValue) \(bound.plain)"
  }

  /// The number that the claim is about: its statistic, or in how many runs the condition holds.
  public func value(of values: [Double]) -> Double {
    runs == nil ? statistic.value(of: values) : Double(values.count { isMet(by: $0) })
  }

  /// Whether the values measured over the seeds bear the claim out.
  public func holds(for values: [Double]) -> Bool {
    runs.map { value(of: values) == Double($0) } ?? isMet(by: statistic.value(of: values))
  }

  private func isMet(by value: Double) -> Bool {
    switch comparison {
    case .less: return value < bound
    case .greater: return value > bound
    case .atMost: return value <= bound
    case .atLeast: return value >= bound
    case .equal:
      let half = 0.5 * pow10(-boundDecimals)
      return abs(value - bound) <= half
    }
  }

  private func pow10(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 1 }
}

extension Claim.Statistic {
  /// The statistic of some values; NaN where there are none.
  public func value(of values: [Double]) -> Double {
    let summary = Summary(values)
    switch self {
    case .mean: return summary.mean
    case .median: return summary.median
    case .minimum: return summary.minimum
    case .maximum: return summary.maximum
    case .deviation: return summary.standardDeviation
    case .finite:
      return values.isEmpty
        ? .nan : 100 * Double(values.count { $0.isFinite }) / Double(values.count)
    }
  }
}
