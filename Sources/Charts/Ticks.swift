// SPDX-License-Identifier: MIT
import Glibc
import TerminalText

/// A labelled place on an axis.
struct Tick: Hashable {
  var value: Double
  var label: String
}

/// A distance between ticks that people count in: 1, 2, 2.5 or 5 times a power of ten.
struct TickStep: Hashable {
  let mantissa: Double
  let exponent: Int

  /// The distance itself.
  var size: Double { mantissa * pow(10, Double(exponent)) }

  /// How many decimals its multiples need.
  var decimals: Int { max(0, mantissa == 2.5 ? 1 - exponent : -exponent) }

  /// The steps from the finest that could be wanted for a range upwards.
  static func candidates(for range: Double, isInteger: Bool) -> [TickStep] {
    let top = Int(log10(max(range, 1e-300)).rounded(.down)) + 1
    return ((top - 4)...top).flatMap { exponent in
      [1, 2, 2.5, 5].map { TickStep(mantissa: $0, exponent: exponent) }
    }.filter { !isInteger || $0.exponent > 0 || $0.exponent == 0 && $0.mantissa != 2.5 }
  }

  /// The multiples of the step within the limits, labelled alike.
  func ticks(lower: Double, upper: Double) -> [Tick] {
    let step = size
    let first = (lower / step - 1e-6).rounded(.up)
    let last = (upper / step + 1e-6).rounded(.down)
    guard first.isFinite && last - first < 1_000 && abs(first) < 1e15 && last >= first else {
      return []
    }
    let values = (0...Int(last - first)).map { index in
      let value = (first + Double(index)) * step
      return abs(value) < step * 1e-6 ? 0 : value
    }
    let labels = alikeLabels(values, places: (mantissa == 2.5 ? 1 : 0) - exponent)
    return zip(values, labels).map { Tick(value: $0, label: $1) }
  }
}

/// Numbers of one axis in one form: all with as many decimals, or all with the same power of ten.
///
/// - Parameters:
///   - values: the numbers.
///   - places: after how many decimals they end; negative where they end in zeros.
/// - Returns: The labels, in the same order.
func alikeLabels(_ values: [Double], places: Int) -> [String] {
  let largest = values.map(abs).max() ?? 0
  if largest < 1e6 && places <= 5 {
    return values.map { NumberFormat.unsignedZero($0, decimals: max(0, places)) }
  }
  let exponent = Int(log10(max(largest, .leastNormalMagnitude)).rounded(.down))
  let power = pow(10, Double(exponent))
  return values.map { value in
    if value == 0 { return "0" }
    return NumberFormat.fixed(value / power, decimals: max(0, places + exponent)) + "e\(exponent)"
  }
}

/// The ticks of a logarithmic axis: whole decades, every `n`th so that 10⁰ is among them.
func decadeTicks(lower: Double, upper: Double, intervals: Int, isASCII: Bool) -> [Tick] {
  let low = log10(lower)
  let high = log10(upper)
  let first = Int((low - 1e-9).rounded(.up))
  let last = Int((high + 1e-9).rounded(.down))
  if last < first { return [] }
  let every = max(1, Int(((high - low) / Double(max(1, intervals)) - 1e-9).rounded(.up)))
  let regular = (first...last).filter { $0.isMultiple(of: every) }
  // Where one alone is left, the first and the last tell more.
  return (regular.count > 1 || first == last ? regular : [first, last]).map {
    Tick(value: pow(10, Double($0)), label: decadeLabel($0, isASCII: isASCII))
  }
}

private func decadeLabel(_ exponent: Int, isASCII: Bool) -> String {
  switch exponent {
  case -1: return "0.1"
  case 0: return "1"
  case 1: return "10"
  default: return isASCII ? "1e\(exponent)" : "10" + superscript(exponent)
  }
}

/// A whole number in raised digits: `⁻²`.
func superscript(_ number: Int) -> String {
  let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
  return String(String(number).map { $0 == "-" ? "⁻" : digits[$0.wholeNumberValue ?? 0] })
}
