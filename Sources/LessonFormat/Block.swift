// SPDX-License-Identifier: MIT
public import Experiments

/// One block of a lesson, and where it stands.
public struct Block: Sendable {
  /// What the block is.
  public var kind: Kind
  /// Where its first line stands.
  public var location: SourceLocation

  /// Makes a block.
  public init(_ kind: Kind, at location: SourceLocation) {
    self.kind = kind
    self.location = location
  }

  /// The kinds of block.
  public indirect enum Kind: Sendable {
    /// A heading of level 1 to 6; the anchor is unique in its lesson.
    case heading(level: Int, [Inline], anchor: String)
    /// A paragraph.
    case paragraph([Inline])
    /// A list, numbered or not.
    case list(List)
    /// A quotation.
    case quote([Block])
    /// Computer code, with the first word after its fence.
    case code(label: String, String)
    /// A table.
    case table(Table)
    /// A formula set off from the text, in LaTeX without its dollar signs.
    case math(String)
    /// A rule across the page.
    case thematicBreak
    /// An experiment that can be run and changed.
    case experiment(Experiment)
    /// Questions with answers.
    case quiz(Quiz)
    /// A question to commit to before a run.
    case predict(Prediction)
    /// A goal to reach by changing an experiment.
    case challenge(Challenge)
    /// A chart that stands still.
    case figure(FigureBlock)
    /// Questions that lead to advice.
    case guide(Guide)
    /// A block that could not be understood: why, and its source.
    case invalid(LessonFinding, source: String)
  }

  /// A list, numbered or not.
  public struct List: Sendable {
    /// The first number of a numbered list; `nil` for bullets.
    public var start: Int?
    /// Whether its items stand close together.
    public var isTight: Bool
    /// The items, in order.
    public var items: [Item]
  }

  /// One item of a list.
  public struct Item: Sendable {
    /// Whether the item's box is ticked; `nil` where it has none.
    public var isDone: Bool?
    /// What the item holds.
    public var blocks: [Block]
  }

  /// A table: a head and rows, all of the same number of cells.
  public struct Table: Hashable, Sendable {
    /// How a column is set.
    public enum Alignment: Hashable, Sendable {
      /// As the language reads.
      case natural
      /// At the left.
      case left
      /// In the middle.
      case center
      /// At the right.
      case right
    }
    /// The columns' alignments.
    public var alignments: [Alignment]
    /// The head's cells.
    public var head: [[Inline]]
    /// The rows' cells.
    public var rows: [[[Inline]]]
  }
}

extension Block {
  /// The kind's name in lessons, and the identifier, of a block that comes alive; else `nil`.
  public var live: (kind: String, id: String)? {
    switch kind {
    case .experiment(let experiment): ("experiment", experiment.id)
    case .quiz(let quiz): ("quiz", quiz.id)
    case .predict(let prediction): ("predict", prediction.id)
    case .challenge(let challenge): ("challenge", challenge.id)
    case .figure(let figure): ("figure", figure.id)
    case .guide(let guide): ("guide", guide.id)
    case .heading, .paragraph, .list, .quote, .code, .table, .math, .thematicBreak, .invalid: nil
    }
  }

  /// Whether a learner has something to do in it.
  public var isStop: Bool { live.map { $0.kind != "figure" } ?? false }
}
