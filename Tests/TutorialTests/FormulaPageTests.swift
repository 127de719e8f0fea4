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
    learner.press("]")
    learner.command("formulas")
    #expect(learner.row(0) == "This section has no formula.")
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
}
