// SPDX-License-Identifier: MIT
import Experiments
import LessonFormat
import Testing

@testable import Tutorial

/// Figures in a lesson's text: where they are found, and how they are put right.
@Suite struct ProseFiguresTests {
  /// A claim's wording with what was measured, about an experiment in whose settings it stands.
  private func check(_ text: String, _ values: [Double], line: Int? = nil) throws -> ClaimCheck {
    let kind = try #require(ExperimentKind.all.first { $0.name == "train" })
    var claim = try Claim(condition: "gap > 0", kind: kind)
    claim.text = text
    claim.textPosition = line.map { SourcePosition(line: $0, column: 5) }
    return ClaimCheck(lesson: "l", experiment: "e", claim: claim, values: values)
  }

  private func lesson(_ prose: String, claims: [String]) -> String {
    let lines = claims.map { "    text: \($0)" }
    return (["```experiment e", "claims:"] + lines + ["```", prose, ""]).joined(separator: "\n")
  }

  /// Where a wording is looked for, and how often it stands there.
  static let stretches: [(text: String, prose: String, count: Int)] = [
    ("31 ± 8 points", "It is 31 ± 8 points.", 1), ("31 ± 8 points", "It is 31 ±\n8 points, so", 1),
    ("31 ± 8 points", "| a | 31 ± 8 points   |\n| b | 31 ± 8 points |", 2),
    ("5 %", "It is 95 %, not 5 %.", 1), ("5", "1.5 and 5.1 and 5,000 and 15 and x5 and 5x", 0),
    ("5", "At 5, and at 5.", 2), ("8", "31 ± 8 points", 0), ("31", "31 ± 8 points", 0),
    ("2.0 ± 4.5", "-2.0 ± 4.5", 0), ("-2.0 ± 4.5", "| -2.0 ± 4.5 |", 1),
    ("20 epochs", "```experiment other\ntext: 20 epochs\n```\n20 epochs", 1),
    ("20 epochs", "```quiz q\nask: Why 20 epochs?\n```", 1),
  ]

  @Test(arguments: stretches)
  func `a figure is found whole and in the prose alone`(
    stretch: (text: String, prose: String, count: Int)
  ) throws {
    let source = lesson(stretch.prose, claims: [stretch.text])
    let figures = ProseFigures(source, checks: [try check(stretch.text, [1])])
    #expect(figures.figures.map(\.places.count) == [stretch.count])
  }

  @Test func `a shorter figure is not found within a longer one`() throws {
    let figures = ProseFigures(
      lesson("96 ± 4 and 96 ± 4 %", claims: []),
      checks: [try check("96 ± 4", [1]), try check("96 ± 4 %", [1])])
    #expect(figures.figures.map(\.places.count) == [1, 1])
  }

  @Test func `each figure is put right at its places and in its claim`() throws {
    let source = lesson(
      "| gap    |\n|--------|\n| 9 ± 1  |\n\nThe gap is 9 ±\n1, or 9 ± 1 %.",
      claims: ["9 ± 1", "9 ± 1 %"])
    let figures = ProseFigures(
      source,
      checks: [try check("9 ± 1", [8, 12], line: 3), try check("9 ± 1 %", [9, 9], line: 4)])
    let (text, refusals) = figures.updated()
    #expect(refusals.isEmpty)
    #expect(
      text
        == lesson(
          "| gap    |\n|--------|\n| 10 ± 3 |\n\nThe gap is 10 ±\n3, or 9 ± 0 %.",
          claims: ["10 ± 3", "9 ± 0 %"]))
  }

  @Test func `nothing is rewritten where the place is not certain`() throws {
    let shared = lesson("96 ± 4, then 96 ± 4", claims: ["96 ± 4", "96 ± 4"])
    let parted = ProseFigures(
      shared, checks: [try check("96 ± 4", [90, 90], line: 3), try check("96 ± 4", [80], line: 4)])
    #expect(parted.updated().text == shared)
    #expect(
      parted.updated().refusals == [
        "'96 ± 4' is the figure of 2 claims, which now measure '90 ± 0', '80 ± 0'; "
          + "edit line 6 and their claims by hand"
      ])
    let lone = lesson("At 7, and again at 7.", claims: ["7"])
    let twice = ProseFigures(lone, checks: [try check("7", [8], line: 3)])
    #expect(twice.updated().text == lone)
    #expect(twice.updated().refusals.first?.contains("stands in line 5") == true)
    #expect(twice.findings(in: "a.md").map(\.rule) == ["figure"])
  }

  @Test func `claims that agree share a figure`() throws {
    let source = lesson("96 ± 4, then 96 ± 4", claims: ["96 ± 4", "96 ± 4"])
    let figures = ProseFigures(
      source, checks: try [3, 4].map { try check("96 ± 4", [90, 90], line: $0) })
    #expect(
      figures.updated().text == lesson("90 ± 0, then 90 ± 0", claims: ["90 ± 0", "90 ± 0"]))
  }

  @Test func `a spread that no claim measures is found at its place`() throws {
    let source = lesson("Known: 31 ± 8 points.\nUnknown: 2.5 ± 0.5.", claims: ["31 ± 8 points"])
    let findings = ProseFigures(source, checks: [try check("31 ± 8 points", [31])])
      .findings(in: "a.md")
    #expect(
      findings.map(\.description) == [
        "a.md:6:10: '2.5 ± 0.5' is measured by no claim of this lesson"
      ])
  }

  @Test(arguments: [
    "", "±", "± 3", "3 ±", "```experiment", "```experiment\n```experiment", "|3 ± 1|",
  ])
  func `any text is looked through`(text: String) throws {
    let figures = ProseFigures(text, checks: [try check("3 ± 1", [3], line: 9)])
    #expect(figures.findings(in: "a.md").count <= 2)
    #expect(figures.updated().refusals.count <= 1)
  }
}
