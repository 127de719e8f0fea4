// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import Testing

@testable import Tutorial

/// A small lesson with one block of each kind, and what a learner did in it.
enum SampleNotebook {
  static let lesson = Lesson(parsing: source, file: "01-part/01-sample.md")

  /// The lab notebook of the sample lesson after some runs, as `name=value` settings of `small`.
  static func notebook(
    runs settings: [[String]] = [[], ["noise=0.3", "hidden=4"]], past: LessonPast = .sample,
    lesson: Lesson = lesson, seeds: Int? = nil
  ) throws -> LabNotebook {
    var past = past
    past.runs = try settings.enumerated().map { index, words in
      try entry(number: index + 1, words, in: lesson, seeds: seeds)
    }
    let chapter = LabNotebook.Chapter(label: "1.1", lesson, past: past, running: { $0.run() })
    return LabNotebook(chapters: [chapter])
  }

  /// A run of the lesson's first experiment, as the record keeps it.
  static func entry(
    number: Int, _ words: [String], in lesson: Lesson = lesson, seeds: Int? = nil
  ) throws -> RunEntry {
    let experiment = try #require(lesson.experiments.first)
    var cell = Cell(experiment)
    cell.edit(try experiment.hyperparameters(with: words.map { try Setting(assignment: $0) }))
    let report = try #require(cell.request(seeds: seeds).run())
    var entry = RunEntry(report, cell: cell, lesson: lesson.id, date: 1_000_000_000)
    entry.number = number
    return entry
  }

  static let source = """
    ---
    title: A sample
    id: sample
    format_version: 1
    objectives: [see all there is]
    ---

    # 1.1 A sample

    Some *stressed*, **strong** and ~~struck~~ words, `code | with a bar`, $w_1^2 < 3$ and
    a [link](#more) to [elsewhere](02-other.md), [the web](https://example.org/?a=1&b=2).

    $$\\sum_i x_i$$

    1. first
    2. second
       - inner

    > A quotation.

    | name | value |
    |:-----|------:|
    | a_b  | 1     |

    ```swift
    let a = "<b>"
    ```

    ## More

    ```predict guess
    ask: What will the gap be?
    experiment: small
    measure: gap
    options:
      - text: Less than 50
        when: "< 50"
        because: Feedback to less.
      - text: More
        when: otherwise
        because: Feedback to more.
    explain: The explanation.
    ```

    ```experiment small
    title: A small network
    kind: train
    data: lines
    training_size: 10
    validation_size: 20
    hidden: [3]
    epochs: 20
    ```

    ```experiment curve
    title: A curve
    kind: curve-fit
    degree: 3
    ```

    ```challenge reach
    title: Reach it
    ask: Reach the goal.
    experiment: small
    goal: ["gap > 15"]
    seeds: 5
    edit: [training_size]
    hints:
      - The first hint.
      - The second hint.
    solution: {training_size: 2}
    explain: Why it works.
    ```

    ```quiz check
    title: Check yourself
    questions:
      - id: one
        ask: Which one?
        options:
          - text: The right one
            correct: true
            because: Feedback to right.
          - text: The wrong one
            because: Feedback to wrong.
        explain: The reason of one.
      - id: two
        ask: How many?
        answer: 45
        tolerance: 0
        explain: The reason of two.
    ```

    ```figure shape
    kind: heat-map
    title: A shape
    values: [[0, 1], [-1, 0.5]]
    signed: true
    caption: Four numbers.
    ```
    """
}

extension LessonPast {
  /// A prediction, one of two questions answered, a challenge failed once with a hint taken.
  static let sample = LessonPast(
    answers: [
      AnswerEntry(
        lesson: "sample", quiz: "check", question: "one", given: "b", isCorrect: false,
        attempt: 2, date: 0)
    ],
    predictions: [PredictionEntry(lesson: "sample", block: "guess", chosen: "a")],
    challenges: [
      ChallengeEntry(
        lesson: "sample", challenge: "reach", passed: false, score: 0.4,
        hyperparameters: [NamedText("training_size", "5")])
    ],
    hints: [])
}
