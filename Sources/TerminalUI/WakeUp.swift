// SPDX-License-Identifier: MIT
import CNcurses
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Wakes the event loop from another thread; many calls between two rounds are one.
public final class WakeUp: Sendable {
  /// Readable once `signal` was called.
  let descriptor: Int32
  private let isPending = Atomic<Bool>(false)

  /// Makes a wake-up.
  ///
  /// - Throws: `TerminalError` where the system has no descriptor left.
  public init() throws(TerminalError) {
    descriptor = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
    if descriptor < 0 {
      throw TerminalError(
        description: "Runs cannot report to the screen: \(String(cString: strerror(errno))).")
    }
  }

  deinit { close(descriptor) }

  /// Wakes the loop; may be called on any thread.
  public func signal() {
    if isPending.exchange(true, ordering: .acquiringAndReleasing) { return }
    var one: UInt64 = 1
    _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  /// Takes the wake-up.
  ///
  /// What was published before the call to `signal` can be read after this.
  func take() {
    var count: UInt64 = 0
    _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
    isPending.store(false, ordering: .sequentiallyConsistent)
  }
}
