// SPDX-License-Identifier: MIT
import Training

/// An experiment of a lesson: a kind, the hyperparameters it starts from, and what may be changed.
public struct Experiment: Sendable {
  /// One named way to run the experiment.
  public struct Variant: Hashable, Sendable {
    /// What sets it apart (`hidden [4]`).
    public var name: String
    /// Its hyperparameters in full.
    public var hyperparameters: Hyperparameters

    /// Makes a variant; the name is empty where there is only one.
    public init(name: String, hyperparameters: Hyperparameters) {
      self.name = name
      self.hyperparameters = hyperparameters
    }
  }

  /// The name it is run by.
  public var id: String
  /// The title above it.
  public var title: String
  /// What is computed.
  public var kind: ExperimentKind
  /// The lesson's hyperparameters.
  public var hyperparameters: Hyperparameters
  /// The ways to run it; one unless the lesson gives lists or `compare`.
  public var variants: [Variant]
  /// Over how many seeds each variant is replicated.
  public var seeds: Int
  /// The hyperparameters that a learner sees and changes, in order.
  public var edit: [Hyperparameter]
  /// The figures shown, by id, in order; empty shows the kind's own choice.
  public var plot: [String]
  /// What the lesson asserts about it.
  public var claims: [Claim]
  /// The names that the lesson sets itself, in its order.
  public var givenNames: [String]
}

extension Experiment {
  /// Understands a block's settings.
  ///
  /// - Throws: `SettingError` at the offending setting: an unknown name, a value out of range, a
  ///   hyperparameter that the kind does not use.
  public init(id: String, settings: [Setting]) throws(SettingError) {
    var names = Set<String>()
    for setting in settings where !names.insert(setting.name).inserted {
      throw SettingError("\(setting.name) is set twice", at: setting.position)
    }
    let own = Dictionary(settings.map { ($0.name, $0) }) { first, _ in first }
    let kind = try ExperimentKind(own["kind"])
    var base = kind.defaults
    var lists: [(Hyperparameter, [Setting.Value])] = []
    var given: [String] = []
    for setting in settings where !Self.ownNames.contains(setting.name) {
      let row = try kind.hyperparameter(named: setting)
      given.append(row.name)
      if let values = row.variants(in: setting.value) {
        lists.append((row, values))
      } else {
        do { try row.set(setting.value, in: &base) } catch {
          throw error.placed(at: setting.position)
        }
      }
    }
    self.id = id
    self.kind = kind
    hyperparameters = base
    givenNames = given
    title = own["title"]?.value.text ?? id
    seeds = try own["seeds"]?.count(within: 1...10_000) ?? 1
    edit = try (own["edit"]?.words ?? given).mapped { name throws(SettingError) in
      try kind.hyperparameter(
        named: Setting(name: name, value: .list([]), position: own["edit"]?.position))
    }
    plot =
      try own["plot"]?.words.mapped { name throws(SettingError) in
        if kind.figureNames.contains(name) { return name }
        throw SettingError(
          "plot has \(name); \(kind.name) draws \(kind.figureNames.joined(separator: ", "))"
            + Suggestion.sentence(for: name, among: kind.figureNames), at: own["plot"]?.position)
      } ?? []
    variants = try Self.variants(of: base, lists: lists, compare: own["compare"], kind: kind)
    claims = []
    if let setting = own["claims"] { claims = try Claim.list(from: setting, kind: kind) }
  }

  private static let ownNames: Set = [
    "title", "kind", "edit", "plot", "seeds", "compare", "claims",
  ]

  /// The lesson's hyperparameters with some of them set otherwise.
  ///
  /// - Throws: `SettingError` where a name or a value is not allowed.
  public func hyperparameters(
    with settings: [Setting]
  ) throws(SettingError) -> Hyperparameters {
    try kind.applying(settings, to: hyperparameters)
  }
}

extension Experiment {
  private static func variants(
    of base: Hyperparameters, lists: [(Hyperparameter, [Setting.Value])], compare: Setting?,
    kind: ExperimentKind
  ) throws(SettingError) -> [Variant] {
    var variants = [Variant(name: "", hyperparameters: base)]
    for (row, values) in lists {
      var grown: [Variant] = []
      for variant in variants {
        for value in values {
          var hyperparameters = variant.hyperparameters
          try row.set(value, in: &hyperparameters)
          let name = "\(row.name) \(row.text(in: hyperparameters))"
          grown.append(
            Variant(
              name: variant.name.isEmpty ? name : "\(variant.name), \(name)",
              hyperparameters: hyperparameters))
        }
      }
      variants = grown
      if variants.count > 1000 { throw SettingError("these lists make more than 1000 variants") }
    }
    guard let compare else { return variants }
    guard case .list(let overrides) = compare.value else {
      throw SettingError("compare must be a list of settings", at: compare.position)
    }
    var compared = variants
    if compared.count == 1 { compared[0].name = "as given" }
    for override in overrides {
      guard case .map(var settings) = override else {
        throw SettingError(
          "compare has \(override.text); write settings, as in {noise: 0.3}", at: compare.position)
      }
      let label = settings.first { $0.name == "name" }?.value.text
      settings.removeAll { $0.name == "name" }
      compared.append(
        Variant(
          name: label ?? settings.map { "\($0.name) \($0.value.text)" }.joined(separator: ", "),
          hyperparameters: try kind.applying(settings, to: base)))
    }
    return compared
  }
}

extension Setting {
  /// The words of a list, or the one word of a scalar.
  var words: [String] {
    switch value {
    case .scalar(let word): word.isEmpty ? [] : [word]
    case .list(let values): values.map(\.text)
    case .map: []
    }
  }

  /// A whole number within a range.
  func count(within range: ClosedRange<Int>) throws(SettingError) -> Int {
    guard let number = Double(strict: value.text), let whole = Int(exactly: number),
      range.contains(whole)
    else {
      throw SettingError(
        "\(name) is \(value.text); it must be a whole number within \(range.lowerBound)...\(range.upperBound)",
        at: position)
    }
    return whole
  }
}

extension Array {
  /// `map` with the element's own error.
  func mapped<Result>(
    _ transform: (Element) throws(SettingError) -> Result
  ) throws(SettingError) -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try transform(element)) }
    return results
  }
}

extension Hyperparameter {
  /// The values that make variants: a list where one value is usual, or a list of lists.
  func variants(in value: Setting.Value) -> [Setting.Value]? {
    guard case .list(let values) = value, !values.isEmpty else { return nil }
    guard case .widths = domain else { return values }
    let isNested = values.allSatisfy { if case .list = $0 { true } else { false } }
    return isNested ? values : nil
  }
}

extension Hyperparameter {
  /// The values of a sweep: a list's, or the one value; `hidden=2,4,20` sweeps one layer's width.
  public func sweepValues(in value: Setting.Value) -> [Setting.Value] {
    if let values = variants(in: value) { return values }
    if case .widths = domain, case .list(let values) = value { return values }
    return [value]
  }
}
