// SPDX-License-Identifier: MIT
import Foundation
import TerminalText

/// The program under test with a small course and a home of its own.
final class CourseInTerminal {
  /// The learner's home.
  let folder: String
  let terminal: PseudoTerminal
  private let variables: [String: String]

  /// Opens the course and waits until its first lesson stands on the screen.
  init(
    _ lessons: [String] = [CourseInTerminal.lesson], terminalName: String = "xterm-256color",
    size: Size = Size(columns: 80, rows: 24), environment: [String: String] = [:],
    arguments: [String] = [], ignoring: [Int32] = [], output: Int32? = nil,
    awaiting: String? = "Reading"
  ) throws {
    folder = FileManager.default.temporaryDirectory.path + "/nntutor-screen-\(UUID().uuidString)"
    let part = folder + "/Lessons/01-part"
    try FileManager.default.createDirectory(atPath: part, withIntermediateDirectories: true)
    for (index, lesson) in lessons.enumerated() {
      let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      try lesson.write(toFile: "\(part)/\(number)-lesson.md", atomically: true, encoding: .utf8)
    }
    variables = [
      "HOME": folder, "TERM": terminalName, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
    ].merging(environment) { $1 }
    terminal = try PseudoTerminal(
      Self.program, arguments + ["--lessons", folder + "/Lessons"], environment: variables,
      size: size, ignoring: ignoring, output: output)
    if let awaiting { try terminal.expect(awaiting) }
  }

  /// Writes the lesson anew and gives it the old one's name, as editors do.
  func rewriteLesson(_ old: String, to new: String) throws {
    try Self.lesson.replacing(old, with: new).write(
      toFile: folder + "/Lessons/01-part/01-lesson.md", atomically: true, encoding: .utf8)
  }

  /// Starts the program again, in the same home, with other arguments.
  func start(_ arguments: [String], awaiting: String? = nil) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      Self.program, arguments + ["--lessons", folder + "/Lessons"], environment: variables,
      size: Size(columns: 80, rows: 24))
    if let awaiting { try terminal.expect(awaiting) }
    return terminal
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The program stands beside the tests' own.
  static let program: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return tests.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/nntutor"
  }()

  /// A lesson with a run that is over at once, one that goes on, and a question.
  static let lesson = """
    ---
    title: A lesson
    id: lesson
    format_version: 1
    objectives: [read]
    ---

    # 1.1 Reading

    Some words to read.

    ```experiment quick
    title: Quick
    kind: train
    data: lines
    training_size: 4
    validation_size: 4
    noise: 0.1
    hidden: [2]
    activation: sigmoid
    initialization: he
    learning_rate: 0.5
    batch_size: 1
    epochs: 2
    seed: 42
    validation_seed: 999
    weight_seed: after_validation
    edit: [noise, epochs]
    plot: [loss]
    ```

    ```experiment endless
    title: Endless
    kind: train
    data: lines
    training_size: 200
    validation_size: 50
    noise: 0.1
    hidden: [200]
    activation: sigmoid
    initialization: he
    learning_rate: 0.5
    batch_size: 1
    epochs: 5000
    seed: 42
    validation_seed: 999
    weight_seed: after_validation
    edit: [noise, epochs]
    plot: [loss]
    ```

    ```quiz check
    title: Check yourself
    questions:
      - id: one
        ask: Which one?
        options:
          - text: This one
            correct: true
            because: Yes.
          - text: The other
            because: No.
    ```

    """
}
