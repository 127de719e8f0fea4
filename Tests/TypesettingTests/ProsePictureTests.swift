// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText
import Testing

@testable import Typesetting

/// A Markdown text set at a width, as text.
func picture(_ markdown: String, width: Int, glyphs: GlyphSet = .braille) -> String {
  let lesson = Lesson(parsing: "\n" + markdown, file: "a.md")
  return Typesetter(width: width, glyphs: glyphs).lines(lesson.blocks).map(\.text)
    .joined(separator: "\n")
}

@Suite struct ProsePictureTests {
  static let mixed = """
    # 8.1 The memorizing judge

    A *committee* with a **perfect memory** reads `twenty` cases, ~~guesses~~ and 学習 of 🧠 cafe\u{301}s:
    see [the table](#table), [the paper](https://example.org/a) and <https://b.org>.

    ## Lists

    - one point that is long enough to be broken over two lines
      1. first
      2. second
         > quoted within
    - [x] done
    - [ ] open

    > A quotation
    > goes on.

    ```swift
    let rate = 0.5
    ```

    $$\\sigma(z) = \\frac{1}{1 + e^{-z}}$$

    ![a chart of two curves](chart.png)

    ***
    """

  @Test func `prose of every kind at 40 columns`() {
    #expect(
      picture(Self.mixed, width: 40) == """
        8.1 The memorizing judge
        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

        A committee with a perfect memory
        reads twenty cases, guesses and 学
        習 of 🧠 cafés: see the table, the
        paper (https://example.org/a) and
        https://b.org.

        Lists
        ─────

        • one point that is long enough to be
          broken over two lines
          1. first
          2. second
             │ quoted within
        [x] done
        [ ] open

        │ A quotation goes on.

        ┌─ swift
        │ let rate = 0.5
        └─

                      1
            σ(z) = ───────
                   1 + e⁻ᶻ

        [image: a chart of two curves]

                     ─────────────
        """)
  }

  @Test func `prose of every kind at 80 columns`() {
    #expect(
      picture(Self.mixed, width: 80) == """
        8.1 The memorizing judge
        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

        A committee with a perfect memory reads twenty cases, guesses and 学習 of 🧠
        cafés: see the table, the paper (https://example.org/a) and https://b.org.

        Lists
        ─────

        • one point that is long enough to be broken over two lines
          1. first
          2. second
             │ quoted within
        [x] done
        [ ] open

        │ A quotation goes on.

        ┌─ swift
        │ let rate = 0.5
        └─

                      1
            σ(z) = ───────
                   1 + e⁻ᶻ

        [image: a chart of two curves]

                                   ──────────────────────────
        """)
  }

  @Test func `prose of every kind in ASCII`() {
    #expect(
      picture(Self.mixed, width: 60, glyphs: .ascii) == """
        8.1 The memorizing judge
        ============================================================

        A committee with a perfect memory reads twenty cases,
        guesses and ?? of ? cafes: see the table, the paper
        (https://example.org/a) and https://b.org.

        Lists
        -----

        * one point that is long enough to be broken over two lines
          1. first
          2. second
             | quoted within
        [x] done
        [ ] open

        | A quotation goes on.

        +- swift
        | let rate = 0.5
        +-

                          1
            sigma(z) = -------
                            -z
                       1 + e

        [image: a chart of two curves]

                            --------------------
        """)
  }
}
