// SPDX-License-Identifier: MIT

/// Characters of a formula's source, as they may be shown.
enum MathGlyphs {
  /// The plain letter or digit of a mathematical alphabet that terminals' fonts lack.
  static func plainLetter(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return character
    }
    let value = scalar.value
    switch value {
    case 0x1D400...0x1D6A3:
      let index = (value - 0x1D400) % 52
      let start: UInt32 = index < 26 ? 65 : 97 - 26
      return Unicode.Scalar(start + index).map(Character.init) ?? character
    case 0x1D7CE...0x1D7FF:
      return Unicode.Scalar(48 + (value - 0x1D7CE) % 10).map(Character.init) ?? character
    default:
      return character
    }
  }

  /// Text in which every character can be shown: ASCII alone if asked for, and never a control.
  static func shown(_ text: String, ascii: Bool) -> String {
    if text.utf8.allSatisfy({ $0 >= 32 && $0 < 127 }) { return text }
    var result = ""
    for character in text {
      if ascii {
        result += asciiForm(character)
      } else {
        var marks = 0
        for scalar in character.unicodeScalars {
          if isMark(scalar) { marks += 1 }
          if marks > 4 { break }
          result += isShown(scalar) ? String(scalar) : revealed(scalar)
        }
      }
    }
    return result
  }

  private static func asciiForm(_ character: Character) -> String {
    if character.isWhitespace { return " " }
    if let value = character.asciiValue, value >= 32, value < 127 { return String(character) }
    if let symbol = MathSymbol.typed(character) { return symbol.ascii }
    if let script = MathScriptGlyphs.plain(character) {
      return (script.isUpper ? "^" : "_")
        + (script.character == "−" ? "-" : String(script.character))
    }
    if let form = asciiForms[character] { return form }
    guard let scalar = character.unicodeScalars.first else { return "" }
    return isShown(scalar) ? "?" : revealed(scalar)
  }

  private static let asciiForms: [Character: String] = [
    "–": "-", "—": "--", "‘": "'", "’": "'", "“": "\"", "”": "\"", "•": "*", "ß": "ss",
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "é": "e", "è": "e",
    "ê": "e", "á": "a", "à": "a", "â": "a", "ó": "o", "ô": "o", "í": "i", "î": "i", "ú": "u",
    "û": "u", "ç": "c", "ñ": "n", "√": "sqrt", "·": "*", "¬": "not",
  ]

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }

  private static func revealed(_ scalar: Unicode.Scalar) -> String {
    if scalar.properties.isWhitespace { return " " }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits + ">"
  }

  /// The number of cells that text takes.
  static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 128 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    if isMark(scalar) { return 0 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
