// SPDX-License-Identifier: MIT
import TerminalText

extension Session {
  /// The bottom line, and the cursor's column where something is typed.
  var statusLine: (line: Line, cursor: Int?) {
    switch mode {
    case .typing(let entry, _): return typed(entry)
    default: return (bar(shownMessage.last ?? state), nil)
    }
  }

  /// What stands above the bottom line for as long as it is of use: why a typed line was refused,
  /// what could go on from it, the rows of a message that is longer than one.
  var linesAboveStatus: [Line] {
    guard case .typing(let entry, _) = mode else { return shownMessage.dropLast().map(bar) }
    if !entry.refusal.isEmpty {
      return wrap(
        [Span(" \(displayableText(entry.refusal, glyphs: glyphs))", Style(.wrong))],
        width: size.columns, firstIndent: 0, hangingIndent: 1)
    }
    return entry.editor.isOffering ? [offers(of: entry.editor)] : []
  }

  /// The message, in as many rows as it takes, but never so many that the page is gone.
  private var shownMessage: [String] {
    let text = displayableText(message, glyphs: glyphs)
    if text.displayWidth <= size.columns - 2 { return text.isEmpty ? [] : [text] }
    let rows = wrap(
      [Span(text)], width: size.columns - 2, firstIndent: 0, hangingIndent: 0
    ).map(\.text)
    let limit = max(1, size.rows / 2)
    if rows.count <= limit { return rows }
    let cut = glyphs == .ascii ? "..." : "…"
    let last = Line(rows[limit - 1]).columns(0..<max(0, size.columns - 2 - cut.displayWidth))
    return rows.prefix(limit - 1) + [last.withoutTrailingBlanks.text + cut]
  }

  /// What the bottom line says while there is no message.
  private var state: String {
    switch mode {
    case .completing(.setMark): "Mark this place as: a letter"
    case .completing(.goToMark): "Go to mark: a letter, or ' for the last place"
    case .completing(.leave): "Z again leaves; any other key stays"
    case .confirmingQuit:
      "Quit? \(isRunKept ? "The run that goes on is lost" : "Nothing is lost"): y quits, any other key stays"
    case .offeringReview(let offer): offer
    case .notice(let notice):
      "\(notice.title)   \(notice.pager.percent)%\(countShown)   Esc goes back"
    case .choosing(let catalogue, _): catalogue.title + countShown
    case .reading, .editing, .answering, .predicting, .guiding, .typing: whereAmI
    }
  }

  private var countShown: String { count.map { "  \($0)" } ?? "" }

  /// The ways on from a typed line, the one that was taken lit.
  private func offers(of editor: LineEditor) -> Line {
    var line = Line()
    for (index, offer) in editor.offersShown.enumerated() {
      let isChosen = index == editor.offered
      line.append(" ")
      line.append(
        displayableText(offer, glyphs: glyphs),
        Style(.key, emphasis: isChosen ? .reverse : [], ground: isChosen ? .selection : .none))
      line.append(" ")
      if isChosen, line.width > size.columns {
        // What was taken stays in sight.
        line = line.columns((line.width - size.columns)..<line.width)
      }
    }
    return line
  }

  private func typed(_ entry: TypedEntry) -> (Line, Int?) {
    let editor = entry.editor
    var line = Line(entry.sign, Style(.key, emphasis: .bold))
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
    let doing = errand == nil ? "" : "\(errand?.sentence ?? "")  "
    let right = "\(doing)\(pager.percent)%\(countShown)  ? keys  q quit"
    let room = size.columns - right.displayWidth - 3
    if room < 8 { return "\(section)  \(pager.percent)%" }
    let left = Line(section).clipped(to: room, glyphs: glyphs)
    return left.text + blanks(room - left.width + 1) + right
  }
}
