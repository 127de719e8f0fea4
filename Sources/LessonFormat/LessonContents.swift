// SPDX-License-Identifier: MIT
public import Experiments

extension Lesson {
  /// A heading of a lesson.
  public struct Heading: Hashable, Sendable {
    /// The level, 1 to 6.
    public var level: Int
    /// The text alone.
    public var title: String
    /// Where links lead to.
    public var anchor: String
    /// The index of its block.
    public var block: Int
  }

  /// The headings, in order.
  public var headings: [Heading] {
    blocks.enumerated().compactMap { index, block in
      guard case .heading(let level, let inlines, let anchor) = block.kind else { return nil }
      return Heading(level: level, title: inlines.plainText, anchor: anchor, block: index)
    }
  }

  /// The experiments, in order.
  public var experiments: [Experiment] {
    blocks.compactMap { if case .experiment(let experiment) = $0.kind { experiment } else { nil } }
  }

  /// The quizzes, in order.
  public var quizzes: [Quiz] {
    blocks.compactMap { if case .quiz(let quiz) = $0.kind { quiz } else { nil } }
  }

  /// Where all links and images lead, and the sections that questions lead back to, each with the
  /// place of the block that it stands in.
  public var links: [(target: String, location: SourceLocation)] {
    blocks.flatMap { block in
      block.located.flatMap { part in
        part.targets.map { ($0, part.location) }
      }
    }
  }

  /// The text of the first heading.
  var firstHeading: String? { headings.first?.title }

  /// Gives the first heading, where it is the title, the lesson's own name as its anchor.
  mutating func nameFirstHeading() {
    guard let first = headings.first, first.level == 1,
      !headings.contains(where: { $0.anchor == id }),
      case .heading(let level, let inlines, _) = blocks[first.block].kind
    else { return }
    blocks[first.block].kind = .heading(level: level, inlines, anchor: id)
  }

  /// The findings of invalid blocks that stand in lists and quotations.
  var nestedFindings: [LessonFinding] {
    blocks.flatMap { block -> [LessonFinding] in
      switch block.kind {
      case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.invalidFindings) }
      case .quote(let blocks): blocks.flatMap(\.invalidFindings)
      default: []
      }
    }
  }

  /// The name of a file without its folder, its number and its ending.
  static func name(ofFile file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    let stem = last.hasSuffix(".md") ? String(last.dropLast(3)) : last
    let words = stem.split(separator: "-").drop { $0.allSatisfy(\.isNumber) }
    return words.isEmpty ? stem : words.joined(separator: "-")
  }
}

extension Block {
  /// The block, or where it holds others those in it.
  fileprivate var located: [Block] {
    switch kind {
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.located) }
    case .quote(let blocks): blocks.flatMap(\.located)
    default: [self]
    }
  }

  /// The findings of this block and of those in it.
  fileprivate var invalidFindings: [LessonFinding] {
    switch kind {
    case .invalid(let finding, _): [finding]
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.invalidFindings) }
    case .quote(let blocks): blocks.flatMap(\.invalidFindings)
    default: []
    }
  }
}
