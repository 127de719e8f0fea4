// SPDX-License-Identifier: MIT
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Double {
  /// The `degree`-th root; NaN below zero.
  func root(_ degree: Double) -> Double { pow(self, 1 / degree) }
}
