// SPDX-License-Identifier: MIT
import Testing

/// Lessons that are hard to parse: deep, long, self-referring, torn.
struct PathologicalLesson: CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  /// What is said about it, or empty where it is simply shown.
  let sentence: String
  var testDescription: String { name }

  init(_ name: String, _ text: String, says sentence: String = "") {
    (self.name, bytes, self.sentence) = (name, Array(text.utf8), sentence)
  }

  init(_ name: String, bytes: [UInt8], says sentence: String = "") {
    (self.name, self.bytes, self.sentence) = (name, bytes, sentence)
  }

  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private static func fence(_ yaml: String) -> String {
    "before\n\n```quiz q\n\(yaml)\n```\n\nafter\n"
  }

  private static let head = "---\ntitle: T\nid: t\nformat_version: 1\nobjectives: [a]\n---\n\n"
  private static let nested = "nested deeper than"
  private static let brackets = "opening brackets"

  static let all: [PathologicalLesson] = deep + unclosed + long + bytes + yaml + mathematics

  private static let deep = [
    PathologicalLesson("quotes 100,000 deep", many(">", 100_000) + "end", says: nested),
    PathologicalLesson("lists 100,000 deep", many("- ", 100_000) + "end", says: nested),
    PathologicalLesson("ordered lists 50,000 deep", many("1. ", 50_000) + "end", says: nested),
    PathologicalLesson("emphasis 100,000 deep", many("*a ", 100_000) + "end"),
    PathologicalLesson(
      "strong 50,000 deep", many("**a ", 50_000) + many(" b**", 50_000), says: nested),
    PathologicalLesson(
      "mixed emphasis 20,000 deep", many("*a **b ", 20_000) + many("c** d*", 20_000), says: nested),
    PathologicalLesson(
      "indented lists 500 deep", (0..<500).map { many("  ", $0) + "- a\n" }.joined(), says: nested),
    PathologicalLesson(
      "links 50,000 deep", many("[", 50_000) + "a" + many("](b)", 50_000), says: brackets),
    PathologicalLesson(
      "images 50,000 deep", many("![", 50_000) + "a" + many("](b)", 50_000), says: brackets),
    PathologicalLesson(
      "brackets 100,000 deep", many("[", 100_000) + many("]", 100_000), says: brackets),
    PathologicalLesson("quotes in lists", many("> - ", 20_000) + "a", says: nested),
  ]

  private static let unclosed = [
    PathologicalLesson("a fence that never ends", "```text\n" + many("line\n", 50_000)),
    PathologicalLesson("links that never end", many("[a](<b", 20_000), says: brackets),
    PathologicalLesson("titles that never end", many("[a](b \"", 20_000), says: brackets),
    PathologicalLesson(
      "code spans that never end", many("`a ``b ```c ", 10_000), says: "backticks"),
    PathologicalLesson(
      "backticks of all lengths", (1...1000).map { "e" + many("`", $0) }.joined(), says: "backticks"
    ),
    PathologicalLesson("mathematics that never ends", many("$a ", 50_000), says: "dollar signs"),
    PathologicalLesson("display mathematics that never ends", "$$\n" + many("a\n", 50_000)),
    PathologicalLesson(
      "angle brackets that never end", many("<a:", 50_000), says: "opening angle brackets"),
    PathologicalLesson(
      "comments that never end", many("<!-- a ", 30_000), says: "opening angle brackets"),
    PathologicalLesson("CDATA that never ends", many("<![CDATA[a", 30_000), says: "opening"),
    PathologicalLesson(
      "processing instructions that never end", many("<?a", 50_000), says: "opening angle brackets"),
    PathologicalLesson("entities that never end", many("&", 200_000)),
    PathologicalLesson("front matter that never ends", "---\n" + many("a: b\n", 5_000)),
  ]

  private static let long = [
    PathologicalLesson("one line of 2 MB", many("word ", 400_000)),
    PathologicalLesson("one line of 4 MB", many("word ", 800_000), says: "bytes"),
    PathologicalLesson("one word of 1 MB", many("a", 1_000_000)),
    PathologicalLesson(
      "a table of 2,000 columns",
      many("|a", 2000) + "\n" + many("|-", 2000) + "\n" + many("|---", 2000) + "\n", says: ""),
    PathologicalLesson(
      "a wide table", many("|a", 2000) + "\n" + many("|---", 2000) + "\n",
      says: "more than 128 columns"),
    PathologicalLesson("a table of 5,000 rows", "|a|b|\n|---|---|\n" + many("|1|2|\n", 5000)),
    PathologicalLesson(
      "a sparse table", many("|a", 100) + "\n" + many("|---", 100) + "\n" + many("|b\n", 5000),
      says: "grows without measure"),
    PathologicalLesson(
      "10,000 link definitions", (0..<10_000).map { "[\($0)]: u\n\n" }.joined(),
      says: "link definitions"),
    PathologicalLesson(
      "a link definition used 10,000 times",
      "[a]: " + many("u", 10_000) + "\n\n" + many("[a]\n\n", 10_000), says: "grows without measure"),
    PathologicalLesson("10,000 headings", many("# a\n\n", 10_000)),
    PathologicalLesson("10,000 rules", many("***\n\n", 10_000)),
    PathologicalLesson("100,000 line breaks", many("a\\\n", 100_000)),
    PathologicalLesson("100,000 empty list items", many("-\n", 100_000)),
    PathologicalLesson("alternating marks", many("a*_b~~", 30_000)),
    PathologicalLesson(
      "300 experiments",
      head
        + (0..<300).map {
          "```experiment e\($0)\nepochs: 1\ntraining_size: 2\nvalidation_size: 2\nhidden: [1]\n```\n\n"
        }.joined()),
    PathologicalLesson(
      "17 MB", bytes: [UInt8](repeating: 0x61, count: 17 * 1024 * 1024), says: "at most 16777216"),
  ]

  private static let bytes = [
    PathologicalLesson("NUL everywhere", many("a\0b\n", 20_000)),
    PathologicalLesson("CR alone", many("a\rb\r\r", 20_000)),
    PathologicalLesson("a byte order mark", "\u{FEFF}" + head + "# a\n"),
    PathologicalLesson(
      "invalid UTF-8", bytes: (0..<200_000).map { UInt8(truncatingIfNeeded: 128 + $0 % 127) }),
    PathologicalLesson(
      "overlong and surrogate forms",
      bytes: Array(
        repeatElement([0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80], count: 10_000)
          .joined())),
    PathologicalLesson(
      "UTF-16", bytes: [0xFF, 0xFE] + (0..<50_000).flatMap { [UInt8(0x61 + $0 % 26), 0] }),
    PathologicalLesson("100,000 combining marks", "e" + many("\u{301}", 100_000)),
    PathologicalLesson("nothing", ""),
    PathologicalLesson("only blank lines", many("\n", 500_000)),
    PathologicalLesson("tabs", many("\t", 100_000) + "a"),
  ]

  private static let yaml = [
    PathologicalLesson("YAML lists 10,000 deep", fence(many("[", 10_000)), says: nested),
    PathologicalLesson("YAML groups 10,000 deep", fence(many("{a: ", 10_000)), says: nested),
    PathologicalLesson("YAML items 10,000 deep", fence(many("- ", 10_000) + "a"), says: nested),
    PathologicalLesson(
      "aliases that expand",
      fence(
        "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
          + (1...9).map { n in
            "a\(n): &a\(n) [" + (0..<9).map { _ in "*a\(n - 1)" }.joined(separator: ", ") + "]\n"
          }.joined()), says: "alias"),
    PathologicalLesson("an alias of itself", fence("a: &a [*a]"), says: "undefined alias"),
    PathologicalLesson(
      "20,000 keys", fence((0..<20_000).map { "k\($0): v\n" }.joined()), says: "q"),
    PathologicalLesson(
      "YAML tags and directives", fence("%YAML 1.1\n%TAG ! x\n--- !!binary |\n  aGVsbG8="),
      says: "q"),
    PathologicalLesson(
      "front matter lists 10,000 deep", "---\ntitle: " + many("[", 10_000) + "\n---\n\n# a\n",
      says: ""),
    PathologicalLesson(
      "front matter that expands",
      "---\na: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: &d [*c, *c, *c, *c]\ntitle: [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\n---\n\n# a\n",
      says: ""),
  ]

  private static let mathematics = [
    PathologicalLesson(
      "fractions 5,000 deep", "$$" + many("\\frac{1}{", 5000) + "x" + many("}", 5000) + "$$\n"),
    PathologicalLesson(
      "braces 50,000 deep", "$$" + many("{", 50_000) + "x" + many("}", 50_000) + "$$\n"),
    PathologicalLesson(
      "scripts 20,000 deep", "$$x" + many("^{x", 20_000) + many("}", 20_000) + "$$\n"),
    PathologicalLesson("roots that never end", "$$" + many("\\sqrt{", 10_000) + "$$\n"),
    PathologicalLesson("delimiters that never end", "$$" + many("\\left(", 10_000) + "$$\n"),
    PathologicalLesson("environments that never end", "$$" + many("\\begin{cases}", 5000) + "$$\n"),
    PathologicalLesson(
      "a matrix of 100 by 100",
      "$$\\begin{pmatrix}" + many(many("a&", 99) + "a\\\\", 100) + "\\end{pmatrix}$$\n"),
  ]
}
