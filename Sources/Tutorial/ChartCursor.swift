// SPDX-License-Identifier: MIT

/// The epoch cursor on an experiment's charts.
extension Session {
  /// Whether an experiment shows epochs.
  func hasChart(_ id: String) -> Bool { epochCount(id) > 0 }

  private func epochCount(_ id: String) -> Int {
    guard let report = workbook?.cells[id]?.output?.report, report.isSingle else { return 0 }
    return report.results.first?.history?.count ?? 0
  }

  /// Moves the cursor, in steps that cross a long run in about a hundred keys.
  mutating func moveCursor(_ id: String, by direction: Int) {
    let count = epochCount(id)
    guard count > 0 else {
      message = "Run it first; then the arrows move along the epochs"
      return
    }
    let step = max(1, count / 100)
    let start = workbook?.cells[id]?.cursor ?? (direction > 0 ? 0 : count + 1)
    workbook?.cells[id]?.cursor = min(count, max(1, start + direction * step))
    redraw(id)
  }

  /// Puts the cursor on the epoch of the lowest validation loss.
  mutating func bestEpoch(_ id: String) -> [Effect] {
    let history = workbook?.cells[id]?.output?.report.results.first?.history
    workbook?.cells[id]?.cursor = history?.bestEpoch
    redraw(id)
    return []
  }
}
