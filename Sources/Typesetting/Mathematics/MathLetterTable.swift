// SPDX-License-Identifier: MIT

extension MathSymbol {
  /// Greek letters and other letters, by their commands.
  static let letters: [MathSymbol] =
    greek.map { name, unicode, ascii in
      MathSymbol(name, .ordinary, unicode, ascii, ascii)
    } + [
      MathSymbol("partial", .ordinary, "∂", "d", "partial"),
      MathSymbol("nabla", .ordinary, "∇", "grad", "the gradient of"),
      MathSymbol("ell", .ordinary, "l", "l", "ell"),
      MathSymbol("hbar", .ordinary, "ħ", "hbar", "h bar"),
      MathSymbol("Re", .ordinary, "Re", "Re", "the real part of"),
      MathSymbol("Im", .ordinary, "Im", "Im", "the imaginary part of"),
      MathSymbol("imath", .ordinary, "i", "i", "i"),
      MathSymbol("jmath", .ordinary, "j", "j", "j"),
    ]

  private static let greek: [(String, String, String)] = [
    ("alpha", "α", "alpha"), ("beta", "β", "beta"), ("gamma", "γ", "gamma"),
    ("delta", "δ", "delta"), ("epsilon", "ε", "epsilon"), ("varepsilon", "ε", "epsilon"),
    ("zeta", "ζ", "zeta"), ("eta", "η", "eta"), ("theta", "θ", "theta"),
    ("vartheta", "θ", "theta"), ("iota", "ι", "iota"), ("kappa", "κ", "kappa"),
    ("lambda", "λ", "lambda"), ("mu", "μ", "mu"), ("nu", "ν", "nu"), ("xi", "ξ", "xi"),
    ("omicron", "ο", "omicron"), ("pi", "π", "pi"), ("varpi", "π", "pi"), ("rho", "ρ", "rho"),
    ("varrho", "ρ", "rho"), ("sigma", "σ", "sigma"), ("varsigma", "ς", "sigma"),
    ("tau", "τ", "tau"), ("upsilon", "υ", "upsilon"), ("phi", "φ", "phi"),
    ("varphi", "φ", "phi"), ("chi", "χ", "chi"), ("psi", "ψ", "psi"), ("omega", "ω", "omega"),
    ("Gamma", "Γ", "Gamma"), ("Delta", "Δ", "Delta"), ("Theta", "Θ", "Theta"),
    ("Lambda", "Λ", "Lambda"), ("Xi", "Ξ", "Xi"), ("Pi", "Π", "Pi"), ("Sigma", "Σ", "Sigma"),
    ("Upsilon", "Υ", "Upsilon"), ("Phi", "Φ", "Phi"), ("Psi", "Ψ", "Psi"),
    ("Omega", "Ω", "Omega"),
  ]

  /// The letters of `\mathbb` that have a glyph of their own which fonts know.
  static let doubleStruck: [Character: String] = [
    "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
  ]
}
