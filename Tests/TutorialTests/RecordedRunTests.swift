// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import TerminalText
import Testing

@testable import Tutorial

/// The record keeps the whole request, so that a run is there again as it was.
@Suite struct RecordedRunTests {
  private func learner() -> Learner { Learner(size: Size(columns: 100, rows: 40), chapter: 1) }

  @Test func `a sweep is kept whole and is there again another day`() throws {
    var learner = learner()
    learner.command("set noise=0.2")
    learner.command("sweep small hidden=2,4 epochs=10,20 --seeds 2")
    let report = try #require(learner.cell("small")?.output?.report)
    let entry = try #require(learner.runs.last)
    #expect(entry.isSweep && entry.variants.count == 4 && entry.seeds == [42, 43])
    #expect(entry.variants[1].overrides == [NamedText("hidden", "[2]")])
    #expect(entry.request(of: nil)?.runsTheSame(as: report.request) == true)
    #expect(entry.request(of: nil)?.base == report.request.base)
    let mean = Summary(report.values(of: "training_loss", variant: 2)).mean
    #expect(entry.variants[2].measures.first { $0.name == "training_loss" }?.value == mean)
    let next = learner.returning(chapter: 1, size: Size(columns: 100, rows: 40))
    let again = try #require(next.cell("small")?.output)
    #expect(again.number == 1 && again.report.request.runsTheSame(as: report.request))
    #expect(again.report.figures() == report.figures())
    #expect(next.cell("small")?.isStale == false)
  }

  @Test func `variants of the lesson are there again, all of them`() {
    let text = SmallCourse.practice.replacing("hidden: [3]", with: "hidden: [[2], [3]]")
    var learner = Learner([text], size: Size(columns: 80, rows: 30))
    learner.command("run small")
    #expect(learner.runs.last?.variants.map(\.name) == ["hidden [2]", "hidden [3]"])
    let next = learner.returning()
    #expect(next.cell("small")?.output?.report.results.count == 2)
    #expect(next.cell("small")?.output?.number == 1)
  }

  @Test func `history, show and compare tell of every variant and draw again`() throws {
    var learner = learner()
    learner.command("sweep small noise=0.1,0.3")
    learner.command("sweep small noise=0.1,0.3 epochs=40")
    learner.command("history")
    #expect(learner.screen.contains("noise=0.1,0.3"))
    learner.press("<Esc>")
    learner.command("show 1")
    try Snapshots.compare(learner.screen, name: "show-sweep")
    learner.press("<Esc>")
    learner.command("compare 1 2")
    #expect(learner.screen.contains("noise 0.1: training loss"))
    #expect(learner.screen.contains("Both began from the same seeds"))
    learner.press("<Esc>")
    #expect(learner.runs.count == 2)
  }

  @Test func `two single runs are drawn in one chart`() {
    var learner = learner()
    learner.command("run small")
    learner.command("run small noise=0.5 seed=7")
    learner.command("compare 1 2")
    let all = learner.notice
    #expect(all.contains("run 1") && all.contains("◇ run 2") && all.contains("┤"))
    #expect(all.contains("They began from other seeds"))
  }

  @Test func `a long run is drawn beside the loop, and leaving stops that`() {
    var learner = learner()
    learner.command("run long")
    learner.finishRun()
    learner.command("show 1")
    #expect(learner.notice.contains("Computing the charts again ..."))
    learner.finishRun()
    #expect(!learner.notice.contains("Computing") && learner.notice.contains("┤"))
    learner.press("<Esc>")
    learner.command("show 1")
    learner.press("<Esc>")
    #expect(learner.waiting == nil && learner.runs.count == 1)
    #expect(learner.status != "Cancelled; nothing was kept")
  }

  @Test func `a run of a record that kept no kind is made again from the lesson`() throws {
    var learner = learner()
    learner.command("run small noise=0.5")
    var entry = try #require(learner.runs.last)
    (entry.kind, entry.figures) = ("", [])
    #expect(entry.request(of: nil) == nil)
    let experiment = try #require(learner.cell("small")?.experiment)
    #expect(entry.request(of: experiment)?.base.noise == 0.5)
    entry.hyperparameters = entry.hyperparameters.map {
      $0.name == "noise" ? NamedText("noise", "77") : $0
    }
    #expect(entry.request(of: experiment) == nil)
    entry.kind = "train"
    #expect(entry.request(of: experiment) == nil)
  }
}

extension Learner {
  /// The whole notice as text, on the screen or not.
  var notice: String {
    guard case .notice(let notice) = session.mode else { return "" }
    return notice.lines.map(\.withoutTrailingBlanks.text).joined(separator: "\n")
  }
}
