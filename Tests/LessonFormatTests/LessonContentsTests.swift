// SPDX-License-Identifier: MIT
import LessonFormat
import Testing

@Suite struct LessonContentsTests {
  static let sample = lesson(
    """
    # Title

    A [link](b.md#x) and ![image](c.png).

    - item
      > [quoted](#title)

    | [cell](d.md) |
    |---|
    | x |

    ```quiz q
    questions:
      - id: one
        ask: See [this](e.md)
        options: [{text: A, correct: true, because: "[why](f.md)"}, B]
        explain: As $x$ says.
        section: g.md#there
    ```

    ```guide g
    questions:
      - id: one
        ask: Is it so?
        yes: {cause: "[cause](h.md)", advice: [Do.], section: "#a-lesson"}
    ```
    """)

  @Test func `links are found wherever they stand, with the lines of their blocks`() {
    let links = Self.sample.links.map { "\($0.target) \($0.location.line)" }
    #expect(
      links == [
        "b.md#x 9", "c.png 9", "#title 12", "d.md 14", "e.md 18", "f.md 18", "g.md#there 18",
        "h.md 27", "#a-lesson 27",
      ])
  }

  @Test func `the prose of a block is all that it asks and says`() {
    let quiz = Self.sample.blocks[4]
    #expect(quiz.prose.map(text).contains("As math(x) says."))
    #expect(quiz.prose.map(text).contains("link(f.md)(why)"))
    #expect(Self.sample.blocks[2].prose.map(text) == ["item", "link(#title)(quoted)"])
    #expect(Self.sample.headings.map(\.title) == ["Title"])
    #expect(Self.sample.quizzes.map(\.id) == ["q"])
  }
}
