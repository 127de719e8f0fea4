// SPDX-License-Identifier: MIT
import Glibc
import Synchronization

/// The number of processors that threads can run on.
public func availableProcessors() -> Int {
  max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1)
}

/// Computes `count` independent results on several threads, and returns them in order.
///
/// Threads take the next index as they come free, so the order of work varies and the results do not:
/// they are the same to the bit for any number of threads. A result that is not computed any more
/// because `shouldContinue` said no is `nil`.
public func concurrentMap<Result: Sendable>(
  count: Int, threads: Int = availableProcessors(),
  while shouldContinue: @escaping @Sendable () -> Bool = { true },
  _ compute: @escaping @Sendable (Int) -> Result?
) -> [Result?] {
  let work = SharedWork(count: count, shouldContinue: shouldContinue, compute: compute)
  let helpers = (1..<max(min(threads, count), 1)).compactMap { _ in startThread(work.run) }
  work.run()
  for helper in helpers { pthread_join(helper, nil) }
  return work.results
}

/// Indices to be taken and results to be kept.
private final class SharedWork<Result: Sendable>: Sendable {
  private let next = Atomic(0)
  private let kept: Mutex<[Result?]>
  private let count: Int
  private let shouldContinue: @Sendable () -> Bool
  private let compute: @Sendable (Int) -> Result?

  init(
    count: Int, shouldContinue: @escaping @Sendable () -> Bool,
    compute: @escaping @Sendable (Int) -> Result?
  ) {
    self.count = count
    self.shouldContinue = shouldContinue
    self.compute = compute
    kept = Mutex([Result?](repeating: nil, count: max(count, 0)))
  }

  var results: [Result?] { kept.withLock { $0 } }

  /// Takes indices until there are none.
  @Sendable func run() {
    while shouldContinue() {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let result = compute(index)
      kept.withLock { $0[index] = result }
    }
  }
}

/// What a new thread runs.
private final class ThreadBody {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Starts a thread; `nil` where the system has none to give, and the others do its work.
private func startThread(_ run: @escaping @Sendable () -> Void) -> pthread_t? {
  let body = Unmanaged.passRetained(ThreadBody(run))
  var thread = pthread_t()
  let failure = pthread_create(
    &thread, nil,
    { argument in
      guard let argument else { return nil }
      Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
      return nil
    }, body.toOpaque())
  guard failure == 0 else {
    body.release()
    return nil
  }
  return thread
}
