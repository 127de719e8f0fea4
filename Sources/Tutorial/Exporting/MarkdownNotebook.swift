// SPDX-License-Identifier: MIT
import Charts
import Experiments
import LessonFormat
import TerminalText

/// A lab notebook as plain Markdown: tables for numbers, a sentence for each chart.
struct MarkdownNotebook {
  private let notebook: LabNotebook

  init(_ notebook: LabNotebook) { self.notebook = notebook }

  /// The document.
  var text: String {
    var blocks = [Self.opening(of: notebook)]
    for chapter in notebook.chapters {
      blocks += Self.title(of: chapter) + chapter.parts.flatMap { MarkdownWriter.blocks($0) }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// The title and what was done, a row a chapter.
  static func opening(of notebook: LabNotebook) -> String {
    "# \(MarkdownWriter.escaped(notebook.title))\n\n" + MarkdownWriter.table(notebook.overview)
  }

  /// The chapter's title, where its text does not begin with one.
  static func title(of chapter: LabNotebook.Chapter) -> [String] {
    if chapter.lesson.headings.first?.level == 1 { return [] }
    return ["## \(MarkdownWriter.escaped("\(chapter.label) \(chapter.lesson.title)"))"]
  }
}

/// Writes parts as Markdown blocks; nothing in a text can become markup.
enum MarkdownWriter {
  /// The blocks of a part, to be set apart by empty lines.
  static func blocks(_ part: NotebookPart) -> [String] {
    switch part {
    case .block(let block): return blocks(block)
    case .text(let inlines): return [paragraph(inlines)]
    case .points(let points): return [points.map { "- \(text($0))" }.joined(separator: "\n")]
    case .table(let table): return [self.table(table)]
    case .figure(let figure, let caption):
      if case .table(let table) = figure.content { return [self.table(table)] }
      let title = "*\(escaped(figure.title)):* \(escaped(figure.summary))"
      return [title] + (caption.isEmpty ? [] : [paragraph(caption)])
    case .frame(let subject, let title, let parts):
      return [label(subject, title)] + parts.flatMap { blocks($0) }
    case .run(let run, let parts): return [input(of: run)] + parts.flatMap { blocks($0) }
    }
  }

  /// What a frame is about.
  static func label(_ subject: NotebookPart.Subject, _ title: String) -> String {
    "**\(subject.rawValue)**" + (title.isEmpty ? "" : " \(escaped(title))")
  }

  /// What was run.
  static func input(of run: LabRun) -> String {
    "**In \\[\(run.number)\\]:** \(text(run.inputText))"
  }

  private static func blocks(_ block: Block) -> [String] {
    switch block.kind {
    case .heading(let level, let inlines, _):
      return [
        String(repeating: "#", count: min(6, level + 1)) + " \(text(inlines, isOneLine: true))"
      ]
    case .paragraph(let inlines): return [paragraph(inlines)]
    case .list(let list): return [self.list(list)]
    case .quote(let inner):
      return [prefixed(inner.flatMap { blocks($0) }.joined(separator: "\n\n"), "> ", "> ")]
    case .code(let label, let code): return [fenced(code, label: label)]
    case .table(let table): return [self.table(table)]
    case .math(let source):
      return [
        MarkdownEscape.isKnownMath(source) ? "$$\n\(source)\n$$" : fenced(source, label: "")
      ]
    case .thematicBreak: return ["---"]
    case .invalid(let finding, let source):
      return ["*\(escaped(finding.message))*", fenced(source, label: "")]
    case .experiment, .quiz, .predict, .challenge, .figure, .guide: return []
    }
  }

  private static func list(_ list: Block.List) -> String {
    let items = list.items.enumerated().map { index, item in
      let mark = list.start.map { "\($0 + index). " } ?? "- "
      let box = item.isDone.map { $0 ? "[x] " : "[ ] " } ?? ""
      let body = item.blocks.flatMap { blocks($0) }
        .joined(separator: list.isTight ? "\n" : "\n\n")
      return prefixed(box + body, mark, String(repeating: " ", count: mark.count))
    }
    return items.joined(separator: list.isTight ? "\n" : "\n\n")
  }

  private static func fenced(_ source: String, label: String) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let code = lines.map { displayableText(String($0)) }.joined(separator: "\n")
    // A fence longer than any run of backticks in the code.
    var (longest, run) = (2, 0)
    for character in code {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let body = code.hasSuffix("\n") ? code : code + "\n"
    let word = String(label.filter { $0.isLetter || $0.isNumber || $0 == "-" })
    return "\(fence)\(word)\n\(body)\(fence)"
  }

  /// A table of running text.
  private static func table(_ table: Block.Table) -> String {
    let rule = table.head.indices.map { index -> String in
      switch index < table.alignments.count ? table.alignments[index] : .natural {
      case .natural: "---"
      case .left: ":---"
      case .center: ":---:"
      case .right: "---:"
      }
    }
    let rows = [table.head] + table.rows
    return lines(rows.map { $0.map { text($0, isOneLine: true) } }, rule: rule)
  }

  /// A table of words and numbers, thinned where it is long.
  static func table(_ table: FigureTable) -> String {
    let shown = table.thinned()
    return lines(
      ([shown.head] + shown.rows).map { $0.map(escaped) }, rule: shown.head.map { _ in "---" })
  }

  private static func lines(_ rows: [[String]], rule: [String]) -> String {
    var lines = rows.map { "| " + $0.map(cell).joined(separator: " | ") + " |" }
    lines.insert("| " + rule.joined(separator: " | ") + " |", at: 1)
    return lines.joined(separator: "\n")
  }

  /// A cell's bars would end it, in code and formulas too.
  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  private static func paragraph(_ inlines: [Inline]) -> String {
    MarkdownEscape.lineStarts(in: text(inlines))
  }

  private static func prefixed(_ text: String, _ first: String, _ rest: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      let prefix = index == 0 ? first : rest
      return line.isEmpty ? String(prefix.reversed().drop { $0 == " " }.reversed()) : prefix + line
    }.joined(separator: "\n")
  }
}
