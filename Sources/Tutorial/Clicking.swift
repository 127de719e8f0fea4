// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

/// What a click with the mouse means, by what stands where it was.
extension Session {
  /// The key that a click on an option of the open question or prediction stands for: its letter, or
  /// Enter where it is the one that is pointed at already; `nil` anywhere else.
  func key(forClickOn row: Int) -> Key? {
    let pointed: Int?
    switch mode {
    case .predicting(let place): pointed = place
    case .answering(let field):
      guard let quiz = workbook?.quizzes[field.quiz], !quiz.showsFeedback else { return nil }
      pointed = quiz.question?.isSingleChoice == true ? field.place : nil
    default: return nil
    }
    guard let letter = optionLetter(at: row) else { return nil }
    return pointed.map { Question.letters[$0] } == letter ? .enter : .character(letter)
  }

  /// A click while reading: it focuses what it meets; a second one runs or answers that, unless it is
  /// on a chart, which is only looked at.
  mutating func click(on row: Int) -> [Effect] {
    guard let workbook, let block = page.block(at: pager.top + row),
      let live = workbook.lesson.blocks[block].live,
      let index = workbook.liveBlocks.firstIndex(where: { $0.id == live.id })
    else { return [] }
    guard index == focus else { return setFocus(index, reveals: false) }
    let above = page.lines(ofBlock: block).lowerBound..<(pager.top + row)
    let isOutput = above.contains { page[$0].text.contains("Out [") }
    return isOutput ? [] : performOnBlock(.activate)
  }

  /// The letter of the option that a row of the focused block belongs to: that of its first line.
  private func optionLetter(at row: Int) -> Character? {
    guard let lines = focusedLines, lines.contains(pager.top + row) else { return nil }
    for line in (lines.lowerBound...(pager.top + row)).reversed() {
      let marks = page[line].spans.filter { $0.style.role == .key }
      if let mark = marks.first(where: { $0.text.hasSuffix(") ") }) {
        return mark.text.dropLast(2).last
      }
      if page[line].text.allSatisfy(\.isWhitespace) { return nil }
    }
    return nil
  }
}
