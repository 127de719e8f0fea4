// SPDX-License-Identifier: MIT
import LearnerRecords

extension Session {
  /// `bookmark NAME`: names the place at the top of the screen; without a name, by its section.
  mutating func bookmark(_ name: String?) throws(CommandError) -> [Effect] {
    guard let place = placeNow, let workbook else { throw CommandError("no chapter is open") }
    let section = currentHeading.map { workbook.headings[$0].title }
    let bookmark = Bookmark(name: name ?? section ?? workbook.lesson.title, place: place)
    try bookmark.checkName(in: course)
    memories.set(bookmark)
    message = "Bookmarked as \(bookmark.name); B lists the bookmarks"
    return [.record(.bookmark(bookmark), nil)]
  }

  /// `unbookmark NAME`.
  mutating func removeBookmark(_ name: String) throws(CommandError) -> [Effect] {
    let removed = try memories.removeBookmark(named: name)
    removedBookmarks.append(removed)
    message = "The bookmark \(removed.name) is gone"
    return [.record(.bookmarkRemoved(name: removed.name), nil)]
  }

  /// In the list of bookmarks `d` deletes the one chosen and `u` brings the last back; `nil` for a
  /// key that does neither.
  mutating func changeBookmarks(_ key: Key, _ target: Catalogue.Target?) -> [Effect]? {
    switch key {
    case "d", "x", .delete:
      guard case .bookmark(let name) = target, let effects = try? removeBookmark(name) else {
        return []
      }
      keepChoice()
      let isListed = if case .choosing = mode { true } else { false }
      message = "The bookmark \(name) is gone" + (isListed ? "; u brings it back" : "")
      return effects
    case "u":
      guard let bookmark = removedBookmarks.popLast() else {
        message = "No bookmark was deleted"
        return []
      }
      memories.set(bookmark)
      message = "The bookmark \(bookmark.name) is there again"
      return [.record(.bookmark(bookmark), nil)]
    default: return nil
    }
  }

  /// Keeps the choice within a list that became shorter, or leaves an empty one.
  private mutating func keepChoice() {
    guard case .choosing(let catalogue, let row) = mode else { return }
    let count = rows(of: catalogue).count
    mode = count == 0 ? .reading : .choosing(catalogue, row: min(row, count - 1))
  }
}
