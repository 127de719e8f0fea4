// SPDX-License-Identifier: MIT
import ArgumentParser
import Experiments
import Foundation
import LessonFormat
import TerminalText
import TerminalUI
import Tutorial

/// `nntutor check`: parses every lesson, runs every experiment, measures every claim.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check lessons: form, links, fit, experiments and claims.",
    discussion: """
      Examples:
        nntutor check
        nntutor check 8.1
        nntutor check my-lesson.md --update
        nntutor check --format json | jq .findings
      Findings are lines like Lessons/08-growing-pains/01-overfitting.md:41:3: learning_rate is 1e9; \
      it must be within 0.000001...100. The exit status is 1 where there are any.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(
    help: "Lesson files or folders; the whole course where none is named.", completion: .file())
  var paths: [String] = []

  @Option(help: "text or json.")
  var format = Format.text

  @Flag(help: "Rewrite figures in the text that differ from the measurement.")
  var update = false

  @OptionGroup var options: SharedOptions

  private var shared: CommonSettings { options.settings }

  func run() throws {
    let files = try PrintCommand.files(paths, shared)
    let course = (try? shared.course()) ?? Course(chapters: [])
    let output = shared.output
    var failure: Failure?
    let report: CheckReport
    do throws(LessonError) {
      report = try Errands(course: course, record: nil).check(
        files, running: { ForegroundRun.run($0) }
      ) { file, source, check in
        if update { failure = failure ?? rewrite(file, source, check) }
        guard format == .text else { return }
        output.write(check.findings.map { Line(CheckReport.line(of: $0)) })
      }
    } catch {
      throw Failure("\(error)")
    }
    if let failure { throw failure }
    if format == .json {
      shared.output.write(try report.json())
    } else {
      shared.output.write([Line(report.closingLine)])
    }
    if !report.findings.isEmpty { throw ExitCode(1) }
  }

  /// Puts the measured figures in the place of those that differ.
  private func rewrite(_ file: String, _ source: String, _ check: LessonCheck) -> Failure? {
    let (text, refusals) = check.updatedText
    for refusal in refusals { Output.note("\(file): \(refusal)") }
    guard text != source else { return nil }
    do throws(FileError) { try WholeFile(file).write(text, replaces: true) } catch {
      return Failure(error.description)
    }
    Output.note("\(file): figures rewritten")
    return nil
  }
}
