// SPDX-License-Identifier: MIT

extension Diagnosis {
  /// The thresholds of the judgement, each with its reason.
  public enum Threshold {
    /// The fewest epochs that are judged: fewer say nothing about where curves go.
    public static let leastEpochs = 5
    /// The share of a run whose mean is its end: one epoch alone may be a spike.
    public static let endShare = 0.05
    /// Validation loss has risen when it ends a tenth above its best: less is the noise of a small
    /// validation set.
    public static let riseShare = 0.1
    /// And by at least this much, so that a rise from 0.001 to 0.002 alarms nobody.
    public static let leastRise = 0.02
    /// A share of chance level up to which a loss counts as low: 0.24 for two classes, where about nine
    /// answers in ten are right.
    public static let lowLossShare = 0.35
    /// The share of chance level from which a loss counts as that of a guess: below it something was
    /// learned, and neurons that took sides are what came of it, not what stands in its way.
    public static let guessedLossShare = 0.9
    /// A gap between the accuracies, as a fraction, from which it speaks of overfitting: five of fifty
    /// validation examples.
    public static let wideGap = 0.1
    /// The share of a loss that it must fall by over the last tenth of the run to be still falling; a
    /// curve that keeps this up halves in some thirty tenths.
    public static let fallingShare = 0.02
    /// How many times chance level a training loss must end at to be called exploding: guessing is
    /// always possible, so what ends twice as bad was thrown there by its steps.
    public static let explodedLoss = 2.0
    /// The share of the output's gradient that the first layer must get less than for it to vanish: a
    /// step of the output's weights then goes a thousand times as far as one of the first layer's.
    public static let vanishedGradient = 0.001
    /// The share of a layer's ReLU neurons that must be off for every example: at the start it is
    /// usually under a third.
    public static let deadNeurons = 0.5
    /// The share of a layer's sigmoid or tanh activations whose slope is under a tenth of the steepest,
    /// from which the layer is saturated: most of its feedback is lost.
    public static let saturatedActivations = 0.5
  }
}
