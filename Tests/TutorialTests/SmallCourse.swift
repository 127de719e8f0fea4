// SPDX-License-Identifier: MIT

/// A course of three chapters with one live block of each kind, and runs of a few milliseconds.
enum SmallCourse {
  static let texts = [reading, practice, closing]

  /// Nothing but text: forty numbered rows in three sections.
  static let reading = """
    ---
    title: Reading
    id: reading
    objectives: [read]
    format_version: 1
    ---

    # 1.1 Reading

    The first words. A neuron learns.

    ## Rows

    \(rows(1...20))

    ## More rows

    \(rows(21...40))

    See [the practice](02-lesson.md#the-run) or [the rows](#rows). Neurons again.

    """

  /// Everything that can be done.
  static let practice = """
    ---
    title: Practice
    id: practice
    objectives: [run, answer]
    format_version: 1
    ---

    # 1.2 Practice

    Commit first.

    ```predict guess
    ask: Which epoch is the best?
    experiment: small
    measure: best_epoch
    options:
      - {text: One of the first five, when: "<= 5"}
      - {text: A later one, when: otherwise, because: It goes on learning.}
    explain: The loss falls all the way.
    ```

    ## The run

    ```experiment small
    title: A small run
    training_size: 10
    validation_size: 10
    noise: 0.1
    hidden: [3]
    learning_rate: 0.5
    epochs: 20
    seed: 42
    edit: [noise, hidden, learning_rate, epochs, activation]
    plot: [loss]
    ```

    ```experiment long
    title: A long run
    training_size: 200
    validation_size: 200
    hidden: [200]
    epochs: 100
    edit: [noise, epochs]
    plot: [loss]
    ```

    ## The challenge

    ```challenge longer
    title: Train longer
    ask: Reach 60 epochs.
    experiment: small
    goal: [epochs_run >= 60]
    seeds: 2
    edit: [epochs, learning_rate]
    start: {epochs: 10}
    hints: [Which hyperparameter counts epochs?, Set it to 60 or more.]
    solution: {epochs: 80}
    explain: More epochs.
    ```

    ## Questions

    ```quiz check
    title: Check yourself
    questions:
      - id: one
        ask: Which is right?
        options:
          - {text: The right one, correct: true, because: "Yes, it is."}
          - {text: The wrong one, because: "No, it is not."}
        explain: One of the two.
        section: "#the-run"
      - id: several
        ask: Which are even?
        options:
          - {text: Two, correct: true}
          - {text: Four, correct: true}
          - {text: Five}
      - id: number
        ask: How many quarters make one?
        answer: 4
        tolerance: 0.1
        hints: [Count them.]
      - id: order
        ask: Which order?
        order: [first, second, third]
    ```

    ## Troubles

    ```guide help
    title: What is wrong?
    questions:
      - id: nan
        ask: Is the loss NaN?
        sign: diverged
        yes: {cause: It exploded, advice: [Lower the learning rate.], section: "#the-run"}
      - id: gap
        ask: Is there a gap?
        sign: overfitting
        yes: [Get more data.]
    otherwise: Train on.
    ```

    """

  /// A last chapter without anything to do.
  static let closing = """
    ---
    title: Closing
    id: closing
    objectives: [close]
    format_version: 1
    ---

    # 1.3 Closing

    Goodbye.

    """

  private static func rows(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { "row \($0)" }.joined(separator: "\\\n")
  }
}
