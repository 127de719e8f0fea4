// SPDX-License-Identifier: MIT
import TerminalText
import Testing

extension PseudoTerminal {
  /// The modes of a terminal that no program has touched.
  static func untouchedModes() throws -> [UInt64] {
    try PseudoTerminal(
      "/bin/true", [], environment: [:], size: Size(columns: 80, rows: 24)
    ).modes
  }

  /// Expects the program to end, to say why, and to leave the terminal as it found it.
  func expectRestored(_ modes: [UInt64], _ expected: Ending) throws {
    #expect(try ending() == expected)
    #expect(self.modes == modes)
    let ledger = ModeLedger(received)
    #expect(ledger.on.isEmpty, "left on: \(ledger.on)")
    #expect(!ledger.isCursorHidden && !ledger.isKeypadApplication)
    #expect(ledger.unmatched == 0)
  }
}
