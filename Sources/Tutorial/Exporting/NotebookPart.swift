// SPDX-License-Identifier: MIT
import Experiments
import LessonFormat

/// A piece of a lab notebook, the same for every form that it is exported in.
indirect enum NotebookPart: Sendable {
  /// What a frame is about.
  enum Subject: String, Sendable {
    case experiment = "Experiment"
    case quiz = "Quiz"
    case prediction = "Prediction"
    case challenge = "Challenge"
    case guide = "Guide"
    case figure = "Figure"
    case runs = "Earlier runs"
  }

  /// A block of the lesson as it is.
  case block(Block)
  /// Running text.
  case text([Inline])
  /// Points, one under the other.
  case points([[Inline]])
  /// Rows under a head.
  case table(FigureTable)
  /// A picture, and what is said under it.
  case figure(Figure, caption: [Inline])
  /// Parts set apart, with a title.
  case frame(Subject, title: String, [NotebookPart])
  /// A run: its parts come after its `In [n]`.
  case run(LabRun, [NotebookPart])
}

extension LabNotebook.Chapter {
  /// The chapter as parts, in the lesson's order; runs stand at their experiments.
  var parts: [NotebookPart] {
    let known = Set(workbook.cells.keys)
    let others = runs.filter { !known.contains($0.entry.experiment) }
    return lesson.blocks.flatMap(parts(of:))
      + (others.isEmpty
        ? []
        : [.frame(.runs, title: "of experiments that the lesson has no more", others.map(part))])
  }

  private func parts(of block: Block) -> [NotebookPart] {
    switch block.kind {
    case .experiment(let experiment): [part(of: experiment)]
    case .quiz(let quiz): [part(of: quiz)]
    case .predict(let prediction): [part(of: prediction)]
    case .challenge(let challenge): [part(of: challenge)]
    case .guide(let guide): [part(of: guide)]
    case .figure(let figure):
      [
        .frame(
          .figure, title: figure.figure.title, [.figure(figure.figure, caption: figure.caption)])
      ]
    case .heading, .paragraph, .list, .quote, .code, .table, .math, .thematicBreak, .invalid:
      [.block(block)]
    }
  }
}

extension [Inline] {
  /// A sentence as running text.
  static func sentence(_ text: String) -> [Inline] { [.text(text)] }

  /// The text with strong words before it.
  func labelled(_ label: String) -> [Inline] { [.strong([.text(label)]), .text(" ")] + self }
}
