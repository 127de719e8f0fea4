// SPDX-License-Identifier: MIT
import Glibc

/// The largest absolute eigenvalue of a square matrix, given row by row; NaN where a number in it is
/// not finite.
///
/// By Gelfand's formula `lim |A^n|^(1/n)` with `n = 2^40`, squaring and rescaling: complex pairs of
/// eigenvalues, which trap a power iteration, need no care.
public func spectralRadius(_ matrix: [Double], size: Int) -> Double {
  guard size > 0, matrix.count >= size * size else { return 0 }
  let step = ParameterLayout.rowStep(for: size)
  var (power, square) = (AlignedBuffer(count: size * step), AlignedBuffer(count: size * step))
  for row in 0..<size {
    for column in 0..<size { power.pointer[row * step + column] = matrix[row * size + column] }
  }
  // The logarithm of what was divided out, as it counts in the root.
  var logarithm = 0.0
  var exponent = 1.0
  for _ in 0..<40 {
    let length = norm(power.pointer, count: power.count)
    guard length > 0 else { return 0 }
    guard length.isFinite else { return .nan }
    for index in 0..<power.count { power.pointer[index] /= length }
    logarithm += log(length) / exponent
    MatrixProduct(
      left: LeftFactor(pointer: UnsafePointer(power.pointer), rowStep: step, depthStep: 1),
      right: UnsafePointer(power.pointer), rightStep: step, result: square.pointer,
      resultStep: step, bias: nil
    ).compute(rows: 0..<size, columns: roundUp(size, to: 8), depth: size)
    swap(&power, &square)
    exponent *= 2
  }
  let last = norm(power.pointer, count: power.count)
  return last > 0 ? exp(logarithm + log(last) / exponent) : 0
}

extension Network {
  /// Scales the recurrent weights of a recurrent network to a spectral radius.
  ///
  /// Weights whose spectral radius is zero stay as they are.
  public mutating func scaleRecurrentWeights(toSpectralRadius radius: Double) {
    guard architecture.timeSteps > 0 else { return }
    let present = spectralRadius(recurrentWeights, size: layers[0].outputs)
    guard present > 0 else { return }
    for output in 0..<layers[0].outputs {
      for input in 1..<layers[0].inputs {
        layers[0].weights[output * layers[0].inputs + input] *= radius / present
      }
    }
  }

  /// The weights from a recurrent layer's last values to its next, row by row.
  public var recurrentWeights: [Double] {
    guard architecture.timeSteps > 0 else { return [] }
    return (0..<layers[0].outputs).flatMap { layers[0].weights(of: $0).dropFirst() }
  }
}
