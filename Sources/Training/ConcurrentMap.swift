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
  let helpers = (1..<max(min(threads, count), 1)).compactMap { _ in Helper(work.run) }
  var results = [Result?](repeating: nil, count: max(count, 0))
  for share in [work.run()] + helpers.compactMap({ $0.join() }) {
    for (index, result) in share { results[index] = result }
  }
  return results
}

/// Does two things at the same time, the second where it is called, and returns what both came to.
///
/// - Throws: What the second throws, once the first has ended too.
public func concurrently<First: Sendable, Second, Failure: Error>(
  _ first: @escaping @Sendable () -> First, _ second: () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  let helper = Helper(first)
  let other: Second
  do throws(Failure) { other = try second() } catch {
    _ = helper?.join()
    throw error
  }
  return (helper?.join() ?? first(), other)
}

/// Indices to be taken; whoever takes one keeps what it comes to.
private struct SharedWork<Result: Sendable>: Sendable {
  private let next = Counter()
  let count: Int
  let shouldContinue: @Sendable () -> Bool
  let compute: @Sendable (Int) -> Result?

  private final class Counter: Sendable {
    let value = Atomic(0)
  }

  init(
    count: Int, shouldContinue: @escaping @Sendable () -> Bool,
    compute: @escaping @Sendable (Int) -> Result?
  ) {
    self.count = count
    self.shouldContinue = shouldContinue
    self.compute = compute
  }

  /// Takes indices until there are none.
  @Sendable func run() -> [(index: Int, result: Result?)] {
    var share: [(index: Int, result: Result?)] = []
    while shouldContinue() {
      let index = next.value.add(1, ordering: .relaxed).oldValue
      guard index < count else { break }
      share.append((index, compute(index)))
    }
    return share
  }
}

/// A thread that comes to something.
private struct Helper<Output> {
  /// What the thread runs, and what came of it: written by it alone, read once it has ended.
  private final class Body {
    let run: @Sendable () -> Output
    var output: Output?
    init(_ run: @escaping @Sendable () -> Output) { self.run = run }
  }

  private let body: Body
  private let thread: pthread_t

  /// Starts a thread; `nil` where the system has none to give, and the others do its work.
  init?(_ run: @escaping @Sendable () -> Output) {
    body = Body(run)
    let task = Unmanaged.passRetained(Task { [body] in body.output = body.run() })
    var thread = pthread_t()
    let failure = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Task>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, task.toOpaque())
    guard failure == 0 else {
      task.release()
      return nil
    }
    self.thread = thread
  }

  /// Waits for the thread's end, and takes what came of it.
  func join() -> Output? {
    pthread_join(thread, nil)
    return body.output
  }
}

/// What a new thread runs, without its types: a C function can have none.
private final class Task {
  let run: () -> Void
  init(_ run: @escaping () -> Void) { self.run = run }
}
