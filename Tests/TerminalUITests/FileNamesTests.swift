// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import TerminalUI

/// The names that Tab finds.
final class FileNamesTests {
  private let folder =
    FileManager.default.temporaryDirectory.path + "/nntutor-names-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/notes", withIntermediateDirectories: true)
    for name in ["a.md", "b.md", ".hidden", "my file.md"] {
      try "".write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func names(_ start: String) -> [String] {
    FileNames.starting(with: folder + "/" + start).map { $0.replacing(folder + "/", with: "") }
  }

  @Test func `files and folders are found by the beginning of their names`() {
    #expect(Set(names("")) == ["a.md", "b.md", "'my file.md'", "notes/"])
    #expect(names("a") == ["a.md"])
    #expect(names(".") == [".hidden"])
    #expect(names("zzz").isEmpty && FileNames.starting(with: "/nowhere/at/all").isEmpty)
  }

  @Test func `the home folder may be written as a tilde`() {
    let home = ProcessInfo.processInfo.environment["HOME"] ?? ""
    #expect(FileNames.expanded("~/notes.html") == home + "/notes.html")
    #expect(FileNames.expanded("a~b") == "a~b")
  }
}
