// SPDX-License-Identifier: MIT
import LessonFormat

/// Questions that were missed are asked again, whatever chapter they stand in.
extension Session {
  private var due: [SpacedQuestions.Due] {
    course.dueQuestions(answers, at: now, except: goneQuestions, beginningWith: workbook?.lesson.id)
  }

  /// What is said of due questions at the start and after a quiz; empty where there are none.
  var reviewReminder: String {
    let count = due.count
    return count == 0 ? "" : SpacedQuestions.reminder(count)
  }

  /// The `review` command.
  mutating func beginReview() -> [Effect] {
    hasReviewed = false
    return review()
  }

  /// Asks the next due questions: of this chapter first, then of the others.
  mutating func review() -> [Effect] {
    isReviewing = false
    let questions = due
    guard let next = questions.first,
      let chapter = course.chapters.firstIndex(where: { $0.id == next.lesson })
    else {
      message =
        hasReviewed ? "Every question that was due is answered" : SpacedQuestions.nothingDue
      return []
    }
    isReviewing = true
    guard chapter == workbook?.chapter else { return go(toChapter: chapter, at: .lastPlace) }
    let (quiz, gone) = workbook?.askAgain(questions) ?? (nil, [])
    goneQuestions.formUnion(gone)
    guard let quiz, let index = workbook?.liveBlocks.firstIndex(where: { $0.id == quiz }) else {
      return review()
    }
    hasReviewed = true
    _ = setFocus(index)
    ask(quiz)
    return []
  }

  /// Opens the experiment that belongs to a question.
  mutating func openExperiment(of question: Question) -> [Effect] {
    guard let name = question.experiment ?? question.picture?.experiment,
      let index = workbook?.liveBlocks.firstIndex(where: { $0.id == name })
    else {
      message = "This question names no experiment"
      return []
    }
    _ = setFocus(index)
    message = "Enter runs it, e edits it; :quiz goes back to the questions"
    return []
  }
}
