// SPDX-License-Identifier: MIT
import LearnerRecords
import LessonFormat

/// A place in a lesson is a heading and how far below it one stands, in thousandths of a block: it
/// means the same at every width, and survives small changes of the lesson.
extension Session {
  /// The place at the top of the screen.
  var placeNow: ReadingPlace? {
    guard workbook != nil, page.lineCount > 0 else { return nil }
    return place(ofLine: pager.top)
  }

  /// The place of a line.
  func place(ofLine line: Int) -> ReadingPlace? {
    guard let workbook, let block = page.block(at: line) else { return nil }
    let lines = page.lines(ofBlock: block)
    let heading = workbook.headings.last { $0.block <= block }
    let share = lines.isEmpty ? 0 : max(0, line - lines.lowerBound) * 1000 / lines.count
    return ReadingPlace(
      lesson: workbook.lesson.id, anchor: heading?.anchor ?? "",
      offset: (block - (heading?.block ?? 0)) * 1000 + min(999, share))
  }

  /// The line of a place in the lesson at hand; about that line where it is not laid out.
  func line(of place: ReadingPlace) -> Int {
    guard let workbook else { return 0 }
    let blocks = workbook.lesson.blocks.count
    guard blocks > 0 else { return 0 }
    let heading = workbook.headings.first { $0.anchor == place.anchor }
    let (below, share) = max(0, place.offset).quotientAndRemainder(dividingBy: 1000)
    let block = min(blocks - 1, (heading?.block ?? 0) + min(below, blocks))
    let lines = page.lines(ofBlock: block)
    // Rounded up, as the share was rounded down: a line leads back to itself.
    return lines.lowerBound + (share * lines.count + 999) / 1000
  }

  /// Puts a place at the top of the screen.
  mutating func stand(at place: ReadingPlace) {
    settle(around: line(of: place))
    pager.move(to: line(of: place))
  }

  /// The place that the top of the screen stands for.
  var placeToKeep: ReadingPlace? {
    keptPlace.flatMap { $0.top == pager.top ? $0.place : nil } ?? placeNow
  }

  /// Puts a place at the top of the screen, and keeps it while lines above and below it change.
  mutating func keep(_ place: ReadingPlace) {
    stand(at: place)
    keptPlace = (place, pager.top)
  }

  /// Remembers the place of now, so that `''` comes back to it.
  mutating func leaveMark() { previousPlace = placeNow ?? previousPlace }

  /// The heading that the top of the screen stands under, as an index into the lesson's headings.
  var currentHeading: Int? {
    guard let workbook, let block = page.block(at: pager.top) else { return nil }
    return workbook.headings.lastIndex { $0.block <= block }
  }
}
