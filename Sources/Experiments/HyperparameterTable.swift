// SPDX-License-Identifier: MIT
import Training

/// Every hyperparameter that a lesson or a learner may set, in the order that panels show them.
///
/// Checks, panels, help, completion and documentation are all made from this one table; a row added
/// here is known everywhere. Defaults are not in it: they are `Hyperparameters()`'s own.
public enum HyperparameterTable {
  /// The rows.
  public static let all: [Hyperparameter] = data + network + training + chance + special

  /// Returns the row of a name.
  ///
  /// - Throws: `SettingError` with the nearest name where there is none.
  public static func named(
    _ name: String, among rows: [Hyperparameter] = all
  ) throws(SettingError) -> Hyperparameter {
    if let row = rows.first(where: { $0.name == name }) { return row }
    let near = Suggestion.sentence(for: name, among: rows.map(\.name))
    throw SettingError("there is no hyperparameter \(name)\(near)")
  }

  private static let data = [
    Hyperparameter("data", .choice(.init(\.data)), help: "where the examples come from"),
    Hyperparameter(
      "image_size", .integer(\.imageSize, 2...16, .steps(1)), unit: "pixels",
      help: "the side of a line image"),
    Hyperparameter(
      "training_size", .integer(\.trainingSize, 1...100_000, .decades(from: 1)), unit: "examples",
      help: "how many examples the network learns from"),
    Hyperparameter(
      "validation_size", .integer(\.validationSize, 1...100_000, .decades(from: 1)),
      unit: "examples", help: "how many unseen examples judge it"),
    Hyperparameter(
      "noise", .real(\.noise, 0...5, .steps(0.05)),
      help: "standard deviation of the Gaussian noise added to each input"),
    Hyperparameter(
      "label_noise", .real(\.labelNoise, 0...0.5, .steps(0.05)),
      help: "fraction of training labels that are flipped"),
  ]

  private static let network = [
    Hyperparameter(
      "hidden", .widths(\.hidden, 0...64, 1...4096), unit: "neurons",
      help: "the width of each hidden layer"),
    Hyperparameter(
      "activation", .choice(.init(\.activation)), help: "the function of the hidden neurons"),
    Hyperparameter(
      "initialization", .choice(.init(\.initialization)), help: "how initial weights are drawn"),
    Hyperparameter(
      "initialization_scale", .real(\.initializationScale, 0...1_000_000, .decades(from: 0.01)),
      help: "a factor on the initial weights (with normal: their standard deviation)"),
    Hyperparameter(
      "skip_connections", .toggle(\.skipConnections),
      help: "each hidden layer adds its input to its output"),
    Hyperparameter(
      "batch_normalization", .toggle(\.batchNormalization),
      help: "hidden layers are centred and scaled over each minibatch"),
    Hyperparameter(
      "dropout_rate", .real(\.dropoutRate, 0...0.95, .steps(0.05)),
      help: "the chance that a hidden neuron is switched off in a training step"),
    Hyperparameter(
      "dropout_form", .choice(.init(\.dropoutForm)),
      help: "whether dropout rescales in training (inverted) or at inference (classic)"),
  ]

  private static let training = [
    Hyperparameter("loss", .choice(.init(\.loss)), help: "what the error is measured by"),
    Hyperparameter(
      "optimizer", .choice(.init(\.optimizer)), help: "how a step is made from a gradient"),
    Hyperparameter(
      "learning_rate", .real(\.learningRate, 0.000001...100, .decades(from: 0.000001)),
      help: "how far a step goes along the negative gradient"),
    Hyperparameter(
      "learning_rate_schedule", .choice(.init(\.learningRateSchedule)),
      help: "how the learning rate changes over the epochs"),
    Hyperparameter(
      "momentum", .real(\.momentum, 0...0.999, .steps(0.05)),
      help: "the share of the last step kept in the next (optimizer momentum)"),
    Hyperparameter(
      "batch_size", .integer(\.batchSize, 1...100_000, .decades(from: 1)), unit: "examples",
      help: "how many examples make one step"),
    Hyperparameter(
      "shuffle", .toggle(\.shuffle), help: "each epoch visits the examples in a new order"),
    Hyperparameter(
      "epochs", .integer(\.epochs, 1...1_000_000, .decades(from: 1)), unit: "epochs",
      help: "how often the training set is passed through"),
    Hyperparameter(
      "l2_penalty", .real(\.l2Penalty, 0...10, .decades(from: 0.00001)),
      help: "lambda of the L2 penalty: w <- w - a (gradient + 2 lambda w)"),
    Hyperparameter(
      "weight_decay", .real(\.weightDecay, 0...10, .decades(from: 0.00001)),
      help: "decoupled decay: after each step w <- w - a d w"),
    Hyperparameter(
      "patience", .integer(\.patience, 0...1_000_000, .decades(from: 1)), unit: "epochs",
      help: "epochs without a better validation loss before the run stops; 0 never stops"),
    Hyperparameter(
      "minimum_improvement", .real(\.minimumImprovement, 0...1, .decades(from: 0.00001)),
      help: "the least fall of the validation loss that counts as better"),
    Hyperparameter(
      "gradient_clip_value", .real(\.gradientClipValue, 0...1_000_000, .decades(from: 0.01)),
      help: "each gradient component is held within plus and minus this; 0 does not clip"),
    Hyperparameter(
      "gradient_clip_norm", .real(\.gradientClipNorm, 0...1_000_000, .decades(from: 0.01)),
      help: "a longer gradient is scaled down to this norm; 0 does not clip"),
  ]

  private static let chance = [
    Hyperparameter(
      "seed", .integer(\.seed, 0...4_294_967_295, .steps(1)),
      help: "where the training set's random numbers start"),
    Hyperparameter(
      "validation_seed", .integer(\.validationSeed, 0...4_294_967_295, .steps(1)),
      help: "where the validation set's random numbers start"),
    Hyperparameter(
      "weight_seed", .weightSeed, help: "where the initial weights' random numbers start"),
  ]

  private static let special = [
    Hyperparameter(
      "depth", .integer(\.depth, 1...100, .steps(1)), unit: "layers",
      help: "how many hidden layers the deep network has"),
    Hyperparameter(
      "width", .integer(\.width, 1...1024, .decades(from: 1)), unit: "neurons",
      help: "how wide each of its layers is"),
    Hyperparameter(
      "time_steps", .integer(\.timeSteps, 1...1000, .decades(from: 1)), unit: "steps",
      help: "how many steps the recurrent network is unrolled over"),
    Hyperparameter(
      "spectral_radius", .real(\.spectralRadius, 0...10, .steps(0.1)),
      help: "the largest absolute eigenvalue of the recurrent weights"),
    Hyperparameter(
      "degree", .integer(\.degree, 0...20, .steps(1)), help: "the degree of the fitted polynomial"),
    Hyperparameter(
      "training_sets", .integer(\.trainingSets, 2...10_000, .decades(from: 1)), unit: "sets",
      help: "how many training sets bias and variance are measured over"),
  ]
}
