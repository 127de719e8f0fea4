// SPDX-License-Identifier: MIT

/// A fixed run of zeros to begin with, aligned for vectors, freed with its owner.
///
/// Every buffer of a training run is made once, before its first step; a step allocates nothing.
package final class AlignedBuffer {
  /// The first number.
  package let pointer: UnsafeMutablePointer<Double>
  /// How many there are.
  package let count: Int

  /// Makes `count` zeros, with room for one vector beyond the end.
  package init(count: Int) {
    self.count = max(count, 1)
    let bytes = (self.count + Lanes.scalarCount) * MemoryLayout<Double>.stride
    let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    pointer = raw.bindMemory(to: Double.self, capacity: self.count + Lanes.scalarCount)
    pointer.initialize(repeating: 0, count: self.count + Lanes.scalarCount)
  }

  deinit { UnsafeMutableRawPointer(pointer).deallocate() }

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
