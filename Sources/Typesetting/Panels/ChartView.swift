// SPDX-License-Identifier: MIT
public import Experiments

/// How a learner looks at an output: which figures, which part of them, which curve in front.
public struct ChartView: Hashable, Sendable {
  /// The figures chosen instead of the lesson's, by id; empty shows the lesson's.
  public var figures: [String] = []
  /// How several variants are drawn; `nil` takes what suits.
  public var arrangement: Arrangement?
  /// The place of the cursor on the horizontal axis: an epoch, a layer.
  public var cursor: Double?
  /// The curve in front, by its name; the others are dimmed.
  public var series: String?
  /// The part of the horizontal axis that is shown; `nil` shows all.
  public var range: ClosedRange<Double>?
  /// Whether vertical axes have the scale that the lesson's have not.
  public var turnsScale = false
  /// Whether figures are shown as tables.
  public var showsNumbers = false

  /// Whether something is looked at more closely, which Esc takes back.
  public var isLookingCloser: Bool { cursor != nil || range != nil || series != nil }

  /// The figures as they are, all of them.
  public init() {}

  /// Moves the cursor along the places of the data: so many places where a number was typed, else in
  /// steps that cross what is shown in about a hundred keys; what is shown follows it.
  public mutating func moveCursor(_ direction: Int, times: Int? = nil, among places: [Double]) {
    guard let first = places.first, let last = places.last else { return }
    let shown = places.filter { range?.contains($0) ?? true }
    let step = min(times ?? max(1, shown.count / 100), places.count)
    let index: Int
    if let cursor {
      let near = places.indices.min { abs(places[$0] - cursor) < abs(places[$1] - cursor) } ?? 0
      index = min(places.count - 1, max(0, near + direction * step))
    } else {
      let begin = direction > 0 ? shown.first ?? first : shown.last ?? last
      let start = places.firstIndex(of: begin) ?? 0
      index = min(places.count - 1, max(0, start + direction * ((times ?? 1) - 1)))
    }
    put(cursor: places[index], among: places)
  }

  /// Puts the cursor on a place, and what is shown so that it is seen.
  public mutating func put(cursor place: Double, among places: [Double]) {
    cursor = place
    guard let range, !range.contains(place) else { return }
    show(places.count { range.contains($0) }, around: place, of: places)
  }

  /// Shows half as many places around the cursor, or around the middle, or twice as many.
  ///
  /// - Returns: Whether anything has changed.
  public mutating func zoom(isNearer: Bool, among places: [Double]) -> Bool {
    let before = range
    let shown = places.filter { range?.contains($0) ?? true }
    guard !shown.isEmpty else { return false }
    let count = isNearer ? max(Self.fewestPlaces, (shown.count + 1) / 2) : 2 * shown.count
    show(count, around: cursor ?? shown[shown.count / 2], of: places)
    return range != before
  }

  /// The fewest data that a zoomed chart shows.
  private static let fewestPlaces = 5

  private mutating func show(_ count: Int, around middle: Double, of places: [Double]) {
    guard count < places.count else {
      range = nil
      return
    }
    let near = places.firstIndex { $0 >= middle } ?? places.count - 1
    let first = min(max(near - count / 2, 0), places.count - count)
    range = places[first]...places[first + count - 1]
  }

  /// Puts a curve in front by its place; without one the next, and after the last one none.
  public mutating func bringForward(_ place: Int? = nil, among names: [String]) {
    if let place, names.indices.contains(place) {
      series = names[place]
      return
    }
    guard let series, let index = names.firstIndex(of: series) else {
      series = names.first
      return
    }
    self.series = names.indices.contains(index + 1) ? names[index + 1] : nil
  }

  /// Takes back one thing that was chosen, the nearest to the eye first.
  ///
  /// - Returns: Whether there was one.
  public mutating func stepBack() -> Bool {
    if series != nil {
      series = nil
    } else if range != nil {
      range = nil
    } else if cursor != nil {
      cursor = nil
    } else if showsNumbers {
      showsNumbers = false
    } else if turnsScale {
      turnsScale = false
    } else {
      return false
    }
    return true
  }
}
