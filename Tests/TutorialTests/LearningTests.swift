// SPDX-License-Identifier: MIT
import LearnerRecords
import TerminalText
import Testing

@testable import Tutorial

/// Predictions, challenges and guides.
@Suite struct LearningTests {
  private func learner(_ keys: String = "") -> Learner {
    var learner = Learner(size: Size(columns: 80, rows: 30), chapter: 1)
    learner.press(keys)
    return learner
  }

  @Test func `a prediction is made, then the run answers it`() throws {
    var learner = learner("<Tab><Enter>b")
    #expect(learner.predictions.isEmpty)
    learner.press("<Enter>")
    #expect(
      learner.predictions == [
        PredictionEntry(lesson: "practice", block: "guess", chosen: "b", wasRight: nil)
      ])
    #expect(learner.status == "Now press Enter: the run will answer")
    #expect(learner.session.focusedExperiment == "small")
    learner.press("<Enter>")
    #expect(learner.predictions.last?.wasRight == true)
    #expect(learner.page.contains("you predicted this, and it is so"))
    #expect(learner.page.contains("Measured: best epoch 20."))
    #expect(learner.page.contains("It goes on learning. The loss falls all the way."))
  }

  @Test func `a wrong prediction is told what happened`() {
    var learner = learner("<Tab><Enter><Enter><Enter>")
    #expect(learner.predictions.last?.wasRight == false)
    #expect(learner.page.contains("your prediction") && learner.page.contains("what happened"))
    learner.press("<BackTab><Enter>")
    #expect(learner.status == "This prediction is settled")
  }

  @Test func `a prediction without a measure waits for the run too`() {
    let text = SmallCourse.practice.replacing("measure: best_epoch", with: "answer: 2")
      .replacing(", when: \"<= 5\"", with: "").replacing(", when: otherwise", with: "")
    var learner = Learner([SmallCourse.reading, text], chapter: 1)
    learner.command("predict a")
    #expect(learner.session.workbook?.predictions["guess"]?.right == nil)
    #expect(learner.page.contains("Now run small"))
    learner.command("run small noise=0.5")
    #expect(
      learner.status == "Your prediction waits for the run as the lesson has it: r, then Enter")
    learner.command("run small noise=0.1")
    #expect(learner.session.workbook?.predictions["guess"]?.right == 1)
  }

  @Test func `commands are taken while an option or an answer of the guide is chosen`() {
    var learner = learner("<Tab><Enter>:")
    #expect(learner.status == ":")
    learner.press("<Esc><Esc>")
    #expect(learner.predictions.isEmpty)
    learner.command("guide")
    learner.press(":")
    #expect(learner.status == ":")
    learner.press("<Esc>")
    learner.command("run small")
    learner.press(":")
    #expect(learner.status == ":", "no key is lost once a guide is left for a run")
    learner.press("<Esc>e:")
    #expect(learner.status == ":", "nor while editing")
  }

  @Test func `the mouse chooses an option, and a second click takes it`() throws {
    var learner = learner("<Tab><Enter>")
    func row(_ text: String) throws -> Int {
      try #require(learner.session.view().lines.firstIndex { $0.text.contains(text) })
    }
    let option = try row("b) A later one")
    learner.press([.mouse(.press, column: 9, row: option)])
    guard case .predicting(place: 1) = learner.session.mode else {
      Issue.record("the second option is pointed at")
      return
    }
    learner.press([.mouse(.press, column: 9, row: option)])
    #expect(learner.predictions.map(\.chosen) == ["b"])
    learner.press("<Enter>")
    let count = learner.runs.count
    learner.press([.mouse(.press, column: 9, row: try row("training loss"))])
    #expect(learner.runs.count == count, "a chart is only looked at")
    learner.command("quiz")
    let answers = learner.answers.count
    let letter = learner.letters()
    learner.press([.mouse(.press, column: 9, row: try row("\(letter)) "))])
    learner.press([.mouse(.press, column: 9, row: try row("\(letter)) "))])
    #expect(learner.answers.count == answers + 1)
  }

  @Test func `a challenge lets only its own list be changed`() {
    var learner = learner()
    learner.command("run longer noise=0 epochs=80")
    #expect(
      learner.status
        == "noise stays as it is in this challenge; you may change epochs, learning_rate")
    learner.command("run longer --seeds 20")
    #expect(learner.status == "a challenge is judged on seeds of its own; leave --seeds out")
    #expect(learner.challenges.isEmpty)
    learner.command("run longer epochs=80")
    #expect(learner.challenges.last?.passed == true)
  }

  @Test func `the guide looks at the run that was made last, not at one that was drawn again`() {
    var learner = learner()
    learner.command("run small noise=0.2")
    learner.command("run small noise=0.5")
    learner.command("guide run")
    #expect(learner.page.contains("run 2, small, "))
    var next = learner.returning(chapter: 1, size: Size(columns: 80, rows: 30))
    next.command("guide run")
    #expect(next.page.contains("run 2, small, "), "it is asked of the record: \(next.status)")
    next.press("<Esc>")
    next.command("sweep small noise=0.1,0.3")
    next.finishRun()
    #expect(next.runs.count == 3, "\(next.status)")
    next.command("guide run")
    #expect(next.page.contains("run 3, small, noise 0.1, "))
  }

  @Test func `only the run as the lesson has it settles a prediction`() {
    var learner = learner()
    learner.command("predict b")
    learner.command("run small noise=0.5")
    #expect(learner.predictions.count == 1)
    learner.press("<Esc><BackTab><BackTab><Enter>")
    learner.command("defaults")
    learner.command("run small")
    #expect(learner.predictions.last?.wasRight == true)
    learner.command("predict a")
    #expect(learner.status == "you have committed yourself to guess already")
  }

  @Test func `a prediction after the run is settled at once, and counts for nothing`() {
    var learner = learner()
    learner.command("run small")
    learner.command("predict z")
    #expect(learner.status == "'z' is not an option; type a to b")
    learner.command("predict a")
    #expect(learner.predictions.map(\.wasRight) == [nil])
    #expect(learner.page.contains("your prediction"))
    #expect(learner.status == PredictionProgress.late)
  }

  @Test func `a prediction can be left open`() {
    var learner = learner("<Tab><Enter><Down><Esc>")
    #expect(learner.predictions.isEmpty)
    guard case .reading = learner.session.mode else {
      Issue.record("Esc leaves")
      return
    }
    learner.press("<Enter>a<Enter>")
    #expect(learner.predictions.map(\.chosen) == ["a"])
  }

  @Test func `a challenge is missed, hinted at, and passed on hidden seeds`() throws {
    var learner = learner(":run longer<Enter>")
    #expect(learner.challenges.map(\.passed) == [false])
    #expect(learner.challenges.first?.score == 0)
    #expect(learner.status == "Not yet; h gives a hint")
    #expect(learner.page.contains("Not yet. The goal was reached on 0 of 2 hidden seeds ("))
    learner.press("h")
    #expect(learner.page.contains("Hint: Which hyperparameter counts epochs?"))
    #expect(!learner.page.contains("Hint: Set it"))
    learner.press("h")
    #expect(learner.page.contains("Hint: Set it to 60 or more."))
    #expect(!learner.page.contains("One solution"))
    learner.press("h")
    #expect(learner.page.contains("One solution: epochs=80"))
    learner.press("h")
    #expect(learner.status == "There is no further hint")
    let levels = learner.kept.compactMap {
      if case .hint(_, "longer", let level) = $0 { level } else { nil }
    }
    #expect(levels == [1, 2, 3])
    learner.press("e")
    let edited = learner.cell("longer")?.experiment.edit.map(\.name) ?? []
    learner.press(String(repeating: "j", count: edited.firstIndex(of: "epochs") ?? 0) + "80<Enter>")
    learner.press("<Enter>")
    #expect(learner.challenges.last?.passed == true)
    #expect(learner.challenges.last?.hyperparameters == [NamedText("epochs", "80")])
    #expect(learner.page.contains("Passed. The goal was reached on 2 of 2 hidden seeds ("))
    #expect(learner.page.contains("More epochs."))
  }

  @Test func `the challenge's panel`() throws {
    var learner = learner(":run longer<Enter>h")
    learner.press("<Esc>")
    try Snapshots.compare(learner.top(9), name: "challenge")
  }

  @Test func `a letter chooses an option of the prediction on the screen, e edits its experiment`()
  {
    var learner = Learner(size: Size(columns: 80, rows: 30), chapter: 1)
    learner.press("<Tab>")
    while learner.session.focusedBlock?.id != "guess" { learner.press("<Tab>") }
    learner.press("b")
    guard case .predicting(let place) = learner.session.mode else {
      Issue.record("it is not open: \(learner.status)")
      return
    }
    #expect(place == 1)
    learner.press("<Enter>")
    #expect(learner.predictions.last?.chosen == "b")
    while learner.session.focusedBlock?.id != "guess" { learner.press("<Tab>") }
    learner.press("e")
    #expect(learner.session.focusedExperiment == "small")
  }

  @Test func `a prediction made too late is settled the next day too`() {
    var learner = Learner(size: Size(columns: 80, rows: 30), chapter: 1)
    learner.command("run small")
    learner.command("predict a")
    #expect(learner.session.workbook?.predictions["guess"]?.right != nil)
    learner.command("run small noise=0.5")
    let next = learner.returning(chapter: 1)
    #expect(next.session.workbook?.predictions["guess"]?.right != nil)
  }

  @Test func `a guide asks, advises and leads to a section`() {
    var learner = learner("<Tab><BackTab>")
    #expect(learner.session.focusedBlock?.id == "help")
    learner.press("<Enter>")
    #expect(learner.page.contains("Is the loss NaN?"))
    learner.press("x")
    #expect(learner.status == "y or n answers, d diagnoses your last run, Esc leaves")
    learner.press("n")
    #expect(
      learner.page.contains("Is the loss NaN? no") && learner.page.contains("Is there a gap?"))
    learner.press("n")
    #expect(learner.page.contains("Train on."))
    learner.press("<Enter>y")
    #expect(learner.page.contains("It exploded"))
    #expect(learner.page.contains("Lower the learning rate."))
    learner.press("s")
    #expect(learner.row(0) == "The run")
  }

  @Test func `a guide looks at the last run`() {
    var learner = learner()
    learner.command("guide run")
    #expect(learner.status == "there is no run to look at yet; run an experiment first")
    learner.press("<Esc>")
    learner.command("run small")
    learner.command("guide run")
    #expect(learner.page.contains("small, still learning:"))
    #expect(learner.page.contains("Train on."))
    learner.press("<Esc>")
    guard case .reading = learner.session.mode else {
      Issue.record("Esc leaves")
      return
    }
    var reader = Learner()
    reader.command("guide")
    #expect(reader.session.workbook?.chapter == 1, "it leads to the chapter that has one")
    #expect(reader.page.contains("Is the loss NaN?"))
  }
}
