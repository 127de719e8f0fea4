// SPDX-License-Identifier: MIT
import ArgumentParser
import Experiments
import LearnerRecords
import LessonFormat
import TerminalUI
import Tutorial

extension ExportFormat: ExpressibleByArgument {}

/// `nntutor export`: the learner's lab notebook.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write your lab notebook: lessons, runs, answers.",
    discussion: """
      Examples:
        nntutor export 8.1 --to html --output overfitting.html
        nntutor export --to ipynb --output course.ipynb
        nntutor export 8.6 --to md | less
      Runs are computed again for their charts. The code cells of the ipynb compute them with \
      numpy, to the same figures.
      """)

  @Argument(
    help: "A chapter such as 8.1, or a lesson file; the whole course where none is named.",
    completion: Completions.chapters)
  var lesson: String?

  @Option(help: "html, md, ipynb or json; else as the file's name ends.")
  var to: ExportFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file; without it, or -, standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace the file where there is one.")
  var force = false

  @OptionGroup var options: SharedOptions

  private var shared: CommonSettings { options.settings }

  private func format() throws -> ExportFormat {
    if let to { return to }
    if let ending = output?.split(separator: ".").last,
      let known = ExportFormat(rawValue: String(ending))
    {
      return known
    }
    throw ValidationError("name the form with --to: html, md, ipynb or json")
  }

  func validate() throws { _ = try format() }

  func run() throws {
    let format = try format()
    let file = output == "-" ? nil : output
    if let file {
      do throws(FileError) { try WholeFile(file).check(replaces: force) } catch {
        throw Failure(error.description)
      }
    }
    let text = format.text(of: try notebook(for: format))
    guard let file else {
      shared.output.write(text)
      return
    }
    do throws(FileError) { try WholeFile(file).write(text, replaces: force) } catch {
      throw Failure(error.description)
    }
    Output.note("your lab notebook is in \(file)")
  }

  /// The chapters named, each with what the record knows of it, every run computed again.
  private func notebook(for format: ExportFormat) throws -> LabNotebook {
    let record = try shared.openRecord()
    var options = shared
    var name = lesson
    if let path = lesson, path.contains("/") || path.hasSuffix(".md") {
      options.lessons = path
      name = nil
    }
    let course = try options.course()
    var wanted = course.chapters
    if let name {
      do throws(CommandError) { wanted = [course.chapters[try course.chapter(name)]] } catch {
        throw Failure(error.message)
      }
    }
    var wasCancelled = false
    let made: LabNotebook
    do throws(FileError) {
      made = try Errands(course: course, record: record).notebook(of: wanted, for: format) {
        request in
        if wasCancelled { return nil }
        let report = ForegroundRun.run(request, showsProgress: true)
        wasCancelled = report == nil
        return report
      }
    } catch {
      throw Failure(error.description)
    }
    if wasCancelled {
      Output.complain("cancelled")
      throw ExitCode(130)
    }
    return made
  }
}
