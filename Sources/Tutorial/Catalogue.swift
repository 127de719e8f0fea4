// SPDX-License-Identifier: MIT
import LearnerRecords
import TerminalText
import Typesetting

/// A list of places, one of which is chosen and gone to.
enum Catalogue: Hashable, Sendable {
  /// The chapters, and the sections of the one at hand.
  case contents
  /// The bookmarks.
  case bookmarks
  /// The links of the chapter at hand.
  case links

  /// A line of the list, and where it leads.
  struct Row {
    var line: Line
    /// `nil` for a line that cannot be chosen.
    var target: Target?
  }

  /// Where a row leads.
  enum Target: Hashable {
    case chapter(Int)
    /// A section of the chapter at hand.
    case section(String)
    case bookmark(String)
    /// A link; its number tells it from others that lead to the same place.
    case link(String, number: Int)
  }

  /// The list's name on the bottom line, and its keys.
  var title: String {
    switch self {
    case .contents: "Contents   j k choose   Enter opens   Esc goes back"
    case .bookmarks: "Bookmarks   Enter opens   d deletes   Esc goes back"
    case .links: "Links   Enter follows   '' comes back   Esc goes back"
    }
  }
}

extension Session {
  /// The rows of a list, as the session stands.
  func rows(of catalogue: Catalogue) -> [Catalogue.Row] {
    switch catalogue {
    case .contents:
      ContentsPage.rows(of: course, workbook: workbook, glyphs: glyphs, width: size.columns)
    case .bookmarks:
      BookmarksPage.rows(
        of: memories.bookmarks, in: course, glyphs: glyphs, width: size.columns)
    case .links:
      workbook.map {
        LinksPage.rows(of: $0, in: course, glyphs: glyphs, width: size.columns)
      } ?? []
    }
  }

  /// Shows a list, the place at hand chosen.
  mutating func open(_ catalogue: Catalogue) {
    let rows = rows(of: catalogue)
    let section = currentHeading.flatMap { workbook?.headings[$0].anchor }
    let chapter = workbook?.chapter ?? 0
    if catalogue == .links {
      guard let workbook, !rows.isEmpty else {
        message = LinksPage.none
        mode = .reading
        return
      }
      let lines = workbook.lesson.blocks.indices.map(page.lines(ofBlock:))
      mode = .choosing(.links, row: LinksPage.first(from: pager.top, on: lines, of: workbook))
      return
    }
    let row =
      rows.firstIndex { $0.target == section.map(Catalogue.Target.section) && section != nil }
      ?? rows.firstIndex { $0.target == .chapter(chapter) }
      ?? rows.firstIndex { $0.target != nil }
    guard let row else {
      message = catalogue == .bookmarks ? BookmarksPage.none : "This course has no chapter"
      mode = .reading
      return
    }
    mode = .choosing(catalogue, row: row)
  }

  /// The first row on the screen, where some row is chosen.
  func firstRow(showing chosen: Int, of count: Int) -> Int {
    max(0, min(chosen - textHeight / 2, count - textHeight))
  }

  /// A key in a list of places.
  mutating func choose(_ key: Key, _ catalogue: Catalogue, row: Int) -> [Effect] {
    let rows = rows(of: catalogue)
    guard rows.indices.contains(row) else {
      mode = .reading
      return []
    }
    if takesDigit(key) { return [] }
    let times = takeCount()
    if case .mouse(let action, _, let place) = key {
      return choose(action, at: place, catalogue, rows, row)
    }
    if catalogue == .bookmarks, let effects = changeBookmarks(key, rows[row].target) {
      return effects
    }
    guard let action = KeyBindings.action(for: key) else {
      message = "Esc goes back to the page"
      return []
    }
    let step = max(1, textHeight / 2) * (times ?? 1)
    switch action {
    case .lineDown, .nextBlock: choose(row, by: times ?? 1, of: rows, catalogue)
    case .lineUp, .previousBlock: choose(row, by: -(times ?? 1), of: rows, catalogue)
    case .pageDown, .halfPageDown: choose(row, by: step, of: rows, catalogue)
    case .pageUp, .halfPageUp, .bestEpoch: choose(row, by: -step, of: rows, catalogue)
    case .top: choose(0, by: times ?? 0, of: rows, catalogue)
    case .bottom: choose(rows.count - 1, by: 0, of: rows, catalogue)
    case .search: return begin(.search)
    case .searchAgain, .searchBackwards:
      choose(row, matching: action == .searchAgain ? 1 : -1, of: rows, catalogue)
    case .command:
      mode = .reading
      return begin(.command)
    case .activate, .cursorRight: return go(to: rows[row].target)
    case .back, .quit, .contents, .bookmarks, .links, .interrupt, .cursorLeft: mode = .reading
    default: message = "Esc goes back to the page"
    }
    return []
  }

  /// Chooses the row some steps further on or back among those that lead somewhere.
  private mutating func choose(
    _ row: Int, by steps: Int, of rows: [Catalogue.Row], _ catalogue: Catalogue
  ) {
    let choices = rows.indices.filter { rows[$0].target != nil }
    guard !choices.isEmpty else { return }
    let place = choices.firstIndex { $0 >= row } ?? choices.count - 1
    let next = min(choices.count - 1, max(0, place + steps))
    mode = .choosing(catalogue, row: choices[next])
  }

  /// Chooses the next row, or the one before, where the text searched for stands.
  mutating func choose(
    _ row: Int, matching direction: Int, of rows: [Catalogue.Row], _ catalogue: Catalogue
  ) {
    let found = rows.indices.filter { index in
      rows[index].target != nil && !Page.matches(of: search.text, in: [rows[index].line]).isEmpty
    }
    guard let first = found.first, let last = found.last else {
      message =
        search.text.isEmpty
        ? "Nothing was searched for yet; / begins" : "'\(search.text)' is not here"
      return
    }
    let next =
      direction > 0 ? found.first { $0 > row } ?? first : found.last { $0 < row } ?? last
    mode = .choosing(catalogue, row: next)
  }

  private mutating func choose(
    _ action: MouseAction, at place: Int, _ catalogue: Catalogue, _ rows: [Catalogue.Row],
    _ row: Int
  ) -> [Effect] {
    switch action {
    case .scrollUp: choose(row, by: -3, of: rows, catalogue)
    case .scrollDown: choose(row, by: 3, of: rows, catalogue)
    case .press:
      let index = firstRow(showing: row, of: rows.count) + place
      return rows.indices.contains(index) ? go(to: rows[index].target) : []
    }
    return []
  }

  private mutating func go(to target: Catalogue.Target?) -> [Effect] {
    switch target {
    case .chapter(let index): return go(toChapter: index, at: .lastPlace)
    case .section(let anchor): return go(toChapter: workbook?.chapter ?? 0, at: .anchor(anchor))
    case .bookmark(let name):
      mode = .reading
      return memories.bookmark(named: name).map { go(to: $0.place) } ?? []
    case .link(let target, _):
      mode = .reading
      if target.contains(":") {
        message = "It leads out of the course: \(target)"
        return []
      }
      return follow(target)
    case nil: return []
    }
  }
}
