// SPDX-License-Identifier: MIT

/// What a part shows at one of its ends, which tells whether two parts run together.
enum MathEdge: Hashable, Sendable {
  /// A word of several letters.
  case word
  /// One letter, or a number.
  case letter
  /// A closing delimiter.
  case closing
  /// Something else.
  case other

  /// The ends of a text as it is shown.
  init(of text: String, isWord: Bool) {
    guard let last = text.last else {
      self = .other
      return
    }
    if last.isLetter || last.isNumber {
      self = isWord && text.count > 1 ? .word : .letter
    } else {
      self = ")]}".contains(last) ? .closing : .other
    }
  }

  /// Whether a blank has to keep two parts apart that would read as one word.
  static func runTogether(_ before: MathEdge, _ after: MathEdge) -> Bool {
    switch (before, after) {
    case (.word, .word), (.word, .letter), (.letter, .word), (.closing, .word): true
    default: false
    }
  }
}
