// SPDX-License-Identifier: MIT
import Experiments
import LessonFormat

/// A lab notebook for Jupyter (nbformat 4.5): the lesson in Markdown cells; in code cells the
/// learner's runs, which numpy computes to the same figures.
struct JupyterNotebook {
  private let notebook: LabNotebook

  init(_ notebook: LabNotebook) { self.notebook = notebook }

  /// The notebook as JSON.
  var text: String {
    var cells = CellList()
    cells.add([MarkdownNotebook.opening(of: notebook)])
    let requests = notebook.chapters.flatMap { chapter in
      chapter.runs.compactMap { NumpyProgram(of: $0)?.request }
    }
    if !requests.isEmpty {
      cells.add([
        "The next cell holds what the cells of the runs below compute with numpy. "
          + "Random numbers are drawn in the order in which nntutor draws them, so the same seeds "
          + "give the same figures. Sums are taken in another order, which changes the sixteenth "
          + "digit of a number and stays unseen, unless a run makes the difference larger at each "
          + "step. So every run was computed a second time, from initial weights and with a noise that "
          + "are other in the twelfth digit: where other figures came out, a comment calls it unsteady."
      ])
      cells.flush()
      cells.addCode(
        NumpyDefinitions(for: requests).source, output: "", number: nil, isHidden: true)
    }
    for chapter in notebook.chapters {
      cells.add(MarkdownNotebook.title(of: chapter))
      for part in chapter.parts { cells.add(part) }
      cells.flush()
    }
    cells.flush()
    return JSONValue.object([
      ("cells", .list(cells.cells)),
      (
        "metadata",
        .object([
          (
            "kernelspec",
            .object([
              ("display_name", .text("Python 3")), ("language", .text("python")),
              ("name", .text("python3")),
            ])
          ), ("language_info", .object([("name", .text("python"))])),
        ])
      ), ("nbformat", .whole(4)), ("nbformat_minor", .whole(5)),
    ]).source + "\n"
  }
}

/// Cells one after the other; Markdown gathers until something else comes.
private struct CellList {
  private(set) var cells: [JSONValue] = []
  private var waiting: [String] = []

  /// Adds a part: a run as a cell of its own, a section's heading at the top of one.
  mutating func add(_ part: NotebookPart) {
    switch part {
    case .frame(let subject, let title, let parts):
      flush()
      add([MarkdownWriter.label(subject, title)])
      for part in parts { add(part) }
      flush()
    case .run(let run, let parts):
      add([MarkdownWriter.input(of: run)])
      if let program = NumpyProgram(of: run) {
        flush()
        addCode(program.source, output: program.output, number: run.number, isHidden: false)
      } else {
        add(["*These are the recorded figures; no cell computes them.*"])
      }
      for part in parts { add(part) }
    case .block(let block):
      if case .heading = block.kind { flush() }
      add(MarkdownWriter.blocks(part))
    case .text, .points, .table, .figure: add(MarkdownWriter.blocks(part))
    }
  }

  /// Adds Markdown to the cell that gathers.
  mutating func add(_ blocks: [String]) { waiting += blocks }

  /// Ends the cell that gathers.
  mutating func flush() {
    if waiting.isEmpty { return }
    cells.append(
      .object([
        ("cell_type", .text("markdown")), ("id", .text("cell-\(cells.count + 1)")),
        ("metadata", .object([])), ("source", Self.lines(waiting.joined(separator: "\n\n"))),
      ]))
    waiting = []
  }

  /// Adds code with what it printed.
  mutating func addCode(_ source: String, output: String, number: Int?, isHidden: Bool) {
    let metadata: [(name: String, value: JSONValue)] =
      isHidden ? [("jupyter", .object([("source_hidden", .truth(true))]))] : []
    let outputs: [JSONValue] =
      output.isEmpty
      ? []
      : [
        .object([
          ("name", .text("stdout")), ("output_type", .text("stream")),
          ("text", Self.lines(output)),
        ])
      ]
    cells.append(
      .object([
        ("cell_type", .text("code")), ("execution_count", number.map { .whole($0) } ?? .null),
        ("id", .text("cell-\(cells.count + 1)")), ("metadata", .object(metadata)),
        ("outputs", .list(outputs)), ("source", Self.lines(source)),
      ]))
  }

  /// A text as Jupyter keeps it: a list of lines, each but the last with its end.
  private static func lines(_ text: String) -> JSONValue {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let ended = lines.enumerated().map { index, line in
      index + 1 < lines.count ? "\(line)\n" : String(line)
    }
    return .list(ended.filter { !$0.isEmpty }.map { .text($0) })
  }
}
