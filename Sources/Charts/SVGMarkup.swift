// SPDX-License-Identifier: MIT
import TerminalText

/// Writes the elements of a drawing; every text goes through `markupText`.
struct SVGMarkup {
  /// The elements so far, one a line.
  private(set) var elements: [String] = []

  /// Adds a shape, its class and its attributes already in markup.
  mutating func add(_ name: String, _ style: String, _ attributes: [(String, Double)]) {
    let places = attributes.map { " \($0.0)=\"\(Self.number($0.1))\"" }.joined()
    elements.append("<\(name) class=\"\(style)\"\(places)/>")
  }

  /// Adds an element as it is.
  mutating func addRaw(_ element: String) { elements.append(element) }

  /// Adds a path.
  mutating func path(_ style: String, _ data: String) {
    if !data.isEmpty { elements.append("<path class=\"\(style)\" d=\"\(data)\"/>") }
  }

  /// Adds a text; `anchor` is `start`, `middle` or `end`.
  mutating func text(
    _ words: String, _ style: String = "", x: Double, y: Double, anchor: String = "start",
    isTurned: Bool = false
  ) {
    if words.isEmpty { return }
    let place = "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    let turn =
      isTurned ? " transform=\"rotate(-90 \(Self.number(x)) \(Self.number(y)))\"" : ""
    let styled = style.isEmpty ? "" : " class=\"\(style)\""
    elements.append(
      "<text\(styled) \(place)\(turn) text-anchor=\"\(anchor)\">\(markupText(words))</text>")
  }

  /// A length in the fewest characters, to a tenth.
  static func number(_ value: Double) -> String {
    let tenths = NumberFormat.unsignedZero(value, decimals: 1)
    return tenths.hasSuffix(".0") ? String(tenths.dropLast(2)) : tenths
  }

  /// The way along points, with a gap wherever there is none.
  static func way(_ points: [(x: Double, y: Double)?]) -> String {
    var data = ""
    var isDrawing = false
    for point in points {
      guard let point else {
        isDrawing = false
        continue
      }
      data += (isDrawing ? "L" : "M") + "\(number(point.x)) \(number(point.y))"
      isDrawing = true
    }
    return data
  }
}

/// The least and the greatest of many points in each column, so that a long curve stays small.
func thinned(_ points: [(x: Double, y: Double)?], over width: Double) -> [(x: Double, y: Double)?] {
  guard Double(points.count) > 4 * width else { return points }
  var kept: [(x: Double, y: Double)?] = []
  var column: [(x: Double, y: Double)] = []
  func flushed() -> [(x: Double, y: Double)] {
    guard let first = column.first, let last = column.last,
      let low = column.min(by: { $0.y < $1.y }), let high = column.max(by: { $0.y < $1.y })
    else { return [] }
    return column.count < 5 ? column : [first, low, high, last]
  }
  for point in points {
    guard let point else {
      kept += flushed() + [nil]
      column = []
      continue
    }
    if let first = column.first, point.x.rounded(.down) != first.x.rounded(.down) {
      kept += flushed()
      column = []
    }
    column.append(point)
  }
  return kept + flushed()
}
