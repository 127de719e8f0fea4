// SPDX-License-Identifier: MIT
import Experiments
import Typesetting

/// How a learner looks at an experiment's charts: cursor, zoom, the curve in front, which pictures.
extension Session {
  /// What can be done with curves alone.
  private static let curveActions: [Action] = [
    .zoomIn, .zoomOut, .showAll, .nextSeries, .logarithmic,
  ]

  /// Whether an experiment shows epochs.
  func hasChart(_ id: String) -> Bool {
    guard let report = workbook?.cells[id]?.output?.report, report.isSingle else { return false }
    return (report.results.first?.history?.count ?? 0) > 0
  }

  /// A key that speaks to the charts of an experiment, with the number typed before it.
  mutating func lookAtChart(_ action: Action, _ id: String, times: Int?) -> [Effect] {
    guard let cell = workbook?.cells[id] else { return [] }
    if !isFocusVisible { reveal(id) }
    if action == .nextPicture || action == .previousPicture {
      return turnPictures(id, by: (action == .nextPicture ? 1 : -1) * (times ?? 1))
    }
    guard cell.output != nil else {
      message = "Run it first; then there is a chart to look at"
      return []
    }
    let panel = panel(for: cell)
    let places = panel.cursorAxis?.places ?? []
    if Self.curveActions.contains(action), !panel.hasCurves {
      message = "There is no curve to look at closer"
      return []
    }
    switch action {
    case .cursorLeft, .cursorRight, .bestEpoch:
      guard !places.isEmpty else {
        message = "There is no curve to move along"
        return []
      }
      guard action == .bestEpoch else {
        workbook?.cells[id]?.view.moveCursor(
          action == .cursorLeft ? -1 : 1, times: times, among: places)
        break
      }
      guard let best = cell.output?.report.results.first?.history?.bestEpoch, hasChart(id) else {
        message =
          hasChart(id)
          ? "No epoch of this run is the best" : "Several runs have no best epoch in common"
        return []
      }
      workbook?.cells[id]?.view.put(cursor: Double(best), among: places)
    case .zoomIn, .zoomOut:
      if workbook?.cells[id]?.view.zoom(isNearer: action == .zoomIn, among: places) != true {
        message = action == .zoomIn ? "There is nothing nearer to see" : "The whole run is shown"
      }
    case .showAll: workbook?.cells[id]?.view.range = nil
    case .nextSeries:
      let names = panel.seriesNames
      if names.isEmpty { message = "There is only one curve" }
      if let times, !names.isEmpty, !names.indices.contains(times - 1) {
        message = "There are \(names.count) curves, not \(times)"
        return []
      }
      workbook?.cells[id]?.view.bringForward(times.map { $0 - 1 }, among: names)
      if let series = workbook?.cells[id]?.view.series {
        message = "\(series) is in front; s goes on, Esc goes back to all"
      }
    case .logarithmic:
      workbook?.cells[id]?.view.turnsScale.toggle()
      message =
        workbook?.cells[id]?.view.turnsScale == true
        ? "The vertical axis has its other scale; l goes back" : "The axis is the lesson's again"
    case .numbers: workbook?.cells[id]?.view.showsNumbers.toggle()
    default: break
    }
    let effects = look(id)
    redraw(id)
    if workbook?.cells[id]?.view.showsNumbers == true { revealChoice(id) }
    return effects
  }

  /// The pictures that suit an experiment as it stands: the lesson's, for several variants their
  /// arrangements, and each of the kind's by itself.
  func pictures(of cell: Cell) -> [(name: String, view: ChartView)] {
    func view(_ figures: [String], _ arrangement: Arrangement? = nil) -> ChartView {
      var view = cell.view
      (view.figures, view.arrangement) = (figures, arrangement)
      return view
    }
    let request = cell.output?.report.request ?? cell.request(seeds: nil)
    let kind = cell.experiment.kind
    let hasGrid = SweepGrid(request).map { $0.axes.count < 3 } ?? false
    let arrangements = request.variants.count > 1 ? Arrangement.allCases : []
    let suited = kind.figureNames.filter { kind.suits($0, request.base) && [$0] != cell.given }
    return [("the lesson's", view([]))]
      + arrangements.filter { $0 != .final || hasGrid }.map { ($0.help, view([], $0)) }
      + suited.map { ($0.readable, view([$0])) }
  }

  /// Shows the next of the pictures that suit, round and round.
  private mutating func turnPictures(_ id: String, by step: Int) -> [Effect] {
    guard let cell = workbook?.cells[id] else { return [] }
    let all = pictures(of: cell)
    let now =
      all.firstIndex {
        $0.view.figures == cell.view.figures && $0.view.arrangement == cell.view.arrangement
      } ?? 0
    let index = ((now + step) % all.count + all.count) % all.count
    let next = all[index]
    message = "Picture \(index + 1) of \(all.count): \(next.name); i goes on, I back"
    let effects = show(next.view.figures, next.view.arrangement, of: id)
    reveal(id)
    return effects
  }

  /// Shows figures of an experiment; where its last run did not make them, it is computed again, to
  /// the same numbers.
  mutating func show(
    _ figures: [String], _ arrangement: Arrangement?, of id: String
  ) -> [Effect] {
    let axis = workbook?.cells[id].flatMap { panel(for: $0).cursorAxis?.label }
    workbook?.cells[id]?.show(figures)
    workbook?.cells[id]?.view.arrangement = arrangement
    if let cell = workbook?.cells[id], panel(for: cell).cursorAxis?.label != axis {
      workbook?.cells[id]?.view.cursor = nil
      workbook?.cells[id]?.view.range = nil
    }
    defer { redraw(id) }
    guard workbook?.cells[id]?.output != nil else {
      message += message.isEmpty ? "Enter runs it and draws them" : "; Enter runs it"
      return []
    }
    return drawMissing(id) + look(id)
  }

  /// Computes the last run and the pinned ones again where they did not make a figure that is shown; a
  /// run that goes on does so when it has ended.
  mutating func drawMissing(_ id: String) -> [Effect] {
    guard let cell = workbook?.cells[id], let output = cell.output,
      running.map({ $0.experiment == id && $0.purpose == .follow }) ?? true
    else { return [] }
    let isMissing = { (output: Cell.Output) in
      !cell.figures.allSatisfy(output.report.request.figures.contains)
    }
    if isMissing(output) {
      var request = output.report.request
      request.figures = cell.neededFigures
      return begin(request, of: id, isKept: false)
    }
    guard running == nil, var request = cell.pinned.first(where: isMissing)?.report.request
    else { return [] }
    request.figures = cell.neededFigures
    lastSerial += 1
    let ticket = RunTicket(serial: lastSerial, experiment: id, purpose: .pinned)
    return [.run(ticket, request, isImmediate: request.isCheap)]
  }

  /// A pinned run has the figures that it lacked; the next may lack some too.
  mutating func completePin(_ ticket: RunTicket, _ report: ExperimentReport?) -> [Effect] {
    guard let report, let cell = workbook?.cells[ticket.experiment] else { return [] }
    for index in cell.pinned.indices
    where cell.pinned[index].report.request.runsTheSame(as: report.request) {
      workbook?.cells[ticket.experiment]?.pinned[index].report = report
    }
    redraw(ticket.experiment)
    return drawMissing(ticket.experiment)
  }

  /// Asks for the run as it was at the cursor, where a figure of one moment is shown.
  mutating func look(_ id: String) -> [Effect] {
    guard let cell = workbook?.cells[id], let cursor = cell.view.cursor, running == nil,
      let output = cell.output, output.report.isSingle,
      case let moments = cell.figures.filter(cell.experiment.kind.figuresOfOneEpoch.contains),
      !moments.isEmpty, let epoch = Int(exactly: cursor),
      cell.look?.request != output.report.request.looking(at: epoch, figures: moments)
    else { return [] }
    let request = output.report.request.looking(at: epoch, figures: moments)
    lastSerial += 1
    let ticket = RunTicket(serial: lastSerial, experiment: id, purpose: .look)
    return [.run(ticket, request, isImmediate: request.isCheap)]
  }

  /// The run as it was at an epoch has come.
  mutating func looked(_ ticket: RunTicket, _ report: ExperimentReport?) {
    guard let report, ticket.serial == lastSerial else { return }
    workbook?.cells[ticket.experiment]?.look = report
    redraw(ticket.experiment)
  }

  /// Esc on a chart: one thing that was chosen is taken back.
  mutating func stepBack(_ id: String) -> Bool {
    guard let cell = workbook?.cells[id] else { return false }
    if workbook?.cells[id]?.view.stepBack() != true {
      guard !cell.view.figures.isEmpty || cell.view.arrangement != nil else { return false }
      _ = show([], nil, of: id)
    }
    redraw(id)
    return true
  }
}

/// The same by commands.
extension Session {
  /// The `plot` command.
  mutating func plot(_ words: [String]) throws(CommandError) -> [Effect] {
    let id = try choose(nil)
    guard let cell = workbook?.cells[id] else { return [] }
    let choice = try cell.choice(words)
    return show(choice.figures, choice.arrangement, of: id)
  }

  /// The `epoch` command.
  mutating func putCursor(on epoch: EpochChoice) throws(CommandError) -> [Effect] {
    let id = try choose(nil)
    guard let cell = workbook?.cells[id] else { return [] }
    let place = try cell.place(of: epoch)
    if let place, let axis = panel(for: cell).cursorAxis {
      workbook?.cells[id]?.view.put(cursor: Double(place), among: axis.places)
    } else {
      workbook?.cells[id]?.view.cursor = nil
    }
    let effects = look(id)
    redraw(id)
    return effects
  }
}

extension Cell {
  /// The figures that words choose of the last output, or of a run to come.
  func choice(_ words: [String]) throws(CommandError) -> FigureChoice {
    do throws(SettingError) {
      return try FigureChoice(
        words, for: experiment.kind, output?.report.request.base ?? hyperparameters)
    } catch {
      throw CommandError(error.message)
    }
  }

  /// The number of an epoch of the last output; `nil` for its end.
  func place(of epoch: EpochChoice) throws(CommandError) -> Int? {
    guard let report = output?.report, report.isSingle, let history = report.results.first?.history
    else { throw CommandError("\(experiment.id) has no single run with epochs; run it first") }
    switch epoch {
    case .none: return nil
    case .best:
      guard let best = history.bestEpoch else {
        throw CommandError("no epoch of this run is the best")
      }
      return best
    case .number(let number):
      guard number <= history.count else {
        throw CommandError("this run has \(history.count) epochs, not \(number)")
      }
      return number
    }
  }
}
