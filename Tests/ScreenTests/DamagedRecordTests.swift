// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// A record that cannot be used: every command says so, once, and leaves it as it is.
final class DamagedRecordTests {
  private let folder =
    FileManager.default.temporaryDirectory.path + "/nntutor-damaged-\(UUID().uuidString)"
  private var record: String { folder + "/record.sqlite" }
  private static let damage = "This is no record at all, and longer than an empty one."

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.damage.write(toFile: record, atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  @Test(arguments: [
    ["history"], ["list"], ["show", "1"], ["reset", "--all"], ["backup", "copy.sqlite"],
    ["restore", "copy.sqlite"], ["open", "--plain"], ["export", "8.1", "--to", "json"],
  ])
  func `It is named in one sentence and not touched`(arguments: [String]) throws {
    var words = arguments
    if let index = words.firstIndex(of: "copy.sqlite") { words[index] = folder + "/copy.sqlite" }
    let run = try ProgramRun(words + ["--record", record])
    let sentences = run.complaint.split(separator: "\n").filter { $0.contains(record) }
    let isRestore = arguments.first == "restore"
    #expect(sentences.count == (isRestore ? 0 : 1), "\(run.complaint)")
    #expect(isRestore || run.complaint.contains("is not a learner's record"))
    #expect(try String(contentsOfFile: record, encoding: .utf8) == Self.damage)
    #expect(!FileManager.default.fileExists(atPath: folder + "/copy.sqlite"))
  }
}
