// SPDX-License-Identifier: MIT
import Glibc
import TerminalText
import TerminalUI

/// Takes the screen as the program does, and breaks in the way that its argument names at the first
/// key: the tests look at what is left of the terminal.
@main struct CrashingProgram {
  static func main() throws {
    guard let breakDown = ways[CommandLine.arguments.dropFirst().first ?? ""] else { return }
    let signals = try SignalInbox()
    let wakeUp = try WakeUp()
    let terminal = try Terminal(signals: signals)
    let painter = Painter(palette: Palette(depth: .plain, background: .dark))
    let loop = EventLoop(
      terminal: terminal, signals: signals, wakeUp: wakeUp, files: FileWatch())
    let handlers = EventHandlers(
      key: { _ in
        breakDown()
        return true
      },
      resized: { _ in }, suspend: {}, redraw: {}, woken: { true }, changed: {},
      delay: { nil }, tick: { true },
      draw: { painter.paint([Line("ready")]) })
    _ = loop.run(handlers)
  }

  private static let ways: [String: @Sendable () -> Void] = [
    "fatal error": { fatalError("on purpose") },
    "index": { print([0][CommandLine.arguments.count]) },
    "overflow": { print(Int.max + CommandLine.arguments.count) },
    "abort": { abort() },
    "exit": { exit(3) },
    "stack overflow": { print(depth(of: 0)) },
    "stack overflow of a worker": {
      onWorker {
        protectThisThread()
        print(depth(of: 0))
      }
    },
    "fatal error of a worker": { onWorker { fatalError("on purpose") } },
  ]

  /// Runs until the stack is used up.
  private static func depth(of level: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 8) { bytes in
      bytes.storeBytes(of: level, as: Int.self)
      return depth(of: level + 1) + bytes.load(as: Int.self)
    }
  }

  private static func onWorker(_ work: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let body = Unmanaged.passRetained(Work(work))
    pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    pthread_join(thread, nil)
  }

  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
