// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText
import Training

@testable import Tutorial

/// Somebody at the keys: a session, a course in memory, and a record that is a list of events.
///
/// Effects are performed at once and without files: lessons come from texts, runs are computed where
/// they are asked for, and numbered in order.
struct Learner {
  private(set) var session: Session
  var lessons: [Lesson]
  /// What the record was asked to keep, oldest first.
  private(set) var kept: [LearnerEvent] = []
  /// Every effect of the last keys, in order.
  private(set) var effects: [Effect] = []
  /// The run that takes longer than a frame, until a test finishes it.
  private(set) var waiting: (ticket: RunTicket, request: ExperimentRequest)?
  private(set) var hasLeft = false
  /// The files that completion finds.
  var files: [String] = []
  private var time = 1000.0

  init(
    _ texts: [String] = SmallCourse.texts, size: Size = Size(columns: 60, rows: 16),
    glyphs: GlyphSet = .braille, chapter: Int = 0, kept: [LearnerEvent] = []
  ) {
    lessons = texts.enumerated().map { index, text in
      Lesson(parsing: text, file: "Lessons/01-part/0\(index + 1)-lesson.md")
    }
    let course = Course(
      chapters: lessons.enumerated().map { index, lesson in
        .init(
          label: "1.\(index + 1)", part: "small part", partNumber: 1, id: lesson.id,
          title: lesson.title, file: lesson.file)
      })
    self.kept = kept
    session = Session(
      course: course, size: size, glyphs: glyphs,
      memories: Self.memories(in: kept))
    perform([.open(chapter: chapter, .lastPlace)])
  }

  /// The same learner another day: what the record kept, and nothing else.
  func returning(chapter: Int = 0, size: Size = Size(columns: 60, rows: 16)) -> Learner {
    var next = self
    next.session = Session(
      course: Course(chapters: session.course.chapters), size: size, glyphs: session.glyphs,
      memories: Self.memories(in: kept))
    (next.waiting, next.hasLeft) = (nil, false)
    next.perform([.open(chapter: chapter, .lastPlace)])
    return next
  }

  mutating func press(_ text: String) { press(keys(text)) }

  mutating func press(_ keys: [Key]) {
    effects = []
    for key in keys { feed(.key(key)) }
  }

  /// Types a command after the colon; one that was refused before is given up.
  mutating func command(_ text: String) {
    if case .typing = session.mode { press([.escape]) }
    press([":"] + text.map(Key.character) + [.enter])
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    feed(.resized(Size(columns: columns, rows: rows)))
  }

  mutating func feed(_ event: Event) {
    time += 1
    perform(session.update(event, at: time))
    if session.hasMoreToDo { feed(.idle) }
  }

  mutating func perform(_ asked: [Effect]) {
    effects += asked
    for effect in asked {
      switch effect {
      case .open(let chapter, let destination):
        let lesson = lessons[chapter]
        feed(.opened(chapter: chapter, lesson, past(of: lesson.id), destination))
      case .run(let ticket, let request, true): feed(.finished(ticket, request.run()))
      case .run(let ticket, let request, false): waiting = (ticket, request)
      case .cancel:
        guard let (ticket, _) = waiting else { break }
        waiting = nil
        feed(.finished(ticket, nil))
      case .record(let event, let ticket): keep(event, ticket)
      case .reset(let lesson):
        kept.removeAll { lesson == nil || $0.lesson == lesson }
        feed(.recordChanged(Self.memories(in: kept)))
      case .listFiles(let start):
        feed(.filesListed(startingWith: start, files.filter { $0.hasPrefix(start) }))
      case .readRuns(let command): feed(.runsRead(Self.runs(in: kept), for: command))
      case .quit: hasLeft = true
      case .findChapter(let sought, let command):
        let chapter = lessons.firstIndex { $0.has(sought) }
        feed(
          .chapterFound(
            chapter.map { .success($0) } ?? .failure(sought.refusal(among: lessons)), for: command))
      case .openCourse, .perform, .cancelErrand, .backup, .restore, .edit, .useTheme, .say,
        .complain, .redraw, .suspend:
        break
      }
    }
  }

  /// Lets the run that waits get so far.
  mutating func progress(_ share: Double) {
    guard let waiting else { return }
    feed(.progressed(waiting.ticket, share: share, nil))
  }

  /// Lets the run that waits end.
  mutating func finishRun() {
    guard let (ticket, request) = waiting else { return }
    waiting = nil
    feed(.finished(ticket, request.run()))
  }

  private mutating func keep(_ event: LearnerEvent, _ ticket: RunTicket?) {
    guard case .run(var entry) = event else {
      kept.append(event)
      return
    }
    entry.number = (Self.runs(in: kept).map(\.number).max() ?? 0) + 1
    kept.append(.run(entry))
    if let ticket { feed(.numbered(ticket, entry.number)) }
  }
}

/// What is seen.
extension Learner {
  /// The screen as text, trailing blanks left out.
  var screen: String {
    session.view().lines.map { $0.withoutTrailingBlanks.text }.joined(separator: "\n")
  }

  /// The first rows of the screen: a panel without its charts.
  func top(_ rows: Int) -> String {
    screen.split(separator: "\n", omittingEmptySubsequences: false).prefix(rows)
      .joined(separator: "\n")
  }

  /// A row of the screen, without blanks around it.
  func row(_ index: Int) -> String { session.view().lines[index].text.trimmingBlanks }

  /// The bottom row, with the rows that belong to it; where a typed line was refused, why.
  var status: String {
    let above = session.linesAboveStatus.map(\.text.trimmingBlanks)
    let bottom = row(session.size.rows - 1)
    if case .typing(let entry, _) = session.mode {
      return entry.refusal.isEmpty ? bottom : above.joined(separator: " ")
    }
    return (above + [bottom]).joined(separator: " ")
  }

  /// The page as text, on the screen or not.
  var page: String { session.page.lines.map(\.withoutTrailingBlanks.text).joined(separator: "\n") }

  func cell(_ id: String) -> Cell? { session.workbook?.cells[id] }

  /// The current value of a hyperparameter, as text.
  func value(_ name: String, of id: String) -> String? {
    guard let cell = cell(id) else { return nil }
    return cell.experiment.kind.hyperparameters.first { $0.name == name }?
      .text(in: cell.hyperparameters)
  }
}
