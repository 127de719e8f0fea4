// SPDX-License-Identifier: MIT

/// The vector that all kernels compute with: four doubles, one AVX register or two NEON registers.
package typealias Lanes = SIMD4<Double>

/// Four doubles from memory, aligned or not.
@inline(__always)
package func load(_ pointer: UnsafePointer<Double>) -> Lanes {
  UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
}

/// Four doubles from memory, aligned or not.
@inline(__always)
package func load(_ pointer: UnsafeMutablePointer<Double>) -> Lanes {
  UnsafeRawPointer(pointer).loadUnaligned(as: Lanes.self)
}

/// Four doubles to memory, aligned or not.
@inline(__always)
package func store(_ lanes: Lanes, to pointer: UnsafeMutablePointer<Double>) {
  UnsafeMutableRawPointer(pointer).storeBytes(of: lanes, as: Lanes.self)
}

/// One number in every lane.
@inline(__always)
package func broadcast(_ number: Double) -> Lanes { Lanes(repeating: number) }

/// `a * b + c`, rounded once where the processor can.
///
/// Without a fused instruction `addingProduct` would call a library function for each lane, so the
/// portable build rounds twice instead.
@inline(__always)
package func multiplyAdd(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes {
  #if FUSED_MULTIPLY_ADD || arch(arm64)
    c.addingProduct(a, b)
  #else
    a * b + c
  #endif
}

/// A number of vectors as a type, so that the compiler can lay out and unroll what works on them.
package enum LaneCount<let count: Int> {}

extension SIMD4<Double> {
  /// The sum of the four lanes.
  @inline(__always)
  package var laneSum: Double { laneSums.x }

  /// The sum of the four lanes, in every lane.
  ///
  /// Whole vectors throughout: a sum of halves would let the compiler halve the loop before it too.
  @inline(__always)
  package var laneSums: SIMD4<Double> {
    let pairs = self + SIMD4(z, w, x, y)
    return pairs + SIMD4(pairs.y, pairs.x, pairs.w, pairs.z)
  }
}

/// `count` rounded up to whole multiples of `multiple`.
@inline(__always)
package func roundUp(_ count: Int, to multiple: Int) -> Int {
  (count + multiple - 1) / multiple * multiple
}
