// SPDX-License-Identifier: MIT
import Foundation
import TerminalText
import Tutorial

/// What `check` found, as data.
private struct CheckData: Encodable {
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

  var findings: [Finding]
  var claims: [MeasuredClaim]
  var experiments: Int
  var seconds: Double

  init(_ report: CheckReport) {
    findings = report.findings.map { finding in
      Finding(
        file: finding.location.file, line: finding.location.line, column: finding.location.column,
        rule: finding.rule, message: finding.message)
    }
    claims = report.claims.map { claim in
      MeasuredClaim(
        lesson: claim.lesson, experiment: claim.experiment, claim: claim.claim.condition,
        seeds: claim.claim.seeds, measured: claim.measured, holds: claim.holds)
    }
    experiments = report.experimentCount
    seconds = report.seconds
  }
}

extension CheckReport {
  /// The report as one object.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return jsonText(String(decoding: try encoder.encode(CheckData(self)), as: UTF8.self)) + "\n"
  }
}
