// SPDX-License-Identifier: MIT
import CNcurses
import Tutorial

/// The terminal's bytes, as keys.
final class Keyboard {
  /// Curses numbers its own keys below these.
  private static let pasteStart: Int32 = 0x400
  private static let pasteEnd: Int32 = 0x401

  /// A pad, since reading from a window would refresh the screen behind the painter's back.
  private let pad: UnsafeMutablePointer<WINDOW>?
  private var paste: PastedText?
  /// Whether the scalars belong to a sequence that terminfo does not know.
  private var isInSequence = false

  init() {
    pad = newpad(1, 1)
    keypad(pad, true)
    nodelay(pad, true)
    define_key("\u{1B}[200~", Self.pasteStart)
    define_key("\u{1B}[201~", Self.pasteEnd)
  }

  deinit { delwin(pad) }

  /// Every key that waits; all are taken, because curses keeps bytes that `poll` cannot see.
  func pressedKeys() -> [Key] {
    var keys: [Key] = []
    isInSequence = false
    while true {
      var code: wint_t = 0
      switch wget_wch(pad, &code) {
      case ERR: return keys
      case KEY_CODE_YES: add(Int32(bitPattern: code), to: &keys)
      default: add(Unicode.Scalar(code), to: &keys)
      }
    }
  }

  private func add(_ code: Int32, to keys: inout [Key]) {
    switch code {
    case Self.pasteStart: paste = PastedText()
    case Self.pasteEnd: endPaste(&keys)
    case KEY_MOUSE: addMouse(&keys)
    default:
      if let key = Self.keys[code] ?? function(code) { keys.append(key) }
    }
  }

  private func add(_ scalar: Unicode.Scalar?, to keys: inout [Key]) {
    guard let scalar else { return }
    // A paste whose end got lost must not swallow the keys for ever.
    if paste != nil && scalar == "\u{3}" {
      endPaste(&keys)
    } else if paste != nil {
      paste?.append(scalar)
    } else if isInSequence {
      isInSequence = !(0x40...0x7E).contains(scalar.value)
    } else if scalar == "[" && keys.last == .escape {
      // An unknown key must not be taken for the letters that its sequence is made of.
      keys.removeLast()
      isInSequence = true
    } else {
      keys.append(Key(scalar))
    }
  }

  private func endPaste(_ keys: inout [Key]) {
    if let paste { keys.append(.paste(paste.text)) }
    paste = nil
  }

  private func addMouse(_ keys: inout [Key]) {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return }
    let actions: [(mmask_t, MouseAction)] = [
      (NC_WHEEL_UP, .scrollUp), (NC_WHEEL_DOWN, .scrollDown), (NC_PRESS, .press),
    ]
    for (mask, action) in actions where event.bstate & mask != 0 {
      keys.append(.mouse(action, column: Int(event.x), row: Int(event.y)))
    }
  }

  private func function(_ code: Int32) -> Key? {
    (1...24).first { nc_function_key(Int32($0)) == code }.map { .function($0) }
  }

  private static let keys: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_HOME: .home, KEY_END: .end,
    KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end, KEY_C3: .pageDown,
    KEY_BTAB: .backTab, KEY_ENTER: .enter, KEY_BACKSPACE: .backspace, KEY_DC: .delete,
  ]
}

extension Key {
  /// The key whose single character a terminal sends as this scalar.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x1B: self = .escape
    case 0x08, 0x7F: self = .backspace
    case 0x00: self = .control(" ")
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
    case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
    default: self = .character(Character(scalar))
    }
  }
}
