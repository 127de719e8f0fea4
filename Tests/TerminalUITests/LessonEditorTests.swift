// SPDX-License-Identifier: MIT
import Testing

@testable import TerminalUI

@Suite struct LessonEditorTests {
  @Test func `The editor is the learner's own, at the line where it can be`() {
    let cases: [([String: String], [String])] = [
      ([:], ["vi", "+7", "a b.md"]),
      (["EDITOR": "nano"], ["nano", "+7", "a b.md"]),
      (["EDITOR": "nano", "VISUAL": "/usr/bin/nvim -R"], ["/usr/bin/nvim", "-R", "+7", "a b.md"]),
      (["EDITOR": "nano", "VISUAL": " "], ["nano", "+7", "a b.md"]),
      (["EDITOR": "code --wait"], ["code", "--wait", "a b.md"]),
    ]
    for (environment, command) in cases {
      #expect(LessonEditor(environment: environment).command(file: "a b.md", line: 7) == command)
    }
  }
}
