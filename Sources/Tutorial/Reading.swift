// SPDX-License-Identifier: MIT
import LessonFormat

extension Session {
  /// A key while reading.
  mutating func read(_ key: Key) -> [Effect] {
    if takesDigit(key) { return [] }
    let times = takeCount()
    if key == .escape, times != nil { return [] }
    if case .mouse(let action, _, let row) = key { return mouse(action, row: row) }
    if key == .home || key == .end, isCursorShown, let id = focusedExperiment {
      return lookAtChart(key == .home ? .cursorLeft : .cursorRight, id, times: .max)
    }
    if let effects = predictAtOnce(key) { return effects }
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
    case .bestEpoch where times == nil && isCursorShown:
      return performOnBlock(action)
    case .lineDown, .lineUp, .pageDown, .pageUp, .bestEpoch, .halfPageDown, .halfPageUp:
      // Rows that a message covered were not read.
      let hidden = action == .pageDown ? coveredRows : 0
      return scroll {
        _ = $0.move(action, times: times)
        $0.move(by: -hidden)
      }
    case .top, .bottom, .percent:
      if let times, action != .percent { settle(around: 0, distance: times) }
      return jump { _ = $0.move(action, times: times) }
    case .nextSection: return section(by: number)
    case .previousSection: return section(by: -number)
    case .nextChapter: return chapter(by: number)
    case .previousChapter: return chapter(by: -number)
    case .contents: open(.contents)
    case .bookmarks: open(.bookmarks)
    case .links: open(.links)
    case .search:
      count = times
      return begin(.search)
    case .searchAgain: findNext(by: number)
    case .searchBackwards: findNext(by: -number)
    case .setMark: mode = .completing(.setMark)
    case .goToMark: mode = .completing(.goToMark)
    case .position: message = positionText
    case .nextBlock: return moveFocus(by: number)
    case .previousBlock: return moveFocus(by: -number)
    case .activate, .edit, .defaults, .undo, .redo, .pin, .clearPins, .hint, .cursorLeft,
      .cursorRight, .zoomIn, .zoomOut, .showAll, .nextSeries, .nextPicture,
      .previousPicture, .logarithmic, .numbers:
      return performOnBlock(action, times: times)
    case .glyphs: changeGlyphs(to: nextGlyphs)
    case .save: return beginSaving()
    case .command: return begin(.command)
    case .help: showNotice("Keys") { HelpPage.keys(width: $0, glyphs: $1) }
    case .openEditor: return openEditor()
    case .reload: return reload()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .interrupt:
      if running?.purpose == .resume { return giveUpEarlierRuns() }
      if running != nil { return [.cancel] }
      if errand != nil { return [.cancelErrand] }
      mode = .confirmingQuit
    case .back: return back()
    case .quit:
      guard isRunKept else { return leave() }
      mode = .confirmingQuit
    case .leave: mode = .completing(.leave)
    }
    return []
  }

  /// Whether a run goes on that the record is to keep.
  var isRunKept: Bool { running.map { [.keep, .judge].contains($0.purpose) } ?? false }

  /// Whether the epoch cursor of a chart that is on the screen is open.
  private var isCursorShown: Bool {
    guard isFocusVisible, let id = focusedExperiment, hasChart(id) else { return false }
    return workbook?.cells[id]?.view.cursor != nil
  }

  private mutating func scroll(_ move: (inout Pager) -> Void) -> [Effect] {
    settleAlong(move)
    let old = pager.top
    move(&pager)
    if pager.top == old { message = pager.isAtEnd ? "(END)  > goes on to the next chapter" : "" }
    return finishedIfAtEnd()
  }

  /// Lays out the lines that a move goes over, so that it goes over as many as it says.
  private mutating func settleAlong(_ move: (inout Pager) -> Void) {
    var settled = -1
    while !page.isComplete {
      var ahead = pager
      move(&ahead)
      let distance = abs(ahead.top - pager.top)
      if distance <= settled { return }
      settle(distance: distance)
      settled = distance
    }
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
    guard let id = focusedBlock?.id else {
      search.putOut()
      return []
    }
    if stepBack(id) { return [] }
    focus = nil
    redraw(id)
    return []
  }

  private mutating func mouse(_ action: MouseAction, row: Int) -> [Effect] {
    switch action {
    case .scrollUp: return scroll { $0.move(by: -3) }
    case .scrollDown: return scroll { $0.move(by: 3) }
    case .press: return click(on: row)
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
    let section = currentHeading.map { workbook.headings[$0].title } ?? workbook.lesson.title
    let isNumbered = section.hasPrefix("\(chapter) ")
    return
      "\(isNumbered ? "" : "\(chapter) ")\(section): lines \(pager.top + 1)-\(pager.visible.upperBound) of \(page.isComplete ? "" : "about ")\(pager.count), \(pager.percent)%"
  }
}
