// SPDX-License-Identifier: MIT
import Experiments
import TerminalText
import Training
import Typesetting

extension Session {
  /// A key that speaks to the focused block while reading.
  mutating func performOnBlock(_ action: Action, times: Int? = nil) -> [Effect] {
    // Nothing is run or answered that is not seen.
    if focusedBlock == nil || action == .activate && !isFocusVisible {
      guard let workbook, !workbook.liveBlocks.isEmpty else {
        message = "This chapter has no experiment and no question"
        return []
      }
      _ = moveFocus(by: 1)
      if action != .activate { return performOnBlock(action, times: times) }
      message = "Press Enter again to run or answer this"
      return []
    }
    guard let (kind, id) = focusedBlock else { return [] }
    switch kind {
    case "quiz" where action == .activate: return openQuiz(id)
    case "predict" where action == .activate: return openPrediction(id)
    case "guide" where action == .activate: return openGuide(id)
    case "challenge" where action == .activate: return tryChallenge(id)
    case "challenge" where action == .hint: return takeHint(id)
    case "experiment", "challenge": return performOnExperiment(action, id, times)
    case "predict" where action == .edit:
      // What is edited is the experiment that the prediction is about.
      guard let name = workbook?.predictions[id]?.prediction.experiment,
        let index = workbook?.liveBlocks.firstIndex(where: { $0.id == name })
      else { break }
      return setFocus(index) + performOnExperiment(.edit, name, nil)
    default: break
    }
    message = "That key does nothing here: Enter opens this, Tab goes on to the next"
    return []
  }

  private mutating func performOnExperiment(
    _ action: Action, _ id: String, _ times: Int?
  ) -> [Effect] {
    guard let cell = workbook?.cells[id] else { return [] }
    switch action {
    case .activate: return run(id)
    case .edit:
      guard !cell.experiment.edit.isEmpty else {
        message = "Nothing can be edited in \(id)"
        return []
      }
      mode = .editing(.init(row: 0))
      redraw(id)
      reveal(id)
    case .defaults: return change(id, to: cell.experiment.hyperparameters)
    case .pin: pin(id)
    case .clearPins:
      workbook?.cells[id]?.pinned = []
      redraw(id)
    case .undo: return undo(id)
    case .redo: return redo(id)
    case .cursorLeft, .cursorRight, .bestEpoch, .zoomIn, .zoomOut, .showAll, .nextSeries,
      .nextPicture, .previousPicture, .logarithmic, .numbers:
      return lookAtChart(action, id, times: times)
    case .hint: message = "Hints belong to challenges and questions"
    default: break
    }
    return []
  }

  /// A key while hyperparameters are edited.
  mutating func edit(_ key: Key, _ state: ExperimentPanel.Editing) -> [Effect] {
    guard let id = focusedExperiment, let cell = workbook?.cells[id],
      cell.experiment.edit.indices.contains(state.row)
    else {
      mode = .reading
      return []
    }
    var editing = state
    editing.refusal = ""
    let row = cell.experiment.edit[editing.row]
    if editing.typed != nil {
      guard [.up, .down].contains(key), !row.takesWords else {
        return typeValue(key, editing, row, id)
      }
      let effects = typeValue(.enter, editing, row, id)
      guard case .editing(let taken) = mode, taken.typed == nil else { return effects }
      return effects + edit(key, taken)
    }
    if case .character(let letter) = key, row.takesWords, row.hasChoice(beginningWith: letter) {
      editing.typed = String(letter)
      mode = .editing(editing)
      redraw(id)
      return []
    }
    switch key {
    case .up, "k": editing.row = max(0, editing.row - 1)
    case .down, "j", .tab: editing.row = min(cell.experiment.edit.count - 1, editing.row + 1)
    case "h" where workbook?.challenges[id] != nil: return takeHint(id)
    case .left, "h", .right, "l":
      var changed = cell.hyperparameters
      row.step(up: key == .right || key == "l", in: &changed)
      return change(id, to: changed)
    case ":": return begin(.command)
    case "r":
      var changed = cell.hyperparameters
      let given = Setting.Value(text: row.text(in: cell.experiment.hyperparameters))
      try? row.set(given, in: &changed)
      return change(id, to: changed)
    case "R": return change(id, to: cell.experiment.hyperparameters)
    case "u", .control("z"): return undo(id)
    case .control("r"), .control("y"): return redo(id)
    case .enter, .control("e"): return workbook?.challenges[id] == nil ? run(id) : tryChallenge(id)
    case .escape, "q", "e":
      mode = .reading
      redraw(id)
      return []
    case .control("c"): return running == nil ? [] : [.cancel]
    case .backspace: editing.typed = ""
    case .character(let character) where character.isNumber || "+-.[".contains(character):
      editing.typed = String(character)
    case " ", .pageDown: pager.movePages(by: 1)
    case "b", .pageUp: pager.movePages(by: -1)
    case .mouse(.scrollUp, _, _): pager.move(by: -3)
    case .mouse(.scrollDown, _, _): pager.move(by: 3)
    default: message = "↑ ↓ choose, ← → change, digits type a value, Enter runs, Esc is done"
    }
    mode = .editing(editing)
    redraw(id)
    if editing.row != state.row { revealChoice(id) }
    return []
  }

  /// A key while a value is typed.
  private mutating func typeValue(
    _ key: Key, _ state: ExperimentPanel.Editing, _ row: Hyperparameter, _ id: String
  ) -> [Effect] {
    var editing = state
    var typed = LineEditor(editing.typed ?? "")
    switch typed.type(key, completions: { text in row.choices.filter { $0.hasPrefix(text) } }) {
    case .typing: editing.typed = typed.text
    case .left: editing.typed = nil
    case .entered(let text):
      var changed = workbook?.cells[id]?.hyperparameters ?? Hyperparameters()
      do throws(SettingError) {
        try row.set(Setting.Value(text: text), in: &changed)
        editing.typed = nil
        mode = .editing(editing)
        return change(id, to: changed)
      } catch {
        editing.refusal = error.message
      }
    }
    mode = .editing(editing)
    redraw(id)
    return []
  }

  /// Sets a cell's hyperparameters; where the run is cheap, the curve follows at once.
  mutating func change(_ id: String, to hyperparameters: Hyperparameters) -> [Effect] {
    workbook?.cells[id]?.edit(hyperparameters)
    return runIfCheap(id)
  }

  mutating func undo(_ id: String) -> [Effect] {
    guard workbook?.cells[id]?.undo() == true else {
      message = "There is no change to take back"
      return []
    }
    return runIfCheap(id)
  }

  mutating func redo(_ id: String) -> [Effect] {
    guard workbook?.cells[id]?.redo() == true else {
      message = "There is no change to make again"
      return []
    }
    return runIfCheap(id)
  }

  mutating func runIfCheap(_ id: String) -> [Effect] {
    guard let cell = workbook?.cells[id] else { return [] }
    let request = cell.request(seeds: nil)
    if request.isCheap, request.refusal == nil { return run(id, isKept: false) }
    if let refusal = request.refusal { message = refusal }
    redraw(id)
    return []
  }

  private mutating func pin(_ id: String) {
    guard let output = workbook?.cells[id]?.output else {
      message = "Run it first; then c keeps the run to compare with"
      return
    }
    guard output.report.request.variants.count == 1 else {
      message =
        "Several variants are compared already; :compare RUN RUN sets two of them side by side"
      return
    }
    workbook?.cells[id]?.pinned.append(output)
    if let count = workbook?.cells[id]?.pinned.count, count > 4 {
      workbook?.cells[id]?.pinned.removeFirst(count - 4)
    }
    message = "Pinned; change something and run again to compare, x clears"
    redraw(id)
  }
}

extension Hyperparameter {
  fileprivate func hasChoice(beginningWith letter: Character) -> Bool {
    choices.contains { $0.first == letter }
  }
}
