// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension ExperimentPanel {
  /// The hyperparameters in columns; while editing, the chosen one lit and explained.
  func inputLines(_ layout: PanelLayout) -> [Line] {
    valueLines(layout) + variantLines(layout)
      + (editing.map { explanation($0, layout) } ?? []) + hintLines(layout)
  }

  /// What the lesson compares, by name, until a run tells it.
  private func variantLines(_ layout: PanelLayout) -> [Line] {
    // Where one hyperparameter differs, its values say it all.
    guard output == nil, hyperparameters == experiment.hyperparameters,
      experiment.kind.hyperparameters.count(where: { variantTexts(of: $0) != nil }) > 1
    else { return [] }
    let names = experiment.variants.map(\.name).joined(separator: ", ")
    return layout.wrapped("compares \(names)", Style(.faint))
  }

  /// One hyperparameter as it stands in the columns.
  private struct Entry {
    var name, value: String
    var isChanged, isChosen, isTyped: Bool
  }

  /// What can be edited, then what the variants differ in besides, and what a command has changed.
  private var entries: [Entry] {
    let others = experiment.kind.hyperparameters.filter { row in
      !experiment.edit.contains { $0.name == row.name }
        && (variantTexts(of: row) != nil
          || row.text(in: hyperparameters) != row.text(in: experiment.hyperparameters))
    }
    return (experiment.edit + others).enumerated().map { index, row in
      let value =
        (editing == nil ? variantTexts(of: row) : nil) ?? row.text(in: hyperparameters)
      let isChosen = editing?.row == index
      let typed = isChosen ? editing?.typed : nil
      return Entry(
        name: row.name, value: typed.map { $0 + "_" } ?? value,
        isChanged: row.text(in: hyperparameters) != row.text(in: experiment.hyperparameters),
        isChosen: isChosen,
        isTyped: typed != nil)
    }
  }

  /// The values of the lesson's variants, where these differ in a hyperparameter that stands as given.
  private func variantTexts(of row: Hyperparameter) -> String? {
    guard row.text(in: hyperparameters) == row.text(in: experiment.hyperparameters)
    else { return nil }
    var texts: [String] = []
    for variant in experiment.variants {
      let text = row.text(in: variant.hyperparameters)
      if !texts.contains(text) { texts.append(text) }
    }
    guard let first = texts.first, let last = texts.last, texts.count > 1 else { return nil }
    return texts.count < 5 ? texts.joined(separator: " | ") : "\(first) | … | \(last)"
  }

  /// `name value` pairs in columns, read down; changed values are starred.
  private func valueLines(_ layout: PanelLayout) -> [Line] {
    let entries = entries
    guard !entries.isEmpty else { return [] }
    let names = entries.map { displayableText($0.name, glyphs: layout.glyphs) }
    let nameWidth = names.map(\.displayWidth).max() ?? 0
    let valueWidth = max(6, entries.map { $0.value.displayWidth }.max() ?? 0)
    let pairWidth = nameWidth + valueWidth + 8
    let columns = max(1, (layout.width - 2) / pairWidth)
    let count = (entries.count + columns - 1) / columns
    return (0..<count).map { row in
      var line = Line("  ")
      for index in stride(from: row, to: entries.count, by: count) {
        line.append(
          Line(names[index], Style(entries[index].isChosen ? .text : .faint)).padded(
            to: nameWidth + 1))
        line.append(value(entries[index], layout).padded(to: valueWidth + 7))
      }
      return line.withoutTrailingBlanks.clipped(to: layout.width, glyphs: layout.glyphs)
    }
  }

  private func value(_ entry: Entry, _ layout: PanelLayout) -> Line {
    let (left, right) = layout.isPlain ? ("<", ">") : ("◂", "▸")
    let arrows = Style(.key, emphasis: .bold)
    var style = entry.isChanged ? Style(.key, emphasis: .bold) : Style.text
    if entry.isChosen { style = Style(.text, emphasis: [.bold, .reverse], ground: .selection) }
    var line = Line(entry.isChosen && !entry.isTyped ? left : " ", arrows)
    line.append(" ")
    line.append(displayableText(entry.value, glyphs: layout.glyphs), style)
    line.append(entry.isChanged ? "*" : "", Style(.key))
    line.append(entry.isChosen && !entry.isTyped ? " \(right)" : "", arrows)
    return line
  }

  /// What the chosen hyperparameter is, what is allowed, what the lesson has; or why a value was
  /// refused.
  private func explanation(_ editing: Editing, _ layout: PanelLayout) -> [Line] {
    guard experiment.edit.indices.contains(editing.row) else { return [] }
    if !editing.refusal.isEmpty { return layout.wrapped(editing.refusal, Style(.wrong)) }
    let row = experiment.edit[editing.row]
    let unit = row.unit.isEmpty || row.allowed.contains(row.unit) ? "" : " \(row.unit)"
    let given = row.text(in: experiment.hyperparameters)
    let step = row.stepText.isEmpty ? "" : ", \(row.stepText)"
    return layout.wrapped(
      "\(row.help): \(row.allowed)\(unit)\(step), here \(given). "
        + (variantTexts(of: row).map { "The lesson compares \($0); a change is run alone. " } ?? "")
        + consequence, Style(.faint))
  }

  /// What a change leads to: no hyperparameter can be changed in the middle of a run.
  private var consequence: String {
    guard let estimate else { return "" }
    let time = Self.time(estimate.seconds)
    let trains = experiment.kind.hyperparameters.contains { $0.name == "epochs" }
    return estimate.isLive
      ? "A change \(trains ? "trains" : "computes it") anew at once (\(time))."
      : "A change needs a restart\(trains ? " from the first epoch" : ""): Enter, about \(time)."
  }

  private func hintLines(_ layout: PanelLayout) -> [Line] {
    guard namesKeys else { return [] }
    return PanelParts(width: layout.width, glyphs: layout.glyphs, isFocused: isFocused)
      .keys(keys).map { line in
        var result = Line("  ")
        result.append(line)
        return result.clipped(to: layout.width, glyphs: layout.glyphs)
      }
  }

  /// Whether the hyperparameter that is chosen takes words.
  private var isWorded: Bool {
    editing.map { experiment.edit.indices.contains($0.row) && experiment.edit[$0.row].takesWords }
      ?? false
  }

  private var keys: [(key: String, what: String)] {
    if progress != nil { return [("^C", "cancels")] }
    if editing != nil {
      return [
        ("↑ ↓", "choose"), ("← →", "change"), (isWorded ? "a-z" : "0-9", "type"),
        (isWorded ? "R" : "r", "reset"),
        ("u", "undo"), ("Enter", output == nil || isStale ? "runs it" : "keeps the run"),
        ("Esc", "done"),
      ]
    }
    let edits = experiment.edit.isEmpty ? [] : [("e", "edits")]
    guard output != nil else { return [("Enter", "runs it")] + edits }
    let axis = cursorAxis?.label
    if view.isLookingCloser {
      let curves = [("+ -", "zoom"), ("s", "curve"), ("l", "log")]
      let best = output.map { $0.report.isSingle && $0.report.results[0].history?.bestEpoch != nil }
      return (axis.map { [("← →", $0)] } ?? []) + (best == true ? [("b", "best")] : [])
        + (hasCurves && !view.showsNumbers ? curves : [])
        + [("i", "pictures"), ("Esc", "back")]
    }
    // A sweep and other seeds are of a command; Enter runs the cell as it stands.
    let isOwn = output.map {
      !$0.report.request.isSweep && $0.report.request.seeds == experiment.seeds
    }
    return [("Enter", isOwn == true ? "runs again" : "runs it once")] + edits
      + (axis.map { [("← →", $0)] } ?? []) + [
        ("i", "pictures"), ("T", view.showsNumbers ? "charts" : "numbers"),
      ]
      + [("c", "pins")]
  }
}
