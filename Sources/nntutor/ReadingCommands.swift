// SPDX-License-Identifier: MIT
import ArgumentParser
import Experiments
import Glibc
import LessonFormat
import TerminalText
import Tutorial
import Typesetting

/// `nntutor list`: the parts and chapters with progress.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the parts and chapters with your progress.",
    discussion: """
      Examples:
        nntutor list
        nntutor list --lessons my-course
      """)

  @OptionGroup var options: SharedOptions

  private var shared: CommonSettings { options.settings }

  func run() throws {
    let course = try shared.course(try shared.openRecord())
    shared.output.write(
      ContentsPage.lines(of: course, glyphs: shared.glyphs, width: shared.width))
  }
}

/// `nntutor print`: lessons as text, experiments with their results.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Print lessons as text, experiments with their results.",
    discussion: """
      Examples:
        nntutor print 8.1 --width 60
        nntutor print my-lesson.md --ascii > my-lesson.txt
      """)

  @Argument(
    help: "Chapters such as 8.1, or lesson files; all where none is named.",
    completion: Completions.chapters)
  var names: [String] = []

  @Option(help: ArgumentHelp("The width in columns.", valueName: "n"))
  var width: Int?

  @OptionGroup var options: SharedOptions

  private var shared: CommonSettings { options.settings }

  func validate() throws {
    guard let width, !(1...1000).contains(width) else { return }
    throw ValidationError("--width is \(width); it must be within 1...1000")
  }

  func run() throws {
    let files = try Self.files(names, shared)
    let width = width ?? shared.width
    for (index, file) in files.enumerated() {
      do throws(LessonError) {
        let lesson = Lesson(parsing: try LessonFile.read(file), file: file)
        for finding in lesson.findings { Output.complain("\(finding)") }
        if index > 0 { shared.output.write([Line(), Line()]) }
        let printed = PrintedLesson(lesson, width: width, glyphs: shared.glyphs)
        shared.output.write(printed.lines(running: { ForegroundRun.run($0) }))
      } catch {
        throw Failure("\(error)")
      }
    }
  }

  /// The files of chapters named by number, id, title or path.
  static func files(_ names: [String], _ shared: CommonSettings) throws -> [String] {
    if names.isEmpty { return try shared.course().chapters.map(\.file) }
    return try names.flatMap { name -> [String] in
      if name.contains("/") || name.hasSuffix(".md") || access(name, F_OK) == 0 {
        do throws(LessonError) { return try Curriculum(folder: name).chapters.map(\.file) } catch {
          throw Failure("\(error)")
        }
      }
      let course = try shared.course()
      do throws(CommandError) { return [course.chapters[try course.chapter(name)].file] } catch {
        throw Failure(error.message)
      }
    }
  }
}

/// `nntutor review`: the questions that were missed, again.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Answer the questions again that you missed.",
    discussion: """
      A missed question is due after ten minutes, and after each right answer again: after a day and
      after four days.
      """)

  @OptionGroup var options: SharedOptions

  private var shared: CommonSettings { options.settings }

  func run() throws {
    let record = try shared.openRecord()
    let course = try shared.course(record)
    let last = (try? record.lastLesson()) ?? nil
    let program = LinearProgram(course: course, record: record, shared: shared)
    throw ExitCode(
      program.run(
        start: (course.chapters.firstIndex { $0.id == last } ?? 0, .lastPlace), greeting: "",
        first: "review", endsWithQuiz: true))
  }
}

/// `nntutor quiz`: the knowledge check, one question at a time.
struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz", abstract: "Answer a chapter's questions, one at a time.",
    discussion: """
      Examples:
        nntutor quiz 8.6
        nntutor quiz 8.6 --again
        printf 'a\\nb\\n' | nntutor quiz 8.1
      """)

  @Argument(
    help: "A chapter such as 8.6; the one read last where none is named.",
    completion: Completions.chapters)
  var lesson: String?

  @Flag(help: "Begin again.")
  var again = false

  @OptionGroup var options: SharedOptions

  private var shared: CommonSettings { options.settings }

  func run() throws {
    let record = try shared.openRecord()
    let course = try shared.course(record)
    let last = (try? record.lastLesson()) ?? nil
    var chapter = course.chapters.firstIndex { $0.id == last } ?? 0
    if let lesson {
      do throws(CommandError) { chapter = try course.chapter(lesson) } catch {
        throw Failure(error.message)
      }
    }
    let program = LinearProgram(course: course, record: record, shared: shared)
    throw ExitCode(
      program.run(
        start: (chapter, .lastPlace), greeting: "", first: again ? "quiz --again" : "quiz",
        endsWithQuiz: true))
  }
}
