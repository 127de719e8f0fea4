// SPDX-License-Identifier: MIT
import Foundation
import LessonFormat
import TerminalText
import Tutorial

/// What `check` found in all lessons together.
struct CheckReport: Encodable {
  /// One finding.
  struct Finding: Encodable {
    var file: String
    var line, column: Int
    var rule, message: String
  }

  /// One claim.
  struct MeasuredClaim: Encodable {
    var lesson, experiment, claim: String
    var seeds: Int
    var measured: String
    var holds: Bool
  }

  var findings: [Finding] = []
  var claims: [MeasuredClaim] = []
  var experiments = 0
  var seconds = 0.0

  /// Takes a lesson's check in; prints its findings where there is an output.
  mutating func add(_ check: LessonCheck, printing output: Output?) {
    for finding in check.findings {
      findings.append(
        Finding(
          file: finding.location.file, line: finding.location.line, column: finding.location.column,
          rule: finding.rule, message: finding.message))
      output?.write([Line(displayableText("\(finding) [\(finding.rule)]"))])
    }
    claims += check.claims.map { claim in
      MeasuredClaim(
        lesson: claim.lesson, experiment: claim.experiment, claim: claim.claim.condition,
        seeds: claim.claim.seeds, measured: claim.measured, holds: claim.holds)
    }
    experiments += check.experimentCount
  }

  /// `2 findings; 14 claims measured, 9 experiments run in 8.1 s`.
  var closingLine: String {
    let found =
      findings.isEmpty
      ? "no findings" : "\(findings.count) finding\(findings.count == 1 ? "" : "s")"
    return
      "\(found); \(claims.count) claims measured, \(experiments) experiments run in \(NumberFormat.fixed(seconds, decimals: 1)) s"
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return jsonText(String(decoding: try encoder.encode(self), as: UTF8.self)) + "\n"
  }
}
