// SPDX-License-Identifier: MIT
import LessonFormat

extension Lesson {
  /// Every formula, and the block that it stands in.
  var formulas: [(source: String, location: SourceLocation)] { blocks.flatMap(\.formulas) }
}

extension Block {
  fileprivate var formulas: [(source: String, location: SourceLocation)] {
    switch kind {
    case .math(let source): [(source, location)]
    case .heading(_, let inlines, _), .paragraph(let inlines):
      inlines.formulas.map { ($0, location) }
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.formulas) }
    case .quote(let blocks): blocks.flatMap(\.formulas)
    case .table(let table):
      ([table.head] + table.rows).flatMap { $0.flatMap(\.formulas) }.map { ($0, location) }
    case .quiz(let quiz): quiz.questions.flatMap(\.formulas).map { ($0, location) }
    default: []
    }
  }
}

extension Question {
  fileprivate var formulas: [String] {
    prompt.formulas + explanation.formulas
      + options.flatMap { $0.text.formulas + $0.feedback.formulas }
  }
}

extension [Inline] {
  fileprivate var formulas: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .math(let source, _): [source]
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .link(_, let children), .image(_, let children):
        children.formulas
      case .text, .code, .softBreak, .lineBreak: []
      }
    }
  }
}
