// SPDX-License-Identifier: MIT
import TerminalText
import Testing

@testable import Tutorial

@Suite struct GlyphsTests {
  private func hasBraille(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) }
  }

  @Test func `a draws with the next characters, round and round`() {
    var learner = Learner(size: Size(columns: 80, rows: 40), chapter: 1)
    learner.command("run small")
    #expect(hasBraille(learner.screen))
    let place = learner.row(0)
    learner.press("a")
    #expect(!hasBraille(learner.screen) && learner.session.glyphs == .blocks)
    #expect(
      learner.status == "Drawn with blocks until you leave; there are braille, blocks and ascii")
    learner.press("a")
    #expect(learner.screen.allSatisfy(\.isASCII) && learner.session.glyphs == .ascii)
    learner.press("a")
    #expect(hasBraille(learner.screen) && learner.row(0) == place)
  }

  @Test func `the command names a set, tells the one in use, and refuses what is none`() {
    var learner = Learner()
    learner.command("glyphs ASCII")
    #expect(learner.session.glyphs == .ascii)
    learner.command("glyphs")
    #expect(learner.status == "Drawn with ascii; there are braille, blocks and ascii")
    learner.command("glyphs brail")
    #expect(learner.screen.contains("did you mean braille?"))
    #expect(learner.session.glyphs == .ascii)
    var plain = PlainLearner()
    #expect(plain.type("glyphs braille").contains("the linear notebook writes ASCII alone"))
  }

  @Test func `a locale without Unicode keeps to ASCII`() {
    let course = Learner().session.course
    var session = Session(
      course: course, size: Size(columns: 80, rows: 24), glyphs: .ascii, isUnicode: false)
    _ = session.update(.key("a"))
    #expect(session.glyphs == .ascii)
    #expect(session.message.contains("locale has ASCII alone"))
  }
}
