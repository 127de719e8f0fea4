// SPDX-License-Identifier: MIT
import Testing
import Tutorial

@testable import TerminalUI

@Suite struct KeyboardTests {
  @Test func `A terminal's single characters are the keys that send them`() {
    let cases: [(Unicode.Scalar, Key)] = [
      ("a", .character("a")), ("é", .character("é")), ("🧠", .character("🧠")),
      ("\t", .tab), ("\r", .enter), ("\n", .enter), ("\u{1B}", .escape),
      ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{0}", .control(" ")),
      ("\u{3}", .control("c")), ("\u{1A}", .control("z")), ("\u{1F}", .control("_")),
      ("\u{1C}", .control("\\")), (" ", .character(" ")),
    ]
    for (scalar, key) in cases { #expect(Key(scalar) == key) }
  }

  @Test func `Pasted text loses its control characters and keeps its lines`() {
    var paste = PastedText()
    for scalar in "a\r\nb\rc\nd\te\u{1B}[31m\u{7F}\u{9B}\u{0}é\n\n".unicodeScalars {
      paste.append(scalar)
    }
    #expect(paste.text == "a\nb\nc\nd\te[31mé\n\n")
  }

  @Test func `Pasted text has an end`() {
    var paste = PastedText()
    for _ in 0..<(PastedText.limit + 500) { paste.append("x") }
    #expect(paste.text.count == PastedText.limit)
  }

  @Test func `A delay is rounded up to whole milliseconds`() {
    let cases: [(Duration?, Int32)] = [
      (nil, -1), (.zero, 0), (.seconds(-1), 0), (.nanoseconds(1), 1), (.microseconds(999), 1),
      (.milliseconds(1), 1), (.microseconds(1001), 2), (.seconds(2), 2000),
      (.seconds(1e12), 86_400_000),
    ]
    for (delay, milliseconds) in cases {
      #expect(EventLoop.milliseconds(delay) == milliseconds)
    }
  }
}
