// SPDX-License-Identifier: MIT

/// The decoding of `&amp;`, `&#27;` and `&#x1B;`, as CommonMark has it.
enum HTMLEntities {
  /// The characters that an entity stands for; the entity itself where it stands for none.
  static func decoded(_ entity: String) -> String {
    let body = entity.dropFirst().dropLast()
    if body.first == "#" {
      let digits = body.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let number, number != 0, let scalar = Unicode.Scalar(number) else { return "\u{FFFD}" }
      return String(Character(scalar))
    }
    return EntityNames.characters(named: body) ?? entity
  }
}
