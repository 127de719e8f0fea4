// SPDX-License-Identifier: MIT
import Experiments
import TerminalText
import Testing

@testable import Tutorial

/// Charts looked at: nearer, one curve in front, other pictures, the network at an epoch.
@Suite struct LookingTests {
  private func ran(_ keys: String = "", columns: Int = 80) -> Learner {
    var learner = Learner(size: Size(columns: columns, rows: 30), chapter: 1)
    learner.command("run small")
    learner.press(keys)
    return learner
  }

  private func range(_ learner: Learner) -> ClosedRange<Double>? {
    learner.cell("small")?.view.range
  }

  @Test func `plus shows half around the cursor, minus twice as much, 0 all`() {
    #expect(range(ran("+")) == 6...15)
    #expect(range(ran("<Right>+")) == 1...10)
    #expect(range(ran("<Left>+")) == 11...20)
    #expect(range(ran("++")) == 9...13)
    #expect(ran("+++++").status == "There is nothing nearer to see")
    #expect(range(ran("++-")) == range(ran("+")))
    #expect(range(ran("+-")) == nil && range(ran("++0")) == nil)
    #expect(ran("-").status == "The whole run is shown")
  }

  @Test func `what is shown follows the cursor, and Esc takes back one thing at a time`() {
    var learner = ran("<Right>+")
    learner.press(String(repeating: "<Right>", count: 15))
    #expect(learner.cell("small")?.view.cursor == 16)
    #expect(range(learner)?.contains(16) == true)
    learner.press("s<Esc>")
    #expect(learner.cell("small")?.view.series == nil && range(learner) != nil)
    learner.press("<Esc>")
    #expect(range(learner) == nil && learner.cell("small")?.view.cursor == 16)
    learner.press("<Esc>")
    #expect(learner.cell("small")?.view.cursor == nil)
    #expect(learner.session.focusedExperiment == "small")
    learner.press("<Esc>")
    #expect(learner.session.focusedExperiment == nil && !learner.hasLeft)
  }

  @Test func `a label of what is out of sight is not shown`() {
    let best = ran().cell("small")?.output?.report.results.first?.history?.bestEpoch ?? 0
    #expect(best == 20)
    #expect(ran().page.contains("best epoch 20"))
    #expect(!ran("<Right>+").page.contains("best epoch 20 ╎"))
    #expect(!ran("<Right>+").page.contains("╎ best epoch 20"))
  }

  @Test func `s puts one curve after the other in front, then none`() {
    var learner = ran()
    var seen: [String?] = []
    for _ in 0..<4 {
      learner.press("s")
      seen.append(learner.cell("small")?.view.series)
    }
    #expect(seen == ["training", "validation", nil, "training"])
    let dimmed = learner.session.page.lines.flatMap(\.spans).contains {
      $0.style.role == .series(1) && $0.style.emphasis.contains(.dim)
    }
    #expect(dimmed)
  }

  @Test func `i goes through the pictures that suit, I back, and the run keeps its number`() {
    var learner = ran()
    let lessons = learner.page
    var names: [String] = []
    repeat {
      learner.press("i")
      names.append(learner.cell("small")?.view.figures.first ?? "lesson")
    } while names.last != "lesson" && names.count < 40
    #expect(
      names == [
        "accuracy", "gradients", "layer_gradients", "weight_norms", "update_ratios",
        "activations", "confusion", "neurons", "mistakes", "predictions", "lesson",
      ])
    #expect(learner.page == lessons)
    learner.press("I")
    #expect(learner.cell("small")?.view.figures == ["predictions"])
    #expect(learner.cell("small")?.output?.number == 1 && learner.runs.count == 1)
    #expect(learner.status == "Picture 11 of 11: predictions; i goes on, I back")
  }

  @Test func `figures of one moment are those of the cursor's epoch`() throws {
    var learner = ran("IIII")
    #expect(learner.cell("small")?.view.figures == ["confusion"])
    #expect(!learner.page.contains("validation, epoch"))
    learner.press("<Right><Right>")
    #expect(learner.page.contains("Confusion matrix, validation, epoch 2"))
    let look = try #require(learner.cell("small")?.look)
    #expect(look.request.epoch == 2 && look.results[0].history?.count == 2)
    learner.press("I")
    #expect(learner.cell("small")?.view.figures == ["activations"])
    learner.press("ii")
    #expect(learner.page.contains("Weights of hidden layer 1, epoch 2"))
    learner.press("<Esc>")
    #expect(!learner.page.contains(", epoch 2"))
  }

  @Test func `a long run is looked at beside the loop, and the last key counts`() {
    var learner = Learner(size: Size(columns: 80, rows: 30), chapter: 1)
    learner.command("run long")
    learner.finishRun()
    learner.press("IIII")
    learner.finishRun()
    #expect(learner.page.contains("Confusion matrix"))
    learner.press("<Left>")
    let first = learner.waiting
    learner.press("<Left>")
    #expect(learner.waiting?.request.epoch == 99)
    #expect(learner.cell("long")?.output?.number == 1)
    if let first { learner.feed(.finished(first.ticket, first.request.run())) }
    #expect(learner.cell("long")?.look == nil)
    learner.finishRun()
    #expect(learner.page.contains("validation, epoch 99"))
    #expect(learner.runs.count == 1)
  }

  @Test func `a cancelled run gives the output back that stood before`() throws {
    var learner = Learner(size: Size(columns: 80, rows: 30), chapter: 1)
    learner.command("run long")
    learner.finishRun()
    let whole = try #require(learner.cell("long")?.output)
    learner.command("run long noise=0.3")
    let (ticket, request) = try #require(learner.waiting)
    learner.feed(.progressed(ticket, share: 0.5, request.looking(at: 5, figures: ["loss"]).run()))
    #expect(learner.cell("long")?.output?.number == nil)
    learner.press("<^C>")
    #expect(learner.cell("long")?.output?.number == whole.number)
    #expect(learner.cell("long")?.isStale == true)
  }

  @Test func `plot and epoch do by words what the keys do`() {
    var learner = ran()
    learner.command("plot neurons confusion")
    #expect(learner.cell("small")?.view.figures == ["neurons", "confusion"])
    #expect(learner.page.contains("Weights of hidden layer 1, at the end") == false)
    learner.command("epoch 3")
    #expect(learner.page.contains("Weights of hidden layer 1, epoch 3"))
    learner.command("epoch 99")
    #expect(learner.status == "this run has 20 epochs, not 99")
    learner.command("epoch end")
    #expect(learner.cell("small")?.view.cursor == nil)
    learner.command("plot neuron")
    #expect(learner.status.contains("did you mean neurons?"))
    learner.command("plot boundary")
    #expect(learner.status == "a run with these hyperparameters has no figure boundary")
    learner.command("plot")
    #expect(learner.cell("small")?.view.figures == [])
    var plain = PlainLearner()
    _ = plain.type("goto 1.2", "run small")
    #expect(plain.type("plot confusion").contains("Confusion matrix, validation:"))
    let said = plain.type("epoch 2")
    #expect(said.contains("Epoch 2: training loss") && said.contains("Confusion matrix"))
    #expect(plain.kept.filter { $0.name == "run" }.count == 1)
  }

  @Test func `the linear notebook tells a run against the pinned one`() {
    var plain = PlainLearner()
    _ = plain.type("goto 1.2", "run small", "pin")
    let said = plain.type("run small noise=0.5")
    #expect(said.contains("From the same seeds: what differs comes from what was\n  changed."))
    #expect(said.contains("noise") && said.contains("(+"))
    #expect(!plain.type("clear", "run small").contains("From the same seeds"))
  }

  @Test func `U and the redo key take a change back and make it again`() {
    var learner = ran("e<Right><Esc>")
    let changed = learner.value("noise", of: "small")
    learner.press("U")
    #expect(learner.value("noise", of: "small") == "0.1")
    learner.press("<^R>")
    #expect(learner.value("noise", of: "small") == changed)
  }

  @Test(arguments: [60, 110])
  func `a sweep is drawn by what its runs end with and run by run`(columns: Int) throws {
    var learner = Learner(size: Size(columns: columns, rows: 60), chapter: 1)
    learner.command("sweep small noise=0.1,0.3,0.5 --seeds 2")
    #expect(learner.cell("small")?.isStale == false)
    try Snapshots.compare(learner.screen, name: "sweep-\(columns)")
    learner.command("sweep small noise=0.1,0.5 hidden=2,4,8")
    try Snapshots.compare(learner.screen, name: "sweep-two-\(columns)")
  }

  @Test func `a cursor on a heat map tells the numbers of a column`() {
    var learner = Learner(size: Size(columns: 80, rows: 60), chapter: 1)
    learner.command("sweep small noise=0.1,0.3,0.5 hidden=2,4")
    #expect(!learner.screen.contains("↓"))
    learner.press("<Right><Right>")
    #expect(learner.screen.contains("↓"))
    #expect(
      learner.screen.contains("[4]: noise 0.1 0.5") && learner.screen.contains("noise 0.5 0."))
    learner.press("<Esc>")
    #expect(!learner.screen.contains("[4]:"))
  }

  @Test func `a number before an arrow goes so many epochs, before s to that curve`() {
    var learner = ran("<Right>12<Right>")
    #expect(learner.cell("small")?.view.cursor == 13)
    learner.press("5<Left>")
    #expect(learner.cell("small")?.view.cursor == 8)
    learner.press("99<Right>")
    #expect(learner.cell("small")?.view.cursor == 20)
    learner.press("<Home>")
    #expect(learner.cell("small")?.view.cursor == 1)
    learner.press("<End>")
    #expect(learner.cell("small")?.view.cursor == 20)
    learner.press("2s")
    #expect(learner.cell("small")?.view.series == "validation")
    learner.press("9s")
    #expect(learner.status == "There are 2 curves, not 9")
    #expect(learner.cell("small")?.view.series == "validation")
  }

  @Test func `an edit is explained: range, step, unit, and what it costs`() {
    var learner = ran("e")
    #expect(learner.words.contains("0...5, by 0.05, here 0.1"))
    #expect(learner.words.contains("A change trains anew at once ("))
    learner.press("<Down><Down><Down>")
    #expect(learner.words.contains("1...1000000 epochs, by 1, 2, 5, 10, here 20"))
    learner.press("<Esc>")
    learner.command("run long")
    learner.finishRun()
    learner.press("e")
    #expect(learner.words.contains("A change needs a restart from the first epoch: Enter"))
  }

  @Test func `a long run says how long it still takes`() {
    var learner = Learner(size: Size(columns: 80, rows: 30), chapter: 1)
    learner.command("run long")
    learner.progress(0.25)
    #expect(learner.cell("long")?.secondsLeft == 3)
    #expect(learner.page.contains("25%, about 3 s left"))
  }

  @Test func `variants keep what sets them apart when something else is changed`() {
    var learner = Learner(
      [
        SmallCourse.practice.replacing("hidden: [3]", with: "hidden: [[2], [3]]")
      ], size: Size(columns: 80, rows: 30))
    learner.command("run small noise=0.4")
    let request = learner.cell("small")?.output?.report.request
    #expect(request?.variants.map(\.hyperparameters.hidden) == [[2], [3]])
    #expect(request?.variants.map(\.hyperparameters.noise) == [0.4, 0.4])
    learner.command("run small hidden=4")
    #expect(learner.cell("small")?.output?.report.request.variants.count == 1)
  }
}

extension Learner {
  /// The page's words, wherever its lines end.
  var words: String {
    page.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
  }
}
