// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText
import Typesetting

/// Reading by sections: a heading and what follows it up to the next, with a pause wherever something
/// is to be done.
extension LinearNotebook {
  /// A part of a lesson that is printed at once.
  struct Section {
    var anchor: String
    var title: String
    var blocks: Range<Int>
  }

  /// The sections of the lesson at hand; what stands before the first heading belongs to it.
  ///
  /// One with a prediction, an experiment or questions in it is read in several parts, each under the
  /// anchor of all: what comes after would tell what happens.
  var sections: [Section] {
    guard let workbook else { return [] }
    let blocks = workbook.lesson.blocks
    let headings = workbook.headings
    guard !headings.isEmpty else {
      return [Section(anchor: "", title: workbook.lesson.title, blocks: blocks.indices)]
        .flatMap { $0.parts(of: blocks) }
    }
    return headings.enumerated().flatMap { index, heading in
      let end = index + 1 < headings.count ? headings[index + 1].block : blocks.count
      return Section(
        anchor: heading.anchor, title: heading.title,
        blocks: (index == 0 ? 0 : heading.block)..<end
      ).parts(of: blocks)
    }
  }

  /// Prints the section some steps further on or back.
  mutating func turn(by steps: Int) -> [Effect] {
    guard let workbook else { return complain("no chapter is open; goto 8.1 opens one") }
    let target = section + steps
    if sections.indices.contains(target) { return read(target) }
    let chapter = workbook.chapter + (steps > 0 ? 1 : -1)
    guard course.chapters.indices.contains(chapter) else {
      return [
        .say(wrapped(steps > 0 ? "This is the end of the course." : "This is the beginning."))
      ]
    }
    pending = [.next]
    return [.open(chapter: chapter, .top)]
  }

  /// Marks the chapter as read once its last section was printed.
  private mutating func finishedIfAtEnd() -> [Effect] {
    guard let workbook, section == sections.count - 1,
      course.chapters.indices.contains(workbook.chapter),
      course.chapters[workbook.chapter].progress != .finished
    else { return [] }
    course.chapters[workbook.chapter].progress = .finished
    return [.record(.lessonFinished(lesson: workbook.lesson.id), nil)]
  }

  /// Prints a section and keeps the place.
  mutating func read(_ index: Int) -> [Effect] {
    guard let workbook, sections.indices.contains(index) else { return [] }
    section = index
    let chosen = sections[index]
    if let name = chosen.experiment(in: workbook.lesson.blocks) { lastExperiment = name }
    var effects: [Effect] = [.say(lines(of: chosen, in: workbook))]
    effects.append(
      .record(.place(lesson: workbook.lesson.id, anchor: chosen.anchor, offset: 0), nil))
    return effects + finishedIfAtEnd()
  }

  /// A section as lines, its live blocks in words.
  private func lines(of section: Section, in workbook: Workbook) -> [Line] {
    page(of: section, in: workbook).lines + [Line()]
  }

  private func page(of section: Section, in workbook: Workbook) -> Page {
    var part = workbook.lesson
    part.blocks = workbook.lesson.blocks[section.blocks].map(\.withFormulasInWords)
    if section.blocks.lowerBound > 0 { (part.title, part.objectives) = ("", []) }
    // Within the page's margins there is less room than on the screen.
    var inside = self
    inside.width = Page.measure(for: width, isWide: true)
    return Page(part, width: width, glyphs: .ascii) { [inside] in inside.spoken($0, in: workbook) }
  }

  /// How a live block is told in words; `nil` leaves it to the typesetter.
  private func spoken(_ block: Block, in workbook: Workbook) -> [Line]? {
    switch block.kind {
    case .experiment(let experiment):
      guard let cell = workbook.cells[experiment.id] else { return nil }
      return wrapped("Experiment \(experiment.id): \(experiment.title.asSentence)")
        + (experiment.edit.isEmpty ? [] : wrapped("Hyperparameters: \(settings(of: cell))."))
        + wrapped(
          "Type run \(experiment.id) to train it, or run \(experiment.id) name=value to change it.")
    case .quiz(let quiz):
      let count = quiz.questions.count
      return wrapped(
        "Questions: \(quiz.title.asSentence) \(count) question\(count == 1 ? "" : "s"); type quiz to answer."
      )
    case .predict(let prediction): return spokenPrediction(prediction.id, in: workbook)
    case .challenge(let challenge): return spokenChallenge(challenge.id, in: workbook)
    case .guide(let guide):
      return wrapped("Guide: \(guide.title.asSentence) Type guide to be asked step by step.")
    case .figure(let figure):
      return wrapped("Figure: \(figure.figure.title.asSentence) \(figure.figure.summary)")
    default: return nil
    }
  }

  /// `noise 0.1, hidden [20]`.
  func settings(of cell: Cell) -> String {
    cell.experiment.edit.map { "\($0.name) \($0.text(in: cell.hyperparameters))" }
      .joined(separator: ", ")
  }

  /// Goes to a chapter, or to a section of this one.
  mutating func go(to name: String) throws(CommandError) -> [Effect] {
    let wanted = name.lowercased()
    if let bookmark = memories.bookmark(named: name) { return try go(to: bookmark.place) }
    let isChapter = course.chapters.contains { $0.label == wanted || $0.id == wanted }
    if !isChapter,
      let index = sections.firstIndex(where: {
        $0.anchor == wanted || $0.title.lowercased().contains(wanted)
          || $0.anchor == wanted.split(separator: " ").joined(separator: "-")
      })
    {
      return read(index)
    }
    // A link as lessons write it: `#anchor`, `file.md#anchor`.
    let parts = name.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].isEmpty, parts[1].contains(where: { $0 != "#" }) {
      return try go(to: String(parts[1]))
    }
    let chapter = try course.chapter(String(parts[0]).lastName)
    pending = parts.count == 2 ? [.goto(String(parts[1]))] : [.next]
    return [.open(chapter: chapter, .top)]
  }

  /// `print 8.7`: a whole chapter; the place stays where it is in the one at hand.
  mutating func printWhole(_ name: String) throws(CommandError) -> [Effect] {
    guard let chapter = try? course.chapter(name) else { return try go(to: name) }
    guard let workbook, workbook.chapter == chapter else {
      pending = [.print(name)]
      return [.open(chapter: chapter, .lastPlace)]
    }
    return [.say(sections.flatMap { lines(of: $0, in: workbook) })]
  }

  /// Goes to the next section that has a text.
  mutating func find(_ text: String) -> [Effect] {
    guard let workbook else { return complain("no chapter is open") }
    let order = sections.indices.filter { $0 > section } + sections.indices.filter { $0 <= section }
    for index in order {
      let page = page(of: sections[index], in: workbook)
      if !page.matches(of: text).isEmpty { return read(index) }
    }
    return complain("'\(text)' is not in this chapter")
  }
}

extension LinearNotebook.Section {
  /// The section in parts: each ends with a block that something is to be done in.
  fileprivate func parts(of all: [Block]) -> [Self] {
    var parts = [self]
    for index in blocks.dropLast() where all[index].isStop {
      parts[parts.count - 1].blocks = parts[parts.count - 1].blocks.lowerBound..<(index + 1)
      parts.append(Self(anchor: anchor, title: title, blocks: (index + 1)..<blocks.upperBound))
    }
    return parts
  }

  /// The experiment or challenge that it ends with.
  fileprivate func experiment(in all: [Block]) -> String? {
    guard let last = blocks.last else { return nil }
    switch all[last].kind {
    case .experiment(let experiment): return experiment.id
    case .challenge(let challenge): return challenge.id
    default: return nil
    }
  }
}

extension String {
  /// A title as a sentence: with its own mark at the end, or a full stop.
  var asSentence: String { last.map { ".?!".contains($0) } == true ? self : self + "." }
}
