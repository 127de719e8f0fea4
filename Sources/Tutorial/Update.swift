// SPDX-License-Identifier: MIT
import LearnerRecords
import LessonFormat
import TerminalText

extension Session {
  /// Takes an event in, and gives back what is to be done about it outside.
  ///
  /// - Parameters:
  ///   - event: what happened.
  ///   - time: when, in seconds since 1970.
  /// - Returns: What is to be done outside.
  public mutating func update(_ event: Event, at time: Double = 0) -> [Effect] {
    now = time
    isHurried = event.isHurried
    // What keys move over is counted exactly.
    settle()
    let effects = respond(to: event) + reloadIfChanged()
    settle()
    return effects
  }

  private mutating func respond(to event: Event) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .resized(let size): return resize(to: size)
    case .idle: return takeUpMore()
    case .rested: return keepPlaceIfMoved()
    case .opened(let chapter, let lesson, let past, let destination):
      return open(lesson, chapter: chapter, past: past, at: destination)
    case .notOpened(let sentence):
      (isReviewing, seeksExperiment) = (false, false)
      message = sentence
    case .told(let sentence), .refused(let sentence): message = sentence
    case .progressed(let ticket, let share, let report): progress(ticket, share, report)
    case .finished(let ticket, let report): return finish(ticket, report)
    case .numbered(let ticket, let number): numberRun(ticket, number)
    case .courseOpened(let course): return use(course)
    case .chapterFound(let found, let command): return goOn(with: command, in: found)
    case .errandEnded(let outcome): end(with: outcome)
    case .lessonChanged: isLessonChanged = true
    case .filesListed(let start, let files): offer(files, for: start)
    case .runsRead(let runs, .some(let command)): return tell(command, of: runs)
    case .runsRead(let runs, nil): offer(runs)
    case .recordChanged(let memories):
      self.memories = memories
      course.take(memories.progress)
      isRecordNew = true
      return reload()
    }
    return []
  }

  private mutating func resize(to size: Size) -> [Effect] {
    guard size != self.size else { return [] }
    // What keys speak to stays in sight.
    let seen = isFocusVisible ? focusedBlock?.id : nil
    let place = placeToKeep
    self.size = size
    layOut()
    if let place {
      keep(place)
      if let seen { reveal(seen) }
    }
    refit(&mode)
    return []
  }

  /// Lays lists of lines out for the size of now, on the screen and beneath a line being typed.
  private func refit(_ mode: inout Mode) {
    switch mode {
    case .notice(var notice):
      notice.fit(size, height: textHeight, glyphs: glyphs)
      mode = .notice(notice)
    case .typing(let entry, var beneath):
      refit(&beneath)
      mode = .typing(entry, over: beneath)
    default: break
    }
  }

  /// Keys that mean the same whatever else is going on: drawing anew, suspending, the wheel.
  private mutating func pressAnywhere(_ key: Key) -> [Effect]? {
    switch key {
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .mouse(.scrollUp, _, _) where isOverPage, .mouse(.scrollDown, _, _) where isOverPage:
      pager.move(by: key.isScrollingDown ? 3 : -3)
      return []
    case .mouse(.press, _, let row):
      return self.key(forClickOn: row).map { press($0) }
    default: return nil
    }
  }

  /// Whether something is chosen or typed while the page stands behind it.
  private var isOverPage: Bool {
    switch mode {
    case .editing, .answering, .predicting, .guiding, .completing, .confirmingQuit, .offeringReview:
      true
    case .reading, .typing, .choosing, .notice: false
    }
  }

  private mutating func press(_ key: Key) -> [Effect] {
    coveredRows = linesAboveStatus.count
    message = ""
    if let effects = pressAnywhere(key) { return effects }
    switch mode {
    case .reading: return read(key)
    case .editing(let editing): return edit(key, editing)
    case .answering(let field): return answer(key, field)
    case .predicting(let place): return predict(key, place)
    case .guiding: return guide(key)
    case .typing(let entry, let beneath): return type(key, entry, over: beneath)
    case .choosing(let catalogue, let row): return choose(key, catalogue, row: row)
    case .notice(let notice): return readNotice(key, notice)
    case .completing(let first): return complete(first, with: key)
    case .offeringReview:
      mode = .reading
      return key == .enter ? beginReview() : read(key)
    case .confirmingQuit:
      mode = .reading
      switch key {
      case "y", "Y", .enter, .control("c"): return leave()
      default: return []
      }
    }
  }

  /// What leaving asks for: the place is kept, the run stopped.
  mutating func leave() -> [Effect] { keepPlace() + [.cancel, .quit] }

  /// Whether the place of now is not the one that was kept last.
  public var hasMoved: Bool { placeNow.map { $0 != recordedPlace } ?? false }

  /// Keeps the place where a learner stopped, so that nothing that ends the program loses it.
  mutating func keepPlaceIfMoved() -> [Effect] { hasMoved ? keepPlace() : [] }

  /// Keeps the place of now in the record.
  mutating func keepPlace() -> [Effect] {
    guard let place = placeNow else { return [] }
    recordedPlace = place
    return [
      .record(.place(lesson: place.lesson, anchor: place.anchor, offset: place.offset), nil)
    ]
  }
}

extension Event {
  /// Whether a picture is waited for, not the whole page.
  fileprivate var isHurried: Bool {
    switch self {
    case .key, .idle: false
    default: true
    }
  }
}

extension Key {
  fileprivate var isScrollingDown: Bool {
    if case .mouse(.scrollDown, _, _) = self { true } else { false }
  }
}
