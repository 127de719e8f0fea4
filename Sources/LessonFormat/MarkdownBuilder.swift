// SPDX-License-Identifier: MIT
internal import CMD4C

/// Builds blocks from what md4c reports: blocks and spans as they begin and end, and text.
///
/// Nesting deeper than `depthLimit` is flattened: the text stays, the wrapping is left out.
final class MarkdownBuilder {
  /// How deep blocks, and spans in a block, may be nested.
  static let depthLimit = 100

  /// One open block.
  struct Frame {
    var type: MD_BLOCKTYPE
    var level = 0
    var isTight = false
    var isDone: Bool?
    var info = ""
    var text = ""
    var lineCount = 0
    var indents: [Int] = []
    var first: Int?
    var blocks: [Block] = []
    var items: [Block.Item] = []
    var inlines: [Inline] = []
    var cells: [[Inline]] = []
    var head: [[Inline]] = []
    var rows: [[[Inline]]] = []
    var alignments: [Block.Table.Alignment] = []
  }

  /// One open span.
  struct Span {
    var type: MD_SPANTYPE
    var target = ""
    var children: [Inline] = []
  }

  let source: SourceText
  let file: String
  let firstLine: Int
  /// Where md4c's copy of the text begins, while it runs.
  var base: UnsafePointer<CChar>?
  private let interpret: (Fence) -> Block.Kind

  var stack: [Frame] = []
  var spans: [Span] = []
  var formula: Range<Int>?
  private var skippedBlocks = 0
  private var skippedSpans = 0
  private var slugs = Slugs()
  private var events = 0
  private var attributeBytes = 0
  /// The offset up to which text has been seen.
  var reached = 0

  /// Where nesting first went too deep.
  private(set) var tooDeep: SourceLocation?
  /// Whether the work went beyond what a text of this length may ask for.
  private(set) var isExhausted = false

  /// Makes a builder for one text.
  init(
    _ source: SourceText, file: String, firstLine: Int,
    interpret: @escaping (Fence) -> Block.Kind
  ) {
    self.source = source
    self.file = file
    self.firstLine = firstLine
    self.interpret = interpret
    stack = [Frame(type: MD_BLOCK_DOC)]
  }

  /// Closes what is still open, and returns the blocks.
  func finish() -> [Block] {
    spans.removeAll()
    while stack.count > 1 { close(stack.removeLast()) }
    flushInlines()
    return stack[0].blocks
  }

  /// Counts a callback; `false` once there were too many for a text of this length.
  func isAffordable(attributeBytes bytes: Int = 0) -> Bool {
    events += 1
    attributeBytes += bytes
    let size = source.utf8.count
    if events > 200_000 + 4 * size || attributeBytes > 1_000_000 + 8 * size { isExhausted = true }
    return !isExhausted
  }

  // MARK: Blocks

  func enter(_ frame: Frame) {
    flushInlines()
    let isContainer = [MD_BLOCK_QUOTE, MD_BLOCK_UL, MD_BLOCK_OL].contains(frame.type)
    let isItem = frame.type == MD_BLOCK_LI
    if (isContainer && stack.count > Self.depthLimit) || (isItem && skippedBlocks > 0) {
      skippedBlocks += 1
      if tooDeep == nil { tooDeep = location(at: reached) }
      return
    }
    stack.append(frame)
  }

  func leave(_ type: MD_BLOCKTYPE) {
    if skippedBlocks > 0, [MD_BLOCK_QUOTE, MD_BLOCK_UL, MD_BLOCK_OL, MD_BLOCK_LI].contains(type) {
      flushInlines()
      skippedBlocks -= 1
    } else if stack.count > 1 {
      close(stack.removeLast())
    }
  }

  private func close(_ frame: Frame) {
    let top = stack.count - 1
    if let first = frame.first, stack[top].first == nil { stack[top].first = first }
    var frame = frame
    if frame.type != MD_BLOCK_P, frame.type != MD_BLOCK_H, frame.type != MD_BLOCK_TH,
      frame.type != MD_BLOCK_TD
    {
      frame.blocks += paragraphs(frame.inlines, first: frame.first)
    }
    switch frame.type {
    case MD_BLOCK_TH, MD_BLOCK_TD:
      stack[top].cells.append(frame.inlines)
      stack[top].alignments += frame.alignments
    case MD_BLOCK_TR:
      stack[top].rows.append(frame.cells)
      stack[top].alignments = frame.alignments
    case MD_BLOCK_THEAD:
      stack[top].head = frame.rows.first ?? []
      stack[top].alignments = frame.alignments
    case MD_BLOCK_TBODY: stack[top].rows = frame.rows
    case MD_BLOCK_LI: stack[top].items.append(item(of: frame))
    case MD_BLOCK_P: stack[top].blocks += paragraphs(frame.inlines, first: frame.first)
    default:
      let place = location(of: frame)
      if let kind = kind(of: frame, at: place) { stack[top].blocks.append(Block(kind, at: place)) }
    }
  }

  private func kind(of frame: Frame, at place: SourceLocation) -> Block.Kind? {
    switch frame.type {
    case MD_BLOCK_QUOTE: return .quote(frame.blocks)
    case MD_BLOCK_UL, MD_BLOCK_OL:
      let start = frame.type == MD_BLOCK_OL ? frame.level : nil
      return .list(.init(start: start, isTight: frame.isTight, items: frame.items))
    case MD_BLOCK_HR: return .thematicBreak
    case MD_BLOCK_H:
      let anchor = slugs.anchor(for: frame.inlines.plainText)
      return .heading(level: frame.level, frame.inlines, anchor: anchor)
    case MD_BLOCK_CODE:
      if frame.isTight { reachEnd(of: frame, at: place) }
      return interpret(
        Fence(
          info: frame.info, text: frame.text, location: place, indents: frame.indents,
          isNested: stack.count > 1 || skippedBlocks > 0))
    case MD_BLOCK_TABLE:
      return .table(.init(alignments: frame.alignments, head: frame.head, rows: frame.rows))
    default: return nil
    }
  }

  /// The paragraph of some inlines; a display formula on lines of its own becomes a block.
  private func paragraphs(_ inlines: [Inline], first: Int?) -> [Block] {
    if inlines.isEmpty { return [] }
    let place = location(at: first ?? reached)
    var blocks: [Block] = []
    var rest: [Inline] = []
    func flush() {
      if case .softBreak = rest.last { rest.removeLast() }
      if !rest.isEmpty { blocks.append(Block(.paragraph(rest), at: place)) }
      rest = []
    }
    for (index, inline) in inlines.enumerated() {
      let isFirst = rest.isEmpty || rest.last == .softBreak
      let isLast = index + 1 == inlines.count || inlines[index + 1] == .softBreak
      if case .math(let source, isDisplay: true) = inline, isFirst, isLast {
        flush()
        blocks.append(Block(.math(source.trimmed), at: place))
      } else if !(rest.isEmpty && inline == .softBreak) {
        rest.append(inline)
      }
    }
    flush()
    return blocks
  }

  private func flushInlines() {
    let top = stack.count - 1
    if stack[top].inlines.isEmpty { return }
    stack[top].blocks += paragraphs(stack[top].inlines, first: stack[top].first)
    stack[top].inlines = []
  }

  // MARK: Spans

  func enter(_ span: Span) {
    if spans.count >= Self.depthLimit {
      skippedSpans += 1
      if tooDeep == nil { tooDeep = location(at: reached) }
    } else {
      spans.append(span)
    }
  }

  func leaveSpan() {
    if skippedSpans > 0 {
      skippedSpans -= 1
    } else if let span = spans.popLast() {
      switch span.type {
      case MD_SPAN_EM: add(.emphasis(span.children))
      case MD_SPAN_STRONG: add(.strong(span.children))
      case MD_SPAN_DEL: add(.strikethrough(span.children))
      case MD_SPAN_A: add(.link(target: span.target, span.children))
      case MD_SPAN_IMG: add(.image(target: span.target, span.children))
      case MD_SPAN_CODE: add(.code(codeText(span.children.plainText)))
      case MD_SPAN_LATEXMATH, MD_SPAN_LATEXMATH_DISPLAY:
        for inline in mathematics(span) { add(inline) }
      default: for child in span.children { add(child) }
      }
    }
  }

  /// Code in a table keeps the backslash that shields a bar; here it goes.
  private func codeText(_ text: String) -> String {
    guard [MD_BLOCK_TH, MD_BLOCK_TD].contains(stack[stack.count - 1].type) else { return text }
    return text.replacing("\\|", with: "|")
  }

  func add(_ inline: Inline) {
    if spans.isEmpty {
      stack[stack.count - 1].inlines.appendMerging(inline)
    } else {
      spans[spans.count - 1].children.appendMerging(inline)
    }
  }
}

extension [Inline] {
  /// Appends a piece; text goes on where text ended.
  fileprivate mutating func appendMerging(_ inline: Inline) {
    guard case .text(let more) = inline, case .text(var text)? = last else {
      append(inline)
      return
    }
    // The old piece lets go of the text, so that it grows in place.
    self[count - 1] = .softBreak
    text += more
    self[count - 1] = .text(text)
  }
}
