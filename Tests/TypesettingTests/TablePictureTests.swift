// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText
import Testing

@testable import Typesetting

@Suite struct TablePictureTests {
  static let table = """
    | Training loss | Validation loss | What it means | What to do |
    |---|:---:|---:|---|
    | high, falling | high, falling | still learning | keep training, for as long as both fall |
    | low | high, rising | overfitting | apply the remedies of `8.2` |
    | 低い | 低い | good fit | stop |
    """

  @Test func `a table that fits has columns of their ideal widths`() {
    #expect(
      picture(Self.table, width: 100) == """
        Training loss │ Validation loss │  What it means │ What to do
        ──────────────┼─────────────────┼────────────────┼────────────────────────────────────────
        high, falling │  high, falling  │ still learning │ keep training, for as long as both fall
        low           │  high, rising   │    overfitting │ apply the remedies of 8.2
        低い          │      低い       │       good fit │ stop
        """)
  }

  @Test func `cells wrap where a table is too wide, each in its column`() {
    #expect(
      picture(Self.table, width: 64) == """
        Training loss │   Validation   │  What it means │ What to do
                      │      loss      │                │
        ──────────────┼────────────────┼────────────────┼───────────────
        high, falling │ high, falling  │ still learning │ keep training,
                      │                │                │ for as long as
                      │                │                │ both fall
        ──────────────┼────────────────┼────────────────┼───────────────
        low           │  high, rising  │    overfitting │ apply the
                      │                │                │ remedies of
                      │                │                │ 8.2
        ──────────────┼────────────────┼────────────────┼───────────────
        低い          │      低い      │       good fit │ stop
        """)
  }

  @Test func `rows become records where words would be cut`() {
    #expect(
      picture(Self.table, width: 30) == """
        Training loss: high, falling
        Validation loss: high, falling
        What it means: still learning
        What to do: keep training, for
          as long as both fall
        ──────────
        Training loss: low
        Validation loss: high, rising
        What it means: overfitting
        What to do: apply the remedies
          of 8.2
        ──────────
        Training loss: 低い
        Validation loss: 低い
        What it means: good fit
        What to do: stop
        """)
  }

  @Test func `a table has an ASCII form`() {
    #expect(
      picture("| a | b |\n|---|--:|\n| x | 1 |", width: 40, glyphs: .ascii) == """
        a | b
        --+--
        x | 1
        """)
  }

  @Test(arguments: [
    (20, [1, 1], [5, 5], [5, 5]),
    (10, [1, 1], [20, 20], [5, 5]),
    (11, [1, 1], [20, 20], [6, 5]),
    (10, [1, 1], [3, 20], [3, 7]),
    (10, [6, 1], [8, 20], [6, 4]),
    (12, [2, 2, 2], [2, 9, 9], [2, 5, 5]),
  ])
  func `columns share what is left evenly, none beyond what it uses`(
    _ room: Int, _ least: [Int], _ ideal: [Int], _ expected: [Int]
  ) {
    #expect(Typesetter.shared(room: room, least: least, ideal: ideal) == expected)
  }
}
