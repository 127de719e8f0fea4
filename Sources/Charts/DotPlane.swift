// SPDX-License-Identifier: MIT

/// The dots of one series alone, so that curves are put together only cell by cell at the end.
struct DotPlane {
  let columns: Int
  let rows: Int
  let subcells: SubcellGlyphs
  private(set) var masks: [UInt16]

  init(columns: Int, rows: Int, subcells: SubcellGlyphs) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    self.subcells = subcells
    masks = Array(repeating: 0, count: self.columns * self.rows)
  }

  /// Dots across the plane.
  var width: Int { columns * subcells.across }
  /// Dots down the plane.
  var height: Int { rows * subcells.down }

  func mask(row: Int, column: Int) -> UInt16 { masks[row * columns + column] }

  /// Sets a dot; outside the plane nothing happens.
  mutating func set(x: Int, y: Int) {
    guard x >= 0 && x < width && y >= 0 && y < height else { return }
    let bit = (y % subcells.down) * subcells.across + x % subcells.across
    masks[(y / subcells.down) * columns + x / subcells.across] |= 1 << bit
  }

  func isSet(x: Int, y: Int) -> Bool {
    guard x >= 0 && x < width && y >= 0 && y < height else { return false }
    let bit = (y % subcells.down) * subcells.across + x % subcells.across
    return masks[(y / subcells.down) * columns + x / subcells.across] & (1 << bit) != 0
  }

  private mutating func clear(x: Int, y: Int) {
    let bit = (y % subcells.down) * subcells.across + x % subcells.across
    masks[(y / subcells.down) * columns + x / subcells.across] &= ~(1 << bit)
  }

  /// Draws a straight line between two places in dots, cut at the plane's edges.
  mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    guard let (a, b) = clippedSegment(start, end, width: width, height: height) else { return }
    var x = Int(a.x.rounded())
    var y = Int(a.y.rounded())
    let toX = Int(b.x.rounded())
    let toY = Int(b.y.rounded())
    let spanX = abs(toX - x)
    let spanY = -abs(toY - y)
    let stepX = x < toX ? 1 : -1
    let stepY = y < toY ? 1 : -1
    var error = spanX + spanY
    while true {
      set(x: x, y: y)
      if x == toX && y == toY { break }
      let doubled = 2 * error
      if doubled >= spanY {
        error += spanY
        x += stepX
      }
      if doubled <= spanX {
        error += spanX
        y += stepY
      }
    }
  }

  /// The dots set in one column of dots: highest, lowest and how they lie; `nil` without any.
  func extent(x: Int) -> ClosedRange<Int>? {
    var first: Int?
    var last = 0
    for y in 0..<height where isSet(x: x, y: y) {
      first = first ?? y
      last = y
    }
    return first.map { $0...last }
  }

  /// Takes dots away by a pattern of on and off lengths, on flat parts only: a dashed line on a
  /// steep part would look like noise.
  mutating func dash(_ pattern: [Int]) {
    let period = pattern.reduce(0, +)
    if period == 0 { return }
    for column in 0..<columns {
      let places = (column * subcells.across)..<((column + 1) * subcells.across)
      let extents = places.compactMap { extent(x: $0) }
      guard let top = extents.map(\.lowerBound).min(), let low = extents.map(\.upperBound).max(),
        (low - top) * 4 <= 3 * subcells.down
      else { continue }
      for x in places where !isOn(x % period, pattern) {
        for y in top...low { clear(x: x, y: y) }
      }
    }
  }

  private func isOn(_ place: Int, _ pattern: [Int]) -> Bool {
    var left = place
    for (index, length) in pattern.enumerated() {
      if left < length { return index.isMultiple(of: 2) }
      left -= length
    }
    return true
  }
}

/// The part of a segment within the plane (Liang and Barsky, 1984), half a dot beyond its edges.
private func clippedSegment(
  _ start: (x: Double, y: Double), _ end: (x: Double, y: Double), width: Int, height: Int
) -> ((x: Double, y: Double), (x: Double, y: Double))? {
  let delta = (x: end.x - start.x, y: end.y - start.y)
  var enter = 0.0
  var leave = 1.0
  let edges = [
    (-delta.x, start.x + 0.49), (delta.x, Double(width) - 0.51 - start.x),
    (-delta.y, start.y + 0.49), (delta.y, Double(height) - 0.51 - start.y),
  ]
  for (direction, distance) in edges {
    if direction == 0 {
      if distance < 0 { return nil }
    } else if direction < 0 {
      enter = max(enter, distance / direction)
    } else {
      leave = min(leave, distance / direction)
    }
  }
  if enter > leave { return nil }
  return (
    (start.x + enter * delta.x, start.y + enter * delta.y),
    (start.x + leave * delta.x, start.y + leave * delta.y)
  )
}
