// SPDX-License-Identifier: MIT
import Testing
import Tutorial

@testable import TerminalUI

/// The prompt of the linear notebook: bytes in, keys; what is typed, characters and backspaces out.
@Suite struct LinePromptTests {
  private func keys(_ text: String) -> [Key] {
    var bytes = KeyBytes()
    return text.utf8.compactMap { bytes.take($0) }
  }

  @Test func `bytes become keys`() {
    #expect(keys("a\t\r\n") == ["a", .tab, .enter, .enter])
    #expect(keys("\u{7F}\u{8}") == [.backspace, .backspace])
    #expect(keys("\u{1}\u{3}\u{1A}") == [.control("a"), .control("c"), .control("z")])
    #expect(keys("é漢🙂") == ["é", "漢", "🙂"])
    #expect(keys("\u{1B}[A\u{1B}OB\u{1B}[C\u{1B}[D") == [.up, .down, .right, .left])
    #expect(keys("\u{1B}[H\u{1B}[4~\u{1B}[3~\u{1B}[Z") == [.home, .end, .delete, .backTab])
  }

  @Test func `what is no key is passed over whole`() {
    #expect(keys("\u{1B}b\u{1B}[1;5Cx\u{0}\u{1B}[200~") == ["x"])
    #expect(keys("\u{1B}[" + String(repeating: "1", count: 40)).allSatisfy { $0 == "1" })
  }

  @Test func `a line is followed by characters and backspaces alone`() {
    var editor = LineEditor(history: ["run overfit"])
    var shown = Shown()
    func type(_ key: Key) -> String {
      _ = editor.type(key)
      return shown.follow(editor)
    }
    #expect(type("a") == "a")
    #expect(type("漢") == "漢")
    #expect(type(.left) == "\u{8}\u{8}")
    #expect(type("b") == "b漢\u{8}\u{8}")
    #expect(type(.backspace) == "\u{8}漢 \u{8}\u{8}\u{8}")
    #expect(type(.end) == "漢")
    #expect(type(.up) == "\u{8}\u{8}\u{8}run overfit")
    #expect(type(.down) == "\u{8}".repeated(11) + "a漢" + " ".repeated(8) + "\u{8}".repeated(8))
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
