// SPDX-License-Identifier: MIT
import LessonFormat

/// Questions that were missed are asked again, whatever chapter they stand in.
extension Session {
  private var due: [SpacedQuestions.Due] {
    course.dueQuestions(answers, at: now, except: goneQuestions, beginningWith: workbook?.lesson.id)
  }

  /// Offers the questions that are due, where there are any: at the start, and after a quiz.
  mutating func offerReview() {
    let count = due.count
    guard count > 0 else { return }
    mode = .offeringReview(SpacedQuestions.reminder(count, askedBy: "Enter"))
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
      goneQuestions.insert(next)
      return review()
    }
    hasReviewed = true
    _ = setFocus(index)
    ask(quiz)
    return []
  }

  /// Opens the experiment that belongs to a question.
  mutating func openExperiment(of question: Question) -> [Effect] {
    leaveMark()
    if let name = question.experiment ?? question.picture?.experiment,
      let index = workbook?.liveBlocks.firstIndex(where: { $0.id == name })
    {
      return focusExperiment(index)
    }
    guard let section = question.section else { return [] }
    let effects = follow(section)
    let isElsewhere = effects.contains { if case .open = $0 { true } else { false } }
    if isElsewhere { seeksExperiment = true }
    return isElsewhere ? effects : effects + focusNextExperiment()
  }

  /// Focuses the first experiment from the top of the screen on, as after going to a section.
  mutating func focusNextExperiment() -> [Effect] {
    seeksExperiment = false
    guard let workbook else { return [] }
    let blocks = workbook.lesson.blocks.indices.filter { workbook.lesson.blocks[$0].live != nil }
    let next = blocks.enumerated().first { index, block in
      page.lines(ofBlock: block).lowerBound >= pager.top
        && ["experiment", "challenge"].contains(workbook.liveBlocks[index].kind)
    }
    guard let next else {
      message = "No experiment follows in this chapter"
      return []
    }
    return focusExperiment(next.offset)
  }

  private mutating func focusExperiment(_ index: Int) -> [Effect] {
    _ = setFocus(index)
    message = "Enter runs it, e edits it; '' goes back to the questions"
    return []
  }
}

extension Workbook {
  /// Whether an experiment belongs to a question: the one that it names, or one in the section that it
  /// leads back to; that of another chapter is taken to have one.
  func leadsToExperiment(_ question: Question) -> Bool {
    if question.experiment ?? question.picture?.experiment != nil { return true }
    guard let section = question.section else { return false }
    let parts = section.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.first?.isEmpty == true else { return true }
    let blocks = lesson.blocks
    guard let first = headings.firstIndex(where: { $0.anchor == parts.last.map(String.init) })
    else { return false }
    let end = headings.dropFirst(first + 1).first { $0.level <= headings[first].level }?.block
    return blocks[headings[first].block..<(end ?? blocks.count)].contains { block in
      block.live.map { ["experiment", "challenge"].contains($0.kind) } ?? false
    }
  }
}
