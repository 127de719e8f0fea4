// SPDX-License-Identifier: MIT
import Glibc
import NeuralNetworks
import Testing
import Training

/// Says no after some time of work, and remembers how long the work went on without asking.
///
/// Time is the thread's own, so that a busy machine does not count.
private final class Deadline {
  private let end: Double
  private(set) var longestSilence = 0.0
  private var last = Deadline.now()

  init(after seconds: Double) { end = Deadline.now() + seconds }

  func isAhead() -> Bool {
    let now = Deadline.now()
    longestSilence = max(longestSilence, now - last)
    last = now
    return now < end
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}

@Suite(.serialized) struct `Cancelling` {
  /// Sizes near the memory limit, each slow in another part of a run.
  private static let large = [
    Change("many examples") { ($0.trainingSize, $0.validationSize) = (2_000_000, 100_000) },
    Change("wide layers") { ($0.hidden, $0.batchSize) = ([3000, 3000], 64) },
    Change("a whole batch") {
      ($0.hidden, $0.trainingSize, $0.batchSize) = ([1000, 1000], 4000, 4000)
    },
    Change("a wide layer on the fast path") { $0.hidden = [200_000] },
    Change("large images") { ($0.imageSize, $0.hidden) = (400, [20]) },
    Change("long sequences") {
      ($0.data, $0.timeSteps, $0.hidden, $0.trainingSize) = (.sequences, 2000, [100], 500)
      $0.batchSize = 100
    },
  ]

  @Test(arguments: large)
  func `is never far away, whatever the size`(_ size: Change) {
    var run = Hyperparameters()
    size.apply(&run)
    #expect(run.trainingEstimate.fits(), "\(run.trainingEstimate.bytes)")
    let deadline = Deadline(after: 0.3)
    let history = TrainingRun(run).history { deadline.isAhead() }
    #expect(history.outcome == .cancelled)
    // A stage that never asks takes many seconds at these sizes; `make soak` measures the true delay.
    #expect(deadline.longestSilence < 1)
  }

  @Test(arguments: [
    Change("1e9 neurons") { $0.hidden = [1_000_000_000] },
    Change("1e9 examples") { $0.trainingSize = 1_000_000_000 },
    Change("images of 1e9 by 1e9") { $0.imageSize = 1_000_000_000 },
  ])
  func `is at once where a run would not fit`(_ size: Change) {
    var run = Hyperparameters()
    size.apply(&run)
    let start = ContinuousClock.now
    #expect(TrainingRun(run).history().outcome == .cancelled)
    #expect(ContinuousClock.now - start < .seconds(1))
  }
}
