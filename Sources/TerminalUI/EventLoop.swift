// SPDX-License-Identifier: MIT
import CNcurses
import TerminalText
import Tutorial

#if canImport(Glibc)
  import Glibc
#endif

/// Why an event loop came to its end.
public enum LoopEnd: Hashable, Sendable {
  /// A handler asked for it.
  case left
  /// The terminal is gone.
  case terminalGone
  /// A signal that ends programs arrived; die by it once the screen has been given back.
  case signal(Int32)
}

/// What a program does with the events of its loop.
///
/// Handlers run on the loop's thread, one after the other; those that return a truth value end the
/// loop by returning false.
public struct EventHandlers {
  /// A key was pressed.
  public var key: (Key) -> Bool
  /// The screen has another size.
  public var resized: (Size) -> Void
  /// The program is asked to stop, as by `kill -TSTP`.
  public var suspend: () -> Void
  /// The screen was lost, as after `SIGCONT`, and has to be drawn whole.
  public var redraw: () -> Void
  /// Another thread signalled.
  public var woken: () -> Bool
  /// Something happened to the files that are watched.
  public var changed: () -> Void
  /// How long until `tick`, or nil while nothing is due.
  public var delay: () -> Duration?
  /// The delay has passed.
  public var tick: () -> Bool
  /// Draws what the events of a round made of the program.
  public var draw: () -> Void

  /// Handlers of all events.
  public init(
    key: @escaping (Key) -> Bool, resized: @escaping (Size) -> Void,
    suspend: @escaping () -> Void, redraw: @escaping () -> Void, woken: @escaping () -> Bool,
    changed: @escaping () -> Void,
    delay: @escaping () -> Duration?, tick: @escaping () -> Bool, draw: @escaping () -> Void
  ) {
    self.key = key
    self.resized = resized
    self.suspend = suspend
    self.redraw = redraw
    self.woken = woken
    self.changed = changed
    self.delay = delay
    self.tick = tick
    self.draw = draw
  }
}

/// Waits for keys, signals and other threads, and sleeps while there is nothing.
public struct EventLoop {
  private let terminal: Terminal
  private let signals: SignalInbox
  private let wakeUp: WakeUp
  private let files: FileWatch
  private let clock = ContinuousClock()

  /// Makes a loop over what can wake it.
  public init(terminal: Terminal, signals: SignalInbox, wakeUp: WakeUp, files: FileWatch) {
    self.terminal = terminal
    self.signals = signals
    self.wakeUp = wakeUp
    self.files = files
  }

  /// Runs until a handler, a signal or the terminal ends it; draws once at the start and once for
  /// each round of events.
  public func run(_ handlers: EventHandlers) -> LoopEnd {
    let keyboard = Keyboard()
    var size = terminal.size
    while true {
      // The size may also have changed while the program was stopped.
      if terminal.size != size {
        size = terminal.size
        handlers.resized(size)
      }
      handlers.draw()
      let delay = handlers.delay()
      let due = delay.map { clock.now.advanced(by: $0) }
      var sources = [
        STDIN_FILENO, signals.descriptor, wakeUp.descriptor, files.descriptor,
      ].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      if poll(&sources, nfds_t(sources.count), Self.milliseconds(delay)) < 0 && errno != EINTR {
        return .terminalGone
      }
      while let number = signals.next() {
        if let end = answer(number, handlers) { return end }
      }
      if sources[0].revents != 0 {
        // Readable without a byte to read is the end: a spin if it were waited for again.
        if nc_waiting_bytes(STDIN_FILENO) <= 0 { return .terminalGone }
        for key in keyboard.pressedKeys() where !handlers.key(key) { return .left }
      }
      if sources[2].revents != 0 {
        wakeUp.take()
        if !handlers.woken() { return .left }
      }
      if sources[3].revents != 0 { handlers.changed() }
      if let due, clock.now >= due, !handlers.tick() { return .left }
    }
  }

  private func answer(_ number: Int32, _ handlers: EventHandlers) -> LoopEnd? {
    switch number {
    case SIGWINCH: terminal.resize()
    case SIGTSTP: handlers.suspend()
    case SIGCONT:
      terminal.retake()
      handlers.redraw()
    default: return .signal(number)
    }
    return nil
  }

  /// The timeout of `poll`, rounded up: a shorter one would wake for nothing; -1 waits for ever.
  static func milliseconds(_ delay: Duration?) -> Int32 {
    guard let delay else { return -1 }
    if delay <= .zero { return 0 }
    let (seconds, attoseconds) = delay.components
    if seconds >= 86_400 { return 86_400_000 }
    let part = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(seconds * 1000 + part)
  }
}
