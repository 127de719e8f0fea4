// SPDX-License-Identifier: MIT
import Foundation
import LessonFormat
import Testing

@testable import Tutorial

/// Words that a course's list lacks.
@Suite struct SpellingTests {
  private static let list = WordList(
    """
    # Words of a test.
    a
    and
    as
    can
    chair
    don't
    given
    is
    listens
    member
    of
    the
    then
    to
    well
    Xavier
    """)

  /// A text, and the words of it that are not in the list.
  static let texts: [(text: String, unknown: [String])] = [
    ("The chair LISTENS to a member.", []), ("The chiar listens.", ["chiar"]),
    ("The member's chair; the members' chair", ["members"]), ("don’t, don't", []),
    ("xavier and Xavier", ["xavier"]), ("w_1 x2 n 3x3 learning_rate", []),
    ("well-listens", []), ("well-lissens 'chair'", ["lissens"]), ("", []), ("''''s '", []),
  ]

  @Test(arguments: texts)
  func `a word is known as it is written`(text: (text: String, unknown: [String])) {
    #expect(Self.list.unknownWords(in: text.text) == text.unknown)
  }

  @Test func `each unknown word is found where it first stands, in all that is language`() {
    let source = """
      ---
      title: The chiar
      id: checked
      objectives: [listens to the membre]
      format_version: 1
      ---

      # The chair

      The `codde` of $formulla$ is *lisstens*, and then
      the chiar.

      ```experiment small
      title: A smal member
      epochs: 2
      compare: [{name: a biger chair, hidden: [2]}]
      ```

      ```quiz check
      title: The chair
      questions:
        - id: one
          ask: Can the chaire?
          options: [{text: To a, because: Wel, correct: true}, Well]
      ```
      """
    let found = Lesson(parsing: source, file: "a.md").misspellings(Self.list, source: source)
    #expect(
      found.map { "\($0.location.line):\($0.location.column) \($0.message.prefix { $0 != " " })" }
        == [
          "2:12 chiar", "4:29 membre", "10:31 lisstens", "14:10 smal", "16:20 biger",
          "23:18 chaire", "24:37 Wel",
        ])
    #expect(found.allSatisfy { $0.rule == "spelling" })
    #expect(found.first?.message.hasSuffix("words.txt; did you mean chair?") == true)
  }

  @Test func `the course's list is in order, each word once`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Lessons/words.txt")
    let words = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
    #expect(words.count > 1000)
    #expect(zip(words, words.dropFirst()).allSatisfy { $0.lowercased() < $1.lowercased() })
    #expect(words.allSatisfy { WordList.words(in: String($0)) == [String($0)] })
  }
}
