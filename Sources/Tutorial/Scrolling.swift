// SPDX-License-Identifier: MIT

extension Pager {
  /// Moves as a key asks for, in a page or in a list of lines.
  ///
  /// - Parameters:
  ///   - action: what the key asks for.
  ///   - times: the number typed before it, if any.
  /// - Returns: Whether the key is one that moves.
  mutating func move(_ action: Action, times: Int?) -> Bool {
    let number = times ?? 1
    switch action {
    case .lineDown: move(by: number)
    case .lineUp: move(by: -number)
    // A number counts lines, as in less, which remembers it for the next half page.
    case .pageDown: if let times { move(by: times) } else { movePages(by: 1) }
    case .pageUp, .bestEpoch: if let times { move(by: -times) } else { movePages(by: -1) }
    case .halfPageDown, .halfPageUp:
      halfPage = times ?? halfPage
      let lines = halfPage ?? max(1, height / 2)
      move(by: action == .halfPageDown ? lines : -lines)
    case .top: move(to: number - 1)
    case .bottom: move(to: times.map { $0 - 1 } ?? .max)
    case .percent: move(to: count * min(100, times ?? 0) / 100)
    default: return false
    }
    return true
  }
}

extension Session {
  /// Whether a key is a digit of a number that is being typed before a key.
  mutating func takesDigit(_ key: Key) -> Bool {
    guard case .character(let character) = key, character.isASCII,
      let digit = character.wholeNumberValue, digit > 0 || count != nil
    else { return false }
    count = min(1_000_000, (count ?? 0) * 10 + digit)
    return true
  }

  /// The number typed before the key at hand, which uses it up.
  mutating func takeCount() -> Int? {
    defer { count = nil }
    return count
  }
}
