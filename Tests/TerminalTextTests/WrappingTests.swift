// SPDX-License-Identifier: MIT
import Testing

@testable import TerminalText

@Suite struct WrappingTests {
  private func texts(_ text: String, _ width: Int, first: Int = 0, hanging: Int = 0) -> [String] {
    wrap([Span(text)], width: width, firstIndent: first, hangingIndent: hanging).map(\.text)
  }

  @Test func `lines are as even as can be`() {
    // Taking what fits would give "aaa bb", "cc", "ddddd" with rests 0, 4.
    #expect(texts("aaa bb cc ddddd", 6) == ["aaa", "bb cc", "ddddd"])
  }

  @Test func `blanks collapse and line ends stay`() {
    #expect(texts("  a   b \n c\n\nd ", 10) == ["a b", "c", "", "d"])
  }

  @Test func `a list mark hangs`() {
    let lines = wrap(
      [Span("one two three four")], width: 12, firstIndent: Line("• "), hangingIndent: Line("  "))
    #expect(lines.map(\.text) == ["• one two", "  three four"])
  }

  @Test func `a no-break space holds and is drawn as a blank`() {
    #expect(texts("aa bb\u{A0}cc", 5) == ["aa", "bb cc"])
  }

  @Test func `a word that is too long is cut`() {
    #expect(texts("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"])
  }

  @Test func `hyphens and dashes may end a line, option names stay whole`() {
    #expect(texts("well-known", 6) == ["well-", "known"])
    #expect(texts("one two—three", 8) == ["one two—", "three"])
    #expect(texts("use --plain", 6) == ["use", "--plai", "n"])
  }

  @Test func `scripts without blanks break between characters but not before a full stop`() {
    #expect(texts("日本語日本。", 6) == ["日本語", "日本。"])
    #expect(texts("日本語日本語。", 6) == ["日本語", "日本", "語。"])
  }

  @Test func `in one column a character of two cells becomes a question mark`() {
    #expect(texts("日a", 1) == ["?", "a"])
  }

  @Test func `styles and the blanks between them survive`() {
    let lines = wrap([Span("see "), Span("the link", Style(.link)), Span(", ok")], width: 40)
    #expect(
      lines == [Line([Span("see "), Span("the link", Style(.link)), Span(", ok")])])
  }

  @Test func `the needed and the ideal width are measured`() {
    let (minimum, ideal) = measure([Span("one three\nfive seven ")])
    #expect(minimum == 5)
    #expect(ideal == 10)
  }

  @Test func `random texts never overflow and lose no character`() {
    let alphabet = Array("abcdefg   日本語-—.,e\u{301}σ\u{A0}\n")
    var dice = Dice(state: 7)
    for _ in 0..<1_500 {
      var spans: [Span] = []
      for index in 0..<Int.random(in: 0...4, using: &dice) {
        let letters = (0..<Int.random(in: 0...60, using: &dice)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &dice)]
        }
        spans.append(Span(String(letters), index.isMultiple(of: 2) ? .text : Style(.code)))
      }
      let width = Int.random(in: 2...50, using: &dice)
      let first = Int.random(in: 0...60, using: &dice)
      let hanging = Int.random(in: 0...60, using: &dice)
      let lines = wrap(spans, width: width, firstIndent: first, hangingIndent: hanging)
      for line in lines { #expect(line.width <= width) }
      if width - min(max(first, hanging), width - 1) >= 2 {
        #expect(visible(lines.map(\.text).joined()) == visible(spans.map(\.text).joined()))
      }
    }
  }

  @Test func `a text of many words falls back to filling and still loses nothing`() {
    let text = (0..<5_000).map { "w\($0)" }.joined(separator: " ")
    let lines = texts(text, 72)
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { $0.displayWidth <= 72 })
  }

  @Test func `huge and useless widths are no trouble`() {
    #expect(texts("a b", Int.max) == ["a b"])
    #expect(texts("ab", 0) == ["a", "b"])
    #expect(texts("", 10) == [""])
  }

  private func visible(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0 != " " && $0 != "\n" && $0 != "\u{A0}" }
  }
}
