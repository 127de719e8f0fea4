// SPDX-License-Identifier: MIT
import Dispatch
import Synchronization

extension ExperimentRequest {
  /// Told how far a request is: the share that is done, and what is known so far, computed only where
  /// it is asked for.
  public typealias Watch = @Sendable (_ share: Double, _ snapshot: () -> ExperimentReport?) -> Void

  /// Of more runs nothing is drawn before their end: that would take the time of the runs themselves.
  private static let mostRunsShownInPart = 64

  /// Runs everything on all cores; the results are the same whatever the number of cores.
  ///
  /// - Parameters:
  ///   - threads: how many runs go on at once at most; `nil` for one a core.
  ///   - seconds: the clock, in seconds.
  ///   - isCancelled: asked often.
  ///   - watch: told how far it is, from any thread.
  /// - Returns: what the runs showed, or `nil` where they were cancelled.
  public func run(
    threads: Int? = nil, seconds: @escaping @Sendable () -> Double = { 0 },
    isCancelled: @escaping @Sendable () -> Bool = { false }, watch: @escaping Watch = { _, _ in }
  ) -> ExperimentReport? {
    let jobs = jobs
    if jobs.count == 1 {
      return runSingle(seconds: seconds, isCancelled: isCancelled, watch: watch)
    }
    let results = Mutex([ExperimentResult?](repeating: nil, count: jobs.count))
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    let lanes = min(threads ?? jobs.count, jobs.count)
    DispatchQueue.concurrentPerform(iterations: lanes) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < jobs.count, !isCancelled() else { return }
        let result = kind.run(
          jobs[index], seconds: seconds, figures: figures, isCancelled: isCancelled)
        results.withLock { $0[index] = result }
        let count = done.wrappingAdd(1, ordering: .relaxed).newValue
        watch(Double(count) / Double(jobs.count)) {
          guard jobs.count <= Self.mostRunsShownInPart else { return nil }
          let known = results.withLock { $0 }
          return ExperimentReport(
            request: self, results: zip(known, jobs).map { $0 ?? .pending($1) })
        }
      }
    }
    let finished = results.withLock { $0.compactMap { $0 } }
    guard finished.count == jobs.count, !isCancelled() else { return nil }
    return ExperimentReport(request: self, results: finished)
  }

  private func runSingle(
    seconds: @escaping @Sendable () -> Double, isCancelled: @escaping @Sendable () -> Bool,
    watch: Watch
  ) -> ExperimentReport? {
    let began = seconds()
    var run = kind.start(jobs[0], figures.isEmpty ? kind.usualFigures : figures)
    var left = epoch ?? .max
    while left > 0, !isCancelled(), run.advance(unless: isCancelled) {
      left -= 1
      watch(run.progress) {
        var result = run.result()
        result.computeSeconds = seconds() - began
        return ExperimentReport(request: self, results: [result])
      }
    }
    if epoch != nil { run.finish(unless: isCancelled) }
    guard !isCancelled() else { return nil }
    var result = run.result()
    result.computeSeconds = seconds() - began
    return ExperimentReport(request: self, results: [result])
  }
}
