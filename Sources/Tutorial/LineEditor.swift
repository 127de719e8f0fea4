// SPDX-License-Identifier: MIT
import Experiments

/// A line being typed, with a cursor, a history and completion.
public struct LineEditor: Hashable, Sendable {
  /// What is typed.
  public private(set) var text: String
  /// The cursor, in characters from the start.
  public private(set) var cursor: Int
  private var history: [String]
  private var place: Int
  private var draft = ""

  /// Begins with a text, the cursor after it.
  public init(_ text: String = "", history: [String] = []) {
    self.text = text
    self.history = history
    cursor = text.count
    place = history.count
  }

  /// What a key did.
  public enum Outcome: Hashable, Sendable {
    /// The line is still being typed.
    case typing
    /// Enter was pressed.
    case entered(String)
    /// Escape was pressed, or backspace in an empty line.
    case left
  }

  /// Takes a key in; `completions` offers whole lines for what is typed so far.
  public mutating func type(_ key: Key, completions: (String) -> [String] = { _ in [] }) -> Outcome
  {
    switch key {
    case .enter: return .entered(text)
    case .escape, .control("c"), .control("g"): return .left
    case .backspace, .control("h"):
      if text.isEmpty { return .left }
      remove(at: cursor - 1)
    case .delete, .control("d"): remove(at: cursor, moving: false)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"):
      text.removeFirst(cursor)
      cursor = 0
    case .control("k"): text.removeLast(text.count - cursor)
    case .control("w"): removeWord()
    case .up, .control("p"): recall(place - 1)
    case .down, .control("n"): recall(place + 1)
    case .tab: complete(completions(text))
    case .character(let character): insert(String(character))
    case .paste(let pasted): insert(String(pasted.map { $0.isNewline ? " " : $0 }))
    default: break
    }
    return .typing
  }

  private mutating func insert(_ addition: String) {
    guard text.count + addition.count <= 1000 else { return }
    text.insert(contentsOf: addition, at: text.index(text.startIndex, offsetBy: cursor))
    cursor = min(text.count, cursor + addition.count)
  }

  private mutating func remove(at index: Int, moving: Bool = true) {
    guard index >= 0, index < text.count else { return }
    text.remove(at: text.index(text.startIndex, offsetBy: index))
    if moving { cursor -= 1 }
  }

  private mutating func removeWord() {
    while cursor > 0, character(before: cursor).isWhitespace { remove(at: cursor - 1) }
    while cursor > 0, !character(before: cursor).isWhitespace { remove(at: cursor - 1) }
  }

  private func character(before index: Int) -> Character {
    text[text.index(text.startIndex, offsetBy: index - 1)]
  }

  private mutating func recall(_ wanted: Int) {
    guard wanted >= 0, wanted <= history.count, wanted != place else { return }
    if place == history.count { draft = text }
    place = wanted
    text = wanted == history.count ? draft : history[wanted]
    cursor = text.count
  }

  /// Completes to the longest text that all offers share.
  private mutating func complete(_ offers: [String]) {
    guard var shared = offers.first else { return }
    for offer in offers.dropFirst() { shared = shared.commonPrefix(with: offer) }
    guard shared.count > text.count || offers.count == 1 else { return }
    text = shared
    cursor = text.count
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
