// SPDX-License-Identifier: MIT
import LearnerRecords

/// A question or a guide sends a learner to a section or an experiment; `''` leads back to it.
extension Session {
  /// Leaves a block as it stands.
  mutating func leaveForAWhile(_ id: String) {
    leftBlock = workbook.map { ($0.lesson.id, id) }
    isReviewing = false
    mode = .reading
    redraw(id)
  }

  /// Goes to a place, and to the block that was left in its chapter.
  mutating func comeBack(to place: ReadingPlace) -> [Effect] {
    let effects = go(to: place)
    guard place.lesson == leftBlock?.lesson else { return effects }
    guard place.lesson == workbook?.lesson.id else {
      isComingBack = true
      return effects
    }
    return effects + openLeftBlock()
  }

  /// Opens the block again that was left, once its chapter is there.
  mutating func openLeftBlock() -> [Effect] {
    let block = leftBlock
    (isComingBack, leftBlock) = (false, nil)
    guard let left = block, let workbook, workbook.lesson.id == left.lesson else { return [] }
    guard let index = workbook.liveBlocks.firstIndex(where: { $0.id == left.id }) else { return [] }
    let effects = setFocus(index)
    if let quiz = workbook.quizzes[left.id] {
      if quiz.isFinished { return effects }
      ask(left.id)
      if quiz.showsFeedback { revealEnd(left.id) }
    } else if case .advising = workbook.guides[left.id]?.state {
      mode = .guiding
      redraw(left.id)
      revealEnd(left.id)
    }
    return effects
  }
}
