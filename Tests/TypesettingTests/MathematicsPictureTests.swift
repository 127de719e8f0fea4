// SPDX-License-Identifier: MIT

import TerminalText
import Testing

@testable import Typesetting

struct `Pictures of formulas` {
  @Test(arguments: FormulaPicture.displayed + FormulaPicture.inline + FormulaPicture.wide)
  func `a formula in one row is as drawn`(picture: FormulaPicture) {
    let formula = MathExpression(parsing: picture.source)
    #expect(formula.inlineText(glyphs: .braille) == picture.inline)
    #expect(formula.inlineText(glyphs: .blocks) == picture.inline)
    #expect(formula.inlineText(glyphs: .ascii) == picture.inlineASCII)
    #expect(formula.unknownCommands.isEmpty && formula.problems.isEmpty)
  }

  @Test(arguments: FormulaPicture.displayed)
  func `a displayed formula of the course is as drawn at 60 and 120 cells`(
    picture: FormulaPicture
  ) {
    let formula = MathExpression(parsing: picture.source)
    for width in [60, 120] {
      #expect(formula.picture(.braille, width: width) == picture.display)
      #expect(formula.picture(.ascii, width: width) == picture.displayASCII)
    }
  }

  @Test(arguments: FormulaPicture.wide)
  func `a displayed formula of the wider subset is as drawn`(picture: FormulaPicture) {
    let formula = MathExpression(parsing: picture.source)
    #expect(formula.picture(.blocks, width: 60) == picture.display)
    #expect(formula.picture(.ascii, width: 60) == picture.displayASCII)
  }

  @Test(arguments: NarrowPicture.displayed + NarrowPicture.subset)
  func `a formula wider than the screen is broken as drawn`(picture: NarrowPicture) {
    let formula = MathExpression(parsing: picture.source)
    #expect(formula.picture(.braille, width: picture.width) == picture.display)
    #expect(formula.picture(.ascii, width: picture.width) == picture.displayASCII)
  }

  @Test func `the logistic function stands over a bar`() {
    let formula = MathExpression(parsing: #"\sigma(z) = \frac{1}{1 + e^{-z}}"#)
    #expect(
      formula.picture(.braille) == [
        "          1",
        "σ(z) = ───────",
        "       1 + e⁻ᶻ",
      ])
  }

  @Test func `a power too long for small glyphs stands in a row of its own`() {
    #expect(MathExpression(parsing: "e^{99999}").picture(.braille) == [" 99999", "e"])
    #expect(MathExpression(parsing: "e^{999}").picture(.braille) == ["e⁹⁹⁹"])
  }
}

extension MathExpression {
  /// The rows of the displayed formula, as text.
  func picture(_ glyphs: GlyphSet, width: Int = 80) -> [String] {
    displayLines(width: width, glyphs: glyphs).map(\.text)
  }
}
