// SPDX-License-Identifier: MIT

import TerminalText

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
    let text = text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return displayableText(text, glyphs: ascii ? .ascii : .braille)
  }
}
