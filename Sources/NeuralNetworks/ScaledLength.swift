// SPDX-License-Identifier: MIT

/// The Euclidean length of numbers whose squares may be too large or too small for a double.
///
/// The sum of squares is kept relative to the largest number so far (Blue, 1978, as in LAPACK's
/// `dnrm2`), so that the length is infinite only where it is, or where a number is.
package struct ScaledLength {
  private var scale = 0.0
  private var sum = 1.0

  package init() {}

  /// Takes another number in.
  package mutating func add(_ number: Double) {
    let size = number.magnitude
    if size == 0 { return }
    if scale < size {
      let ratio = scale / size
      sum = 1 + sum * ratio * ratio
      scale = size
    } else {
      let ratio = size == scale ? 1 : size / scale
      sum += ratio * ratio
    }
  }

  /// The length of all numbers; 0 without any, NaN where one is NaN.
  package var value: Double { scale * sum.squareRoot() }
}
