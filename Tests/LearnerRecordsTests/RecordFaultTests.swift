// SPDX-License-Identifier: MIT
import Foundation
import LearnerRecords
import Testing

/// Files that cannot be used: said in one sentence, left byte for byte, and the program goes on.
@Suite struct RecordFaultTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A record in memory that takes events and says why they are not saved.
  private func expectUnsaved(_ record: LearnerRecord, _ words: String) throws {
    let reason = try #require(record.reason)
    #expect(reason.contains(words), "\(reason)")
    #expect(reason.hasSuffix(".") && !reason.contains("\n"))
    let stored = try record.append(run("overfit"))
    #expect(!stored.isSaved)
    #expect(try record.run(try #require(stored.runNumber))?.experiment == "overfit")
    #expect(throws: RecordError.self) { try record.reset(lesson: nil) }
  }

  @Test(arguments: [
    ("text", Array("progress: 3 of 7\n".utf8)),
    ("random bytes", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 131 &+ 17) }),
    ("only the first words of a database", Array("SQLite format 3\0".utf8)),
  ])
  func `A file of another kind is left alone`(kind: String, bytes: [UInt8]) throws {
    try scratch.write(bytes)
    let record = try LearnerRecord.open(path: scratch.path())
    try expectUnsaved(record, "\(scratch.path()) is not a learner's record")
    #expect(try scratch.bytes() == bytes, "\(kind)")
    #expect(try scratch.names() == ["record.sqlite"])
  }

  @Test func `An empty file becomes a new record, which is said`() throws {
    try scratch.write([])
    let record = try LearnerRecord.open(path: scratch.path())
    #expect(record.availability == .saving)
    #expect(record.note == "\(scratch.path()) was empty; a new record was begun in it.")
    #expect(try record.append(run("overfit")).isSaved)
  }

  @Test func `Damage far in a long record is found before anything is written`() throws {
    let record = try LearnerRecord.open(path: scratch.path())
    for number in 0..<40 {
      try record.append(
        .typed(line: "\(number)" + String(repeating: "x", count: 20_000), kind: .command))
    }
    var bytes = try scratch.bytes()
    #expect(bytes.count > 700_000)
    let middle = bytes.count / 2
    bytes.replaceSubrange(middle..<(middle + 20_000), with: [UInt8](repeating: 0xAA, count: 20_000))
    try scratch.write(bytes)
    let damaged = try LearnerRecord.open(path: scratch.path())
    #expect(!(try damaged.append(run("overfit")).isSaved))
    #expect(try #require(damaged.reason).contains("is damaged"))
    #expect(try scratch.bytes() == bytes)
  }

  @Test func `Another program's database is left alone`() throws {
    _ = try LearnerRecord.open(path: scratch.path())
    var bytes = try scratch.bytes()
    bytes[68] ^= 1
    try scratch.write(bytes)
    try expectUnsaved(try LearnerRecord.open(path: scratch.path()), "another program's database")
    #expect(try scratch.bytes() == bytes)
  }

  @Test func `A newer record is left alone`() throws {
    _ = try LearnerRecord.open(path: scratch.path())
    var bytes = try scratch.bytes()
    bytes[63] = 99
    try scratch.write(bytes)
    try expectUnsaved(try LearnerRecord.open(path: scratch.path()), "made by a newer nntutor")
    #expect(try scratch.bytes() == bytes)
  }

  @Test func `A record cut short or overwritten in the middle is left alone`() throws {
    let record = try LearnerRecord.open(path: scratch.path())
    for _ in 0..<20 { try record.append(run("overfit")) }
    let whole = try scratch.bytes()
    let cut = Array(whole.prefix(whole.count / 2 / 4096 * 4096))
    let torn = whole.prefix(4096) + [UInt8](repeating: 0xAA, count: whole.count - 4096)
    for damaged in [cut, Array(torn)] {
      try scratch.write(damaged)
      try expectUnsaved(try LearnerRecord.open(path: scratch.path()), "is damaged")
      #expect(try scratch.bytes() == damaged)
    }
  }

  @Test func `Damage in a long record is told by the first event that meets it`() throws {
    let record = try LearnerRecord.open(path: scratch.path())
    for _ in 0..<60 {
      try record.append(answer(String(repeating: "q", count: 20_000), "a", true))
    }
    var bytes = try scratch.bytes()
    #expect(bytes.count > 600_000)
    bytes.replaceSubrange(4096..., with: [UInt8](repeating: 0xAA, count: bytes.count - 4096))
    try scratch.write(bytes)
    let opened = try LearnerRecord.open(path: scratch.path())
    for _ in 0..<2 { #expect(try !opened.append(run("overfit")).isSaved) }
    #expect(try #require(opened.reason).contains("is damaged"))
    #expect(try scratch.bytes() == bytes)
  }

  @Test func `No flipped bit stops the program or is written over by opening`() throws {
    let record = try LearnerRecord.open(path: scratch.path())
    try record.append(run("overfit"))
    try record.append(answer("one", "a", true))
    let whole = try scratch.bytes()
    for flip in 0..<1000 {
      var bytes = whole
      let bit = (flip &* 2_654_435_761 &+ 12_345) % (whole.count * 8)
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      try scratch.write(bytes)
      let opened = try LearnerRecord.open(path: scratch.path())
      _ = try? opened.runs(limit: 10)
      #expect(try scratch.bytes() == bytes, "bit \(bit), \(opened.availability)")
    }
  }

  @Test func `A folder, a device and a name with NUL are no records`() throws {
    try expectUnsaved(try LearnerRecord.open(path: scratch.folder), "is not a file")
    try expectUnsaved(try LearnerRecord.open(path: "/dev/null"), "/dev/null is not a file")
    try expectUnsaved(try LearnerRecord.open(path: "a\0b"), "NUL")
    try expectUnsaved(try LearnerRecord.open(path: ""), "empty name")
  }

  @Test func `A place where no file can be made is said`() throws {
    try scratch.write([1], "file")
    try expectUnsaved(
      try LearnerRecord.open(path: scratch.path("file/record.sqlite")), "not a directory")
    try expectUnsaved(
      try LearnerRecord.open(path: "/sys/nntutor/record.sqlite"), "/sys/nntutor/record.sqlite")
    #expect(try scratch.names() == ["file"])
  }

  @Test func `A home that does not exist is not made`() throws {
    let path = try #require(
      LearnerRecord.defaultPath(environment: ["HOME": scratch.path("nobody")]))
    try expectUnsaved(try LearnerRecord.open(path: path), "no such file or directory")
    #expect(try scratch.names().isEmpty)
  }

  @Test func `Without a home nothing is saved`() throws {
    try expectUnsaved(try LearnerRecord.open(path: nil), "HOME")
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func `A record without permission to write is read and left alone`() throws {
    let record = try LearnerRecord.open(path: scratch.path())
    try record.append(run("overfit"))
    let bytes = try scratch.bytes()
    try FileManager.default.setAttributes(
      [.posixPermissions: NSNumber(value: 0o400)], ofItemAtPath: scratch.path())
    let opened = try LearnerRecord.open(path: scratch.path())
    try expectUnsaved(opened, "permission denied")
    #expect(try opened.runs(limit: 9).count == 2)
    #expect(try scratch.bytes() == bytes)
  }

  @Test func `A record deleted while it is open is missed at the next event`() throws {
    let record = try LearnerRecord.open(path: scratch.path())
    #expect(try record.append(run("overfit")).isSaved)
    try FileManager.default.removeItem(atPath: scratch.path())
    let stored = try record.append(run("overfit"))
    #expect(!stored.isSaved && stored.runNumber == 2)
    #expect(try #require(record.reason).contains("moved or deleted"))
  }

  @Test func `The default path follows the environment`() {
    let cases: [([String: String], String?)] = [
      ([:], nil),
      (["HOME": "/home/ada"], "/home/ada/.local/state/nntutor/record.sqlite"),
      (
        ["HOME": "/home/ada", "XDG_STATE_HOME": ""], "/home/ada/.local/state/nntutor/record.sqlite"
      ),
      (
        ["HOME": "/home/ada", "XDG_STATE_HOME": "s"], "/home/ada/.local/state/nntutor/record.sqlite"
      ),
      (["HOME": "/home/ada", "XDG_STATE_HOME": "/s"], "/s/nntutor/record.sqlite"),
      (["HOME": "", "XDG_STATE_HOME": "relative"], nil),
    ]
    for (environment, path) in cases {
      #expect(LearnerRecord.defaultPath(environment: environment) == path)
    }
  }
}
