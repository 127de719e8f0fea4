// SPDX-License-Identifier: MIT

import TerminalText
import Testing

@testable import Typesetting

struct `Symbols of formulas` {
  private static let tables: [[MathSymbol]] = [
    MathSymbol.letters, MathSymbol.signs, MathSymbol.operators, MathSymbol.relations,
    MathSymbol.arrows, MathSymbol.functions, MathSymbol.delimiters,
  ]

  /// Signs that DejaVu Sans Mono or Noto Sans Mono lacks.
  private static let lacking: Set<Unicode.Scalar> = Set("ℓ∥∮≪≫⋮⋱⋅ᵝᵞᵟᶿᵠᵡᵦᵧᵨᵩᵪ".unicodeScalars)

  @Test func `every command has a form of single cells, an ASCII form and a name`() {
    for symbol in Self.tables.joined() {
      let scalars = symbol.unicode.unicodeScalars
      #expect(scalars.allSatisfy { $0.value < 0x1_0000 && $0.displayWidth == 1 }, "\(symbol)")
      #expect(scalars.allSatisfy { !Self.lacking.contains($0) }, "\(symbol)")
      #expect(!symbol.ascii.isEmpty && symbol.ascii.utf8.allSatisfy { $0 < 0x7F }, "\(symbol)")
      #expect(!symbol.spoken.isEmpty && symbol.spoken.utf8.allSatisfy { $0 < 0x7F }, "\(symbol)")
    }
  }

  @Test func `no command is in two tables`() {
    let names = Self.tables.joined().map(\.name)
    let repeated = Dictionary(grouping: names, by: \.self).filter { $0.value.count > 1 }
    #expect(repeated.isEmpty)
    for name in names { #expect(MathCommand.named(name) == nil, "\(name)") }
  }

  @Test(arguments: [
    "leq", "times", "cdot", "max", "log", "sigma", "lambda", "alpha", "partial", "geq", "neq",
    "approx", "pm", "infty", "to", "in", "nabla", "eta", "theta", "mu", "epsilon", "delta", "Delta",
    "beta", "gamma", "prod", "int", "sum", "exp", "ln", "tanh", "sin", "cos", "min", "arg", "|",
  ])
  func `a command of the course is a symbol`(name: String) {
    let formula = MathExpression(parsing: "\\" + name)
    #expect(formula.unknownCommands.isEmpty && formula.problems.isEmpty)
    #expect(!formula.inlineText(glyphs: .braille).contains("\\"))
  }

  @Test func `a typed sign means the same as its command`() {
    for (typed, command) in [("σ ≤ ∞", #"\sigma \leq \infty"#), ("x → y", #"x \to y"#)] {
      let (first, second) = (MathExpression(parsing: typed), MathExpression(parsing: command))
      for glyphs in GlyphSet.allCases {
        #expect(first.inlineText(glyphs: glyphs) == second.inlineText(glyphs: glyphs))
      }
      #expect(first.spoken == second.spoken)
    }
  }
}
