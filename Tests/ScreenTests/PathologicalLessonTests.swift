// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// No lesson takes more than a moment or more memory than there is.
///
/// The limits are the system's: a program that takes more time of the processor is ended by a
/// signal, and one that takes more memory is refused it.
@Suite(.enabled(if: !Soak.isSanitized, "a sanitizer takes more memory than is allowed here"))
struct PathologicalLessonTests {
  /// A second, in `make soak`, where the program is the one that learners use.
  private static let seconds = Soak.isOn ? 1 : 20
  private static let kilobytes = 200 * 1024

  /// All in `make soak`; otherwise some of each kind.
  private static let lessons = PathologicalLesson.all.enumerated().filter {
    Soak.isOn || $0.offset.isMultiple(of: 4)
  }.map(\.element)

  @Test(arguments: lessons)
  func `A lesson is printed, or refused in a sentence, within a second and 200 MB`(
    lesson: PathologicalLesson
  ) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/nntutor-hard-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(lesson.bytes).write(to: URL(filePath: folder + "/lesson.md"))
    let limits = "ulimit -t \(Self.seconds); ulimit -d \(Self.kilobytes)"
    let output = "\(folder)/text"
    let start = Date()
    let run = try ProgramRun(
      ["print", folder + "/lesson.md", "--color", "never"],
      environment: ["HOME": folder, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"],
      by: ["/bin/bash", "-c", "\(limits); exec \"$0\" \"$@\" >\(output)"])
    Soak.report("\(lesson.name): \(Date().timeIntervalSince(start)) s")
    let text = try String(contentsOfFile: output, encoding: .utf8)
    #expect(run.status == 0, "\(run.status): \(run.complaint.prefix(300))")
    let said = (text + run.complaint).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(lesson.sentence.isEmpty || said.contains(lesson.sentence), "\(said.prefix(300))")
  }
}
