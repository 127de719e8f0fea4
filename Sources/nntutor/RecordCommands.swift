// SPDX-License-Identifier: MIT
import ArgumentParser
import LearnerRecords
import TerminalText
import Tutorial

/// `nntutor history`: earlier runs.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List your earlier runs.",
    discussion: """
      Examples:
        nntutor history
        nntutor history | grep overfit
      """)

  @OptionGroup var options: SharedOptions

  private var shared: CommonSettings { options.settings }

  func run() throws {
    let runs = try shared.openRecord().sortedRuns()
    shared.output.write(HistoryPage.lines(runs, width: shared.width, glyphs: shared.glyphs))
  }
}

/// `nntutor show RUN`: one earlier run.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an earlier run.",
    discussion: """
      Example:
        nntutor show 3
      """)

  @Argument(help: "The number of the run.")
  var number: Int

  @OptionGroup var options: SharedOptions

  private var shared: CommonSettings { options.settings }

  func run() throws {
    let runs = try shared.openRecord().sortedRuns()
    do throws(CommandError) {
      shared.output.write(
        try HistoryPage.details(number, in: runs, width: shared.width, glyphs: shared.glyphs))
    } catch {
      throw Failure(error.message)
    }
    try ReportPrinting.drawAgain([number], in: runs, shared)
  }
}

/// `nntutor compare RUN RUN`: what differs between two runs.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Show what differs between two earlier runs.",
    discussion: """
      Example:
        nntutor compare 3 7
      """)

  @Argument(help: "The number of the first run.")
  var first: Int

  @Argument(help: "The number of the second run.")
  var second: Int

  @OptionGroup var options: SharedOptions

  private var shared: CommonSettings { options.settings }

  func run() throws {
    let runs = try shared.openRecord().sortedRuns()
    do throws(CommandError) {
      shared.output.write(
        try HistoryPage.comparison(
          first, second, in: runs, width: shared.width, glyphs: shared.glyphs))
    } catch {
      throw Failure(error.message)
    }
    try ReportPrinting.drawAgain([first, second], in: runs, shared)
  }
}

/// `nntutor reset`: forgets what was done.
struct ResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Forget what you did in a chapter, or in all of them.",
    discussion: """
      Examples:
        nntutor backup before.sqlite; nntutor reset 8.1
        nntutor reset --all
      """)

  @Argument(
    help: "A chapter such as 8.1; with --all none.", completion: Completions.chapters)
  var lesson: String?

  @Flag(help: "Forget everything.")
  var all = false

  @OptionGroup var options: SharedOptions

  private var shared: CommonSettings { options.settings }

  func validate() throws {
    if lesson == "all" { return }
    if (lesson == nil) != all { throw ValidationError("name a chapter, or --all") }
  }

  func run() throws {
    let record = try shared.openRecordQuietly()
    var id: String?
    if let lesson, lesson != "all" {
      let course = try shared.course()
      do throws(CommandError) { id = try course.lessonToReset(lesson) } catch {
        throw Failure(error.message)
      }
    }
    do throws(RecordError) {
      let keeper = try record.reset(lesson: id)
      Output.note("\(id ?? "everything") is as new; your record of before is in \(keeper)")
    } catch {
      throw Failure(error.description)
    }
  }
}

/// `nntutor backup FILE`: copies the record.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy your record to a file.",
    discussion: """
      Example:
        nntutor backup ~/nntutor-november.sqlite
      """)

  @Argument(help: "The file; it must not exist yet.", completion: .file())
  var file: String

  @OptionGroup var options: SharedOptions

  private var shared: CommonSettings { options.settings }

  func run() throws {
    let record = try shared.openRecordQuietly()
    do throws(RecordError) { try record.backup(to: file) } catch {
      throw Failure(error.description)
    }
    Output.note("your record was copied to \(file)")
  }
}

/// `nntutor restore FILE`: takes the record from a backup.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Take your record from a backup.",
    discussion: """
      Example:
        nntutor restore ~/nntutor-november.sqlite
      The record of before is kept beside it.
      """)

  @Argument(help: "The backup.", completion: .file())
  var file: String

  @OptionGroup var options: SharedOptions

  private var shared: CommonSettings { options.settings }

  func run() throws {
    let record = try shared.openRecordQuietly()
    do throws(RecordError) {
      let kept = try record.restore(from: file)
      Output.note("your record was taken from \(file); the one before is in \(kept)")
    } catch {
      throw Failure(error.description)
    }
  }
}

extension LearnerRecord {
  /// Every run, oldest first.
  func sortedRuns() throws -> [RunEntry] {
    do throws(RecordError) {
      return try runs(limit: .max).reversed()
    } catch {
      throw Failure(error.description)
    }
  }
}
