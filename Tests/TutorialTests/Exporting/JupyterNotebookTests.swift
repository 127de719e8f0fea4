// SPDX-License-Identifier: MIT
import Experiments
import Foundation
import LessonFormat
import Testing

@testable import Tutorial

/// The lab notebook for Jupyter: its form, and what its code computes.
struct JupyterNotebookTests {
  @Test func `Every cell has what the format demands`() throws {
    let cells = try JupyterCode.cells(try SampleNotebook.notebook())
    let identifiers = cells.compactMap { $0["id"] as? String }
    #expect(identifiers.count == cells.count)
    #expect(Set(identifiers).count == cells.count)
    #expect(identifiers.allSatisfy { $0.wholeMatch(of: /[a-zA-Z0-9_-]{1,64}/) != nil })
    for cell in cells {
      let kind = try #require(cell["cell_type"] as? String)
      let usual: Set = ["cell_type", "id", "metadata", "source"]
      #expect(
        Set(cell.keys) == (kind == "code" ? usual.union(["execution_count", "outputs"]) : usual))
      #expect(kind == "code" || kind == "markdown")
      #expect(!JupyterCode.text(cell, "source").isEmpty)
    }
    #expect(cells.count { $0["cell_type"] as? String == "code" } == 3)
  }

  @Test func `A run with other figures than were recorded keeps those and has no code`() throws {
    var past = LessonPast()
    past.runs = [try SampleNotebook.entry(number: 1, [])]
    past.runs[0].measures[0] = .init("training_loss", 7)
    let chapter = LabNotebook.Chapter(
      label: "1.1", SampleNotebook.lesson, past: past, running: { $0.run() })
    let cells = try JupyterCode.cells(LabNotebook(chapters: [chapter]))
    #expect(!cells.contains { $0["cell_type"] as? String == "code" })
    let told = cells.map { JupyterCode.text($0, "source") }.joined()
    #expect(told.contains("These are the recorded figures; no cell computes them."))
    #expect(told.contains("| training loss |"))
  }

  /// Settings that each take another way through data, network, optimizer or schedule.
  static let settings: [[String]] = [
    [], ["noise=0.5", "hidden=[4, 4, 4]", "skip_connections=on", "activation=tanh"],
    ["activation=relu", "batch_size=3", "batch_normalization=on", "learning_rate=0.1"],
    ["dropout_rate=0.3", "shuffle=on", "seed=7"],
    ["dropout_rate=0.5", "dropout_form=classic", "batch_size=4", "activation=leaky_relu"],
    ["optimizer=adam", "learning_rate=0.01", "weight_decay=0.01", "batch_size=4"],
    ["optimizer=momentum", "learning_rate=0.05", "l2_penalty=0.001"],
    ["gradient_clip_norm=0.2", "learning_rate_schedule=cosine", "weight_seed=after_training"],
    ["gradient_clip_value=0.05", "learning_rate_schedule=warm_up", "weight_seed=3"],
    ["loss=mean_squared_error", "learning_rate=0.05", "learning_rate_schedule=step"],
    ["loss=cross_entropy", "initialization=xavier", "label_noise=0.2", "image_size=4"],
    ["data=moons", "noise=0.2"], ["data=spirals", "noise=0", "initialization=normal"],
    ["data=sine", "activation=tanh", "learning_rate=0.05"], ["initialization=zeros"],
    ["patience=2", "noise=0.8", "minimum_improvement=0.001"], ["hidden=[]", "activation=identity"],
    [
      "activation=relu", "hidden=[30, 30]", "initialization=normal", "initialization_scale=1000",
      "loss=mean_squared_error", "learning_rate=100",
    ],
  ]

  @Test(.enabled(if: Python.hasNumpy, "python3 with numpy is not there to run the cells"))
  func `The code computes every run to the recorded figures`() throws {
    let (source, output) = try JupyterCode.programs(
      try SampleNotebook.notebook(runs: Self.settings))
    #expect(source.components(between: "# In [", and: "]").count == Self.settings.count)
    #expect(output.contains("diverged") && output.contains("stopped_early"))
    JupyterCode.expectSame(try Python.output(of: source), output)
  }

  @Test(.enabled(if: Python.hasNumpy, "python3 with numpy is not there to run the cells"))
  func `The code computes variants and seeds to the recorded spread`() throws {
    let text = SampleNotebook.source.replacing(
      "hidden: [3]\n", with: "hidden: [[2], [3]]\nseeds: 3\n")
    let lesson = Lesson(parsing: text, file: "01-sample.md")
    let (source, output) = try JupyterCode.programs(
      try SampleNotebook.notebook(runs: [[]], lesson: lesson))
    #expect(output.contains("[hidden [2]]") && output.contains(" ± "))
    JupyterCode.expectSame(try Python.output(of: source), output)
  }

  @Test func `A run whose figures hang on rounding is called unsteady`() throws {
    let text = """
      ---
      title: A sample
      id: sample
      format_version: 1
      objectives: [see]
      ---

      # 1.1 A sample

      ```experiment own
      title: Own
      kind: explode
      depth: 10
      compare:
        - {name: steady, initialization_scale: 1}
        - {name: shaky, batch_normalization: on}
      ```

      """
    let lesson = Lesson(parsing: text, file: "01-sample.md")
    let past = LessonPast(runs: [try SampleNotebook.entry(number: 1, [], in: lesson)])
    for tries in [false, true] {
      let chapter = LabNotebook.Chapter(
        label: "1.1", lesson, past: past, triesDigits: tries, running: { $0.run() })
      let (source, _) = try JupyterCode.programs(LabNotebook(chapters: [chapter]))
      let lines = source.split(separator: "\n")
      let marked = lines.indices.filter { lines[$0].hasPrefix("# Unsteady: ") }
      #expect(marked.count == (tries ? 1 : 0))
      #expect(marked.allSatisfy { lines[$0 + 1].hasSuffix("\"shaky\")") })
    }
  }
}
