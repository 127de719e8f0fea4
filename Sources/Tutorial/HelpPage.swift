// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// Help, made from the tables of keys and commands.
public enum HelpPage {
  /// The keys by group, no line wider than a width.
  public static func keys(width: Int, glyphs: GlyphSet) -> [Line] {
    let column = (KeyBindings.all.map(\.written.displayWidth).max() ?? 0) + 3
    var lines: [Line] = []
    for group in KeyBinding.Group.allCases {
      if !lines.isEmpty { lines.append(Line()) }
      lines.append(Line(group.rawValue, Style(.heading(2), emphasis: .bold)))
      for row in KeyBindings.all where row.group == group {
        let written = glyphs == .ascii ? asciiForm(of: row.written) : row.written
        var head = Line("  ")
        head.append(Line(written, Style(.key, emphasis: .bold)).padded(to: column))
        lines += wrap(
          [Span(row.help)], width: width, firstIndent: head, hangingIndent: Line(blanks(4)))
      }
    }
    return lines + [Line()] + wrapped(mouse, width) + wrapped(editing, width)
  }

  private static let mouse =
    "The mouse: the wheel scrolls; a click chooses an experiment or a question, a second one runs or answers it; a click on an option chooses it, a second one takes it; in a list a click opens."
  private static let editing =
    "While editing: up and down choose, left and right change, digits type a value, r and R reset one or all, u and ^R undo and redo, Enter runs, Esc is done."

  private static func wrapped(_ text: String, _ width: Int, _ style: Style = .text) -> [Line] {
    wrap([Span(text, style)], width: width, firstIndent: 0, hangingIndent: 0)
  }

  /// The commands, or one of them, or what a hyperparameter is.
  ///
  /// - Throws: `CommandError` where there is nothing of the name.
  public static func commands(_ name: String?, width: Int) throws(CommandError) -> [Line] {
    guard let name else { return commands(CommandRow.all, width: width) }
    if let row = CommandRow.named(name) { return commands([row], width: width) }
    if let row = HyperparameterTable.all.first(where: { $0.name == name }) {
      return lines(about: row, width: width)
    }
    let names = CommandRow.all.map(\.name) + HyperparameterTable.all.map(\.name)
    let near = Suggestion.sentence(for: name, among: names)
    throw CommandError("there is no command \(name)\(near); help lists them")
  }

  /// What a hyperparameter is, its unit and what is allowed.
  private static func lines(about row: Hyperparameter, width: Int) -> [Line] {
    let unit = row.unit.isEmpty || row.allowed.contains(row.unit) ? "" : " \(row.unit)"
    let step = row.stepText.isEmpty ? "" : "; arrows step \(row.stepText)"
    return wrapped(row.name, width, Style(.key, emphasis: .bold))
      + wrapped("\(row.help): \(row.allowed)\(unit)\(step)", width)
  }

  /// One command with its form, or several by name.
  private static func commands(_ rows: [CommandRow], width: Int) -> [Line] {
    if rows.count == 1, let row = rows.first {
      let aliases = row.aliases.isEmpty ? "" : " (also \(row.aliases.joined(separator: ", ")))"
      return wrapped(row.usage, width, Style(.key, emphasis: .bold))
        + wrapped("\(row.help)\(aliases)", width)
    }
    let usage = (CommandRow.all.map(\.name.displayWidth).max() ?? 0) + 3
    return rows.flatMap { row in
      wrap(
        [
          Span(row.name, Style(.key, emphasis: .bold)),
          Span(blanks(usage - row.name.count).map { _ in "\u{a0}" }.joined()), Span(row.help),
        ],
        width: width, firstIndent: 0, hangingIndent: usage)
    } + [Line(), Line("help COMMAND says more")]
  }
}
