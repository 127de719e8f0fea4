// SPDX-License-Identifier: MIT
import Dispatch
import Experiments
import Synchronization
import Tutorial

/// Runs experiments beside the loop: one at a time, stopped within a tenth of a second.
public final class Runner: Sendable {
  private struct State {
    var serial = 0
    var progress: Event?
    var ended: [Event] = []
    var lastSnapshot = 0.0
    /// How long the last snapshot took to be made, in seconds.
    var snapshotSeconds = 0.0
  }

  private let state = Mutex(State())
  private let wake: @Sendable () -> Void
  private let seconds: @Sendable () -> Double

  /// At most twenty pictures of a run a second, and four of many runs: these take longer to draw.
  private static func secondsBetweenSnapshots(_ request: ExperimentRequest) -> Double {
    request.variants.count * request.seeds > 1 ? 0.25 : 0.05
  }

  /// A runner that tells through `wake` when there is news.
  public init(seconds: @escaping @Sendable () -> Double, wake: @escaping @Sendable () -> Void) {
    self.seconds = seconds
    self.wake = wake
  }

  /// Runs to the end and returns what it showed; for runs that take less than a frame.
  public func runNow(_ ticket: RunTicket, _ request: ExperimentRequest) -> Event {
    stop()
    let isCancelled: @Sendable () -> Bool = {
      protectThisThread()
      return false
    }
    return .finished(ticket, request.run(seconds: seconds, isCancelled: isCancelled))
  }

  /// Begins a run on other threads; the run before is stopped.
  public func begin(_ ticket: RunTicket, _ request: ExperimentRequest) {
    stop()
    state.withLock { ($0.serial, $0.snapshotSeconds) = (ticket.serial, 0) }
    // Every thread that takes part in a run asks this before it computes, so each is protected.
    let isCancelled: @Sendable () -> Bool = { [self] in
      protectThisThread()
      return state.withLock { $0.serial != ticket.serial }
    }
    let pause = Self.secondsBetweenSnapshots(request)
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let report = request.run(seconds: seconds, isCancelled: isCancelled) {
        [self] share, snapshot in
        guard isDue(after: pause) else { return }
        let began = seconds()
        let event = Event.progressed(ticket, share: share, snapshot())
        state.withLock { state in
          state.snapshotSeconds = seconds() - began
          if state.serial == ticket.serial { state.progress = event }
        }
        wake()
      }
      state.withLock { state in
        if state.serial == ticket.serial { state.progress = nil }
        state.ended.append(.finished(ticket, report))
      }
      wake()
    }
  }

  /// Stops the run that goes on.
  public func stop() {
    state.withLock {
      $0.serial = -1
      $0.progress = nil
    }
  }

  /// What happened since the last call.
  public func news() -> [Event] {
    state.withLock { state in
      defer { (state.progress, state.ended) = (nil, []) }
      return (state.progress.map { [$0] } ?? []) + state.ended
    }
  }

  private func isDue(after pause: Double) -> Bool {
    let now = seconds()
    return state.withLock { state in
      // A run of very many epochs takes long to be shown; most of its time is to be spent on training.
      guard now - state.lastSnapshot >= max(pause, 20 * state.snapshotSeconds) else { return false }
      state.lastSnapshot = now
      return true
    }
  }
}
