// SPDX-License-Identifier: MIT
import Experiments
import Glibc
import Synchronization
import TerminalUI

/// A run that the command line waits for; `^C` cancels it.
enum ForegroundRun {
  private static let interruptions = Atomic<Int>(0)

  /// Runs to the end; `nil` where it was interrupted.
  static func run(_ request: ExperimentRequest, showsProgress: Bool = false) -> ExperimentReport? {
    let before = interruptions.load(ordering: .relaxed)
    let old = signal(SIGINT) { _ in
      ForegroundRun.interruptions.wrappingAdd(1, ordering: .relaxed)
    }
    defer { _ = signal(SIGINT, old) }
    return request.run(
      seconds: Clock.monotonic,
      isCancelled: { interruptions.load(ordering: .relaxed) != before },
      watch: Progress(of: request.experiment, isShown: showsProgress).watch)
  }

  /// Percentages on standard error, a tenth at a time.
  private final class Progress: Sendable {
    private let name: String
    private let isShown: Bool
    private let tenths = Atomic<Int>(0)
    private let began = Clock.monotonic()

    init(of name: String, isShown: Bool) { (self.name, self.isShown) = (name, isShown) }

    var watch: ExperimentRequest.Watch {
      { [self] share, _ in
        let now = Int(min(1, max(0, share)) * 10)
        guard isShown, now > tenths.load(ordering: .relaxed), Clock.monotonic() - began > 1 else {
          return
        }
        tenths.store(now, ordering: .relaxed)
        Output.note("\(name): \(now * 10) %")
      }
    }
  }
}
