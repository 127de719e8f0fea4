// SPDX-License-Identifier: MIT
import TerminalText
import Typesetting

/// Any text as a formula of LaTeX, in a row, in two dimensions, in words and in MathML.
func testMathematics(_ input: Input) -> CInt {
  var input = input
  let width = input.choice(2...160)
  let glyphs = input.glyphs()
  let formula = MathExpression(parsing: input.text)
  expectShowable(formula.displayLines(width: width, glyphs: glyphs), width: width, glyphs: glyphs)
  let row = formula.inlineSegments(glyphs: glyphs).map(\.line)
  expectShowable(row, width: .max, glyphs: glyphs)
  expectShowable([Line(formula.spoken)], width: .max, glyphs: .braille)
  expect(formula.mathML.hasSuffix("</math>"), "MathML that does not end")
  return 0
}
