// SPDX-License-Identifier: MIT
import Testing

@testable import TerminalText

@Suite struct DisplayableTests {
  /// Whether a terminal shows the scalar as itself, told apart from how the program decides it.
  private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    let visibleSigns: ClosedRange<UInt32> = 0x600...0x605
    let otherSigns: Set<UInt32> = [0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD]
    let properties = scalar.properties
    if visibleSigns.contains(scalar.value) || otherSigns.contains(scalar.value) { return true }
    let forbidden: Set<Unicode.GeneralCategory> = [
      .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned,
    ]
    return !forbidden.contains(properties.generalCategory)
      && !properties.isDefaultIgnorableCodePoint && !properties.isNoncharacterCodePoint
  }

  @Test func `all 1,112,064 scalars come out as allowed ones only`() {
    var leaks: Set<Unicode.Scalar> = []
    var lost: [UInt32] = []
    // Letters between the scalars keep each in a cell of its own.
    for start in stride(from: UInt32(0), through: 0x10FFFF, by: 64) {
      let scalars = (start..<(start + 64)).compactMap(Unicode.Scalar.init)
      var text = String.UnicodeScalarView()
      for scalar in scalars { text.append(contentsOf: ["g", scalar]) }
      let shown = displayableText(String(text)).unicodeScalars
      for scalar in shown where !scalar.isASCII && !isAllowed(scalar) { leaks.insert(scalar) }
      if !shown.allSatisfy({ !$0.isASCII || $0.value >= 0x20 && $0.value < 0x7F }) {
        leaks.insert("\u{1B}")
      }
      // The letter itself is in the run from U+0040 on.
      let pieces = shown.split(separator: "g", omittingEmptySubsequences: false).dropFirst()
      if pieces.count < scalars.count || start != 0x40 && pieces.contains(where: \.isEmpty) {
        lost.append(start)
      }
    }
    #expect(leaks == [])
    #expect(lost == [])
  }

  @Test func `with ASCII every scalar below U+30000 comes out as printable ASCII`() {
    var leaks: [UInt32] = []
    for value in UInt32(0)..<0x30000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = displayableText("a\(scalar)", glyphs: .ascii)
      if !shown.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { leaks.append(value) }
    }
    #expect(leaks == [])
  }

  @Test(arguments: [
    ("\u{1B}[31mred", "␛[31mred", "^[[31mred"),
    ("a\u{7F}", "a␡", "a^?"),
    ("a\nb", "a␊b", "a^Jb"),
    ("\u{9B}2J", "<U+009B>2J", "<U+009B>2J"),
    ("user\u{202E}txt", "user<U+202E>txt", "user<U+202E>txt"),
    ("a\u{200B}b", "a<U+200B>b", "a<U+200B>b"),
    ("\u{E0041}", "<U+E0041>", "<U+E0041>"),
    ("\u{E000}", "<U+E000>", "<U+E000>"),
    ("\u{1FAE8}", "<U+1FAE8>", "<U+1FAE8>"),
    ("\u{301}x", "◌\u{301}x", "?x"),
    ("a\u{200D}b", "a<U+200D>b", "a<U+200D>b"),
    ("a\u{FE0F}", "a<U+FE0F>", "a<U+FE0F>"),
  ])
  func `what hides is shown`(text: String, unicode: String, ascii: String) {
    #expect(displayableText(text) == unicode)
    #expect(displayableText(text, glyphs: .ascii) == ascii)
  }

  @Test(arguments: ["مرحبا", "שָׁלוֹם", "日本語", "naïve — σ ≤ ½", "👨‍👩‍👧", "❤\u{FE0F}", "한국어"])
  func `real text stays as it is`(text: String) {
    #expect(Array(displayableText(text).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func `what was made visible carries its own role`() {
    let spans = displayable("a\u{1B}b", style: Style(.code, emphasis: .bold))
    #expect(
      spans == [
        Span("a", Style(.code, emphasis: .bold)), Span("␛", Style(.revealed, emphasis: .bold)),
        Span("b", Style(.code, emphasis: .bold)),
      ])
  }

  @Test func `tabs reach the next stop from where the text starts`() {
    #expect(displayableText("a\tb") == "a       b")
    #expect(displayable("\tb", column: 3, tabWidth: 4).map(\.text).joined() == " b")
    #expect(displayableText("日\tb") == "日      b")
  }

  @Test func `a cell holds eight marks and counts the rest`() {
    let marks = String(repeating: "\u{301}", count: 20)
    let eight = String(repeating: "\u{301}", count: 8)
    #expect(
      Array(displayableText("e" + marks + "x").unicodeScalars)
        == Array(("e" + eight + "<+12 marks>x").unicodeScalars))
    #expect(displayableText("e" + marks).hasSuffix("<+12 marks>"))
  }

  @Test func `a mark after something made visible does not join it`() {
    #expect(displayableText("\u{1B}\u{301}") == "␛◌\u{301}")
  }
}
