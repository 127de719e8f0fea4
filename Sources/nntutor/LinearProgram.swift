// SPDX-License-Identifier: MIT
import Glibc
import LearnerRecords
import TerminalText
import TerminalUI
import Tutorial

/// The linear notebook on standard input and output.
final class LinearProgram {
  private var notebook: LinearNotebook
  private let bookkeeper: Bookkeeper
  private let themed: (Theme) -> Output
  private var output: Output
  private let isInteractive: Bool
  private var isLeaving = false
  private var hasFailed = false

  /// A notebook of a course.
  init(course: Course, record: LearnerRecord, shared: CommonSettings) {
    bookkeeper = Bookkeeper(course: course, record: record)
    let theme = shared.theme ?? bookkeeper.theme ?? .auto
    notebook = LinearNotebook(
      course: course, width: shared.width, memories: bookkeeper.memories,
      theme: theme)
    themed = shared.output(theme:)
    output = themed(theme)
    isInteractive = isatty(STDIN_FILENO) == 1
  }

  /// Reads lines until the end of input or `quit`.
  ///
  /// - Parameters:
  ///   - start: the chapter to begin with, and where in it.
  ///   - greeting: what is said first, or empty.
  ///   - first: a command performed before any line is read.
  ///   - endsWithQuiz: whether it ends once no question is open.
  /// - Returns: The exit status: 1 where a command of a script could not be done.
  func run(
    start: (chapter: Int, destination: Destination), greeting: String, first: String? = nil,
    endsWithQuiz: Bool = false
  ) -> Int32 {
    if isInteractive, first == nil { output.write(notebook.greeting) }
    if !greeting.isEmpty { Output.complain(greeting) }
    apply([.open(chapter: start.chapter, start.destination)])
    if let first { apply(notebook.enter(first, at: Clock.date)) }
    while !isLeaving, !endsWithQuiz || notebook.asksQuestion {
      guard let line = nextLine() else { break }
      if isInteractive { apply(notebook.remember(line)) }
      apply(notebook.enter(line, at: Clock.date))
    }
    return hasFailed && !isInteractive ? 1 : 0
  }

  /// The next line: edited at a terminal, read as it comes from anywhere else.
  private func nextLine() -> String? {
    guard isInteractive, isatty(STDOUT_FILENO) == 1 else {
      if isInteractive { output.write("> ") }
      return readLine(strippingNewline: true)
    }
    do throws(TerminalError) {
      let answer = try LinePrompt("> ").read(history: notebook.typedLines) { text in
        let files = notebook.fileName(endOf: text).map { start in
          FileNames.starting(with: start).map { String(text.dropLast(start.count)) + $0 }
        }
        return notebook.completions(of: text) + (files ?? [])
      }
      switch answer {
      case .line(let line): return line
      case .end: return nil
      case .signal(let number): dieBySignal(number)
      }
    } catch {
      Output.complain(error.description)
      return nil
    }
  }

  private func feed(_ event: Event) { apply(notebook.update(event, at: Clock.date)) }

  private func apply(_ effects: [Effect]) {
    for effect in effects {
      if let events = bookkeeper.perform(effect) {
        for event in events { feed(event) }
        continue
      }
      switch effect {
      case .say(let lines): output.write(lines)
      case .complain(let sentence):
        hasFailed = true
        Output.complain(sentence)
      case .run(let ticket, let request, _):
        let report = ForegroundRun.run(request, showsProgress: isInteractive)
        feed(.finished(ticket, report))
      case .useTheme(let theme): output = themed(theme)
      case .perform(let errand):
        let outcome = bookkeeper.errands.perform(errand) {
          ForegroundRun.run($0, showsProgress: isInteractive)
        }
        feed(.errandEnded(outcome))
      case .quit: isLeaving = true
      case .cancel, .cancelErrand, .redraw, .suspend, .edit, .open, .openCourse, .findChapter,
        .record, .reset, .backup, .restore, .listFiles, .readRuns:
        break
      }
    }
  }
}
