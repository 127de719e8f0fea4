// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText
import Typesetting

/// A prediction and what became of it.
public struct PredictionProgress: Sendable {
  /// The prediction of the lesson.
  public let prediction: Prediction
  /// The option committed to.
  public var chosen: Int?
  /// The option that the run made right.
  public var right: Int?
  /// What the run measured, in words, or empty.
  public var measured = ""
  /// Whether it was made with the run's result before one's eyes; it is right or wrong of nothing then.
  var isLate = false
  /// What is said of a prediction that was made too late.
  static let late = "The run was there before; a prediction counts when it is made first"
  /// Whether the record knows already that the prediction was right or wrong.
  var isSettledInRecord = false

  /// A prediction with the answer of an earlier day.
  public init(_ prediction: Prediction, past: [PredictionEntry]) {
    self.prediction = prediction
    let entry = past.last { $0.block == prediction.id }
    chosen = entry?.chosen.first.flatMap { Question.letters.firstIndex(of: $0) }
    isSettledInRecord = entry?.wasRight != nil
    if prediction.experiment == nil { right = prediction.answer }
  }

  /// How a prediction came out, for a line below a chart.
  var verdict: String {
    guard let chosen, let right else { return "" }
    let letters = Question.letters
    let outcome =
      chosen == right
      ? "You predicted \(letters[chosen]), and it is so"
      : "You predicted \(letters[chosen]); it is \(letters[right])"
    return measured.isEmpty ? outcome : "\(outcome). \(measured)"
  }

  /// Takes what the run of the lesson's own hyperparameters showed.
  mutating func settle(_ report: ExperimentReport) {
    guard let name = prediction.measure, let value = report.results.first?.measure(name) else {
      if prediction.measure == nil { right = prediction.answer }
      return
    }
    right = prediction.rightOption(measured: value)
    let measure = report.request.kind.measures.first { $0.name == name }
    measured = "Measured: \(name.readable) \(measure?.text(value) ?? "\(value)")"
  }
}

extension Session {
  /// Begins to ask for a commitment.
  mutating func openPrediction(_ id: String) -> [Effect] {
    guard let progress = workbook?.predictions[id] else { return [] }
    guard progress.chosen == nil else {
      message =
        progress.right == nil
        ? "You have committed yourself; now run \(progress.prediction.experiment ?? "it")"
        : "This prediction is settled"
      return []
    }
    mode = .predicting(place: 0)
    redraw(id)
    reveal(id)
    return []
  }

  /// A letter of an option of the prediction that is focused and on the screen: it is opened, and the
  /// option chosen.
  mutating func predictAtOnce(_ key: Key) -> [Effect]? {
    guard case .character(let letter) = key, let (kind, id) = focusedBlock, kind == "predict",
      isFocusVisible, let progress = workbook?.predictions[id], progress.chosen == nil,
      Question.letters.prefix(progress.prediction.options.count).contains(letter)
    else { return nil }
    return openPrediction(id) + predict(key, 0)
  }

  /// A key while an option is chosen.
  mutating func predict(_ key: Key, _ place: Int) -> [Effect] {
    guard let (_, id) = focusedBlock, let progress = workbook?.predictions[id] else {
      mode = .reading
      return []
    }
    let count = progress.prediction.options.count
    var next = place
    switch key {
    case .up, "k": next = max(0, place - 1)
    case .down, "j", .tab: next = min(count - 1, place + 1)
    case .enter: return commit(id, to: place)
    case ":": return begin(.command)
    case .escape, "q", .control("c"):
      mode = .reading
      redraw(id)
      return []
    case .character(let character):
      guard let letter = Question.letters.prefix(count).firstIndex(of: character) else {
        message = "a to \(Question.letters[count - 1]) or ↑ ↓ choose, Enter commits, Esc leaves"
        return []
      }
      next = letter
    default: break
    }
    mode = .predicting(place: next)
    redraw(id)
    revealChoice(id)
    return []
  }

  /// The `predict` command.
  mutating func predict(_ name: String?, _ option: String) throws(CommandError) -> [Effect] {
    guard let workbook else { throw CommandError("no chapter is open") }
    let meant: String
    if let name { meant = name } else { meant = try predictionMeant() }
    let (id, place) = try workbook.prediction(meant, option)
    if let index = workbook.liveBlocks.firstIndex(where: { $0.id == id }) { _ = setFocus(index) }
    return commit(id, to: place)
  }

  /// The prediction that keys speak to, else the first open one on the screen.
  private func predictionMeant() throws(CommandError) -> String {
    guard let workbook else { throw CommandError("no chapter is open") }
    if let (kind, id) = focusedBlock, kind == "predict", isFocusVisible { return id }
    let seen = seenBlocks.filter { workbook.predictions[$0] != nil }
    if let id = seen.first(where: { workbook.predictions[$0]?.chosen == nil }) ?? seen.first {
      return id
    }
    let names = workbook.liveBlocks.map(\.id).filter { workbook.predictions[$0] != nil }
    if names.count == 1 { return names[0] }
    throw CommandError(
      names.isEmpty
        ? "this chapter has no prediction"
        : "no prediction is on the screen; name one, as in predict \(names[0]) a")
  }

  /// Commits to an option and keeps it.
  mutating func commit(_ id: String, to place: Int) -> [Effect] {
    guard var progress = workbook?.predictions[id], let book = workbook else { return [] }
    progress.chosen = place
    let target = progress.prediction.experiment.flatMap { book.cells[$0] }
    if let target, let report = target.output?.report,
      report.request.runsTheSame(as: target.asGiven.request(seeds: nil))
    {
      progress.settle(report)
      progress.isLate = true
      message = PredictionProgress.late
    }
    workbook?.predictions[id] = progress
    mode = .reading
    redraw(id)
    reveal(id)
    if progress.right == nil, let name = progress.prediction.experiment,
      let index = book.liveBlocks.firstIndex(where: { $0.id == name })
    {
      _ = setFocus(index)
      message =
        book.cells[name]?.isChanged == true
        ? "Now press r, then Enter: the run as the lesson has it will answer"
        : "Now press Enter: the run will answer"
    }
    return [.record(progress.event(in: book.lesson.id), nil)]
  }

  /// Settles the predictions about an experiment, where it was run as the lesson has it.
  ///
  /// - Returns: What is to be kept of it.
  mutating func settlePredictions(of experiment: String, by report: ExperimentReport) -> [Effect] {
    guard let book = workbook, let cell = book.cells[experiment],
      report.request.runsTheSame(as: cell.asGiven.request(seeds: nil))
    else { return [] }
    var effects: [Effect] = []
    for id in book.liveBlocks.map(\.id) {
      guard var progress = book.predictions[id], progress.prediction.experiment == experiment,
        progress.chosen != nil, progress.right == nil
      else { continue }
      progress.settle(report)
      if !progress.isSettledInRecord {
        effects.append(.record(progress.event(in: book.lesson.id), nil))
      }
      progress.isSettledInRecord = true
      workbook?.predictions[id] = progress
      message = progress.verdict
      redraw(id)
    }
    return effects
  }

  /// The panel of a prediction, as the session stands.
  func predictionPanel(for progress: PredictionProgress) -> PredictionPanel {
    var panel = PredictionPanel(progress.prediction)
    panel.chosen = progress.chosen
    panel.right = progress.right
    panel.measured = progress.measured
    panel.isFocused = focusedBlock?.id == progress.prediction.id
    if panel.isFocused, case .predicting(let place) = mode { panel.place = place }
    return panel
  }
}

extension PredictionProgress {
  /// The commitment as the record keeps it.
  func event(in lesson: String) -> LearnerEvent {
    .prediction(
      PredictionEntry(
        lesson: lesson, block: prediction.id,
        chosen: chosen.map { String(Question.letters[$0]) } ?? "",
        wasRight: isLate ? nil : right.map { $0 == chosen }))
  }
}

extension Workbook {
  /// Whether a prediction about an experiment was made that its run has not answered.
  func awaitsOwnRun(of experiment: String) -> Bool {
    predictions.values.contains {
      $0.prediction.experiment == experiment && $0.chosen != nil && $0.right == nil
        && !$0.prediction.isBet
    }
  }

  /// The prediction meant, the first open one where none is named, and the option's place.
  ///
  /// - Throws: `CommandError` where there is no such prediction or option.
  func prediction(_ name: String?, _ option: String) throws(CommandError) -> (String, Int) {
    let ids = liveBlocks.map(\.id).filter { predictions[$0] != nil }
    let open = ids.first { predictions[$0]?.chosen == nil }
    guard let id = name ?? open ?? ids.first, let progress = predictions[id] else {
      let near = Suggestion.sentence(for: name ?? "", among: ids)
      throw CommandError("this chapter has no prediction \(name ?? "")\(near)")
    }
    if progress.chosen != nil { throw CommandError("you have committed yourself to \(id) already") }
    let letters = Question.letters.prefix(progress.prediction.options.count)
    guard option.count == 1, let place = letters.firstIndex(of: Character(option.lowercased()))
    else {
      throw CommandError("'\(option)' is not an option; type a to \(letters.last ?? "a")")
    }
    return (id, place)
  }
}

extension Cell {
  /// The cell as the lesson gives it.
  var asGiven: Cell { Cell(experiment) }
}
