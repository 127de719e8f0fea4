// SPDX-License-Identifier: MIT
import ArgumentParser
import Glibc
import LearnerRecords
import TerminalText
import TerminalUI
import Training
import Tutorial

/// The course that is opened: on the screen, or line by line where there is none.
struct CourseOpening {
  /// A chapter, a lesson file or a folder of lessons; `nil` for the course where it was left.
  var path: String?
  /// Whether the linear notebook was asked for.
  var isPlain = false
  /// What every command may be told.
  var shared = CommonSettings()

  func run() throws {
    var options = shared
    var chapter: String?
    if let path {
      if path.contains("/") || path.hasSuffix(".md") || access(path, F_OK) == 0 {
        options.lessons = path
      } else {
        chapter = path
      }
    }
    // Each waits for files, and neither for the other.
    let (opened, found) = concurrently(
      { [options] in Result { try options.openRecordQuietly() } },
      { [options] in Result { try options.course() } })
    let record = try opened.get()
    var course = try found.get()
    course.take((try? record.progress()) ?? [])
    let last = (try? record.lastLesson()) ?? nil
    let start = try Self.start(course, chapter: chapter, last: last)
    let greeting = Self.greeting(record)
    if isLinear {
      let program = LinearProgram(course: course, record: record, shared: options)
      throw ExitCode(program.run(start: start, greeting: greeting))
    }
    let environment = CommonSettings.environment
    let surroundings = PagerProgram.Surroundings(
      course: course, record: record, start: start, glyphs: options.chosenGlyphs,
      theme: options.theme,
      palette: { terminal, theme in
        let depth = options.color.depth(
          environment: environment, isTerminal: true,
          available: ColorDepth(colorCount: terminal.colorCount))
        return Palette(theme: theme, depth: depth, environment: environment)
      }, environment: environment,
      greeting: greeting.isEmpty && last == nil ? Self.welcome : greeting)
    do throws(TerminalError) {
      if let signal = try PagerProgram.run(surroundings) { dieBySignal(signal) }
    } catch {
      throw Failure(error.description)
    }
  }

  private var isLinear: Bool {
    let term = CommonSettings.environment["TERM"] ?? ""
    return isPlain || term.isEmpty || term == "dumb" || isatty(STDIN_FILENO) != 1
      || isatty(STDOUT_FILENO) != 1
  }

  /// The chapter asked for, else the one that was read last, else the one that new learners
  /// begin with.
  private static func start(
    _ course: Course, chapter: String?, last: String?
  ) throws -> (chapter: Int, destination: Destination) {
    if let chapter {
      do throws(CommandError) { return (try course.chapter(chapter), .lastPlace) } catch {
        throw Failure(error.message)
      }
    }
    let first = course.chapters.firstIndex { $0.isStart } ?? 0
    return (course.chapters.firstIndex { $0.id == last } ?? first, .lastPlace)
  }

  /// What someone who has never been here needs to know, below the first lesson.
  private static let welcome =
    "Welcome. Space reads on, b back, Tab goes to the next experiment or question, Enter runs or "
    + "answers it, e changes its hyperparameters, Esc goes back. t shows the contents, / searches, "
    + ": takes commands, ? shows every key, and q leaves: nothing is lost, and you come back to "
    + "where you were."

  /// What is not saved, or what was noted when the record was opened.
  private static func greeting(_ record: LearnerRecord) -> String {
    if case .notSaving(let reason) = record.availability { return reason }
    return record.note ?? ""
  }
}
