// SPDX-License-Identifier: MIT
import LessonFormat

extension Session {
  /// A key while reading.
  mutating func read(_ key: Key) -> [Effect] {
    if case .character(let character) = key, let digit = character.wholeNumberValue,
      character.isASCII, digit > 0 || count != nil
    {
      count = min(1_000_000, (count ?? 0) * 10 + digit)
      return []
    }
    let times = count
    count = nil
    if case .mouse(let action, _, let row) = key { return mouse(action, row: row) }
    guard let action = KeyBindings.action(for: key) else {
      if case .paste = key { return [] }
      message = "That key does nothing here; ? shows the keys"
      return []
    }
    return perform(action, times: times)
  }

  private mutating func perform(_ action: Action, times: Int?) -> [Effect] {
    let number = times ?? 1
    switch action {
    case .lineDown: return scroll { $0.move(by: number) }
    case .lineUp: return scroll { $0.move(by: -number) }
    case .pageDown: return turnPage(number)
    case .pageUp:
      if times == nil, let id = focusedExperiment, hasChart(id) {
        return lookAtChart(.bestEpoch, id)
      }
      return scroll { $0.movePages(by: -number) }
    case .halfPageDown: return scroll { $0.move(by: max(1, $0.height / 2) * number) }
    case .halfPageUp: return scroll { $0.move(by: -max(1, $0.height / 2) * number) }
    case .top: return jump { $0.move(to: (times ?? 1) - 1) }
    case .bottom: return jump { $0.move(to: times.map { $0 - 1 } ?? .max) }
    case .nextSection: return section(by: number)
    case .previousSection: return section(by: -number)
    case .nextChapter: return chapter(by: number)
    case .previousChapter: return chapter(by: -number)
    case .contents: mode = .contents(chosen: workbook?.chapter ?? 0)
    case .search: mode = .typing(.search, LineEditor())
    case .searchAgain: findNext(forward: true)
    case .searchBackwards: findNext(forward: false)
    case .setMark: mode = .naming(.set)
    case .goToMark: mode = .naming(.goTo)
    case .position: message = positionText
    case .nextBlock: return moveFocus(by: 1)
    case .previousBlock: return moveFocus(by: -1)
    case .activate, .edit, .defaults, .undo, .redo, .pin, .clearPins, .hint, .cursorLeft,
      .cursorRight, .bestEpoch, .zoomIn, .zoomOut, .showAll, .nextSeries, .nextPicture,
      .previousPicture, .logarithmic, .numbers:
      return performOnBlock(action)
    case .command: mode = .typing(.command, LineEditor(history: commandHistory))
    case .help: showNotice("Keys", HelpPage.keys(width: size.columns, glyphs: glyphs))
    case .openEditor: return openEditor()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .interrupt:
      if running != nil { return [.cancel] }
      mode = .confirmingQuit
    case .back: return back()
    case .quit: return leave()
    }
    return []
  }

  private mutating func scroll(_ move: (inout Pager) -> Void) -> [Effect] {
    let old = pager.top
    move(&pager)
    if pager.top == old { message = pager.isAtEnd ? "(END)  > goes on to the next chapter" : "" }
    return finishedIfAtEnd()
  }

  /// Space at the end of a chapter goes on to the next, so that one key reads the whole course.
  private mutating func turnPage(_ number: Int) -> [Effect] {
    scroll { $0.movePages(by: number) }
  }

  private mutating func jump(_ move: (inout Pager) -> Void) -> [Effect] {
    leaveMark()
    move(&pager)
    return finishedIfAtEnd()
  }

  /// Marks the chapter as read once its end was on the screen.
  private mutating func finishedIfAtEnd() -> [Effect] {
    guard pager.isAtEnd, let workbook, course.chapters.indices.contains(workbook.chapter),
      course.chapters[workbook.chapter].progress != .finished
    else { return [] }
    course.chapters[workbook.chapter].progress = .finished
    return [.record(.lessonFinished(lesson: workbook.lesson.id), nil)]
  }

  /// Esc: one level back, never out.
  private mutating func back() -> [Effect] {
    guard let id = focusedBlock?.id, !stepBack(id) else { return [] }
    focus = nil
    redraw(id)
    return []
  }

  private mutating func mouse(_ action: MouseAction, row: Int) -> [Effect] {
    switch action {
    case .scrollUp: return scroll { $0.move(by: -3) }
    case .scrollDown: return scroll { $0.move(by: 3) }
    case .press:
      guard let workbook, let block = page.block(at: pager.top + row),
        let live = workbook.lesson.blocks[block].live,
        let index = workbook.liveBlocks.firstIndex(where: { $0.id == live.id })
      else { return [] }
      if index == focus { return performOnBlock(.activate) }
      return setFocus(index, reveals: false)
    }
  }

  private mutating func openEditor() -> [Effect] {
    guard let workbook else { return [] }
    let line = page.block(at: pager.top).map { workbook.lesson.blocks[$0].location.line } ?? 1
    return [.edit(file: workbook.lesson.file, line: line)]
  }

  /// `=`: chapter, section, lines, percent.
  private var positionText: String {
    guard let workbook else { return "" }
    let chapter =
      course.chapters.indices.contains(workbook.chapter)
      ? course.chapters[workbook.chapter].label : ""
    let section = currentHeading.map { workbook.lesson.headings[$0].title } ?? workbook.lesson.title
    return
      "\(chapter) \(section): lines \(pager.top + 1)-\(pager.visible.upperBound) of \(pager.count), \(pager.percent)%"
  }
}
