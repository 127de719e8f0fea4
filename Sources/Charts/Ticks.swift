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
    let values = (0...Int(last - first)).map { (first + Double($0)) * step }
    let largest = values.map(abs).max() ?? 0
    return values.map { Tick(value: $0, label: label($0, largest: largest)) }
  }

  private func label(_ value: Double, largest: Double) -> String {
    if abs(value) < size * 1e-6 { return NumberFormat.fixed(0, decimals: min(decimals, 5)) }
    if largest < 1e6 && decimals <= 5 {
      return NumberFormat.unsignedZero(value, decimals: decimals)
    }
    return NumberFormat.significant(value, digits: 4)
  }
}

/// The ticks of a logarithmic axis: whole decades, every `n`th so that 10⁰ is among them.
func decadeTicks(lower: Double, upper: Double, intervals: Int, isASCII: Bool) -> [Tick] {
  let low = log10(lower)
  let high = log10(upper)
  let first = Int((low - 1e-9).rounded(.up))
  let last = Int((high + 1e-9).rounded(.down))
  if last < first { return [] }
  var every = 1
  while (high - low) / Double(every) > Double(max(1, intervals)) { every += 1 }
  return (first...last).filter { $0.isMultiple(of: every) }.map {
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
