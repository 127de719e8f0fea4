// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// In a terminal that would obey, a hostile lesson changes neither the title nor the clipboard.
@Suite(
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux"), "tmux is needed"))
struct TitleAndClipboardTests {
  private let socket = "nntutor-\(UUID().uuidString)"

  /// Runs tmux on a server of its own.
  ///
  /// The server that the first command starts would keep the output open for ever.
  private func tmux(_ arguments: String...) throws -> (status: Int32, text: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/tmux")
    process.arguments = ["-L", socket, "-f", "/dev/null"] + arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color"]
    process.standardError = FileHandle.nullDevice
    let startsServer = arguments.first == "new-session"
    process.standardOutput = startsServer ? FileHandle.nullDevice : output
    try process.run()
    try output.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    return (process.terminationStatus, text.trimmingCharacters(in: .newlines))
  }

  @Test func `The title and the clipboard are as before`() throws {
    defer { _ = try? tmux("kill-server") }
    var dice = Dice(state: 1)
    let lessons = (0..<20).map { _ in HostileLesson.text(&dice) }
    let course = try CourseInTerminal(lessons, arguments: ["--version"], awaiting: nil)
    #expect(try course.terminal.ending() == .status(0))
    #expect(
      try tmux("new-session", "-d", "-x", "80", "-y", "24", "-e", "HOME=\(course.folder)", "cat")
        .status == 0)
    for (option, value) in [
      ("set-clipboard", "on"), ("remain-on-exit", "on"), ("allow-rename", "on"),
    ] {
      _ = try tmux("set-option", "-g", option, value)
    }
    // The first command is as hostile as the lessons, and has its way: the test can fail.
    let command =
      "printf '\\033]2;before\\007\\033]52;c;YmVmb3Jl\\007'; \(CourseInTerminal.program) --lessons "
      + "\(course.folder)/Lessons; tmux -L \(socket) wait-for -S left"
    _ = try tmux("respawn-pane", "-k", command)
    for _ in lessons {
      _ = try tmux("send-keys", "G", "g", "Tab", "Enter", "Escape", "t", "Escape", ">")
    }
    _ = try tmux("send-keys", "Escape", "Escape", "q")
    #expect(try tmux("wait-for", "left").status == 0)
    #expect(try tmux("display-message", "-p", "#{pane_title}").text == "before")
    #expect(try tmux("show-buffer").text == "before")
    #expect(try tmux("list-buffers").text.split(separator: "\n").count == 1)
    #expect(try tmux("display-message", "-p", "#{alternate_on}").text == "0")
  }
}
