// SPDX-License-Identifier: MIT
import Experiments
import LessonFormat

/// Blocks as an indented tree, for tests to compare.
func tree(_ blocks: [Block], _ indent: String = "") -> String {
  blocks.map { tree($0, indent) }.joined(separator: "\n")
}

/// A Markdown text, parsed without front matter, as an indented tree.
func tree(_ markdown: String) -> String { tree(Lesson(parsing: markdown, file: "a.md").blocks) }

private func tree(_ block: Block, _ indent: String) -> String {
  let inner = indent + "  "
  func titled(_ head: String, _ children: [Block]) -> String {
    children.isEmpty ? indent + head : indent + head + "\n" + tree(children, inner)
  }
  switch block.kind {
  case .heading(let level, let inlines, let anchor):
    return indent + "h\(level) #\(anchor) \(text(inlines))"
  case .paragraph(let inlines): return indent + "p \(text(inlines))"
  case .list(let list):
    let head = (list.start.map { "ol \($0)" } ?? "ul") + (list.isTight ? "" : " loose")
    let items = list.items.map { item in
      let box = item.isDone.map { $0 ? "[x]" : "[ ]" } ?? "-"
      return item.blocks.isEmpty
        ? inner + box : inner + box + "\n" + tree(item.blocks, inner + "  ")
    }
    return ([indent + head] + items).joined(separator: "\n")
  case .quote(let blocks): return titled("quote", blocks)
  case .code(let label, let code):
    return indent + "code \(label.isEmpty ? "-" : label) \(code.debugDescription)"
  case .table(let table):
    let marks = table.alignments.map { ["n", "l", "c", "r"][number($0)] }.joined()
    let rows = ([table.head] + table.rows).map { row in
      inner + row.map(text).joined(separator: " | ")
    }
    return ([indent + "table \(marks)"] + rows).joined(separator: "\n")
  case .math(let source): return indent + "math \(source.debugDescription)"
  case .thematicBreak: return indent + "hr"
  case .invalid(let finding, _): return indent + "invalid \(finding.message)"
  default:
    let (kind, id) = block.live ?? ("?", "?")
    return indent + "\(kind) \(id)"
  }
}

private func number(_ alignment: Block.Table.Alignment) -> Int {
  switch alignment {
  case .natural: 0
  case .left: 1
  case .center: 2
  case .right: 3
  }
}

/// Running text on one line, its kinds in brackets.
func text(_ inlines: [Inline]) -> String {
  inlines.map { inline in
    switch inline {
    case .text(let text): text
    case .emphasis(let children): "em(\(text(children)))"
    case .strong(let children): "strong(\(text(children)))"
    case .strikethrough(let children): "del(\(text(children)))"
    case .code(let code): "code(\(code))"
    case .math(let source, let isDisplay): "\(isDisplay ? "display" : "math")(\(source))"
    case .link(let target, let children): "link(\(target))(\(text(children)))"
    case .image(let target, let children): "image(\(target))(\(text(children)))"
    case .softBreak: "⏎"
    case .lineBreak: "↵"
    }
  }.joined()
}
