// SPDX-License-Identifier: MIT
import TerminalText

/// A JSON value whose members keep their order.
indirect enum JSONValue: Hashable, Sendable {
  /// No value; also what stands for a number that is not finite.
  case null
  /// True or false.
  case truth(Bool)
  /// A whole number.
  case whole(Int)
  /// A number, in the shortest form that reads back to the same one.
  case number(Double)
  /// A text.
  case text(String)
  /// Values in order.
  case list([JSONValue])
  /// Names with values, in order.
  case object([(name: String, value: JSONValue)])

  /// Whether two values are the same, members in the same order.
  static func == (first: Self, second: Self) -> Bool { first.source == second.source }

  /// Hashes the source.
  func hash(into hasher: inout Hasher) { hasher.combine(source) }

  /// The value as indented source text.
  var source: String { source(indent: 0) }

  private func source(indent: Int) -> String {
    switch self {
    case .null: return "null"
    case .truth(let value): return value ? "true" : "false"
    case .whole(let value): return String(value)
    case .number(let value): return value.isFinite ? value.description : "null"
    case .text(let text): return Self.quoted(text)
    case .list(let values):
      if values.allSatisfy(\.isPlain) {
        return "[\(values.map { $0.source(indent: 0) }.joined(separator: ", "))]"
      }
      return Self.lines("[", values.map { $0.source(indent: indent + 1) }, "]", indent)
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map {
        "\(Self.quoted($0.name)): \($0.value.source(indent: indent + 1))"
      }
      return Self.lines("{", lines, "}", indent)
    }
  }

  /// Whether it stands on one line with others.
  private var isPlain: Bool {
    switch self {
    case .null, .truth, .whole, .number: true
    case .text, .list, .object: false
    }
  }

  private static func lines(
    _ open: String, _ items: [String], _ close: String, _ indent: Int
  ) -> String {
    let blanks = String(repeating: " ", count: indent)
    return "\(open)\n" + items.map { "\(blanks) \($0)" }.joined(separator: ",\n")
      + "\n\(blanks)\(close)"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if scalar.isDisplayable {
          result.unicodeScalars.append(scalar)
        } else {
          result += jsonEscape(scalar)
        }
      }
    }
    return result + "\""
  }
}
