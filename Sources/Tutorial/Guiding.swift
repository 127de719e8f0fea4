// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText
import Typesetting

/// A guide and how far a learner has got with it.
public struct GuideProgress: Sendable {
  /// The guide of the lesson.
  public let guide: Guide
  /// How far it is.
  public var state = GuidePanel.Progress.closed
  /// The answers given: which question, and whether yes.
  public var answers: [(question: Int, isYes: Bool)] = []
  /// What the diagnosis said of a run, or empty.
  public var diagnosis = ""

  /// A guide that was not begun.
  public init(_ guide: Guide) { self.guide = guide }

  /// Begins at the first question.
  mutating func begin() {
    answers = []
    diagnosis = ""
    state = guide.steps.isEmpty ? .closed : .asking(0)
  }

  /// Answers the open question.
  mutating func answer(_ isYes: Bool) {
    guard case .asking(let index) = state, guide.steps.indices.contains(index) else { return }
    answers.append((index, isYes))
    switch isYes ? guide.steps[index].yes : guide.steps[index].no {
    case .question(let next): state = .asking(next)
    case .advice(let advice): state = .advising(advice)
    }
  }

  /// Answers every question as a diagnosis does.
  mutating func follow(_ finding: Diagnosis, run: String) {
    begin()
    diagnosis = "\(run), \(finding.finding.rawValue): \(finding.evidence)"
    while case .asking(let index) = state {
      answer(guide.steps[index].sign == finding.finding.rawValue)
    }
  }
}

extension Session {
  /// Begins a guide, or goes on with it.
  mutating func openGuide(_ id: String) -> [Effect] {
    if case .asking = workbook?.guides[id]?.state {} else { workbook?.guides[id]?.begin() }
    mode = .guiding
    redraw(id)
    reveal(id)
    return []
  }

  /// A key while a guide asks or advises.
  mutating func guide(_ key: Key) -> [Effect] {
    guard let (_, id) = focusedBlock, let progress = workbook?.guides[id] else {
      mode = .reading
      return []
    }
    var effects: [Effect] = []
    switch (key, progress.state) {
    case (":", _): return begin(.command)
    case ("y", .asking): workbook?.guides[id]?.answer(true)
    case ("n", .asking): workbook?.guides[id]?.answer(false)
    case ("d", _): effects = diagnoseLastRun(id)
    case (.enter, .advising): workbook?.guides[id]?.begin()
    case ("s", .advising(let advice)):
      guard let section = advice.section else {
        message = "This advice names no section"
        return []
      }
      leaveForAWhile(id)
      let effects = follow(section)
      if message.isEmpty { message = "'' goes back to the guide" }
      return effects
    case (.escape, _), ("q", _), (.control("c"), _): mode = .reading
    case (_, .advising):
      message = "Enter begins again, s reads the section, d diagnoses your last run, Esc leaves"
    default: message = "y or n answers, d diagnoses your last run, Esc leaves"
    }
    redraw(id)
    reveal(id)
    return effects
  }

  /// The `guide` command; where the chapter at hand has none, it leads to one that has.
  mutating func openFirstGuide(onLastRun: Bool) -> [Effect] {
    guard let workbook, let index = workbook.liveBlocks.firstIndex(where: { $0.kind == "guide" })
    else { return [.findChapter(of: .guide, for: .guide(onLastRun: onLastRun))] }
    _ = setFocus(index)
    let effects = openGuide(workbook.liveBlocks[index].id)
    guard onLastRun else { return effects }
    return effects + diagnoseLastRun(workbook.liveBlocks[index].id)
  }

  /// Answers the questions by the last run, which the record knows where this session made none.
  private mutating func diagnoseLastRun(_ id: String) -> [Effect] {
    guard let lastRun else { return [.readRuns(for: .guide(onLastRun: true))] }
    do throws(CommandError) {
      workbook?.guides[id]?.follow(try lastRun.finding, run: lastRun.name)
      redraw(id)
      revealEnd(id)
    } catch {
      message = error.message
    }
    return []
  }

  /// The runs of the record have come: the guide looks at the last of them.
  mutating func guide(byLastOf runs: [RunEntry]) throws(CommandError) -> [Effect] {
    lastRun = try DiagnosedRun(lastOf: runs) { workbook?.cells[$0]?.experiment }
    guard let (_, id) = focusedBlock, workbook?.guides[id] != nil else { return [] }
    return diagnoseLastRun(id)
  }

  /// The panel of a guide, as the session stands.
  func guidePanel(for progress: GuideProgress) -> GuidePanel {
    var panel = GuidePanel(progress.guide)
    panel.progress = progress.state
    panel.answers = progress.answers
    panel.diagnosis = progress.diagnosis
    panel.isFocused = focusedBlock?.id == progress.guide.id
    return panel
  }
}
