// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import TerminalText
import Typesetting

/// Other figures of the last run, and the run as it was at an epoch, in words.
extension LinearNotebook {
  /// `plot neurons`: the run is computed again where it did not make the figure.
  mutating func plot(_ words: [String]) throws(CommandError) -> [Effect] {
    let id = try experiment(nil)
    guard let cell = workbook?.cells[id] else { return [] }
    let choice = try cell.choice(words)
    workbook?.cells[id]?.show(choice.figures)
    workbook?.cells[id]?.view.arrangement = choice.arrangement
    guard let cell = workbook?.cells[id], let report = cell.output?.report else {
      throw CommandError("\(id) was not run yet; type run \(id)")
    }
    if let looks = look(cell), let epoch = cell.view.cursor {
      return [.say(wrapped("At epoch \(Int(epoch)):")), looks]
    }
    guard !cell.figures.allSatisfy(report.request.figures.contains) else {
      return tellFigures(id, report)
    }
    var request = report.request
    request.figures = cell.neededFigures
    return [compute(request, for: .follow)]
  }

  /// `epoch 57`: what the curves are there, and the figures of that moment.
  mutating func tell(_ epoch: EpochChoice) throws(CommandError) -> [Effect] {
    let id = try experiment(nil)
    guard let cell = workbook?.cells[id], let output = cell.output else {
      throw CommandError("\(id) was not run yet; type run \(id)")
    }
    let place = try cell.place(of: epoch)
    workbook?.cells[id]?.view.cursor = place.map(Double.init)
    guard let place else { return tellFigures(id, output.report) }
    let values = output.report.results.first?.history?.epoch(place).map { epoch in
      [
        ("training loss", epoch.trainingLoss, ""), ("validation loss", epoch.validationLoss, ""),
        ("training accuracy", epoch.trainingAccuracy.inPercent, " %"),
        ("validation accuracy", epoch.validationAccuracy.inPercent, " %"),
      ].filter { !$0.1.isNaN }.map {
        "\($0.0) \(NumberFormat.significant($0.1, digits: 4))\($0.2)"
      }
    }
    let words = "Epoch \(place): \((values ?? []).joined(separator: ", "))."
    let looks = (workbook?.cells[id]).flatMap { look($0) }
    return [.say(wrapped(words))] + (looks.map { [$0] } ?? [])
  }

  /// Computes the last run up to the epoch that was asked for, where a figure of one moment is shown.
  private mutating func look(_ cell: Cell) -> Effect? {
    let moments = cell.figures.filter(cell.experiment.kind.figuresOfOneEpoch.contains)
    guard !moments.isEmpty, let report = cell.output?.report, report.isSingle,
      let epoch = cell.view.cursor.flatMap(Int.init(exactly:))
    else { return nil }
    return compute(report.request.looking(at: epoch, figures: moments), for: .look)
  }

  private mutating func compute(
    _ request: ExperimentRequest, for purpose: RunTicket.Purpose
  ) -> Effect {
    lastSerial += 1
    let ticket = RunTicket(serial: lastSerial, experiment: request.experiment, purpose: purpose)
    return .run(ticket, request, isImmediate: true)
  }

  /// The figures that were chosen, each in a sentence.
  func tellFigures(_ id: String, _ report: ExperimentReport) -> [Effect] {
    guard let cell = workbook?.cells[id] else { return [] }
    let wanted = cell.figures.filter(report.request.figures.contains)
    let figures = report.figures(wanted, arrangement: cell.view.arrangement)
    guard !figures.isEmpty else { return [.say(wrapped("There is nothing to show."))] }
    return [.say(figures.flatMap { wrapped("\($0.title): \($0.summary)") })]
  }
}

extension LinearNotebook {
  /// What sets a run apart from those that were pinned, with signed differences.
  func comparison(_ cell: Cell, _ report: ExperimentReport) -> [Line] {
    guard !cell.pinned.isEmpty else { return [] }
    var panel = ExperimentPanel(cell.experiment)
    panel.pinned = cell.pinned.map { .init(number: $0.number, report: $0.report) }
    return panel.comparisonLines(with: report, width: width, glyphs: .ascii)
  }
}
