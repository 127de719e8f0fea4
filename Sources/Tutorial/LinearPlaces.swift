// SPDX-License-Identifier: MIT
import LearnerRecords
import TerminalText

/// Bookmarks, the theme and reloading in the linear notebook.
extension LinearNotebook {
  /// `bookmark NAME`: names the section that was printed last; without a name, by its title.
  mutating func bookmark(_ name: String?) throws(CommandError) -> [Effect] {
    guard let workbook else { throw CommandError("no chapter is open; goto 8.1 opens one") }
    let sections = self.sections
    guard sections.indices.contains(max(0, section)) else {
      throw CommandError("this chapter has no section")
    }
    let here = sections[max(0, section)]
    let place = ReadingPlace(lesson: workbook.lesson.id, anchor: here.anchor, offset: 0)
    let bookmark = Bookmark(name: name ?? here.title, place: place)
    try bookmark.checkName(in: course)
    memories.set(bookmark)
    return [
      .say(wrapped("Bookmarked as \(bookmark.name). goto \(bookmark.name) comes back here.")),
      .record(.bookmark(bookmark), nil),
    ]
  }

  /// `bookmarks`.
  func listBookmarks() -> [Effect] {
    let rows = BookmarksPage.rows(
      of: memories.bookmarks, in: course, glyphs: .ascii, width: width)
    let none = wrapped("You have no bookmark yet. bookmark NAME sets one here.")
    return [.say(rows.isEmpty ? none : rows.map(\.line))]
  }

  /// Opens the lesson of a bookmark at its section.
  mutating func go(to place: ReadingPlace) throws(CommandError) -> [Effect] {
    if workbook?.lesson.id == place.lesson,
      let index = sections.firstIndex(where: { $0.anchor == place.anchor })
    {
      return read(index)
    }
    guard let chapter = course.chapters.firstIndex(where: { $0.id == place.lesson }) else {
      throw CommandError("the chapter of that place is not in this course")
    }
    pending = [.next]
    return [.open(chapter: chapter, .anchor(place.anchor))]
  }

  /// `open PATH`: a chapter, a lesson file, or a folder of lessons.
  mutating func open(_ path: String?) throws(CommandError) -> [Effect] {
    if let path, !path.contains("/"), !path.hasSuffix(".md"), (try? course.chapter(path)) != nil {
      return try go(to: path)
    }
    return [.openCourse(path)]
  }

  /// `quiz 8.6`: the questions of a chapter, which is opened for them.
  mutating func ask(ofLesson name: String?, again: Bool) throws(CommandError) -> [Effect] {
    guard let name, case let chapter = try course.chapter(name), chapter != workbook?.chapter
    else { return try askFirst(again: again) }
    pending = [.quiz(lesson: nil, again: again)]
    return [.open(chapter: chapter, .lastPlace)]
  }

  /// `theme NAME`.
  mutating func choose(_ chosen: Theme?) -> [Effect] {
    guard let chosen else {
      return [.say(wrapped("The theme is \(theme.rawValue); themes are \(Theme.names)."))]
    }
    theme = chosen
    return [
      .useTheme(chosen), .record(.setting(name: Theme.settingName, value: chosen.rawValue), nil),
      .say(wrapped("The theme is \(chosen.rawValue) from now on.")),
    ]
  }

  /// `reload`: the lesson's file again, and the section at hand.
  mutating func reload() -> [Effect] {
    guard let workbook else { return complain("no chapter is open; goto 8.1 opens one") }
    let sections = self.sections
    guard sections.indices.contains(section) else {
      return [.open(chapter: workbook.chapter, .top)]
    }
    pending = [.next]
    return [.open(chapter: workbook.chapter, .anchor(sections[section].anchor))]
  }
}
