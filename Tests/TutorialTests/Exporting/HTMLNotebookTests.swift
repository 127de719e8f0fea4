// SPDX-License-Identifier: MIT
import LearnerRecords
import LessonFormat
import Testing

@testable import Tutorial

/// The lab notebook as a web page.
struct HTMLNotebookTests {
  private func page(_ notebook: LabNotebook) -> String { ExportFormat.html.text(of: notebook) }

  /// All texts between two marks.
  private func all(in page: String, between start: String, and end: String) -> [String] {
    page.components(between: start, and: end)
  }

  @Test func `Every element that is opened is closed in its turn`() throws {
    let problems = MarkupCheck.problems(in: page(try SampleNotebook.notebook()))
    #expect(problems == [])
  }

  @Test func `Identifiers are unique, and links on the page lead to one of them`() throws {
    let text = page(try SampleNotebook.notebook())
    let identifiers = all(in: text, between: " id=\"", and: "\"")
    #expect(Set(identifiers).count == identifiers.count)
    #expect(identifiers.contains("chapter-sample--more"))
    let targets = all(in: text, between: "href=\"", and: "\"")
    #expect(targets.contains("#chapter-sample--more"))
    #expect(targets.contains("https://example.org/?a=1&amp;b=2"))
    for target in targets where target.hasPrefix("#") {
      #expect(identifiers.contains(String(target.dropFirst())), "\(target) leads nowhere")
    }
    for list in all(in: text, between: "aria-labelledby=\"", and: "\"") {
      for name in list.split(separator: " ") { #expect(identifiers.contains(String(name))) }
    }
  }

  @Test func `The page holds nothing that runs and nothing from elsewhere`() throws {
    let text = page(try SampleNotebook.notebook()).lowercased()
    for forbidden in ["<script", "<iframe", "<object", "<img", "<link", "@import", "url(", " src="]
    {
      #expect(!text.contains(forbidden), "\(forbidden) is in the page")
    }
    #expect(text.contains("default-src 'none'"))
  }

  @Test func `Runs, curves, formulas and answers are there`() throws {
    let text = page(try SampleNotebook.notebook())
    #expect(text.contains("In [2]:</b> <code>run small noise=0.3 hidden=[4]</code>"))
    #expect(text.contains("<strong>Out [2]:</strong> 20 epochs, 2001-09-09 01:46 UTC"))
    #expect(text.components(between: "<svg", and: "</svg>").count == 5)
    for figure in text.components(between: "<figure>", and: "</figure>") {
      #expect(figure.components(between: "<figcaption>", and: "</figcaption>\n").count == 1)
      #expect(figure.hasSuffix("</figcaption>\n"))
    }
    #expect(text.contains("<desc id=\"figure-1-text\">Training loss"))
    #expect(text.contains("<math xmlns"))
    #expect(text.contains("<strong>Wrong:</strong> b (attempt 2)"))
    #expect(text.contains("Feedback to wrong."))
  }

  @Test func `A lesson from a stranger stays text`() throws {
    let hostile = """
      # <script>alert(1)</script>

      [a](javascript:alert(1)) [b](JavaScript&#58;alert(2)) [c](data:text/html,x) "quotes' & \u{202E}turned

      ![<svg onload=alert(3)>](https://example.org/pixel.png)

      `</code><script>` $\\text{</math><script>}$

      ```html
      </pre><script>alert(4)</script>
      ```

      ```experiment "><script>
      kind: <script>
      ```
      """
    let lesson = Lesson(parsing: hostile, file: "x\"><script>.md")
    let chapter = LabNotebook.Chapter(label: "<b>", lesson, past: LessonPast()) { _ in nil }
    let text = page(LabNotebook(chapters: [chapter]))
    #expect(!text.contains("<script"))
    #expect(!text.contains("\u{202E}"))
    #expect(!text.contains("<img"))
    let targets = text.components(between: "href=\"", and: "\"")
    #expect(targets.allSatisfy { $0.hasPrefix("#") })
    #expect(MarkupCheck.problems(in: text) == [])
  }
}

/// A reader of markup that knows only whether elements nest.
enum MarkupCheck {
  private static let empty: Set = ["meta", "br", "hr", "!doctype"]

  static func problems(in page: String) -> [String] {
    var open: [String] = []
    var problems: [String] = []
    for tag in page.components(between: "<", and: ">") where tag.count < 4000 {
      let isClosing = tag.hasPrefix("/")
      let name = tag.dropFirst(isClosing ? 1 : 0).prefix { $0.isLetter || $0.isNumber || $0 == "!" }
        .lowercased()
      if tag.hasSuffix("/") || empty.contains(name) { continue }
      if !isClosing {
        open.append(name)
      } else if open.popLast() != name {
        problems.append("</\(name)> closes another element")
        return problems
      }
    }
    return problems + open.map { "<\($0)> is not closed" }
  }
}

extension String {
  /// The texts between each start and the end that follows it.
  func components(between start: String, and end: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let opening = rest.firstRange(of: start) {
      rest = rest[opening.upperBound...]
      guard let closing = rest.firstRange(of: end) else { break }
      found.append(String(rest[..<closing.lowerBound]))
      rest = rest[closing.upperBound...]
    }
    return found
  }
}
