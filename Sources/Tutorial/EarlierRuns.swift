// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords

/// Commands that ask for runs of the record, which is read anew for each: another program may have
/// added some.
extension Session {
  /// Does what a command asks of earlier runs, once they are known.
  mutating func tell(_ command: Command, of runs: [RunEntry]) -> [Effect] {
    do throws(CommandError) { return try effects(of: command, on: runs) } catch {
      message = error.message
      return []
    }
  }

  private mutating func effects(
    of command: Command, on runs: [RunEntry]
  ) throws(CommandError) -> [Effect] {
    switch command {
    case .show(let number):
      let run = try HistoryPage.run(number, in: runs)
      return showRuns("Run \(number)", drawing: request([number], of: runs)) {
        HistoryPage.details(of: run, width: $0, glyphs: $1)
      }
    case .compare(let first, let second):
      let pair = try HistoryPage.pair(first, second, in: runs)
      return showRuns("Runs \(first) and \(second)", drawing: request([first, second], of: runs)) {
        HistoryPage.comparison(pair.0, pair.1, width: $0, glyphs: $1)
      }
    case .guide: return try guide(byLastOf: runs)
    default:
      showNotice("Your runs") { HistoryPage.lines(runs, width: $0, glyphs: $1) }
      return []
    }
  }

  /// What draws earlier runs again, those of one experiment in one chart.
  private func request(_ numbers: [Int], of runs: [RunEntry]) -> ExperimentRequest? {
    RunEntry.request(of: numbers, in: runs) { workbook?.cells[$0]?.experiment }
  }
}
