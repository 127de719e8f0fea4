// SPDX-License-Identifier: MIT
import ArgumentParser
import CProcessor
import Glibc

/// The program; without a command it opens the course.
@main struct NNTutor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nntutor",
    abstract: "An interactive course on neural networks, in the terminal.",
    discussion: """
      Examples:
        nntutor                                    open the course where you left it
        nntutor run overfit hidden=4 noise=0.3     train without a screen
        nntutor sweep overfit noise=0.1,0.3,0.5 --seeds 20
        nntutor print 8.1 --width 60               a chapter as text
        nntutor quiz 8.1                           its questions
        nntutor export 8.1 --to html -o notes.html your lab notebook
        nntutor check                              measure every claim of every lesson
      """,
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, ListCommand.self, PrintCommand.self, RunCommand.self, SweepCommand.self,
      QuizCommand.self, ReviewCommand.self, CheckCommand.self, HistoryCommand.self,
      ShowCommand.self,
      CompareCommand.self, ExportCommand.self, ResetCommand.self, BackupCommand.self,
      RestoreCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// Runs the command; a message goes through one gate, since it may quote an argument or a file.
  static func main() {
    // A file that must not grow is refused like a full disk; it does not end the program.
    signal(SIGXFSZ, SIG_IGN)
    guard processor_is_sufficient() else {
      Output.complain(
        "this program was built for a newer processor; build it here with make build, or anywhere with NNTUTOR_PORTABLE=1"
      )
      Glibc.exit(1)
    }
    // The help of ArgumentParser cannot be wrapped to less: it stops the program at 26 columns.
    setenv("COLUMNS", "\(max(40, CommonSettings.columns))", 1)
    let arguments = SharedOptions.afterCommand(Array(CommandLine.arguments.dropFirst()))
    if let refusal = MistypedCommand.refusal(of: arguments) {
      Output.complain(refusal)
      Glibc.exit(ExitCode.validationFailure.rawValue)
    }
    do {
      // The commonest start of all waits for nothing that takes arguments apart.
      if arguments.isEmpty {
        try CourseOpening().run()
      } else {
        var command = try parseAsRoot(arguments)
        try command.run()
      }
    } catch {
      let code = exitCode(for: error)
      if code.isSuccess { exit(withError: error) }
      let message = MistypedCommand.withoutUsage(fullMessage(for: error))
      if !message.isEmpty { Output.note(message) }
      Glibc.exit(code.rawValue)
    }
  }
}
