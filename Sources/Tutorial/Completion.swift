// SPDX-License-Identifier: MIT
import Experiments

/// What Tab offers for a command that is being typed.
public enum Completion {
  /// Whole lines that continue what is typed so far.
  public static func lines(continuing text: String, course: Course, workbook: Workbook?) -> [String]
  {
    guard let blank = text.lastIndex(where: \.isWhitespace) else {
      return CommandRow.all.map { "\($0.name) " }.filter { $0.hasPrefix(text) }
    }
    let head = String(text[...blank])
    let word = String(text[text.index(after: blank)...])
    return words(after: head, course: course, workbook: workbook)
      .filter { $0.hasPrefix(word) }.map { head + $0 }
  }

  private static func words(after head: String, course: Course, workbook: Workbook?) -> [String] {
    let typed = head.split(whereSeparator: \.isWhitespace).map(String.init)
    switch typed.first.flatMap(CommandRow.named)?.name {
    case "goto", "print", "reset": return course.chapters.flatMap { [$0.label, $0.id] }
    case "help": return CommandRow.all.map(\.name)
    case "run", "sweep", "defaults": return experimentWords(Array(typed.dropFirst()), workbook)
    case "set": return settingWords(workbook?.cells[workbook?.experiments.first ?? ""])
    case "quiz": return ["again"]
    default: return []
    }
  }

  private static func experimentWords(_ typed: [String], _ workbook: Workbook?) -> [String] {
    let name = typed.first { !$0.contains("=") }
    let cell = workbook?.cells[name ?? workbook?.experiments.first ?? ""]
    return (name == nil ? workbook?.experiments ?? [] : []).map { "\($0) " } + settingWords(cell)
  }

  /// `name=` for every hyperparameter, and `name=choice` where there are choices.
  private static func settingWords(_ cell: Cell?) -> [String] {
    (cell?.experiment.kind.hyperparameters ?? []).flatMap { row in
      ["\(row.name)="] + row.choices.map { "\(row.name)=\($0)" }
    }
  }
}
