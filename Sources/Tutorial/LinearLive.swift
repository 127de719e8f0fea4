// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText
import Typesetting

/// Predictions, challenges and guides in words.
extension LinearNotebook {
  /// A prediction as it is read out.
  func spokenPrediction(_ id: String, in workbook: Workbook) -> [Line]? {
    guard let progress = workbook.predictions[id] else { return nil }
    var lines = wrapped("Prediction \(id): \(progress.prediction.prompt.heard)")
    for (letter, option) in zip(Question.letters, progress.prediction.options) {
      lines += wrapped("\(letter)) \(option.text.heard)")
    }
    return lines
      + wrapped(
        progress.chosen.map { "You predicted \(Question.letters[$0])." }
          ?? "Type predict and a letter to commit yourself.")
  }

  /// A challenge as it is read out.
  func spokenChallenge(_ id: String, in workbook: Workbook) -> [Line]? {
    guard let challenge = workbook.challenges[id]?.challenge, let cell = workbook.cells[id] else {
      return nil
    }
    let goals = challenge.goals.map {
      "\($0.measure.readable) \($0.comparison.rawValue) \($0.bound.plain)"
    }
    return wrapped(
      "Challenge \(id): \(challenge.title.asSentence) \(challenge.introduction.heard)")
      + wrapped(
        "Goal: \(goals.joined(separator: " and ")), on "
          + (challenge.seeds == 1
            ? "one hidden seed." : "each of \(challenge.seeds) hidden seeds."))
      + wrapped("Hyperparameters: \(settings(of: cell)).")
      + wrapped("Type run \(id) name=value to try; hint gives a hint.")
  }

  /// The open prediction of the section read last, as far as it was read; one not heard yet would tell
  /// what happens there.
  private func predictionHere(in book: Workbook) throws(CommandError) -> String? {
    guard sections.indices.contains(section) else { return nil }
    let read = sections[...section].filter { $0.anchor == sections[section].anchor }
    let ids = read.flatMap { book.lesson.blocks[$0.blocks] }.compactMap { block in
      if case .predict(let prediction) = block.kind { prediction.id } else { nil }
    }
    guard let last = ids.last else {
      throw CommandError("no prediction stands in this section; next reads on")
    }
    return ids.first { book.predictions[$0]?.chosen == nil } ?? last
  }

  /// `predict b`.
  mutating func predict(_ name: String?, _ option: String) throws(CommandError) -> [Effect] {
    guard var book = workbook else { throw CommandError("no chapter is open; goto 8.1 opens one") }
    let here = name == nil ? try predictionHere(in: book) : name
    let (id, place) = try book.prediction(here, option)
    book.predictions[id]?.chosen = place
    workbook = book
    guard let progress = book.predictions[id] else { return [] }
    let event = Effect.record(progress.event(in: book.lesson.id), nil)
    if progress.right != nil || progress.prediction.isBet {
      return [event, .say(outcome(of: progress))]
    }
    if let name = progress.prediction.experiment, let cell = book.cells[name],
      let report = cell.output?.report,
      report.request.runsTheSame(as: cell.asGiven.request(seeds: nil))
    {
      workbook?.predictions[id]?.isLate = true
      return [.say(wrapped(PredictionProgress.late + "."))]
        + settlePredictions(of: name, by: report)
    }
    let run =
      progress.prediction.experiment.map { " Now type run \($0): the run will answer." } ?? ""
    return [event, .say(wrapped("You predicted \(option).\(run)"))]
  }

  /// Tells what became of the predictions about an experiment, where it was run as the lesson has it.
  mutating func settlePredictions(of experiment: String, by report: ExperimentReport) -> [Effect] {
    guard let book = workbook, let cell = book.cells[experiment],
      report.request.runsTheSame(as: cell.asGiven.request(seeds: nil))
    else { return [] }
    var effects: [Effect] = []
    for (_, id) in book.liveBlocks {
      guard var progress = book.predictions[id], progress.prediction.experiment == experiment,
        progress.chosen != nil, progress.right == nil
      else { continue }
      progress.settle(report)
      workbook?.predictions[id] = progress
      effects.append(.record(progress.event(in: book.lesson.id), nil))
      effects.append(.say(outcome(of: progress)))
    }
    return effects
  }

  private func outcome(of progress: PredictionProgress) -> [Line] {
    guard let chosen = progress.chosen else { return [] }
    var text = progress.measured.isEmpty ? "" : "\(progress.measured). "
    if let right = progress.right {
      text +=
        right == chosen
        ? "You predicted \(Question.letters[chosen]), and it is so. "
        : "You predicted \(Question.letters[chosen]); what happened is \(Question.letters[right]). "
    }
    text += progress.prediction.options[chosen].feedback.heard
    return wrapped("\(text) \(progress.prediction.explanation.heard)".trimmingBlanks)
  }

  /// The next hint of a challenge; after the last one, the solution.
  mutating func takeHint(_ id: String) -> [Effect] {
    guard var progress = workbook?.challenges[id], let lesson = workbook?.lesson.id else {
      return []
    }
    let challenge = progress.challenge
    guard progress.hintCount <= challenge.hints.count else {
      return complain("there is no further hint")
    }
    let isSolution = progress.hintCount == challenge.hints.count
    let settings = challenge.solution.map { "\($0.name)=\($0.value.text)" }.joined(separator: " ")
    let text =
      isSolution
      ? "One solution: \(settings)" : "Hint: \(challenge.hints[progress.hintCount].heard)"
    progress.hintCount += 1
    workbook?.challenges[id] = progress
    return [
      .say(wrapped(text)),
      .record(.hint(lesson: lesson, block: id, level: progress.hintCount), nil),
    ]
  }

  /// Judges a challenge over its hidden seeds, once its experiment was run.
  mutating func judgeChallenge(_ id: String, _ cell: Cell) -> [Effect] {
    guard let progress = workbook?.challenges[id] else { return [] }
    lastSerial += 1
    let ticket = RunTicket(serial: lastSerial, experiment: id, purpose: .judge)
    return [.run(ticket, progress.judge.request(for: cell.hyperparameters), isImmediate: true)]
  }

  /// The judgement of a challenge has come.
  mutating func judged(_ ticket: RunTicket, _ report: ExperimentReport?) -> [Effect] {
    guard let report, let book = workbook, let progress = book.challenges[ticket.experiment],
      let cell = book.cells[ticket.experiment]
    else { return [] }
    let score = progress.judge.score(of: report)
    let reached = Int((score * Double(progress.challenge.seeds)).rounded())
    let verdict = score == 1 ? "Passed" : "Not yet"
    var text =
      "\(verdict): the goal was reached on \(reached) of \(progress.challenge.seeds) hidden seeds"
    text += ": \(progress.judge.measured(by: report, glyphs: .ascii))."
    text += score == 1 ? " \(progress.challenge.explanation.heard)" : " Type hint for a hint."
    let entry = ChallengeEntry(
      lesson: book.lesson.id, challenge: ticket.experiment, passed: score == 1, score: score,
      hyperparameters: cell.overrides.map { NamedText($0.name, $0.value) })
    return [.say(wrapped(text)), .record(.challenge(entry), nil)]
  }

  /// `guide`, `guide run`.
  mutating func beginGuide(onLastRun: Bool) throws(CommandError) -> [Effect] {
    guard let id = workbook?.liveBlocks.first(where: { $0.kind == "guide" })?.id else {
      return [.findChapter(of: .guide, for: .guide(onLastRun: onLastRun))]
    }
    workbook?.guides[id]?.begin()
    if onLastRun {
      guard let lastRun else { return [.readRuns(for: .guide(onLastRun: true))] }
      workbook?.guides[id]?.follow(try lastRun.finding, run: lastRun.name)
    }
    openGuide = id
    return guideLines(id)
  }

  /// `yes` or `no` while a guide asks.
  mutating func answerGuide(_ text: String) -> [Effect]? {
    guard let id = openGuide, case .asking = workbook?.guides[id]?.state,
      let isYes = ["y": true, "yes": true, "n": false, "no": false][text.lowercased()]
    else { return nil }
    workbook?.guides[id]?.answer(isYes)
    return guideLines(id)
  }

  private mutating func guideLines(_ id: String) -> [Effect] {
    guard let progress = workbook?.guides[id] else { return [] }
    switch progress.state {
    case .closed: return []
    case .asking(let index):
      return [.say(wrapped("\(progress.guide.steps[index].prompt.heard) Type yes or no."))]
    case .advising(let advice):
      openGuide = nil
      let steps = advice.steps.flatMap { wrapped("- \($0.heard)") }
      let diagnosis = progress.diagnosis.isEmpty ? [] : wrapped(progress.diagnosis)
      return [.say(diagnosis + wrapped(advice.cause.heard) + steps)]
    }
  }
}
