// SPDX-License-Identifier: MIT
import Experiments
import TerminalText
import Tutorial

/// A report as comma-separated values: the epochs of a single run, else a row a run.
enum ReportCSV {
  static func text(_ report: ExperimentReport) -> String {
    if report.isSingle, let history = report.results.first?.history {
      let head = "epoch,training_loss,validation_loss,training_accuracy,validation_accuracy\n"
      // Accuracies in percent, as the measures of several runs are.
      let rows = (0..<history.count).map { index in
        let values = [
          history.trainingLoss[index], history.validationLoss[index],
          history.trainingAccuracy[index].inPercent,
          history.validationAccuracy[index].inPercent,
        ]
        return "\(index + 1)," + values.map(number).joined(separator: ",") + "\n"
      }
      return head + rows.joined()
    }
    let names = report.request.kind.measures.map(\.name)
    let head = (["variant", "seed", "outcome"] + names).joined(separator: ",") + "\n"
    let rows = report.results.enumerated().map { index, result in
      let variant = report.request.variants[index / report.request.seeds].name
      let values = names.map { name in result.measure(name).map(number) ?? "" }
      let fields = [quoted(variant), String(result.hyperparameters.seed), result.outcome.name]
      return (fields + values).joined(separator: ",") + "\n"
    }
    return head + rows.joined()
  }

  /// A number as programs read it; what is none is `NaN`, without a sign.
  private static func number(_ value: Double) -> String { value.isNaN ? "NaN" : "\(value)" }

  /// A field that may hold commas (RFC 4180).
  private static func quoted(_ field: String) -> String {
    let text = displayableText(field)
    return text.contains(where: { ",\"\n".contains($0) })
      ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
