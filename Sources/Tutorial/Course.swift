// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import Training

/// The chapters of a course with their titles, and how far a learner is with each.
public struct Course: Sendable {
  /// One chapter.
  public struct Chapter: Sendable {
    /// The number that learners see, as in `8.1`.
    public var label: String
    /// The part's name.
    public var part: String
    /// The part's number.
    public var partNumber: Int
    /// The lesson's id.
    public var id: String
    /// The lesson's title.
    public var title: String
    /// The lesson's file.
    public var file: String
    /// Why it cannot be read, where it cannot.
    public var problem: String?
    /// Whether a new learner begins here.
    public var isStart = false
    /// How far the learner is.
    public var progress: Progress = .unread

    /// Makes a chapter.
    public init(
      label: String, part: String, partNumber: Int, id: String, title: String, file: String,
      problem: String? = nil
    ) {
      self.label = label
      self.part = part
      self.partNumber = partNumber
      self.id = id
      self.title = title
      self.file = file
      self.problem = problem
    }
  }

  /// How far a learner is with a chapter.
  public enum Progress: Hashable, Sendable {
    /// Never opened.
    case unread
    /// Opened.
    case begun
    /// Read to its end.
    case finished
  }

  /// The chapters, in order.
  public var chapters: [Chapter]

  /// Makes a course.
  public init(chapters: [Chapter]) { self.chapters = chapters }

  /// The course of a folder, each chapter's title read from its file.
  public init(_ curriculum: Curriculum) {
    let found = curriculum.chapters
    chapters = concurrentMap(count: found.count) { index in
      let chapter = found[index]
      var made = Chapter(
        label: chapter.label, part: chapter.partName, partNumber: chapter.part, id: chapter.name,
        title: chapter.name, file: chapter.file)
      do throws(LessonError) {
        (made.id, made.title, made.isStart) = try chapter.summary()
      } catch {
        made.problem = "\(error)"
      }
      return made
    }.compactMap { $0 }
  }

  /// Takes in how far the learner is with each chapter.
  public mutating func take(_ progress: [LessonProgress]) {
    for index in chapters.indices {
      let known = progress.first { $0.lesson == chapters[index].id }
      chapters[index].progress = known.map { $0.isFinished ? .finished : .begun } ?? .unread
    }
  }

  /// The index of the chapter meant by a number, an id, a file or words of its title.
  ///
  /// - Throws: `CommandError` where there is none.
  public func chapter(_ key: String) throws(CommandError) -> Int {
    if let index = exactChapter(key) { return index }
    let wanted = key.lowercased()
    if let index = chapters.firstIndex(where: { $0.title.lowercased().contains(wanted) }) {
      return index
    }
    let near = Suggestion.sentence(for: key, among: chapters.flatMap { [$0.label, $0.id] })
    throw CommandError("there is no chapter or section '\(key)'\(near)")
  }

  /// The id of the lesson that is to be forgotten, by its number or id alone: words of a title may
  /// mean another one.
  ///
  /// - Throws: `CommandError` where there is none.
  public func lessonToReset(_ key: String) throws(CommandError) -> String {
    if let index = exactChapter(key) { return chapters[index].id }
    let names = chapters.flatMap { [$0.label, $0.id] } + ["all"]
    let near = Suggestion.sentence(for: key, among: names)
    throw CommandError("there is no lesson '\(key)' to reset\(near); name its number, or all")
  }

  private func exactChapter(_ key: String) -> Int? {
    let wanted = key.lowercased()
    let tests: [(Chapter) -> Bool] = [
      { $0.label == wanted }, { $0.id.lowercased() == wanted }, { $0.file == key },
      { $0.file.hasSuffix("/\(key)") },
    ]
    for test in tests {
      if let index = chapters.firstIndex(where: test) { return index }
    }
    return nil
  }
}
