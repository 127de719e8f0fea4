// SPDX-License-Identifier: MIT
import Foundation
import TerminalText
import Testing

/// A learner who presses anything in a real terminal: no crash, no hang, and always a way out.
@Suite struct ScreenWalkTests {
  /// What is pressed: every letter but those that leave, the keys with sequences, and the mouse.
  private static let keys: [String] =
    "abcdefghijklmnoprstuwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0123456789/?.,<>[]{}'\":;-+=~`!@#$%^&*()| é学🧠"
    .map { String($0) }
    + [
      "\t", "\t", "\t", "\r", "\r", "\r", "\u{1B}", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D",
      "\u{1B}OA", "\u{1B}OB", "\u{1B}OC", "\u{1B}OD", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[H",
      "\u{1B}[F",
      "\u{1B}[3~", "\u{1B}[Z", "\u{1B}OP", "\u{1B}[99;99~", "\u{7F}", "\u{1}", "\u{5}", "\u{C}",
      "\u{12}", "\u{15}", "\u{17}", "\u{1A}", "\0", "\u{1B}[<0;5;5M", "\u{1B}[<0;5;5m",
      "\u{1B}[<64;10;10M", "\u{1B}[<65;10;10M", "\u{1B}[<0;999;999M",
      "\u{1B}[200~run quick\nnoise=0.3\u{1B}[201~", "\u{1B}[200~\u{1B}[2J", "\u{3}", "v",
    ]

  @Test(arguments: 0..<Soak.rounds(3, 200))
  func `Two hundred keys in any order`(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    let modes = try PseudoTerminal.untouchedModes()
    let course = try CourseInTerminal(environment: ["VISUAL": "/bin/true"])
    let terminal = course.terminal
    for step in 0..<200 {
      terminal.send(Self.keys.randomElement(using: &dice) ?? "j")
      if step.isMultiple(of: 20) {
        terminal.resize(
          to: Size(
            columns: Int.random(in: 1...120, using: &dice),
            rows: Int.random(in: 1...40, using: &dice)))
      }
      // Now and then the program catches up, so that keys do not all come at once.
      if Int.random(in: 0..<4, using: &dice) == 0 { terminal.listen(seconds: 0.002) }
    }
    // The end of a paste that was left open, then out of whatever is open, then out.
    terminal.send("\u{1B}[201~\u{3}")
    for _ in 0..<6 {
      terminal.send("\u{1B}")
      terminal.listen(seconds: 0.06)
    }
    terminal.send("qy")
    let ending = try terminal.ending()
    #expect(ending == .status(0))
    #expect(terminal.modes == modes)
    let foreign = TerminalStream(terminal.received).sequences.subtracting(TerminalStream.own)
    #expect(foreign.isEmpty, "\(foreign)")
    let ledger = ModeLedger(terminal.received)
    #expect(ledger.on.isEmpty && !ledger.isCursorHidden && ledger.unmatched == 0)
  }
}
