// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText
import Typesetting

/// The formulas of a section for those who want them in words, or to write them themselves.
enum FormulaPage {
  /// Each formula once: in a row, as it is written in TeX, and as it is read aloud.
  static func lines(of blocks: some Sequence<Block>, width: Int, glyphs: GlyphSet) -> [Line] {
    var told: Set<String> = []
    let sources = blocks.flatMap(\.formulas).map(\.source).filter { told.insert($0).inserted }
    if sources.isEmpty { return [Line("There is no formula here.")] }
    return sources.enumerated().flatMap { index, source in
      let formula = MathExpression(parsing: source)
      let parts: [(text: String, style: Style)] = [
        (formula.inlineText(glyphs: glyphs), Style(.math, emphasis: .bold)),
        ("TeX: \(source)", Style(.code)), ("Read: \(formula.spoken)", .text),
      ]
      return (index > 0 ? [Line()] : [])
        + parts.enumerated().flatMap { place, part in
          wrap(
            displayable(part.text, style: part.style, glyphs: glyphs), width: width,
            firstIndent: place > 0 ? 2 : 0, hangingIndent: 4)
        }
    }
  }
}

extension Session {
  /// Shows the formulas of the sections on the screen.
  mutating func showFormulas() {
    guard let workbook, !workbook.lesson.blocks.isEmpty else { return }
    let first = currentHeading.map { workbook.headings[$0].block } ?? 0
    let last = page.block(at: pager.visible.upperBound - 1) ?? first
    let next = workbook.headings.first { $0.block > last }?.block
    let blocks = workbook.lesson.blocks[first..<(next ?? workbook.lesson.blocks.count)]
    showNotice("Formulas") { FormulaPage.lines(of: blocks, width: $0, glyphs: $1) }
  }
}

extension LinearNotebook {
  /// Tells the formulas of the section at hand.
  func formulas() -> [Effect] {
    guard let workbook, sections.indices.contains(section) else {
      return complain("no section is open; next begins")
    }
    let blocks = workbook.lesson.blocks[sections[section].blocks]
    return [.say(FormulaPage.lines(of: blocks, width: width, glyphs: .ascii))]
  }
}

extension Block {
  /// The block with its displayed formulas in one row and in words, for those who hear the page.
  var withFormulasInWords: Block {
    var told = self
    switch kind {
    case .math(let source):
      let formula = MathExpression(parsing: source)
      told.kind = .paragraph([
        .text(formula.inlineText(glyphs: .ascii)), .lineBreak,
        .text("Formula: \(formula.spoken)."),
      ])
    case .quote(let blocks): told.kind = .quote(blocks.map(\.withFormulasInWords))
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.map(\.withFormulasInWords)
      }
      told.kind = .list(list)
    default: break
    }
    return told
  }
}

extension [Inline] {
  /// The text as it is read aloud: formulas in one row of ASCII instead of their source.
  var heard: String {
    map { inline in
      switch inline {
      case .math(let source, _): MathExpression(parsing: source).inlineText(glyphs: .ascii)
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .link(_, let children), .image(_, let children):
        children.heard
      case .text, .code, .softBreak, .lineBreak: [inline].plainText
      }
    }.joined()
  }
}
