// SPDX-License-Identifier: MIT
import Experiments
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
    case .pageDown where notice.pager.isAtEnd: return closeNotice()
    case .search: return begin(.search)
    case .searchAgain, .searchBackwards:
      let steps = (times ?? 1) * (action == .searchAgain ? 1 : -1)
      message = notice.search.go(by: steps, in: &notice.pager)
      mode = .notice(notice)
    case .command:
      let effects = closeNotice()
      return effects + begin(.command)
    case .back where notice.search.isLit:
      notice.search.putOut()
      mode = .notice(notice)
    case .back, .quit, .activate, .help, .interrupt: return closeNotice()
    default:
      if !notice.pager.move(action, times: times) { message = "Esc goes back to the page" }
      mode = .notice(notice)
    }
    return []
  }

  private mutating func closeNotice() -> [Effect] {
    mode = .reading
    defer { drawing = nil }
    return drawing == nil ? [] : [.cancel]
  }

  /// Shows what the record keeps of earlier runs, and draws their charts under it: they are computed
  /// again, to the same numbers.
  mutating func showRuns(
    _ title: String, drawing request: ExperimentRequest?,
    _ content: @escaping @Sendable (_ width: Int, _ glyphs: GlyphSet) -> [Line]
  ) -> [Effect] {
    guard let request, request.refusal == nil, running == nil else {
      showNotice(title, content)
      return []
    }
    lastSerial += 1
    let ticket = RunTicket(serial: lastSerial, experiment: request.experiment, purpose: .show)
    drawing = ticket
    showNotice(title) {
      content($0, $1) + [Line(), Line("Computing the charts again ...", Style(.faint))]
    }
    return [.run(ticket, request, isImmediate: request.isCheap)]
  }

  /// Earlier runs were computed again: their charts take the place of the last line.
  mutating func drawn(_ ticket: RunTicket, _ report: ExperimentReport?) {
    guard ticket == drawing, case .notice(let waiting) = mode else { return }
    drawing = nil
    let height = max(10, min(20, textHeight))
    var notice = Notice(waiting.title) { width, glyphs in
      let text = report.map { RunText($0, glyphs: glyphs, width: width) }
      return waiting.content(width, glyphs).dropLast() + (text?.charts(height: height) ?? [])
    }
    notice.search = waiting.search
    notice.fit(size, height: textHeight, glyphs: glyphs)
    notice.pager.move(to: waiting.pager.top)
    mode = .notice(notice)
  }
}
