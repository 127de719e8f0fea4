// SPDX-License-Identifier: MIT

import TerminalText
import Testing

@testable import Typesetting

struct `Reading of formulas` {
  @Test func `an unknown command is shown as its source and listed`() {
    let formula = MathExpression(parsing: #"\alpha + \foo{x}{y} + \bar x \baz"#)
    #expect(formula.inlineText(glyphs: .braille) == #"α + \foo{x}{y} + x̄ \baz"#)
    #expect(formula.inlineText(glyphs: .ascii) == #"alpha + \foo{x}{y} + bar(x) \baz"#)
    #expect(formula.unknownCommands.map(\.name) == [#"\foo"#, #"\baz"#])
    #expect(formula.unknownCommands.map(\.offset) == [9, 29])
    #expect(formula.problems.isEmpty)
    let spans = formula.displayLines(width: 80, glyphs: .braille)[0].spans
    #expect(spans.first { $0.text.contains("foo") }?.style == Style(.wrong))
    #expect(spans.first?.style == Style(.math))
  }

  @Test func `offsets count bytes`() {
    let formula = MathExpression(parsing: #"σ ≤ \foo"#)
    #expect(formula.unknownCommands == [.init(name: #"\foo"#, offset: 7)])
  }

  @Test func `an unknown environment is shown as its source and listed`() {
    let formula = MathExpression(parsing: #"\begin{tikz} x \end{tikz}"#)
    #expect(formula.inlineText(glyphs: .ascii) == #"\begin{tikz} x \end{tikz}"#)
    #expect(formula.unknownCommands == [.init(name: #"\begin{tikz}"#, offset: 0)])
  }

  @Test(arguments: [
    ("{a + b", "a + b", "{ has no partner.", 0),
    ("a } b", "a}b", "} has no partner.", 2),
    (#"\frac{a}"#, "a/?", #"\frac lacks an argument."#, 8),
    (#"x^"#, "x^(?)", "^ lacks an argument.", 2),
    (#"\left( x"#, "(x", #"\left has no \right."#, 0),
    (#"x \right)"#, #"x \right)"#, #"\right has no partner."#, 2),
    (#"\begin{cases} a & b"#, "{ a, b }", #"\begin{cases} has no \end."#, 0),
    (#"\end{cases} a"#, #"\end{cases} a"#, #"\end{cases} has no partner."#, 0),
    ("a & b", "ab", "& stands outside an environment.", 2),
    ("x^2^3", "x²^3", "A second superscript on one base needs braces.", 3),
    ("x_1_2", "x₁_2", "A second subscript on one base needs braces.", 3),
    (#"\text{ab"#, "ab", "{ has no partner.", 5),
    (#"\sqrt[3 x"#, "³ˣ√(?)", "[ has no partner.", 5),
    (#"\begin x"#, #"\begin x"#, #"\begin lacks a name in braces."#, 0),
    (
      #"\begin{bmatrix} 1 \end{pmatrix}"#, "[1]",
      #"\begin{bmatrix} is ended by \end{pmatrix}."#, 18
    ),
  ])
  func `a mistake is reported where it is and the rest is shown`(
    source: String, shown: String, message: String, offset: Int
  ) {
    let formula = MathExpression(parsing: source)
    #expect(formula.inlineText(glyphs: .braille) == shown)
    #expect(formula.problems.first == .init(message: message, offset: offset))
  }

  @Test func `nesting beyond the limit is shown as source and reported once`() {
    let deep = MathExpression.maximumDepth
    let nested = { (depth: Int) in
      String(repeating: "{", count: depth) + "x" + String(repeating: "}", count: depth)
    }
    #expect(MathExpression(parsing: nested(deep)).inlineText(glyphs: .ascii) == "x")
    #expect(MathExpression(parsing: nested(deep)).problems.isEmpty)
    let formula = MathExpression(parsing: nested(deep + 2))
    #expect(formula.inlineText(glyphs: .ascii) == "{{x}}")
    #expect(formula.problems.map(\.message) == ["Parts are nested more than 100 deep."])
    #expect(formula.problems.map(\.offset) == [100])
  }

  @Test func `a source beyond the limit is shown as it is and reported`() {
    let size = MathExpression.maximumSize
    let formula = MathExpression(parsing: String(repeating: "x", count: size + 1))
    #expect(formula.inlineText(glyphs: .ascii).count == size + 1)
    #expect(
      formula.problems.map(\.message) == [
        "The formula has 20001 bytes; at most 20000 are laid out."
      ])
    #expect(MathExpression(parsing: String(repeating: "x", count: size)).problems.isEmpty)
  }

  @Test(arguments: [
    ("1,000,000", "1,000,000"), ("(0, 1)", "(0, 1)"), ("f(1,2)", "f(1, 2)"),
    (#"\{1,200,3\}"#, "{1,200, 3}"), ("0.5, .5", "0.5, .5"), ("x^12", "x¹2"),
    ("1{,}000", "1,000"), (#"100\%"#, "100%"), ("x_1, ..., x_n", "x₁, …, xₙ"),
    ("a + ... + b", "a + ⋯ + b"), ("-1 + -2", "−1 + −2"), ("|x| - |-y|", "|x| − |−y|"),
    ("p(y|x)", "p(y|x)"), ("n! - k", "n! − k"), (#"2\,\text{px}"#, "2 px"),
    (#"\text{if }  x"#, "if x"), (#"\text{if}\ x"#, "if x"), (#"\text{if}x"#, "if x"),
    (#"f''(x)"#, "f′′(x)"), (#"x'^2"#, "x′²"), (#"\frac12"#, "1/2"), (#"\frac{1}{2N}"#, "1/(2N)"),
    (#"\frac{1}{2} x"#, "(1/2) x"), (#"\frac{\partial^2 L}{\partial x}"#, "∂²L/∂x"),
    (#"\left(x\right)^2"#, "(x)²"), (#"f\left(x\right)"#, "f(x)"), (#"x \not= y"#, "x ≠ y"),
    (#"\operatorname{ReLU}(x)"#, "ReLU(x)"), (#"\log x"#, "log x"), ("x² ≤ λ⋅y₁", "x² ≤ λ · y₁"),
    (#"w_{\text{new}}"#, "w_new"), ("w_{new}^2 x", "w²_new x"), ("𝐱 + 𝑦", "x + y"),
    (#"\sum_{i<n} i"#, "∑_{i<n} i"), (#"\pmod 3"#, "(mod 3)"), (#"x \tag{1}"#, "x    (1)"),
    (#"\displaystyle \big( x \bigr)"#, "(x)"), (#"\mathrm{softmax}(z)"#, "softmax(z)"),
  ])
  func `blanks, signs and parentheses are where they belong`(source: String, shown: String) {
    #expect(MathExpression(parsing: source).inlineText(glyphs: .braille) == shown)
  }

  @Test func `controls in a source are never shown as they are`() {
    let formula = MathExpression(parsing: "a\u{1B}[31m\u{202E}\\text{\u{7}b}\u{9B}")
    for glyphs in GlyphSet.allCases {
      let shown = formula.inlineText(glyphs: glyphs) + formula.picture(glyphs).joined()
      #expect(shown.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
      #expect(!shown.unicodeScalars.contains("\u{202E}"))
    }
    #expect(!formula.mathML.unicodeScalars.contains("\u{1B}"))
    #expect(!formula.spoken.unicodeScalars.contains("\u{1B}"))
  }
}
