// SPDX-License-Identifier: MIT

/// The modes that a program's output turned on and off, as a terminal would keep them.
struct ModeLedger {
  /// DEC private modes that are not as they were at first.
  private(set) var on: Set<Int> = []
  private(set) var isCursorHidden = false
  private(set) var isKeypadApplication = false
  /// How often the second screen was left without having been entered.
  private(set) var unmatched = 0

  init(_ bytes: [UInt8]) {
    let escape: UInt8 = 0x1B
    var index = 0
    while index + 1 < bytes.count {
      defer { index += 1 }
      guard bytes[index] == escape else { continue }
      switch bytes[index + 1] {
      case UInt8(ascii: "="): isKeypadApplication = true
      case UInt8(ascii: ">"): isKeypadApplication = false
      case UInt8(ascii: "[") where index + 2 < bytes.count && bytes[index + 2] == 0x3F:
        let rest = bytes[(index + 3)...]
        let digits = rest.prefix { $0 == 0x3B || (0x30...0x39).contains($0) }
        guard digits.endIndex < bytes.endIndex else { continue }
        let numbers = digits.split(separator: 0x3B).compactMap {
          Int(String(decoding: $0, as: UTF8.self))
        }
        for number in numbers { set(number, final: bytes[digits.endIndex]) }
      default: break
      }
    }
  }

  private mutating func set(_ number: Int, final: UInt8) {
    switch (number, final) {
    case (25, UInt8(ascii: "h")): isCursorHidden = false
    case (25, UInt8(ascii: "l")): isCursorHidden = true
    // Blinking of the cursor is a matter of taste.
    case (12, _): break
    // Wrapping at the margin is on in every terminal.
    case (7, UInt8(ascii: "h")): on.remove(7)
    case (7, UInt8(ascii: "l")): on.insert(7)
    case (_, UInt8(ascii: "h")): on.insert(number)
    case (1049, UInt8(ascii: "l")):
      if on.remove(number) == nil { unmatched += 1 }
    case (_, UInt8(ascii: "l")): on.remove(number)
    default: break
    }
  }
}
