// SPDX-License-Identifier: MIT
import Experiments

/// What commands set, the same in both notebooks.
extension Workbook {
  /// Sets hyperparameters of an experiment, or of a challenge as far as it lets them be changed.
  ///
  /// - Throws: `CommandError` at the first setting that is not allowed.
  mutating func set(_ settings: [Setting], in id: String) throws(CommandError) {
    guard let cell = cells[id] else { return }
    try challenges[id]?.check(settings)
    do throws(SettingError) {
      cells[id]?.edit(try cell.experiment.kind.applying(settings, to: cell.hyperparameters))
    } catch {
      throw CommandError(error.message)
    }
  }

  /// The request that a sweep asks for; the cell takes its beginning over.
  ///
  /// - Throws: `CommandError` at the first setting that is not allowed.
  mutating func sweep(
    _ id: String, over settings: [Setting], seeds: Int?
  ) throws(CommandError) -> ExperimentRequest? {
    guard let cell = cells[id] else { return nil }
    try challenges[id]?.check(settings)
    do throws(SettingError) {
      let request = try ExperimentRequest(
        sweeping: cell.experiment, from: cell.hyperparameters, over: settings, seeds: seeds ?? 1)
      cells[id]?.edit(request.base)
      return request
    } catch {
      throw CommandError(error.message)
    }
  }
}
