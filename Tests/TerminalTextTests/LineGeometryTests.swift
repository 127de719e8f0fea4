// SPDX-License-Identifier: MIT
import Testing

@testable import TerminalText

@Suite struct LineGeometryTests {
  private let mixed = Line([Span("ab", Style(.code)), Span("日本", .text), Span("e\u{301}f", .text)])

  @Test func `a line is as wide as its cells`() {
    #expect(mixed.width == 8)
    #expect(Line().width == 0)
  }

  @Test func `padding fills up and never cuts`() {
    #expect(mixed.padded(to: 10).text == "ab日本e\u{301}f  ")
    #expect(mixed.padded(to: 3) == mixed)
  }

  @Test(arguments: [
    (8, "ab日本e\u{301}f"), (7, "ab日本…"), (6, "ab日…"), (5, "ab日…"), (4, "ab…"), (1, "…"), (0, ""),
  ])
  func `clipping marks what was cut and keeps whole characters`(columns: Int, text: String) {
    #expect(mixed.clipped(to: columns).text == text)
    #expect(mixed.clipped(to: columns).width <= columns)
  }

  @Test func `clipping with ASCII ends in a tilde of the same style`() {
    let clipped = Line("abcdef", Style(.code)).clipped(to: 4, glyphs: .ascii)
    #expect(clipped == Line("abc~", Style(.code)))
  }

  @Test func `a split loses nothing at any column`() {
    for column in 0...10 {
      let (head, rest) = mixed.split(at: column)
      #expect(head.text + rest.text == mixed.text)
      #expect(head.width <= column)
    }
  }

  @Test func `a range of columns shows half characters as blanks`() {
    #expect(mixed.columns(3..<5).text == "  ")
    #expect(mixed.columns(2..<6).text == "日本")
    #expect(mixed.columns(0..<7).text == "ab日本e\u{301}")
    #expect(mixed.columns(7..<20).text == "f")
  }

  @Test func `a line stands in the middle or at the right`() {
    #expect(Line("ab").centered(in: 7).text == "  ab")
    #expect(Line("ab").rightAligned(in: 7).text == "     ab")
    #expect(Line("abcd").centered(in: 3).text == "abcd")
  }

  @Test func `trailing blanks go unless they are coloured`() {
    #expect(Line([Span("a  ", Style(.code)), Span("  ")]).withoutTrailingBlanks.text == "a")
    let band = Line([Span("a"), Span("  ", Style(.text, ground: .band))])
    #expect(band.withoutTrailingBlanks == band)
  }
}
