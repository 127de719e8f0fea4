// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText
import Typesetting

/// The notebook without a screen: a line in, lines out, in reading order.
///
/// It serves pipes, dumb terminals and screen readers: no cursor addressing, no box drawing, no
/// braille; each chart as its sentence and, on asking, as its table.
public struct LinearNotebook: Sendable {
  var course: Course
  var width: Int
  var workbook: Workbook?
  /// The section that was printed last, as an index into the lesson's sections; -1 before the first.
  var section = -1
  /// The quiz whose question is open.
  var openQuiz: String?
  /// Marks and bookmarks.
  var memories: Memories
  var theme: Theme
  var lastSerial = 0
  var lastExperiment: String?
  /// How many hints were taken to the open question.
  var hintCount = 0
  /// Whether a challenge was tried since the open question was asked: hints are its own then.
  var isChallengeLast = false
  /// The guide whose question is open.
  var openGuide: String?
  /// The last run that a learner made.
  var lastRun: DiagnosedRun?
  var now = 0.0
  /// Every answer that the record knows, oldest first.
  var answers: [AnswerEntry]
  /// Whether the questions that are open are those that are due again.
  var isReviewing = false
  /// Whether some were asked since they were asked for.
  var hasReviewed = false
  /// Due questions that their lessons do not have any more.
  var goneQuestions: Set<SpacedQuestions.Due> = []
  /// What is to be said once a lesson is open.
  var pending: [Command] = []

  /// A notebook before its first lesson is opened.
  public init(
    course: Course, width: Int, memories: Memories = Memories(), theme: Theme = .auto
  ) {
    self.course = course
    self.width = max(20, width)
    self.memories = memories
    self.theme = theme
    answers = []
  }

  /// Whether a question waits for its answer.
  public var asksQuestion: Bool { openQuiz != nil }

  /// What is said at the beginning.
  public var greeting: [Line] {
    wrapped(
      "nntutor, the linear notebook. Type next to read on, list for the chapters, run to train "
        + "an experiment, help for the commands, quit to leave. An empty line is next. Where a lesson "
        + "names a key, type a command: set noise=0.5 for e and the arrows, run for Enter, epoch 50 "
        + "for the cursor, plot for i, table for T, hint for h.")
  }

  /// Takes a typed line in, and gives back what is to be done about it.
  ///
  /// - Parameters:
  ///   - line: what was typed, without its end.
  ///   - time: when, in seconds since 1970.
  /// - Returns: What is to be done outside.
  public mutating func enter(_ line: String, at time: Double) -> [Effect] {
    now = time
    // Lessons write commands with the pager's colon.
    let typed = line.trimmingBlanks
    let text = typed.hasPrefix(":") ? String(typed.dropFirst()).trimmingBlanks : typed
    if let effects = answerIfOpen(text) ?? answerGuide(text) { return effects.keptFirst }
    do throws(CommandError) {
      return try perform(text.isEmpty ? .next : Command(parsing: text)).keptFirst
    } catch {
      return complain(openEntry(text) ?? error.message)
    }
  }

  /// What could have been typed instead, where a question is open and the line is no command.
  private func openEntry(_ text: String) -> String? {
    let name = Command.words(of: text).first ?? ""
    // A letter may be a command's short name, which then lacks its words.
    if CommandRow.all.contains(where: { $0.name == name }) { return nil }
    if let openQuiz, let progress = workbook?.quizzes[openQuiz], let question = progress.question {
      do throws(AnswerError) {
        _ = try question.answer(typed: text, shown: progress.order(of: question))
      } catch {
        return error.message
      }
    }
    if let openGuide, case .asking = workbook?.guides[openGuide]?.state {
      return "'\(text)' is no answer here; type yes or no"
    }
    return nil
  }

  /// The commands typed, oldest first, which arrows bring back at a prompt.
  public var typedLines: [String] { memories[.command] }

  /// Keeps a command that was typed at a prompt, for today and for another day.
  public mutating func remember(_ line: String) -> [Effect] {
    guard line.count > 1, let name = Command.words(of: line).first, CommandRow.named(name) != nil,
      memories[.command].last != line
    else { return [] }
    memories[.command].append(line)
    return [.record(.typed(line: line, kind: .command), nil)]
  }

  /// Takes an event in, and gives back what is to be done about it.
  public mutating func update(_ event: Event, at time: Double) -> [Effect] {
    now = time
    return respond(to: event).keptFirst
  }

  private mutating func respond(to event: Event) -> [Effect] {
    switch event {
    case .opened(let chapter, let lesson, let past, let destination):
      return open(lesson, chapter: chapter, past: past, at: destination)
    case .notOpened(let sentence), .refused(let sentence): return complain(sentence)
    case .told(let sentence): return [.say(wrapped(sentence))]
    case .finished(let ticket, let report): return finish(ticket, report)
    case .numbered(let ticket, let number): return numberRun(ticket, number)
    case .courseOpened(let course):
      (self.course, workbook, section, pending) = (course, nil, -1, [.next])
      return [.open(chapter: course.start, .lastPlace)]
    case .chapterFound(.success(let chapter), let command):
      pending = [command]
      return [.open(chapter: chapter, .lastPlace)]
    case .chapterFound(.failure(let error), _): return complain(error.message)
    case .errandEnded(let outcome): return tell(outcome)
    case .runsRead(let runs, .some(let command)):
      do throws(CommandError) { return try tell(command, of: runs) } catch {
        return complain(error.message)
      }
    case .recordChanged(let memories):
      self.memories = memories
      course.take(memories.progress)
      // What the record does not know any more is not known here either.
      if let book = workbook {
        workbook = nil
        return [.open(chapter: book.chapter, .lastPlace)]
      }
    case .key, .resized, .idle, .rested, .progressed, .filesListed, .lessonChanged,
      .runsRead(_, nil):
      break
    }
    return []
  }

  /// A command that could not be done; a script sees it as a failure.
  func complain(_ sentence: String) -> [Effect] { [.complain(sentence)] }

  /// A text from anywhere as lines that are safe to print.
  func wrapped(_ text: String) -> [Line] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { row in
      wrap(displayable(String(row), style: .text, glyphs: .ascii), width: width)
    }
  }

  private mutating func open(
    _ lesson: Lesson, chapter: Int, past: LessonPast, at destination: Destination
  ) -> [Effect] {
    let isFirst = workbook == nil
    answers = past.allAnswers
    let isReload = workbook?.lesson.id == lesson.id && workbook?.chapter == chapter
    workbook =
      isReload
      ? workbook?.reloaded(lesson, past: past)
      : Workbook(lesson, chapter: chapter, past: past)
    if course.chapters.indices.contains(chapter), course.chapters[chapter].progress == .unread {
      course.chapters[chapter].progress = .begun
    }
    openQuiz = nil
    openGuide = nil
    lastExperiment = nil
    let sections = self.sections
    section = -1
    if case .anchor(let anchor) = destination {
      section = (sections.firstIndex { $0.anchor == anchor } ?? 0) - 1
    } else if case .lastPlace = destination, let place = past.place {
      section = (sections.firstIndex { $0.anchor == place.anchor } ?? 0) - 1
    }
    var effects: [Effect] = [.record(.lessonOpened(lesson: lesson.id), nil)]
    for finding in lesson.findings { effects.append(.complain("\(finding)")) }
    if isFirst { effects += remindOfReview() }
    let waiting = pending
    pending = []
    if !isReload, let first = waiting.first, first != .next,
      course.chapters.indices.contains(chapter)
    {
      effects.append(.say(wrapped("This is \(course.chapters[chapter].label) \(lesson.title).")))
    }
    for command in waiting {
      do throws(CommandError) { effects += try perform(command) } catch {
        effects += complain(error.message)
      }
    }
    return effects
  }
}

extension String {
  /// The text without blanks at either end.
  var trimmingBlanks: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

extension [Effect] {
  /// What is kept comes before what is told of it, so that nobody is told what a crash may take away;
  /// a run's number is told once the record has given it.
  fileprivate var keptFirst: [Effect] {
    func isKept(_ effect: Effect) -> Bool {
      if case .record(_, nil) = effect { true } else { false }
    }
    return filter(isKept) + filter { !isKept($0) }
  }
}
