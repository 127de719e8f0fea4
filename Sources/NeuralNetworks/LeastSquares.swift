// SPDX-License-Identifier: MIT

/// Linear least squares by Householder reflections (Golub & Van Loan, 2013, chapter 5).
///
/// Finds `x` with the smallest `|A x - b|`; with fewer rows than columns, the shortest `x` that solves
/// the equations. A column that is no more than rounding beside the ones before it gets a zero.
struct LeastSquares {
  /// The columns of `A` (or of its transpose, where it has fewer rows than columns), later of `R`.
  private var columns: [[Double]]
  /// The reflections, one a column.
  private var reflections: [[Double]] = []
  private let isTransposed: Bool

  /// Factors a matrix given by its rows, all of one length.
  init(rows: [[Double]]) {
    let width = rows.first?.count ?? 0
    isTransposed = rows.count < width
    columns = isTransposed ? rows : (0..<width).map { column in rows.map { $0[column] } }
    for pivot in columns.indices {
      var axis = columns[pivot]
      for row in 0..<pivot { axis[row] = 0 }
      let length = Self.length(axis)
      let isNegligible = length <= 1e-13 * Self.length(columns[pivot])
      guard length > 0, !isNegligible else {
        reflections.append([])
        continue
      }
      axis[pivot] += axis[pivot] < 0 ? -length : length
      let scale = Self.length(axis)
      axis = axis.map { $0 / scale }
      for column in pivot..<columns.count { Self.reflect(&columns[column], by: axis) }
      reflections.append(axis)
    }
  }

  /// The solution for one right side.
  func solve(_ right: [Double]) -> [Double] {
    isTransposed ? shortest(right) : fitted(right)
  }

  /// `R x = Q^T b`, from the last unknown to the first.
  private func fitted(_ right: [Double]) -> [Double] {
    var rotated = right
    for axis in reflections where !axis.isEmpty { Self.reflect(&rotated, by: axis) }
    var solution = [Double](repeating: 0, count: columns.count)
    for row in columns.indices.reversed() where !reflections[row].isEmpty {
      var sum = rotated[row]
      for column in row + 1..<max(columns.count, row + 1) {
        sum -= columns[column][row] * solution[column]
      }
      solution[row] = sum / columns[row][row]
    }
    return solution
  }

  /// `x = Q R^-T b` for the transposed matrix.
  private func shortest(_ right: [Double]) -> [Double] {
    var solution = [Double](repeating: 0, count: columns.first?.count ?? 0)
    for row in columns.indices where !reflections[row].isEmpty {
      var sum = right[row]
      for other in 0..<row { sum -= columns[row][other] * solution[other] }
      solution[row] = sum / columns[row][row]
    }
    for axis in reflections.reversed() where !axis.isEmpty { Self.reflect(&solution, by: axis) }
    return solution
  }

  private static func reflect(_ vector: inout [Double], by axis: [Double]) {
    var product = 0.0
    for index in axis.indices { product += axis[index] * vector[index] }
    for index in axis.indices { vector[index] -= 2 * product * axis[index] }
  }

  private static func length(_ vector: [Double]) -> Double {
    vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}
