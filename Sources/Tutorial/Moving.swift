// SPDX-License-Identifier: MIT
import LearnerRecords
import LessonFormat
import TerminalText

extension Session {
  /// Goes to the section some headings further on or back; past either end, to the next chapter.
  mutating func section(by steps: Int) -> [Effect] {
    guard let workbook else { return [] }
    let blocks = workbook.headings.map(\.block)
    let target: Int?
    if steps > 0 {
      let later = blocks.filter { page.lines(ofBlock: $0).lowerBound > pager.top }
      target = steps <= later.count ? later[steps - 1] : nil
      if target == nil || pager.isAtEnd { return chapter(by: 1, at: .top) }
    } else {
      let earlier = blocks.filter { page.lines(ofBlock: $0).lowerBound < pager.top }
      target = -steps <= earlier.count ? earlier[earlier.count + steps] : nil
      if target == nil, pager.top == 0 { return chapter(by: -1, at: .top) }
    }
    leaveMark()
    if let target {
      settle(block: target)
      pager.move(to: page.lines(ofBlock: target).lowerBound)
    } else {
      pager.move(to: 0)
    }
    return []
  }

  /// Goes to a chapter further on or back.
  mutating func chapter(by steps: Int, at destination: Destination = .lastPlace) -> [Effect] {
    let current = workbook?.chapter ?? -1
    let target = current + steps
    guard course.chapters.indices.contains(target) else {
      message = steps > 0 ? "This is the last chapter" : "This is the first chapter"
      return []
    }
    return go(toChapter: target, at: destination)
  }

  /// Opens a chapter, the place of now kept.
  mutating func go(toChapter index: Int, at destination: Destination) -> [Effect] {
    mode = .reading
    leaveMark()
    if let workbook, workbook.chapter == index {
      switch destination {
      case .anchor(let anchor):
        stand(at: ReadingPlace(lesson: workbook.lesson.id, anchor: anchor, offset: 0))
      case .place(let place): stand(at: place)
      case .top: pager.move(to: 0)
      case .lastPlace: break
      }
      return []
    }
    return keepPlace() + [.cancel, .open(chapter: index, destination)]
  }

  /// Goes to a place, in this lesson or another.
  mutating func go(to place: ReadingPlace) -> [Effect] {
    guard let index = course.chapters.firstIndex(where: { $0.id == place.lesson }) else {
      message = "The chapter of that place is not in this course"
      return []
    }
    return go(toChapter: index, at: .place(place))
  }

  /// Goes to where a link leads: `#anchor`, `file.md`, `file.md#anchor`.
  mutating func follow(_ target: String) -> [Effect] {
    guard let workbook else { return [] }
    let place = course.destination(of: target, in: workbook.chapter)
    guard let chapter = place.chapter else {
      message = "There is no chapter \(target) in this course"
      return []
    }
    return go(toChapter: chapter, at: place.anchor.map { .anchor($0) } ?? .top)
  }

  /// The second key of `m x`, `' x` and `ZZ`.
  mutating func complete(_ first: FirstKey, with key: Key) -> [Effect] {
    mode = .reading
    guard case .character(let name) = key else { return [] }
    switch first {
    case .leave: return name == "Z" ? leave() : []
    case .setMark:
      guard let place = placeNow, name.isLetter || name.isNumber else {
        message = "A mark is named by a letter or a digit"
        return []
      }
      memories.marks[name] = place
      message = "Marked as \(name)"
      return [
        .record(
          .mark(name: name, lesson: place.lesson, anchor: place.anchor, offset: place.offset), nil)
      ]
    case .goToMark:
      guard let place = name == "'" ? previousPlace : memories.marks[name] else {
        message = name == "'" ? "There is no earlier place yet" : "Nothing is marked as \(name)"
        return []
      }
      return name == "'" ? comeBack(to: place) : go(to: place)
    }
  }

  /// Moves the focus to another live block and brings it into sight.
  mutating func moveFocus(by step: Int) -> [Effect] {
    // Figures are looked at; there is nothing to do with them.
    let stops = workbook?.liveBlocks.indices.filter { workbook?.liveBlocks[$0].kind != "figure" }
    guard let stops, !stops.isEmpty else {
      message = "This chapter has no experiment and no question"
      return []
    }
    if let focus, isFocusVisible, let place = stops.firstIndex(of: focus) {
      let next = (place + step) % stops.count
      return setFocus(stops[next < 0 ? next + stops.count : next])
    }
    let shown = liveIndices.filter { stops.contains($0.index) }
    let next =
      step > 0
      ? shown.first { $0.lines.upperBound > pager.top }?.index ?? stops.first
      : shown.last { $0.lines.lowerBound < pager.top + pager.height }?.index ?? stops.last
    return next.map { setFocus($0) } ?? []
  }

  /// Focuses a live block.
  mutating func setFocus(_ index: Int, reveals: Bool = true) -> [Effect] {
    let old = focusedBlock?.id
    focus = index
    // Keys that were a guide's or a prediction's are so no longer.
    switch (mode, focusedBlock?.kind) {
    case (.guiding, "guide"), (.predicting, "predict"): break
    case (.guiding, _), (.predicting, _): mode = .reading
    default: break
    }
    if let old { redraw(old) }
    guard let id = focusedBlock?.id else { return [] }
    redraw(id)
    if reveals { reveal(id) }
    return []
  }

  /// Brings a live block into sight.
  mutating func reveal(_ id: String) {
    guard let workbook, let block = workbook.lesson.blocks.firstIndex(where: { $0.live?.id == id })
    else { return }
    settle(block: block)
    pager.reveal(page.lines(ofBlock: block))
  }

  /// Lays out what is near a block, so that its lines are known.
  private mutating func settle(block: Int) {
    settle(around: page.lines(ofBlock: block).lowerBound)
  }

  /// Brings the end of a live block into sight, where what was just said stands.
  mutating func revealEnd(_ id: String) {
    guard let workbook, let block = workbook.lesson.blocks.firstIndex(where: { $0.live?.id == id })
    else { return }
    settle(block: block)
    let lines = page.lines(ofBlock: block)
    pager.reveal(max(lines.lowerBound, lines.upperBound - pager.height)..<lines.upperBound)
  }

  /// Brings what arrows point at in a live block into sight, where the block is taller than the
  /// screen.
  mutating func revealChoice(_ id: String) {
    guard let workbook, let block = workbook.lesson.blocks.firstIndex(where: { $0.live?.id == id })
    else { return }
    settle(block: block)
    let lines = page.lines(ofBlock: block)
    guard let line = lines.first(where: { page[$0].isChosen }) else { return }
    pager.reveal(line..<min(lines.upperBound, line + 2))
  }

  /// The lines of the focused block.
  var focusedLines: Range<Int>? {
    focus.flatMap { focus in liveIndices.first { $0.index == focus }?.lines }
  }

  /// Whether some line of the focused block is on the screen.
  var isFocusVisible: Bool { focusedLines?.overlaps(pager.visible) ?? false }

  var liveIndices: [(index: Int, lines: Range<Int>)] {
    guard let workbook else { return [] }
    let blocks = workbook.lesson.blocks.indices.filter { workbook.lesson.blocks[$0].live != nil }
    return blocks.enumerated().map { ($0.offset, page.lines(ofBlock: $0.element)) }
  }
}

extension Line {
  /// Whether arrows point at something on it.
  fileprivate var isChosen: Bool {
    spans.contains { span in
      span.style.ground == .selection
        || (span.style.role == .key && (span.text.hasPrefix("▸ ") || span.text.hasPrefix("> ")))
    }
  }
}
