// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText
import Typesetting

extension Session {
  /// Puts a lesson on the screen; runs of earlier days that cost little are computed again.
  mutating func open(
    _ lesson: Lesson, chapter: Int, past: LessonPast, at destination: Destination
  ) -> [Effect] {
    // A file that is empty for a moment has another id.
    let isSame = workbook?.lesson.file == lesson.file && workbook?.chapter == chapter
    let isReload = isSame && !isRecordNew
    if isRecordNew { (shelf, isRecordNew) = ([], false) }
    answers = past.allAnswers
    if !isReload { recordedPlace = past.place }
    let isFirst = workbook == nil
    let known =
      isReload ? workbook : takeFromShelf(lesson.id, in: chapter, leaving: isSame ? nil : workbook)
    workbook =
      known?.reloaded(lesson, past: past) ?? Workbook(lesson, chapter: chapter, past: past)
    if !isSame { (focus, reloadedPlace) = (nil, nil) }
    keptPlace = nil
    mode = .reading
    if course.chapters.indices.contains(chapter) {
      course.chapters[chapter].title = lesson.title
      if course.chapters[chapter].progress == .unread { course.chapters[chapter].progress = .begun }
    }
    let stop = isReload ? [] : giveUpEarlierRuns()
    if !isReload { takeUp(past.runs.filter { workbook?.cells[$0.experiment]?.output == nil }) }
    layOut()
    switch destination {
    case .top: pager.move(to: 0)
    case .lastPlace:
      pager.move(to: 0)
      if let place = past.place { keep(place) }
    case .anchor(let anchor): keep(ReadingPlace(lesson: lesson.id, anchor: anchor, offset: 0))
    case .place(let place): keep(place)
    }
    isLessonChanged = false
    if let finding = lesson.findings.first {
      let more = lesson.findings.count > 1 ? " (and \(lesson.findings.count - 1) more)" : ""
      message = "\(finding)\(more)"
    }
    if isFirst, message.isEmpty { offerReview() }
    let opened: [Effect] =
      stop + drawSeenEarlierRuns() + [.record(.lessonOpened(lesson: lesson.id), nil)]
      + performPending()
    if seeksExperiment { return opened + focusNextExperiment() }
    if isComingBack { return opened + openLeftBlock() }
    return isReviewing ? opened + review() : opened
  }

  /// How many chapters that were left keep their outputs; they take memory.
  private static let shelfSize = 3

  /// The chapter as it was left, if it is still there; the one that is left takes its place.
  private mutating func takeFromShelf(
    _ lesson: String, in chapter: Int, leaving left: Workbook?
  ) -> Workbook? {
    let index = shelf.firstIndex { $0.lesson.id == lesson && $0.chapter == chapter }
    let found = index.map { shelf.remove(at: $0) }
    if let left { shelf.append(left) }
    if shelf.count > Self.shelfSize { shelf.removeFirst() }
    return found
  }

  /// Makes the page for the screen as it is; ``settle(around:distance:)`` then lays it out.
  mutating func layOut() {
    guard let workbook else {
      page = Page()
      pager.fit(count: 0, height: textHeight)
      search.putOut()
      return
    }
    page = Page(opening: workbook.lesson, width: size.columns, glyphs: glyphs)
    pager.fit(count: page.lineCount, height: textHeight)
    findAgain()
  }

  /// Up to how many lines a lesson is laid out as a whole, so that they are counted exactly; the
  /// chapters of the course are shorter.
  private static let wholeLines = 1_500
  /// How many lines of a longer one are laid out on both sides of the screen, whatever comes next.
  private static let nearLines = 200

  /// Whether an idle event has something to do: to lay out what is not seen, to draw earlier runs.
  public var hasMoreToDo: Bool { isHurried && !page.isComplete || canTakeUpMore }

  /// Lays out what is near a line, or near the top of the screen; what is on the screen stays there.
  mutating func settle(around line: Int? = nil, distance: Int = 0) {
    guard let workbook, !page.isComplete else { return }
    let isAtEnd = pager.top > 0 && pager.isAtEnd
    let isKept = keptPlace?.top == pager.top
    let anchor = page.anchor(of: pager.top)
    let near =
      isHurried ? 0 : page.lineCount <= Self.wholeLines ? .max / 2 : Self.nearLines
    // The page is held here alone while it changes, so that it is not copied.
    var page = self.page
    self.page = Page()
    page.settle(
      around: line ?? pager.top, margin: max(near, distance + 2 * textHeight),
      live: { block in panelLines(for: block, in: workbook) })
    self.page = page
    pager.fit(count: page.lineCount, height: textHeight)
    pager.move(to: isAtEnd ? .max : page.line(of: anchor))
    if isKept { keptPlace?.top = pager.top }
  }

  /// Finds the places of the text looked for on the page as it is now; a search reads all of it.
  mutating func findAgain() {
    if search.isLit, !search.text.isEmpty { settle(distance: .max / 2) }
    search.find { page.matches(of: $0) }
  }

  /// How a live block is shown now; `nil` leaves it to the typesetter.
  func panelLines(for block: Block, in workbook: Workbook) -> [Line]? {
    let width = Page.measure(for: size.columns, isWide: true)
    switch block.kind {
    case .experiment(let experiment):
      return workbook.cells[experiment.id].map { cell in
        panel(for: cell).lines(width: width, height: textHeight, glyphs: glyphs)
      }
    case .challenge(let challenge):
      return challengeLines(challenge.id, in: workbook, width: width)
    case .predict(let prediction):
      return workbook.predictions[prediction.id].map {
        predictionPanel(for: $0).lines(width: width, glyphs: glyphs)
      }
    case .guide(let guide):
      return workbook.guides[guide.id].map {
        guidePanel(for: $0).lines(width: width, glyphs: glyphs)
      }
    case .quiz(let quiz):
      return workbook.quizzes[quiz.id].map {
        quizPanel(for: $0, in: workbook).lines(width: width, glyphs: glyphs)
      }
    default: return nil
    }
  }

  /// Draws one live block anew, the rest of the page as it was.
  mutating func redraw(_ id: String) {
    guard let workbook, let index = workbook.lesson.blocks.firstIndex(where: { $0.live?.id == id }),
      let lines = panelLines(for: workbook.lesson.blocks[index], in: workbook)
    else { return }
    // Where the block lies above, the screen goes on showing what it showed.
    let place = page.block(at: pager.top) == index ? nil : placeToKeep
    page.replace(block: index, by: lines)
    pager.fit(count: page.lineCount, height: textHeight)
    if let place { keep(place) }
    findAgain()
  }
}

extension Session {
  /// The panel of a cell, as the session stands.
  func panel(for cell: Cell) -> ExperimentPanel {
    var panel = ExperimentPanel(cell.experiment, hyperparameters: cell.hyperparameters)
    panel.output = cell.output.map { .init(number: $0.number, report: $0.report) }
    panel.earlierNumber = cell.output == nil ? cell.resumedNumber : nil
    panel.isStale = cell.isStale
    panel.progress = cell.progress
    panel.pinned = cell.pinned.map { .init(number: $0.number, report: $0.report) }
    panel.isFocused = focusedBlock.map { $0.id == cell.experiment.id } ?? false
    panel.secondsLeft = cell.secondsLeft
    panel.look = cell.look
    panel.figures = cell.figures
    panel.view = cell.view
    if panel.isFocused, case .editing(let editing) = mode {
      panel.editing = editing
      let request = cell.nextRequest(afterStepOf: editing.row)
      panel.estimate = (request.cost / 1e9, request.isCheap)
    }
    return panel
  }

  /// The live block that keys speak to.
  var focusedBlock: (kind: String, id: String)? {
    guard let focus, let workbook, workbook.liveBlocks.indices.contains(focus) else { return nil }
    return workbook.liveBlocks[focus]
  }

  /// The experiment that keys speak to.
  var focusedExperiment: String? {
    focusedBlock.flatMap { workbook?.cells[$0.id] == nil ? nil : $0.id }
  }
}

extension Session {
  /// Reads the lesson at hand again, the place and what was done in it kept.
  public mutating func reload() -> [Effect] {
    guard let workbook else { return [] }
    // One that is empty for a moment has no place; then that of before holds.
    reloadedPlace = placeNow ?? reloadedPlace
    return [.open(chapter: workbook.chapter, reloadedPlace.map { .place($0) } ?? .lastPlace)]
  }

  /// The file of the lesson at hand.
  public var lessonFile: String? { workbook?.lesson.file }

  /// Reads a lesson again that has changed on disk, once nothing that is typed, chosen or run would
  /// be lost by it.
  mutating func reloadIfChanged() -> [Effect] {
    guard isLessonChanged, case .reading = mode, running == nil else { return [] }
    isLessonChanged = false
    message = "The lesson has changed on disk and was read again"
    return reload()
  }

  /// What is to be kept where the program ends without being asked to.
  public mutating func farewell() -> [Effect] { keepPlace() }
}
