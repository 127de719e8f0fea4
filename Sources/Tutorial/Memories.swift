// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords

/// What the record knows of a learner's ways, beyond what was done in the lessons.
public struct Memories: Sendable {
  /// The marks by their letters.
  public var marks: [Character: ReadingPlace]
  /// The bookmarks, in the order in which they were set.
  public var bookmarks: [Bookmark]
  /// The commands typed, oldest first.
  public var commands: [String]
  /// The texts searched for, oldest first.
  public var searches: [String]
  /// How far the learner is in the lessons that were opened.
  public var progress: [LessonProgress]

  /// What is known; nothing unless said otherwise.
  public init(
    marks: [Character: ReadingPlace] = [:], bookmarks: [Bookmark] = [], commands: [String] = [],
    searches: [String] = [], progress: [LessonProgress] = []
  ) {
    self.marks = marks
    self.bookmarks = bookmarks
    self.commands = commands
    self.searches = searches
    self.progress = progress
  }

  /// What a record knows.
  public init(_ record: LearnerRecord) {
    marks = (try? record.marks()) ?? [:]
    bookmarks = (try? record.bookmarks()) ?? []
    commands = (try? record.typedLines(.command)) ?? []
    searches = (try? record.typedLines(.search)) ?? []
    progress = (try? record.progress()) ?? []
  }

  /// The lines typed for a purpose, oldest first.
  subscript(kind: TypedLineKind) -> [String] {
    get { kind == .command ? commands : searches }
    set { if kind == .command { commands = newValue } else { searches = newValue } }
  }
}

extension Memories {
  /// The bookmark of a name; capitals do not matter.
  func bookmark(named name: String) -> Bookmark? {
    let wanted = name.lowercased()
    return bookmarks.first { $0.name.lowercased() == wanted }
  }

  /// Sets a bookmark; one of the same name moves.
  mutating func set(_ bookmark: Bookmark) {
    if let index = bookmarks.firstIndex(where: { $0.name == bookmark.name }) {
      bookmarks[index] = bookmark
    } else {
      bookmarks.append(bookmark)
    }
  }

  /// Takes a bookmark away.
  ///
  /// - Returns: The bookmark that was there.
  /// - Throws: `CommandError` where there is none of the name.
  mutating func removeBookmark(named name: String) throws(CommandError) -> Bookmark {
    guard let found = bookmark(named: name) else {
      let near = Suggestion.sentence(for: name, among: bookmarks.map(\.name))
      throw CommandError("there is no bookmark '\(name)'\(near); bookmarks lists them")
    }
    bookmarks.removeAll { $0 == found }
    return found
  }
}

extension Bookmark {
  /// Refuses the number or the name of a chapter, where `goto` leads already.
  func checkName(in course: Course) throws(CommandError) {
    let taken = course.chapters.contains { [$0.label, $0.id].contains(name.lowercased()) }
    if taken { throw CommandError("\(name) is a chapter; give the bookmark another name") }
  }
}
