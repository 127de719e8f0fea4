// SPDX-License-Identifier: MIT
import Tutorial

/// Keys from the bytes of a terminal that curses does not read.
struct KeyBytes {
  /// A character or a sequence that has begun.
  private var begun: [UInt8] = []

  /// Takes a byte in; gives the key that it completes.
  mutating func take(_ byte: UInt8) -> Key? {
    if begun.first == 0x1B { return takeInSequence(byte) }
    if !begun.isEmpty || byte >= 0x80 { return takeInCharacter(byte) }
    switch byte {
    case 0x1B:
      begun = [byte]
      return nil
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x08, 0x7F: return .backspace
    case 0x01...0x1A: return .control(Character(UnicodeScalar(byte + 0x60)))
    case 0x20...0x7E: return .character(Character(UnicodeScalar(byte)))
    default: return nil
    }
  }

  /// `ESC [ A`, `ESC O A`, `ESC [ 3 ~`; anything else after an escape is passed over with it.
  private mutating func takeInSequence(_ byte: UInt8) -> Key? {
    begun.append(byte)
    let isIntroduced = begun.count > 1 && (begun[1] == 0x5B || begun[1] == 0x4F)
    guard isIntroduced else {
      begun = []
      return nil
    }
    guard begun.count > 2, (0x40...0x7E).contains(byte) else {
      if begun.count > 16 { begun = [] }
      return nil
    }
    defer { begun = [] }
    switch String(decoding: begun.dropFirst(2), as: UTF8.self) {
    case "A": return .up
    case "B": return .down
    case "C": return .right
    case "D": return .left
    case "H", "1~", "7~": return .home
    case "F", "4~", "8~": return .end
    case "3~": return .delete
    case "Z": return .backTab
    default: return nil
    }
  }

  private mutating func takeInCharacter(_ byte: UInt8) -> Key? {
    begun.append(byte)
    let first = begun[0]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard begun.count >= length else { return nil }
    defer { begun = [] }
    return String(decoding: begun, as: UTF8.self).first.map { .character($0) }
  }
}
