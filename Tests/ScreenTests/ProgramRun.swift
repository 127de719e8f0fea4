// SPDX-License-Identifier: MIT
import Foundation

/// The program run to its end without a terminal.
struct ProgramRun {
  /// What it wrote to standard output, and to standard error.
  let text, complaint: String
  /// Its exit status.
  let status: Int32

  /// Runs the program with arguments and, for input, some lines; with some variables set otherwise, or
  /// in an environment of its own; and by another program that is given the whole command where one
  /// is named.
  init(
    _ arguments: [String], input: String = "", variables: [String: String] = [:],
    environment: [String: String]? = nil, by launcher: [String] = []
  ) throws {
    let process = Process()
    let command = launcher + [CourseInTerminal.program] + arguments
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment =
      environment.map(Soak.withSanitizers)
      ?? ProcessInfo.processInfo.environment.merging(variables) { $1 }
    let (source, output, errors) = (Pipe(), Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (source, output)
    process.standardError = errors
    try process.run()
    try source.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try source.fileHandleForWriting.close()
    text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    complaint = String(
      decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}
