// SPDX-License-Identifier: MIT

/// Asks from time to time, by work done rather than by the clock, whether to go on.
///
/// Long loops report their multiply-adds; every `interval` of them the question is put. The answer no
/// is final: whatever is running returns early and its numbers are no longer used.
package final class WorkMeter {
  /// Whether the answer was no.
  package private(set) var isStopped = false
  private var remaining = WorkMeter.interval
  /// The question.
  package var shouldContinue: () -> Bool

  /// Multiply-adds between two questions, well under a millisecond of work.
  package static let interval = 50_000

  /// A meter that puts its question to `shouldContinue`.
  package init(while shouldContinue: @escaping () -> Bool = { true }) {
    self.shouldContinue = shouldContinue
  }

  /// Reports work; `false` means stop.
  @inline(__always)
  package func spend(_ multiplyAdds: Int) -> Bool {
    remaining &-= multiplyAdds
    return remaining > 0 ? true : ask()
  }

  /// Puts the question now, between two stretches of work that do not report.
  @discardableResult
  package func ask() -> Bool {
    remaining = Self.interval
    if !isStopped { isStopped = !shouldContinue() }
    return !isStopped
  }
}
