// SPDX-License-Identifier: MIT
import ArgumentParser
import Experiments
import LessonFormat
import Tutorial

/// What the shell offers for an argument, read from the course that stands where lessons are found.
enum Completions {
  /// Chapters by number, as in `8.1`.
  static let chapters = CompletionKind.custom { _, _, _ in
    course?.chapters.map(\.label) ?? []
  }

  /// Experiments by name.
  static let experiments = CompletionKind.custom { _, _, _ in
    lessons.flatMap { $0.experiments.map(\.id) }
  }

  /// Hyperparameters of the experiment that is named before, as `noise=`; none for bash, which would
  /// break a word at its `=` and put a blank after it.
  static let settings = CompletionKind.custom { words, _, _ in
    if CompletionShell.requesting == .bash { return [] }
    let known = lessons.flatMap(\.experiments)
    let named = known.first { words.contains($0.id) }
    let rows = named?.kind.hyperparameters ?? HyperparameterTable.all
    return rows.map { "\($0.name)=" }
  }

  private static var course: Course? {
    (try? Curriculum(folder: LessonsFolder.find())).map { Course($0) }
  }

  private static var lessons: [Lesson] {
    (course?.chapters ?? []).compactMap { chapter in
      (try? LessonFile.read(chapter.file)).map { Lesson(parsing: $0, file: chapter.file) }
    }
  }
}
