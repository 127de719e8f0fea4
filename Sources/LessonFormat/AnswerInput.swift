// SPDX-License-Identifier: MIT
internal import Experiments

extension Question {
  /// The order in which options are shown, as indices of the options as written.
  ///
  /// The same seed gives the same order. Things to be put in order are never shown in the right one.
  public func shuffledOptions(seed: UInt64) -> [Int] {
    var generator = SplitMix64(state: seed)
    let written = Array(options.indices)
    var order = written.shuffled(using: &generator)
    if case .order = kind, written.count > 1 {
      while order == written { order = written.shuffled(using: &generator) }
    }
    return order
  }

  /// Reads an answer as it is typed: `b`, `a c`, `0.25`, or `b a c` for an order.
  ///
  /// Letters name the options as they are shown, in the order given.
  ///
  /// - Throws: `AnswerError` with a sentence where it is no answer to this question.
  public func answer(typed text: String, shown order: [Int]) throws(AnswerError) -> Answer {
    if case .number(_, _, let unit) = kind {
      var digits = text.trimmed
      if !unit.isEmpty, digits.hasSuffix(unit) {
        digits = String(digits.dropLast(unit.count)).trimmed
      }
      if digits.hasSuffix("%") { digits = String(digits.dropLast()).trimmed }
      if digits.wholeMatch(of: /[-+−]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?/) != nil {
        digits = digits.replacing(",", with: "")
      }
      if digits.isEmpty { throw AnswerError("type a number, as in 0.25") }
      guard let number = Self.number(digits.replacing("−", with: "-")) else {
        throw AnswerError("'\(text)' is not a number; type one, as in 0.25 or 1/4")
      }
      return .number(number)
    }
    var chosen: [Int] = []
    for letter in text.lowercased() where !letter.isWhitespace && letter != "," {
      guard let place = Self.letters.firstIndex(of: letter), place < order.count else {
        throw AnswerError("'\(letter)' is not an option; type \(Self.letterRange(order.count))")
      }
      if !chosen.contains(order[place]) { chosen.append(order[place]) }
    }
    switch kind {
    case .choice:
      guard chosen.count == 1 else {
        throw AnswerError("type one letter, \(Self.letterRange(order.count))")
      }
      return .option(chosen[0])
    case .choices:
      guard !chosen.isEmpty else {
        throw AnswerError("type all letters that are right, as in a c")
      }
      return .options(Set(chosen))
    case .order, .number:
      guard chosen.count == order.count else {
        let example = order.indices.map { $0 ^ 1 < order.count ? $0 ^ 1 : $0 }
          .map { String(Self.letters[$0]) }.joined(separator: " ")
        throw AnswerError("type all \(order.count) letters in order, as in \(example)")
      }
      return .order(chosen)
    }
  }

  /// A number as it is typed, a fraction such as `1/64` too.
  private static func number(_ text: String) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      .map { Double(strict: String($0).trimmed) }
    guard let first = parts[0] else { return nil }
    if parts.count == 1 { return first }
    guard parts.count == 2, let second = parts[1], second != 0 else { return nil }
    return first / second
  }

  /// The letters that name options, in order.
  public static let letters = Array("abcdefghijklmnopqrstuvwxyz")

  private static func letterRange(_ count: Int) -> String {
    "a to \(letters[max(0, min(count, letters.count) - 1)])"
  }
}

/// What is wrong with a typed answer, as a sentence.
public struct AnswerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sentence.
  public var message: String

  init(_ message: String) { self.message = message }

  /// The sentence.
  public var description: String { message }
}

/// A small random number generator, for orders alone (Steele, Lea and Flood, 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
