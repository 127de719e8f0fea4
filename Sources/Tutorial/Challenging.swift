// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText
import Typesetting

/// A challenge and how far a learner is with it.
public struct ChallengeProgress: Sendable {
  /// The challenge of the lesson.
  public let challenge: Challenge
  /// The judge of it.
  public let judge: ChallengeJudge
  /// The share of hidden seeds on which the last try passed.
  public var score: Double?
  /// What the goals' measures came to in the last try, or empty.
  public var measured = ""
  /// Whether some try has passed.
  public var isPassed: Bool
  /// How many hints were taken; one more than there are shows the solution.
  public var hintCount: Int

  /// A challenge with what was done on earlier days.
  public init(_ challenge: Challenge, target: Experiment, past: LessonPast) {
    self.challenge = challenge
    judge = ChallengeJudge(challenge, experiment: target)
    isPassed = past.challenges.contains { $0.challenge == challenge.id && $0.passed }
    hintCount = past.hints.filter { $0.block == challenge.id }.map(\.level).max() ?? 0
  }
}

extension Experiment {
  /// The experiment that a challenge starts from: its own beginning, its own hyperparameters to edit.
  init(_ challenge: Challenge, of target: Experiment) {
    self = target
    id = challenge.id
    title = challenge.title
    seeds = 1
    claims = []
    if let start = try? target.hyperparameters(with: challenge.start) { hyperparameters = start }
    variants = [Variant(name: "", hyperparameters: hyperparameters)]
    edit = target.kind.hyperparameters.filter { challenge.edit.contains($0.name) }
  }
}

extension ChallengeProgress {
  /// Refuses a number of seeds.
  ///
  /// - Throws: `CommandError` where one was given.
  func check(seeds: Int?) throws(CommandError) {
    guard seeds != nil else { return }
    throw CommandError("a challenge is judged on seeds of its own; leave --seeds out")
  }

  /// Refuses what the challenge does not let a learner change.
  ///
  /// - Throws: `CommandError` with what may be changed.
  func check(_ settings: [Setting]) throws(CommandError) {
    for setting in settings where !challenge.edit.contains(setting.name) {
      throw CommandError(
        "\(setting.name) stays as it is in this challenge; you may change "
          + challenge.edit.joined(separator: ", "))
    }
  }
}

extension Session {
  /// Runs the challenge's experiment as it stands, and judges it over the hidden seeds.
  mutating func tryChallenge(_ id: String) -> [Effect] {
    guard let progress = workbook?.challenges[id], let cell = workbook?.cells[id] else { return [] }
    let effects = run(id)
    guard !effects.isEmpty else { return [] }
    lastSerial += 1
    let ticket = RunTicket(serial: lastSerial, experiment: id, purpose: .judge)
    let request = progress.judge.request(for: cell.hyperparameters)
    if effects.contains(where: {
      if case .run(_, _, isImmediate: false) = $0 { true } else { false }
    }) {
      waitingJudgement = (ticket, request)
      return effects
    }
    return effects + beginJudging(ticket, request)
  }

  /// Judges now, or beside the loop where it takes longer than a frame.
  mutating func beginJudging(_ ticket: RunTicket, _ request: ExperimentRequest) -> [Effect] {
    running = ticket
    workbook?.cells[ticket.experiment]?.progress = request.isCheap ? nil : 0
    return [.run(ticket, request, isImmediate: request.isCheap)]
  }

  /// The judgement of a challenge has come.
  mutating func judge(_ ticket: RunTicket, _ report: ExperimentReport?) -> [Effect] {
    let id = ticket.experiment
    workbook?.cells[id]?.progress = nil
    defer { redraw(id) }
    guard let report, var progress = workbook?.challenges[id], let book = workbook,
      let cell = book.cells[id]
    else { return [] }
    let score = progress.judge.score(of: report)
    progress.score = score
    progress.measured = progress.judge.measured(by: report, glyphs: glyphs)
    progress.isPassed = progress.isPassed || score == 1
    workbook?.challenges[id] = progress
    let left = progress.challenge.hints.count - progress.hintCount
    message =
      score == 1
      ? "Passed"
      : left > 0 ? "Not yet; h gives a hint" : left == 0 ? "Not yet; h shows a solution" : "Not yet"
    let entry = ChallengeEntry(
      lesson: book.lesson.id, challenge: id, passed: score == 1, score: score,
      hyperparameters: cell.overrides.map { NamedText($0.name, $0.value) })
    return [.record(.challenge(entry), nil)]
  }

  /// The next hint; after the last one, the solution.
  mutating func takeHint(_ id: String) -> [Effect] {
    guard var progress = workbook?.challenges[id], let lesson = workbook?.lesson.id else {
      return []
    }
    guard progress.hintCount <= progress.challenge.hints.count else {
      message = "There is no further hint"
      return []
    }
    progress.hintCount += 1
    workbook?.challenges[id] = progress
    redraw(id)
    reveal(id)
    return [.record(.hint(lesson: lesson, block: id, level: progress.hintCount), nil)]
  }

  /// The panel of a challenge, as the session stands.
  func challengeLines(_ id: String, in workbook: Workbook, width: Int) -> [Line]? {
    guard let progress = workbook.challenges[id], let cell = workbook.cells[id] else { return nil }
    var panel = ChallengePanel(progress.challenge, experiment: self.panel(for: cell))
    panel.score = progress.score
    panel.measured = progress.measured
    panel.isPassed = progress.isPassed
    panel.hintCount = progress.hintCount
    if progress.isPassed || progress.hintCount > progress.challenge.hints.count {
      panel.solution = progress.challenge.solution.map { "\($0.name)=\($0.value.text)" }
        .joined(separator: " ")
    }
    return panel.lines(width: width, height: textHeight, glyphs: glyphs)
  }
}
