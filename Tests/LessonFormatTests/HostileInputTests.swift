// SPDX-License-Identifier: MIT
import LessonFormat
import Testing

@Suite struct HostileInputTests {
  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test(arguments: [
    ("> ", 20_000), ("* ", 20_000), ("*a **b ", 5_000), ("> - ", 5_000), ("*", 20_000),
    ("~a ~~", 5_000),
  ])
  func `what is nested too deep is flattened, and its text stays`(_ part: String, _ count: Int) {
    let lesson = Lesson(parsing: "\n" + Self.repeated(part, count) + "end", file: "a.md")
    #expect(tree(lesson.blocks).hasSuffix("end") || tree(lesson.blocks).contains("end"))
    #expect(deepest(lesson.blocks) <= 110)
    #expect(lesson.findings.dropFirst().allSatisfy { $0.rule == "nesting" })
  }

  @Test(arguments: [
    ("[a](<b", 20_000, "opening brackets"), ("![[]()", 20_000, "opening brackets"),
    ("<a:", 40_000, "opening angle brackets"), ("$a ", 40_000, "dollar signs"),
    ("`a ``b ", 20_000, "backticks"), ("[a]: b\n\n", 6_000, "link definitions"),
  ])
  func `text that takes long to parse is refused in a sentence`(
    _ part: String, _ count: Int, _ what: String
  ) {
    let lesson = Lesson(parsing: "\n" + Self.repeated(part, count), file: "a.md")
    #expect(lesson.findings.contains { $0.rule == "limits" && $0.message.contains(what) })
    #expect(lesson.blocks.count == 1)
  }

  @Test func `wide tables and endless links stop, and what came before stays`() {
    let wide = Self.repeated("|a", 2_000) + "\n" + Self.repeated("|---", 2_000) + "\n"
    let refused = Lesson(parsing: "\n" + wide, file: "a.md")
    #expect(refused.findings.contains { $0.message.contains("more than 128 columns") })

    let sparse =
      Self.repeated("|a", 100) + "\n" + Self.repeated("|---", 100) + "\n"
      + Self.repeated("|b\n", 5_000)
    let links = "[a]: " + Self.repeated("u", 5_000) + "\n\n" + Self.repeated("[a]\n\n", 5_000)
    for text in [sparse, links] {
      let lesson = Lesson(parsing: "before\n\n" + text, file: "a.md")
      #expect(tree(lesson.blocks).hasPrefix("p before"))
      #expect(lesson.findings.contains { $0.message.hasPrefix("the text grows without measure") })
    }
  }

  @Test func `brackets in fenced code are no trouble, and a fence hides nothing`() {
    let code = "```text\n" + Self.repeated("[a](<b\n", 5_000) + "```\n"
    #expect(Lesson(parsing: "\n" + code, file: "a.md").findings.count == 1)
    let hidden = "- ```\n  ```\n" + Self.repeated("[a](<b", 5_000)
    #expect(Lesson(parsing: "\n" + hidden, file: "a.md").findings.contains { $0.rule == "limits" })
  }

  @Test(arguments: [
    Self.repeated("[", 500), Self.repeated("- ", 2_000) + "a", Self.repeated("? ", 2_000) + "a",
    "&a [*a]", "a: &a [x, x]\n" + Self.repeated("b: [*a, *a]\n", 20), "? [a, b]\n: c",
    "%YAML 3\n---\na",
    "a: b\n---\nc: d", "\t- a", "a: \"\\x\"", "*nothing", "{", "!!binary x", "a: b: c", "- a\nb: c",
  ])
  func `YAML that is broken or contrived becomes a finding in its block`(_ yaml: String) throws {
    let lesson = Lesson(parsing: "before\n\n```quiz q\n\(yaml)\n```\n\nafter", file: "a.md")
    #expect(lesson.blocks.count == 3)
    guard case .invalid(let finding, _) = lesson.blocks[1].kind else {
      Issue.record("the block is not invalid")
      return
    }
    #expect((3...(7 + yaml.count)).contains(finding.location.line))
    #expect(!finding.message.isEmpty)
  }

  @Test func `a lesson that is too long is refused before it is looked at`() {
    let lesson = Lesson(
      parsing: [UInt8](repeating: 0x61, count: 16 * 1024 * 1024 + 1), file: "a.md")
    #expect(
      lesson.findings.map(\.description) == [
        "a.md:1:1: the lesson has 16777217 bytes; at most 16777216 are read"
      ])
  }

  @Test func `random bytes and torn lessons are read without fail`() {
    var state: UInt64 = 5
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let whole = Array(
      (MarkdownSamples.lesson + LiveBlockTests.experiment).utf8)
    for _ in 0..<300 {
      var bytes = Array(whole[..<next(whole.count)])
      for _ in 0..<next(8) where !bytes.isEmpty { bytes[next(bytes.count)] = UInt8(next(256)) }
      let lesson = Lesson(parsing: bytes, file: "a.md")
      #expect(lesson.blocks.allSatisfy { $0.location.line >= 1 && $0.location.column >= 1 })
      let other = (0..<next(200)).map { _ in UInt8(next(256)) }
      #expect(Lesson(parsing: other, file: "a.md").file == "a.md")
    }
  }

  private func deepest(_ blocks: [Block]) -> Int {
    blocks.map { block in
      switch block.kind {
      case .quote(let inner): 1 + deepest(inner)
      case .list(let list): 1 + (list.items.map { deepest($0.blocks) }.max() ?? 0)
      default: 1
      }
    }.max() ?? 0
  }
}

/// A lesson with a little of everything.
enum MarkdownSamples {
  static let lesson = """
    ---
    title: T
    id: t
    objectives: [a]
    format_version: 1
    ---
    # H

    *a* **b** `c` $x^2$ [l](t) ![i](s) &amp; <u>

    - a
      > q

    | a | b |
    |---|--:|
    | 1 | 2 |

    ```quiz q
    questions:
      - id: one
        ask: What?
        options: [{text: A, correct: true}, B]
    ```

    """
}
