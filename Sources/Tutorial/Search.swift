// SPDX-License-Identifier: MIT
import TerminalText
import Typesetting

/// A text that is looked for, the places where it stands, and the one that was gone to.
struct Search: Sendable {
  /// What is looked for; empty before the first search.
  var text = ""
  /// Whether its places are lit.
  var isLit = false
  /// The places, in order.
  private(set) var matches: [Page.Match] = []
  /// The match that was gone to last, and the top that it led to: near the end several matches share
  /// the last screen.
  private var current: (index: Int, top: Int)?

  /// Begins to look for a text; an empty one looks for the last again.
  mutating func begin(_ text: String) {
    if !text.isEmpty { self.text = text }
    isLit = true
    current = nil
  }

  /// Takes in where the text stands now, after the lines have changed.
  mutating func find(_ places: (String) -> [Page.Match]) {
    let count = matches.count
    matches = isLit && !text.isEmpty ? places(text) : []
    if matches.count != count { current = nil }
  }

  /// Puts out the lights; the text is kept.
  mutating func putOut() { (isLit, matches, current) = (false, [], nil) }

  /// Goes to the match some steps further on, or back, from either end on to the other.
  ///
  /// - Parameters:
  ///   - steps: how many matches further on, or back where they are negative.
  ///   - pager: what is on the screen, and moves.
  ///   - includesTop: whether a match at the top of the screen counts as further on.
  /// - Returns: What is said of it.
  mutating func go(by steps: Int, in pager: inout Pager, includesTop: Bool = false) -> String {
    if text.isEmpty { return "Nothing was searched for yet; / begins" }
    guard !matches.isEmpty else { return "'\(text)' is not here" }
    let top = pager.top
    let target: Int
    if let current, current.top == top {
      target = current.index + steps
    } else if steps > 0 {
      let next = matches.firstIndex { $0.line > top || (includesTop && $0.line == top) }
      target = (next ?? matches.count) + steps - 1
    } else {
      target = (matches.lastIndex { $0.line < top } ?? -1) + steps + 1
    }
    let index = (target % matches.count + matches.count) % matches.count
    pager.move(to: matches[index].line)
    current = (index, pager.top)
    let round =
      target == index ? "" : steps > 0 ? ", from the beginning" : ", from the end"
    return "Match \(index + 1) of \(matches.count)\(round)"
  }

  /// A line as it stands on the screen, its matches lit.
  func lit(_ line: Line, number: Int) -> Line {
    if matches.isEmpty { return line }
    var result = Line()
    var column = 0
    for index in firstMatch(reaching: number)..<matches.count {
      if matches[index].line > number { break }
      let ground = index == current?.index ? Ground.currentMatch : .match
      for part in matches[index].parts where part.line == number {
        result.append(line.columns(column..<part.columns.lowerBound))
        for span in line.columns(part.columns).spans {
          var style = span.style
          style.ground = ground
          result.append(span.text, style)
        }
        column = part.columns.upperBound
      }
    }
    if column == 0 { return line }
    result.append(line.columns(column..<max(column, line.width)))
    return result
  }

  /// The first match that ends on a line or after it; there may be very many.
  private func firstMatch(reaching line: Int) -> Int {
    var (low, high) = (0, matches.count)
    while low < high {
      let middle = (low + high) / 2
      let end = matches[middle].parts.last?.line ?? matches[middle].line
      if end < line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
