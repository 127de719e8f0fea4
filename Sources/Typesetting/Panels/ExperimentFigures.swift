// SPDX-License-Identifier: MIT
import Charts
import Experiments
import TerminalText

/// The pictures of an output, as they are looked at.
extension ExperimentPanel {
  func figureLines(_ output: Output, _ layout: PanelLayout) -> [Line] {
    let missing = figures.filter { !output.report.request.figures.contains($0) }
    let sheets = shownSheets(output)
    let options = options(for: sheets, of: output)
    if view.showsNumbers {
      return sheets.flatMap(\.named).flatMap { figure in
        var lit = ChartOptions()
        if figure.cursorAxis == options.axis { lit.cursor = options.cursor }
        return Figure(id: figure.id, title: figure.title, content: .table(figure.table))
          .lines(in: Size(columns: layout.width, rows: .max), glyphs: layout.glyphs, options: lit)
          + [Line()]
      }
    }
    return sheets.flatMap { sheet in
      sheet.lines(
        width: layout.width, height: max(10, min(20, layout.height - Self.rowsBesideChart)),
        glyphs: layout.glyphs, options: options)
    } + nothingToDraw(output, on: sheets, layout)
      + (missing.isEmpty || progress == nil ? [] : [Line("  drawing", Style(.faint))]) + [Line()]
  }

  /// A line for each picture that was asked for and has nothing in it, such as no mistakes.
  private func nothingToDraw(
    _ output: Output, on sheets: [FigureSheet], _ layout: PanelLayout
  ) -> [Line] {
    guard output.report.isSingle else { return [] }
    let drawn = Set(sheets.flatMap(\.figures).map(\.id))
    return figures.filter { output.report.request.figures.contains($0) && !drawn.contains($0) }
      .flatMap { layout.wrapped("\($0.readable): nothing to draw", Style(.faint)) }
  }

  private func options(for sheets: [FigureSheet], of output: Output) -> ChartOptions {
    var options = ChartOptions(
      cursor: view.cursor, xRange: view.range, isStale: isStale)
    options.turnsScale = view.turnsScale
    options.axis = cursorAxis(of: output, on: sheets)?.label
    options.focusName = view.series
    options.addsReadOut = true
    return options
  }

  /// The rows of an output that are not its charts: how it ended, two blank ones, its first figures.
  private static let rowsBesideChart = 4

  private func shownSheets(_ output: Output) -> [FigureSheet] {
    output.report.request.variants.count == 1
      ? [FigureSheet(figures: figuresOfOneVariant(output))]
      : output.report.sheets(figures, arrangement: view.arrangement)
  }

  /// The output's figures: those of one moment as they were at the cursor, each with the pinned runs'
  /// curves laid over it where there are any.
  private func figuresOfOneVariant(_ output: Output) -> [Figure] {
    let own = output.report.figures(figures, arrangement: view.arrangement)
    let pins = pins(besides: output)
    guard !pins.isEmpty else {
      return view.cursor == nil ? own : figures.compactMap { atCursor($0, own) }
    }
    let runs = [output] + pins
    let names = Self.names(of: runs, experiment.kind)
    return own.flatMap { figure in
      let runs = zip(names, runs).compactMap { name, run -> (name: String, figure: Figure)? in
        run.report.figures(figures).first { $0.id == figure.id }.map { (name, $0) }
      }
      return Figure.overlay(runs, comparing: experiment.kind.comparedSeries)
    }
  }

  /// The names of runs beside each other; where one hyperparameter tells them apart, with its value.
  private static func names(of runs: [Output], _ kind: ExperimentKind) -> [String] {
    let bases = runs.map(\.report.request.base)
    let differing = kind.hyperparameters.filter { row in
      Set(bases.map { row.text(in: $0) }).count > 1
    }
    return runs.enumerated().map { index, run in
      let name = run.name(at: index)
      guard differing.count == 1, let row = differing.first else { return name }
      return "\(name): \(row.name) \(row.text(in: run.report.request.base))"
    }
  }

  /// The pinned runs that are not the output itself.
  func pins(besides output: Output) -> [Output] {
    pinned.filter { !$0.report.request.runsTheSame(as: output.report.request) }
  }

  /// A figure of one moment as it was after the cursor's epoch; any other as it is.
  private func atCursor(_ id: String, _ own: [Figure]) -> Figure? {
    guard var figure = own.first(where: { $0.id == id }) ?? look?.figures([id]).first,
      experiment.kind.figuresOfOneEpoch.contains(id)
    else { return own.first { $0.id == id } }
    guard let look, let epoch = look.request.epoch, look.request.figures.contains(id) else {
      figure.title += ", at the end"
      return figure
    }
    guard var earlier = look.figures([id]).first else { return nil }
    earlier.title += ", epoch \(epoch)"
    return earlier
  }

  /// What is told in words: of the moment at the cursor, where one is shown.
  var notes: [String] {
    guard let report = output?.report, report.isSingle else { return [] }
    let isLate =
      view.cursor == nil || !figures.contains { look?.request.figures.contains($0) == true }
    return (isLate ? report : look ?? report).results.first?.notes ?? []
  }

  /// The horizontal axis that the cursor moves along, and the places on it: that of the first chart
  /// with curves that is shown, else the epochs of the run.
  public var cursorAxis: (label: String, places: [Double])? {
    output.flatMap { cursorAxis(of: $0, on: shownSheets($0)) }
  }

  private func cursorAxis(
    of output: Output, on sheets: [FigureSheet]
  ) -> (label: String, places: [Double])? {
    if output.report.request.variants.count > 1 { return Self.axis(of: sheets.last?.figures ?? []) }
    let first = output.report.results.first
    let shown = figures.compactMap { id in first?.figures.first { $0.id == id } }
    let isMoving = { (figure: Figure) in
      !self.experiment.kind.figuresOfOneEpoch.contains(figure.id)
    }
    if let axis = Self.axis(of: shown.filter(isMoving)) { return axis }
    if let count = first?.history?.count, count > 0 {
      return ("epoch", (1...count).map(Double.init))
    }
    return Self.axis(of: shown)
  }

  private static func axis(of figures: [Figure]) -> (label: String, places: [Double])? {
    for figure in figures {
      let places = figure.cursorPlaces
      if let label = figure.cursorAxis, !places.isEmpty { return (label, places) }
    }
    return nil
  }

  /// Whether some chart that is shown has curves, which can be zoomed and put in front.
  public var hasCurves: Bool {
    output.map(shownSheets)?.flatMap(\.figures).contains { figure in
      if case .lines(let plot) = figure.content { plot.field == nil } else { false }
    } ?? false
  }

  /// The names of the curves that are shown, each once.
  public var seriesNames: [String] {
    guard let output else { return [] }
    var names: [String] = []
    for figure in shownSheets(output).flatMap(\.figures) {
      guard case .lines(let plot) = figure.content, plot.series.count > 1, plot.field == nil
      else { continue }
      for series in plot.series where !names.contains(series.name) { names.append(series.name) }
    }
    return names
  }
}

extension ExperimentPanel.Output {
  /// The name of a run beside others: its number, or its place among those that were not kept.
  func name(at index: Int) -> String {
    number.map { "run \($0)" } ?? (index == 0 ? "this run" : "pin \(index)")
  }
}
