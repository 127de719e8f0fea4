// SPDX-License-Identifier: MIT
internal import GRDB
internal import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// How long a statement waits for another program's lock.
///
/// It looks again every two milliseconds. The database's own waiting grows to a tenth of a second
/// between two looks, so that a program which writes all the time can keep another one out.
final class Patience: Sendable {
  private let looks: Atomic<Int>

  init(seconds: Double) { looks = Atomic(Self.looks(seconds)) }

  /// Sets the waiting from now on.
  func set(seconds: Double) { looks.store(Self.looks(seconds), ordering: .relaxed) }

  /// The waiting as the database asks for it.
  var busyMode: Database.BusyMode {
    .callback { [self] look in
      guard look < looks.load(ordering: .relaxed) else { return false }
      usleep(2000)
      return true
    }
  }

  private static func looks(_ seconds: Double) -> Int {
    Int((min(max(seconds, 0), 3600) * 500).rounded(.up))
  }
}
