// SPDX-License-Identifier: MIT
import Experiments

/// A line being typed, with a cursor, a history and completion.
public struct LineEditor: Hashable, Sendable {
  /// What is typed.
  public private(set) var text: String
  /// The cursor, in characters from the start.
  public private(set) var cursor: Int
  /// What could go on from the line, while Tab goes through it.
  public private(set) var offers: [String] = []
  /// The offer that was taken, as an index.
  public private(set) var offered: Int?
  private var history: [String]
  private var place: Int
  private var draft = ""

  /// Whether there are several ways on, which Tab goes through.
  public var isOffering: Bool { !offers.isEmpty }

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
    if key != .tab, key != .backTab { endOffers() }
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
    case .tab where isOffering: takeOffer(offered.map { $0 + 1 } ?? 0)
    case .tab: complete(completions(text))
    case .backTab where isOffering: takeOffer((offered ?? 0) - 1)
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

  /// Completes to the longest text that all offers share; several are kept, to be gone through.
  public mutating func complete(_ offers: [String]) {
    guard var shared = offers.first else { return }
    for offer in offers.dropFirst() { shared = shared.commonPrefix(with: offer) }
    if offers.count > 1 { self.offers = offers }
    guard shared.count > text.count || offers.count == 1 else { return }
    text = shared
    cursor = text.count
  }

  private mutating func takeOffer(_ index: Int) {
    let place = (index % offers.count + offers.count) % offers.count
    offered = place
    text = offers[place]
    cursor = text.count
  }

  private mutating func endOffers() {
    offers = []
    offered = nil
  }

  /// The offers without what they all begin with: whole words, or the names in a folder.
  public var offersShown: [String] {
    guard var shared = offers.first else { return [] }
    for offer in offers.dropFirst() { shared = shared.commonPrefix(with: offer) }
    let end = shared.lastIndex { $0.isWhitespace || $0 == "/" }
    let length = end.map { shared.distance(from: shared.startIndex, to: $0) + 1 } ?? 0
    return offers.map { String($0.dropFirst(length)) }
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
