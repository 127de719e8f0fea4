// SPDX-License-Identifier: MIT
import Training

/// One entry of the hyperparameter table: a name that can be set, shown, stepped and explained.
public struct Hyperparameter: Sendable {
  /// What values it takes and where they are kept.
  public enum Domain: Sendable {
    /// A number within a range.
    case real(WritableKeyPath<Hyperparameters, Double> & Sendable, ClosedRange<Double>, Ladder)
    /// A whole number within a range.
    case integer(WritableKeyPath<Hyperparameters, Int> & Sendable, ClosedRange<Int>, Ladder)
    /// On or off.
    case toggle(WritableKeyPath<Hyperparameters, Bool> & Sendable)
    /// One of a few names.
    case choice(Choice)
    /// The widths of the hidden layers: how many layers, how wide each.
    case widths(
      WritableKeyPath<Hyperparameters, [Int]> & Sendable, ClosedRange<Int>, ClosedRange<Int>)
    /// `after_training`, `after_validation`, or a seed.
    case weightSeed
  }

  /// One of a few names, kept as an enumeration's raw value.
  public struct Choice: Sendable {
    /// The names, in order.
    public let names: [String]
    let read: @Sendable (Hyperparameters) -> String
    let write: @Sendable (String, inout Hyperparameters) -> Void

    private init(
      names: [String], read: @escaping @Sendable (Hyperparameters) -> String,
      write: @escaping @Sendable (String, inout Hyperparameters) -> Void
    ) {
      self.names = names
      self.read = read
      self.write = write
    }

    /// The choice without some of its names.
    func without(_ excluded: Set<String>) -> Choice {
      Choice(names: names.filter { !excluded.contains($0) }, read: read, write: write)
    }

    /// A choice among an enumeration's cases.
    init<Value: RawRepresentable & CaseIterable & Sendable>(
      _ path: WritableKeyPath<Hyperparameters, Value> & Sendable
    ) where Value.RawValue == String {
      names = Value.allCases.map(\.rawValue)
      read = { $0[keyPath: path].rawValue }
      write = { name, hyperparameters in
        if let value = Value(rawValue: name) { hyperparameters[keyPath: path] = value }
      }
    }
  }

  /// The name in lessons and commands, in snake case.
  public let name: String
  /// Its values.
  public let domain: Domain
  /// The unit after a value, or empty.
  public let unit: String
  /// What it does, in one sentence.
  public let help: String

  init(_ name: String, _ domain: Domain, unit: String = "", help: String) {
    self.name = name
    self.domain = domain
    self.unit = unit
    self.help = help
  }

  /// The row with a smaller range of whole numbers, for a kind that could not take more.
  func narrowed(to range: ClosedRange<Int>?) -> Hyperparameter {
    guard let range, case .integer(let path, _, let ladder) = domain else { return self }
    return Hyperparameter(name, .integer(path, range, ladder), unit: unit, help: help)
  }

  /// The row without some of its names, for a kind that has no use for them.
  func without(_ names: Set<String>?) -> Hyperparameter {
    guard let names, case .choice(let choice) = domain else { return self }
    return Hyperparameter(name, .choice(choice.without(names)), unit: unit, help: help)
  }

  /// What is allowed, in words: `0...5`, `sigmoid | tanh`.
  public var allowed: String {
    switch domain {
    case .real(_, let range, _): "\(range.lowerBound.plain)...\(range.upperBound.plain)"
    case .integer(_, let range, _): "\(range.lowerBound)...\(range.upperBound)"
    case .toggle: "on | off"
    case .choice(let choice): choice.names.joined(separator: " | ")
    case .widths(_, let count, let width):
      "\(count.lowerBound) to \(count.upperBound) layers of \(width.lowerBound)...\(width.upperBound) neurons, as in [20] or [8, 4]"
    case .weightSeed: "after_training | after_validation | 0...4294967295"
    }
  }

  /// How the arrows change it, in words; empty where its values are all named.
  public var stepText: String {
    switch domain {
    case .real(_, _, let ladder), .integer(_, _, let ladder): ladder.text
    case .widths: ""
    case .toggle, .choice, .weightSeed: ""
    }
  }

  /// The value as it is written in a lesson.
  public func text(in hyperparameters: Hyperparameters) -> String {
    switch domain {
    case .real(let path, _, _): hyperparameters[keyPath: path].plain
    case .integer(let path, _, _): String(hyperparameters[keyPath: path])
    case .toggle(let path): hyperparameters[keyPath: path] ? "on" : "off"
    case .choice(let choice): choice.read(hyperparameters)
    case .widths(let path, _, _):
      "[\(hyperparameters[keyPath: path].map(String.init).joined(separator: ", "))]"
    case .weightSeed:
      switch hyperparameters.weightSeed {
      case .afterTraining: "after_training"
      case .afterValidation: "after_validation"
      case .seed(let seed): String(seed)
      }
    }
  }
}

extension Double {
  /// The number in the fewest digits that read back, without `.0`.
  public var plain: String {
    if let whole = Int(exactly: self), whole.magnitude < 1_000_000_000_000 { return String(whole) }
    if abs(self) >= 1e-6, abs(self) < 1e-4 { return plainSmall }
    return description
  }

  /// Numbers below 0.0001, which Swift would write with an exponent, in plain digits.
  private var plainSmall: String {
    var digits = (self * 1e10).rounded().description
    if digits.hasSuffix(".0") { digits.removeLast(2) }
    let isNegative = digits.hasPrefix("-")
    if isNegative { digits.removeFirst() }
    guard digits.count <= 10, Double("\(isNegative ? "-" : "")0." + digits.leftPadded) == self
    else {
      return description
    }
    var text = "0." + digits.leftPadded
    while text.hasSuffix("0") { text.removeLast() }
    return (isNegative ? "-" : "") + text
  }
}

extension String {
  fileprivate var leftPadded: String { String(repeating: "0", count: max(0, 10 - count)) + self }
}

extension Hyperparameter {
  /// The words that it takes.
  public var choices: [String] {
    switch domain {
    case .choice(let choice): choice.names
    case .toggle: ["on", "off"]
    case .weightSeed: ["after_training", "after_validation"]
    case .real, .integer, .widths: []
    }
  }

  /// Whether a letter begins a value.
  public var takesWords: Bool { !choices.isEmpty }
}
