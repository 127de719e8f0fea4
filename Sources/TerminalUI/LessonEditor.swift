// SPDX-License-Identifier: MIT

/// Which command opens a lesson in the learner's own editor.
struct LessonEditor {
  let environment: [String: String]

  /// Editors that take a line as `+12`.
  private static let editorsWithLine: Set<String> = [
    "vi", "vim", "nvim", "nano", "emacs", "micro", "kak", "hx",
  ]

  /// The editor's command with its arguments: `$VISUAL`, `$EDITOR`, or `vi`.
  func command(file: String, line: Int) -> [String] {
    let chosen = [environment["VISUAL"], environment["EDITOR"], "vi"].compactMap { $0 }
    let words = chosen.map { $0.split(separator: " ").map(String.init) }
    let command = words.first { !$0.isEmpty } ?? []
    let name = command.first?.split(separator: "/").last.map(String.init) ?? ""
    return command + (Self.editorsWithLine.contains(name) ? ["+\(line)", file] : [file])
  }
}
