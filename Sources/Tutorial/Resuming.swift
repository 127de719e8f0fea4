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
    workbook = book
    waitingVerdicts = verdictsToTell(past)
  }

  /// The predictions that a run has answered on an earlier day, though the learner has changed the
  /// experiment since, or had run it before the prediction: they are answered again, by a short run.
  private func verdictsToTell(_ past: [RunEntry]) -> [String] {
    guard let book = workbook else { return [] }
    return book.liveBlocks.map(\.id).filter { id in
      guard let progress = book.predictions[id], progress.chosen != nil, progress.right == nil,
        let name = progress.prediction.experiment, let cell = book.cells[name],
        case let request = cell.asGiven.request(seeds: nil), request.isCheap
      else { return false }
      return progress.isSettledInRecord
        || past.contains { run in
          run.experiment == name
            && run.request(of: cell.experiment)?.runsTheSame(as: request) == true
        }
    }
  }

  /// Answers the next prediction that waits, one that is on the screen first.
  private mutating func tellNextVerdict() {
    let seen = seenBlocks
    let next = waitingVerdicts.firstIndex(where: seen.contains)
    guard let index = next ?? waitingVerdicts.indices.first else { return }
    tellVerdict(waitingVerdicts.remove(at: index))
  }

  private mutating func tellVerdict(_ id: String) {
    guard let progress = workbook?.predictions[id], progress.right == nil,
      let cell = progress.prediction.experiment.flatMap({ workbook?.cells[$0] }),
      let report = cell.asGiven.request(seeds: nil).run()
    else { return }
    workbook?.predictions[id]?.settle(report)
    redraw(id)
  }

  /// Draws the earlier runs that the first picture shows and that take less than a frame, and answers
  /// the predictions in it; the others wait until nothing else is to be done.
  mutating func drawSeenEarlierRuns() -> [Effect] {
    let seen = seenBlocks
    for id in waitingVerdicts where seen.contains(id) { tellVerdict(id) }
    waitingVerdicts.removeAll(where: seen.contains)
    return earlierRuns.filter { $0.request.isCheap && seen.contains($0.experiment) }
      .map { begin($0) }
  }

  /// What stands on the screen.
  var seenBlocks: [String] {
    liveIndices.filter { $0.lines.overlaps(pager.visible) }
      .compactMap { workbook?.liveBlocks[$0.index].id }
  }

  /// Whether an earlier run can be drawn now, or a prediction answered.
  var canTakeUpMore: Bool {
    !waitingVerdicts.isEmpty || canDrawEarlierRun
  }

  private var canDrawEarlierRun: Bool {
    !earlierRuns.isEmpty && running == nil && drawing == nil && errand == nil
  }

  /// Answers a prediction or draws an earlier run that waits.
  mutating func takeUpMore() -> [Effect] {
    guard waitingVerdicts.isEmpty else {
      tellNextVerdict()
      return []
    }
    return drawNextEarlierRun()
  }

  /// Draws the next earlier run, one that is on the screen first, unless its experiment was run
  /// meanwhile.
  private mutating func drawNextEarlierRun() -> [Effect] {
    earlierRuns.removeAll { run in
      workbook?.cells[run.experiment].map { $0.output != nil } ?? true
    }
    let seen = seenBlocks
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
    (earlierRuns, waitingVerdicts) = ([], [])
    return running?.purpose == .resume ? [.cancel] : []
  }
}
