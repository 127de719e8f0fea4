// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import TerminalText
import Testing

@testable import Tutorial

/// Experiments as cells: run, stale, cancelled, numbered.
@Suite struct RunningTests {
  private func learner() -> Learner { Learner(size: Size(columns: 80, rows: 30), chapter: 1) }

  @Test func `Enter focuses, Enter again runs, and the run is numbered and kept`() throws {
    var learner = learner()
    learner.press("]")
    #expect(learner.row(0) == "The run")
    learner.press("<Enter>")
    #expect(learner.status == "Press Enter again to run or answer this")
    #expect(learner.runs.isEmpty)
    learner.press("<Enter>")
    let entry = try #require(learner.runs.first)
    #expect(learner.screen.contains("In [1]") && learner.screen.contains("Out [1]"))
    #expect(entry.lesson == "practice" && entry.experiment == "small")
    #expect(entry.overrides.isEmpty && entry.seeds == [42] && entry.outcome == "completed")
    #expect(entry.measures.map(\.name).contains("validation_loss"))
    #expect(entry.hyperparameters.contains(NamedText("noise", "0.1")))
    learner.press("<^E>")
    #expect(learner.runs.map(\.number) == [1, 2])
    #expect(learner.runs[0].measures == learner.runs[1].measures)
  }

  @Test func `the panel of a run`() throws {
    var learner = learner()
    learner.press("]<Enter><Enter>")
    try Snapshots.compare(learner.top(6), name: "run")
  }

  @Test func `Tab goes round the live blocks, Shift-Tab the other way`() {
    var learner = learner()
    var visited: [String] = []
    for _ in 0..<7 {
      learner.press("<Tab>")
      visited.append(learner.session.focusedBlock?.id ?? "")
    }
    #expect(visited == ["guess", "small", "long", "longer", "check", "help", "guess"])
    learner.press("<BackTab>")
    #expect(learner.session.focusedBlock?.id == "help")
    learner.press("<Esc>")
    #expect(learner.session.focusedBlock == nil)
    var reader = Learner()
    reader.press("<Tab>")
    #expect(reader.status == "This chapter has no experiment and no question")
  }

  @Test func `a click focuses, a second one runs`() {
    var learner = learner()
    learner.press("]")
    let row =
      learner.screen.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("A small run") } ?? 0
    learner.press([.mouse(.press, column: 9, row: row)])
    #expect(learner.session.focusedExperiment == "small")
    let again =
      learner.screen.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("A small run") } ?? 0
    learner.press([.mouse(.press, column: 9, row: again)])
    #expect(learner.runs.map(\.experiment) == ["small"])
  }

  @Test func `a long run shows how far it is, and keys are answered meanwhile`() {
    var learner = learner()
    learner.command("run long")
    #expect(learner.waiting?.ticket.experiment == "long")
    #expect(learner.screen.contains("running") && learner.screen.contains("^C cancels"))
    learner.progress(0.42)
    #expect(learner.screen.contains("42 %") || learner.screen.contains("42%"))
    learner.press("gG")
    #expect(learner.session.pager.isAtEnd)
    learner.finishRun()
    #expect(learner.cell("long")?.progress == nil)
    #expect(learner.cell("long")?.output?.number == 1)
  }

  @Test func `cancelling keeps what was there, and nothing of the run`() {
    var learner = learner()
    learner.command("run long")
    learner.finishRun()
    learner.press("<Enter>")
    learner.progress(0.5)
    learner.press("<^C>")
    #expect(learner.status == "Cancelled; nothing was kept")
    #expect(learner.waiting == nil)
    #expect(learner.runs.count == 1)
    #expect(learner.cell("long")?.output?.number == 1)
    learner.press("<^C>")
    #expect(learner.status == "Quit? Nothing is lost: y quits, any other key stays")
    learner.press("n")
    #expect(!learner.hasLeft)
    learner.press("<^C>y")
    #expect(learner.hasLeft)
  }

  @Test func `a run that takes the place of another is not called cancelled`() {
    var learner = learner()
    learner.command("run long")
    learner.press("<Enter>")
    #expect(learner.waiting?.ticket.serial == 2)
    #expect(learner.cell("long")?.progress == 0)
    #expect(!learner.status.contains("Cancelled"))
    learner.finishRun()
    #expect(learner.runs.count == 1)
  }

  @Test func `a short run stops a long one, whose progress goes away`() {
    var learner = learner()
    learner.command("run long")
    learner.command("run small")
    #expect(learner.cell("long")?.progress == nil)
    #expect(learner.cell("small")?.output?.number == 1)
    #expect(learner.runs.map(\.experiment) == ["small"])
  }

  @Test func `leaving stops the run and keeps the place`() {
    var learner = learner()
    learner.command("run long")
    learner.press("q")
    #expect(learner.status == "Quit? The run that goes on is lost: y quits, any other key stays")
    learner.press("y")
    #expect(learner.hasLeft && learner.waiting == nil)
    #expect(learner.kept.last?.name == "place")
  }

  @Test func `going to another chapter stops the run`() {
    var learner = learner()
    learner.command("run long")
    learner.press(">")
    #expect(learner.session.workbook?.lesson.id == "closing")
    #expect(learner.waiting == nil && learner.session.running == nil)
  }

  @Test func `an edit of a long run marks it stale until Enter`() {
    var learner = learner()
    learner.command("run long")
    learner.finishRun()
    learner.press("e<Right><Esc>")
    #expect(learner.waiting == nil)
    #expect(learner.cell("long")?.isStale == true)
    #expect(learner.screen.contains("stale: Enter runs it anew"))
    learner.press("<Enter>")
    learner.finishRun()
    #expect(learner.cell("long")?.isStale == false)
    #expect(learner.runs.last?.overrides.map(\.name) == ["noise"])
  }

  @Test func `an edit of a short run is followed at once and not recorded`() {
    var learner = learner()
    learner.command("run small")
    let before = learner.cell("small")?.output?.report.results.first?.measure("training_loss")
    learner.press("e<Right>")
    let after = learner.cell("small")?.output?.report.results.first?.measure("training_loss")
    #expect(before != after && learner.cell("small")?.isStale == false)
    #expect(learner.runs.count == 1)
    #expect(learner.cell("small")?.output?.number == nil)
    learner.press("<Enter>")
    #expect(learner.runs.count == 2)
    #expect(learner.cell("small")?.output?.number == 2)
  }

  @Test func `commands run, set, sweep and refuse`() {
    var learner = learner()
    learner.command("run small hidden=4 noise=0.3")
    #expect(
      learner.runs.last?.overrides == [NamedText("noise", "0.3"), NamedText("hidden", "[4]")])
    learner.command("run small --seeds 3")
    #expect(learner.runs.last?.seeds == [42, 43, 44])
    learner.command("set noise=9")
    #expect(learner.status.contains("noise") && learner.status.contains("9"))
    #expect(learner.value("noise", of: "small") == "0.3")
    learner.command("run smal")
    #expect(learner.status.contains("did you mean small"))
    learner.command("run small speed=1")
    #expect(learner.status.contains("speed"))
    learner.command("defaults")
    #expect(learner.cell("small")?.isChanged == false)
    learner.command("undo")
    #expect(learner.value("noise", of: "small") == "0.3")
  }

  @Test func `a sweep is a table of its variants`() {
    var learner = learner()
    learner.command("sweep small noise=0.1,0.3 hidden=2,4 --seeds 2")
    let report = learner.cell("small")?.output?.report
    #expect(
      report?.request.variants.map(\.name) == [
        "noise 0.1, hidden [2]", "noise 0.1, hidden [4]", "noise 0.3, hidden [2]",
        "noise 0.3, hidden [4]",
      ])
    #expect(report?.results.count == 8)
    #expect(learner.screen.contains("8 runs, 4 variants, 2 seeds each"))
    learner.command("sweep small noise=0.1,nonsense")
    #expect(learner.status.contains("nonsense"))
    let many = (1...40).map(String.init).joined(separator: ",")
    learner.command("sweep small epochs=\(many) hidden=\(many)")
    #expect(learner.status == "this grid has more than 1000 places")
  }
}
