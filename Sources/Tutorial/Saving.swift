// SPDX-License-Identifier: MIT
import TerminalText
import Typesetting

/// Outputs as text files, for a report or a mail.
extension Session {
  /// The key that saves: a line to type the file's name into, with a name to begin with.
  mutating func beginSaving() -> [Effect] {
    guard let id = focusedExperiment, let output = workbook?.cells[id]?.output else {
      message = "Run an experiment first; then S saves its output as a text file"
      return []
    }
    let name = output.number.map { "\(id)-\($0).txt" } ?? "\(id).txt"
    mode = .typing(
      TypedEntry(
        kind: .command, editor: LineEditor("save \(name)", history: memories[.command])), over: mode
    )
    return []
  }

  /// The experiment at hand as it is shown, its input and its output.
  mutating func output() throws(CommandError) -> String {
    let id = try choose(focusedExperiment)
    guard let cell = workbook?.cells[id], cell.output != nil else {
      throw CommandError("\(id) was not run yet; Enter runs it")
    }
    var panel = panel(for: cell)
    (panel.isFocused, panel.editing) = (false, nil)
    let width = Page.measure(for: size.columns, isWide: true)
    return panel.lines(width: width, height: textHeight, glyphs: glyphs).fileText
  }
}

extension LinearNotebook {
  /// The last output in words and as tables.
  func output() throws(CommandError) -> String {
    let id = try experiment(nil)
    guard let report = workbook?.cells[id]?.output?.report else {
      throw CommandError("\(id) was not run yet; type run \(id)")
    }
    let text = RunText(report, glyphs: .ascii, width: width)
    return (text.spokenLines + [Line()] + text.tables(of: nil)).fileText
  }
}

extension [Line] {
  /// The lines as a file's text: no blanks at their ends, no empty lines at its end.
  fileprivate var fileText: String {
    var texts = map(\.withoutTrailingBlanks.text)
    while texts.last?.isEmpty == true { texts.removeLast() }
    return texts.map { "\($0)\n" }.joined()
  }
}
