// SPDX-License-Identifier: MIT
import Experiments

/// The words that a course is written in, so that a mistyped one is found.
///
/// The list is a text, `words.txt` beside the parts of a course: one word a line; a line that begins
/// with `#` is a remark. A word in small letters may begin with a capital or be written in capitals.
/// A word that has capitals in the list, such as a name, is written so.
public struct WordList: Sendable {
  private let words: Set<String>

  /// Reads a list.
  public init(_ text: String) {
    words = Set(
      text.split(whereSeparator: \.isNewline).map { $0.filter { !$0.isWhitespace } }
        .filter { !$0.isEmpty && !$0.hasPrefix("#") })
  }

  /// The words of a text that the list lacks, in order.
  public func unknownWords(in text: String) -> [String] {
    Self.words(in: text).filter { !words.contains($0) && !words.contains($0.lowercased()) }
  }

  /// Whether and how a word may have been mistyped: `; did you mean receive?`, or nothing.
  public func suggestion(for word: String) -> String {
    Suggestion.sentence(for: word, among: words.sorted())
  }

  /// The words of a text: letters with apostrophes among them.
  ///
  /// A possessive counts as its noun. Single letters do not count, nor does what has digits or
  /// underscores, such as the names of settings.
  static func words(in text: String) -> [String] {
    let plain = text.replacing("’", with: "'")
    return plain.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "_" }.compactMap {
      var word = $0
      while word.first == "'" { word.removeFirst() }
      while word.last == "'" { word.removeLast() }
      if word.hasSuffix("'s") { word.removeLast(2) }
      return word.count > 1 && word.allSatisfy { $0.isLetter || $0 == "'" } ? String(word) : nil
    }
  }
}
