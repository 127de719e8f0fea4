// SPDX-License-Identifier: MIT
import Foundation
import TerminalText
import Testing

/// Terminals of all kinds, encodings and sizes: readable, or one clear sentence.
@Suite struct TerminalKindTests {
  /// Where the program is opened.
  struct Place: CustomTestStringConvertible {
    let terminal: String
    let encoding: String
    let size: Size
    var testDescription: String { "\(terminal), \(encoding), \(size.columns)x\(size.rows)" }
  }

  private static let encodings = ["C.UTF-8", "C"]
  private static let sizes = [(1, 1), (20, 5), (40, 12), (80, 24), (300, 100)].map {
    Size(columns: $0.0, rows: $0.1)
  }

  /// Every combination in `make soak`; otherwise every kind, encoding and size at least once.
  private static func places(_ terminals: [String]) -> [Place] {
    if !Soak.isOn {
      return terminals.enumerated().map {
        Place(terminal: $1, encoding: encodings[$0 % 2], size: sizes[$0 % 5])
      }
    }
    return terminals.flatMap { terminal in
      encodings.flatMap { encoding in
        sizes.map { Place(terminal: terminal, encoding: encoding, size: $0) }
      }
    }
  }

  private func open(_ place: Place) throws -> CourseInTerminal {
    try CourseInTerminal(
      terminalName: place.terminal, size: place.size,
      environment: ["LC_ALL": place.encoding, "LANG": ""], awaiting: nil)
  }

  /// Only what the encoding has, whatever the sequences are.
  private func expectEncoded(_ place: Place, _ terminal: PseudoTerminal) {
    let isASCII = terminal.received.allSatisfy { $0 < 0x80 }
    #expect(place.encoding != "C" || isASCII)
    #expect(String(validating: terminal.received, as: UTF8.self) != nil)
  }

  @Test(
    arguments: places(["xterm-256color", "xterm", "screen", "tmux-256color", "linux", "vt100"]))
  func `A terminal shows the lesson within its size, and is restored`(place: Place) throws {
    let modes = try PseudoTerminal.untouchedModes()
    let course = try open(place)
    let terminal = course.terminal
    try terminal.expect(place.size.columns >= 20 ? "Reading" : "\u{1B}")
    for keys in ["j\t\u{C}", "t\u{C}", "\u{1B}\u{C}", "?\u{C}", "\u{1B}\u{C}"] {
      terminal.send(keys)
      try terminal.expectAnswer()
    }
    terminal.send("q")
    try terminal.expectRestored(modes, .status(0))
    expectEncoded(place, terminal)
    let farthest = TerminalStream(terminal.received).farthest
    #expect(farthest.row <= place.size.rows && farthest.column <= place.size.columns)
  }

  @Test(arguments: places(["dumb", ""]))
  func `A dumb terminal has the lesson line by line`(place: Place) throws {
    let course = try open(place)
    try course.terminal.expect("> ")
    course.terminal.send("next\n")
    try course.terminal.expect("Some")
    course.terminal.send("quit\n")
    #expect(try course.terminal.ending() == .status(0))
    #expect(!course.terminal.received.contains(0x1B))
    #expect(course.terminal.received.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: places(["no-such-terminal"]))
  func `An unknown terminal is refused in a sentence`(place: Place) throws {
    let modes = try PseudoTerminal.untouchedModes()
    let course = try open(place)
    #expect(try course.terminal.ending() != .status(0))
    #expect(course.terminal.text.contains("TERM=no-such-terminal is unknown"))
    #expect(!course.terminal.received.contains(0x1B))
    #expect(course.terminal.modes == modes)
  }

  @Test(arguments: ["xterm", "screen", "tmux-256color", "linux", "vt100"])
  func `Terminals of all kinds are restored after a crash`(name: String) throws {
    let modes = try PseudoTerminal.untouchedModes()
    let course = try CourseInTerminal(terminalName: name)
    kill(course.terminal.process, SIGSEGV)
    try course.terminal.expectRestored(modes, .signal(SIGSEGV))
  }
}
