// SPDX-License-Identifier: MIT
import Experiments

/// One series as dots and markers on a plot of so many cells.
struct Curve {
  /// Its number, for colour, dash and marker.
  let index: Int
  /// The dots of the line.
  var dots: DotPlane
  /// The dots of its spread band; empty without one.
  var spread: DotPlane
  /// Where it is marked, with the number of the datum or of the repetition.
  var markers: [(row: Int, column: Int, number: Int)] = []
}

/// Turns series into dots with one pair of axes.
struct CurveTracer {
  let x: AxisMap
  let y: AxisMap
  let columns: Int
  let rows: Int
  let subcells: SubcellGlyphs
  let glyphs: ChartGlyphs
  let seriesCount: Int

  /// How many columns lie between two markers of a series with many data.
  private static let markerPitch = 10
  /// Up to how many data every one is marked.
  private static let sparseLimit = 20

  func trace(_ series: PlotSeries, index: Int) -> Curve {
    let empty = DotPlane(columns: columns, rows: rows, subcells: subcells)
    var curve = Curve(index: index, dots: empty, spread: empty)
    let places = series.points.map { place($0.x, $0.y, in: empty) }
    if series.isScatter {
      markData(places, on: &curve)
      return curve
    }
    draw(places, on: &curve.dots)
    fillSpread(of: series, on: &curve.spread)
    let visible = places.compactMap { $0 }.filter { isInside($0, empty) }
    // Markers on neighbouring cells would hide the curve.
    let areApart = series.isScatter || 2 * visible.count <= columns
    if visible.count <= Self.sparseLimit, areApart || subcells.kind == .characters {
      markData(places, on: &curve)
    } else if subcells.kind != .characters {
      markRepeatedly(&curve)
    }
    curve.dots.dash(glyphs.dash(index))
    return curve
  }

  private func isInside(_ place: (x: Double, y: Double), _ plane: DotPlane) -> Bool {
    place.x > -0.5 && place.x < Double(plane.width) - 0.5 && place.y > -0.5
      && place.y < Double(plane.height) - 0.5
  }

  /// A value's place in dots from the top left; `nil` where it has none on the axes.
  private func place(_ xValue: Double, _ yValue: Double, in plane: DotPlane) -> (
    x: Double, y: Double
  )? {
    guard let xShare = x.share(xValue), let yShare = y.share(yValue) else { return nil }
    // Half a million dots outside is as good as any distance, and keeps the arithmetic finite.
    let limit = 500_000.0
    let across = xShare * Double(plane.width - 1)
    let down = (1 - yShare) * Double(plane.height - 1)
    return (min(limit, max(-limit, across)), min(limit, max(-limit, down)))
  }

  private func draw(_ places: [(x: Double, y: Double)?], on plane: inout DotPlane) {
    var previous: (x: Double, y: Double)?
    for place in places {
      defer { previous = place }
      guard let place else { continue }
      plane.line(from: previous ?? place, to: place)
    }
  }

  private func markData(_ places: [(x: Double, y: Double)?], on curve: inout Curve) {
    for (number, place) in places.enumerated() {
      guard let place, isInside(place, curve.dots) else { continue }
      let column = Int(place.x.rounded()) / subcells.across
      let row = Int(place.y.rounded()) / subcells.down
      curve.markers.append((row, column, number))
    }
  }

  private func markRepeatedly(_ curve: inout Curve) {
    let phase = 4 + Self.markerPitch * curve.index / max(1, seriesCount)
    for column in 0..<columns where (column + phase).isMultiple(of: Self.markerPitch) {
      let middle = column * subcells.across + subcells.across / 2
      guard let extent = curve.dots.extent(x: middle) else { continue }
      let row = (extent.lowerBound + extent.upperBound) / 2 / subcells.down
      curve.markers.append((row, column, column / Self.markerPitch))
    }
  }

  /// Fills the space between the lower and the upper edge with every eighth dot, so that the curve stays seen without colour.
  private func fillSpread(of series: PlotSeries, on plane: inout DotPlane) {
    let count = min(series.points.count, series.lower.count, series.upper.count)
    if count == 0 { return }
    var previous: (low: (x: Double, y: Double), high: (x: Double, y: Double))?
    for index in 0..<count {
      let xValue = series.points[index].x
      guard let low = place(xValue, series.lower[index], in: plane),
        let high = place(xValue, series.upper[index], in: plane)
      else {
        previous = nil
        continue
      }
      let from = previous ?? (low, high)
      previous = (low, high)
      let first = max(0, Int(min(from.low.x, low.x).rounded()))
      let last = min(plane.width - 1, Int(max(from.low.x, low.x).rounded()))
      if first > last { continue }
      for x in first...last {
        let run = low.x - from.low.x
        let share = run == 0 ? 1 : min(1, max(0, (Double(x) - from.low.x) / run))
        let bottom = from.low.y + (low.y - from.low.y) * share
        let top = from.high.y + (high.y - from.high.y) * share
        let firstRow = max(0, Int(min(top, bottom).rounded()))
        let lastRow = min(plane.height - 1, Int(max(top, bottom).rounded()))
        if firstRow > lastRow { continue }
        for y in firstRow...lastRow where y % 2 == 0 && (x + y).isMultiple(of: 4) {
          plane.set(x: x, y: y)
        }
      }
    }
  }
}

extension PlotSeries {
  /// The points, as many as both lists have; without horizontal values they count from 1.
  var points: [(x: Double, y: Double)] {
    if x.isEmpty { return y.enumerated().map { (Double($0.offset + 1), $0.element) } }
    return Array(zip(x, y)).map { ($0.0, $0.1) }
  }

  /// The point nearest to a horizontal value that has a finite height.
  func point(nearest place: Double) -> (x: Double, y: Double)? {
    points.filter { $0.x.isFinite && $0.y.isFinite }.min {
      abs($0.x - place) < abs($1.x - place)
    }
  }
}
