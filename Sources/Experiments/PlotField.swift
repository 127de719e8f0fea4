// SPDX-License-Identifier: MIT

/// Shares all over a plot, from 0 to 1, shown behind its points.
public struct PlotField: Hashable, Sendable {
  /// What the share is of (`class 1`).
  public var label: String
  /// The range of the horizontal axis, left to right.
  public var x: ClosedRange<Double>
  /// The range of the vertical axis, bottom to top.
  public var y: ClosedRange<Double>
  /// The shares in the middles of cells of one size, row by row from the top.
  public var values: [[Double]]

  /// Makes a field.
  public init(
    _ label: String, x: ClosedRange<Double>, y: ClosedRange<Double>, values: [[Double]]
  ) {
    self.label = label
    self.x = x
    self.y = y
    self.values = values
  }

  /// The value in whose cell a place lies; `nan` outside.
  public func value(x place: Double, y height: Double) -> Double {
    let down = Self.share(of: height, in: y).map { 1 - $0 }
    guard let row = Self.index(down, of: values.count),
      let column = Self.index(Self.share(of: place, in: x), of: values[row].count)
    else { return .nan }
    return values[row][column]
  }

  private static func share(of value: Double, in range: ClosedRange<Double>) -> Double? {
    range.contains(value)
      ? (value - range.lowerBound) / (range.upperBound - range.lowerBound) : nil
  }

  private static func index(_ share: Double?, of count: Int) -> Int? {
    guard let share, share.isFinite, count > 0 else { return nil }
    return Int(min(Double(count - 1), max(0, share * Double(count))))
  }

  /// The field whose shares are the mean over several of one size; `nil` where they differ in size or
  /// ranges.
  func mean(with fields: [PlotField]) -> PlotField? {
    guard
      fields.allSatisfy({
        $0.x == x && $0.y == y && $0.values.map(\.count) == values.map(\.count)
      })
    else { return nil }
    var mean = self
    for row in values.indices {
      for column in values[row].indices {
        mean.values[row][column] = Summary(fields.map { $0.values[row][column] }).mean
      }
    }
    return mean
  }
}
