// SPDX-License-Identifier: MIT

/// The chapters of a course, in order.
///
/// A course is a folder with one folder a part and one file a chapter:
/// `08-growing-pains/01-overfitting.md` is chapter 8.1. Finding the chapters reads no lesson; each is
/// read when it is asked for.
public struct Curriculum: Hashable, Sendable {
  /// One chapter.
  public struct Chapter: Hashable, Sendable {
    /// The part's number; 0 where it has none.
    public var part: Int
    /// The chapter's number within its part; 0 where it has none.
    public var number: Int
    /// The part's name, from its folder: `growing-pains`.
    public var partName: String
    /// The chapter's name, from its file: `overfitting`.
    public var name: String
    /// The file.
    public var file: String
  }

  /// The folder, or the single file, as it was named.
  public var path: String
  /// The chapters, in order.
  public var chapters: [Chapter]

  /// Makes a course of files, in the order of their numbers and names.
  public init(path: String, files: [String]) {
    self.path = path
    let known = files.map(Chapter.init(file:))
    chapters = known.sorted {
      ($0.part, $0.partName, $0.number, $0.name) < ($1.part, $1.partName, $1.number, $1.name)
    }
  }

  /// Finds the chapters of a folder, or takes a single file as a course of one chapter.
  ///
  /// - Throws: `LessonError` where there is no such place, or no lesson in it.
  public init(folder path: String) throws(LessonError) {
    guard let isFolder = LessonFile.isFolder(path) else {
      throw LessonError(
        path,
        path.hasSuffix(".md")
          ? "there is no such lesson"
          : "there is no such folder of lessons; name one with --lessons"
      )
    }
    guard isFolder else {
      self.init(path: path, files: [path])
      return
    }
    let base = path.hasSuffix("/") ? String(path.dropLast()) : path
    var files: [String] = []
    for name in try LessonFile.names(in: path) {
      let inner = "\(base)/\(name)"
      if LessonFile.isFolder(inner) == true {
        let names = try LessonFile.names(in: inner)
        files += names.filter { $0.hasSuffix(".md") }.map { "\(inner)/\($0)" }
      } else if name.hasSuffix(".md") {
        files.append(inner)
      }
    }
    if files.isEmpty {
      throw LessonError(
        path, "there is no lesson in it; a lesson is a file like 01-part/01-chapter.md")
    }
    self.init(path: path, files: files)
  }

  /// The chapter of a number such as `8.1`, of a name, or of a file.
  public func chapter(_ key: String) -> Chapter? {
    chapters.first { $0.label == key } ?? chapters.first { $0.name == key }
      ?? chapters.first { $0.file == key || $0.file.hasSuffix("/" + key) }
  }
}

extension Curriculum.Chapter {
  /// Reads the numbers and names out of a path.
  init(file: String) {
    let parts = file.split(separator: "/").map(String.init)
    let folder = parts.count > 1 ? parts[parts.count - 2] : ""
    part = Self.leadingNumber(of: folder)
    number = Self.leadingNumber(of: parts.last ?? "")
    partName = Lesson.name(ofFile: folder)
    name = Lesson.name(ofFile: file)
    self.file = file
  }

  /// The number that learners see: `8.1`; a lesson outside a part is its name.
  public var label: String { part == 0 && number == 0 ? name : "\(part).\(number)" }

  /// Reads the lesson.
  ///
  /// - Throws: `LessonError` where the file cannot be read.
  public func lesson() throws(LessonError) -> Lesson {
    Lesson(parsing: try LessonFile.read(file), file: file)
  }

  /// Reads the title, the name and whether a new learner begins here out of the front matter alone.
  ///
  /// - Throws: `LessonError` where the file cannot be read.
  public func summary() throws(LessonError) -> (id: String, title: String, isStart: Bool) {
    let source = SourceText(try LessonFile.read(file).prefix(Self.frontMatterSize))
    let front = FrontMatter(source, file: file)
    return (front.id ?? name, front.title ?? name, front.isStart)
  }

  /// In how many bytes of a file its front matter is looked for, where the rest is not wanted.
  private static let frontMatterSize = 64 * 1024

  private static func leadingNumber(of name: String) -> Int {
    Int(name.prefix { $0.isASCII && $0.isNumber }) ?? 0
  }
}
