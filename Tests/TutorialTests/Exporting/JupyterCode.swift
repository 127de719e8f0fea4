// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import Tutorial

/// The cells of an exported Jupyter notebook.
enum JupyterCode {
  typealias Object = [String: Any]

  /// The cells, of a notebook with the form of nbformat 4.5.
  static func cells(_ notebook: LabNotebook) throws -> [Object] {
    let text = ExportFormat.ipynb.text(of: notebook)
    let data = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    #expect(data["nbformat"] as? Int == 4)
    #expect(data["nbformat_minor"] as? Int == 5)
    return try #require(data["cells"] as? [Object])
  }

  /// A member that is kept as lines.
  static func text(_ cell: Object, _ key: String) -> String {
    (cell[key] as? [String] ?? []).joined()
  }

  /// The cells' code, and what they printed by nntutor's own measurement.
  static func programs(_ notebook: LabNotebook) throws -> (source: String, output: String) {
    let code = try cells(notebook).filter { $0["cell_type"] as? String == "code" }
    let outputs = code.flatMap { $0["outputs"] as? [Object] ?? [] }
    return (
      code.map { text($0, "source") }.joined(separator: "\n"),
      outputs.map { text($0, "text") }.joined()
    )
  }

  /// Compares line by line, so that a failure names the figure.
  static func expectSame(_ found: String, _ expected: String) {
    let (found, expected) = (found.split(separator: "\n"), expected.split(separator: "\n"))
    #expect(found.count == expected.count)
    for (index, (one, other)) in zip(found, expected).enumerated() {
      #expect(one == other, "line \(index + 1)")
    }
  }
}

/// The Python of the machine that tests run on.
enum Python {
  static let hasNumpy = (try? output(of: "import numpy; print(1)")) == "1\n"

  /// What a program prints.
  static func output(of source: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-"]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PYTHONIOENCODING": "utf-8"]) { $1 }
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(source.utf8))
    try input.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
