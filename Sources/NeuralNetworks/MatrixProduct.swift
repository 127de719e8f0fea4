// SPDX-License-Identifier: MIT

/// The left factor of a matrix product: an element stands at `row * rowStep + depth * depthStep`, so
/// that a matrix and its transpose are the same memory read with the steps exchanged.
package struct LeftFactor {
  /// The element of row 0 and depth 0.
  package var pointer: UnsafePointer<Double>
  /// From one row to the next.
  package var rowStep: Int
  /// From one term of the sum to the next.
  package var depthStep: Int
}

/// `C = A B` (plus one number a row), the one kernel behind all dense layers.
///
/// Columns come in panels of eight and lie side by side in memory, in `B` and in `C`; the kernel keeps
/// six rows of a panel in twelve registers while it walks down the depth.
package struct MatrixProduct {
  /// `A`.
  package var left: LeftFactor
  /// `B`, row by row.
  package var right: UnsafePointer<Double>
  /// From one row of `B` to the next.
  package var rightStep: Int
  /// `C`, row by row.
  package var result: UnsafeMutablePointer<Double>
  /// From one row of `C` to the next.
  package var resultStep: Int
  /// One number a row that the sums begin with; zeros without it.
  package var bias: UnsafePointer<Double>?

  /// Computes rows `rows` and the first `columns` columns, a multiple of eight, over `depth` terms.
  package func compute(rows: Range<Int>, columns: Int, depth: Int) {
    var row = rows.lowerBound
    while row &+ 6 <= rows.upperBound {
      panels(row: row, columns: columns, depth: depth, Rows<6>.self)
      row &+= 6
    }
    while row &+ 4 <= rows.upperBound {
      panels(row: row, columns: columns, depth: depth, Rows<4>.self)
      row &+= 4
    }
    while row < rows.upperBound {
      panels(row: row, columns: columns, depth: depth, Rows<1>.self)
      row &+= 1
    }
  }

  /// How many rows a tile has, as a type, so that the compiler unrolls it.
  private enum Rows<let count: Int> {}

  @inline(__always)
  private func panels<let count: Int>(
    row: Int, columns: Int, depth: Int, _: Rows<count>.Type
  ) {
    var column = 0
    while column < columns {
      var low = InlineArray<count, Lanes>(repeating: .zero)
      var high = InlineArray<count, Lanes>(repeating: .zero)
      if let bias {
        for index in 0..<count {
          low[unchecked: index] = broadcast(bias[row &+ index])
          high[unchecked: index] = low[unchecked: index]
        }
      }
      var a = left.pointer + (row &* left.rowStep)
      var b = right + column
      for _ in 0..<depth {
        let (bLow, bHigh) = (load(b), load(b + 4))
        for index in 0..<count {
          let factor = broadcast(a[index &* left.rowStep])
          low[unchecked: index] = multiplyAdd(factor, bLow, low[unchecked: index])
          high[unchecked: index] = multiplyAdd(factor, bHigh, high[unchecked: index])
        }
        a += left.depthStep
        b += rightStep
      }
      var c = result + (row &* resultStep &+ column)
      for index in 0..<count {
        store(low[unchecked: index], to: c)
        store(high[unchecked: index], to: c + 4)
        c += resultStep
      }
      column &+= 8
    }
  }
}
