// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// Disks that are really full or really read-only, as a user of one's own name space may mount them.
///
/// `RecordPlaceTests` has the same without mounting.
@Suite(.enabled(if: NameSpace.canMount, "user name spaces are needed")) struct DiskTests {
  /// Runs the notebook over and over on a disk of 256 kB, which a script prepares.
  private func learn(_ script: String, rounds: Int) throws -> ProgramRun {
    let course = try CourseInTerminal(arguments: ["--version"], awaiting: nil)
    #expect(try course.terminal.ending() == .status(0))
    let disk = course.folder + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let lines = String(repeating: "run quick\n", count: rounds) + "history\nquit\n"
    return try ProgramRun(
      ["open", "--plain", "--lessons", course.folder + "/Lessons"], input: lines,
      environment: ["HOME": disk, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin:/usr/sbin:/sbin"],
      by: [
        "/usr/bin/unshare", "-rm", "/bin/bash", "-c",
        "mount -t tmpfs -o size=256k none \(disk) || exit 99\n\(script)",
      ])
  }

  /// The program again on the same disk, once there is room.
  private static let lookAgain = """
    "$0" "$@"; first=$?
    rm -f ~/filling
    echo === again
    "$0" history "${@:3}"
    exit $first
    """

  @Test func `A full disk loses nothing that was kept, and is said once`() throws {
    let rounds = 100
    let script =
      "\"$0\" list \"${@:3}\" >/dev/null; head -c 160K /dev/zero >~/filling\n" + Self.lookAgain
    let run = try learn(script, rounds: rounds)
    #expect(run.status == 0)
    // A long path breaks the sentence somewhere.
    let words = run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.components(separatedBy: "the disk is full").count == 2, "\(words)")
    let halves = run.text.components(separatedBy: "=== again")
    #expect(halves.count == 2)
    // Every run has its number, the kept ones are there afterwards, and none is damaged.
    #expect(halves[0].contains("This was run \(rounds)."))
    let kept = halves[1].split(separator: "\n").compactMap { line in
      line.split(separator: " ").first.flatMap { Int($0) }
    }
    #expect(kept.max() ?? 0 >= 1 && kept.max() ?? 0 < rounds, "\(halves[1])")
    #expect(Set(kept) == Set(1...(kept.max() ?? 1)))
    Soak.report("full disk of 256 kB: \(kept.count) of \(rounds) runs kept, the rest told")
  }

  @Test func `A disk that cannot be written to is said once`() throws {
    let run = try learn("mount -o remount,ro ~\n\"$0\" \"$@\"", rounds: 3)
    #expect(run.status == 0)
    #expect(run.complaint.split(separator: "\n").count == 1, "\(run.complaint)")
    #expect(run.complaint.contains("read-only"), "\(run.complaint)")
    #expect(run.text.contains("This was run 3."))
  }
}

/// A user's own name space, in which disks can be mounted.
private enum NameSpace {
  static let canMount: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/unshare")
    process.arguments = ["-rm", "/bin/mount", "-t", "tmpfs", "-o", "size=256k", "none", "/mnt"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()
}
