// SPDX-License-Identifier: MIT
import Charts
import Experiments
import TerminalText
import Training
import Typesetting

/// A report as plain text: what `run` prints and the linear notebook says.
public struct RunText: Sendable {
  /// What was run and what it showed.
  public var report: ExperimentReport
  /// Which characters may be used.
  public var glyphs: GlyphSet
  /// The width that tables must fit in.
  public var width: Int

  /// Makes the text of a report.
  public init(_ report: ExperimentReport, glyphs: GlyphSet, width: Int) {
    self.report = report
    self.glyphs = glyphs
    self.width = width
  }

  /// The whole text: epochs, final figures, notes, diagnosis.
  public var lines: [Line] {
    guard report.isSingle, let result = report.results.first else {
      return report.measureTable(glyphs: glyphs).lines(width: width, glyphs: glyphs)
    }
    let epochs = result.history.map { table(Self.epochTable($0)) + [Line()] } ?? []
    return epochs + ending(of: result)
  }

  /// The text without a table: final figures, notes, diagnosis, every figure in a sentence.
  var spokenLines: [Line] {
    guard report.isSingle, let result = report.results.first else {
      // Ears have room for every measure.
      return table(report.measureTable(glyphs: glyphs).whole) + summaries
    }
    return ending(of: result) + summaries
  }

  private func ending(of result: ExperimentResult) -> [Line] {
    var lines = finalLines(result) + result.notes.flatMap { wrapped($0) }
    if let diagnosis = result.diagnosis {
      lines += wrapped("\(diagnosis.finding.rawValue): \(diagnosis.evidence) \(diagnosis.advice)")
    }
    return lines
  }

  /// The figures drawn, none higher than some rows but where a sweep has many of them.
  public func charts(height: Int, arrangement: Arrangement? = nil) -> [Line] {
    report.sheets(report.request.figures, arrangement: arrangement).flatMap {
      $0.lines(width: width, height: height, glyphs: glyphs)
    }
  }

  /// Every figure as its one-sentence summary; of several runs with its title, which tells whose it is.
  public var summaries: [Line] {
    report.figures().flatMap { figure in
      let isPicture = if case .images = figure.content { true } else { false }
      return wrapped(
        report.isSingle && !isPicture ? figure.summary : "\(figure.title): \(figure.summary)")
    }
  }

  /// Figures as tables of numbers: all, or the one named; of more rows than a limit, some evenly
  /// spread ones, which is said.
  public func tables(of name: String?, atMost limit: Int = .max) -> [Line] {
    report.figures().filter { name == nil || $0.id == name }.flatMap {
      $0.numbers(atMost: limit, width: width, glyphs: glyphs)
    }
  }

  /// Every 50th epoch, and the last: losses with 4 decimals, accuracies in percent with 1.
  static func epochTable(_ history: TrainingHistory) -> FigureTable {
    let count = history.count
    let stride = count <= 50 ? max(1, count / 10) : 50
    var epochs = Array(Swift.stride(from: stride, through: count, by: stride))
    if count > 0, epochs.last != count { epochs.append(count) }
    if epochs.count > 40 {
      let step = epochs.count / 20
      epochs = epochs.enumerated().filter { $0.offset % step == step - 1 || $0.element == count }
        .map(\.element)
    }
    let rows = epochs.map { epoch in
      [
        String(epoch), NumberFormat.fixed(history.trainingLoss[epoch - 1], decimals: 4),
        NumberFormat.fixed(history.validationLoss[epoch - 1], decimals: 4),
        NumberFormat.fixed(100 * history.trainingAccuracy[epoch - 1], decimals: 1) + " %",
        NumberFormat.fixed(100 * history.validationAccuracy[epoch - 1], decimals: 1) + " %",
      ]
    }
    return FigureTable(
      head: [
        "epoch", "training loss", "validation loss", "training accuracy", "validation accuracy",
      ], rows: rows)
  }

  /// How it ended, and its final figures, one a line.
  private func finalLines(_ result: ExperimentResult) -> [Line] {
    let ending = "\(result.outcomeText) in \(ExperimentPanel.time(result.computeSeconds))"
    let kind = report.request.kind
    let measures = kind.measures.compactMap { measure in
      result.measure(measure.name).map { (measure.name.readable, measure.text($0)) }
    }
    let nameWidth = measures.map(\.0.displayWidth).max() ?? 0
    return wrapped("Outcome: \(ending)")
      + measures.map { name, value in
        var line = Line(name).padded(to: nameWidth + 2)
        line.append(value, Style(.text, emphasis: .bold))
        return line.clipped(to: width, glyphs: glyphs)
      }
  }

  private func table(_ table: FigureTable) -> [Line] { table.lines(width: width, glyphs: glyphs) }

  private func wrapped(_ text: String) -> [Line] {
    wrap(displayable(text, glyphs: glyphs), width: width, firstIndent: 0, hangingIndent: 0)
  }
}

extension Figure {
  /// The figure as a table of numbers below its title; of more rows than a limit, some evenly spread
  /// ones, which is said.
  func numbers(atMost limit: Int, width: Int, glyphs: GlyphSet) -> [Line] {
    let whole = table
    // A picture is told whole, or it says nothing.
    let isPicture = if case .images = content { true } else { false }
    let thinned = isPicture ? whole : whole.thinned(to: limit)
    let note =
      thinned.rows.count < whole.rows.count
      ? wrap(
        [Span("\(thinned.rows.count) of \(whole.rows.count) rows; table all shows each.")],
        width: width) : []
    let head = displayableText(title, glyphs: glyphs)
    return [Line(head, Style(.heading(3), emphasis: .bold))]
      + thinned.lines(width: width, glyphs: glyphs) + note + [Line()]
  }
}

extension FigureTable {
  fileprivate func lines(width: Int, glyphs: GlyphSet) -> [Line] {
    Figure(id: "", title: "", content: .table(self))
      .lines(in: Size(columns: width, rows: .max), glyphs: glyphs)
  }

  /// The first row, the last, and some evenly between them.
  fileprivate func thinned(to limit: Int) -> FigureTable {
    guard rows.count > limit, limit > 1 else { return self }
    var table = self
    table.rows = (0..<limit).map { rows[$0 * (rows.count - 1) / (limit - 1)] }
    return table
  }
}
