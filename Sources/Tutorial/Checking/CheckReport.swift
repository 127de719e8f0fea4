// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

/// What `check` found in all lessons together.
public struct CheckReport: Sendable {
  /// What is wrong.
  public private(set) var findings: [LessonFinding] = []
  /// The claims with their measurements.
  public private(set) var claims: [ClaimCheck] = []
  /// How many experiments were run.
  public private(set) var experimentCount = 0
  /// How long it took.
  public var seconds = 0.0

  /// A report of nothing yet.
  public init() {}

  /// Takes a lesson's check in.
  public mutating func add(_ check: LessonCheck) {
    findings += check.findings
    claims += check.claims
    experimentCount += check.experimentCount
  }

  /// `2 findings; 14 claims measured, 9 experiments run in 8.1 s`.
  public var closingLine: String {
    let found =
      findings.isEmpty
      ? "no findings" : "\(findings.count) finding\(findings.count == 1 ? "" : "s")"
    return
      "\(found); \(claims.count) claim\(claims.count == 1 ? "" : "s") measured, \(experimentCount) experiment\(experimentCount == 1 ? "" : "s") run in \(NumberFormat.fixed(seconds, decimals: 1)) s"
  }

  /// A finding as a line of text.
  public static func line(of finding: LessonFinding) -> String {
    displayableText("\(finding) [\(finding.rule)]")
  }

  /// The findings, what each claim came to, and the closing line.
  func lines(width: Int, glyphs: GlyphSet) -> [Line] {
    func wrapped(_ text: String, _ style: Style) -> [Line] {
      let shown = displayableText(glyphs == .ascii ? asciiForm(of: text) : text)
      return wrap([Span(shown, style)], width: width, firstIndent: 0, hangingIndent: 4)
    }
    let found = findings.flatMap { wrapped("\($0) [\($0.rule)]", Style(.wrong)) }
    let measured = claims.flatMap { claim in
      wrapped(
        "\(claim.experiment): \(claim.claim.condition): \(claim.measured)\(claim.holds ? "" : ", which does not hold")",
        claim.holds ? .text : Style(.wrong))
    }
    return found + (found.isEmpty ? [] : [Line()]) + measured + (measured.isEmpty ? [] : [Line()])
      + wrapped(closingLine, Style(.text, emphasis: .bold))
  }
}
