// SPDX-License-Identifier: MIT
import Foundation
import LessonFormat
import TerminalText
import Testing

@testable import Tutorial

/// A learner who presses anything: nothing breaks, nothing stands beside the screen, and there is
/// always a way out.
@Suite struct RandomWalkTests {
  /// Ten thousand walks of two hundred steps in `make soak`, a hundred walks an argument.
  private static let isSoak = ProcessInfo.processInfo.environment["NNTUTOR_SOAK"] != nil

  private static let pressed: [Key] =
    KeyBindings.all.flatMap(\.keys).filter { $0 != "q" && $0 != "Q" }
    + Array(namedKeys.values) + Array(repeating: .enter, count: 6)
    + Array(repeating: .tab, count: 6) + [.right, .left, .down, .up, "e", "e"]
    + "abc0123459 .-[],=é学🧠".map(Key.character)
    + [
      .mouse(.press, column: 5, row: 4), .mouse(.press, column: 0, row: 11),
      .mouse(.scrollDown, column: 1, row: 1), .mouse(.scrollUp, column: 1, row: 90),
      .paste("run small noise=0.3\nset epochs=5"), .paste("\u{1B}[2J\u{202E}\0"),
      .control("z"), .control("r"), .control("w"), .control("k"),
    ]

  /// Whole lines typed now and then, so that walks come to every page.
  private static let lines = [
    "run", "run long", "sweep small noise=0.1,0.2", "history", "show 1", "compare 1 2", "table",
    "quiz again", "answer a", "hint", "undo", "redo", "goto 1.1", "goto 1.2", "find row", "help",
    "bookmark here", "bookmark", "bookmarks", "unbookmark here", "goto here", "theme dark",
    "reload",
    "check", "export a.html", "quiz 1.2", "run small", "open nowhere.md", "find first words",
    "defaults", "pin", "clear", "reset all", "set noise=nan", "next", "previous", "list",
  ]

  /// What is wrong with the screen, or nothing.
  private func fault(_ learner: Learner) -> String? {
    let (size, screen) = (learner.session.size, learner.session.view())
    if screen.lines.count != size.rows { return "\(screen.lines.count) lines" }
    if let wide = screen.lines.first(where: { $0.width > size.columns }) {
      return "'\(wide.text)' is too wide"
    }
    guard let cursor = screen.cursor else { return nil }
    let isInside = cursor.column < size.columns && cursor.row < size.rows
    return isInside && cursor.column >= 0 && cursor.row >= 0 ? nil : "the cursor is at \(cursor)"
  }

  /// Walks from a place, looking at the screen after each step.
  private func walk(_ learner: inout Learner, _ dice: inout Dice, steps: Int) {
    var path: [String] = []
    for _ in 0..<steps {
      switch Int.random(in: 0..<40, using: &dice) {
      case 0:
        let columns = Int.random(in: 1...120, using: &dice)
        let rows = Int.random(in: 1...40, using: &dice)
        path.append("\(columns)x\(rows)")
        learner.resize(columns, rows)
      case 1:
        let line = Self.lines.randomElement(using: &dice) ?? ""
        path.append(":\(line)")
        learner.command(line)
      case 2: learner.finishRun()
      case 3: learner.progress(Double.random(in: 0...1, using: &dice))
      default:
        let key = Self.pressed.randomElement(using: &dice) ?? "j"
        path.append("\(key)".replacing("Tutorial.Key.", with: ""))
        learner.press([key])
      }
      if learner.hasLeft { return }
      guard let fault = fault(learner) else { continue }
      Issue.record("\(fault) at \(learner.session.size) after \(path.suffix(20))")
      return
    }
  }

  /// Esc as often as there are levels, then q, and y where a run goes on.
  private func expectWayOut(_ learner: inout Learner) {
    for _ in 0..<4 { learner.press("<Esc>") }
    #expect(!learner.hasLeft, "Esc never leaves")
    learner.press(learner.session.isRunKept ? "qy" : "q")
    #expect(learner.hasLeft)
  }

  @Test(arguments: 0..<(isSoak ? 100 : 30))
  func `any keys in any order`(seed: Int) {
    for walk in 0..<(Self.isSoak ? 100 : 1) { takeWalk(seed: seed + 1000 * walk) }
  }

  private func takeWalk(seed: Int) {
    var dice = Dice(state: UInt64(seed))
    let size = Size(
      columns: Int.random(in: 20...100, using: &dice), rows: Int.random(in: 5...40, using: &dice))
    var learner = Learner(
      size: size, glyphs: seed.isMultiple(of: 3) ? .ascii : .braille, chapter: 1)
    walk(&learner, &dice, steps: Self.isSoak ? 200 : 100)
    if !learner.hasLeft { expectWayOut(&learner) }
  }
}
