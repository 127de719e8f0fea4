// SPDX-License-Identifier: MIT
import CTerminalGuard
import TerminalText
import Tutorial

#if canImport(Glibc)
  import Glibc
#endif

/// Takes lines in at a terminal whose cursor is never addressed: what is typed is written, and taken
/// back by backspaces, so that a screen reader hears it as it comes.
public struct LinePrompt {
  /// What came.
  public enum Answer: Hashable, Sendable {
    /// A line.
    case line(String)
    /// The end of input.
    case end
    /// A signal that ends the program.
    case signal(Int32)
  }

  /// What stands before the line.
  public let prompt: String

  /// Makes a prompt.
  public init(_ prompt: String) { self.prompt = prompt }

  /// Asks for a line: arrows bring back earlier ones, Tab completes, `^C` begins anew, `^D` ends.
  ///
  /// - Parameters:
  ///   - history: the lines that were typed before, oldest first.
  ///   - completions: whole lines that continue what is typed.
  /// - Returns: The line, or why there is none.
  /// - Throws: `TerminalError` where the terminal's modes cannot be changed.
  public func read(
    history: [String], completions: (String) -> [String]
  ) throws(TerminalError) -> Answer {
    let signals = try SignalInbox()
    let modes = try KeyByKeyModes()
    defer { modes.leave() }
    var editor = LineEditor(history: history)
    var shown = Shown()
    var bytes = KeyBytes()
    write(prompt)
    while true {
      if let number = signals.next() {
        switch number {
        case SIGTSTP: stop(signals, modes, &shown, editor)
        case SIGTERM, SIGHUP, SIGINT: return .signal(number)
        default: break
        }
        continue
      }
      guard let byte = nextByte(or: signals.descriptor) else { return .end }
      guard let byte, let key = bytes.take(byte) else { continue }
      switch key {
      case .control("d") where editor.text.isEmpty:
        write("\n")
        return .end
      case .control("z"): stop(signals, modes, &shown, editor)
      case .control("c"):
        write("\n\(prompt)")
        (editor, shown) = (LineEditor(history: history), Shown())
      case .escape: break
      default:
        switch editor.type(key, completions: completions) {
        case .entered(let line):
          write("\n")
          return .line(line)
        case .typing, .left:
          if key == .tab, editor.isOffering, editor.offered == nil {
            write("\n\(editor.offersShown.joined(separator: "  "))\n\(prompt)")
            shown = Shown()
          }
          write(shown.follow(editor))
        }
      }
    }
  }

  private func stop(
    _ signals: SignalInbox, _ modes: KeyByKeyModes, _ shown: inout Shown, _ editor: LineEditor
  ) {
    modes.leave()
    signals.stop()
    modes.enter()
    shown = Shown()
    write("\n\(prompt)" + shown.follow(editor))
  }

  /// The next byte; `nil` within where a signal came first, without at the end of input.
  private func nextByte(or signals: Int32) -> UInt8?? {
    var sources = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&sources, 2, -1) < 0 { if errno != EINTR { return nil } }
    if sources[1].revents != 0 { return .some(nil) }
    var byte: UInt8 = 0
    return Glibc.read(STDIN_FILENO, &byte, 1) == 1 ? .some(byte) : nil
  }

  private func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count <= 0, errno != EINTR { return }
      bytes = bytes.dropFirst(max(0, count))
    }
  }
}

/// What stands on the terminal after the prompt.
struct Shown {
  private var text: [Character] = []
  private var cursor = 0

  /// The characters and backspaces that lead to what an editor holds.
  mutating func follow(_ editor: LineEditor) -> String {
    let next = Array(displayableText(editor.text, glyphs: .braille))
    let common = zip(text, next).prefix { $0 == $1 }.count
    var written = ""
    if cursor > common { written += back(over: text[common..<cursor]) }
    if cursor < common { written += String(text[cursor..<common]) }
    written += String(next[common...])
    let rest = width(text[common...]) - width(next[common...])
    if rest > 0 {
      written += String(repeating: " ", count: rest) + String(repeating: "\u{8}", count: rest)
    }
    text = next
    cursor = min(editor.cursor, next.count)
    return written + back(over: text[cursor...])
  }

  private func back(over part: ArraySlice<Character>) -> String {
    String(repeating: "\u{8}", count: width(part))
  }

  private func width(_ part: ArraySlice<Character>) -> Int { String(part).displayWidth }
}

/// A terminal that gives each key at once and writes none of them by itself.
private final class KeyByKeyModes {
  private var usual = termios()

  init() throws(TerminalError) {
    guard terminal_guard_save() == 0, tcgetattr(STDIN_FILENO, &usual) == 0 else {
      throw TerminalError(
        description: "The terminal's modes cannot be read: \(String(cString: strerror(errno))).")
    }
    enter()
  }

  func enter() {
    var modes = usual
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    modes.c_iflag &= ~tcflag_t(IXON)
    terminal_guard_arm("")
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
  }

  func leave() {
    tcsetattr(STDIN_FILENO, TCSADRAIN, &usual)
    terminal_guard_disarm()
  }
}
