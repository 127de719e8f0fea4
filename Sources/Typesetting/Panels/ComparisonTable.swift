// SPDX-License-Identifier: MIT
import Charts
import Experiments
import TerminalText
import Training

extension ExperimentPanel {
  /// The same for a report that is told rather than shown.
  public func comparisonLines(
    with report: ExperimentReport, width: Int, glyphs: GlyphSet
  ) -> [Line] {
    comparisonLines(
      Output(number: nil, report: report),
      PanelLayout(width: width, height: .max, glyphs: glyphs))
  }

  /// What sets the pinned runs apart, and by how much their measures differ from this run's.
  func comparisonLines(_ output: Output, _ layout: PanelLayout) -> [Line] {
    let pins = pins(besides: output)
    guard !pins.isEmpty, output.report.isSingle, let result = output.report.results.first else {
      return []
    }
    let others = pins.compactMap { pin in pin.report.results.first.map { (pin.number, $0) } }
    let table = Self.comparison(
      kind: experiment.kind, runs: [(output.number, result)] + others, glyphs: layout.glyphs)
    let seeds = Set(([result] + others.map(\.1)).map { $0.hyperparameters.seeds })
    return [Line()]
      + layout.wrapped(
        seeds.count == 1
          ? "From the same seeds: what differs comes from what was changed."
          : "From other seeds: a part of what differs is chance.", Style(.faint))
      + Figure(id: "comparison", title: "", content: .table(table))
      .lines(in: Size(columns: layout.width, rows: .max), glyphs: layout.glyphs)
  }

  /// A table of only what differs between runs, and of their measures with signed differences from
  /// the first.
  public static func comparison(
    kind: ExperimentKind, runs: [(number: Int?, result: ExperimentResult)], glyphs: GlyphSet
  ) -> FigureTable {
    let head = [""] + runs.map { $0.number.map { "run \($0)" } ?? "this run" }
    var rows: [[String]] = []
    for row in kind.hyperparameters {
      let texts = runs.map { row.text(in: $0.result.hyperparameters) }
      if Set(texts).count > 1 { rows.append([row.name] + texts) }
    }
    for measure in kind.measures {
      guard let base = runs.first?.result.measure(measure.name) else { continue }
      let texts = runs.enumerated().map { index, run in
        guard let value = run.result.measure(measure.name) else { return "" }
        let text = measure.text(value)
        guard index > 0, (value - base).isFinite else { return text }
        let sign = value >= base ? "+" : (glyphs == .ascii ? "-" : "−")
        var difference = measure
        difference.unit = ""
        return "\(text) (\(sign)\(difference.text(abs(value - base))))"
      }
      rows.append([measure.name.readable] + texts)
    }
    return FigureTable(head: head, rows: rows)
  }
}

extension Hyperparameters {
  /// Where all random numbers of a run begin.
  fileprivate var seeds: [String] { ["\(seed)", "\(validationSeed)", "\(weightSeed)"] }
}
