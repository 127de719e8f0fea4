// SPDX-License-Identifier: MIT
import LearnerRecords
import LessonFormat
import Tutorial

/// Reads lessons and keeps the record for a session: the effects that touch files.
public final class Bookkeeper {
  private let course: Course
  private let record: LearnerRecord
  private var saidReason: String?

  /// Keeps a course's record.
  public init(course: Course, record: LearnerRecord) {
    self.course = course
    self.record = record
    if case .notSaving(let reason) = record.availability { saidReason = reason }
  }

  /// Every run that the record knows, oldest first.
  public var runs: [RunEntry] {
    ((try? record.runs(limit: 1000)) ?? []).sorted { $0.number < $1.number }
  }

  /// Performs an effect that touches files, and tells what came of it; `nil` for any other effect.
  public func perform(_ effect: Effect) -> [Event]? {
    switch effect {
    case .open(let chapter, let destination): [open(chapter, at: destination)]
    case .record(let event, let ticket): keep(event, ticket)
    case .reset(let lesson):
      change(lesson.map { "\($0) is as new" } ?? "Everything is as new") {
        () throws(RecordError) in try record.reset(lesson: lesson)
      }
    case .backup(let file):
      told { () throws(RecordError) in
        try record.backup(to: file)
        return "Your record was copied to \(file)"
      }
    case .restore(let file):
      change("Your record was taken from \(file)") { () throws(RecordError) in
        _ = try record.restore(from: file)
      }
    case .run, .cancel, .edit, .say, .complain, .redraw, .suspend, .quit: nil
    }
  }

  private func open(_ chapter: Int, at destination: Destination) -> Event {
    guard course.chapters.indices.contains(chapter) else {
      return .notOpened("There is no such chapter")
    }
    do throws(LessonError) {
      let file = course.chapters[chapter].file
      let lesson = Lesson(parsing: try LessonFile.read(file), file: file)
      return .opened(chapter: chapter, lesson, past(of: lesson.id), destination)
    } catch {
      return .notOpened("\(error)")
    }
  }

  private func past(of lesson: String) -> LessonPast {
    LessonPast(
      place: (try? record.place(in: lesson)) ?? nil,
      runs: runs.filter { $0.lesson == lesson },
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

  private func change(_ sentence: String, _ act: () throws(RecordError) -> Void) -> [Event] {
    told { () throws(RecordError) in
      try act()
      return sentence
    } + [.recordChanged(runs)]
  }

  private func told(_ act: () throws(RecordError) -> String) -> [Event] {
    do throws(RecordError) { return [.told(try act())] } catch { return [.told(error.description)] }
  }
}
