// SPDX-License-Identifier: MIT
import TerminalText
import Typesetting

/// Lines that stand before the page until a key sends them away: help, history, tables.
struct Notice: Sendable {
  /// What is shown, in a few words.
  let title: String
  /// The lines at a width; they are asked for again where the screen has another size.
  let content: @Sendable (_ width: Int, _ glyphs: GlyphSet) -> [Line]
  /// The lines as they are shown.
  private(set) var lines: [Line] = []
  /// What of them is on the screen.
  var pager = Pager()
  /// What is searched for in them.
  var search = Search()

  init(_ title: String, _ content: @escaping @Sendable (Int, GlyphSet) -> [Line]) {
    self.title = title
    self.content = content
  }

  /// Lays the lines out for a screen.
  mutating func fit(_ size: Size, height: Int, glyphs: GlyphSet) {
    lines = content(size.columns, glyphs)
    pager.fit(count: lines.count, height: height)
    find()
  }

  /// Looks for the searched text anew.
  mutating func find() {
    let lines = self.lines
    search.find { Page.matches(of: $0, in: lines) }
  }

  /// The lines on the screen, with every match lit.
  var visibleLines: [Line] { pager.visible.map { search.lit(lines[$0], number: $0) } }
}

extension Session {
  /// Shows lines before the page.
  mutating func showNotice(
    _ title: String, _ content: @escaping @Sendable (_ width: Int, _ glyphs: GlyphSet) -> [Line]
  ) {
    var notice = Notice(title, content)
    notice.fit(size, height: textHeight, glyphs: glyphs)
    mode = .notice(notice)
  }

  /// A key while they are shown.
  mutating func readNotice(_ key: Key, _ state: Notice) -> [Effect] {
    if takesDigit(key) { return [] }
    var notice = state
    let times = takeCount()
    if case .mouse(let action, _, _) = key {
      notice.pager.move(by: action == .scrollUp ? -3 : action == .scrollDown ? 3 : 0)
      mode = .notice(notice)
      return []
    }
    guard let action = KeyBindings.action(for: key) else {
      message = "Esc goes back to the page"
      return []
    }
    switch action {
    case .pageDown where notice.pager.isAtEnd: mode = .reading
    case .search: return begin(.search)
    case .searchAgain, .searchBackwards:
      let steps = (times ?? 1) * (action == .searchAgain ? 1 : -1)
      message = notice.search.go(by: steps, in: &notice.pager)
      mode = .notice(notice)
    case .command:
      mode = .reading
      return begin(.command)
    case .back where notice.search.isLit:
      notice.search.putOut()
      mode = .notice(notice)
    case .back, .quit, .activate, .help, .interrupt: mode = .reading
    default:
      if !notice.pager.move(action, times: times) { message = "Esc goes back to the page" }
      mode = .notice(notice)
    }
    return []
  }
}
