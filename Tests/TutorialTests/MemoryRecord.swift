// SPDX-License-Identifier: MIT
import LearnerRecords

@testable import Tutorial

/// The record's answers, worked out from the list of events.
extension Learner {
  static func runs(in kept: [LearnerEvent]) -> [RunEntry] {
    kept.compactMap { if case .run(let entry) = $0 { entry } else { nil } }
  }

  /// Marks, bookmarks and typed lines, as a record gives them back.
  static func memories(in kept: [LearnerEvent]) -> Memories {
    var memories = Memories()
    for event in kept {
      switch event {
      case .mark(let name, let lesson, let anchor, let offset):
        memories.marks[name] = ReadingPlace(lesson: lesson, anchor: anchor, offset: offset)
      case .bookmark(let bookmark): memories.set(bookmark)
      case .bookmarkRemoved(let name): memories.bookmarks.removeAll { $0.name == name }
      case .typed(let line, let kind): memories[kind].append(line)
      case .lessonFinished(let lesson):
        memories.progress.append(LessonProgress(lesson: lesson, isFinished: true))
      default: break
      }
    }
    return memories
  }

  var runs: [RunEntry] { Self.runs(in: kept) }

  static func answers(in kept: [LearnerEvent]) -> [AnswerEntry] {
    kept.compactMap { if case .answer(let entry) = $0 { entry } else { nil } }
  }

  var answers: [AnswerEntry] { Self.answers(in: kept) }

  var predictions: [PredictionEntry] {
    kept.compactMap { if case .prediction(let entry) = $0 { entry } else { nil } }
  }

  var challenges: [ChallengeEntry] {
    kept.compactMap { if case .challenge(let entry) = $0 { entry } else { nil } }
  }

  /// What the record knows of a lesson.
  func past(of lesson: String) -> LessonPast {
    var past = LessonPast()
    past.allAnswers = answers
    for event in kept where event.lesson == lesson {
      switch event {
      case .place(let lesson, let anchor, let offset):
        past.place = ReadingPlace(lesson: lesson, anchor: anchor, offset: offset)
      case .run(let entry): past.runs.append(entry)
      case .answer(let entry):
        past.answers.removeAll { $0.quiz == entry.quiz && $0.question == entry.question }
        past.answers.append(entry)
      case .prediction(let entry): past.predictions.append(entry)
      case .challenge(let entry): past.challenges.append(entry)
      default: break
      }
    }
    return past
  }
}

extension LearnerEvent {
  /// The lesson that it speaks of.
  var lesson: String {
    switch self {
    case .place(let lesson, _, _), .mark(_, let lesson, _, _), .lessonOpened(let lesson),
      .lessonFinished(let lesson), .hint(let lesson, _, _):
      lesson
    case .bookmark(let bookmark): bookmark.place.lesson
    case .bookmarkRemoved, .setting, .typed: ""
    case .run(let entry): entry.lesson
    case .answer(let entry): entry.lesson
    case .prediction(let entry): entry.lesson
    case .challenge(let entry): entry.lesson
    }
  }

  /// The name of what happened.
  var name: String {
    switch self {
    case .place: "place"
    case .mark: "mark"
    case .bookmark: "bookmark"
    case .bookmarkRemoved: "bookmarkRemoved"
    case .setting: "setting"
    case .typed: "typed"
    case .lessonOpened: "lessonOpened"
    case .lessonFinished: "lessonFinished"
    case .run: "run"
    case .answer: "answer"
    case .prediction: "prediction"
    case .hint: "hint"
    case .challenge: "challenge"
    }
  }
}
