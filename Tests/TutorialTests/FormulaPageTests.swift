// SPDX-License-Identifier: MIT
import TerminalText
import Testing

@testable import Tutorial

/// Formulas in words, for those who do not see them.
@Suite struct FormulaPageTests {
  private static let lesson = """
    ---
    title: Formulas
    id: formulas
    objectives: [read them]
    format_version: 1
    ---

    # 1.1 Formulas

    The weight $w_{new}$ is new; so is $w_{new}$ here.

    - In a list: $x^2$

    $$\\frac{\\partial L}{\\partial W_1} = 0$$

    ## Nothing here

    No formula at all.

    """

  @Test func `the command tells each formula of the section once, in TeX and in words`() {
    var learner = Learner([Self.lesson], size: Size(columns: 70, rows: 20))
    learner.command("formulas")
    #expect(
      learner.top(11) == """
        w_new
          TeX: w_{new}
          Read: w sub new

        x²
          TeX: x^2
          Read: x squared

        ∂L/∂W₁ = 0
          TeX: \\frac{\\partial L}{\\partial W_1} = 0
          Read: the partial derivative of L with respect to W sub 1 equals 0
        """)
    learner.press("<Esc>")
    #expect(learner.row(0) == "1.1 Formulas")
    var other = Learner([SmallCourse.closing])
    other.command("formulas")
    #expect(other.row(0) == "There is no formula here.")
  }

  @Test func `the linear notebook reads formulas aloud, in ASCII`() {
    var learner = PlainLearner([Self.lesson], width: 80)
    let section = learner.type("goto 1.1")
    #expect(section.contains("dL/dW_1 = 0"))
    #expect(
      section.contains("Formula: the partial derivative of L with respect to W sub 1 equals 0."))
    let told = learner.type("formulas")
    #expect(told.contains("x^2\n  TeX: x^2\n  Read: x squared"))
    #expect(told.utf8.allSatisfy { $0 < 0x7F })
  }

  @Test func `nothing of a lesson reaches the ear or the terminal as a control code`() {
    let hostile = """
      # 1.1 Danger

      $$\\text{a\u{1B}[2Jb}$$

      ```experiment bad
      title: "x\\e[31my"
      edit: [noise]
      ```

      ```quiz q
      title: "t\\e[0m"
      questions:
        - id: one
          ask: "which\\a?"
          options: [{text: "a\\eb", correct: true}, {text: c}]
      ```
      """
    var learner = PlainLearner([hostile], width: 80)
    let said = learner.type("goto 1.1", "formulas", "quiz", "answer a", "run bad")
    #expect(said.contains("Experiment bad") && said.contains("which"))
    #expect(said.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A })
  }
}
