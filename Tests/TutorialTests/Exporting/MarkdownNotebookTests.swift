// SPDX-License-Identifier: MIT
import LessonFormat
import Testing

@testable import Tutorial

/// The lab notebook as Markdown, read back by the lesson parser.
struct MarkdownNotebookTests {
  @Test func `The lesson's prose reads back as it was written`() throws {
    let text = ExportFormat.md.text(of: try SampleNotebook.notebook(runs: []))
    let again = Lesson(parsing: text, file: "again.md")
    let expected = SampleNotebook.lesson.blocks.compactMap(outline)
    let found = again.blocks.compactMap(outline)
    for block in expected { #expect(found.contains(block), "\(block) is lost") }
    #expect(again.headings.map(\.level) == [1, 2, 3])
  }

  /// Kind and text of a block of prose, whatever the headings' level.
  private func outline(_ block: Block) -> String? {
    switch block.kind {
    case .heading(_, let inlines, _): "heading \(inlines.plainText)"
    case .paragraph(let inlines): "paragraph \(inlines.plainText)"
    case .list(let list):
      "list \(list.start ?? 0) " + list.items.map { "\($0.blocks.compactMap(outline))" }.joined()
    case .quote(let blocks): "quote \(blocks.compactMap(outline))"
    case .code(let label, let text): "code \(label) \(text)"
    case .table(let table): "table \(([table.head] + table.rows).map { $0.map(\.plainText) })"
    case .math(let source): "math \(source.filter { !$0.isWhitespace })"
    default: nil
    }
  }

  @Test(arguments: [
    "a *b* _c_ **d** `e` [f](g) ![h](i) <j> &amp; $k$ ~~l~~ \\m", "# no heading", "1. no list",
    "12) no list", "- no list", "+ no list", "> no quotation", "--- no rule", "===", "| a | b |",
    "learning_rate and _private_ and __init__", "<script>alert(1)</script>", "a\\", "$$ x $$",
    "https://example.org/_a_", "\\*", "1.6 ± 5.0 points", "&#35; &lt;",
  ])
  func `Text never becomes markup`(text: String) {
    let source = MarkdownWriter.blocks(.text([.text(text)])).joined(separator: "\n\n")
    let blocks = Lesson(parsing: "# Title\n\n" + source, file: "x.md").blocks.dropFirst()
    #expect(blocks.count == 1)
    guard case .paragraph(let inlines)? = blocks.first?.kind else {
      Issue.record("\(source) is no paragraph")
      return
    }
    #expect(inlines.plainText == text)
    #expect(inlines.allSatisfy { if case .text = $0 { true } else { false } }, "\(inlines)")
  }

  @Test func `A formula with a command that is not known is shown as code`() {
    let hostile = "\\href{javascript:alert(1)}{x}"
    for part in [
      NotebookPart.text([.math(hostile, isDisplay: false)]),
      .block(Block(.math(hostile), at: .init(file: "x.md", line: 1))),
    ] {
      let source = MarkdownWriter.blocks(part).joined()
      #expect(source.contains(hostile) && source.hasPrefix("`") && !source.contains("$"))
    }
    #expect(MarkdownWriter.blocks(.text([.math("w_1^2", isDisplay: false)])) == ["$w_1^2$"])
  }

  @Test func `A run has its table, and each chart its sentence`() throws {
    let text = ExportFormat.md.text(of: try SampleNotebook.notebook())
    #expect(text.contains("**In \\[1\\]:** `run small` as the lesson gives it"))
    #expect(text.contains("| epochs run | 20 |"))
    #expect(text.contains("*Loss:* Training loss"))
  }
}
