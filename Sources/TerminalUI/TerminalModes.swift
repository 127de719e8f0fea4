// SPDX-License-Identifier: MIT
import CNcurses

/// The byte sequences that enter and leave the modes which the program uses.
struct TerminalModes {
  /// Turns bracketed paste on, and off; empty for terminals without a mouse, which lack it too.
  let pasteOn: String
  let pasteOff: String
  /// Leaves every mode that the program or curses enters, and nothing else.
  let leaving: String

  /// Asks terminfo; the terminal must have been set up.
  init() {
    let hasMouse = nc_capability("kmous") != nil
    pasteOn = hasMouse ? "\u{1B}[?2004h" : ""
    pasteOff = hasMouse ? "\u{1B}[?2004l" : ""
    let mouseOff = hasMouse ? "\u{1B}[?1000l\u{1B}[?1006l" : ""
    // Curses turns wrapping off for the moment in which it writes the last cell.
    let names = ["sgr0", "op", "smam", "cnorm", "rmkx"]
    let usual = names.compactMap(Self.capability).joined()
    // Without a second screen the shell goes on below what was drawn.
    leaving = pasteOff + mouseOff + usual + (Self.capability("rmcup") ?? "\r\n")
  }

  /// A capability without the pauses, `$<5>`, that only `tputs` understands.
  private static func capability(_ name: String) -> String? {
    guard let value = nc_capability(name) else { return nil }
    var rest = Substring(String(cString: value))
    var text = ""
    while let dollar = rest.firstIndex(of: "$") {
      text += rest[..<dollar]
      rest = rest[dollar...]
      if rest.hasPrefix("$<"), let end = rest.firstIndex(of: ">") {
        rest = rest[rest.index(after: end)...]
      } else {
        text += "$"
        rest = rest.dropFirst()
      }
    }
    return text + rest
  }
}
