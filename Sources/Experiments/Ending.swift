// SPDX-License-Identifier: MIT

/// Numbers that runs end with and that are drawn together: against what a sweep varies, or, where it
/// varies two hyperparameters, the last of them as a heat map.
public struct Ending: Hashable, Sendable {
  /// One of the numbers.
  public struct Curve: Hashable, Sendable {
    /// The name in the legend.
    public var name: String
    /// The name of the measure.
    public var measure: String
  }

  /// A short name, unique within a kind.
  public var id: String
  /// The title above the chart.
  public var title: String
  /// The vertical axis.
  public var axis: PlotAxis
  /// What is drawn.
  public var curves: [Curve]

  init(_ id: String, _ title: String, _ axis: PlotAxis, _ curves: KeyValuePairs<String, String>) {
    self.id = id
    self.title = title
    self.axis = axis
    self.curves = curves.map { Curve(name: $0.key, measure: $0.value) }
  }
}

extension Ending {
  /// Both losses.
  static let loss = Ending(
    "final_loss", "Loss at the end", PlotAxis("loss"),
    ["training": "training_loss", "validation": "validation_loss"])
  /// Both accuracies.
  static let accuracy = Ending(
    "final_accuracy", "Accuracy at the end", PlotAxis("accuracy %", limits: 0...105),
    ["training": "training_accuracy", "validation": "validation_accuracy"])
}
