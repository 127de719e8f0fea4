// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension ExperimentPanel {
  /// The hyperparameters: a few to a row while reading, one a row with range and help while editing.
  func inputLines(_ layout: PanelLayout) -> [Line] {
    guard let editing else { return summaryLines(layout) + hintLines(layout) }
    let rows = experiment.edit.indices.flatMap { index in
      editingLines(index, editing, layout)
    }
    let refusal =
      editing.refusal.isEmpty ? [] : layout.wrapped(editing.refusal, Style(.wrong), indent: 4)
    return rows + refusal + (namesKeys ? [editingHint(layout)] : [])
  }

  /// `name value` pairs in columns, changed values marked.
  private func summaryLines(_ layout: PanelLayout) -> [Line] {
    let pairs = experiment.edit.map { row in
      (row.name, row.text(in: hyperparameters), row.text(in: experiment.hyperparameters))
    }
    guard !pairs.isEmpty else { return [] }
    let nameWidth = pairs.map(\.0.displayWidth).max() ?? 0
    let valueWidth = pairs.map { $0.1.displayWidth + 1 }.max() ?? 0
    let pairWidth = nameWidth + 2 + valueWidth + 3
    let columns = max(1, (layout.width - 2) / pairWidth)
    let count = (pairs.count + columns - 1) / columns
    return (0..<count).map { row in
      var line = Line("  ")
      for index in stride(from: row, to: pairs.count, by: count) {
        let (name, value, given) = pairs[index]
        line.append(Line(name, Style(.faint)).padded(to: nameWidth + 2))
        let isChanged = value != given
        let mark = isChanged ? "*" : " "
        line.append(
          Line(value + mark, isChanged ? Style(.key, emphasis: .bold) : .text)
            .padded(to: valueWidth + 3))
      }
      return line.withoutTrailingBlanks.clipped(to: layout.width, glyphs: layout.glyphs)
    }
  }

  private func hintLines(_ layout: PanelLayout) -> [Line] {
    guard namesKeys else { return [] }
    let keys: [(String, String)]
    if progress != nil {
      keys = [("^C", "cancels")]
    } else {
      keys =
        [("Enter", output == nil ? "runs it" : "runs it again")]
        + (experiment.edit.isEmpty ? [] : [("e", "edits")])
        + (output == nil
          ? [] : [("← →", "epoch"), ("T", showsNumbers ? "charts" : "numbers"), ("c", "pins")])
    }
    return [hint(keys, layout)]
  }

  private func hint(_ keys: [(String, String)], _ layout: PanelLayout) -> Line {
    var line = Line("  ")
    for (index, (key, what)) in keys.enumerated() {
      if index > 0 { line.append("   ") }
      line.append(layout.isPlain ? asciiForm(of: key) : key, Style(.key, emphasis: .bold))
      line.append(" \(what)", Style(.faint))
    }
    return line.clipped(to: layout.width, glyphs: layout.glyphs)
  }

  private func editingHint(_ layout: PanelLayout) -> Line {
    hint([("↑ ↓", "choose"), ("← →", "change"), ("0-9", "type"), ("r", "reset"), ("u", "undo"), ("Enter", "run"), ("Esc", "done")], layout)
  }

  /// One hyperparameter while editing: name, value between its arrows, range; the chosen one with
  /// its help under it.
  private func editingLines(_ index: Int, _ editing: Editing, _ layout: PanelLayout) -> [Line] {
    let row = experiment.edit[index]
    let isChosen = index == editing.row
    let nameWidth = (experiment.edit.map(\.name.displayWidth).max() ?? 0) + 2
    let value = isChosen ? editing.typed ?? row.text(in: hyperparameters) : row.text(in: hyperparameters)
    let ground: Ground = isChosen ? .selection : .none
    let (left, right) = layout.isPlain ? ("<", ">") : ("◂", "▸")
    var line = Line(isChosen ? (layout.isPlain ? "  > " : "  ▸ ") : "    ", Style(.key, emphasis: .bold))
    line.append(Line(row.name, Style(isChosen ? .text : .faint)).padded(to: nameWidth))
    line.append(isChosen ? "\(left) " : "  ", Style(.key))
    line.append(
      Line(value + (isChosen && editing.typed != nil ? "_" : ""), Style(.text, emphasis: .bold, ground: ground))
        .padded(to: 12))
    line.append(isChosen ? " \(right) " : "   ", Style(.key))
    line.append(" \(row.allowed)\(row.unit.isEmpty ? "" : " \(row.unit)")", Style(.faint))
    let clipped = line.clipped(to: layout.width, glyphs: layout.glyphs)
    guard isChosen else { return [clipped] }
    let given = row.text(in: experiment.hyperparameters)
    return [clipped] + layout.wrapped("\(row.help) (the lesson has \(given))", Style(.faint), indent: 6)
  }
}
