// SPDX-License-Identifier: MIT
import LessonFormat
import Testing

@Suite struct MarkdownTests {
  @Test func `blocks of every kind keep their order and nesting`() {
    let markdown = """
      # 8.1 The *memorizing* judge

      One line
      and another.\\
      A third with `code`, **strong**, ~~gone~~ and [a link](https://example.org "title").

      - a
        1. x
        2. y
      - b

      > quoted
      > > twice

      ---

      ```swift run
      let a = 1

      let b = 2
      ```

          indented

      3. three

         loose
      4. four

      - [x] done
      - [ ] not
      """
    #expect(
      tree(markdown) == """
        h1 #a 8.1 The em(memorizing) judge
        p One line⏎and another.↵A third with code(code), strong(strong), del(gone) and link(https://example.org)(a link).
        ul
          -
            p a
            ol 1
              -
                p x
              -
                p y
          -
            p b
        quote
          p quoted
          quote
            p twice
        hr
        code swift "let a = 1\\n\\nlet b = 2\\n"
        code - "indented\\n"
        ol 3 loose
          -
            p three
            p loose
          -
            p four
        ul
          [x]
            p done
          [ ]
            p not
        """)
  }

  @Test func `tables keep alignment, and bars in code lose their backslash`() {
    let markdown = """
      | a | b | c | d |
      |:---|:---:|---:|---|
      | 1 | `x\\|y` | **3** |
      | $\\lvert x \\rvert$ | 2 | 3 | 4 |
      """
    #expect(
      tree(markdown) == """
        table lcrn
          a | b | c | d
          1 | code(x|y) | strong(3) | \("")
          math(\\lvert x \\rvert) | 2 | 3 | 4
        """)
  }

  @Test(arguments: [
    ("$\\sigma'(z) \\leq 0.25$", "p math(\\sigma'(z) \\leq 0.25)"),
    ("it costs $5 and $10", "p it costs $5 and $10"),
    ("either $5/$6 or \\$7", "p either $5/$6 or $7"),
    ("$a_1 * b_2 * c$", "p math(a_1 * b_2 * c)"),
    ("$w\\$$ and $\\$5$", "p math(w\\$) and math(\\$5)"),
    ("$$\nx = \\frac{a}{b} \\\\\n  y\n$$", "math \"x = \\\\frac{a}{b} \\\\\\\\\\ny\""),
    ("> $$\n> x\n> $$", "quote\n  math \"x\""),
    ("before\n$$x$$\nafter", "p before\nmath \"x\"\np after"),
    ("in $$x$$ text", "p in display(x) text"),
  ])
  func `formulas stay as they were written, and money stays money`(
    _ markdown: String, _ expected: String
  ) {
    #expect(tree(markdown) == expected)
  }

  @Test(arguments: [
    ("&amp; &copy; &#27; &#x1F9E0; &nosuch; &Aacute;", "p & © \u{1B} 🧠 &nosuch; Á"),
    ("<b>raw</b> <!-- x -->", "p <b>raw</b> <!-- x -->"),
    ("<div>\n*a*\n</div>", "p <div>⏎em(a)⏎</div>"),
    ("<https://a.org> https://b.org", "p link(https://a.org)(https://a.org) https://b.org"),
    ("[a]\n\n[a]: /u&amp;v", "p link(/u&v)(a)"),
    ("![alt *text*](i.png)", "p image(i.png)(alt em(text))"),
    ("- a\n  > q\n\n  b", "ul loose\n  -\n    p a\n    quote\n      p q\n    p b"),
    ("-\n- a", "ul\n  -\n  -\n    p a"),
    ("a&#0;b\u{0}c", "p a\u{FFFD}b\u{FFFD}c"),
  ])
  func `entities are decoded and raw HTML is text`(_ markdown: String, _ expected: String) {
    #expect(tree(markdown) == expected)
  }

  @Test func `anchors are unique and leave section numbers out`() {
    let markdown = "# 8.1 Title\n## The gap\n## 1. The gap\n## The gap!\n## ???\n## Über *uns*"
    let anchors = Lesson(parsing: markdown, file: "x/02-over-fit.md").headings.map(\.anchor)
    #expect(anchors == ["over-fit", "the-gap", "the-gap-1", "the-gap-2", "section", "über-uns"])
  }

  @Test func `line ends, byte-order marks and a missing last newline make no difference`() {
    let plain = "# A\n\n- b\n- c 9"
    for variant in [
      plain + "\n", "\u{FEFF}" + plain, plain.replacing("\n", with: "\r\n"),
      plain.replacing("\n", with: "\r"),
    ] {
      #expect(tree(variant) == tree(plain))
    }
    let broken = Lesson(parsing: [0x61, 0xFF, 0xC3, 0x28, 0x39], file: "a.md")
    #expect(tree(broken.blocks) == "p a\u{FFFD}\u{FFFD}(9")
  }

  @Test func `every block knows its line`() {
    let markdown = """
      # A

      text

      ---

      > quote

      ```
      code
      ```

      ```

      ```
      * * *
      #

      | a |
      |---|
      | b |

      1. x

      last
      """
    let lines = Lesson(parsing: markdown, file: "a.md").blocks.map(\.location.line)
    #expect(lines == [1, 3, 5, 7, 9, 13, 16, 17, 19, 23, 25])
  }
}
