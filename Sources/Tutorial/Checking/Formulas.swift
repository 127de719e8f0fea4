// SPDX-License-Identifier: MIT
import LessonFormat

extension Lesson {
  /// Every formula, and the block that it stands in.
  var formulas: [(source: String, location: SourceLocation)] { blocks.flatMap(\.formulas) }
}

extension Block {
  /// Every formula of the block and of those in it.
  var formulas: [(source: String, location: SourceLocation)] {
    switch kind {
    case .math(let source): [(source, location)]
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.formulas) }
    case .quote(let blocks): blocks.flatMap(\.formulas)
    default: prose.flatMap(\.formulas).map { ($0, location) }
    }
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
