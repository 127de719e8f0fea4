// SPDX-License-Identifier: MIT

extension MathSymbol {
  /// Signs that stand for themselves, and characters that LaTeX wants escaped.
  static let signs: [MathSymbol] = [
    MathSymbol("infty", .ordinary, "∞", "inf", "infinity"),
    MathSymbol("forall", .ordinary, "∀", "for all", "for all"),
    MathSymbol("exists", .ordinary, "∃", "exists", "there exists"),
    MathSymbol("emptyset", .ordinary, "∅", "{}", "the empty set"),
    MathSymbol("varnothing", .ordinary, "∅", "{}", "the empty set"),
    MathSymbol("neg", .prefix, "¬", "not ", "not"),
    MathSymbol("lnot", .prefix, "¬", "not ", "not"),
    MathSymbol("prime", .ordinary, "′", "'", "prime"),
    MathSymbol("top", .ordinary, "T", "T", "transpose"),
    MathSymbol("intercal", .ordinary, "T", "T", "transpose"),
    MathSymbol("dagger", .ordinary, "†", "+", "dagger"),
    MathSymbol("degree", .ordinary, "°", "deg", "degrees"),
    MathSymbol("backslash", .ordinary, "\\", "\\", "backslash"),
    MathSymbol("ldots", .inner, "…", "...", "and so on"),
    MathSymbol("cdots", .inner, "⋯", "...", "and so on"),
    MathSymbol("vdots", .ordinary, ":", ":", "and so on"),
    MathSymbol("ddots", .ordinary, "..", "..", "and so on"),
    MathSymbol("%", .ordinary, "%", "%", "percent"),
    MathSymbol("$", .ordinary, "$", "$", "dollars"),
    MathSymbol("#", .ordinary, "#", "#", "number"),
    MathSymbol("&", .ordinary, "&", "&", "and"),
    MathSymbol("_", .ordinary, "_", "_", "underscore"),
  ]

  /// Names of functions, set as words.
  static let functions: [MathSymbol] =
    spokenFunctions.map { name, spoken in MathSymbol(name, .function, name, name, spoken) }
    + limitFunctions.map { name, shown, spoken in
      MathSymbol(name, .function, shown, shown, spoken, takesLimits: true)
    }

  private static let spokenFunctions: [(String, String)] = [
    ("log", "log"), ("ln", "the natural log"), ("lg", "log"), ("exp", "exp"), ("sin", "sine"),
    ("cos", "cosine"), ("tan", "tangent"), ("cot", "cotangent"), ("sec", "secant"),
    ("csc", "cosecant"), ("arcsin", "arc sine"), ("arccos", "arc cosine"),
    ("arctan", "arc tangent"), ("sinh", "hyperbolic sine"), ("cosh", "hyperbolic cosine"),
    ("tanh", "hyperbolic tangent"), ("coth", "hyperbolic cotangent"), ("arg", "arg"),
    ("deg", "degree"), ("dim", "dimension"), ("ker", "kernel"), ("hom", "hom"),
  ]

  private static let limitFunctions: [(String, String, String)] = [
    ("max", "max", "max"), ("min", "min", "min"), ("sup", "sup", "the supremum"),
    ("inf", "inf", "the infimum"), ("lim", "lim", "the limit"),
    ("limsup", "lim sup", "the limit superior"), ("liminf", "lim inf", "the limit inferior"),
    ("argmax", "arg max", "arg max"), ("argmin", "arg min", "arg min"),
    ("det", "det", "the determinant"), ("gcd", "gcd", "the greatest common divisor"),
    ("Pr", "Pr", "the probability"),
  ]

  /// Delimiters by their commands.
  static let delimiters: [MathSymbol] = [
    MathSymbol("{", .opening, "{", "{", "open brace"),
    MathSymbol("}", .closing, "}", "}", "close brace"),
    MathSymbol("lbrace", .opening, "{", "{", "open brace"),
    MathSymbol("rbrace", .closing, "}", "}", "close brace"),
    MathSymbol("lbrack", .opening, "[", "[", "open bracket"),
    MathSymbol("rbrack", .closing, "]", "]", "close bracket"),
    MathSymbol("lparen", .opening, "(", "(", "open parenthesis"),
    MathSymbol("rparen", .closing, ")", ")", "close parenthesis"),
    MathSymbol("langle", .opening, "⟨", "<", "open angle bracket"),
    MathSymbol("rangle", .closing, "⟩", ">", "close angle bracket"),
    MathSymbol("lfloor", .opening, "⌊", "floor(", "the floor of"),
    MathSymbol("rfloor", .closing, "⌋", ")", "end floor"),
    MathSymbol("lceil", .opening, "⌈", "ceil(", "the ceiling of"),
    MathSymbol("rceil", .closing, "⌉", ")", "end ceiling"),
    MathSymbol("lvert", .opening, "|", "|", "the absolute value of"),
    MathSymbol("rvert", .closing, "|", "|", "end absolute value"),
    MathSymbol("vert", .bar, "|", "|", "bar"),
    MathSymbol("lVert", .opening, "‖", "||", "the norm of"),
    MathSymbol("rVert", .closing, "‖", "||", "end norm"),
    MathSymbol("Vert", .bar, "‖", "||", "double bar"),
    MathSymbol("|", .bar, "‖", "||", "double bar"),
  ]
}
