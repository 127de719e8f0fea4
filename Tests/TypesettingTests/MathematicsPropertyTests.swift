// SPDX-License-Identifier: MIT

import TerminalText
import Testing

@testable import Typesetting

/// Chance that is the same in every run.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

struct `Formulas from chance` {
  private static let pieces = [
    "a", "x", "W", "12", "3.5", "1,000", "+", "-", "=", "<", "(", ")", "[", "]", "|", ",", ";",
    "!", "'", "^", "_", "{", "}", "{", "}", "&", " ", "~", "...", #"\\"#, #"\frac"#,
    #"\frac{1}{x}"#,
    #"\sqrt"#, #"\sqrt[3]"#, #"\sum"#, #"\sum_{i=1}^n"#, #"\int"#, #"\alpha"#, #"\lambda"#,
    #"\times"#, #"\leq"#, #"\log"#, #"\max"#, #"\text{if so }"#, #"\left("#, #"\right)"#,
    #"\left\{"#, #"\right."#, #"\begin{cases}"#, #"\end{cases}"#, #"\begin{bmatrix}"#,
    #"\end{bmatrix}"#, #"\begin{aligned}"#, #"\end{aligned}"#, #"\hat"#, #"\vec{v}"#, #"\bar"#,
    #"\underbrace{x + y}_{\text{sum}}"#, #"\overbrace"#, #"\mathbb{R}"#, #"\mathbf"#, #"\foo"#,
    #"\quad"#, #"\binom"#, #"\overset"#, #"\partial"#, #"\nabla"#, #"\substack{a \\ b}"#, #"\|"#,
    #"\infty"#, #"\to"#, #"\in"#, #"\operatorname{f}"#, #"\not"#, #"\tag{1}"#, #"\cdots"#,
  ]

  /// What formulas of ASCII sources may be shown with.
  private static let allowed: Set<Unicode.Scalar> = Set(
    (0x20..<0x7F).compactMap { Unicode.Scalar($0) }
      + Array(
        """
        ∂∇ℝαλ∑∫×≤−′·…⋯∞→∈∉≠‖√─│┌└┐┘┬┴║⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎪⎨⎩⎫⎬⎭\
        ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ\
        ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ\u{302}\u{304}\u{338}âāŵŴŷȳ
        """.unicodeScalars))

  private static func source(_ seed: UInt64) -> String {
    var chance = SplitMix64(state: seed)
    let count = Int.random(in: 1...24, using: &chance)
    return (0..<count).compactMap { _ in pieces.randomElement(using: &chance) }
      .joined(separator: Bool.random(using: &chance) ? " " : "")
  }

  private static func noise(_ seed: UInt64) -> String {
    var chance = SplitMix64(state: seed)
    let bytes = (0..<Int.random(in: 1...60, using: &chance)).map { _ in
      UInt8.random(in: 0...255, using: &chance)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [2, 5, 12, 30, 80])
  func `no row is wider than asked`(width: Int) {
    for seed in 0..<100 as Range<UInt64> {
      for source in [Self.source(seed), Self.noise(seed)] {
        let formula = MathExpression(parsing: source)
        for glyphs in [GlyphSet.braille, .ascii] {
          let lines = formula.displayLines(width: width, glyphs: glyphs)
          #expect(lines.allSatisfy { $0.width <= width }, "\(source)")
        }
      }
    }
  }

  @Test func `ASCII is ASCII`() {
    for seed in 0..<250 as Range<UInt64> {
      for source in [Self.source(seed), Self.noise(seed)] {
        let formula = MathExpression(parsing: source)
        let shown = formula.inlineText(glyphs: .ascii) + formula.picture(.ascii).joined()
        #expect(shown.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "\(source)")
      }
    }
  }

  @Test func `only glyphs that fonts of terminals have are used`() {
    for seed in 0..<250 as Range<UInt64> {
      let formula = MathExpression(parsing: Self.source(seed))
      for text in [formula.inlineText(glyphs: .braille), formula.picture(.braille).joined()] {
        let strange = text.unicodeScalars.filter { !Self.allowed.contains($0) }
        #expect(strange.isEmpty, "\(strange) in \(formula.source)")
      }
    }
  }

  @Test func `no letter and no digit is lost in any form`() {
    for seed in 0..<200 as Range<UInt64> {
      let formula = MathExpression(parsing: Self.plain(seed))
      let wanted = Self.letters(formula.source)
      #expect(Self.letters(formula.inlineText(glyphs: .ascii)) == wanted, "\(formula.source)")
      for width in [4, 10, 40] {
        let shown = formula.picture(.ascii, width: width).joined()
        #expect(Self.letters(shown) == wanted, "\(formula.source) at \(width)")
      }
    }
  }

  /// A formula of groups, scripts and fractions whose letters appear as they are.
  private static func plain(_ seed: UInt64) -> String {
    var chance = SplitMix64(state: seed)
    var text = ""
    for _ in 0..<Int.random(in: 1...8, using: &chance) {
      let digit = Int.random(in: 0...9, using: &chance)
      let forms = [
        "x\(digit)", "y_{k\(digit)}", "z^{\(digit)n}", "{ab}", #"\frac{a + \#(digit)}{b}"#, " + ",
        " = ", "(c)", #"\left(d - e\right)"#, #"\text{word}"#,
        #"\begin{cases} u & v \\ w & \#(digit) \end{cases}"#,
        #"\begin{pmatrix} p & q \end{pmatrix}"#,
      ]
      text += forms.randomElement(using: &chance) ?? ""
    }
    return text
  }

  /// The letters and digits of a source or of what is shown, sorted, without commands.
  private static func letters(_ text: String) -> [Character] {
    var text = text
    for name in ["\\frac", "\\left", "\\right", "\\text", "\\begin{cases}", "\\end{cases}"]
      + ["\\begin{pmatrix}", "\\end{pmatrix}"]
    {
      text = text.replacing(name, with: "")
    }
    return text.filter { $0.isLetter || $0.isNumber }.sorted()
  }

  @Test func `reading aloud and markup take any input`() {
    for seed in 0..<200 as Range<UInt64> {
      for source in [Self.source(seed), Self.noise(seed)] {
        let formula = MathExpression(parsing: source)
        #expect(formula.spoken.unicodeScalars.allSatisfy { $0.value >= 0x20 })
        #expect(formula.mathML.hasSuffix("</annotation></semantics></math>"))
      }
    }
  }

  @Test(arguments: [
    "{", "}", "\\frac", "x^", "\\left(", "\\begin{cases}", "\\foo{", "(", "((1)", "|", "'", "²",
    "-",
    "\\hat{", "\\sqrt{", "\\text{", "a&", "x\\\\", "\\right", "\\end{cases}", "漢", "e\u{301}",
  ])
  func `a long row of the same is read and set`(piece: String) {
    let count = MathExpression.maximumSize / piece.utf8.count / 10
    let formula = MathExpression(parsing: String(repeating: piece, count: count))
    let lines = formula.displayLines(width: 40, glyphs: .braille)
    #expect(lines.allSatisfy { $0.width <= 40 })
    #expect(!formula.spoken.isEmpty || formula.inlineText(glyphs: .ascii).isEmpty)
  }
}
