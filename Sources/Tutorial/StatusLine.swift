// SPDX-License-Identifier: MIT
import TerminalText

extension Session {
  /// The bottom line, and the cursor's column where something is typed.
  var statusLine: (line: Line, cursor: Int?) {
    switch mode {
    case .typing(let prompt, let editor): return typed(prompt, editor)
    case .naming(let use):
      return (
        bar(
          use == .set
            ? "Mark this place as: a letter" : "Go to mark: a letter, or ' for the last place"), nil
      )
    case .confirmingQuit:
      return (bar("Quit? Nothing is lost: y quits, any other key stays"), nil)
    case .notice(let title, _, let pager):
      return (bar(message.isEmpty ? "\(title)   \(pager.percent)%   Esc goes back" : message), nil)
    case .contents:
      return (
        bar(message.isEmpty ? "Contents   j k choose   Enter opens   Esc goes back" : message), nil
      )
    case .reading, .editing, .answering, .predicting, .guiding:
      return (bar(message.isEmpty ? whereAmI : message), nil)
    }
  }

  private func typed(_ prompt: Prompt, _ editor: LineEditor) -> (Line, Int?) {
    let mark =
      switch prompt {
      case .command: ":"
      case .search: "/"
      }
    var line = Line(mark, Style(.key, emphasis: .bold))
    line.append(displayableText(editor.text, glyphs: glyphs))
    let before = displayableText(String(editor.text.prefix(editor.cursor)), glyphs: glyphs)
    let column = 1 + before.displayWidth
    guard column >= size.columns else { return (line, column) }
    let first = column - size.columns + 1
    return (line.columns(first..<max(first, line.width)), size.columns - 1)
  }

  /// A text in the status bar, across the whole width.
  private func bar(_ text: String) -> Line {
    let shown = displayableText(text, glyphs: glyphs)
    let style = Style(.status, emphasis: .reverse)
    var line = Line(" \(shown)", style).clipped(to: size.columns, glyphs: glyphs)
    line.append(blanks(size.columns - line.width), style)
    return line
  }

  /// Chapter, section, how far, and the keys that matter here.
  private var whereAmI: String {
    guard let workbook else { return "? shows the keys" }
    let chapter =
      course.chapters.indices.contains(workbook.chapter)
      ? course.chapters[workbook.chapter].label : ""
    let heading = currentHeading.map { workbook.headings[$0].title } ?? workbook.lesson.title
    let section = heading.hasPrefix(chapter) ? heading : "\(chapter) \(heading)"
    let counted = count.map { "  \($0)" } ?? ""
    let right = "\(pager.percent)%\(counted)  ? keys  q quit"
    let room = size.columns - right.displayWidth - 3
    if room < 8 { return "\(section)  \(pager.percent)%" }
    let left = Line(section).clipped(to: room, glyphs: glyphs)
    return left.text + blanks(room - left.width + 1) + right
  }
}
