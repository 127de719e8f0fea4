// SPDX-License-Identifier: MIT

/// The part a symbol plays, which decides the blanks around it (TeX's classes).
enum MathClass: Hashable, Sendable {
  /// A letter, a number.
  case ordinary
  /// A sum, a product, an integral.
  case largeOperator
  /// The name of a function.
  case function
  /// An operator between two operands.
  case binary
  /// A sign before one operand.
  case prefix
  /// A relation.
  case relation
  /// An opening delimiter.
  case opening
  /// A closing delimiter.
  case closing
  /// A comma or a semicolon.
  case punctuation
  /// A fraction or dots.
  case inner
  /// A bar that opens or closes, as its place tells.
  case bar
}

/// A symbol with its forms for the eye and the ear.
struct MathSymbol: Hashable, Sendable {
  /// The name in LaTeX without its backslash, or the character itself.
  var name: String
  /// The part it plays.
  var role: MathClass
  /// Its form where Unicode can be shown.
  var unicode: String
  /// Its form in ASCII.
  var ascii: String
  /// Its name when read aloud.
  var spoken: String
  /// Whether its scripts stand below and above it in a display.
  var takesLimits = false

  init(
    _ name: String, _ role: MathClass, _ unicode: String, _ ascii: String, _ spoken: String,
    takesLimits: Bool = false
  ) {
    self.name = name
    self.role = role
    self.unicode = unicode
    self.ascii = ascii
    self.spoken = spoken
    self.takesLimits = takesLimits
  }

  /// An ordinary character that stands for itself.
  init(character: Character) {
    let text = String(character)
    self.init(text, .ordinary, text, text, text)
  }

  /// An opening parenthesis.
  static let opening = MathSymbol("(", .opening, "(", "(", "open parenthesis")
  /// A closing parenthesis.
  static let closing = MathSymbol(")", .closing, ")", ")", "close parenthesis")

  /// Whether it can stand at an end of a growing fence.
  var isDelimiter: Bool {
    switch role {
    case .opening, .closing, .bar: true
    default: name == "/" || name == "backslash"
    }
  }

  /// Whether it is shown as a word of its own, apart from the letters beside it.
  var isWord: Bool { role != .opening && role != .closing }

  /// Whether it stands between operands.
  var isOperator: Bool { role == .binary || role == .relation }

  /// A delimiter by its command or character.
  static func delimiter(_ name: String) -> MathSymbol? {
    named(name) ?? name.first.flatMap { typed($0) }
  }

  /// The form for a set of glyphs.
  func text(ascii isASCII: Bool) -> String { isASCII ? ascii : unicode }

  /// The symbol that a command without arguments stands for.
  static func named(_ name: String) -> MathSymbol? { byName[name] }

  /// The symbol that a typed character stands for.
  static func typed(_ character: Character) -> MathSymbol? {
    byCharacter[character] ?? byUnicode[character]
  }

  private static let byName: [String: MathSymbol] = {
    let lists = [letters, signs, operators, relations, arrows, functions, delimiters]
    return Dictionary(
      lists.joined().map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  private static let byCharacter: [Character: MathSymbol] = Dictionary(
    typedCharacters.compactMap { symbol in symbol.name.first.map { ($0, symbol) } },
    uniquingKeysWith: { first, _ in first })

  /// Symbols typed as Unicode characters, which mean the same as their commands.
  private static let byUnicode: [Character: MathSymbol] = {
    let lists = [letters, signs, operators, relations, arrows, delimiters]
    let pairs = lists.joined().compactMap { symbol -> (Character, MathSymbol)? in
      guard symbol.unicode.count == 1, let character = symbol.unicode.first else { return nil }
      return character.isASCII ? nil : (character, symbol)
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()
}
