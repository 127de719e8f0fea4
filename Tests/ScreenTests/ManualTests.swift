// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// The manual page against the program's own description of its commands.
struct ManualTests {
  /// A command as the program describes it.
  private struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        var kind, name: String
      }
      var names: [Name]?
      var allValues: [String]?
      var shouldDisplay: Bool
    }
    var commandName: String
    var subcommands: [Command]?
    var arguments: [Argument]?
  }

  private struct Description: Decodable {
    var command: Command
  }

  /// What the manual says, without the marks of its lines.
  private func manual() throws -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Documentation/nntutor.1")
    return try String(contentsOf: file, encoding: .utf8)
  }

  private func described() throws -> Command {
    let output = try ProgramRun(["--experimental-dump-help"])
    return try JSONDecoder().decode(Description.self, from: Data(output.text.utf8)).command
  }

  @Test func `Every command has its entry`() throws {
    let manual = try manual()
    let commands = try described().subcommands ?? []
    #expect(commands.count > 10)
    for command in commands {
      #expect(
        manual.contains("\n.It Cm \(command.commandName)\n")
          || manual.contains("\n.It Cm \(command.commandName) "),
        "\(command.commandName) is missing")
    }
  }

  @Test func `Every option and every value of it is named`() throws {
    let manual = try manual()
    let root = try described()
    for command in [root] + (root.subcommands ?? []) {
      for argument in command.arguments ?? [] where argument.shouldDisplay {
        for name in argument.names ?? [] where name.kind == "long" {
          #expect(manual.contains(" -\(name.name)"), "\(command.commandName) --\(name.name)")
        }
        for value in argument.allValues ?? [] {
          #expect(manual.contains(value), "\(command.commandName): \(value)")
        }
      }
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `The shell is told every command`(shell: String) throws {
    let script = try ProgramRun(["--generate-completion-script", shell])
    #expect(script.status == 0)
    for command in try described().subcommands ?? [] {
      #expect(script.text.contains(command.commandName))
    }
  }
}
