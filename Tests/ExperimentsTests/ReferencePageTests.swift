// SPDX-License-Identifier: MIT
import Experiments
import Foundation
import Testing

@Suite struct `The page about experiments` {
  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Documentation/Experiments.md")

  /// `NNTUTOR_WRITE_PAGES=1` writes the page anew.
  @Test func `says what the tables say`() throws {
    if ProcessInfo.processInfo.environment["NNTUTOR_WRITE_PAGES"] != nil {
      try ReferencePage.text.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.file, encoding: .utf8) == ReferencePage.text)
  }
}
