// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText
import Typesetting

extension LabNotebook.Chapter {
  /// An experiment: how the lesson has it, and every run of it.
  func part(of experiment: Experiment) -> NotebookPart {
    let own = runs.filter { $0.entry.experiment == experiment.id }
    return .frame(
      .experiment, title: "\(experiment.id): \(experiment.title)",
      [.text(experiment.settingText)]
        + (own.isEmpty ? [.text([.emphasis([.text("Not run yet.")])])] : own.map(part)))
  }

  /// A run: what was changed, how it ended, its final figures, what it draws.
  func part(_ run: LabRun) -> NotebookPart {
    var parts: [NotebookPart] = [.text(run.outputText)]
    if let report = run.report, !report.isSingle {
      parts.append(.table(report.measureTable(glyphs: .braille).whole))
    } else {
      parts.append(
        .table(
          FigureTable(head: ["measure", "value"], rows: run.measures.map { [$0.name, $0.text] })))
    }
    if let report = run.report, report.isSingle, let result = report.results.first {
      parts += result.notes.map { .text([Inline].sentence($0)) }
      if let diagnosis = result.diagnosis {
        let said = [diagnosis.evidence, diagnosis.advice].filter { !$0.isEmpty }
        parts.append(
          .text(
            [Inline].sentence(said.joined(separator: " ").capitalizedFirst)
              .labelled("Diagnosis: \(diagnosis.finding.rawValue).")))
      }
    }
    if !run.remark.isEmpty { parts.append(.text([.emphasis([.text(run.remark)])])) }
    return .run(run, parts + run.figures.map { .figure($0, caption: []) })
  }
}

extension Experiment {
  /// The hyperparameters that the lesson gives, and the variants that it runs.
  fileprivate var settingText: [Inline] {
    let names = kind.hyperparameters.filter { givenNames.contains($0.name) }
    let settings = names.map { "\($0.name)=\($0.text(in: hyperparameters))" }
    var text: [Inline] = [.text("The lesson gives it as ")]
    text.append(.code("\(kind.name) \(settings.joined(separator: " "))"))
    if variants.count > 1 {
      text.append(.text(", in \(variants.count) variants: "))
      text.append(.text(variants.map(\.name).joined(separator: "; ")))
    }
    return text + [.text(seeds > 1 ? ", over \(seeds) seeds." : ".")]
  }
}

extension LabRun {
  /// What was run, after `In [n]`.
  var inputText: [Inline] {
    var text: [Inline] = [.code("run \(entry.experiment)" + (changes.isEmpty ? "" : " \(changes)"))]
    let seeds = seedsText
    if changes.isEmpty { text.append(.text(" as the lesson gives it")) }
    if !seeds.isEmpty { text.append(.text(changes.isEmpty ? ", \(seeds)" : " \(seeds)")) }
    return text
  }

  /// How it ended, and when.
  fileprivate var outputText: [Inline] {
    [Inline].sentence("\(outcomeText), \(CalendarDate(secondsSince1970: entry.date).text)")
      .labelled("Out [\(number)]:")
  }
}

extension String {
  /// The text with its first letter large.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
