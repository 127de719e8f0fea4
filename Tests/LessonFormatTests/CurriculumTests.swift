// SPDX-License-Identifier: MIT
import Foundation
import LessonFormat
import Testing

@Suite struct CurriculumTests {
  @Test func `chapters are ordered by their numbers and named by their files`() {
    let curriculum = Curriculum(
      path: "Lessons",
      files: [
        "Lessons/10-last/01-end.md", "Lessons/08-growing-pains/02-remedies.md",
        "Lessons/08-growing-pains/01-overfitting.md", "Lessons/08-growing-pains/10-next.md",
      ])
    #expect(curriculum.chapters.map(\.label) == ["8.1", "8.2", "8.10", "10.1"])
    #expect(curriculum.chapters.map(\.name) == ["overfitting", "remedies", "next", "end"])
    #expect(curriculum.chapters[0].partName == "growing-pains")
    for key in ["8.2", "remedies", "02-remedies.md", "Lessons/08-growing-pains/02-remedies.md"] {
      #expect(curriculum.chapter(key) == curriculum.chapters[1])
    }
    #expect(curriculum.chapter("9.9") == nil)
  }

  @Test func `a folder is searched for lessons, and each is read when it is asked for`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lessons-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let part = folder.appending(path: "08-growing-pains")
    try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
    for (name, text) in [
      (
        "02-b.md",
        "---\ntitle: B\nid: b\nobjectives: [x]\nformat_version: 1\nstart: true\n---\ntext"
      ),
      ("01-a.md", "# A"), (".hidden.md", ""), ("notes.txt", ""),
    ] {
      try Data(text.utf8).write(to: part.appending(path: name))
    }
    let curriculum = try Curriculum(folder: folder.path() + "/")
    #expect(curriculum.chapters.map(\.label) == ["8.1", "8.2"])
    #expect(try curriculum.chapters[0].lesson().title == "A")
    #expect(try curriculum.chapters[1].summary() == ("b", "B", true))
    #expect(try curriculum.chapters[0].summary().isStart == false)
    let single = try Curriculum(folder: part.appending(path: "02-b.md").path())
    #expect(single.chapters.map(\.name) == ["b"])
    try FileManager.default.removeItem(at: part.appending(path: "01-a.md"))
    #expect(throws: LessonError.self) { try curriculum.chapters[0].lesson() }
  }

  @Test func `a folder that is missing or empty gets one sentence`() throws {
    #expect(
      throws: LessonError(
        "no/such", "there is no such folder of lessons; name one with --lessons")
    ) { try Curriculum(folder: "no/such") }
    let folder = FileManager.default.temporaryDirectory.appending(path: "empty-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
      _ = try Curriculum(folder: folder.path())
      Issue.record("an empty folder is no course")
    } catch {
      #expect(error.description.contains("there is no lesson in it"))
    }
    #expect(throws: LessonError.self) { try LessonFile.read(folder.path()) }
  }
}
