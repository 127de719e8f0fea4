// SPDX-License-Identifier: MIT

/// A displayable text in ASCII alone: `σ(z) ≤ 0.25 — “naïve”` as `sigma(z) <= 0.25 -- "naive"`.
///
/// Symbols come from a table. Letters, raised and lowered characters and box drawings are read off
/// their Unicode names, so `é` is `e`, `λ` is `lambda` and `wᵢ²` is `w_i^2`. Whatever has no form is
/// `?`. The width changes, so transliterate before laying out.
public func asciiForm(of text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  var result = ""
  var script: (kind: Character, text: String)?
  for scalar in text.unicodeScalars {
    if let (kind, character) = scriptForm(of: scalar) {
      if script?.kind == kind {
        script?.text.append(character)
      } else {
        result += closed(script)
        script = (kind, String(character))
      }
      continue
    }
    result += closed(script)
    script = nil
    if scalar.isASCII {
      result.unicodeScalars.append(scalar)
    } else if let form = asciiTable[scalar] {
      result += form
    } else if scalar.displayWidth > 0 {
      result += asciiFormByName(of: scalar) ?? "?"
    }
  }
  return result + closed(script)
}

/// A run of raised or lowered characters, in braces where it holds more than one term.
private func closed(_ script: (kind: Character, text: String)?) -> String {
  guard let script else { return "" }
  let hasOperator = script.text.dropFirst().contains { "+-=".contains($0) }
  return "\(script.kind)" + (hasOperator ? "{\(script.text)}" : script.text)
}

/// What a raised (`^`) or lowered (`_`) character stands for.
private func scriptForm(of scalar: Unicode.Scalar) -> (kind: Character, character: Character)? {
  let value = scalar.value
  let isCandidate =
    value == 0xB2 || value == 0xB3 || value == 0xB9 || (0x2B0...0x2E4).contains(value)
    || (0x1D2C...0x1DBF).contains(value) || (0x2070...0x209C).contains(value) || value == 0x2C7C
  guard isCandidate, let name = scalar.properties.name else { return nil }
  let words = name.split(separator: " ")
  let kind: Character = words.contains("SUBSCRIPT") ? "_" : "^"
  guard kind == "_" || words.contains("SUPERSCRIPT") || name.hasPrefix("MODIFIER LETTER") else {
    return nil
  }
  let isLatinLetter = words.contains("SMALL") || words.contains("CAPITAL")
  if isLatinLetter, let last = words.last, last.count == 1, let letter = last.first {
    return (kind, words.contains("SMALL") ? Character(letter.lowercased()) : letter)
  }
  return words.compactMap { scriptWords[String($0)] }.first.map { (kind, $0) }
}

private let scriptWords: [String: Character] = [
  "ZERO": "0", "ONE": "1", "TWO": "2", "THREE": "3", "FOUR": "4", "FIVE": "5", "SIX": "6",
  "SEVEN": "7", "EIGHT": "8", "NINE": "9", "PLUS": "+", "MINUS": "-", "EQUALS": "=", "LEFT": "(",
  "RIGHT": ")",
]

/// The form that a Unicode name tells: a Latin base letter, a Greek letter's name, a box's corner.
private func asciiFormByName(of scalar: Unicode.Scalar) -> String? {
  if scalar.properties.generalCategory == .spaceSeparator { return " " }
  if (0x2800...0x28FF).contains(scalar.value) { return scalar.value == 0x2800 ? " " : ":" }
  guard let name = scalar.properties.name else { return nil }
  var words = name.split(separator: " ").map(String.init)
  if words.first == "FULLWIDTH" { words.removeFirst() }
  let isSmall = !words.contains("CAPITAL")
  if let with = words.firstIndex(of: "WITH") { words.removeSubrange(with...) }
  switch words.first {
  case "BOX":
    return boxForm(name)
  case "GREEK":
    let letters = words.dropFirst().filter { $0.count > 1 && !greekQualifiers.contains($0) }
    guard letters.count == 1, let letter = letters.first else { return nil }
    let spelled = letter == "LAMDA" ? "lambda" : letter.lowercased()
    if isSmall { return spelled }
    return spelled.prefix(1).uppercased() + spelled.dropFirst()
  case "CIRCLED":
    return words.last.flatMap { scriptWords[$0] }.map { "(\($0))" }
  case "LATIN", "MATHEMATICAL", "DOUBLE-STRUCK", "SCRIPT", "BLACK-LETTER", "DIGIT":
    guard let last = words.last else { return nil }
    if let digit = scriptWords[last] { return String(digit) }
    return last.count == 1 ? (isSmall ? last.lowercased() : last) : nil
  default:
    return nil
  }
}

private let greekQualifiers: Set<String> = [
  "SMALL", "CAPITAL", "LETTER", "FINAL", "LUNATE", "REVERSED", "SYMBOL", "HOOK",
]

private func boxForm(_ name: String) -> String {
  if name.contains("DIAGONAL CROSS") { return "X" }
  if name.contains("UPPER RIGHT TO LOWER LEFT") { return "/" }
  if name.contains("UPPER LEFT TO LOWER RIGHT") { return "\\" }
  let isHorizontal = ["HORIZONTAL", "LEFT", "RIGHT"].contains { name.contains($0) }
  let isVertical = ["VERTICAL", "UP", "DOWN"].contains { name.contains($0) }
  if isHorizontal && isVertical { return "+" }
  if isVertical { return "|" }
  return name.contains("DOUBLE HORIZONTAL") ? "=" : "-"
}
