// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords

/// A run of an earlier day that is to be drawn again; its hyperparameters lead to the same numbers.
struct EarlierRun: Sendable {
  var experiment: String
  var number: Int
  var request: ExperimentRequest
}

extension Session {
  /// The longest that an earlier run may take to be drawn unasked, in nanoseconds; a longer one is
  /// there again with Enter.
  private static let longestUnasked = 3e9

  /// Takes over the hyperparameters of the last run of each experiment, as it was left; the runs
  /// wait to be drawn again.
  mutating func takeUp(_ past: [RunEntry]) {
    earlierRuns = []
    guard var book = workbook else { return }
    for id in book.experiments {
      guard var cell = book.cells[id], let entry = past.last(where: { $0.experiment == id }),
        let request = cell.resume(entry)
      else { continue }
      cell.resumedNumber = entry.number
      book.cells[id] = cell
      if request.refusal == nil, request.cost <= Self.longestUnasked {
        earlierRuns.append(
          EarlierRun(experiment: id, number: entry.number, request: request))
      }
    }
    settleAgain(in: &book, past)
    workbook = book
  }

  /// Predictions that a run has answered on an earlier day are answered again, though the learner
  /// has changed the experiment since, or had run it before the prediction.
  private func settleAgain(in book: inout Workbook, _ past: [RunEntry]) {
    for (id, progress) in book.predictions where progress.chosen != nil {
      guard progress.right == nil, let name = progress.prediction.experiment,
        let cell = book.cells[name], case let request = cell.asGiven.request(seeds: nil),
        request.isCheap,
        progress.isSettledInRecord
          || past.contains(where: { run in
            run.experiment == name
              && run.request(of: cell.experiment)?.runsTheSame(as: request) == true
          }),
        let report = request.run()
      else { continue }
      book.predictions[id]?.settle(report)
    }
  }

  /// Draws the earlier runs that the first picture shows and that take less than a frame; the others
  /// wait until nothing else is to be done.
  mutating func drawSeenEarlierRuns() -> [Effect] {
    let seen = seenExperiments
    return earlierRuns.filter { $0.request.isCheap && seen.contains($0.experiment) }
      .map { begin($0) }
  }

  /// What stands on the screen.
  private var seenExperiments: [String] {
    liveIndices.filter { $0.lines.overlaps(pager.visible) }
      .compactMap { workbook?.liveBlocks[$0.index].id }
  }

  /// Whether an earlier run can be drawn now.
  var canDrawEarlierRun: Bool {
    !earlierRuns.isEmpty && running == nil && drawing == nil && errand == nil
  }

  /// Draws the next earlier run, one that is on the screen first, unless its experiment was run
  /// meanwhile.
  mutating func drawNextEarlierRun() -> [Effect] {
    earlierRuns.removeAll { run in
      workbook?.cells[run.experiment].map { $0.output != nil } ?? true
    }
    let seen = seenExperiments
    guard canDrawEarlierRun,
      let next = earlierRuns.first(where: { seen.contains($0.experiment) }) ?? earlierRuns.first
    else { return [] }
    return [begin(next)]
  }

  /// The run waits until its end, so that it is begun again where it had to give way to another.
  private mutating func begin(_ run: EarlierRun) -> Effect {
    lastSerial += 1
    let ticket = RunTicket(serial: lastSerial, experiment: run.experiment, purpose: .resume)
    if !run.request.isCheap {
      workbook?.cells[run.experiment]?.progress = 0
      runBegan = now
      running = ticket
      redraw(run.experiment)
    }
    return .run(ticket, run.request, isImmediate: run.request.isCheap)
  }

  /// An earlier run is drawn again, or had to give way to another; the screen stays where it is.
  mutating func resumed(_ ticket: RunTicket, _ report: ExperimentReport?) -> [Effect] {
    guard let report else {
      clearProgress(ticket)
      return []
    }
    earlierRuns.removeAll { $0.experiment == ticket.experiment }
    let kept = keptPlace.flatMap { $0.top == pager.top ? $0.place : nil }
    let shown = show(report, of: ticket)
    if let kept { keep(kept) }
    return shown + drawMissing(ticket.experiment)
  }

  /// Forgets the earlier runs that wait; the one that is being drawn is stopped.
  mutating func giveUpEarlierRuns() -> [Effect] {
    earlierRuns = []
    return running?.purpose == .resume ? [.cancel] : []
  }
}
