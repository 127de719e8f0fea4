// SPDX-License-Identifier: MIT
import LearnerRecords
import Testing

@Suite struct RecordArchiveTests {
  let scratch: Scratch
  let record: LearnerRecord

  init() throws {
    scratch = try Scratch()
    record = try LearnerRecord.open(path: scratch.path())
    try record.append(run("overfit"))
  }

  @Test func `A backup is a record of its own`() throws {
    try record.backup(to: scratch.path("copy"))
    let copy = try LearnerRecord.open(path: scratch.path("copy"))
    #expect(copy.availability == .saving)
    #expect(try copy.runs(limit: 9) == record.runs(limit: 9))
    #expect(try scratch.permissions(scratch.path("copy")) == 0o600)
  }

  @Test func `A backup overwrites no file, not even an empty one`() throws {
    try scratch.write([], "copy")
    let error = #expect(throws: RecordError.self) { try record.backup(to: scratch.path("copy")) }
    #expect(error?.description == "\(scratch.path("copy")) was not written: it exists already.")
    #expect(try scratch.bytes("copy").isEmpty)
  }

  @Test func `A backup that cannot be written leaves no file`() throws {
    #expect(throws: RecordError.self) { try record.backup(to: scratch.path("no/copy")) }
    #expect(try scratch.names() == ["record.sqlite"])
  }

  @Test func `Restoring brings the backup back and keeps what it replaced`() throws {
    try record.backup(to: scratch.path("copy"))
    try record.append(run("later"))
    try record.append(answer("one", "a", true))
    let keeper = try record.restore(from: scratch.path("copy"))
    #expect(try record.runs(limit: 9).map(\.experiment) == ["overfit"])
    #expect(try record.answers().isEmpty)
    #expect(try LearnerRecord.open(path: keeper).runs(limit: 9).count == 2)
    #expect(try record.append(run("new")).runNumber == 3)
    let again = try record.restore(from: keeper)
    #expect(again != keeper)
    #expect(try record.answers().count == 1)
  }

  @Test func `Other programs see the restored record`() throws {
    let other = try LearnerRecord.open(path: scratch.path())
    try record.backup(to: scratch.path("copy"))
    try other.append(run("later"))
    _ = try record.restore(from: scratch.path("copy"))
    #expect(try other.runs(limit: 9).count == 1)
    #expect(try other.append(run("after")).runNumber == 3)
  }

  @Test func `A backup takes the place of a file that is of no use, which is kept`() throws {
    for _ in 0..<20 { try record.append(run("overfit")) }
    try record.backup(to: scratch.path("copy"))
    let count = try record.runs(limit: .max).count
    let whole = try scratch.bytes("copy")
    var newer = whole
    newer[63] = 99
    var damaged = whole
    damaged.replaceSubrange(4096..., with: [UInt8](repeating: 0xAA, count: whole.count - 4096))
    for (number, bytes) in [Array("hello".utf8), newer, damaged].enumerated() {
      try scratch.write(bytes)
      let unusable = try LearnerRecord.open(path: scratch.path())
      #expect(
        try #require(unusable.reason).hasSuffix("nntutor restore FILE puts a backup in its place."))
      let keeper = try unusable.restore(from: scratch.path("copy"))
      #expect(try scratch.bytes("record.sqlite.before-restore-\(number + 1)") == bytes)
      #expect(keeper.hasSuffix("before-restore-\(number + 1)"))
      #expect(unusable.availability == .saving)
      let stored = try unusable.append(run("after"))
      #expect(stored.isSaved && stored.runNumber == count + 1)
      #expect(try LearnerRecord.open(path: scratch.path()).runs(limit: .max).count == count + 1)
    }
  }

  @Test func `What is no whole record is not restored`() throws {
    for _ in 0..<20 { try record.append(run("overfit")) }
    try record.backup(to: scratch.path("copy"))
    let whole = try scratch.bytes("copy")
    var newer = whole
    newer[63] = 99
    var damaged = whole
    damaged.replaceSubrange(4096..., with: [UInt8](repeating: 0xAA, count: whole.count - 4096))
    let before = try scratch.bytes()
    let files: [(String, [UInt8])] = [
      ("holds no record", []), ("another kind of file", Array("hello".utf8)),
      ("newer nntutor", newer), ("is damaged", damaged),
    ]
    for (words, bytes) in files {
      try scratch.write(bytes, "bad")
      let error = #expect(throws: RecordError.self) {
        try record.restore(from: scratch.path("bad"))
      }
      #expect(error?.description.contains(words) == true, "\(String(describing: error))")
      #expect(try scratch.bytes() == before)
      #expect(try scratch.bytes("bad") == bytes)
    }
    #expect(throws: RecordError.self) { try record.restore(from: scratch.path("missing")) }
    #expect(try scratch.names() == ["bad", "copy", "record.sqlite"])
  }
}
