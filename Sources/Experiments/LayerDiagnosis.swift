// SPDX-License-Identifier: MIT
import NeuralNetworks
import Training

extension Diagnosis {
  /// Why a run does not learn, where its layers tell: dead, saturated, or out of reach.
  static func blocked(
    _ history: TrainingHistory, _ layers: LayerState?, _ curves: JudgedCurves
  ) -> Diagnosis? {
    guard let layers else { return nil }
    let activation = history.hyperparameters.activation
    let stuck = "training loss stays at \(three(curves.training)), and"
    if activation == .relu,
      let dead = largest(layers.activations.map(\.deadFraction), from: Threshold.deadNeurons)
    {
      return Diagnosis(
        .deadNeurons,
        evidence: "\(stuck) \(percent(dead.share)) % of hidden layer \(dead.layer)"
          + " are off for every example.",
        advice: "Leaky ReLU, a lower learning rate or He initialization keep neurons alive.")
    }
    if [.sigmoid, .tanh].contains(activation),
      curves.training >= Threshold.guessedLossShare * curves.chance,
      let full = largest(
        layers.activations.map(\.saturatedFraction), from: Threshold.saturatedActivations)
    {
      return Diagnosis(
        .saturated,
        evidence: "\(stuck) \(percent(full.share)) % of the activations of hidden layer"
          + " \(full.layer) are where \(activation.rawValue) is nearly flat.",
        advice: "Smaller initial weights, batch normalization or ReLU keep slopes steep.")
    }
    return vanishing(layers.gradientNorms, stuck)
  }

  private static func vanishing(_ gradients: [Double], _ stuck: String) -> Diagnosis? {
    guard gradients.count > 2, let first = gradients.first, let last = gradients.last, last > 0,
      first < Threshold.vanishedGradient * last
    else { return nil }
    let comparison =
      first > 0
      ? "is \((last / first).rounded(decimals: 0)) times smaller than the output's" : "is zero"
    return Diagnosis(
      .vanishing,
      evidence: "\(stuck) the first layer's gradient over all examples after the last step"
        + " \(comparison).",
      advice: "ReLU, skip connections, batch normalization or a better initialization help.")
  }

  /// The layer with the largest share, where that reaches a threshold.
  private static func largest(
    _ shares: [Double], from threshold: Double
  ) -> (layer: Int, share: Double)? {
    guard let largest = shares.max(), largest >= threshold,
      let layer = shares.firstIndex(of: largest)
    else { return nil }
    return (layer + 1, largest)
  }
}

extension TrainingHistory {
  /// The layers at the last epoch, where they were measured all along.
  var lastLayerState: LayerState? {
    guard let gradients = gradientNorms.last, !gradients.isEmpty else { return nil }
    return LayerState(gradientNorms: gradients, activations: activations.last ?? [])
  }
}
