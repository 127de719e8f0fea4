// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

/// Sets blocks as lines, none wider than `width`.
///
/// A block's lines depend on the block and on these values alone, so that each can be set, kept and
/// set again by itself.
struct Typesetter {
  /// The columns that text may take.
  var width: Int
  /// Which characters may be used.
  var glyphs: GlyphSet
  /// How deep in lists the block stands.
  var listDepth = 0

  /// The narrowest text that is still indented; a nest of lists goes no further right.
  static let narrowest = 12

  var ornaments: Ornaments { Ornaments(glyphs) }

  /// The same with fewer columns.
  func narrowed(by columns: Int) -> Typesetter {
    var copy = self
    copy.width = max(1, width - columns)
    return copy
  }

  /// The lines of blocks under one another, blank lines between them unless they stand tight.
  func lines(_ blocks: [Block], isTight: Bool = false) -> [Line] {
    var lines: [Line] = []
    for block in blocks {
      let own = self.lines(block)
      if !lines.isEmpty, !own.isEmpty, !isTight || block.needsAir { lines.append(Line()) }
      lines += own
    }
    return lines
  }

  /// The lines of a block.
  func lines(_ block: Block) -> [Line] {
    switch block.kind {
    case .heading(let level, let inlines, _): heading(level, inlines)
    case .paragraph(let inlines): wrapped(spans(inlines))
    case .list(let list): self.list(list)
    case .quote(let blocks): quote(blocks)
    case .code(let label, let code): self.code(code, label: label)
    case .table(let table): self.table(table)
    case .math(let source): displayMath(source)
    case .thematicBreak: thematicBreak()
    case .experiment(let experiment): experimentForm(experiment)
    case .quiz(let quiz): quizForm(quiz)
    case .predict(let prediction): predictionForm(prediction)
    case .challenge(let challenge): challengeForm(challenge)
    case .figure(let figure): figureForm(figure)
    case .guide(let guide): guideForm(guide)
    case .invalid(let finding, let source): invalid(finding, source: source)
    }
  }

  /// Running text as lines.
  func wrapped(_ spans: [Span]) -> [Line] {
    wrap(spans, width: width).map {
      $0.spans.last?.text.utf8.last == 0x20 ? $0.withoutTrailingBlanks : $0
    }
  }

  /// Plain text from anywhere as safe spans.
  func safe(_ text: String, _ style: Style = .text) -> [Span] {
    displayable(text.withWholeFigures, style: style, glyphs: glyphs)
  }

  /// Lines set to the right of a mark: the mark before the first, blanks or `rest` before the others.
  ///
  /// Where the mark would leave too little room, it stands on a line of its own.
  func hang(_ mark: Line, rest: Line? = nil, _ body: (Typesetter) -> [Line]) -> [Line] {
    let columns = mark.width
    guard width - columns >= min(Self.narrowest, width / 2 + 1), columns < width else {
      return [mark.clipped(to: width, glyphs: glyphs)] + body(self)
    }
    let hanging = rest ?? Line(blanks(columns))
    let lines = body(narrowed(by: columns))
    if lines.isEmpty { return [mark.withoutTrailingBlanks] }
    return lines.enumerated().map { index, line in
      var result = index == 0 ? mark : hanging
      result.append(line)
      return result.withoutTrailingBlanks
    }
  }

  /// A horizontal rule.
  func rule(_ character: String, _ columns: Int) -> Line {
    Line(String(repeating: character, count: max(0, min(columns, width))), Style(.rule))
  }
}

extension Block {
  /// Whether the block is set apart by blank lines even where others stand close.
  fileprivate var needsAir: Bool {
    switch kind {
    case .paragraph, .list, .quote: false
    default: true
    }
  }
}
