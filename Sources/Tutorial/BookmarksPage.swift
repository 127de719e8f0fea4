// SPDX-License-Identifier: MIT
import LearnerRecords
import TerminalText

/// The learner's bookmarks as a list.
enum BookmarksPage {
  /// What is said where there is none.
  static let none = "You have no bookmark yet; :bookmark NAME sets one here"

  /// A row a bookmark: its name, the chapter, the section.
  static func rows(
    of bookmarks: [Bookmark], in course: Course, glyphs: GlyphSet, width: Int
  ) -> [Catalogue.Row] {
    let names = bookmarks.map { displayableText($0.name, glyphs: glyphs) }
    let column = min(width / 2, (names.map(\.displayWidth).max() ?? 0) + 3)
    return zip(bookmarks, names).map { bookmark, name in
      let chapter = course.chapters.first { $0.id == bookmark.place.lesson }
      var line = Line("  \(name)", Style(.key, emphasis: .bold))
        .clipped(to: column, glyphs: glyphs).padded(to: column)
      line.append(" ")
      line.append(Line(chapter?.label ?? bookmark.place.lesson, Style(.label)).padded(to: 6))
      line.append(
        displayableText(
          bookmark.place.anchor.split(separator: "-").joined(separator: " "), glyphs: glyphs))
      return .init(
        line: line.clipped(to: width, glyphs: glyphs), target: .bookmark(bookmark.name))
    }
  }
}
