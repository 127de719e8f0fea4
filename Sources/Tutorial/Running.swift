// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import Training

extension ExperimentRequest {
  /// Whether all its runs together take less than a frame, so that the curve can follow a key.
  public var isCheap: Bool { cost <= Self.frameCost }

  /// The nanoseconds of a frame.
  static let frameCost = 16_000_000.0
}

extension Session {
  /// Runs an experiment as its cell stands.
  ///
  /// - Parameters:
  ///   - id: the experiment.
  ///   - seeds: over how many seeds; `nil` takes the lesson's number.
  ///   - isKept: whether the run is numbered and kept in the record.
  /// - Returns: What is to be done outside.
  mutating func run(_ id: String, seeds: Int? = nil, isKept: Bool = true) -> [Effect] {
    guard var book = workbook, var cell = book.cells[id] else { return [] }
    let request = cell.request(seeds: seeds)
    return begin(request, cell: &cell, isKept: isKept, in: &book)
  }

  /// Begins a request for a cell; what ran before is stopped.
  mutating func begin(
    _ request: ExperimentRequest, cell: inout Cell, isKept: Bool, in book: inout Workbook
  ) -> [Effect] {
    if let refusal = request.refusal {
      message = refusal
      return []
    }
    lastSerial += 1
    let ticket = RunTicket(serial: lastSerial, experiment: cell.experiment.id, isKept: isKept)
    let isImmediate = request.isCheap
    cell.progress = isImmediate ? nil : 0
    book.cells[cell.experiment.id] = cell
    workbook = book
    let stop: [Effect] = running == nil ? [] : [.cancel]
    if let running, running.experiment != cell.experiment.id { clearProgress(running) }
    running = ticket
    redraw(cell.experiment.id)
    return stop + [.run(ticket, request, isImmediate: isImmediate)]
  }

  /// A run has got so far.
  mutating func progress(_ ticket: RunTicket, _ share: Double, _ report: ExperimentReport?) {
    guard ticket == running, workbook?.cells[ticket.experiment] != nil else { return }
    workbook?.cells[ticket.experiment]?.progress = share
    if let report {
      workbook?.cells[ticket.experiment]?.output = Cell.Output(number: nil, report: report)
    }
    redraw(ticket.experiment)
  }

  /// A run has ended: its output is shown, and kept where a learner asked for it.
  mutating func finish(_ ticket: RunTicket, _ report: ExperimentReport?) -> [Effect] {
    // A run that was stopped for the next one says nothing any more.
    if report == nil, ticket != running, running != nil { return [] }
    if ticket == running { running = nil }
    if ticket.isJudging { return judge(ticket, report) }
    guard var cell = workbook?.cells[ticket.experiment], let book = workbook else { return [] }
    cell.progress = nil
    guard let report else {
      waitingJudgement = nil
      workbook?.cells[ticket.experiment] = cell
      redraw(ticket.experiment)
      message = "Cancelled; nothing was kept"
      return []
    }
    cell.output = Cell.Output(number: cell.resumedNumber, report: report)
    cell.resumedNumber = nil
    cell.cursor = nil
    workbook?.cells[ticket.experiment] = cell
    redraw(ticket.experiment)
    let settled = settlePredictions(of: ticket.experiment, by: report)
    if focusedExperiment == ticket.experiment { reveal(ticket.experiment) }
    if let diagnosis = report.results.first?.diagnosis {
      lastDiagnosis = (cell.experiment.id, diagnosis)
    }
    guard ticket.isKept else { return settled }
    let entry = RunEntry(report, cell: cell, lesson: book.lesson.id, date: now)
    runs.append(entry)
    var effects: [Effect] = [.record(.run(entry), ticket)] + settled
    if let (waiting, request) = waitingJudgement, waiting.experiment == ticket.experiment {
      waitingJudgement = nil
      effects += beginJudging(waiting, request)
    }
    return effects
  }

  /// The record gave a run its number.
  mutating func numberRun(_ ticket: RunTicket, _ number: Int) {
    if !runs.isEmpty { runs[runs.count - 1].number = number }
    guard workbook?.cells[ticket.experiment]?.output != nil else { return }
    workbook?.cells[ticket.experiment]?.output?.number = number
    redraw(ticket.experiment)
  }

  private mutating func clearProgress(_ ticket: RunTicket) {
    workbook?.cells[ticket.experiment]?.progress = nil
    redraw(ticket.experiment)
  }
}

extension RunEntry {
  /// A report as the record keeps it: what was set, how it ended, its final figures.
  init(_ report: ExperimentReport, cell: Cell, lesson: String, date: Double) {
    let request = report.request
    let hyperparameters = request.variants.first?.hyperparameters ?? cell.hyperparameters
    let kind = request.kind
    let measures: [Measure] = kind.measures.compactMap { measure in
      let values = report.values(of: measure.name)
      guard values.contains(where: { !$0.isNaN }) else { return nil }
      return Measure(measure.name, Summary(values).mean)
    }
    self.init(
      lesson: lesson, experiment: request.experiment,
      overrides: Cell.differences(
        from: cell.experiment.hyperparameters, to: hyperparameters, of: kind
      ).map { NamedText($0.name, $0.value) },
      hyperparameters: kind.hyperparameters.map {
        NamedText($0.name, $0.text(in: hyperparameters))
      },
      seeds: (0..<request.seeds).map { hyperparameters.seed + $0 },
      outcome: report.results.first?.outcome.name ?? "completed", measures: measures,
      computeSeconds: report.results.reduce(0) { $0 + $1.computeSeconds }, date: date)
  }

  /// The settings that make the run again.
  var settings: [Setting] {
    overrides.map { Setting(name: $0.name, value: Setting.Value(text: $0.value)) }
  }
}

extension Cell {
  /// The hyperparameters of an earlier run taken over; the request that computes it again, or `nil`
  /// where it is not allowed any more.
  mutating func resume(_ entry: RunEntry) -> ExperimentRequest? {
    let given = entry.hyperparameters.map {
      Setting(name: $0.name, value: Setting.Value(text: $0.value))
    }
    guard let hyperparameters = try? experiment.hyperparameters(with: given) else { return nil }
    edit(hyperparameters)
    return request(seeds: max(1, entry.seeds.count))
  }
}

extension TrainingOutcome {
  /// The name in JSON and in the record.
  public var name: String {
    switch self {
    case .completed: "completed"
    case .stoppedEarly: "stopped_early"
    case .diverged: "diverged"
    case .cancelled: "cancelled"
    }
  }
}
