// SPDX-License-Identifier: MIT

import TerminalText
import Testing

@testable import Typesetting

struct `Breaking of formulas` {
  @Test func `a line of prose may be broken before relations and operators`() {
    let source = #"w_{new} = w_{old} - 0.1 \times 1,000,000 = -99,999"#
    let segments = MathExpression(parsing: source).inlineSegments(glyphs: .braille)
    #expect(segments.map(\.text) == ["w_new", "= w_old", "− 0.1", "× 1,000,000", "= −99,999"])
    #expect(
      segments.map(\.breakBefore) == [.never, .relation, .operation, .operation, .relation])
    #expect(segments.map(\.gap) == [0, 1, 1, 1, 1])
    #expect(segments.allSatisfy { $0.depth == 0 })
  }

  @Test func `breaks within parentheses and fractions are worse`() {
    let segments = MathExpression(parsing: #"\frac{1}{1 + f(a, b - c)}"#)
      .inlineSegments(glyphs: .ascii)
    #expect(segments.map(\.text) == ["1/(1", "+ f(a,", "b", "- c))"])
    #expect(segments.map(\.depth) == [0, 2, 3, 3])
    #expect(segments.map(\.breakBefore) == [.never, .operation, .blank, .operation])
  }

  @Test func `words may be broken at their blanks`() {
    let segments = MathExpression(parsing: #"\text{Total Error}_1 \quad x"#)
      .inlineSegments(glyphs: .ascii)
    #expect(segments.map(\.text) == ["Total", "Error_1", "x"])
    #expect(segments.map(\.gap) == [0, 1, 2])
    #expect(segments.map(\.breakBefore) == [.never, .blank, .formula])
  }

  @Test(arguments: FormulaPicture.displayed + FormulaPicture.inline + FormulaPicture.wide)
  func `the segments with their blanks are the formula in one row`(picture: FormulaPicture) {
    let formula = MathExpression(parsing: picture.source)
    for glyphs in GlyphSet.allCases {
      let joined = formula.inlineSegments(glyphs: glyphs)
        .map { String(repeating: " ", count: $0.gap) + $0.text }.joined()
      #expect(joined == formula.inlineText(glyphs: glyphs))
    }
  }

  @Test func `a part that is too wide is set in one row and wrapped`() {
    let formula = MathExpression(parsing: #"y = \frac{a + b + c + d + e}{2}"#)
    #expect(formula.picture(.braille, width: 24)[1] == "y = ─────────────────")
    #expect(formula.picture(.braille, width: 14) == ["y = (a + b + c", "  + d + e)/2"])
  }

  @Test func `a word wider than the screen goes on in the next row`() {
    let formula = MathExpression(parsing: #"\text{regularization} = x"#)
    #expect(formula.picture(.ascii, width: 6) == ["regula", "rizati", "on = x"])
    #expect(MathExpression(parsing: #"\text{漢字漢}"#).picture(.braille, width: 3) == ["漢", "字", "漢"])
  }

  @Test func `an empty formula has no visible row`() {
    for source in ["", "  ", "{}", #"\,"#] {
      let formula = MathExpression(parsing: source)
      #expect(formula.inlineText(glyphs: .braille).isEmpty)
      let lines = formula.displayLines(width: 80, glyphs: .braille)
      #expect(lines.allSatisfy { $0.isBlank })
    }
  }

  @Test func `no row ends in blanks`() {
    for picture in FormulaPicture.displayed + FormulaPicture.wide {
      for width in [20, 40, 80] {
        let rows = MathExpression(parsing: picture.source).picture(.ascii, width: width)
        #expect(rows.allSatisfy { $0.last != " " })
      }
    }
  }
}
