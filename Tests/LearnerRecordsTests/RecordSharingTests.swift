// SPDX-License-Identifier: MIT
import Foundation
import GRDB
import LearnerRecords
import Testing

/// Several programs with one record, and programs that stop in the middle.
@Suite struct RecordSharingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A connection that can hold a lock while the record is used.
  private func otherProgram() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    return try DatabaseQueue(path: scratch.path(), configuration: configuration)
  }

  @Test func `Two writers of five hundred runs each lose none and share no number`() async throws {
    let path = scratch.path()
    let numbers = try await withThrowingTaskGroup(of: [Int].self) { group in
      for writer in 0..<2 {
        group.addTask {
          // Both open at once, so that both may find no file and make one.
          let record = try LearnerRecord.open(path: path)
          return try (0..<500).compactMap {
            let stored = try record.append(run("writer-\(writer)", hidden: "\($0)"))
            #expect(stored.isSaved, "\(record.availability)")
            return stored.isSaved ? stored.runNumber : nil
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(numbers.count == 1000)
    #expect(Set(numbers) == Set(1...1000))
    #expect(try LearnerRecord.open(path: path).runs(limit: 2000).count == 1000)
  }

  @Test func `Opening at once makes one record`() async throws {
    let path = scratch.path()
    let saving = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { try LearnerRecord.open(path: path).availability == .saving }
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(saving == 8)
  }

  @Test func `A transaction that was never committed leaves nothing behind`() throws {
    let record = try LearnerRecord.open(path: scratch.path())
    try record.append(run("overfit"))
    // The files as a killed program leaves them: pages written, journal not yet removed.
    let other = try otherProgram()
    let (file, journal) = try other.writeWithoutTransaction { connection in
      try connection.execute(sql: "PRAGMA cache_size = 1; BEGIN IMMEDIATE")
      for _ in 0..<200 {
        try connection.execute(
          sql: "INSERT INTO prediction (lesson, block, chosen) VALUES (?, 'b', 'c')",
          arguments: [String(repeating: "x", count: 500)])
      }
      let files = (try scratch.bytes(), try scratch.bytes("record.sqlite-journal"))
      try connection.execute(sql: "ROLLBACK")
      return files
    }
    try other.close()
    try scratch.write(file, "killed.sqlite")
    try scratch.write(journal, "killed.sqlite-journal")
    #expect(file != (try scratch.bytes()))
    let reopened = try LearnerRecord.open(path: scratch.path("killed.sqlite"))
    #expect(reopened.availability == .saving)
    #expect(try reopened.runs(limit: 9).count == 1)
    #expect(try reopened.predictions().isEmpty)
  }

  @Test func `A locked record is never taken for a damaged one`() throws {
    let record = try LearnerRecord.open(path: scratch.path())
    try record.append(run("overfit"))
    let bytes = try scratch.bytes()
    let other = try otherProgram()
    try other.writeWithoutTransaction { connection in
      try connection.execute(sql: "BEGIN EXCLUSIVE")
      let opened = try LearnerRecord.open(path: scratch.path())
      #expect(try #require(opened.reason).contains("is locked by another program"))
      #expect(try !opened.append(run("overfit")).isSaved)
      try connection.execute(sql: "ROLLBACK")
    }
    #expect(try scratch.bytes() == bytes)
  }

  @Test func `What a locked file refused is written once there is room`() throws {
    let record = try LearnerRecord.open(path: scratch.path(), patience: 0.01)
    try record.append(run("overfit"))
    let other = try otherProgram()
    try other.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    let refused = try record.append(run("overfit", hidden: "5"))
    #expect(!refused.isSaved && refused.runNumber == 2)
    try record.append(answer("one", "a", true))
    #expect(try record.run(2)?.overrides == [NamedText("hidden", "5")])
    #expect(try #require(record.reason).contains("is locked by another program"))
    try other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    let stored = try record.append(run("overfit", hidden: "6"))
    #expect(stored.isSaved && stored.runNumber == 3)
    #expect(record.availability == .saving)
    let reopened = try LearnerRecord.open(path: scratch.path())
    #expect(try reopened.runs(limit: 9).map(\.number) == [3, 2, 1])
    #expect(try reopened.answers().count == 1)
  }

  @Test func `The journal is deleted and every write is synchronous`() throws {
    let record = try LearnerRecord.open(path: scratch.path())
    try record.append(run("overfit"))
    #expect(try scratch.names() == ["record.sqlite"])
    // Byte 18 and 19 are 1 for a rollback journal and 2 for a write-ahead log.
    #expect(Array(try scratch.bytes()[18...19]) == [1, 1])
  }
}
