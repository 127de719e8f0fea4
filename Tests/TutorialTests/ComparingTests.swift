// SPDX-License-Identifier: MIT
import Experiments
import TerminalText
import Testing
import Typesetting

@testable import Tutorial

/// The chart's cursor, pins, numbers, earlier runs.
@Suite struct ComparingTests {
  private func ran(_ keys: String = "") -> Learner {
    var learner = Learner(size: Size(columns: 80, rows: 30), chapter: 1)
    learner.command("run small")
    learner.press(keys)
    return learner
  }

  @Test func `arrows move an epoch cursor within the run, b goes to the best epoch`() {
    var learner = ran("<Right>")
    #expect(learner.cell("small")?.view.cursor == 1)
    learner.press("<Right><Right><Left>")
    #expect(learner.cell("small")?.view.cursor == 2)
    learner.press(String(repeating: "<Right>", count: 40))
    #expect(learner.cell("small")?.view.cursor == 20)
    learner.press("<Right>b")
    let best = learner.cell("small")?.output?.report.results.first?.history?.bestEpoch
    #expect(learner.cell("small")?.view.cursor == best.map(Double.init))
    var fresh = Learner(chapter: 1)
    fresh.press("<Tab><Tab><Right>")
    #expect(fresh.status == "Run it first; then there is a chart to look at")
  }

  @Test func `the cursor reads the epoch's figures out`() throws {
    let learner = ran("<Right><Right>")
    let history = try #require(learner.cell("small")?.output?.report.results.first?.history)
    let loss = NumberFormat.fixed(history.trainingLoss[1], decimals: 3)
    #expect(learner.page.contains("epoch 2") && learner.page.contains(loss), "\(learner.page)")
  }

  @Test func `the numbers are shown where the cursor stands, and follow it`() throws {
    var learner = Learner(size: Size(columns: 80, rows: 10), chapter: 1)
    learner.command("run small")
    learner.press("18<Right>T")
    func lit() throws -> String {
      let lines = learner.session.view().lines
      let line = try #require(lines.first { $0.spans.contains { $0.style.ground == .selection } })
      return line.text.trimmingBlanks
    }
    #expect(try lit().hasPrefix("18 "))
    learner.press("<Right>")
    #expect(try lit().hasPrefix("19 "))
  }

  @Test func `b is a page up where there is no chart`() {
    var learner = Learner()
    learner.press("G")
    let end = learner.session.pager.top
    learner.press("b")
    #expect(learner.session.pager.top < end)
  }

  @Test func `T shows numbers for charts, l another axis, and both come back`() {
    var learner = ran()
    let charts = learner.page
    learner.press("T")
    #expect(learner.cell("small")?.view.showsNumbers == true && !learner.page.contains("┤"))
    learner.press("T")
    #expect(learner.page == charts)
    learner.press("l")
    #expect(learner.page != charts)
    learner.press("l")
    #expect(learner.page == charts)
  }

  @Test func `pinned runs lie under the next one and are cleared`() {
    var learner = ran("c")
    #expect(learner.status == "Pinned; change something and run again to compare, x clears")
    learner.command("run small noise=0.5")
    #expect(learner.page.contains("run 1: noise 0.1") && learner.page.contains("run 2: noise 0.5"))
    learner.command("run small noise=0.4 epochs=30")
    #expect(learner.page.contains("run 3") && !learner.page.contains("run 3:"))
    for _ in 0..<6 { learner.press("c") }
    #expect(learner.cell("small")?.pinned.count == 4)
    learner.press("x")
    #expect(learner.cell("small")?.pinned.isEmpty == true)
    var fresh = Learner(chapter: 1)
    fresh.press("<Tab><Tab>c")
    #expect(fresh.status == "Run it first; then c keeps the run to compare with")
  }

  @Test func `pinned replications are compared by their means, live edits by a name of their own`()
  {
    var learner = Learner(size: Size(columns: 100, rows: 40), chapter: 1)
    learner.command("run small --seeds 3")
    learner.press("c")
    learner.command("set noise=0.3")
    #expect(learner.page.contains("mean of 3"))
    learner.press("x")
    learner.command("set noise=0.2")
    learner.press("c")
    learner.command("set noise=0.4")
    #expect(
      learner.page.contains("this run: noise 0.4") && learner.page.contains("pin 1: noise 0.2"))
  }

  @Test func `Esc takes back the numbers, the other scale and the picture, one after the other`() {
    var learner = ran()
    let lessons = learner.page
    learner.press("Tl")
    #expect(learner.page != lessons)
    learner.press("<Esc><Esc>")
    #expect(learner.page == lessons)
    learner.press("i")
    #expect(learner.cell("small")?.view.figures.isEmpty == false)
    learner.press("<Esc>")
    #expect(learner.page == lessons)
  }

  @Test func `the table command shows every figure's numbers, or one's`() {
    var learner = ran()
    learner.command("table loss")
    #expect(learner.screen.contains("epoch") && learner.status.contains("Numbers of small"))
    learner.press("<Esc>")
    learner.command("table nothing")
    #expect(learner.status == "small has no figure nothing")
    var fresh = Learner(chapter: 1)
    fresh.command("table")
    #expect(fresh.status == "small was not run yet; Enter runs it")
  }

  @Test func `earlier runs are listed, shown and compared`() throws {
    var learner = Learner(size: Size(columns: 80, rows: 30), chapter: 1)
    learner.command("history")
    #expect(learner.row(0) == "You have not run anything yet.")
    learner.press("<Esc>")
    learner.command("run small")
    learner.command("run small noise=0.5 --seeds 2")
    learner.command("history")
    try Snapshots.compare(learner.screen, name: "history")
    learner.press("<Esc>")
    learner.command("show 1")
    #expect(learner.row(0) == "Run 1: small (practice)")
    #expect(learner.screen.contains("outcome: completed, seed 42"))
    learner.press("<Esc>")
    learner.command("compare 1 2")
    try Snapshots.compare(learner.screen, name: "compare")
    learner.press("<Esc>")
    learner.command("compare 1 9")
    #expect(learner.status == "there is no run 9; history lists them")
  }

  @Test func `a number that exploded is a power of ten, not a row of digits`() throws {
    let explode = try #require(ExperimentKind.all.first { $0.name == "explode" })
    let gradient = try #require(explode.measures.first { $0.name == "largest_gradient" })
    #expect(gradient.text(4.5717957805e29) == "4.57e29")
    #expect(gradient.text(12345.678) == "12345.68")
  }

  @Test func `commands complete: names, experiments, hyperparameters, choices`() {
    let learner = Learner(chapter: 1)
    func offers(_ text: String) -> [String] { learner.session.completions(of: text, for: .command) }
    #expect(offers("ru") == ["run "])
    #expect(offers("run ").contains("run small ") && offers("run ").contains("run noise="))
    #expect(
      offers("run l") == ["run long ", "run longer ", "run learning_rate="]
        || offers("run l").prefix(2) == ["run long ", "run longer "])
    #expect(offers("run small noi") == ["run small noise="])
    #expect(offers("run small activation=ta") == ["run small activation=tanh"])
    #expect(offers("goto 1.") == ["goto 1.1", "goto 1.2", "goto 1.3"])
    #expect(offers("help hi") == ["help hint", "help history"] || offers("help hi").count == 2)
    #expect(offers("nonsense ").isEmpty)
    for line in offers("") { #expect(CommandRow.named(String(line.dropLast())) != nil) }
    #expect(learner.session.completions(of: "ru", for: .search).isEmpty)
  }

  @Test func `a typed command is recalled with the arrow, and Esc leaves it`() {
    var learner = Learner(chapter: 1)
    learner.command("goto 1.1")
    learner.press(":<Up>")
    #expect(learner.status == ":goto 1.1")
    #expect(learner.session.view().cursor?.column == 9)
    learner.press("<Esc>")
    #expect(learner.session.workbook?.lesson.id == "reading")
    learner.press(":<BS>")
    #expect(!learner.status.hasPrefix(":"))
    learner.press(":   <Enter>")
    #expect(!learner.status.contains("type a command"))
    learner.command("gto 1.2")
    #expect(learner.status.contains("did you mean goto?"))
  }
}
