// SPDX-License-Identifier: MIT

extension Double {
  /// A share in percent, to twelve decimals: 0.56 is 56, where `100 * 0.56` is 56.00000000000001.
  public var inPercent: Double { (self * 1e14).rounded() / 1e12 }
}
