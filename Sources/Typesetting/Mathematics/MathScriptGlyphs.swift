// SPDX-License-Identifier: MIT

/// The small raised and lowered characters that fonts of terminals have.
enum MathScriptGlyphs {
  /// The longest run of small characters that stays legible.
  static let maximumLength = 3

  private static let upper = table(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ")

  private static let lower = table(
    "0123456789+-−=()aehijklmnoprstuvx",
    "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")

  private static func table(_ plain: String, _ small: String) -> [Character: Character] {
    Dictionary(zip(plain, small).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
  }

  private static let reversed: [Character: (character: Character, isUpper: Bool)] = {
    var result: [Character: (character: Character, isUpper: Bool)] = [:]
    for (plain, small) in upper where plain != "-" { result[small] = (plain, true) }
    for (plain, small) in lower where plain != "-" { result[small] = (plain, false) }
    return result
  }()

  /// The plain character that a small one stands for.
  static func plain(_ small: Character) -> (character: Character, isUpper: Bool)? {
    reversed[small]
  }

  /// A script in small characters; nil where one is missing or the script is too long.
  static func glyphs(_ node: MathNode, isUpper: Bool, anyDigits: Bool) -> String? {
    var text = ""
    for part in node.parts {
      switch part {
      case .symbol(let symbol): text += symbol.unicode
      case .number(let number): text += number
      case .text(let words): text += words
      default: return nil
      }
      if text.utf8.count > 64 { return nil }
    }
    let areDigits = anyDigits && isUpper && text.allSatisfy(\.isNumber)
    guard !text.isEmpty, areDigits || text.count <= maximumLength else { return nil }
    let table = isUpper ? upper : lower
    var result = ""
    for character in text {
      guard let glyph = table[character] else { return nil }
      result.append(glyph)
    }
    return result
  }

  /// Whether all the scripts of a kind in a formula, but for limits, have small glyphs.
  static func haveGlyphs(_ nodes: [MathNode], isUpper: Bool) -> Bool {
    nodes.allSatisfy { haveGlyphs($0, isUpper: isUpper) }
  }

  private static func haveGlyphs(_ node: MathNode, isUpper: Bool) -> Bool {
    switch node {
    case .symbol, .number, .text, .space, .source: true
    case .row(let nodes), .fenced(_, let nodes, _): haveGlyphs(nodes, isUpper: isUpper)
    case .fraction(let upper, let lower): haveGlyphs([upper, lower], isUpper: isUpper)
    case .root(let radicand, _): haveGlyphs(radicand, isUpper: isUpper)
    case .accent(_, let body): haveGlyphs(body, isUpper: isUpper)
    case .grid(let grid): grid.rows.joined().allSatisfy { haveGlyphs($0, isUpper: isUpper) }
    case .scripts(let scripts):
      haveGlyphs(
        [scripts.base] + [scripts.lower, scripts.upper].compactMap(\.self), isUpper: isUpper)
        && (scripts.areLimits
          || (isUpper ? scripts.upper : scripts.lower).map {
            glyphs($0, isUpper: isUpper, anyDigits: false) != nil
          } ?? true)
    }
  }

  /// A character with an accent, as one character where Unicode has it; nil for longer texts.
  static func accented(_ text: String, _ accent: MathAccent) -> String? {
    guard text.count == 1, let letter = text.first, let mark = accent.combining else { return nil }
    let joined = text + String(mark)
    guard joined.count == 1 else { return nil }
    return precomposed[Character(joined)].map { String($0) } ?? String(letter) + String(mark)
  }

  /// Letters whose accent fonts draw as part of the letter.
  private static let precomposed: [Character: Character] = Dictionary(
    ("ŷâêîôûŵĉĝĥĵŝẑÂÊÎÔÛŶŴĈĜĤĴŜẐāēīōūȳĀĒĪŌŪȲãñõĩũỹẽÃÑÕĨŨỸẼẋẏȧżȯṗṡẊẎẍÿäëïöüẅ" as String)
      .map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
}
