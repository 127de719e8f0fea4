// SPDX-License-Identifier: MIT
import Testing

@testable import NeuralNetworks

@Suite struct `The matrix product` {
  @Test(arguments: [(1, 8, 1), (6, 8, 9), (7, 16, 3), (23, 24, 31), (10, 40, 64)])
  func `equals the sum written out`(_ rows: Int, _ columns: Int, _ depth: Int) {
    var random = NumpyRandom(seed: 1)
    func filled(_ count: Int) -> AlignedBuffer {
      let buffer = AlignedBuffer(count: count)
      for index in 0..<count { buffer.pointer[index] = random.gaussian() }
      return buffer
    }
    let (left, right, bias) = (filled(rows * depth), filled(depth * columns), filled(rows))
    let result = AlignedBuffer(count: rows * columns)
    for isTransposed in [false, true] {
      MatrixProduct(
        left: LeftFactor(
          pointer: UnsafePointer(left.pointer), rowStep: isTransposed ? 1 : depth,
          depthStep: isTransposed ? rows : 1),
        right: UnsafePointer(right.pointer), rightStep: columns, result: result.pointer,
        resultStep: columns, bias: UnsafePointer(bias.pointer)
      ).compute(rows: 0..<rows, columns: columns, depth: depth)
      for row in 0..<rows {
        for column in 0..<columns {
          var sum = bias.pointer[row]
          for term in 0..<depth {
            let factor = left.pointer[isTransposed ? term * rows + row : row * depth + term]
            sum += factor * right.pointer[term * columns + column]
          }
          #expect(abs(result.pointer[row * columns + column] - sum) < 1e-12)
        }
      }
    }
  }
}
