// SPDX-License-Identifier: MIT

/// Commands that lead out of the lesson at hand: to another chapter or to another course.
extension Session {
  /// `open PATH`: a chapter, a lesson file, or a folder of lessons.
  mutating func open(_ path: String?) -> [Effect] {
    if let path, !path.contains("/"), !path.hasSuffix(".md"),
      let chapter = try? course.chapter(path)
    {
      return go(toChapter: chapter, at: .lastPlace)
    }
    return [.openCourse(path)]
  }

  /// Another course was found: the place in this one is kept, and its first chapter opened.
  mutating func use(_ course: Course) -> [Effect] {
    let effects = keepPlace() + [.cancel]
    (self.course, workbook, focus, mode) = (course, nil, nil, .reading)
    layOut()
    return effects + [.open(chapter: course.start, .lastPlace)]
  }

  /// Does a command in the chapter of the experiment that it names.
  mutating func goOn(with command: Command, in found: Result<Int, CommandError>) -> [Effect] {
    switch found {
    case .success(let chapter):
      pending = [command]
      return go(toChapter: chapter, at: .lastPlace)
    case .failure(let error):
      message = error.message
      return []
    }
  }

  /// `quiz 8.6`: the questions of a chapter, which is opened for them.
  mutating func openQuiz(
    ofLesson name: String?, again: Bool
  ) throws(CommandError) -> [Effect] {
    if let name, workbook?.quizzes[name] != nil { return try openQuiz(named: name, again: again) }
    guard let name, case let chapter = try course.chapter(name), chapter != workbook?.chapter
    else { return try openQuiz(named: nil, again: again) }
    pending = [.quiz(lesson: nil, again: again)]
    return go(toChapter: chapter, at: .lastPlace)
  }

  /// What was to be done once the lesson is open.
  mutating func performPending() -> [Effect] {
    let commands = pending
    pending = []
    return commands.flatMap { perform($0) }
  }
}

extension Course {
  /// Where a link of a chapter leads: `#anchor`, `file.md`, `file.md#anchor`.
  ///
  /// - Returns: The chapter, `nil` where the course has none of that file, and the heading.
  func destination(of link: String, in chapter: Int) -> (chapter: Int?, anchor: String?) {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count > 1 ? String(parts[1]) : nil
    guard let name = parts[0].split(separator: "/").last else { return (chapter, anchor) }
    return (chapters.firstIndex { $0.file.hasSuffix("/\(name)") }, anchor)
  }

  /// The chapter that a new learner begins with.
  public var start: Int { chapters.firstIndex { $0.isStart } ?? 0 }

  /// The files that words of `check` mean: chapters, files or folders, `all`; for no word one file.
  func filesToCheck(_ words: [String], orElse file: String?) throws(CommandError) -> [String] {
    if words.isEmpty {
      guard let file else { throw CommandError("no chapter is open; check all checks the course") }
      return [file]
    }
    if words == ["all"] { return chapters.map(\.file) }
    return try words.map { word throws(CommandError) in
      if word.contains("/") || word.hasSuffix(".md") { return word }
      return chapters[try chapter(word)].file
    }
  }

  /// An errand to write a lab notebook.
  func export(
    lesson: String?, _ format: ExportFormat, file: String, replaces: Bool
  ) throws(CommandError) -> Errand {
    let index = try lesson.map { name throws(CommandError) in try chapter(name) }
    return .export(chapter: index, format, file: file, replaces: replaces)
  }
}
