// SPDX-License-Identifier: MIT
import Glibc

/// The clocks of the machine; only the edge of the program looks at them.
public enum Clock {
  /// Seconds since 1970.
  public static var date: Double { read(CLOCK_REALTIME) }

  /// Seconds since some moment, never set back.
  @Sendable public static func monotonic() -> Double { read(CLOCK_MONOTONIC) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
