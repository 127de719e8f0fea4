// SPDX-License-Identifier: MIT
import ArgumentParser
import Experiments
import Glibc
import LessonFormat
import Tutorial

/// A first word that is neither a command nor something to open, though it is close to a command.
enum MistypedCommand {
  /// `; did you mean run?`, or `nil` where the word may be meant as it is.
  static func suggestion(for word: String) -> String? {
    let names =
      NNTutor.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
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
