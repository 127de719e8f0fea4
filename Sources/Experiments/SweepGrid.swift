// SPDX-License-Identifier: MIT

/// What sets the variants of a request apart, as a grid with an axis for each hyperparameter.
public struct SweepGrid: Sendable {
  /// A hyperparameter that differs, and its values in the order of the variants.
  public struct Axis: Sendable {
    /// The row of the table.
    public var row: Hyperparameter
    /// The values as they are written.
    public var values: [String]

    /// The values as numbers, a list of one width by that width; `nil` where one is none.
    public var numbers: [Double]? {
      let numbers = values.compactMap { text in
        Double(strict: text.hasPrefix("[") ? String(text.dropFirst().dropLast()) : text)
      }
      return numbers.count == values.count ? numbers : nil
    }
  }

  /// The axes, in the table's order.
  public var axes: [Axis]
  /// The variant at each place, by its values along the axes.
  private var variants: [[String]: Int] = [:]

  /// The grid of a request; `nil` where its variants are not every combination of some values.
  public init?(_ request: ExperimentRequest) {
    axes = []
    var places = [[String]](repeating: [], count: request.variants.count)
    for row in request.kind.hyperparameters {
      let texts = request.variants.map { row.text(in: $0.hyperparameters) }
      var values: [String] = []
      for text in texts where !values.contains(text) { values.append(text) }
      guard values.count > 1 else { continue }
      axes.append(Axis(row: row, values: values))
      for index in texts.indices { places[index].append(texts[index]) }
    }
    for (index, place) in places.enumerated() { variants[place] = index }
    let size = axes.reduce(1) { $0 * $1.values.count }
    guard !axes.isEmpty, size == request.variants.count, variants.count == size else { return nil }
  }

  /// The variant with some values along the axes.
  public func variant(_ values: String...) -> Int? { variants[values] }
}
