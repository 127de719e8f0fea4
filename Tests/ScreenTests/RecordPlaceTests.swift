// SPDX-License-Identifier: MIT
import Foundation
import TerminalText
import Testing

/// Where the record cannot be kept the program runs, says so once, and touches nothing.
@Suite struct RecordPlaceTests {
  /// A home in which something is wrong with the record.
  struct Fault: CustomTestStringConvertible {
    let name: String
    /// What the program says; empty where all is well.
    let sentence: String
    /// What differs in the environment; `~` stands for the home.
    var environment: [String: String] = [:]
    /// The record's bytes before.
    var bytes: [UInt8]?
    var testDescription: String { name }
  }

  private static let faults = [
    Fault(name: "no HOME", sentence: "HOME", environment: ["HOME": ""]),
    Fault(
      name: "a home that is not there", sentence: "/nonexistent",
      environment: ["HOME": "/nonexistent"]),
    // A file system that nobody can write to, not even the superuser.
    Fault(name: "a read-only home", sentence: "/proc/", environment: ["HOME": "/proc"]),
    Fault(
      name: "a read-only state folder", sentence: "/sys/", environment: ["XDG_STATE_HOME": "/sys"]),
    Fault(name: "a relative state folder", sentence: "", environment: ["XDG_STATE_HOME": "state"]),
    Fault(name: "an empty state folder name", sentence: "", environment: ["XDG_STATE_HOME": ""]),
    Fault(name: "an empty file", sentence: "was empty; a new record was begun in it", bytes: []),
    Fault(name: "garbage", sentence: "is not a learner's record", bytes: Array("garbage\n".utf8)),
    Fault(
      name: "random bytes", sentence: "is not a learner's record",
      bytes: (0..<9000).map { UInt8(truncatingIfNeeded: $0 &* 131 &+ 17) }),
  ]

  /// What a learner does: two runs, and a look at what is known of them.
  private static let script = "run quick\nrun quick noise=0.3\nhistory\nquit\n"

  /// Two runs in a home; the program goes on whatever is wrong with it.
  private func learn(
    in course: CourseInTerminal, _ environment: [String: String] = [:], by launcher: [String] = []
  ) throws -> ProgramRun {
    var variables = ["HOME": course.folder, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    variables.merge(environment) { $1 }
    let run = try ProgramRun(
      ["open", "--plain", "--lessons", course.folder + "/Lessons"], input: Self.script,
      environment: variables, by: launcher)
    #expect(run.status == 0, "\(run.complaint)")
    // Both runs have a number and are known, kept or not.
    #expect(run.text.components(separatedBy: "This was run ").count == 3, "\(run.text)")
    let known = run.text.split(separator: "\n").filter {
      $0.contains("quick") && $0.contains("completed")
    }
    #expect(known.count >= 2, "\(run.text)")
    return run
  }

  /// A home with lessons and no record.
  private func home() throws -> CourseInTerminal {
    let course = try CourseInTerminal(arguments: ["--version"], awaiting: nil)
    #expect(try course.terminal.ending() == .status(0))
    return course
  }

  private func record(of course: CourseInTerminal) -> String {
    course.folder + "/.local/state/nntutor/record.sqlite"
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let folder = path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path))
  }

  private func bytes(of path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  /// How often a sentence is said.
  private func count(_ sentence: String, in run: ProgramRun) -> Int {
    (run.text + run.complaint).components(separatedBy: sentence).count - 1
  }

  @Test(arguments: faults)
  func `What is wrong is said once, and nothing is touched`(fault: Fault) throws {
    let course = try home()
    if let bytes = fault.bytes { try write(bytes, to: record(of: course)) }
    let run = try learn(in: course, fault.environment)
    if fault.sentence.isEmpty {
      #expect(run.complaint.isEmpty, "\(run.complaint)")
      #expect(FileManager.default.fileExists(atPath: record(of: course)))
    } else {
      #expect(run.complaint.contains(fault.sentence), "\(run.complaint)")
      #expect(run.complaint.split(separator: "\n").count == 1, "\(run.complaint)")
      #expect(count("Nothing is saved", in: run) == (fault.bytes == [] ? 0 : 1))
    }
    if let bytes = fault.bytes, !bytes.isEmpty {
      #expect(try self.bytes(of: record(of: course)) == bytes)
    }
    #expect(!FileManager.default.fileExists(atPath: "state"))
  }

  @Test(arguments: ["newer", "damaged", "another program's"])
  func `A record that is not ours to write is left byte for byte`(kind: String) throws {
    let course = try home()
    _ = try learn(in: course)
    let path = record(of: course)
    var bytes = try bytes(of: path)
    switch kind {
    case "newer": bytes[63] = 99
    case "damaged":
      bytes.replaceSubrange(4096..., with: repeatElement(0xAA, count: bytes.count - 4096))
    default: bytes[68] ^= 1
    }
    try write(bytes, to: path)
    let run = try learn(in: course)
    #expect(count(kind, in: run) == 1, "\(run.complaint)")
    #expect(try self.bytes(of: path) == bytes)
  }

  @Test func `A locked record is waited for, then said to be locked`() throws {
    let course = try home()
    _ = try learn(in: course)
    let path = record(of: course)
    let before = try bytes(of: path)
    // The lock that SQLite takes to write a file: the bytes from 2^30 on.
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    var lock = flock()
    (lock.l_type, lock.l_whence) = (Int16(F_WRLCK), Int16(SEEK_SET))
    (lock.l_start, lock.l_len) = (0x4000_0000, 512)
    #expect(fcntl(descriptor, F_SETLK, &lock) == 0)
    let run = try learn(in: course)
    #expect(count("is locked by another program", in: run) == 1, "\(run.complaint)")
    close(descriptor)
    #expect(try bytes(of: path) == before)
    #expect(try learn(in: course).complaint.isEmpty)
  }

  /// A limit on the size of files is what a full disk is to whoever may mount none.
  @Test func `On a disk without room the program runs, and says once that nothing is saved`() throws
  {
    let course = try home()
    let run = try learn(in: course, by: Self.limited(kilobytes: 0))
    #expect(count("Nothing is saved", in: run) == 1, "\(run.complaint)")
    #expect(!FileManager.default.fileExists(atPath: record(of: course)))
  }

  @Test func `A disk that fills up keeps what was kept`() throws {
    let course = try home()
    for _ in 0..<3 { _ = try learn(in: course) }
    let path = record(of: course)
    let before = try bytes(of: path)
    // The journal of a write needs two pages; there is room for one.
    let run = try learn(in: course, by: Self.limited(kilobytes: 4))
    #expect(count("Nothing new is saved", in: run) == 1, "\(run.text)")
    #expect(try bytes(of: path) == before)
    #expect(try learn(in: course).complaint.isEmpty)
  }

  /// Runs a program under a limit; without a place for files of its own, which the thread sanitizer
  /// would begin with one.
  private static func limited(kilobytes: Int) -> [String] {
    ["/bin/bash", "-c", "ulimit -f \(kilobytes); TMPDIR=/nowhere exec \"$0\" \"$@\""]
  }

  @Test func `The screen says once what is not saved`() throws {
    let course = try CourseInTerminal(
      size: Size(columns: 120, rows: 24), environment: ["HOME": "/proc"])
    try course.terminal.expect("Nothing is saved")
    course.terminal.send("\t\r")
    try course.terminal.expect("In [1]")
    course.terminal.send("q")
    #expect(try course.terminal.ending() == .status(0))
    #expect(course.terminal.text.components(separatedBy: "Nothing is saved").count == 2)
  }
}
