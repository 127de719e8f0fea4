// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat

/// A learner's lab notebook: chapters, and in each what was run, predicted, answered and reached.
///
///     let chapter = LabNotebook.Chapter(label: "8.1", lesson, past: past, running: { $0.run() })
///     let page = ExportFormat.html.text(of: LabNotebook(chapters: [chapter]))
public struct LabNotebook: Sendable {
  /// A chapter and what was done in it.
  public struct Chapter: Sendable {
    /// The number that learners see, as in `8.1`.
    public var label: String
    /// The lesson.
    public var lesson: Lesson
    /// What the record knows of it.
    public var past: LessonPast
    /// The runs, oldest first, each computed again.
    public var runs: [LabRun]
    /// The lesson with the answers of the past filled in.
    let workbook: Workbook

    /// Gathers what was done in a lesson.
    ///
    /// - Parameters:
    ///   - label: the number that learners see.
    ///   - lesson: the lesson.
    ///   - past: what the record knows of it.
    ///   - triesDigits: whether each run is tried for figures that hang on rounding, as
    ///     ``ExportFormat/ipynb`` needs.
    ///   - run: computes a run again; `nil` where it cannot be.
    public init(
      label: String, _ lesson: Lesson, past: LessonPast, triesDigits: Bool = false,
      running run: (ExperimentRequest) -> ExperimentReport?
    ) {
      self.label = label
      self.lesson = lesson
      self.past = past
      var book = Workbook(lesson, chapter: 0, past: past)
      runs = past.runs.map {
        LabRun($0, of: book.cells[$0.experiment], triesDigits: triesDigits, running: run)
      }
      for (id, prediction) in book.predictions {
        guard let name = prediction.prediction.experiment,
          let given = book.cells[name]?.asGiven.request(seeds: nil),
          let report = runs.lazy.compactMap(\.report).first(where: {
            $0.request.runsTheSame(as: given)
          })
        else { continue }
        book.predictions[id]?.settle(report)
      }
      workbook = book
    }
  }

  /// The chapters, in the course's order.
  public var chapters: [Chapter]

  /// Makes a notebook.
  public init(chapters: [Chapter]) { self.chapters = chapters }

  /// The notebook's title: its one chapter's, or its own.
  var title: String {
    guard chapters.count == 1, let chapter = chapters.first else { return "Lab notebook" }
    return "Lab notebook: \(chapter.lesson.title)"
  }

  /// What was done, a row a chapter.
  var overview: FigureTable {
    FigureTable(
      head: ["chapter", "runs", "questions right", "predictions", "challenges passed"],
      rows: chapters.map { chapter in
        let book = chapter.workbook
        let questions = book.quizzes.values
        return [
          "\(chapter.label) \(chapter.lesson.title)", String(chapter.runs.count),
          Self.share(
            questions.reduce(0) { $0 + $1.score },
            questions.reduce(0) { $0 + $1.quiz.questions.count }),
          Self.share(
            book.predictions.values.count { $0.chosen != nil }, book.predictions.count),
          Self.share(book.challenges.values.count { $0.isPassed }, book.challenges.count),
        ]
      })
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "" : "\(part) of \(whole)"
  }
}

/// The forms that a lab notebook is exported in.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// A web page in one file.
  case html
  /// Plain Markdown.
  case md
  /// A Jupyter notebook.
  case ipynb
  /// Data.
  case json

  /// Whether its code computes the runs anew, in another program.
  public var isComputed: Bool { self == .ipynb }

  /// The notebook in this form.
  public func text(of notebook: LabNotebook) -> String {
    switch self {
    case .html: HTMLNotebook(notebook).text
    case .md: MarkdownNotebook(notebook).text
    case .ipynb: JupyterNotebook(notebook).text
    case .json: JSONNotebook(notebook).text
    }
  }
}
