// SPDX-License-Identifier: MIT
import LessonFormat
import Testing

@testable import Tutorial

/// Reading line by line: a pause wherever something is to be done, and pictures as numbers.
@Suite struct LinearReadingTests {
  private static let lesson = """
    ---
    title: Parts
    id: parts
    objectives: [stop]
    format_version: 1
    ---

    # 1.1 Parts

    ## The run

    Before anything.

    ```predict guess
    ask: Which epoch is the best?
    experiment: small
    measure: best_epoch
    options:
      - {text: One of the first five, when: "<= 5"}
      - {text: A later one, when: otherwise}
    ```

    Between the two.

    ```experiment small
    title: A small run
    training_size: 10
    validation_size: 10
    hidden: [3]
    learning_rate: 0.5
    epochs: 20
    plot: [loss, neurons]
    ```

    The answer was the later one.

    ## The curve

    ```quiz check
    title: Check yourself
    questions:
      - id: curve
        ask: What does the curve show?
        show: {experiment: small, figure: loss}
        answer: 4
    ```

    """

  @Test func `reading stops where something is to be done`() {
    var learner = PlainLearner([Self.lesson])
    _ = learner.type("next")
    let asked = learner.type("next")
    #expect(asked.contains("Before anything.") && asked.contains("Prediction guess"))
    #expect(!asked.contains("Between the two."))
    let run = learner.type("next")
    #expect(run.contains("Between the two.") && run.contains("Type run small"))
    #expect(!run.contains("The answer was"))
    #expect(learner.type("predict b").contains("Now type run small"))
    #expect(learner.type("run").contains("small."), "what was read last is run")
    #expect(learner.type("next").contains("The answer was the later one."))
    #expect(learner.type("find between the two").contains("Between the two."))
    #expect(learner.type("goto the run").contains("Before anything."))
  }

  @Test func `commands are taken as lessons write them, and a chapter is printed whole`() {
    var learner = PlainLearner([Self.lesson, SmallCourse.practice])
    #expect(learner.type(":goto 1.1", "goto the-run").contains("Before anything."))
    #expect(learner.type("goto the curve").contains("Questions: Check yourself."))
    let whole = learner.type("print 1.1")
    #expect(whole.contains("Before anything.") && whole.contains("The answer was the later one."))
    #expect(learner.notebook.section == 4, "the place stays")
    #expect(learner.type("print 1.2").contains("This is 1.2 Practice."))
  }

  @Test func `nothing but ASCII is said of several seeds`() {
    var learner = PlainLearner([Self.lesson])
    let text = learner.type("run small --seeds 2", "table")
    #expect(text.contains("+-") && text.allSatisfy(\.isASCII))
  }

  @Test func `what is far from any name is told all names`() {
    var learner = PlainLearner([Self.lesson])
    _ = learner.type("next", "set foo=1")
    let complaint = learner.complaints.first ?? ""
    #expect(complaint.hasPrefix("there is no hyperparameter foo; there are "))
    #expect(complaint.contains("learning_rate"))
  }

  @Test func `the picture of a question is there as numbers`() {
    var learner = PlainLearner([Self.lesson])
    #expect(learner.type("quiz").contains("Type table for its numbers."))
    let table = learner.type("table")
    #expect(table.contains("epoch") && table.split(separator: "\n").count == 23)
    #expect(learner.type("4").contains("Score: 1 of 1."))
    #expect(learner.type("table") == "! small was not run yet; type run small")
  }

  @Test func `a figure of one moment is told of the epoch that was asked for`() {
    var learner = PlainLearner([Self.lesson])
    let last = learner.type("run small", "plot neurons")
    #expect(learner.type("epoch 3").hasPrefix("Epoch 3: training loss"))
    let third = learner.type("plot neurons")
    #expect(third.hasPrefix("At epoch 3:\n") && !last.hasSuffix(third))
    #expect(learner.type("table neurons").hasPrefix("At epoch 3:\n"))
    #expect(!learner.type("table loss").contains("At epoch"))
    #expect(last.hasSuffix(learner.type("epoch end")), "the end again")
  }
}
