// SPDX-License-Identifier: MIT

/// Where dropout rescales what it lets through.
public enum DropoutForm: String, CaseIterable, Sendable {
  /// Kept activations are divided by `1 - p` in training; inference needs nothing.
  case inverted
  /// Training leaves them; inference multiplies by `1 - p` (Srivastava et al., 2014).
  case classic
}

/// The shape of a fully connected network and the rules of its layers.
///
/// Every hidden layer computes `a = f(normalize(W a' + b))`, adds `a'` where a skip connection runs,
/// and drops some of it in training. The output layer computes `W a' + b`; the loss turns it into
/// predictions (a sigmoid for binary cross-entropy, a softmax for cross-entropy, itself for the mean
/// squared error).
public struct Architecture: Hashable, Sendable {
  /// The number of inputs.
  public var inputs: Int
  /// The width of each hidden layer, first to last.
  public var hidden: [Int]
  /// The number of outputs.
  public var outputs: Int
  /// The activation of the hidden layers.
  public var activation: Activation
  /// What the error is measured by; it decides what the outputs mean.
  public var loss: LossKind
  /// Whether a hidden layer adds its input to its output where both are equally wide.
  public var skipConnections = false
  /// Whether hidden pre-activations are batch-normalized.
  public var batchNormalization = false
  /// The chance that a hidden neuron is switched off in a training step, in `0..<1`.
  public var dropoutRate = 0.0
  /// Where dropout rescales.
  public var dropoutForm = DropoutForm.inverted
  /// The number of time steps of a recurrent network; 0 for one without recurrence.
  ///
  /// A recurrent network has one hidden layer and one number a time step as input. Its first layer
  /// reads that number and the hidden layer's last values, so it has `1 + hidden[0]` inputs.
  public var timeSteps = 0

  /// Makes an architecture without skip connections, batch normalization and dropout.
  public init(
    inputs: Int, hidden: [Int], outputs: Int = 1, activation: Activation = .sigmoid,
    loss: LossKind = .binaryCrossEntropy
  ) {
    self.inputs = inputs
    self.hidden = hidden
    self.outputs = outputs
    self.activation = activation
    self.loss = loss
  }

  /// A recurrent network: `h_t = f(W [x_t, h_(t-1)] + b)` from `h_0 = 0`; the output reads the last
  /// `h` alone.
  public static func recurrent(
    width: Int, timeSteps: Int, outputs: Int = 1, activation: Activation, loss: LossKind
  ) -> Architecture {
    var architecture = Architecture(
      inputs: width + 1, hidden: [width], outputs: outputs, activation: activation, loss: loss)
    architecture.timeSteps = timeSteps
    return architecture
  }

  /// The widths from the inputs to the outputs.
  public var widths: [Int] { [inputs] + hidden + [outputs] }

  /// The number of weight matrices: one a hidden layer and one for the outputs.
  public var layerCount: Int { hidden.count + 1 }

  /// Whether layer `layer` (from 0) adds its input to its output.
  public func hasSkip(_ layer: Int) -> Bool {
    skipConnections && layer < hidden.count && layer > 0 && hidden[layer - 1] == hidden[layer]
  }

  /// The name of layer `layer` (from 0): `hidden layer 1`, …, `output`.
  public func layerName(_ layer: Int) -> String {
    timeSteps > 0 && layer == 0
      ? "recurrent layer" : layer < hidden.count ? "hidden layer \(layer + 1)" : "output"
  }
}
