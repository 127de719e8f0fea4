// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText

@testable import Tutorial

/// Somebody who types lines: the linear notebook with the small course and a record in memory.
struct PlainLearner {
  private(set) var notebook: LinearNotebook
  private(set) var kept: [LearnerEvent] = []
  private(set) var complaints: [String] = []
  private(set) var hasLeft = false
  /// The texts that were saved, by file.
  private(set) var written: [String: String] = [:]
  private var said: [Line] = []
  private let lessons: [Lesson]

  init(_ texts: [String] = SmallCourse.texts, width: Int = 60, kept: [LearnerEvent] = []) {
    self.kept = kept
    let learner = Learner(texts)
    lessons = learner.lessons
    notebook = LinearNotebook(course: learner.session.course, width: width)
    perform([.open(chapter: 0, .lastPlace)])
  }

  /// Types lines; returns what was said to them, complaints marked.
  mutating func type(_ lines: String...) -> String {
    said = []
    complaints = []
    for line in lines { perform(notebook.enter(line, at: 1000)) }
    return said.map(\.withoutTrailingBlanks.text).joined(separator: "\n")
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .say(let lines): said += lines
      case .complain(let sentence):
        complaints.append(sentence)
        said.append(Line("! \(sentence)"))
      case .open(let chapter, let destination):
        feed(
          .opened(
            chapter: chapter, lessons[chapter], LessonPast(allAnswers: Learner.answers(in: kept)),
            destination))
      case .run(let ticket, let request, _): feed(.finished(ticket, request.run()))
      case .record(.run(var entry), let ticket):
        entry.number = Learner.runs(in: kept).count + 1
        kept.append(.run(entry))
        if let ticket { feed(.numbered(ticket, entry.number)) }
      case .record(let event, _): kept.append(event)
      case .perform(.save(let text, let file, _)): written[file] = text
      case .readRuns(let command): feed(.runsRead(Learner.runs(in: kept), for: command))
      case .quit: hasLeft = true
      case .reset, .backup, .restore, .cancel, .edit, .redraw, .suspend, .useTheme, .listFiles,
        .openCourse, .perform, .cancelErrand:
        break
      case .findChapter(let sought, let command):
        let chapter = lessons.firstIndex { $0.has(sought) }
        feed(
          .chapterFound(
            chapter.map { .success($0) } ?? .failure(sought.refusal(among: lessons)), for: command))
      }
    }
  }

  private mutating func feed(_ event: Event) { perform(notebook.update(event, at: 1000)) }
}
