// SPDX-License-Identifier: MIT
import ArgumentParser
import Experiments
import Glibc
import LessonFormat
import Tutorial

/// What is said of arguments that cannot be meant.
enum MistypedCommand {
  /// Why arguments are refused before they are looked at closely: the first word is neither a command
  /// nor something to open, though it is close to a command, or help is asked for about no command.
  static func refusal(of arguments: [String]) -> String? {
    if arguments.first == "help", let name = arguments.dropFirst().first, !names.contains(name) {
      return "there is no command \(name)\(Suggestion.sentence(for: name, among: names))"
    }
    return arguments.first.flatMap { name in
      suggestion(for: name).map { "there is no command \(name)\($0)" }
    }
  }

  /// A message without the list of all options, which its last line tells how to get.
  static func withoutUsage(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("Usage: ") }.joined(separator: "\n")
  }

  private static let names =
    NNTutor.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]

  /// `; did you mean run?`, or `nil` where the word may be meant as it is.
  private static func suggestion(for word: String) -> String? {
    guard !word.hasPrefix("-"), !word.contains("/"), !names.contains(word), access(word, F_OK) != 0
    else { return nil }
    let near = Suggestion.sentence(for: word, among: names)
    return near.isEmpty || isChapter(word) ? nil : near
  }

  private static func isChapter(_ word: String) -> Bool {
    let course = (try? Curriculum(folder: LessonsFolder.find())).map { Course($0) }
    return course?.chapters.contains { [$0.label, $0.id.lowercased()].contains(word.lowercased()) }
      ?? false
  }
}
