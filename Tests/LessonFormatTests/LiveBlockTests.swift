// SPDX-License-Identifier: MIT
import Experiments
import LessonFormat
import Testing

/// A lesson with sound front matter above the text given, whose first line is line 7.
func lesson(_ body: String) -> Lesson {
  let front = """
    ---
    title: A lesson
    id: a-lesson
    objectives: [read]
    format_version: 1
    ---

    """
  return Lesson(parsing: front + body, file: "a.md")
}

@Suite struct LiveBlockTests {
  static let experiment = """
    ```experiment overfit
    title: Twenty images
    noise: 0.3
    hidden: [8]
    edit: [noise, hidden]
    ```

    """

  @Test func `an experiment is understood, with its hyperparameters`() throws {
    let lesson = lesson(Self.experiment)
    #expect(lesson.findings.isEmpty)
    let experiment = try #require(lesson.experiments.first)
    #expect(experiment.id == "overfit")
    #expect(experiment.title == "Twenty images")
    #expect(experiment.hyperparameters.noise == 0.3)
    #expect(experiment.hyperparameters.hidden == [8])
    #expect(experiment.edit.map(\.name) == ["noise", "hidden"])
  }

  @Test func `a quiz holds questions of every kind`() throws {
    let lesson = lesson(
      "# A lesson\n\n## The signature\n\n" + Self.experiment + """
        ```quiz check
        title: Check yourself
        questions:
          - id: what
            ask: What is *overfitting*?
            options:
              - {text: Memorizing, correct: true, because: Yes.}
              - text: Learning $x$
                because: "No: that is the aim."
            explain: It fits the noise.
            section: "#the-signature"
            experiment: overfit
          - id: which
            ask: Which help?
            options:
              - {text: More data, correct: true}
              - {text: Early stopping, correct: true}
              - More neurons
          - id: much
            ask: At most?
            answer: 0.25
            tolerance: 0.001
            unit: "%"
          - id: steps
            ask: In which order?
            order: [forward, backward, update]
            show: {experiment: overfit, with: {noise: 0.5}, figure: loss}
        ```
        """)
    #expect(lesson.findings == [])
    let quiz = try #require(lesson.quizzes.first)
    #expect(quiz.title == "Check yourself")
    #expect(quiz.questions.map(\.id) == ["what", "which", "much", "steps"])
    #expect(text(quiz.questions[0].prompt) == "What is em(overfitting)?")
    #expect(text(quiz.questions[0].options[1].text) == "Learning math(x)")
    #expect(quiz.questions[0].section == "#the-signature")
    #expect(quiz.questions[1].rightAnswer == .options([0, 1]))
    #expect(quiz.questions[2].kind == .number(0.25, tolerance: 0.001, unit: "%"))
    #expect(quiz.questions[3].picture?.figure == "loss")
    #expect(quiz.questions[3].location.line == 40)
  }

  @Test func `a prediction is decided by the measure of a run`() throws {
    let lesson = lesson(
      Self.experiment + """
        ```predict guess
        ask: How large will the gap be?
        experiment: overfit
        measure: gap
        options:
          - {text: None, when: "< 5"}
          - {text: Some, when: "5...20"}
          - {text: Huge, when: otherwise, because: So it is.}
        ```
        """)
    #expect(lesson.findings == [])
    guard case .predict(let prediction) = lesson.blocks[1].kind else {
      Issue.record("no prediction")
      return
    }
    #expect(prediction.rightOption(measured: 2) == 0)
    #expect(prediction.rightOption(measured: 20) == 1)
    #expect(prediction.rightOption(measured: .nan) == 2)
    #expect(prediction.rightOption(measured: nil) == nil)
  }

  @Test func `a challenge has goals, hints and a solution`() throws {
    let lesson = lesson(
      Self.experiment + """
        ```challenge close
        title: Close the gap
        ask: Bring the gap *below* five.
        experiment: overfit
        goal: [gap < 5, validation_accuracy > 90]
        seeds: 3
        edit: [noise]
        hints: [Less noise., Much less noise.]
        solution: {noise: 0.05}
        ```
        """)
    #expect(lesson.findings == [])
    guard case .challenge(let challenge) = lesson.blocks[1].kind else {
      Issue.record("no challenge")
      return
    }
    #expect(challenge.goals.map(\.condition) == ["gap < 5", "validation_accuracy > 90"])
    #expect(challenge.seeds == 3)
    #expect(challenge.hints.count == 2)
    #expect(challenge.solution.map(\.name) == ["noise"])
  }

  @Test func `a guide leads from question to advice`() throws {
    let lesson = lesson(
      """
      ```guide trouble
      title: Troubleshooting
      questions:
        - id: nan
          ask: Is the loss NaN?
          sign: diverged
          yes: {cause: Exploding, advice: [Lower the rate., Clip.]}
        - id: flat
          ask: Is it flat?
          yes: {go: slow}
          no: Train on.
        - id: slow
          ask: Do early layers move?
          yes: All is well.
      otherwise: Use *ReLU*.
      ```
      """)
    #expect(lesson.findings == [])
    guard case .guide(let guide) = lesson.blocks[0].kind else {
      Issue.record("no guide")
      return
    }
    #expect(guide.steps[0].no == .question(1))
    #expect(guide.steps[0].sign == "diverged")
    #expect(guide.steps[1].yes == .question(2))
    guard case .advice(let advice) = guide.steps[2].no else {
      Issue.record("no advice")
      return
    }
    #expect(advice.steps.map(text) == ["Use em(ReLU)."])
  }

  @Test func `figures are computed from formulas and from data`() throws {
    let lesson = lesson(
      """
      ```figure sigmoid
      kind: function
      title: The sigmoid
      x: [-6, 6]
      curves:
        - {name: σ, expression: sigmoid(x)}
        - {name: σ′, expression: sigmoid(x) * (1 - sigmoid(x))}
      references:
        - {y: 0.25, label: at most 0.25}
      caption: Its slope is *small*.
      ```
      ```figure layers
      kind: layers
      layers: 4
      y_scale: log
      y_limits: [1e-3, 10]
      curves:
        - {name: vanishing, expression: 0.25^x}
        - {name: measured, values: [1, 0.5, 0.25, 0.125]}
      bands: [{y: [0.1, 10], label: good}]
      notes: [{text: tiny, curve: vanishing, x: 4}]
      ```
      ```figure grid
      kind: heat-map
      values: [[1, -2], [0, 4]]
      rows: [a, b]
      signed: true
      ```
      ```figure pictures
      kind: images
      images:
        - {caption: vertical, pixels: [[0, 1, 0], [0, 1, 0], [0, 1, 0]]}
      ```
      """)
    #expect(lesson.findings == [])
    let figures = lesson.blocks.compactMap { block -> FigureBlock? in
      if case .figure(let figure) = block.kind { figure } else { nil }
    }
    guard case .lines(let sigmoid) = figures[0].figure.content,
      case .lines(let layers) = figures[1].figure.content,
      case .heatMap(let grid) = figures[2].figure.content,
      case .images(let images) = figures[3].figure.content
    else {
      Issue.record("other figures")
      return
    }
    #expect(sigmoid.series[0].y[120] == 0.5)
    #expect(sigmoid.series[1].y.max() == 0.25)
    #expect(sigmoid.references == [ReferenceLine(.horizontal, at: 0.25, label: "at most 0.25")])
    #expect(layers.series[0].y == [0.25, 0.0625, 0.015625, 0.00390625])
    #expect(layers.yAxis.limits == 0.001...10)
    #expect(layers.annotations == [PlotAnnotation("tiny", series: 0, x: 4)])
    #expect(grid.values == [[1, -2], [0, 4]])
    #expect(images.images[0].pixels[2] == [0, 1, 0])
  }
}
