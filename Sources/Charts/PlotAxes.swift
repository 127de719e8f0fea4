// SPDX-License-Identifier: MIT
import Experiments
import Glibc
import TerminalText

/// An axis made ready for a number of cells: where values go and where ticks stand.
struct ReadyAxis: Hashable {
  var map: AxisMap
  var ticks: [Tick]
}

/// How many columns a label of the vertical axis may take.
let widestTickLabel = 8

/// The values that an axis has to show.
struct AxisData {
  private(set) var lower = Double.infinity
  private(set) var upper = -Double.infinity
  let scale: PlotAxis.Scale

  init(scale: PlotAxis.Scale) { self.scale = scale }

  /// Takes a value in; one without a place on the scale is left out.
  mutating func include(_ value: Double) {
    guard value.isFinite && (scale == .linear || value > 0) else { return }
    lower = min(lower, clampedForDrawing(value))
    upper = max(upper, clampedForDrawing(value))
  }

  /// The range with some extent, whatever came in.
  var range: ClosedRange<Double> {
    guard lower <= upper else { return scale == .linear ? 0...1 : 1...10 }
    switch scale {
    case .linear: break
    case .logarithmic: return lower < upper ? lower...upper : (lower / 2)...(lower * 2)
    case .logarithmicWithZero: return (lower / 10)...upper
    }
    let extent = max(abs(lower), abs(upper))
    if upper - lower > extent * 1e-12 { return lower...upper }
    let pad = extent > 0 ? max(extent / 2, .leastNormalMagnitude) : 1
    return (lower - pad)...(upper + pad)
  }
}

/// The limits an author gave, where they can be drawn on the scale.
private func usableLimits(_ axis: PlotAxis, scale: PlotAxis.Scale) -> ClosedRange<Double>? {
  guard let limits = axis.limits, limits.lowerBound.isFinite && limits.upperBound.isFinite,
    limits.lowerBound < limits.upperBound, scale == .linear || limits.lowerBound > 0
  else { return nil }
  return limits
}

/// The share of an axis that the data fill, if a closer step of ticks can help it.
private let leastFilling = 0.6

/// The vertical axis for so many rows of cells.
func verticalAxis(
  _ axis: PlotAxis, scale: PlotAxis.Scale, data: AxisData, rows: Int, isASCII: Bool
) -> ReadyAxis {
  let given = usableLimits(axis, scale: scale)
  if scale == .logarithmic {
    let range = given ?? decades(around: data.range)
    let map = AxisMap(scale: scale, lower: range.lowerBound, upper: range.upperBound)
    let decades = decadeTicks(
      lower: range.lowerBound, upper: range.upperBound, intervals: (rows - 1) / 2, isASCII: isASCII)
    if decades.count > 1 { return ReadyAxis(map: map, ticks: decades) }
    return ReadyAxis(map: map, ticks: endTicks(range))
  }
  // Labels four rows apart leave three rows between them; low plots make do with less, and so do those
  // whose limits would stand far from the data.
  let range = given ?? data.range
  let ready = (rows >= 18 ? [4, 3, 2] : [3, 2]).compactMap { pitch -> ReadyAxis? in
    let intervals = (rows - 1) / pitch
    guard intervals > 0 else { return nil }
    let ready = linearAxis(
      range: range, snaps: given == nil, intervals: intervals, isInteger: axis.isInteger)
    return ready.flatMap { $0.ticks.count > 1 ? $0 : nil }
  }
  func extent(_ ready: ReadyAxis) -> Double { ready.map.upper - ready.map.lower }
  let close = (range.upperBound - range.lowerBound) / leastFilling
  if let chosen = ready.first(where: { extent($0) <= close })
    ?? ready.min(by: { extent($0) < extent($1) })
  {
    return chosen
  }
  let map = AxisMap(scale: .linear, lower: range.lowerBound, upper: range.upperBound)
  return ReadyAxis(map: map, ticks: endTicks(range))
}

/// A linear axis with ticks a step apart.
private func steppedAxis(_ step: TickStep, lower: Double, upper: Double) -> ReadyAxis {
  ReadyAxis(
    map: AxisMap(scale: .linear, lower: lower, upper: upper),
    ticks: step.ticks(lower: lower, upper: upper))
}

/// The finest linear axis with at most so many intervals between ticks.
private func linearAxis(
  range: ClosedRange<Double>, snaps: Bool, intervals: Int, isInteger: Bool
) -> ReadyAxis? {
  let extent = range.upperBound - range.lowerBound
  for step in TickStep.candidates(for: extent, isInteger: isInteger) {
    let size = step.size
    var lower = range.lowerBound
    var upper = range.upperBound
    if snaps {
      lower = (lower / size + 1e-6).rounded(.down) * size
      upper = (upper / size - 1e-6).rounded(.up) * size
    }
    guard upper > lower, (upper - lower) / size <= Double(intervals) + 1e-6 else { continue }
    let ready = steppedAxis(step, lower: lower, upper: upper)
    if ready.ticks.allSatisfy({ $0.label.displayWidth <= widestTickLabel }) { return ready }
  }
  return nil
}

/// Labels for the two ends alone, where no round number lies between them; both in one form.
private func endTicks(_ range: ClosedRange<Double>) -> [Tick] {
  let values = [range.lowerBound, range.upperBound]
  let plain = values.map { NumberFormat.significant($0, digits: 3) }
  let isPlain = !plain.contains { $0.contains("e") }
  let largest = values.map(abs).max() ?? 0
  let labels =
    isPlain ? plain : alikeLabels(values, places: 2 - Int(log10(largest).rounded(.down)))
  return zip(values, labels).map { Tick(value: $0, label: $1) }
}

/// The whole decades around a range of positive values.
private func decades(around range: ClosedRange<Double>) -> ClosedRange<Double> {
  let low = (log10(range.lowerBound) + 1e-9).rounded(.down)
  let high = (log10(range.upperBound) - 1e-9).rounded(.up)
  let lower = max(-300, low)
  return pow(10, lower)...pow(10, min(300, max(high, lower + 1)))
}

/// The horizontal axis for so many columns.
///
/// `places` are the data's own values, in order; a few whole ones (layers 1 to 10) are the ticks
/// themselves, thinned evenly where they do not fit.
func horizontalAxis(
  _ axis: PlotAxis, data: AxisData, places: [Double], zoom: ClosedRange<Double>?, columns: Int,
  isASCII: Bool
) -> ReadyAxis {
  var axis = axis
  if let zoom { axis.limits = zoom }
  if axis.scale == .logarithmicWithZero, axis.limits?.lowerBound == 0,
    let upper = axis.limits?.upperBound
  {
    axis.limits = min(data.range.lowerBound, upper)...upper
  }
  let given = usableLimits(axis, scale: axis.scale)
  let range = given ?? data.range
  if axis.scale != .linear {
    let map = AxisMap(scale: axis.scale, lower: range.lowerBound, upper: range.upperBound)
    // The decade before the least value above 0 has no ticks.
    let hasZero =
      axis.scale == .logarithmicWithZero && range.lowerBound == data.range.lowerBound
    let lower = range.lowerBound * (hasZero ? 10 : 1)
    let decades = decadeTicks(
      lower: lower, upper: range.upperBound, intervals: columns / 8, isASCII: isASCII)
    let zero = hasZero ? [Tick(value: 0, label: "0")] : []
    let ends = endTicks(lower...range.upperBound)
    return ReadyAxis(map: map, ticks: zero + (decades.count > 1 || hasZero ? decades : ends))
  }
  let exact = AxisMap(scale: .linear, lower: range.lowerBound, upper: range.upperBound)
  let shown = places.filter { range.contains($0) }
  let isCategorical = shown.allSatisfy { $0 == $0.rounded() && abs($0) < 1e6 }
  if axis.isInteger && isCategorical && (2...20).contains(shown.count) {
    let labels = shown.map { Tick(value: $0, label: NumberFormat.fixed($0, decimals: 0)) }
    let widest = labels.map(\.label.count).max() ?? 1
    let pitch = Double(columns - 1) / Double(shown.count - 1)
    let every = max(1, Int((Double(widest + 4) / max(0.1, pitch)).rounded(.up)))
    let thinned = labels.enumerated().filter { $0.offset.isMultiple(of: every) }.map(\.element)
    return ReadyAxis(map: exact, ticks: thinned)
  }
  for step in TickStep.candidates(
    for: range.upperBound - range.lowerBound, isInteger: axis.isInteger)
  {
    let snapped = given ?? snappedSlightly(range, step: step.size)
    let pitch = step.size / (snapped.upperBound - snapped.lowerBound) * Double(columns - 1)
    // Labels have a character at least; finer steps need not be tried.
    if pitch < 5 { continue }
    let ready = steppedAxis(step, lower: snapped.lowerBound, upper: snapped.upperBound)
    guard let widest = ready.ticks.map({ $0.label.displayWidth }).max() else { continue }
    if ready.ticks.count == 1 || pitch >= Double(widest + 4) { return ready }
  }
  return ReadyAxis(map: exact, ticks: endTicks(range))
}

/// The range out to the next ticks where that costs next to nothing: 1...500 becomes 0...500.
private func snappedSlightly(_ range: ClosedRange<Double>, step: Double) -> ClosedRange<Double> {
  let extent = range.upperBound - range.lowerBound
  var lower = (range.lowerBound / step).rounded(.down) * step
  var upper = (range.upperBound / step).rounded(.up) * step
  if range.lowerBound - lower > extent * 0.03 { lower = range.lowerBound }
  if upper - range.upperBound > extent * 0.03 { upper = range.upperBound }
  return lower...upper
}
