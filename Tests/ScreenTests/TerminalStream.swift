// SPDX-License-Identifier: MIT

/// A program's output as a terminal reads it: characters, control characters, escape sequences.
struct TerminalStream {
  /// Every kind of escape sequence, numbers left out unless they choose a mode.
  private(set) var sequences: Set<String> = []
  /// Every control character outside of a sequence.
  private(set) var controls: Set<Unicode.Scalar> = []
  /// Every other character.
  private(set) var characters: Set<Unicode.Scalar> = []
  /// The largest row and column that the cursor was sent to, from 1.
  private(set) var farthest = (row: 0, column: 0)
  private var rest: ArraySlice<Unicode.Scalar>

  init(_ bytes: [UInt8]) {
    rest = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar.value {
      case 0x1B: readSequence()
      case ..<0x20, 0x7F..<0xA0: controls.insert(scalar)
      default: characters.insert(scalar)
      }
    }
  }

  private mutating func readSequence() {
    guard let kind = rest.popFirst() else {
      sequences.insert("unfinished")
      return
    }
    switch kind {
    case "[": readControlSequence()
    case "(", ")": sequences.insert("\(kind)" + (rest.popFirst().map { "\($0)" } ?? ""))
    // A string for the terminal, up to its end.
    case "]", "P", "X", "^", "_":
      let string = rest.prefix { $0 != "\u{7}" && $0 != "\u{1B}" && $0 != "\u{9C}" }
      rest = rest[string.endIndex...].dropFirst()
      sequences.insert("\(kind)" + String(String.UnicodeScalarView(string)))
    default: sequences.insert("\(kind)")
    }
  }

  private mutating func readControlSequence() {
    let parameters = rest.prefix { (0x20...0x3F).contains($0.value) }
    rest = rest[parameters.endIndex...]
    guard let final = rest.popFirst() else {
      sequences.insert("unfinished")
      return
    }
    let text = String(String.UnicodeScalarView(parameters))
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 1 }
    switch final {
    case "H": reach(row: numbers.first ?? 1, column: numbers.count > 1 ? numbers[1] : 1)
    case "d": reach(row: numbers.first ?? 1, column: 1)
    case "G": reach(row: 1, column: numbers.first ?? 1)
    default: break
    }
    let choosesMode =
      "hlt".unicodeScalars.contains(final) || text.contains { !"0123456789;".contains($0) }
    sequences.insert("[" + (choosesMode ? text : "") + "\(final)")
  }

  private mutating func reach(row: Int, column: Int) {
    farthest = (max(farthest.row, row), max(farthest.column, column))
  }

  /// The sequences that the program and curses send to an xterm.
  ///
  /// They move the cursor, erase, move lines, colour, and set the modes of `TerminalModes`; `]104`
  /// are the usual colours, which curses asks for after a suspension. None names a window, reads or
  /// makes the terminal answer.
  static let own: Set<String> = [
    "[H", "[A", "[B", "[C", "[D", "[G", "[d", "M", "7", "8", "[r",
    "[J", "[K", "[X", "[P", "[@", "[L", "[M", "[S", "[T", "[b",
    "[m", "(B", "=", ">", "[4l", "[?1h", "[?1l", "[?7h", "[?7l", "[?12l", "[?25h", "[?25l",
    "[?12;25h",
    "[?1000h", "[?1000l", "[?1006h", "[?1006l", "[?1006;1000h", "[?1006;1000l", "[?1049h",
    "[?1049l", "]104", "[?2004h", "[?2004l", "[22;0;0t", "[23;0;0t",
  ]
}
