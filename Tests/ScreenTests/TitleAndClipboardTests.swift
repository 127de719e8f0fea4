// SPDX-License-Identifier: MIT
import Foundation
import TerminalText
import Testing

/// In a terminal that would obey, a hostile lesson changes neither the title nor the clipboard.
@Suite(
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux"), "tmux is needed"))
struct TitleAndClipboardTests {
  private let socket = "nntutor-\(UUID().uuidString)"

  /// Runs tmux on a server of its own, and gives back what it says.
  @discardableResult private func tmux(_ arguments: String...) throws -> String {
    let terminal = try PseudoTerminal(
      "/usr/bin/tmux", ["-L", socket, "-f", "/dev/null"] + arguments,
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color"],
      size: Size(columns: 80, rows: 24))
    let ending = try terminal.ending()
    if ending != .status(0) { throw Failure("tmux \(arguments): \(ending), \(terminal.text)") }
    return terminal.text.trimmingCharacters(in: .newlines)
  }

  @Test func `The title and the clipboard are as before`() throws {
    defer { _ = try? tmux("kill-server") }
    var dice = Dice(state: 1)
    let lessons = (0..<20).map { _ in HostileLesson.text(&dice) }
    let course = try CourseInTerminal(lessons, arguments: ["--version"], awaiting: nil)
    #expect(try course.terminal.ending() == .status(0))
    try tmux("new-session", "-d", "-x", "80", "-y", "24", "-e", "HOME=\(course.folder)", "cat")
    for option in ["set-clipboard", "remain-on-exit", "allow-rename"] {
      try tmux("set-option", "-g", option, "on")
    }
    // The first command is as hostile as the lessons, and has its way: the test can fail.
    let command =
      "printf '\\033]2;before\\007\\033]52;c;YmVmb3Jl\\007'; \(CourseInTerminal.program) --lessons "
      + "\(course.folder)/Lessons; tmux -L \(socket) wait-for -S left"
    try tmux("respawn-pane", "-k", command)
    for _ in lessons {
      try tmux("send-keys", "G", "g", "Tab", "Enter", "Escape", "t", "Escape", ">")
    }
    try tmux("send-keys", "Escape", "Escape", "q")
    try tmux("wait-for", "left")
    #expect(try tmux("display-message", "-p", "#{pane_title}") == "before")
    #expect(try tmux("show-buffer") == "before")
    #expect(try tmux("list-buffers").split(separator: "\n").count == 1)
    #expect(try tmux("display-message", "-p", "#{alternate_on}") == "0")
  }
}
