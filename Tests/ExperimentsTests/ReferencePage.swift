// SPDX-License-Identifier: MIT
import Experiments
import Training

/// The page that lists what experiments know, made from the tables alone.
enum ReferencePage {
  /// The whole page in Markdown.
  static var text: String {
    ([head] + ExperimentKind.all.map(section) + [hyperparameters, diagnosis])
      .joined(separator: "\n\n") + "\n"
  }

  private static let head = """
    # Experiments

    What an `experiment` block can ask for: kinds, hyperparameters, figures (`plot`) and measures (in
    claims and goals). This page is made from the program's own tables; a test keeps it so.
    """

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    let cells = [head, head.map { _ in "---" }] + rows
    return cells.map { row in
      "| \(row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |"
    }.joined(separator: "\n")
  }

  private static func section(_ kind: ExperimentKind) -> String {
    let figures = kind.figureNames.map { kind.usualFigures.contains($0) ? "`\($0)`*" : "`\($0)`" }
    let usual = Hyperparameters()
    let own = kind.hyperparameters.filter { $0.text(in: kind.defaults) != $0.text(in: usual) }
    let defaults = own.map { "`\($0.name): \($0.text(in: kind.defaults))`" }
    let narrow = kind.hyperparameters.filter { row in
      HyperparameterTable.all.contains { $0.name == row.name && $0.allowed != row.allowed }
    }
    let limits = narrow.map { "`\($0.name)` within \($0.allowed)" }
    return """
      ## \(kind.name)

      It \(kind.help).

      - Hyperparameters: \(kind.hyperparameters.map { "`\($0.name)`" }.joined(separator: ", "))
      - Defaults of its own: \(defaults.isEmpty ? "none" : defaults.joined(separator: ", "))
      - Narrower ranges: \(limits.isEmpty ? "none" : limits.joined(separator: ", "))
      - Figures (* where `plot` is not given): \(figures.joined(separator: ", "))

      \(table(["Measure", "Unit", "What it is"], kind.measures.map { ["`\($0.name)`", $0.unit, $0.help] }))
      """
  }

  private static var hyperparameters: String {
    let rows = HyperparameterTable.all.map { row in
      ["`\(row.name)`", row.allowed, row.text(in: Hyperparameters()), row.unit, row.help]
    }
    return "## Hyperparameters\n\n"
      + table(["Name", "Allowed", "Default", "Unit", "What it does"], rows)
  }

  private static var diagnosis: String {
    let findings = Diagnosis.Finding.allCases.map(\.rawValue).joined(separator: ", ")
    return """
      ## The verdict on a run

      Runs of `train` and `explode` are judged: \(findings). The thresholds, each with its reason, stand
      in `Sources/Experiments/DiagnosisThreshold.swift`.
      """
  }
}
