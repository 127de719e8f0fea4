// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// Lists and tables that stand before the page until a key sends them away.
extension Session {
  /// Shows lines before the page.
  mutating func showNotice(_ title: String, _ lines: [Line]) {
    var pager = Pager()
    pager.fit(count: lines.count, height: textHeight)
    mode = .notice(title: title, lines, pager)
  }

  /// A key while they are shown.
  mutating func readNotice(_ key: Key, _ title: String, _ lines: [Line], _ state: Pager) -> [Effect]
  {
    var pager = state
    pager.fit(count: lines.count, height: textHeight)
    switch KeyBindings.action(for: key) {
    case .lineDown: pager.move(by: 1)
    case .lineUp: pager.move(by: -1)
    case .pageDown:
      if pager.isAtEnd { return closeNotice() }
      pager.movePages(by: 1)
    case .pageUp: pager.movePages(by: -1)
    case .halfPageDown: pager.move(by: pager.height / 2)
    case .halfPageUp: pager.move(by: -pager.height / 2)
    case .top: pager.move(to: 0)
    case .bottom: pager.move(to: .max)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .back, .quit, .activate, .help, .interrupt: return closeNotice()
    default:
      if case .mouse(let action, _, _) = key {
        pager.move(by: action == .scrollUp ? -3 : action == .scrollDown ? 3 : 0)
      } else {
        message = "Esc goes back to the page"
      }
    }
    mode = .notice(title: title, lines, pager)
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
    _ title: String, _ lines: [Line], drawing request: ExperimentRequest?
  ) -> [Effect] {
    guard let request, request.refusal == nil, running == nil else {
      showNotice(title, lines)
      return []
    }
    lastSerial += 1
    let ticket = RunTicket(serial: lastSerial, experiment: request.experiment, purpose: .show)
    drawing = ticket
    showNotice(title, lines + [Line(), Line("Computing the charts again ...", Style(.faint))])
    return [.run(ticket, request, isImmediate: request.isCheap)]
  }

  /// Earlier runs were computed again: their charts take the place of the last line.
  mutating func drawn(_ ticket: RunTicket, _ report: ExperimentReport?) {
    guard ticket == drawing, case .notice(let title, let lines, var pager) = mode else { return }
    drawing = nil
    let text = report.map { RunText($0, glyphs: glyphs, width: size.columns) }
    let all = lines.dropLast() + (text?.charts(height: max(10, min(20, textHeight))) ?? [])
    pager.fit(count: all.count, height: textHeight)
    mode = .notice(title: title, Array(all), pager)
  }

  /// A key in the list of chapters.
  mutating func chooseChapter(_ key: Key, _ chosen: Int) -> [Effect] {
    let last = max(0, course.chapters.count - 1)
    var next = chosen
    switch KeyBindings.action(for: key) {
    case .lineDown, .nextBlock: next = min(last, chosen + 1)
    case .lineUp, .previousBlock: next = max(0, chosen - 1)
    case .pageDown, .halfPageDown: next = min(last, chosen + textHeight / 2)
    case .pageUp, .halfPageUp: next = max(0, chosen - textHeight / 2)
    case .top: next = 0
    case .bottom: next = last
    case .activate, .cursorRight: return go(toChapter: chosen, at: .lastPlace)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .back, .quit, .contents, .interrupt, .cursorLeft:
      mode = .reading
      return []
    default:
      if case .mouse(.scrollUp, _, _) = key { next = max(0, chosen - 1) }
      if case .mouse(.scrollDown, _, _) = key { next = min(last, chosen + 1) }
      if case .mouse(.press, _, let row) = key,
        let picked = ContentsPage.chapter(atRow: row, of: contentsPage)
      {
        if picked == chosen { return go(toChapter: chosen, at: .lastPlace) }
        next = picked
      }
    }
    mode = .contents(chosen: next)
    return []
  }

  /// The contents as they are shown now.
  var contentsPage: ContentsPage.Rows {
    ContentsPage.rows(of: course, glyphs: glyphs, width: size.columns)
  }
}
