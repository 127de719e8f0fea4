// SPDX-License-Identifier: MIT
import Charts
import Experiments
import LearnerRecords
import TerminalText
import Typesetting

/// Earlier runs as text.
public enum HistoryPage {
  /// A row a run, the latest last.
  public static func lines(_ runs: [RunEntry], width: Int, glyphs: GlyphSet) -> [Line] {
    guard !runs.isEmpty else { return [Line("You have not run anything yet.")] }
    let rows = runs.map { run in
      [
        String(run.number), run.experiment, changes(of: run), run.outcome.readable,
        value("validation_loss", of: run), value("validation_accuracy", of: run),
      ]
    }
    let head = ["run", "experiment", "changed", "outcome", "loss", "accuracy"]
    return table(head: head, rows: rows, width: width, glyphs: glyphs)
      + wrap(
        [Span("Loss and accuracy are those of the validation set.", Style(.faint))], width: width,
        firstIndent: 0, hangingIndent: 0)
  }

  /// Everything that the record keeps of a run.
  ///
  /// - Throws: `CommandError` where there is no such run.
  public static func details(
    _ number: Int, in runs: [RunEntry], width: Int, glyphs: GlyphSet
  ) throws(CommandError) -> [Line] {
    details(of: try run(number, in: runs), width: width, glyphs: glyphs)
  }

  /// Everything that the record keeps of a run.
  static func details(of run: RunEntry, width: Int, glyphs: GlyphSet) -> [Line] {
    let head = Line(
      "Run \(run.number): \(run.experiment) (\(run.lesson))", Style(.heading(3), emphasis: .bold))
    let names = run.hyperparameters.map(\.name)
    let changed = Set(run.overrides.map(\.name))
    let settings = zip(names, run.hyperparameters).map { name, entry in
      [name + (changed.contains(name) ? " *" : ""), entry.value]
    }
    let measures = run.measures.map { [$0.name.readable, text($0.name, $0.value, of: run)] }
    return [
      head,
      Line(
        "outcome: \(run.outcome.readable), \(run.seeds.count == 1 ? "seed \(run.seeds[0])" : "\(run.seeds.count) seeds")"
      ), Line(),
    ]
      + table(head: ["measure", "value"], rows: measures, width: width, glyphs: glyphs) + [Line()]
      + table(head: ["hyperparameter", "value"], rows: settings, width: width, glyphs: glyphs)
  }

  /// Two runs: only what differs, and their measures with the differences.
  ///
  /// - Throws: `CommandError` where one of them does not exist.
  public static func comparison(
    _ first: Int, _ second: Int, in runs: [RunEntry], width: Int, glyphs: GlyphSet
  ) throws(CommandError) -> [Line] {
    comparison(
      try run(first, in: runs), try run(second, in: runs), width: width, glyphs: glyphs)
  }

  /// Two runs: only what differs, and their measures with the differences.
  static func comparison(
    _ a: RunEntry, _ b: RunEntry, width: Int, glyphs: GlyphSet
  ) -> [Line] {
    var rows: [[String]] = []
    for entry in a.hyperparameters {
      let other = b.hyperparameters.first { $0.name == entry.name }?.value ?? ""
      if other != entry.value { rows.append([entry.name, entry.value, other, ""]) }
    }
    for measure in a.measures {
      guard let other = b.measures.first(where: { $0.name == measure.name }) else { continue }
      let difference = other.value - measure.value
      let sign = difference < 0 ? (glyphs == .ascii ? "-" : "−") : "+"
      rows.append([
        measure.name.readable, text(measure.name, measure.value, of: a),
        text(measure.name, other.value, of: b),
        difference.isFinite ? sign + text(measure.name, abs(difference), of: a).inPoints : "",
      ])
    }
    let head = ["", "run \(a.number)", "run \(b.number)", "difference"]
    let note =
      a.experiment == b.experiment
      ? [] : [Line("These are runs of \(a.experiment) and of \(b.experiment).")]
    return note + table(head: head, rows: rows, width: width, glyphs: glyphs)
  }

  /// The run of a number.
  ///
  /// - Throws: `CommandError` where there is no such run.
  static func run(_ number: Int, in runs: [RunEntry]) throws(CommandError) -> RunEntry {
    guard let run = runs.last(where: { $0.number == number }) else {
      throw CommandError("there is no run \(number); history lists them")
    }
    return run
  }

  private static func changes(of run: RunEntry) -> String {
    let text = run.overrides.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
    let seeds = run.seeds.count > 1 ? "\(run.seeds.count) seeds" : ""
    return [text, seeds].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func value(_ name: String, of run: RunEntry) -> String {
    run.measures.first { $0.name == name }.map { text(name, $0.value, of: run) } ?? ""
  }

  /// A measure's value in its own digits and unit, as its kind defines them.
  private static func text(_ name: String, _ value: Double, of run: RunEntry) -> String {
    let measure = ExperimentKind.all.lazy.flatMap(\.measures).first { $0.name == name }
    return measure?.text(value) ?? NumberFormat.significant(value, digits: 4)
  }

  private static func table(
    head: [String], rows: [[String]], width: Int, glyphs: GlyphSet
  ) -> [Line] {
    let shown = FigureTable(
      head: head, rows: rows.map { $0.map { displayableText($0, glyphs: glyphs) } })
    return Figure(id: "", title: "", content: .table(shown))
      .lines(in: Size(columns: width, rows: .max), glyphs: glyphs)
  }
}

extension String {
  /// A difference of two percentages.
  fileprivate var inPoints: String { hasSuffix(" %") ? dropLast(1) + "points" : self }
}
