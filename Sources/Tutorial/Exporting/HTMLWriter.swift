// SPDX-License-Identifier: MIT
import Charts
import Experiments
import LessonFormat
import TerminalText
import Typesetting

/// Writes a chapter's parts as HTML; every text goes through `markupText`.
struct HTMLWriter {
  /// The numbers that the next charts take, so that their identifiers are unique on the page.
  private(set) var numbers: PartialRangeFrom<Int>
  private let links: HTMLLinks

  init(_ chapter: LabNotebook.Chapter, in notebook: LabNotebook, numbers: PartialRangeFrom<Int>) {
    self.numbers = numbers
    links = HTMLLinks(chapter, in: notebook)
  }

  /// The identifier of a lesson's article.
  static func anchor(of lesson: Lesson) -> String { "chapter-\(markupText(word(lesson.id)))" }

  /// A name without blanks, as identifiers must be.
  static func word(_ name: String) -> String {
    String(name.map { $0.isWhitespace ? "-" : $0 })
  }

  mutating func html(_ parts: [NotebookPart]) -> String {
    parts.map { html($0) }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private mutating func html(_ part: NotebookPart) -> String {
    switch part {
    case .block(let block): return html(block)
    case .text(let inlines): return "<p>\(html(inlines))</p>"
    case .points(let points):
      let items = points.map { "<li>\(html($0))</li>" }
      return "<ul>\n\(items.joined(separator: "\n"))\n</ul>"
    case .table(let table): return html(table)
    case .figure(let figure, let caption): return html(figure, caption)
    case .frame(let subject, let title, let parts):
      let name = markupText(title)
      let label = "<p class=\"label\"><b>\(subject.rawValue)</b> \(name)</p>"
      let spoken = name.isEmpty ? subject.rawValue : "\(subject.rawValue) \(name)"
      return
        "<section class=\"frame\" aria-label=\"\(spoken)\">\n\(label)\n\(html(parts))\n</section>"
    case .run(let run, let parts):
      let head = "<p><b class=\"in\">In [\(run.number)]:</b> \(html(run.inputText))</p>"
      return "<div class=\"run\" id=\"run-\(run.number)\">\n\(head)\n\(html(parts))\n</div>"
    }
  }

  private mutating func html(_ figure: Figure, _ caption: [Inline]) -> String {
    let number = numbers.lowerBound
    numbers = (number + 1)...
    guard let drawing = figure.svg(id: "figure-\(number)") else { return html(figure.table) }
    let said = caption.isEmpty ? "<p>\(markupText(figure.summary))</p>" : "<p>\(html(caption))</p>"
    let table = figure.table.thinned()
    let note =
      table.rows.count < figure.table.rows.count
      ? " (\(table.rows.count) of \(figure.table.rows.count) rows; export --to json has them all)"
      : ""
    return """
      <figure>
      <p class="title">\(markupText(figure.title))</p>
      \(drawing)
      <figcaption>\(said)
      <details><summary>The numbers as a table\(note)</summary>
      \(html(table))
      </details></figcaption>
      </figure>
      """
  }

  private func html(_ table: FigureTable) -> String {
    let head = table.head.map { "<th scope=\"col\">\(markupText($0))</th>" }.joined()
    let rows = table.rows.map { row in
      "<tr>" + row.map { "<td>\(markupText($0))</td>" }.joined() + "</tr>"
    }
    return Self.table(head: head, rows: rows)
  }

  private static func table(head: String, rows: [String]) -> String {
    "<div class=\"wide\"><table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n"
      + rows.joined(separator: "\n") + "\n</tbody>\n</table></div>"
  }
}

extension HTMLWriter {
  private mutating func html(_ blocks: [Block]) -> String {
    blocks.map { html($0) }.joined(separator: "\n")
  }

  private mutating func html(_ block: Block) -> String {
    switch block.kind {
    case .heading(let level, let inlines, let anchor):
      let rank = min(6, level + 1)
      return "<h\(rank) id=\"\(links.identifier(anchor))\">\(html(inlines))</h\(rank)>"
    case .paragraph(let inlines): return "<p>\(html(inlines))</p>"
    case .list(let list): return html(list)
    case .quote(let blocks): return "<blockquote>\n\(html(blocks))\n</blockquote>"
    case .code(_, let text): return "<pre><code>\(markupText(text))</code></pre>"
    case .table(let table): return html(table)
    case .math(let source):
      return "<div class=\"wide\">"
        + MathExpression(parsing: source).mathML(isDisplay: true) + "</div>"
    case .thematicBreak: return "<hr>"
    case .invalid(let finding, let source):
      return "<p><em>\(markupText(finding.message))</em></p>\n"
        + "<pre><code>\(markupText(source))</code></pre>"
    case .experiment, .quiz, .predict, .challenge, .figure, .guide: return ""
    }
  }

  private mutating func html(_ list: Block.List) -> String {
    var items: [String] = []
    for item in list.items {
      let box = item.isDone.map { $0 ? "☑ " : "☐ " } ?? ""
      var body = html(item.blocks)
      if list.isTight, item.blocks.count == 1, case .paragraph(let inlines) = item.blocks[0].kind {
        body = html(inlines)
      }
      items.append("<li>\(box)\(body)</li>")
    }
    let name = list.start == nil ? "ul" : "ol"
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    return "<\(name)\(start)>\n\(items.joined(separator: "\n"))\n</\(name)>"
  }

  private func html(_ table: Block.Table) -> String {
    func cell(_ name: String, _ index: Int, _ inlines: [Inline]) -> String {
      let alignment = index < table.alignments.count ? table.alignments[index] : .natural
      let style: String? =
        switch alignment {
        case .natural: nil
        case .left: "left"
        case .center: "center"
        case .right: "right"
        }
      let attributes =
        (name == "th" ? " scope=\"col\"" : "") + (style.map { " class=\"\($0)\"" } ?? "")
      return "<\(name)\(attributes)>\(html(inlines))</\(name)>"
    }
    let head = table.head.enumerated().map { cell("th", $0.offset, $0.element) }.joined()
    let rows = table.rows.map { row in
      "<tr>" + row.enumerated().map { cell("td", $0.offset, $0.element) }.joined() + "</tr>"
    }
    return Self.table(head: head, rows: rows)
  }

  private func html(_ inlines: [Inline]) -> String { inlines.map { html($0) }.joined() }

  private func html(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): return markupText(text)
    case .emphasis(let children): return "<em>\(html(children))</em>"
    case .strong(let children): return "<strong>\(html(children))</strong>"
    case .strikethrough(let children): return "<s>\(html(children))</s>"
    case .code(let code): return "<code>\(markupText(code))</code>"
    case .math(let source, let isDisplay):
      return MathExpression(parsing: source).mathML(isDisplay: isDisplay)
    case .link(let target, let children):
      guard let place = links.place(of: target) else { return html(children) }
      return "<a href=\"\(place)\">\(html(children))</a>"
    case .image(let target, let children):
      // A page that stands alone holds no files; what the image shows is said.
      let text = children.plainText
      return "<em>[image: \(markupText(text.isEmpty ? target : text))]</em>"
    case .softBreak: return "\n"
    case .lineBreak: return "<br>\n"
    }
  }
}

/// Where links lead on the page.
struct HTMLLinks {
  private let chapter: String
  /// The identifiers of the exported lessons, by the names of their files.
  private let lessons: [String: String]

  init(_ chapter: LabNotebook.Chapter, in notebook: LabNotebook) {
    self.chapter = HTMLWriter.anchor(of: chapter.lesson)
    lessons = Dictionary(
      notebook.chapters.map { (Self.name(of: $0.lesson.file), HTMLWriter.anchor(of: $0.lesson)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The identifier of a place in the chapter.
  func identifier(_ anchor: String) -> String {
    "\(chapter)--\(markupText(HTMLWriter.word(anchor)))"
  }

  /// A link's address on the page, escaped; `nil` where it leads to no place that a page may open.
  func place(of target: String) -> String? {
    let lower = target.lowercased()
    if ["https://", "http://", "mailto:"].contains(where: lower.hasPrefix) {
      return markupText(target)
    }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let (path, anchor) = (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
    if path.isEmpty { return anchor.isEmpty ? nil : "#\(identifier(anchor))" }
    guard let lesson = lessons[Self.name(of: path)] else { return nil }
    return anchor.isEmpty ? "#\(lesson)" : "#\(lesson)--\(markupText(HTMLWriter.word(anchor)))"
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension FigureTable {
  /// At most about sixty rows, evenly chosen, the last one among them.
  func thinned() -> FigureTable {
    let most = 60
    guard rows.count > most else { return self }
    let step = (rows.count + most - 2) / (most - 1)
    let kept = rows.enumerated().filter { $0.offset % step == 0 || $0.offset == rows.count - 1 }
    return FigureTable(head: head, rows: kept.map(\.element))
  }
}
