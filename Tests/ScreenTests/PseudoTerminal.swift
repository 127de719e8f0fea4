// SPDX-License-Identifier: MIT
import Foundation
import TerminalText

/// A program in a terminal of its own, driven as a learner drives it.
///
/// Nothing here waits for a time to pass: the terminal's bytes and the program's end are waited for,
/// and a limit only ends a test that has failed.
final class PseudoTerminal {
  /// How a program ended.
  enum Ending: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  let process: pid_t
  private var master: Int32
  /// Kept open, so that the terminal's modes can be asked for after the program's end.
  private var slave: Int32
  private(set) var received: [UInt8] = []
  private var seen = 0

  /// Starts a program as the leader of a session whose terminal this is.
  ///
  /// The signals in `ignoring` are ignored by it, as `nohup` would have it; standard input or
  /// output may be another file than the terminal.
  init(
    _ program: String, _ arguments: [String], environment: [String: String], size: Size,
    ignoring: [Int32] = [], input: Int32? = nil, output: Int32? = nil
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // glibc's Swift module lacks unlockpt and ptsname: these are the requests that they make.
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    guard master >= 0, ioctl(master, 0x4004_5431, &isLocked) == 0,
      ioctl(master, 0x8004_5430, &number) == 0
    else { throw Failure("no pseudo-terminal: \(errno)") }
    let name = "/dev/pts/\(number)"
    slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw Failure("no terminal: \(errno)") }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened once more, so that it becomes the session's own terminal; then the same open file as
    // ours, so that flags which the program leaves behind are seen here.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    for (descriptor, file) in [input, output, nil].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file ?? slave, Int32(descriptor))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    // What this process ignores when it starts another, that one ignores too.
    for number in ignoring {
      sigdelset(&all, number)
      Glibc.signal(number, SIG_IGN)
    }
    defer { for number in ignoring { Glibc.signal(number, SIG_DFL) } }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int32 = 0x80
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | newSession))

    var window = winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables =
      Soak.withSanitizers(environment).map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var child: pid_t = 0
    let reason = posix_spawn(&child, program, &actions, &attributes, &words, &variables)
    guard reason == 0 else { throw Failure("\(program): \(String(cString: strerror(reason)))") }
    process = child
  }

  /// Takes the terminal away from the program.
  func hangUp() {
    close(slave)
    close(master)
    (master, slave) = (-1, -1)
  }

  deinit {
    var status: Int32 = 0
    if waitpid(process, &status, WNOHANG) == 0 {
      Glibc.kill(process, SIGKILL)
      waitpid(process, &status, 0)
    }
    if master >= 0 { hangUp() }
  }

  func send(_ keys: String) {
    var bytes = Array(keys.utf8)
    while !bytes.isEmpty {
      let written = write(master, bytes, bytes.count)
      if written <= 0 { return }
      bytes.removeFirst(written)
    }
  }

  func resize(to size: Size) {
    var window = winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  /// Waits until bytes that were not waited for before hold a text.
  func expect(_ text: String, seconds: Double = 20) throws {
    let wanted = Array(text.utf8)
    let deadline = Date(timeIntervalSinceNow: seconds)
    while true {
      if let place = firstPlace(of: wanted, in: received[seen...]) {
        seen = place + wanted.count
        return
      }
      guard Date() < deadline, readSome(milliseconds: 50) else {
        throw Failure("no \(text.debugDescription) in \(tail.debugDescription)")
      }
    }
  }

  /// Waits until the program answers with bytes of any kind.
  func expectAnswer(seconds: Double = 20) throws {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while received.count == seen {
      guard Date() < deadline else { throw Failure("no answer after \(tail.debugDescription)") }
      _ = readSome(milliseconds: 50)
    }
    seen = received.count
  }

  /// Waits for the program's end, and takes what it wrote until then.
  func ending(seconds: Double = 20) throws -> Ending {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while true {
      _ = readSome(milliseconds: 5)
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        while readSome(milliseconds: 0) {}
        return status & 0x7F == 0 ? .status((status >> 8) & 0xFF) : .signal(status & 0x7F)
      }
      if Date() > deadline { throw Failure("still running after \(tail.debugDescription)") }
    }
  }

  /// The terminal's modes and the flags of its open file.
  var modes: [UInt64] {
    var modes = termios()
    tcgetattr(slave, &modes)
    let characters = withUnsafeBytes(of: modes.c_cc) { $0.map { UInt64($0) } }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag].map { UInt64($0) }
      + characters + [UInt64(bitPattern: Int64(fcntl(slave, F_GETFL)))]
  }

  /// The process group that the terminal's keys go to; that of another session once it has ended.
  var foregroundGroup: pid_t { tcgetpgrp(master) }

  /// The processor time that the program has taken, in clock ticks of 10 ms; `nil` once it is gone.
  var processorTicks: Int? {
    let path = "/proc/\(process)/stat"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    let fields = text.drop { $0 != ")" }.split(separator: " ")
    return fields.count > 13 ? (Int(fields[12]) ?? 0) + (Int(fields[13]) ?? 0) : nil
  }

  /// The memory that the program holds, in kilobytes.
  var residentKilobytes: Int? {
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  }

  /// Takes what the program writes for some time.
  func listen(seconds: Double) {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while true {
      let rest = deadline.timeIntervalSinceNow
      if rest <= 0 || !readSome(milliseconds: Int32((rest * 1000).rounded(.up))) { return }
    }
  }

  /// Everything that was received, as text.
  var text: String { String(decoding: received, as: UTF8.self) }

  private var tail: String { String(decoding: received.suffix(400), as: UTF8.self) }

  private func readSome(milliseconds: Int32) -> Bool {
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let ready = poll(&source, 1, milliseconds)
    if ready == 0 { return milliseconds > 0 }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &bytes, bytes.count)
    if count <= 0 { return false }
    received += bytes.prefix(count)
    return true
  }

  private func firstPlace(of wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= wanted.count, let first = wanted.first else { return nil }
    return (bytes.startIndex...(bytes.endIndex - wanted.count)).first {
      bytes[$0] == first && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}

/// A test that could not go on, and why.
struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
