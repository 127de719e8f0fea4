// SPDX-License-Identifier: MIT
import TerminalText
import Testing

@testable import Tutorial

/// The key table is complete, and help is made from it.
@Suite struct HelpTests {
  @Test func `every action has a key, and no key has two`() {
    let bound = KeyBindings.all.map(\.action)
    #expect(Set(bound) == Set(Action.allCases))
    #expect(bound.count == Set(bound).count)
    let keys = KeyBindings.all.flatMap(\.keys)
    #expect(keys.count == Set(keys).count)
    for row in KeyBindings.all {
      for key in row.keys { #expect(KeyBindings.action(for: key) == row.action) }
    }
  }

  @Test func `every key is documented in words`() {
    for row in KeyBindings.all {
      #expect(!row.help.isEmpty && !row.written.isEmpty)
      guard case .character(let first)? = row.keys.first, first != " " else { continue }
      #expect(row.written.hasPrefix(String(first)), "\(row.written)")
    }
  }

  @Test func `help shows every row at 80 columns`() {
    let shown = HelpPage.keys(width: 80, glyphs: .braille).map(\.text).joined(separator: "\n")
    for row in KeyBindings.all {
      #expect(shown.contains(row.written) && shown.contains(row.help))
    }
    for width in [20, 40, 60] {
      let lines = HelpPage.keys(width: width, glyphs: .ascii)
      #expect(lines.allSatisfy { $0.width <= width && $0.text.allSatisfy(\.isASCII) })
      let words = lines.map(\.text).joined(separator: " ").split(separator: " ")
      #expect(words.suffix(6).joined(separator: " ") == "redo, Enter runs, Esc is done.")
    }
  }

  @Test func `help scrolls and goes away`() throws {
    var learner = Learner()
    learner.press("?")
    try Snapshots.compare(learner.screen, name: "help-keys")
    learner.press("G")
    #expect(learner.screen.contains("Esc is done."))
    learner.press("<Esc>")
    #expect(learner.row(0) == "1.1 Reading")
    learner.press("<F1>q")
    #expect(learner.row(0) == "1.1 Reading")
    #expect(!learner.hasLeft)
  }

  @Test func `command help names every command and its form`() throws {
    let all = try HelpPage.commands(nil, width: 80).map(\.text).joined(separator: "\n")
    for row in CommandRow.all {
      #expect(all.contains(row.name))
      let own = try HelpPage.commands(row.name, width: 80).map(\.text).joined(separator: "\n")
      #expect(own.contains(row.usage) && own.contains(row.help))
      for alias in row.aliases { #expect(CommandRow.named(alias)?.name == row.name) }
    }
    #expect(throws: CommandError.self) { try HelpPage.commands("nothing", width: 80) }
    let noise = try HelpPage.commands("noise", width: 200).map(\.text)
    #expect(noise.last?.hasSuffix("added to each input: 0...5; arrows step by 0.05") == true)
  }
}
