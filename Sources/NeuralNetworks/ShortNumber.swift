// SPDX-License-Identifier: MIT
import Glibc

/// Numbers in sentences.
package enum ShortNumber {
  /// A finite number to three digits, plain where it is short and with a power of ten elsewhere:
  /// `0.25`, `-17`, `1.23e200`.
  package static func text(_ number: Double) -> String {
    guard number != 0, number.isFinite else { return number == 0 ? "0" : "\(number)" }
    let size = abs(number)
    var exponent = Int(floor(log10(size)))
    // In two parts, since the power of ten of the smallest numbers is itself too small.
    let half = exponent / 2
    var digits = (size / pow(10, Double(half)) / pow(10, Double(exponent - half)) * 100).rounded()
    if digits >= 1000 {
      digits /= 10
      exponent += 1
    }
    let sign = number < 0 ? "-" : ""
    if (-3...5).contains(exponent) {
      return sign + trimmed(digits * pow(10, Double(exponent)) / 100, exponent: exponent)
    }
    return sign + trimmed(digits / 100, exponent: 0) + "e\(exponent)"
  }

  private static func trimmed(_ number: Double, exponent: Int) -> String {
    let scale = pow(10, Double(max(2 - exponent, 0)))
    let text = "\((number * scale).rounded() / scale)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
