// SPDX-License-Identifier: MIT
import NeuralNetworks

/// Which random stream the initial weights are drawn from.
public enum WeightSeed: Hashable, Sendable {
  /// The state that drawing the training set left.
  case afterTraining
  /// The state that drawing the validation set left.
  case afterValidation
  /// A fresh stream with this seed.
  case seed(Int)
}

/// Everything that decides a run; two equal values give the same numbers to the bit.
///
/// The defaults are those of the course's `overfit` experiment. Which of them a kind of experiment
/// uses, their ranges and their help stand in `Experiments.HyperparameterTable`.
public struct Hyperparameters: Hashable, Sendable {
  // Data
  /// Where the examples come from.
  public var data = DataSource.lines
  /// The side of a line image, in pixels.
  public var imageSize = 3
  /// The number of training examples.
  public var trainingSize = 20
  /// The number of validation examples.
  public var validationSize = 50
  /// The standard deviation of the Gaussian noise added to each input.
  public var noise = 0.1
  /// The fraction of training labels that are flipped.
  public var labelNoise = 0.0

  // Network
  /// The width of each hidden layer, first to last.
  public var hidden = [20]
  /// The activation of the hidden layers.
  public var activation = Activation.sigmoid
  /// How the initial weights are drawn.
  public var initialization = InitializationKind.he
  /// A factor on the initial weights; with `normal` their standard deviation.
  public var initializationScale = 1.0
  /// Whether each hidden layer of equal width adds its input to its output.
  public var skipConnections = false
  /// Whether hidden layers are batch-normalized.
  public var batchNormalization = false
  /// The chance that a hidden neuron is switched off in a training step.
  public var dropoutRate = 0.0
  /// Where dropout rescales.
  public var dropoutForm = DropoutForm.inverted

  // Training
  /// What the error is measured by.
  public var loss = LossKind.binaryCrossEntropy
  /// How a step is made from a gradient.
  public var optimizer = OptimizerKind.sgd
  /// How far a step goes along the negative gradient.
  public var learningRate = 0.5
  /// How the learning rate changes over the epochs.
  public var learningRateSchedule = LearningRateScheduleKind.constant
  /// The share of the last step kept in the next, for `momentum`.
  public var momentum = 0.9
  /// The number of examples whose mean gradient makes one step.
  public var batchSize = 1
  /// Whether each epoch visits the examples in a new order.
  public var shuffle = false
  /// The number of passes over the training set.
  public var epochs = 500
  /// Lambda of the L2 penalty `lambda * sum(w^2)`; the step is `w <- w - a (g + 2 lambda w)`.
  public var l2Penalty = 0.0
  /// Decoupled weight decay: after each step `w <- w - a d w` (Loshchilov & Hutter, 2019).
  public var weightDecay = 0.0
  /// Epochs without improvement of the validation loss before the run stops; 0 never stops.
  public var patience = 0
  /// The least fall of the validation loss that counts as an improvement.
  public var minimumImprovement = 0.0
  /// Each gradient component is held within plus and minus this; 0 does not clip.
  public var gradientClipValue = 0.0
  /// The gradient is scaled down to this norm where it is longer; 0 does not clip.
  public var gradientClipNorm = 0.0

  // Chance
  /// The seed of the training set.
  public var seed = 42
  /// The seed of the validation set.
  public var validationSeed = 999
  /// Where the initial weights' random stream starts.
  public var weightSeed = WeightSeed.afterValidation

  // Kinds of their own
  /// The number of hidden layers of a deep network under study.
  public var depth = 10
  /// The width of each of those layers.
  public var width = 16
  /// The number of time steps of a recurrent network.
  public var timeSteps = 50
  /// The largest absolute eigenvalue of a recurrent weight matrix.
  public var spectralRadius = 1.0
  /// The degree of a fitted polynomial.
  public var degree = 9
  /// The number of training sets that bias and variance are measured over.
  public var trainingSets = 100

  /// The hyperparameters of the `overfit` experiment.
  public init() {}
}
