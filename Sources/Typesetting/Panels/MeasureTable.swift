// SPDX-License-Identifier: MIT
import Charts
import Experiments
import TerminalText

/// The numbers that several runs end with, a run a row, as many measures as there is room for.
public struct MeasureTable: Sendable {
  /// One measure of every row.
  public struct Column: Sendable {
    /// The measure's name.
    public var name: String
    /// Its value in each row, as it is shown.
    public var texts: [String]

    /// Makes a column.
    public init(name: String, texts: [String]) {
      self.name = name
      self.texts = texts
    }
  }

  /// What each row is of.
  public var names: [String]
  /// The measures, in the kind's order.
  public var columns: [Column]
  /// The measures that matter most, the first above all.
  public var preferred: [String]

  /// Makes a table for a kind of experiment; some measures may matter more than those that its runs
  /// end with.
  public init(
    names: [String], columns: [Column], kind: ExperimentKind?, preferring first: [String] = []
  ) {
    self.names = names
    self.columns = columns
    let endings = (kind?.endings ?? []).map { $0.curves.map(\.measure) }
    preferred = []
    for name in first + endings.compactMap(\.last) + endings.flatMap({ $0.dropLast() })
    where !preferred.contains(name) { preferred.append(name) }
  }

  /// The table at a width; what is left out is named under it.
  ///
  /// A single row shows every measure.
  public func lines(width: Int, glyphs: GlyphSet) -> [Line] {
    let shown = names.count > 1 ? fitting(width, glyphs) : columns
    let table = table(of: shown, named: names.map { displayableText($0, glyphs: glyphs) })
    let left = columns.filter { column in !shown.contains { $0.name == column.name } }
    let note = "Not shown for want of room: \(left.map(\.name.readable).joined(separator: ", "))."
    return Figure(id: "summary", title: "", content: .table(table))
      .lines(in: Size(columns: width, rows: .max), glyphs: glyphs)
      + (left.isEmpty
        ? []
        : wrap([Span(note, Style(.faint))], width: width, firstIndent: 2, hangingIndent: 2))
  }

  /// The table with every measure, whatever room that takes.
  public var whole: FigureTable { table(of: columns, named: names) }

  private func table(of columns: [Column], named names: [String]) -> FigureTable {
    FigureTable(
      head: [""] + columns.map(\.name.readable),
      rows: names.indices.map { row in [names[row]] + columns.map { $0.texts[row] } })
  }

  /// The measures that fit beside the names, those that matter most first, in the kind's order.
  private func fitting(_ width: Int, _ glyphs: GlyphSet) -> [Column] {
    var room = width - (names.map(\.displayWidth).max() ?? 0)
    var chosen: Set<String> = []
    let ranked =
      preferred.compactMap { name in columns.first { $0.name == name } }
      + columns.filter { !preferred.contains($0.name) }
    for column in ranked {
      let widest = ([column.name.readable] + column.texts).map(\.displayWidth).max() ?? 0
      guard widest + 2 <= room else { continue }
      room -= widest + 2
      chosen.insert(column.name)
    }
    // With no room for any, rows become lists, and lists have room for all.
    return chosen.isEmpty ? columns : columns.filter { chosen.contains($0.name) }
  }
}

extension ExperimentReport {
  /// A row a variant: each measure's mean and, over several seeds, its standard deviation.
  ///
  /// Where there is no room for all, those in `preferring` are shown first.
  public func measureTable(glyphs: GlyphSet, preferring first: [String] = []) -> MeasureTable {
    let measures = request.kind.measures.filter { measure in
      results.contains { $0.measure(measure.name) != nil }
    }
    return MeasureTable(
      names: request.variants.map { $0.name.isEmpty ? request.experiment : $0.name },
      columns: measures.map { measure in
        MeasureTable.Column(
          name: measure.name,
          texts: request.variants.indices.map { variant in
            let values = values(of: measure.name, variant: variant)
            if values.isEmpty { return "" }
            let isKnown = results(of: variant).contains { $0.measure(measure.name) != nil }
            if !isKnown { return glyphs == .ascii ? "-" : "–" }
            let summary = Summary(values)
            return measure.text(
              summary.mean, spread: request.seeds > 1 ? summary.standardDeviation : nil,
              glyphs: glyphs)
          })
      }, kind: request.kind, preferring: first)
  }
}

extension ExperimentKind.Measure {
  /// A mean with its spread and unit: `31.2 ± 8.1 points`.
  public func text(_ mean: Double, spread: Double?, glyphs: GlyphSet) -> String {
    guard let spread, !mean.isNaN else { return text(mean) }
    var bare = self
    bare.unit = ""
    return "\(bare.text(mean)) \(glyphs == .ascii ? "+-" : "±") \(bare.text(spread))"
      + (unit.isEmpty ? "" : " \(unit)")
  }
}
