// SPDX-License-Identifier: MIT
import TerminalText
import Testing

/// What is quoted in a message cannot speak to the terminal.
@Suite struct MessageTests {
  private static let attack = "\u{1B}[31m\u{1B}]0;x\u{7}\u{9B}2J\u{202E}"

  @Test(arguments: [
    ["run", attack], ["run", "endless", attack + "=3"], ["run", "endless", "noise=" + attack],
    ["open", attack], ["--" + attack], ["show", attack], ["compare", "1", attack],
    ["open", "/" + attack + ".md"], ["restore", attack],
    ["backup", attack + "/x", "--record", "/proc/" + attack],
    ["print", attack], ["check", attack],
  ])
  func `Hostile arguments are quoted without their control characters`(arguments: [String]) throws {
    let course = try CourseInTerminal(
      terminalName: "no" + Self.attack, arguments: arguments, awaiting: nil)
    _ = try course.terminal.ending()
    let hostile = course.terminal.text.unicodeScalars.filter {
      $0.value < 0x20 && $0 != "\n" && $0 != "\r" || (0x7F..<0xA0).contains($0.value)
        || $0.value == 0x202E
    }
    #expect(hostile.isEmpty, "\(course.terminal.text.debugDescription)")
    #expect(!course.terminal.text.isEmpty)
  }
}
