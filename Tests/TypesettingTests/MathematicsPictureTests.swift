// SPDX-License-Identifier: MIT

import TerminalText
import Testing

@testable import Typesetting

struct `Pictures of formulas` {
  @Test(arguments: FormulaPicture.displayed + FormulaPicture.inline)
  func `a formula in one row is as drawn`(picture: FormulaPicture) {
    let formula = MathExpression(parsing: picture.source)
    #expect(formula.inlineText(glyphs: .braille) == picture.inline)
    #expect(formula.inlineText(glyphs: .blocks) == picture.inline)
    #expect(formula.inlineText(glyphs: .ascii) == picture.inlineASCII)
    #expect(formula.unknownCommands.isEmpty && formula.problems.isEmpty)
  }

  @Test(arguments: FormulaPicture.displayed)
  func `a displayed formula is as drawn`(picture: FormulaPicture) {
    let formula = MathExpression(parsing: picture.source)
    #expect(formula.picture(.braille) == picture.display)
    #expect(formula.picture(.ascii) == picture.displayASCII)
  }
}

extension MathExpression {
  /// The rows of the displayed formula, as text.
  func picture(_ glyphs: GlyphSet, width: Int = 80) -> [String] {
    displayLines(width: width, glyphs: glyphs).map(\.text)
  }
}
