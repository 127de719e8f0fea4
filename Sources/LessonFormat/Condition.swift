// SPDX-License-Identifier: MIT
public import Experiments

/// A condition on one number: `> 10`, `<= 3`, `5...10`, or `otherwise`, which always holds.
public enum Condition: Hashable, Sendable {
  /// The number compared with a bound.
  case compared(Claim.Comparison, Double)
  /// The number within a range, its ends included.
  case within(ClosedRange<Double>)
  /// Whatever the number.
  case otherwise

  /// Reads a condition; `nil` where it is of none of the forms.
  public init?(_ text: String) {
    let text = text.trimmed
    if text == "otherwise" {
      self = .otherwise
      return
    }
    let comparisons = Claim.Comparison.allCases.sorted { $0.rawValue.count > $1.rawValue.count }
    if let comparison = comparisons.first(where: { text.hasPrefix($0.rawValue) }),
      let bound = Double(strict: String(text.dropFirst(comparison.rawValue.count)).trimmed)
    {
      self = .compared(comparison, bound)
      return
    }
    let ends = text.split(separator: "...").map { Double(strict: String($0).trimmed) }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low <= high else { return nil }
    self = .within(low...high)
  }

  /// Whether a number meets the condition; one that is not finite meets `otherwise` alone.
  public func holds(for number: Double) -> Bool {
    switch self {
    case .otherwise: true
    case .within(let range): range.contains(number)
    case .compared(.less, let bound): number < bound && number.isFinite
    case .compared(.greater, let bound): number > bound && number.isFinite
    case .compared(.atMost, let bound): number <= bound && number.isFinite
    case .compared(.atLeast, let bound): number >= bound && number.isFinite
    case .compared(.equal, let bound): number == bound
    }
  }
}
