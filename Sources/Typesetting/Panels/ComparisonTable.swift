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
    let runs = [output] + pins(besides: output)
    guard runs.count > 1, runs.allSatisfy({ $0.report.request.variants.count == 1 }) else {
      return []
    }
    let names = runs.enumerated().map { index, run in
      let name = run.name(at: index)
      return run.report.isSingle ? name : "\(name), mean of \(run.report.results.count)"
    }
    let table = Self.comparison(
      kind: experiment.kind, names: names, reports: runs.map(\.report), glyphs: layout.glyphs)
    let seeds = Set(runs.map { $0.report.results.map(\.hyperparameters.seeds) })
    return [Line()]
      + layout.wrapped(
        (seeds.count == 1
          ? "From the same seeds: what differs comes from what was changed."
          : "From other seeds: a part of what differs is chance.")
          + " In brackets how far it is from the first column.", Style(.faint))
      + Figure(id: "comparison", title: "", content: .table(table))
      .lines(in: Size(columns: layout.width, rows: .max), glyphs: layout.glyphs) + [Line()]
  }

  /// A table of only what differs between runs, and of their measures with signed differences from
  /// the first; of several seeds the means.
  private static func comparison(
    kind: ExperimentKind, names: [String], reports: [ExperimentReport], glyphs: GlyphSet
  ) -> FigureTable {
    var rows: [[String]] = []
    for row in kind.hyperparameters {
      let texts = reports.map { row.text(in: $0.request.base) }
      if Set(texts).count > 1 { rows.append([row.name] + texts) }
    }
    for measure in kind.measures {
      let values = reports.map { report -> Double? in
        let all = report.results.compactMap { $0.measure(measure.name) }
        return all.isEmpty ? nil : Summary(all).mean
      }
      guard let base = values.first ?? nil else { continue }
      let texts = values.enumerated().map { index, value in
        guard let value else { return "" }
        let text = measure.text(value)
        guard index > 0, (value - base).isFinite else { return text }
        let sign = value >= base ? "+" : (glyphs == .ascii ? "-" : "−")
        var difference = measure
        difference.unit = ""
        return "\(text) (\(sign)\(difference.text(abs(value - base))))"
      }
      rows.append([measure.name.readable] + texts)
    }
    return FigureTable(head: [""] + names, rows: rows)
  }
}

extension Hyperparameters {
  /// Where all random numbers of a run begin.
  fileprivate var seeds: [String] { ["\(seed)", "\(validationSeed)", "\(weightSeed)"] }
}
