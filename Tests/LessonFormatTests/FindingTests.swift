// SPDX-License-Identifier: MIT
import LessonFormat
import Testing

/// Checks that a lesson has exactly the findings marked in it.
///
/// `«` stands before the place of each finding; the messages follow in order.
private func expectFindings(
  _ marked: String, _ messages: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  var places: [String] = []
  var (line, column) = (7, 1)
  for character in marked {
    switch character {
    case "«": places.append("a.md:\(line):\(column)")
    case "\n": (line, column) = (line + 1, 1)
    default: column += 1
    }
  }
  let findings = lesson(marked.replacing("«", with: "")).findings.map(\.description)
  let expected = zip(places, messages).map { "\($0): \($1)" }
  #expect(places.count == messages.count, sourceLocation: sourceLocation)
  #expect(findings == expected, sourceLocation: sourceLocation)
}

@Suite struct FindingTests {
  @Test func `an unknown setting is reported in its place, with a suggestion`() {
    expectFindings(
      """
      Some text.

      ```experiment overfit
      noise: 0.3
      «lerning_rate: 0.5
      ```
      """, ["there is no hyperparameter lerning_rate; did you mean learning_rate?"])
  }

  @Test func `a value out of range is reported in its place`() {
    expectFindings(
      """
      ```experiment overfit
      «learning_rate: 1e9
      ```
      """, ["learning_rate is 1e9; it must be within 0.000001...100"])
  }

  @Test func `several findings of one block are all reported`() {
    expectFindings(
      """
      ```quiz check
      «tilte: Check
      questions:
        - «ask: What?
          options:
            - {text: A, correct: «maybe}
            - {text: B, correct: true, «becuase: x}
          «tolerance: 0.1
      ```
      """,
      [
        "a quiz has no tilte; did you mean title?", "a question needs id",
        "correct is maybe; it must be true or false",
        "an option has no becuase; did you mean because?",
        "a question of kind choice has no tolerance",
      ])
  }

  @Test func `broken YAML is reported where it breaks`() {
    expectFindings(
      """
      ```quiz check
      title: [a
      questions«: 3
      ```
      """,
      [
        "while parsing a flow sequence did not find expected ',' or ']'"
      ])
  }

  @Test func `blocks that refer to nothing are reported`() {
    expectFindings(
      """
      ## The end

      ```experiment overfit
      noise: 0.3
      ```

      ```predict guess
      ask: What?
      experiment: «overfot
      measure: gap
      options: [{text: A, when: "> 1"}, {text: B, when: «often}]
      ```

      ```quiz check
      questions:
        - id: one
          ask: What?
          answer: 3
          section: «"#the-and"
      ```
      """,
      [
        "there is no experiment overfot in this lesson; did you mean overfit?",
        "when is often; write a condition, as in > 10, 5...10 or otherwise",
        "there is no section #the-and in this lesson; did you mean the-end?",
      ])
  }

  @Test func `kinds, names and nesting of live blocks are checked`() {
    expectFindings(
      """
      «```experimnt overfit
      noise: 0.3
      ```

      «```experiment
      noise: 0.3
      ```

      «```quiz Check me
      questions: []
      ```

      - item

        «```figure nested
        kind: function
        ```

      ```figure twice
      kind: images
      images: [{pixels: [[1]]}]
      ```

      «```figure twice
      kind: images
      images: [{pixels: [[1]]}]
      ```
      """,
      [
        "there is no kind of block experimnt; did you mean experiment?",
        "after experiment stands its name alone, in small letters, digits and hyphens, as in experiment my-first",
        "after quiz stands its name alone, in small letters, digits and hyphens, as in quiz my-first",
        "this figure stands in a list or a quotation; it must stand at the left margin",
        "two blocks of this lesson are called twice",
      ])
  }

  @Test func `what looks like a table, an end or a formula and is none is reported`() {
    let table =
      "this is not read as a table: a blank line must stand before its head, "
      + "and its rule needs three hyphens and as many columns as the head"
    expectFindings(
      """
      Text at once
      | a | b |
      «|---|---|
      | 1 | 2 |

      | a | b |
      «|-|-|

      | a | b |
      |---|---|
      | `$|` | $«|x|$ |
      | $\\lvert x \\rvert$ | $2 |

      Outside of tables $|x|$ is a norm.

      «```text
      a
      «```\t
      b
      """.replacing("\\\\", with: "\\").replacing("\\t", with: "\t"),
      [
        table, table, "a bar ends the cell here, within a formula; write \\lvert, \\rvert or \\mid",
        "this fence is never closed",
        "a tab after the closing fence keeps the block open; delete it",
      ])
  }

  @Test func `a formula is checked to the character`() {
    expectFindings(
      """
      ```figure f
      kind: function
      curves:
        - {name: a, expression: 2 * «sigmod(x)}
        - {name: b, expression: (1 + x«}
        - {name: c, expression: max(x)}
      ```
      """.replacing("max(x)", with: "«max(x)"),
      [
        "there is no sigmod; did you mean sigmoid?", "a closing parenthesis is missing",
        "max takes two arguments",
      ])
  }

  @Test func `a bad block leaves the rest of the lesson as it is`() {
    let lesson = lesson("before\n\n```quiz q\nquestions: 3 4\n```\n\nafter")
    #expect(
      tree(lesson.blocks) == """
        p before
        invalid a question must be settings, as in name: value
        p after
        """)
    guard case .invalid(_, let source) = lesson.blocks[1].kind else {
      Issue.record("the block is not invalid")
      return
    }
    #expect(source == "questions: 3 4\n")
  }
}

@Suite struct FrontMatterTests {
  @Test func `front matter names the lesson`() {
    let lesson = Lesson(
      parsing:
        "---\ntitle: 'T: 1'\nid: one\nobjectives:\n  - a\n  - b c\nformat_version: 1\n---\ntext",
      file: "a.md")
    #expect(lesson.title == "T: 1")
    #expect(lesson.id == "one")
    #expect(lesson.objectives == ["a", "b c"])
    #expect(lesson.findings.isEmpty)
    #expect(lesson.blocks.first?.location.description == "a.md:9:1")
  }

  @Test(arguments: [
    (
      "# Heading\ntext", "Heading", 1,
      "a lesson begins with title, id, objectives and format_version between two lines of ---"
    ),
    (
      "---\ntitel: x\nid: one\nobjectives: []\nformat_version: 1\n---\n# H", "H", 3,
      "the front matter has no titel; did you mean title?"
    ),
    ("---\ntitle: [x\n---\n# H", "H", 1, "while parsing"),
    (
      "---\ntitle: x\nid: Ö!\nobjectives: [a]\nformat_version: one\n---\n# H", "x", 2,
      "format_version is one; it must be a number"
    ),
    ("---\n# H", "H", 1, "a lesson begins"),
  ])
  func `a lesson without sound front matter can still be read`(
    _ text: String, _ title: String, _ count: Int, _ message: String
  ) {
    let lesson = Lesson(parsing: text, file: "Lessons/08-x/02-over-fit.md")
    #expect(lesson.title == title)
    #expect(lesson.findings.count == count)
    #expect(lesson.findings.contains { $0.message.hasPrefix(message) })
    #expect(lesson.blocks.contains { if case .heading = $0.kind { true } else { false } })
  }

  @Test func `a lesson of a newer format is refused in a sentence`() {
    let lesson = Lesson(
      parsing: "---\ntitle: T\nid: t\nobjectives: [a]\nformat_version: 2\n---\n# H\n\ntext",
      file: "a.md")
    #expect(
      lesson.findings.map(\.description) == [
        "a.md:5:17: this lesson is written in format 2; this program reads up to 1, so it needs a newer program"
      ])
    #expect(lesson.blocks.count == 1)
    #expect(lesson.title == "T")
  }
}
