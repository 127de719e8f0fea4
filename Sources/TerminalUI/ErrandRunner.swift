// SPDX-License-Identifier: MIT
import Dispatch
import Experiments
import Synchronization
import Tutorial

/// Does errands beside the loop, one at a time.
public final class ErrandRunner: Sendable {
  private struct State {
    var isCancelled = false
    var outcome: ErrandOutcome?
  }

  private let state = Mutex(State())
  private let wake: @Sendable () -> Void

  /// A runner that tells through `wake` when an errand is done.
  public init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Begins an errand on another thread.
  public func begin(_ errand: Errand, by errands: Errands) {
    state.withLock { $0 = State() }
    let isCancelled: @Sendable () -> Bool = { [self] in state.withLock { $0.isCancelled } }
    DispatchQueue.global(qos: .utility).async { [self] in
      protectThisThread()
      let outcome = errands.perform(errand) { request in
        request.run(seconds: Clock.monotonic, isCancelled: isCancelled)
      }
      state.withLock { $0.outcome = outcome }
      wake()
    }
  }

  /// Gives the errand up that goes on.
  public func stop() { state.withLock { $0.isCancelled = true } }

  /// What happened since the last call.
  public func news() -> [Event] {
    state.withLock { state in
      defer { state.outcome = nil }
      return state.outcome.map { [.errandEnded($0)] } ?? []
    }
  }
}
