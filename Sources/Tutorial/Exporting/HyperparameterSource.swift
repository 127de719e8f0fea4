// SPDX-License-Identifier: MIT
import Experiments
import Training

extension JSONValue {
  /// A hyperparameter's value in its own type.
  static func hyperparameter(
    _ row: Hyperparameter, in hyperparameters: Hyperparameters
  ) -> JSONValue {
    switch row.domain {
    case .real(let path, _, _): .number(hyperparameters[keyPath: path])
    case .integer(let path, _, _): .whole(hyperparameters[keyPath: path])
    case .toggle(let path): .truth(hyperparameters[keyPath: path])
    case .widths(let path, _, _): .list(hyperparameters[keyPath: path].map { .whole($0) })
    case .choice: .text(row.text(in: hyperparameters))
    case .weightSeed:
      if case .seed(let seed) = hyperparameters.weightSeed {
        .whole(seed)
      } else {
        .text(row.text(in: hyperparameters))
      }
    }
  }

  /// The value as Python writes it.
  var pythonSource: String {
    switch self {
    case .truth(let value): value ? "True" : "False"
    case .null: "None"
    case .list(let values): "[\(values.map(\.pythonSource).joined(separator: ", "))]"
    case .whole, .number, .text, .object: source
    }
  }
}
