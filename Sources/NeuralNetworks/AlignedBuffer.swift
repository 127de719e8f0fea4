// SPDX-License-Identifier: MIT
import Glibc

/// A fixed run of zeros to begin with, aligned for vectors, freed with its owner.
///
/// Every buffer of a training run is made once, before its first step; a step allocates nothing.
package final class AlignedBuffer {
  /// The first number.
  package let pointer: UnsafeMutablePointer<Double>
  /// How many there are.
  package let count: Int

  private let memory: UnsafeMutableRawPointer

  /// Makes `count` zeros, with room for one vector beyond the end.
  ///
  /// The system hands out large zeros only when they are first touched, so a large buffer takes no
  /// time to make. Where there is no memory left, `allocate` ends the program as it does everywhere.
  package init(count: Int) {
    self.count = max(count, 1)
    let room = self.count + Lanes.scalarCount
    let bytes = room * MemoryLayout<Double>.stride + Self.alignment
    memory = calloc(bytes, 1) ?? .allocate(byteCount: bytes, alignment: 16)
    pointer = memory.alignedUp(toMultipleOf: Self.alignment)
      .bindMemory(to: Double.self, capacity: room)
  }

  deinit { free(memory) }

  /// One cache line.
  private static let alignment = 64

  /// Takes over the numbers of a buffer of the same length.
  package func copy(from other: AlignedBuffer) {
    pointer.update(from: other.pointer, count: min(count, other.count))
  }

  /// Takes over the first `count` numbers at `source`.
  package func copy(_ source: UnsafePointer<Double>, count: Int) {
    pointer.update(from: source, count: min(count, self.count))
  }

  /// Sets every number to zero.
  package func clear() { pointer.update(repeating: 0, count: count) }

  /// Whether none is infinite or NaN.
  package var isFinite: Bool {
    var check = Lanes.zero
    var index = 0
    while index &+ Lanes.scalarCount <= count {
      // Only a finite number times zero is zero; the sum keeps a NaN once it has one.
      check += load(pointer + index) * 0
      index &+= Lanes.scalarCount
    }
    while index < count {
      check += Lanes(repeating: pointer[index] * 0)
      index &+= 1
    }
    return check == .zero
  }
}
