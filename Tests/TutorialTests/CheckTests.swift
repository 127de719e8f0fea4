// SPDX-License-Identifier: MIT
import Experiments
import Foundation
import LessonFormat
import TerminalText
import Testing

@testable import Tutorial

/// What `check` finds in a lesson, and what it leaves alone.
@Suite struct CheckTests {
  private func check(
    _ body: String, anchors: [String: Set<String>] = [:], words: WordList? = nil
  ) -> LessonCheck {
    let source = """
      ---
      title: Checked
      id: checked
      objectives: [check]
      format_version: 1
      ---

      # 1.1 Checked

      \(body)

      """
    let lesson = Lesson(parsing: source, file: "Lessons/01-part/01-lesson.md")
    var known = anchors
    known["01-lesson.md"] = Set(lesson.headings.map(\.anchor))
    return LessonCheck(lesson, source: source, anchors: known, words: words) { $0.run() }
  }

  private static func experiment(_ more: String = "") -> String {
    """
    ```experiment small
    title: A small run
    training_size: 10
    validation_size: 10
    noise: 0.1
    hidden: [3]
    epochs: 20
    seed: 42
    \(more)
    ```
    """
  }

  @Test func `a sound lesson has no findings`() {
    let sound = check(
      """
      The run ends after 20 epochs. See [above](#checked) and [there](02-lesson.md#there).

      \(Self.experiment("claims:\n  - expect: epochs_run = 20\n    text: 20 epochs"))
      """, anchors: ["02-lesson.md": ["there"]])
    #expect(sound.findings.isEmpty, "\(sound.findings)")
    #expect(sound.claims.map(\.holds) == [true])
    #expect(sound.experimentCount == 1)
  }

  /// A lesson's text, the rule that it breaks and words of the finding.
  static let faults: [(body: String, rule: String, words: String)] = [
    ("[there](#elsewhere)", "link", "the link leads to #elsewhere, which is no heading there"),
    ("[there](#cheked)", "link", "did you mean checked?"),
    ("[there](09-lesson.md)", "link", "09-lesson.md, which is no lesson of this course"),
    ("$\\frac{1}{$", "mathematics", "in \\frac{1}{"),
    (
      experiment("claims:\n  - expect: epochs_run > 30"), "claim",
      "epochs_run > 30 does not hold over 1 seeds: measured 20"
    ),
    (
      experiment("claims:\n  - expect: epochs_run = 20\n    text: 19 epochs") + "\n\nIn 19 epochs.",
      "figure", "the text says '19 epochs', measured '20 epochs'"
    ),
    (
      experiment("claims:\n  - expect: epochs_run = 20\n    text: 20 epochs"), "figure",
      "'20 epochs' does not stand in the prose"
    ),
    (
      experiment()
        + "\n\n```challenge far\nask: Go.\nexperiment: small\ngoal: [epochs_run > 30]\n"
        + "edit: [epochs]\nsolution: {epochs: 30}\n```", "challenge",
      "the solution of far does not reach the goal"
    ),
    (
      experiment()
        + "\n\n```challenge near\nask: Go.\nexperiment: small\ngoal: [epochs_run > 10]\n"
        + "edit: [epochs]\nsolution: {epochs: 30}\n```", "challenge",
      "near is passed before anything is changed"
    ),
    (
      experiment()
        + "\n\n```predict guess\nask: Which?\nexperiment: small\nmeasure: epochs_run\noptions:\n"
        + "  - {text: Few, when: \"< 5\"}\n  - {text: Many, when: \"> 50\"}\n```", "prediction",
      "no option is right: epochs_run is 20"
    ),
  ]

  @Test(arguments: faults)
  func `a fault is found at its place`(fault: (body: String, rule: String, words: String)) {
    let found = check(fault.body)
    #expect(found.findings.map(\.rule) == [fault.rule], "\(found.findings)")
    #expect(found.findings.first?.message.contains(fault.words) == true, "\(found.findings)")
    #expect((found.findings.first?.location.line ?? 0) >= 10)
  }

  @Test func `the documentation names every rule of check, and faults break no others`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Documentation/LessonFormat.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    for (name, asks) in LessonCheck.rules { #expect(text.contains("| `\(name)` | \(asks) |")) }
    let known = LessonCheck.rules.map(\.name)
    #expect(Self.faults.allSatisfy { known.contains($0.rule) })
  }

  @Test func `a word that the list lacks is a finding`() {
    let words = WordList("check\nchecked\nhas\nlast\nof\nthe\nthis\nword")
    let found = check("The lsat word of this has the last word.", words: words).findings
    #expect(found.map(\.rule) == ["spelling"])
    #expect(found.first?.description.contains("01-lesson.md:10:5: lsat") == true, "\(found)")
    #expect(check("The last word.", words: words).findings.isEmpty)
  }

  @Test func `a claim about the count of runs`() {
    let counted = { (runs: Int) in
      check(
        Self.experiment(
          "claims:\n  - {expect: epochs_run >= 20, seeds: 3, runs: \(runs), text: \(runs) of 3 runs}"
        )
          + "\n\nIt does so in \(runs) of 3 runs.")
    }
    #expect(counted(3).findings.isEmpty, "\(counted(3).findings)")
    #expect(counted(3).claims.first?.measured == "3 of 3 runs")
    #expect(
      counted(2).findings.map(\.message) == [
        "epochs_run >= 20 holds in 3 of 3 runs, not in 2",
        "the text says '2 of 3 runs', measured '3 of 3 runs'; check --update rewrites it",
      ])
  }

  @Test func `a claim about other settings, against others, over seeds`() throws {
    let checked = check(
      Self.experiment(
        """
        claims:
          - {expect: epochs_run = 5, with: {epochs: 5}, seeds: 3}
          - {expect: epochs_run = 15, against: {epochs: 5}}
          - {expect: finite validation_loss = 100, seeds: 4}
        """))
    #expect(checked.findings.isEmpty, "\(checked.findings)")
    #expect(checked.claims.map(\.values.count) == [3, 1, 4])
    #expect(checked.claims[1].values == [15])
  }

  /// A claim's text, the values measured, and the text that they give.
  static let texts: [(text: String, values: [Double], expected: String)] = [
    ("31 ± 8 points", [20, 30, 40], "30 ± 10 points"),
    ("31.0 ± 8.25 points", [20, 30, 40], "30.0 ± 10.00 points"),
    ("gap of 12 points", [14.6], "gap of 15 points"), ("0.5", [0.25], "0.2"),
    ("−3.0 points", [-2.5], "−2.5 points"), ("0.1", [-0.2], "-0.2"),
    ("no number", [1], "no number"),
    ("1.6 ± 5.0", [1.5, 1.5], "1.5 ± 0.0"), ("at 0.69, of 3 ± 1", [2, 4], "at 3.00, of 3 ± 1"),
    ("lowest at epoch 4,", [6], "lowest at epoch 6,"), ("0.3 ± 0.1", [-0.04, 0], "0.0 ± 0.0"),
  ]

  @Test(arguments: texts)
  func `a text takes the digits that it has`(
    example: (text: String, values: [Double], expected: String)
  ) throws {
    let kind = try #require(ExperimentKind.all.first { $0.name == "train" })
    var claim = try Claim(condition: "gap > 20", kind: kind)
    claim.text = example.text
    let check = ClaimCheck(lesson: "l", experiment: "e", claim: claim, values: example.values)
    #expect(check.expectedText == example.expected)
  }

  @Test func `a printed lesson holds its results and names no keys`() throws {
    let lesson = Lesson(parsing: SmallCourse.practice, file: "a.md")
    for (width, glyphs) in [(60, GlyphSet.ascii), (40, .ascii), (80, .braille), (120, .braille)] {
      let lines = PrintedLesson(lesson, width: width, glyphs: glyphs).lines { request in
        request.experiment == "small" ? request.run() : nil
      }
      let text = lines.map(\.text).joined(separator: "\n")
      #expect(lines.allSatisfy { $0.width <= width }, "\(width)")
      #expect(glyphs != .ascii || text.allSatisfy { $0.isASCII })
      #expect(text.contains("training loss") && !text.contains("Enter"), "\(text)")
    }
  }

  @Test func `runs that several experiments claim something of are done once`() throws {
    let claims = "claims:\n  - expect: epochs_run = 20\n  - expect: mean gap < 101\n    seeds: 3"
    let first = Self.experiment(claims)
    let second = first.replacing("experiment small", with: "experiment twin")
    let lesson = Lesson(
      parsing:
        "---\ntitle: T\nid: t\nobjectives: [o]\nformat_version: 1\n---\n\n# 1.1 T\n\n\(first)\n\n\(second)\n",
      file: "t.md")
    #expect(lesson.experiments.count == 2)
    var shared = SharedRuns()
    var requests: [ExperimentRequest] = []
    let checks = lesson.experiments.flatMap { experiment in
      ClaimCheck.measure(experiment, lesson: "t") { request in
        shared.report(request) { request in
          requests.append(request)
          return request.run()
        }
      }
    }
    #expect(checks.count == 4 && checks.allSatisfy(\.holds))
    #expect(checks[1].values.count == 3 && checks[1].values == checks[3].values)
    #expect(requests.map(\.seeds) == [1, 3])
  }
}
