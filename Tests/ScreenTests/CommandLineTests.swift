// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// The command line as one who types at a shell meets it, and the same words in a script.
final class CommandLineTests {
  private let folder =
    FileManager.default.temporaryDirectory.path + "/nntutor-commands-\(UUID().uuidString)"

  init() throws {
    for (name, experiment) in [("01-first", "small"), ("02-second", "other")] {
      let part = folder + "/course/01-part"
      try FileManager.default.createDirectory(atPath: part, withIntermediateDirectories: true)
      try """
      ---
      title: Lesson \(experiment)
      id: lesson-\(experiment)
      objectives: [read]
      format_version: 1
      ---

      # Lesson \(experiment)

      ```experiment \(experiment)
      kind: train
      training_size: 4
      validation_size: 4
      epochs: 3
      claims:
        - expect: epochs_run = 3
      ```

      ```challenge \(experiment == "small" ? "longer" : "longest")
      ask: Reach 5 epochs.
      experiment: \(experiment)
      goal: [epochs_run >= 5]
      edit: [epochs]
      solution: {epochs: 5}
      ```

      """.write(toFile: part + "/\(name).md", atomically: true, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func script(_ lines: String...) throws -> ProgramRun {
    try ProgramRun(
      ["--lessons", folder + "/course", "--record", folder + "/record.sqlite"],
      input: lines.joined(separator: "\n") + "\n")
  }

  @Test(arguments: [
    "", "open", "list", "print", "run", "sweep", "quiz", "check", "history", "show", "compare",
    "export", "reset", "backup", "restore",
  ])
  func `Help shows an example before the form`(command: String) throws {
    let run = try ProgramRun([command, "--help"].filter { !$0.isEmpty })
    #expect(run.status == 0)
    let example = try #require(run.text.firstRange(of: "Example"))
    let usage = try #require(run.text.firstRange(of: "USAGE"))
    #expect(example.lowerBound < usage.lowerBound)
    #expect(run.text[example.upperBound...].contains("\n  nntutor"))
    #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.hasPrefix("USAGE") })
  }

  @Test(arguments: ["0", "-3", "5", "wide", "", "20", "30"])
  func `A senseless or small COLUMNS stops nothing`(columns: String) throws {
    let help = try ProgramRun(["run", "--help"], variables: ["COLUMNS": columns])
    #expect(help.status == 0 && help.text.contains("nntutor run overfit"))
    let list = try ProgramRun(
      ["list", "--lessons", folder + "/course"], variables: ["COLUMNS": columns])
    #expect(list.text.contains("1.1   Lesson sm"))
  }

  @Test func `A mistyped command is answered by the one that is near`() throws {
    for arguments in [["rnu"], ["rnu", "overfit"], ["--ascii", "rnu", "overfit"]] {
      let run = try ProgramRun(arguments)
      #expect(run.status == 64)
      #expect(run.complaint == "nntutor: there is no command rnu; did you mean run?\n")
    }
    let help = try ProgramRun(["help", "rnu"])
    #expect(help.status == 64)
    #expect(help.complaint == "nntutor: there is no command rnu; did you mean run?\n")
    let far = try ProgramRun(["somewhere", "--lessons", folder + "/course"])
    #expect(far.status == 1)
    #expect(far.complaint.contains("there is no chapter or section 'somewhere'"))
  }

  @Test func `What is wrong with arguments is said in few lines`() throws {
    let run = try ProgramRun(["run"])
    #expect(run.status == 64)
    #expect(run.complaint.hasPrefix("Error: Missing expected argument '<experiment>'\n"))
    #expect(run.complaint.contains("See 'nntutor run --help'"))
    #expect(run.complaint.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `A challenge is run as it begins, and no epoch is looked at that was not run`() throws
  {
    let lessons = ["--lessons", folder + "/course"]
    let tried = try ProgramRun(["run", "longer"] + lessons)
    #expect(tried.status == 0 && tried.text.contains("epochs run"), "\(tried.complaint)")
    let late = try ProgramRun(["run", "small", "--epoch", "4"] + lessons)
    #expect(late.status == 1)
    #expect(late.complaint == "Error: --epoch is 4; small runs 3 epochs\n")
  }

  @Test func `An export goes to standard output, and never in the place of what is no file`() throws
  {
    let lessons = ["--lessons", folder + "/course", "--record", folder + "/record.sqlite"]
    let printed = try ProgramRun(["export", "--to", "md", "-o", "-"] + lessons)
    #expect(printed.status == 0 && printed.text.contains("# Lab notebook"))
    #expect(!FileManager.default.fileExists(atPath: "-"))
    let link = folder + "/link.md"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder + "/elsewhere.md")
    for place in [link, "/dev/null"] {
      let run = try ProgramRun(["export", "--to", "md", "--force", "-o", place] + lessons)
      #expect(run.status == 1)
      #expect(run.complaint == "Error: \(place) is no plain file; nothing is written there\n")
    }
  }

  @Test func `A script runs what stands in other chapters`() throws {
    let run = try script("run other", "run small epochs=2", "run nothing")
    #expect(run.text.contains("This was run 1.") && run.text.contains("This was run 2."))
    #expect(run.complaint == "nntutor: there is no experiment nothing in this course\n")
    #expect(run.status == 1)
  }

  @Test func `A script checks lessons and exports them`() throws {
    let file = folder + "/notes.md"
    let run = try script("run small", "check", "check all", "export 1.1 '\(file)'")
    #expect(run.status == 0, "\(run.complaint)")
    #expect(run.text.contains("no findings; 1 claim measured, 1 experiment run in"))
    #expect(run.text.contains("no findings; 2 claims measured, 2 experiments run in"))
    #expect(run.text.contains("Your lab notebook is in"))
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("# Lab notebook"))
    let again = try script("export '\(file)'", "export --to html /nowhere/at/all")
    #expect(again.status == 1)
    #expect(again.complaint.contains("notes.md exists; --force replaces it"))
    #expect(again.complaint.contains("/nowhere/at/all cannot be written"))
  }

  @Test func `A script goes to another course and back`() throws {
    let single = folder + "/single.md"
    try "# Alone\n\nWords.\n".write(toFile: single, atomically: true, encoding: .utf8)
    let run = try script("open '\(single)'", "list", "open", "list", "open /nowhere.md")
    #expect(run.text.contains("Alone") && run.text.contains("Lesson small"))
    #expect(run.complaint.contains("/nowhere.md: there is no such lesson"))
    #expect(run.status == 1)
  }
}
