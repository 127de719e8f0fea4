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
        String(run.number), run.experiment, changes(of: run).shortened(to: max(12, width - 60)),
        run.outcome.readable,
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
    let changed = Set(run.overrides.map(\.name))
    let swept = Dictionary(run.sweptValues.map { ($0.name, $0.value) }) { first, _ in first }
    let settings = run.hyperparameters.map { entry in
      [
        entry.name + (changed.contains(entry.name) ? " *" : ""),
        swept[entry.name] ?? entry.value,
      ]
    }
    let own = changes(of: run)
    let told = own.isEmpty ? "nothing" : own
    return [head]
      + wrap(
        [Span(displayableText("changed: \(told)", glyphs: glyphs))], width: width, firstIndent: 0,
        hangingIndent: 2)
      + [Line("outcome: \(outcome(of: run))"), Line()]
      + measures(of: run, width: width, glyphs: glyphs) + [Line()]
      + table(head: ["hyperparameter", "value"], rows: settings, width: width, glyphs: glyphs)
  }

  /// How a run ended and over what it went, in words.
  private static func outcome(of run: RunEntry) -> String {
    let seeds =
      run.seeds.count == 1 ? "seed \(run.seeds[0])" : "\(run.seeds.count) seeds"
    let variants = run.variants.isEmpty ? "" : ", \(run.variants.count) variants"
    return "\(run.outcome.readable)\(variants), \(seeds)"
  }

  /// The final figures: one a row, or a row a variant with mean and spread.
  private static func measures(of run: RunEntry, width: Int, glyphs: GlyphSet) -> [Line] {
    guard !run.variants.isEmpty else {
      let rows = run.measures.map { [$0.name.readable, text($0.name, $0.value, of: run)] }
      return table(head: ["measure", "value"], rows: rows, width: width, glyphs: glyphs)
    }
    let kind = ExperimentKind.all.first { $0.name == run.kind }
    let table = MeasureTable(
      names: run.variants.map { $0.name.isEmpty ? run.experiment : $0.name },
      columns: run.measures.map { measure in
        MeasureTable.Column(
          name: measure.name,
          texts: run.variants.map { $0.text(of: measure.name, kind: kind, glyphs: glyphs) })
      }, kind: kind)
    return table.lines(width: width, glyphs: glyphs)
  }

  /// Two runs: only what differs, and their measures with the differences.
  ///
  /// - Throws: `CommandError` where one of them does not exist.
  public static func comparison(
    _ first: Int, _ second: Int, in runs: [RunEntry], width: Int, glyphs: GlyphSet
  ) throws(CommandError) -> [Line] {
    let (a, b) = try pair(first, second, in: runs)
    return comparison(a, b, width: width, glyphs: glyphs)
  }

  /// Two runs that can be compared: each is one, or both are of the same variants.
  ///
  /// - Throws: `CommandError` where one does not exist, or where they have no figures in common.
  static func pair(
    _ first: Int, _ second: Int, in runs: [RunEntry]
  ) throws(CommandError) -> (RunEntry, RunEntry) {
    let (a, b) = (try run(first, in: runs), try run(second, in: runs))
    let names = Set(a.variants.map(\.name))
    for run in [a, b] where !run.variants.isEmpty {
      guard !names.isDisjoint(with: b.variants.map(\.name)) else {
        throw CommandError(
          "run \(run.number) is of \(run.variants.count) variants, each with figures of its own; "
            + "show \(run.number) lists them")
      }
    }
    return (a, b)
  }

  /// Two runs: only what differs, and their measures with the differences.
  static func comparison(
    _ a: RunEntry, _ b: RunEntry, width: Int, glyphs: GlyphSet
  ) -> [Line] {
    var rows: [[String]] = []
    for entry in a.settingsShown {
      let other = b.settingsShown.first { $0.name == entry.name }?.value ?? ""
      if other != entry.value { rows.append([entry.name, entry.value, other, ""]) }
    }
    for (name, own, other) in commonMeasures(of: a, and: b) {
      let difference = other.value - own.value
      let sign = difference < 0 ? (glyphs == .ascii ? "-" : "−") : "+"
      rows.append([
        name, text(own.name, own.value, of: a), text(own.name, other.value, of: b),
        difference.isFinite ? sign + text(own.name, abs(difference), of: a).inPoints : "",
      ])
    }
    let head = ["", "run \(a.number)", "run \(b.number)", "difference"]
    return remarks(on: a, and: b).flatMap {
      wrap([Span($0)], width: width, firstIndent: 0, hangingIndent: 0)
    } + table(head: head, rows: rows, width: width, glyphs: glyphs)
  }

  /// The measures that two runs share: those of variants of the same name, else of the whole runs.
  private static func commonMeasures(
    of a: RunEntry, and b: RunEntry
  ) -> [(name: String, own: LearnerRecords.Measure, other: LearnerRecords.Measure)] {
    func pairs(
      _ own: [LearnerRecords.Measure], _ others: [LearnerRecords.Measure], _ prefix: String
    ) -> [(name: String, own: LearnerRecords.Measure, other: LearnerRecords.Measure)] {
      own.compactMap { measure in
        others.first { $0.name == measure.name }.map {
          (prefix + measure.name.readable, measure, $0)
        }
      }
    }
    let shared = a.variants.compactMap { variant in
      b.variants.first { $0.name == variant.name }.map { (variant, $0) }
    }
    if shared.isEmpty { return pairs(a.measures, b.measures, "") }
    return shared.flatMap { own, other in
      pairs(own.measures, other.measures, "\(own.name): ")
    }
  }

  /// What has to be known before two runs are compared.
  private static func remarks(on a: RunEntry, and b: RunEntry) -> [String] {
    var remarks: [String] = []
    if a.number == b.number { return ["This is one run."] }
    if a.experiment != b.experiment {
      remarks.append("These are runs of \(a.experiment) and of \(b.experiment).")
    }
    remarks.append(
      a.chance == b.chance
        ? "Both began from the same seeds: what differs comes from what was changed."
        : "They began from other seeds: a part of what differs is chance.")
    return remarks
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
    let text = (run.overrides + run.sweptValues).map { "\($0.name)=\($0.value)" }
      .joined(separator: " ")
    let seeds = run.seeds.count > 1 ? "\(run.seeds.count) seeds" : ""
    let variants = run.isSweep || run.variants.isEmpty ? "" : "\(run.variants.count) variants"
    return [text, variants, seeds].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A final figure; several variants have none in common.
  private static func value(_ name: String, of run: RunEntry) -> String {
    guard run.variants.isEmpty else { return "" }
    return run.measures.first { $0.name == name }.map { text(name, $0.value, of: run) } ?? ""
  }

  /// A measure's value in its own digits and unit, as its kind defines them.
  private static func text(_ name: String, _ value: Double, of run: RunEntry) -> String {
    let own = ExperimentKind.all.filter { run.kind.isEmpty || $0.name == run.kind }
    let measure = own.lazy.flatMap(\.measures).first { $0.name == name }
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

extension RunVariant {
  /// A measure's mean and spread, as its kind writes them; empty where it has none.
  fileprivate func text(of name: String, kind: ExperimentKind?, glyphs: GlyphSet) -> String {
    guard let mean = measures.first(where: { $0.name == name })?.value else { return "" }
    let spread = deviations.first { $0.name == name }?.value
    return kind?.measures.first { $0.name == name }?
      .text(mean, spread: spread, glyphs: glyphs) ?? NumberFormat.significant(mean, digits: 4)
  }
}

extension RunEntry {
  /// The hyperparameters as a comparison shows them, those of a sweep with all their values.
  fileprivate var settingsShown: [NamedText] {
    let swept = sweptValues
    let seeds = self.seeds.count > 1 ? [NamedText("seeds", "\(self.seeds.count)")] : []
    return hyperparameters.map { entry in swept.first { $0.name == entry.name } ?? entry } + seeds
  }

  /// Where its random numbers begin.
  fileprivate var chance: [String] {
    seeds.map(String.init)
      + hyperparameters.filter { $0.name.hasSuffix("_seed") }.map { "\($0.name) \($0.value)" }
  }
}

extension String {
  /// The text with what is beyond a length left out; `show` tells it whole.
  fileprivate func shortened(to length: Int) -> String {
    count > length ? prefix(length - 2) + " …" : self
  }

  /// A difference of two percentages.
  fileprivate var inPoints: String { hasSuffix(" %") ? dropLast(1) + "points" : self }
}
