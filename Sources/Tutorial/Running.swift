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
    guard let cell = workbook?.cells[id] else { return [] }
    workbook?.cells[id]?.resumedNumber = nil
    return begin(cell.request(seeds: seeds), of: id, isKept: isKept)
  }

  /// Begins a request for a cell; what ran before is stopped.
  mutating func begin(_ request: ExperimentRequest, of id: String, isKept: Bool) -> [Effect] {
    if let refusal = request.refusal {
      message = refusal
      return []
    }
    lastSerial += 1
    let ticket = RunTicket(
      serial: lastSerial, experiment: id, purpose: isKept ? .keep : .follow)
    let isImmediate = request.isCheap
    workbook?.cells[id]?.progress = isImmediate ? nil : 0
    workbook?.cells[id]?.secondsLeft = nil
    if running?.experiment != id, let output = workbook?.cells[id]?.output {
      workbook?.cells[id]?.earlierOutput = output
    }
    runBegan = now
    let stop: [Effect] = running == nil ? [] : [.cancel]
    if let running, running.experiment != id { clearProgress(running) }
    running = ticket
    redraw(id)
    return stop + [.run(ticket, request, isImmediate: isImmediate)]
  }

  /// A run has got so far.
  mutating func progress(_ ticket: RunTicket, _ share: Double, _ report: ExperimentReport?) {
    guard ticket == running, workbook?.cells[ticket.experiment] != nil else { return }
    workbook?.cells[ticket.experiment]?.progress = share
    let seconds = secondsLeft(after: share)
    workbook?.cells[ticket.experiment]?.secondsLeft = seconds
    let last = workbook?.cells[ticket.experiment]?.output?.report.request
    // Judging a challenge is no output, and neither is what is only looked at.
    if let report, ticket.purpose == .keep || ticket.purpose == .follow,
      ticket.purpose == .keep || last?.runsTheSame(as: report.request) != true
    {
      workbook?.cells[ticket.experiment]?.output = Cell.Output(number: nil, report: report)
    }
    redraw(ticket.experiment)
  }

  /// The seconds that a run still takes at the pace it had; `nil` while that is a guess.
  private func secondsLeft(after share: Double) -> Double? {
    let elapsed = now - runBegan
    guard share >= 0.02, share < 1, elapsed >= 0.5 else { return nil }
    return elapsed * (1 - share) / share
  }

  /// A run has ended: its output is shown, and kept where a learner asked for it.
  mutating func finish(_ ticket: RunTicket, _ report: ExperimentReport?) -> [Effect] {
    // A run that was stopped for the next one says nothing any more.
    if report == nil, ticket != running, running != nil { return [] }
    if ticket.purpose == .look {
      looked(ticket, report)
      return []
    }
    if ticket.purpose == .pinned { return completePin(ticket, report) }
    if ticket.purpose == .show {
      drawn(ticket, report)
      return []
    }
    if ticket == running { running = nil }
    if ticket.purpose == .resume { return resumed(ticket, report) }
    if ticket.purpose == .judge { return judge(ticket, report) }
    guard let report else {
      waitingJudgement = nil
      if let earlier = workbook?.cells[ticket.experiment]?.earlierOutput {
        workbook?.cells[ticket.experiment]?.output = earlier
      }
      clearProgress(ticket)
      message = "Cancelled; nothing was kept"
      return []
    }
    let shown = show(report, of: ticket)
    guard ticket.purpose == .keep, let book = workbook, let cell = book.cells[ticket.experiment]
    else { return shown + drawMissing(ticket.experiment) }
    let entry = RunEntry(report, cell: cell, lesson: book.lesson.id, date: now)
    if message.isEmpty, book.awaitsOwnRun(of: ticket.experiment) {
      message = "Your prediction waits for the run as the lesson has it: r, then Enter"
    }
    let effects: [Effect] = [.record(.run(entry), ticket)] + shown
    if let (waiting, request) = waitingJudgement, waiting.experiment == ticket.experiment {
      waitingJudgement = nil
      return effects + beginJudging(waiting, request)
    }
    return effects + drawMissing(ticket.experiment)
  }

  /// Puts what a run showed into its cell; what waited for it goes on.
  mutating func show(_ report: ExperimentReport, of ticket: RunTicket) -> [Effect] {
    guard var cell = workbook?.cells[ticket.experiment] else { return [] }
    (cell.progress, cell.secondsLeft) = (nil, nil)
    let isSame = cell.output?.report.request.runsTheSame(as: report.request) == true
    let known = ticket.purpose == .resume ? cell.resumedNumber : isSame ? cell.output?.number : nil
    cell.output = Cell.Output(number: ticket.purpose == .keep ? nil : known, report: report)
    cell.resumedNumber = nil
    cell.look = nil
    let last = panel(for: cell).cursorAxis?.places.last ?? 0
    if let cursor = cell.view.cursor, cursor > last { cell.view.cursor = last }
    workbook?.cells[ticket.experiment] = cell
    let looks = look(ticket.experiment)
    redraw(ticket.experiment)
    let settled = settlePredictions(of: ticket.experiment, by: report)
    if focusedExperiment == ticket.experiment { reveal(ticket.experiment) }
    if ticket.purpose == .keep || ticket.purpose == .follow { lastRun = DiagnosedRun(report) }
    return settled + looks
  }

  /// The record gave a run its number.
  mutating func numberRun(_ ticket: RunTicket, _ number: Int) {
    if lastRun?.experiment == ticket.experiment { lastRun?.number = number }
    guard workbook?.cells[ticket.experiment]?.output != nil else { return }
    workbook?.cells[ticket.experiment]?.output?.number = number
    redraw(ticket.experiment)
  }

  mutating func clearProgress(_ ticket: RunTicket) {
    workbook?.cells[ticket.experiment]?.progress = nil
    workbook?.cells[ticket.experiment]?.secondsLeft = nil
    redraw(ticket.experiment)
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
