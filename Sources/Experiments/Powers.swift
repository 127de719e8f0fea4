// SPDX-License-Identifier: MIT
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Double {
  /// The number to a power.
  func power(_ exponent: Double) -> Double { pow(self, exponent) }

  /// The `degree`-th root; NaN below zero.
  func root(_ degree: Double) -> Double { pow(self, 1 / degree) }

  /// The natural logarithm.
  var logarithm: Double { log(self) }

  /// `e` to this power.
  var exponential: Double { exp(self) }
}
