// SPDX-License-Identifier: MIT
import ArgumentParser
import Experiments
import LessonFormat
import TerminalText
import Tutorial

/// The formats of `run` and `sweep`.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, csv
}

/// `nntutor run`: trains without a screen.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Train an experiment without a screen.",
    discussion: """
      Examples:
        nntutor run overfit
        nntutor run overfit hidden=4 noise=0.3
        nntutor run overfit noise=0.5 --seeds 100 --format json
      """)

  @Argument(help: "The experiment.", completion: Completions.experiments)
  var experiment: String

  @Argument(
    help: ArgumentHelp("Hyperparameters to set.", valueName: "name=value"),
    completion: Completions.settings)
  var settings: [String] = []

  @Option(help: ArgumentHelp("Over how many seeds.", valueName: "n"))
  var seeds: Int?

  @Option(help: "text, json or csv.")
  var format = ReportFormat.text

  @OptionGroup var shared: SharedOptions

  func validate() throws { try ReportPrinting.checkSeeds(seeds) }

  func run() throws {
    let found = try ReportPrinting.experiment(experiment, shared)
    var cell = Cell(found)
    do throws(SettingError) {
      let given = try settings.mapSettings()
      cell.edit(try found.hyperparameters(with: given))
    } catch {
      throw Failure(error.message)
    }
    try ReportPrinting.run(cell.request(seeds: seeds), as: format, shared)
  }
}

/// `nntutor sweep`: a grid of runs.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "Run a grid of hyperparameters as table and chart.",
    discussion: """
      Examples:
        nntutor sweep overfit noise=0.1,0.3,0.5 --seeds 20
        nntutor sweep overfit noise=0.3 hidden=2,4,20
      """)

  @Argument(help: "The experiment.", completion: Completions.experiments)
  var experiment: String

  @Argument(
    help: ArgumentHelp("Hyperparameters with their values.", valueName: "name=v1,v2"),
    completion: Completions.settings)
  var settings: [String]

  @Option(help: ArgumentHelp("Over how many seeds each.", valueName: "n"))
  var seeds = 1

  @Option(help: "text, json or csv.")
  var format = ReportFormat.text

  @OptionGroup var shared: SharedOptions

  func validate() throws { try ReportPrinting.checkSeeds(seeds) }

  func run() throws {
    let found = try ReportPrinting.experiment(experiment, shared)
    let request: ExperimentRequest
    do throws(SettingError) {
      request = try ExperimentRequest(
        sweeping: found, from: found.hyperparameters, over: settings.mapSettings(), seeds: seeds)
    } catch {
      throw Failure(error.message)
    }
    try ReportPrinting.run(request, as: format, shared)
  }
}

extension [String] {
  /// The settings that `name=value` words make.
  func mapSettings() throws(SettingError) -> [Setting] {
    var settings: [Setting] = []
    for word in self { settings.append(try Setting(assignment: word)) }
    return settings
  }
}
