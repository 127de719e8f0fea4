// SPDX-License-Identifier: MIT
import TerminalText
import Testing

@testable import Tutorial

@Suite struct SavingTests {
  /// What a learner asked to be written, and where.
  private func saved(_ learner: Learner) -> (text: String, file: String, replaces: Bool)? {
    for case .perform(.save(let text, let file, let replaces)) in learner.effects {
      return (text, file, replaces)
    }
    return nil
  }

  @Test func `S saves the output as it is shown`() throws {
    var learner = Learner(size: Size(columns: 80, rows: 30), chapter: 1)
    learner.command("run small")
    learner.press("S")
    #expect(learner.status == ":save small-1.txt")
    learner.press("<Enter>")
    let (text, file, replaces) = try #require(saved(learner))
    #expect(file == "small-1.txt" && !replaces)
    #expect(text.contains("In [1]") && text.contains("Out [1]") && text.contains("training"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.last != " " } && lines.dropLast().last != "")
    #expect(!text.contains("\u{1B}"))
    learner.feed(.errandEnded(.done("The output is in small-1.txt")))
    #expect(learner.status == "The output is in small-1.txt")
    learner.command("save --force other.txt")
    #expect(try #require(saved(learner)) == (text, "other.txt", true))
  }

  @Test func `without an output there is nothing to save`() {
    var learner = Learner(chapter: 1)
    learner.press("<Tab>S")
    #expect(learner.status == "Run an experiment first; then S saves its output as a text file")
    learner.command("save a.txt")
    #expect(learner.screen.contains("was not run yet") && saved(learner) == nil)
  }

  @Test func `the linear notebook saves words and tables`() throws {
    var plain = PlainLearner()
    _ = plain.type("goto 1.2")
    #expect(plain.type("save a.txt").contains("small was not run yet; type run small"))
    _ = plain.type("run small", "save a.txt")
    let text = try #require(plain.written["a.txt"])
    #expect(text.allSatisfy { $0.isASCII })
    #expect(text.contains("Outcome: 20 epochs") && text.contains("epoch"))
  }
}
