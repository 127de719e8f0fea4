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
        nntutor run overfit --plot neurons,confusion --epoch 57
      The record keeps the runs of the notebook; those of this command are printed alone.
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

  @Option(
    help: ArgumentHelp("Draw these figures under the text.", valueName: "figure,..."))
  var plot: String?

  @Option(help: ArgumentHelp("Look at the run as it is after an epoch.", valueName: "n"))
  var epoch: Int?

  @OptionGroup var options: SharedOptions

  private var shared: CommonSettings { options.settings }

  func validate() throws {
    try ReportPrinting.checkSeeds(seeds)
    if let epoch, epoch < 1 { throw ValidationError("--epoch is \(epoch); epochs count from 1") }
    if epoch != nil, seeds ?? 1 > 1 {
      throw ValidationError("--epoch looks at one run; leave --seeds away")
    }
  }

  func run() throws {
    let found = try ReportPrinting.experiment(experiment, shared)
    var cell = Cell(found)
    do throws(SettingError) {
      let given = try settings.mapSettings()
      cell.edit(try found.hyperparameters(with: given))
    } catch {
      throw Failure(error.message)
    }
    var request = cell.request(seeds: seeds)
    let choice = try ReportPrinting.choice(plot, for: found.kind, cell.hyperparameters)
    if let choice, !choice.figures.isEmpty { request.figures = choice.figures }
    if let epoch {
      guard request.variants.count * request.seeds == 1 else {
        throw Failure("\(experiment) is \(request.runCount) runs; --epoch looks at one")
      }
      guard epoch <= request.base.epochs else {
        throw Failure("--epoch is \(epoch); \(experiment) runs \(request.base.epochs) epochs")
      }
      request = request.looking(at: epoch, figures: request.figures)
    }
    try ReportPrinting.run(request, as: format, drawing: choice, shared)
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

  @Option(
    help: ArgumentHelp(
      "Draw these figures, or the runs together, each by itself or what they end with (final).",
      valueName: "figure,..."))
  var plot: String?

  @OptionGroup var options: SharedOptions

  private var shared: CommonSettings { options.settings }

  func validate() throws { try ReportPrinting.checkSeeds(seeds) }

  func run() throws {
    let found = try ReportPrinting.experiment(experiment, shared)
    var request: ExperimentRequest
    do throws(SettingError) {
      request = try ExperimentRequest(
        sweeping: found, from: found.hyperparameters, over: settings.mapSettings(), seeds: seeds)
    } catch {
      throw Failure(error.message)
    }
    let choice = try ReportPrinting.choice(plot, for: found.kind, request.base)
    if let choice, !choice.figures.isEmpty { request.figures = choice.figures }
    try ReportPrinting.run(request, as: format, drawing: choice, shared)
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
