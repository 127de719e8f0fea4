// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText
import Testing

@testable import Typesetting

@Suite struct LiveFormPictureTests {
  static let lesson = """
    ```experiment overfit
    title: Twenty images, twenty neurons
    noise: 0.3
    hidden: [20]
    learning_rate: 0.5
    ```

    ```predict guess
    ask: How large will the *gap* be?
    experiment: overfit
    measure: gap
    options:
      - {text: Small, when: "< 5"}
      - {text: Large, when: otherwise}
    ```

    ```quiz check
    title: Check yourself
    questions:
      - id: one
        ask: What does $\\sigma$ stand for?
        options: [{text: The sigmoid, correct: true}, A sum]
      - id: two
        ask: How many?
        answer: 3
        unit: layers
      - id: three
        ask: In which order?
        order: [forward, backward]
    ```

    ```challenge close
    title: Close the gap
    ask: Bring it below five.
    experiment: overfit
    goal: [gap < 5]
    edit: [noise]
    solution: {noise: 0.1}
    ```

    ```guide trouble
    title: Troubleshooting
    questions:
      - id: nan
        ask: Is the loss NaN?
        yes: {cause: Exploding gradients, advice: [Lower the rate., Clip the gradient.]}
      - id: flat
        ask: Is it flat and high?
        yes: Use a bigger model.
    otherwise: Train on.
    ```

    ```figure bars
    kind: images
    images: [{caption: vertical, pixels: [[0, 1, 0], [0, 1, 0], [0, 1, 0]]}]
    caption: A line.
    ```

    ```quiz broken
    questions: 3
    ```
    """

  @Test func `live blocks on paper at 72 columns`() {
    #expect(
      picture(Self.lesson, width: 72) == """
        In [ ] overfit — Twenty images, twenty neurons ─────────────────────────
        noise 0.3 · hidden [20] · learning_rate 0.5

        Predict guess ──────────────────────────────────────────────────────────
        How large will the gap be?
        a) Small
        b) Large

        Quiz check — Check yourself ────────────────────────────────────────────
        1. What does σ stand for?
           a) The sigmoid
           b) A sum

        2. How many?
           Your answer: ____ layers

        3. In which order?
           a) backward
           b) forward

        Challenge close — Close the gap ────────────────────────────────────────
        Bring it below five.
        Goal: gap < 5, over 5 hidden seeds
        Change: noise

        Guide trouble — Troubleshooting ────────────────────────────────────────
        1. Is the loss NaN?
           yes → Exploding gradients
                 • Lower the rate.
                 • Clip the gradient.
        2. Is it flat and high?
           yes → Use a bigger model.
           no → Train on.

        ┌──────────────────┐
        │      ██████      │
        │ 0.00  1.00  0.00 │
        │      ██████      │
        │      ██████      │
        │ 0.00  1.00  0.00 │
        │      ██████      │
        │      ██████      │
        │ 0.00  1.00  0.00 │
        │      ██████      │
        └──────────────────┘
              vertical
        0   ░░▒▒▓▓██ 1

        A line.

        This block cannot be shown: 61:12: a question must be settings, as in
        name: value
        │ questions: 3
        """)
  }

  @Test func `live blocks on paper at 30 columns, in ASCII`() {
    #expect(
      picture(Self.lesson, width: 30, glyphs: .ascii) == """
        In [ ] overfit -- Twenty
        images, twenty neurons -------
        noise 0.3 | hidden [20] |
        learning_rate 0.5

        Predict guess ----------------
        How large will the gap be?
        a) Small
        b) Large

        Quiz check -- Check yourself
        1. What does sigma stand for?
           a) The sigmoid
           b) A sum

        2. How many?
           Your answer: ____ layers

        3. In which order?
           a) backward
           b) forward

        Challenge close -- Close the
        gap --------------------------
        Bring it below five.
        Goal: gap < 5, over 5 hidden
        seeds
        Change: noise

        Guide trouble --
        Troubleshooting --------------
        1. Is the loss NaN?
           yes -> Exploding gradients
                  * Lower the rate.
                  * Clip the gradient.
        2. Is it flat and high?
           yes -> Use a bigger model.
           no -> Train on.

        +------------------+
        |      ######      |
        | 0.00  1.00  0.00 |
        |      ######      |
        |      ######      |
        | 0.00  1.00  0.00 |
        |      ######      |
        |      ######      |
        | 0.00  1.00  0.00 |
        |      ######      |
        +------------------+
              vertical
        0   ..::**## 1

        A line.

        This block cannot be shown:
        61:12: a question must be
        settings, as in name: value
        | questions: 3
        """)
  }
}
