// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText
import Testing

@testable import Typesetting

@Suite struct PageSearchTests {
  private func page(_ markdown: String, width: Int) -> Page {
    Page(Lesson(parsing: "\n# T\n\n" + markdown, file: "a.md"), width: width, glyphs: .braille)
  }

  /// What is found, each match in brackets, its parts joined by a bar.
  private func found(_ text: String, in page: Page) -> [String] {
    page.matches(of: text).map { match in
      match.parts.map { page.lines[$0.line].columns($0.columns).text }.joined(separator: "|")
    }
  }

  @Test func `a phrase is found wherever the line breaks`() {
    let text = "The validation loss turns and rises while the *training* loss falls."
    for width in [10, 20, 40, 80] {
      let page = page(text, width: width)
      let hits = found("while the training loss", in: page)
      #expect(hits.count == 1)
      #expect(hits.first?.replacing("|", with: " ") == "while the training loss")
    }
    #expect(found("loss", in: page(text, width: 20)).count == 2)
  }

  @Test func `small letters find any case, a capital only itself`() {
    let page = page("Loss, LOSS and loss; ΣΑΣ", width: 40)
    #expect(found("loss", in: page) == ["Loss", "LOSS", "loss"])
    #expect(found("LOSS", in: page) == ["LOSS"])
    #expect(found("", in: page) == [])
    #expect(found("  ", in: page) == [])
    #expect(found("aa", in: self.page("aaaaa", width: 40)) == ["aa", "aa"])
  }

  @Test func `columns are those of the cells, over wide characters and beside bars`() {
    let page = page("> 学習率 is the *learning\n> rate* of a step", width: 20)
    #expect(
      found("is the learning rate", in: page).map { $0.replacing("|", with: " ") }
        == ["is the learning rate"])
    let match = page.matches(of: "率 is").first
    #expect(match?.parts.first?.columns == 6..<11)
    #expect(match?.line == page.lines(ofBlock: 1).lowerBound)
  }

  @Test func `matches never reach from one block into the next`() {
    #expect(found("one two", in: page("one\n\ntwo", width: 40)) == [])
  }
}

@Suite struct InlineStyleTests {
  /// The styles of the spans that hold some texts, in Markdown's terms.
  private func style(of text: String, in markdown: String) throws -> Style {
    let lesson = Lesson(parsing: "\n" + markdown, file: "a.md")
    let lines = Typesetter(width: 80, glyphs: .braille).lines(lesson.blocks)
    return try #require(
      lines.flatMap(\.spans).first { $0.text.contains(text) }?.style)
  }

  @Test func `emphasis, code, links and formulas carry their styles`() throws {
    let markdown = "a *b **c** d* `e` [f](g.md) ~~h~~ $i$ [*j*](https://k.org) ![l](m)"
    #expect(try style(of: "a", in: markdown) == .text)
    #expect(try style(of: "b", in: markdown).emphasis == .italic)
    #expect(try style(of: "c", in: markdown).emphasis == [.italic, .bold])
    #expect(try style(of: "e", in: markdown).role == .code)
    #expect(try style(of: "f", in: markdown).role == .link)
    #expect(try style(of: "h", in: markdown).emphasis == .struck)
    #expect(try style(of: "i", in: markdown).role == .math)
    #expect(try style(of: "j", in: markdown) == Style(.link, emphasis: .italic))
    #expect(try style(of: "k.org", in: markdown).role == .faint)
    #expect(try style(of: "l", in: "![l](m)").role == .faint)
    #expect(try style(of: "n", in: "## n").role == .heading(2))
    #expect(try style(of: "␛", in: "x &#27;").role == .revealed)
  }

  @Test(arguments: [
    ("[here](#there)", "here"), ("[here](../09-x/01-y.md#z)", "here"),
    ("[here](https://a.org)", "here (https://a.org)"), ("<https://a.org>", "https://a.org"),
    ("<me@a.org>", "me@a.org"), ("[data](set.csv)", "data (set.csv)"),
    ("![](chart.png)", "[image: chart.png]"),
  ])
  func `links outside the course show where they lead`(_ markdown: String, _ shown: String) {
    #expect(picture(markdown, width: 60) == shown)
  }
}
