// SPDX-License-Identifier: MIT
import NeuralNetworks

/// What a network of two inputs answers all over a rectangle.
public struct DecisionMap: Hashable, Sendable {
  /// The range of the first input, left to right.
  public var x: ClosedRange<Double>
  /// The range of the second input, bottom to top.
  public var y: ClosedRange<Double>
  /// The probabilities of class 1, row by row from the top.
  public var values: [[Double]]

  /// Asks the network at the middle of each cell; `nil` where it does not have two inputs.
  public init?(
    _ network: Network, x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int
  ) {
    guard network.architecture.inputs == 2, network.architecture.timeSteps == 0, columns > 0,
      rows > 0
    else { return nil }
    self.x = x
    self.y = y
    func place(_ index: Int, of count: Int, in range: ClosedRange<Double>) -> Double {
      range.lowerBound + (range.upperBound - range.lowerBound) * (Double(index) + 0.5)
        / Double(count)
    }
    let inputs = (0..<rows).flatMap { row in
      (0..<columns).flatMap { column in
        [place(column, of: columns, in: x), place(rows - 1 - row, of: rows, in: y)]
      }
    }
    let answers = network.predictions(inputs)
    values = (0..<rows).map { Array(answers[$0 * columns..<($0 + 1) * columns]) }
  }
}

extension Network {
  /// The weights into each neuron of the first layer as square pictures, row by row.
  ///
  /// Empty where the number of inputs is no square.
  public var weightImages: [[[Double]]] {
    guard let first = layers.first else { return [] }
    let side = Int(Double(first.inputs).squareRoot().rounded())
    guard side * side == first.inputs else { return [] }
    return (0..<first.outputs).map { neuron in
      let weights = Array(first.weights(of: neuron))
      return (0..<side).map { Array(weights[$0 * side..<($0 + 1) * side]) }
    }
  }
}
