// SPDX-License-Identifier: MIT
import Experiments
import Foundation
import LessonFormat
import Testing

@testable import Tutorial

/// The lab notebook for Jupyter: its form, and what its code computes.
struct JupyterNotebookTests {
  private typealias Object = [String: Any]

  private func cells(_ notebook: LabNotebook) throws -> [Object] {
    let text = ExportFormat.ipynb.text(of: notebook)
    let data = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    #expect(data["nbformat"] as? Int == 4)
    #expect(data["nbformat_minor"] as? Int == 5)
    return try #require(data["cells"] as? [Object])
  }

  private func text(_ cell: Object, _ key: String) -> String {
    (cell[key] as? [String] ?? []).joined()
  }

  /// The cells' code, and what they printed by nntutor's own measurement.
  private func programs(_ notebook: LabNotebook) throws -> (source: String, output: String) {
    let code = try cells(notebook).filter { $0["cell_type"] as? String == "code" }
    let outputs = code.flatMap { $0["outputs"] as? [Object] ?? [] }
    return (
      code.map { text($0, "source") }.joined(separator: "\n"),
      outputs.map { text($0, "text") }.joined()
    )
  }

  @Test func `Every cell has what the format demands`() throws {
    let cells = try cells(try SampleNotebook.notebook())
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
      #expect(!text(cell, "source").isEmpty)
    }
    #expect(cells.count { $0["cell_type"] as? String == "code" } == 3)
  }

  @Test func `A run that numpy does not compute says so and keeps its figures`() throws {
    let curve = try #require(SampleNotebook.lesson.experiments.last)
    let report = try #require(Cell(curve).request(seeds: nil).run())
    var past = LessonPast()
    past.runs = [.init(report, cell: Cell(curve), lesson: "sample", date: 0)]
    let chapter = LabNotebook.Chapter(
      label: "1.1", SampleNotebook.lesson, past: past, running: { $0.run() })
    let cells = try cells(LabNotebook(chapters: [chapter]))
    #expect(!cells.contains { $0["cell_type"] as? String == "code" })
    let told = cells.map { text($0, "source") }.joined()
    #expect(told.contains("does not compute experiments of the kind curve-fit."))
    #expect(told.contains("| training error |"))
  }

  /// Compares line by line, so that a failure names the figure.
  private func expectSame(_ found: String, _ expected: String) {
    let (found, expected) = (found.split(separator: "\n"), expected.split(separator: "\n"))
    #expect(found.count == expected.count)
    for (index, (one, other)) in zip(found, expected).enumerated() {
      #expect(one == other, "line \(index + 1)")
    }
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
    let (source, output) = try programs(try SampleNotebook.notebook(runs: Self.settings))
    #expect(source.components(between: "# In [", and: "]").count == Self.settings.count)
    #expect(output.contains("diverged") && output.contains("stopped_early"))
    expectSame(try Python.output(of: source), output)
  }

  @Test(.enabled(if: Python.hasNumpy, "python3 with numpy is not there to run the cells"))
  func `The code computes variants and seeds to the recorded spread`() throws {
    let text = SampleNotebook.source.replacing(
      "hidden: [3]\n", with: "hidden: [[2], [3]]\nseeds: 3\n")
    let lesson = Lesson(parsing: text, file: "01-sample.md")
    let (source, output) = try programs(try SampleNotebook.notebook(runs: [[]], lesson: lesson))
    #expect(output.contains("[hidden [2]]") && output.contains(" ± "))
    expectSame(try Python.output(of: source), output)
  }
}

/// The Python of the machine that tests run on.
enum Python {
  static let hasNumpy = (try? output(of: "import numpy; print(1)")) == "1\n"

  /// What a program prints.
  static func output(of source: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-"]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PYTHONIOENCODING": "utf-8"]) { $1 }
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(source.utf8))
    try input.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
