// SPDX-License-Identifier: MIT
import ArgumentParser
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText
import Training
import Tutorial

/// What `run` and `sweep` share: finding the experiment, running it, printing what it showed.
enum ReportPrinting {
  static func checkSeeds(_ seeds: Int?) throws {
    guard let seeds, !(1...10_000).contains(seeds) else { return }
    throw ValidationError("--seeds is \(seeds); it must be within 1...10000")
  }

  /// The experiment of a name, or the one that a challenge of that name begins with, wherever in the
  /// course it stands.
  static func experiment(_ name: String, _ shared: CommonSettings) throws -> Experiment {
    var names: [String] = []
    for chapter in try shared.course().chapters {
      guard let bytes = try? LessonFile.read(chapter.file) else { continue }
      let lesson = Lesson(parsing: bytes, file: chapter.file)
      if let found = lesson.experiments.first(where: { $0.id == name })
        ?? lesson.experiment(ofChallenge: name)
      {
        return found
      }
      names += lesson.experiments.map(\.id)
    }
    let near = Suggestion.sentence(for: name, among: names)
    throw Failure(
      "there is no experiment \(name)\(near); the course has \(names.joined(separator: ", "))")
  }

  /// The figures that `--plot` names; `nil` without it.
  static func choice(
    _ plot: String?, for kind: ExperimentKind, _ hyperparameters: Hyperparameters
  ) throws -> FigureChoice? {
    guard let plot else { return nil }
    let words = plot.split { $0 == "," || $0 == " " }.map(String.init)
    do throws(SettingError) {
      return try FigureChoice(words, for: kind, hyperparameters)
    } catch {
      throw Failure(error.message)
    }
  }

  static func run(
    _ request: ExperimentRequest, as format: ReportFormat, drawing choice: FigureChoice? = nil,
    _ shared: CommonSettings
  ) throws {
    if let refusal = request.refusal { throw Failure(refusal) }
    guard let report = ForegroundRun.run(request, showsProgress: true) else {
      Output.complain("cancelled")
      throw ExitCode(130)
    }
    switch format {
    case .text: writeText(report, choice, shared)
    case .json: shared.output.write(try ReportJSON.text(report))
    case .csv: shared.output.write(ReportCSV.text(report))
    }
  }

  /// Draws earlier runs under what the record keeps of them: they are computed again, to the same
  /// numbers.
  static func drawAgain(_ numbers: [Int], in runs: [RunEntry], _ shared: CommonSettings) throws {
    let request = RunEntry.request(of: numbers, in: runs) { try? experiment($0, shared) }
    guard let request, request.refusal == nil else { return }
    guard let report = ForegroundRun.run(request, showsProgress: true) else {
      Output.complain("cancelled")
      throw ExitCode(130)
    }
    let text = RunText(report, glyphs: shared.glyphs, width: shared.width)
    shared.output.write([Line()] + text.charts(height: 20))
  }

  private static func writeText(
    _ report: ExperimentReport, _ choice: FigureChoice?, _ shared: CommonSettings
  ) {
    let text = RunText(report, glyphs: shared.glyphs, width: shared.width)
    shared.output.write(text.lines)
    if !report.isSingle || choice != nil {
      shared.output.write(
        [Line()] + text.charts(height: 20, arrangement: choice?.arrangement))
    }
  }
}
