// SPDX-License-Identifier: MIT
import Charts
import Experiments
import LearnerRecords
import LessonFormat

/// A lab notebook as data.
struct JSONNotebook {
  private let notebook: LabNotebook

  init(_ notebook: LabNotebook) { self.notebook = notebook }

  /// The data as indented JSON.
  var text: String {
    JSONValue.object([
      ("format", .text("nntutor-lab-notebook")), ("format_version", .whole(1)),
      ("chapters", .list(notebook.chapters.map(Self.value))),
    ]).source + "\n"
  }

  private static func value(_ chapter: LabNotebook.Chapter) -> JSONValue {
    let prose = chapter.lesson.blocks.flatMap { block -> [String] in
      if block.live != nil { return [] }
      return MarkdownWriter.blocks(.block(block))
    }
    return .object([
      ("label", .text(chapter.label)), ("id", .text(chapter.lesson.id)),
      ("title", .text(chapter.lesson.title)),
      ("objectives", .list(chapter.lesson.objectives.map { .text($0) })),
      ("text", .text(prose.joined(separator: "\n\n"))),
      ("experiments", .list(chapter.lesson.experiments.map(value))),
      ("runs", .list(chapter.runs.map(\.value))),
      ("predictions", .list(chapter.lesson.blocks.compactMap { prediction(in: $0, chapter) })),
      ("quizzes", .list(chapter.lesson.quizzes.map { value($0, chapter) })),
      ("challenges", .list(chapter.lesson.blocks.compactMap { challenge(in: $0, chapter) })),
    ])
  }

  private static func value(_ experiment: Experiment) -> JSONValue {
    .object([
      ("id", .text(experiment.id)), ("title", .text(experiment.title)),
      ("kind", .text(experiment.kind.name)),
      (
        "hyperparameters",
        .object(
          experiment.kind.hyperparameters.map {
            ($0.name, .hyperparameter($0, in: experiment.hyperparameters))
          })
      ),
    ])
  }

  private static func prediction(
    in block: Block, _ chapter: LabNotebook.Chapter
  ) -> JSONValue? {
    guard case .predict(let prediction) = block.kind,
      let progress = chapter.workbook.predictions[prediction.id]
    else { return nil }
    let right = progress.chosen == nil ? nil : progress.right
    return .object([
      ("id", .text(prediction.id)), ("prompt", .text(prediction.prompt.plainText)),
      ("options", .list(prediction.options.map { .text($0.text.plainText) })),
      ("chosen", .letter(progress.chosen)), ("happened", .letter(right)),
    ])
  }

  private static func value(_ quiz: Quiz, _ chapter: LabNotebook.Chapter) -> JSONValue {
    let progress = chapter.workbook.quizzes[quiz.id]
    let questions = quiz.questions.map { question -> JSONValue in
      let given = progress?.given[question.id]
      return .object([
        ("id", .text(question.id)), ("prompt", .text(question.prompt.plainText)),
        ("options", .list(question.options.map { .text($0.text.plainText) })),
        ("answer", given.map { .text($0.text) } ?? .null),
        ("correct", given.map { .truth($0.isCorrect) } ?? .null),
        ("attempts", .whole(given?.attempt ?? 0)),
      ])
    }
    return .object([
      ("id", .text(quiz.id)), ("title", .text(quiz.title)),
      ("right", .whole(progress?.score ?? 0)), ("answered", .whole(progress?.answeredCount ?? 0)),
      ("questions", .list(questions)),
    ])
  }

  private static func challenge(in block: Block, _ chapter: LabNotebook.Chapter) -> JSONValue? {
    guard case .challenge(let challenge) = block.kind else { return nil }
    let progress = chapter.workbook.challenges[challenge.id]
    let tries = chapter.past.challenges.filter { $0.challenge == challenge.id }
    return .object([
      ("id", .text(challenge.id)), ("title", .text(challenge.title)),
      ("passed", .truth(progress?.isPassed ?? false)),
      ("hints_taken", .whole(progress?.hintCount ?? 0)),
      (
        "tries",
        .list(
          tries.map { entry in
            .object([
              ("passed", .truth(entry.passed)), ("score", .number(entry.score)),
              ("changes", .texts(entry.hyperparameters)),
            ])
          })
      ),
    ])
  }
}

extension LabRun {
  /// The run as data; figures with all their numbers.
  fileprivate var value: JSONValue {
    .object([
      ("number", .whole(number)), ("experiment", .text(entry.experiment)),
      ("date", .text(CalendarDate(secondsSince1970: entry.date).iso8601)),
      ("changes", .texts(entry.overrides)), ("hyperparameters", .texts(entry.hyperparameters)),
      ("seeds", .list(entry.seeds.map { .whole($0) })), ("outcome", .text(entry.outcome)),
      ("measures", .object(entry.measures.map { ($0.name, .number($0.value)) })),
      (
        "variants",
        .list(
          entry.variants.map { variant in
            .object([
              ("name", .text(variant.name)), ("changes", .texts(variant.overrides)),
              ("measures", .object(variant.measures.map { ($0.name, .number($0.value)) })),
            ])
          })
      ),
      ("compute_seconds", .number(entry.computeSeconds)), ("remark", .text(remark)),
      ("figures", .list(figures.map(\.value))),
    ])
  }
}

extension Figure {
  /// The figure as data, with its sentence.
  fileprivate var value: JSONValue {
    let data: [(name: String, value: JSONValue)] =
      switch content {
      case .lines(let plot):
        [
          ("x_label", .text(plot.xAxis.label)), ("y_label", .text(plot.yAxis.label)),
          ("series", .list(plot.series.map(\.value))),
        ] + (plot.field.map { [("field", $0.value)] } ?? [])
      case .bars(let plot):
        [
          ("categories", .list(plot.categories.map { .text($0) })),
          ("series", .list(plot.series.map(\.value))),
        ]
      case .heatMap(let map): [("values", .list(map.values.map { .numbers($0) }))]
      case .images(let grid):
        [
          (
            "images",
            .list(
              grid.images.map { image in
                .object([
                  ("caption", .text(image.caption)),
                  ("pixels", .list(image.pixels.map { .numbers($0) })),
                ])
              })
          )
        ]
      case .table(let table):
        [
          ("head", .list(table.head.map { .text($0) })),
          ("rows", .list(table.rows.map { .list($0.map { .text($0) }) })),
        ]
      }
    return .object(
      [("id", .text(id)), ("title", .text(title)), ("summary", .text(summary))] + data)
  }
}

extension PlotField {
  fileprivate var value: JSONValue {
    .object([
      ("name", .text(label)), ("x", .numbers([x.lowerBound, x.upperBound])),
      ("y", .numbers([y.lowerBound, y.upperBound])),
      ("values", .list(values.map { .numbers($0) })),
    ])
  }
}

extension PlotSeries {
  fileprivate var value: JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("name", .text(name)), ("x", .numbers(x)), ("y", .numbers(y)),
    ]
    if !lower.isEmpty { members.append(("lower", .numbers(lower))) }
    if !upper.isEmpty { members.append(("upper", .numbers(upper))) }
    return .object(members)
  }
}

extension JSONValue {
  fileprivate static func numbers(_ values: [Double]) -> JSONValue {
    .list(values.map { .number($0) })
  }

  fileprivate static func texts(_ pairs: [NamedText]) -> JSONValue {
    .object(pairs.map { ($0.name, .text($0.value)) })
  }

  fileprivate static func letter(_ index: Int?) -> JSONValue {
    guard let index, Question.letters.indices.contains(index) else { return .null }
    return .text(String(Question.letters[index]))
  }
}
