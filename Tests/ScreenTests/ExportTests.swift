// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// The lab notebook written to a file.
final class ExportTests {
  private let folder =
    FileManager.default.temporaryDirectory.path
    + "/nntutor-export-\(UUID().uuidString)"
  private var lesson: String { folder + "/01-lesson.md" }
  private var record: String { folder + "/record.sqlite" }

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try """
    # A lesson

    ```experiment small
    kind: train
    training_size: 4
    validation_size: 4
    epochs: 3
    ```
    """.write(toFile: lesson, atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func export(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(["export", lesson, "--record", record] + arguments)
  }

  private func content(_ file: String) throws -> String {
    try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
  }

  @Test func `What was run is exported, in the form that the file's name says`() throws {
    _ = try ProgramRun(
      ["open", lesson, "--plain", "--record", record], input: "run small noise=0.3\n")
    for (ending, mark) in [
      ("html", "run small noise=0.3</code>"), ("md", "`run small noise=0.3`"),
      ("ipynb", "show(replicate(train, seeds=1, training_size=4"), ("json", "\"noise\": \"0.3\""),
    ] {
      let run = try export("--output", folder + "/notebook.\(ending)")
      #expect(run.status == 0 && run.text.isEmpty, "\(run.complaint)")
      #expect(try content("notebook.\(ending)").contains(mark))
      #expect(try export("--to", ending).text == content("notebook.\(ending)"))
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(!files.contains { $0.hasSuffix(".part") })
  }

  @Test func `A file that exists is replaced only when asked`() throws {
    let file = folder + "/notebook.md"
    try "mine".write(toFile: file, atomically: true, encoding: .utf8)
    let refused = try export("-o", file)
    #expect(refused.status == 1)
    #expect(refused.complaint.contains("notebook.md exists; --force replaces it"))
    #expect(try content("notebook.md") == "mine")
    #expect(try export("-o", file, "--force").status == 0)
    #expect(try content("notebook.md").hasPrefix("# Lab notebook: A lesson"))
  }

  @Test func `A place that cannot be written is named in one sentence`() throws {
    for (file, reason) in [
      (folder + "/none/x.md", "cannot be written: no such file or directory"),
      (folder, "is a folder"), ("", "the file's name is empty"),
    ] {
      let run = try export("--to", "md", "--output", file, "--force")
      #expect(run.status == 1)
      #expect(run.complaint.contains(reason), "\(run.complaint)")
      #expect(run.complaint.split(separator: "\n").count == 1)
    }
    let unnamed = try export()
    #expect(unnamed.status == 64)
    #expect(unnamed.complaint.contains("name the form with --to"))
  }
}
