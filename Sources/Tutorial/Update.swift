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
    switch event {
    case .key(let key): return press(key)
    case .resized(let size): return resize(to: size)
    case .opened(let chapter, let lesson, let past, let destination):
      return open(lesson, chapter: chapter, past: past, at: destination)
    case .notOpened(let sentence):
      isReviewing = false
      message = sentence
    case .told(let sentence): message = sentence
    case .progressed(let ticket, let share, let report): progress(ticket, share, report)
    case .finished(let ticket, let report): return finish(ticket, report)
    case .numbered(let ticket, let number): numberRun(ticket, number)
    case .recordChanged(let runs):
      self.runs = runs
      isRecordNew = true
      return reload()
    }
    return []
  }

  private mutating func resize(to size: Size) -> [Effect] {
    guard size != self.size else { return [] }
    let place = placeNow
    self.size = size
    layOut()
    if let place { stand(at: place) }
    return []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    message = ""
    switch mode {
    case .reading: return read(key)
    case .editing(let editing): return edit(key, editing)
    case .answering(let field): return answer(key, field)
    case .predicting(let place): return predict(key, place)
    case .guiding: return guide(key)
    case .typing(let prompt, let editor): return type(key, prompt, editor)
    case .contents(let chosen): return chooseChapter(key, chosen)
    case .notice(let title, let lines, let pager): return readNotice(key, title, lines, pager)
    case .naming(let use): return nameMark(key, use)
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

  /// Keeps the place of now in the record.
  func keepPlace() -> [Effect] {
    guard let place = placeNow else { return [] }
    return [
      .record(.place(lesson: place.lesson, anchor: place.anchor, offset: place.offset), nil)
    ]
  }
}
