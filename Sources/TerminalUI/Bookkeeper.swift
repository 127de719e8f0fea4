// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import Tutorial

/// Reads lessons and keeps the record for a session: the effects that touch files.
public final class Bookkeeper {
  private let firstCourse: Course
  private var course: Course
  private let record: LearnerRecord
  private var saidReason: String?

  /// Keeps a course's record.
  public init(course: Course, record: LearnerRecord) {
    firstCourse = course
    self.course = course
    self.record = record
    if case .notSaving(let reason) = record.availability { saidReason = reason }
  }

  /// Marks, bookmarks, and what was typed.
  public var memories: Memories { Memories(record) }

  /// The theme that the learner chose, if one was.
  public var theme: Theme? {
    ((try? record.setting(Theme.settingName)) ?? nil).flatMap(Theme.init(rawValue:))
  }

  /// Performs an effect that touches files, and tells what came of it; `nil` for any other effect.
  public func perform(_ effect: Effect) -> [Event]? {
    switch effect {
    case .open(let chapter, let destination): [open(chapter, at: destination)]
    case .record(let event, let ticket): keep(event, ticket)
    case .reset(let lesson):
      change { () throws(RecordError) in
        let keeper = try record.reset(lesson: lesson)
        return "\(lesson ?? "Everything") is as new; your record of before is in \(keeper)"
      }
    case .backup(let file):
      told { () throws(RecordError) in
        try record.backup(to: FileNames.expanded(file))
        return "Your record was copied to \(file)"
      }
    case .restore(let file):
      change { () throws(RecordError) in
        let keeper = try record.restore(from: FileNames.expanded(file))
        return "Your record was taken from \(file); the one before is in \(keeper)"
      }
    case .listFiles(let start): [.filesListed(startingWith: start, FileNames.starting(with: start))]
    case .readRuns(let command): [readRuns(for: command)]
    case .openCourse(let path): [openCourse(path)]
    case .findChapter(let sought, let command): [find(sought, for: command)]
    case .run, .cancel, .perform, .cancelErrand, .edit, .useTheme, .say, .complain, .redraw,
      .suspend, .quit:
      nil
    }
  }

  private func open(_ chapter: Int, at destination: Destination) -> Event {
    guard course.chapters.indices.contains(chapter) else {
      return .notOpened("There is no such chapter")
    }
    return opened(chapter, Self.lesson(in: course.chapters[chapter].file), at: destination)
  }

  /// The lesson of a file.
  static func lesson(in file: String) -> Result<Lesson, LessonError> {
    Result { () throws(LessonError) in Lesson(parsing: try LessonFile.read(file), file: file) }
  }

  /// A chapter whose file was read, and what the record knows of it.
  func opened(
    _ chapter: Int, _ lesson: Result<Lesson, LessonError>, at destination: Destination
  ) -> Event {
    switch lesson {
    case .success(let lesson): .opened(chapter: chapter, lesson, past(of: lesson.id), destination)
    case .failure(let error): .notOpened("\(error)")
    }
  }

  /// Errands for the course at hand.
  public var errands: Errands { Errands(course: course, record: record) }

  private func openCourse(_ path: String?) -> Event {
    do throws(LessonError) {
      var next = firstCourse
      if let path { next = Course(try Curriculum(folder: FileNames.expanded(path))) }
      // The course at hand is not left for one that cannot be read.
      if next.chapters.indices.contains(next.start) {
        _ = try LessonFile.read(next.chapters[next.start].file)
      }
      next.take((try? record.progress()) ?? [])
      course = next
      return .courseOpened(next)
    } catch {
      return .notOpened("\(error)")
    }
  }

  /// The chapter of what is sought, wherever in the course it stands.
  private func find(_ sought: Sought, for command: Command) -> Event {
    var lessons: [Lesson] = []
    for (index, chapter) in course.chapters.enumerated() {
      guard let bytes = try? LessonFile.read(chapter.file) else { continue }
      let lesson = Lesson(parsing: bytes, file: chapter.file)
      if lesson.has(sought) {
        do throws(CommandError) { try lesson.check(command) } catch {
          return .chapterFound(.failure(error), for: command)
        }
        return .chapterFound(.success(index), for: command)
      }
      lessons.append(lesson)
    }
    return .chapterFound(.failure(sought.refusal(among: lessons)), for: command)
  }

  private func readRuns(for command: Command?) -> Event {
    do throws(RecordError) {
      return .runsRead(try record.runs(limit: .max).reversed(), for: command)
    } catch {
      return .refused(error.description)
    }
  }

  private func past(of lesson: String) -> LessonPast {
    LessonPast(
      place: (try? record.place(in: lesson)) ?? nil,
      runs: (try? record.latestRuns(lesson: lesson)) ?? [],
      answers: (try? record.latestAnswers(lesson: lesson)) ?? [],
      allAnswers: (try? record.answers()) ?? [],
      predictions: (try? record.predictions(lesson: lesson)) ?? [],
      challenges: (try? record.challenges(lesson: lesson)) ?? [],
      hints: (try? record.hints(lesson: lesson)) ?? [])
  }

  private func keep(_ event: LearnerEvent, _ ticket: RunTicket?) -> [Event] {
    do throws(RecordError) {
      let stored = try record.append(event)
      var events: [Event] = []
      if let ticket, let number = stored.runNumber { events.append(.numbered(ticket, number)) }
      return events + newReason
    } catch {
      return [.told(error.description)]
    }
  }

  /// Why nothing is saved, said once.
  private var newReason: [Event] {
    guard case .notSaving(let reason) = record.availability, reason != saidReason else { return [] }
    saidReason = reason
    return [.told(reason)]
  }

  private func change(_ act: () throws(RecordError) -> String) -> [Event] {
    told(act) + [.recordChanged(memories)]
  }

  private func told(_ act: () throws(RecordError) -> String) -> [Event] {
    do throws(RecordError) { return [.told(try act())] } catch {
      return [.refused(error.description)]
    }
  }
}
