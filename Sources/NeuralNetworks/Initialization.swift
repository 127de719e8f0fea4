// SPDX-License-Identifier: MIT

/// How initial weights are drawn.
public enum InitializationKind: String, CaseIterable, Sendable {
  /// All zero.
  case zeros
  /// `N(0, scale^2)`.
  case normal
  /// `N(0, 1 / fanIn)` times the scale (Glorot & Bengio, 2010, for equal fans).
  case xavier
  /// `N(0, 2 / fanIn)` times the scale (He et al., 2015).
  case he

  /// The standard deviation of a weight into a neuron with `fanIn` inputs.
  public func standardDeviation(fanIn: Int, scale: Double = 1) -> Double {
    let inputs = Double(max(fanIn, 1))
    return switch self {
    case .zeros: 0
    case .normal: scale
    case .xavier: (1 / inputs).squareRoot() * scale
    case .he: (2 / inputs).squareRoot() * scale
    }
  }

  /// A weight matrix of `outputs` rows, drawn row by row; `zeros` draws nothing.
  func weights(
    inputs: Int, outputs: Int, scale: Double, using random: inout NumpyRandom, meter: WorkMeter
  ) -> [Double] {
    var weights = [Double](repeating: 0, count: inputs * outputs)
    guard self != .zeros else { return weights }
    let deviation = standardDeviation(fanIn: inputs, scale: scale)
    for output in 0..<outputs {
      for input in 0..<inputs { weights[output * inputs + input] = random.gaussian() * deviation }
      if !meter.spend(inputs * Self.drawCost) { break }
    }
    return weights
  }

  /// What drawing a number costs, in multiply-adds.
  private static let drawCost = 40
}
