// SPDX-License-Identifier: MIT
import TerminalText

/// Help, made from the tables of keys and commands.
public enum HelpPage {
  /// The keys by group.
  public static func keys(glyphs: GlyphSet) -> [Line] {
    let width = (KeyBindings.all.map(\.written.displayWidth).max() ?? 0) + 3
    var lines: [Line] = []
    for group in KeyBinding.Group.allCases {
      if !lines.isEmpty { lines.append(Line()) }
      lines.append(Line(group.rawValue, Style(.heading(2), emphasis: .bold)))
      for row in KeyBindings.all where row.group == group {
        let written = glyphs == .ascii ? asciiForm(of: row.written) : row.written
        var line = Line("  ")
        line.append(Line(written, Style(.key, emphasis: .bold)).padded(to: width))
        line.append(row.help)
        lines.append(line)
      }
    }
    return lines + [Line()]
      + [
        Line("While editing: up and down choose, left and right change, digits type a value,"),
        Line("r and R reset one or all, u and ^R undo and redo, Enter runs, Esc is done."),
      ]
  }

  /// The commands, or one of them.
  public static func commands(_ name: String?, width: Int) throws(CommandError) -> [Line] {
    if let name {
      guard let row = CommandRow.named(name) else {
        throw CommandError("there is no command \(name); help lists them")
      }
      let aliases = row.aliases.isEmpty ? "" : " (also \(row.aliases.joined(separator: ", ")))"
      return [Line(row.usage, Style(.key, emphasis: .bold)), Line("\(row.help)\(aliases)")]
    }
    let usage = (CommandRow.all.map(\.name.displayWidth).max() ?? 0) + 3
    return CommandRow.all.flatMap { row in
      wrap(
        [
          Span(row.name, Style(.key, emphasis: .bold)),
          Span(blanks(usage - row.name.count).map { _ in "\u{a0}" }.joined()), Span(row.help),
        ],
        width: width, firstIndent: 0, hangingIndent: usage)
    } + [Line(), Line("help COMMAND says more")]
  }
}
