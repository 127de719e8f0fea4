// SPDX-License-Identifier: MIT

/// The closest of some names to a mistyped one.
public enum Suggestion {
  /// Returns `; did you mean X?` for the nearest name, or an empty string where none is near.
  public static func sentence(for word: String, among names: [String]) -> String {
    nearest(to: word, among: names).map { "; did you mean \($0)?" } ?? ""
  }

  /// Returns `; did you mean X?` for the nearest name, or all names where none is near.
  public static func choice(for word: String, among names: [String]) -> String {
    let near = sentence(for: word, among: names)
    return near.isEmpty ? "; there are \(names.joined(separator: ", "))" : near
  }

  /// Returns the name with the smallest edit distance, where that is at most a third of the word.
  public static func nearest(to word: String, among names: [String]) -> String? {
    let typed = Array(word.lowercased().prefix(64))
    let limit = max(1, typed.count / 3)
    let ranked = names.map { ($0, distance(typed, Array($0.lowercased()))) }
    if let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= limit { return best.0 }
    return names.first { typed.count >= 3 && $0.lowercased().hasPrefix(String(typed)) }
  }

  /// The Damerau-Levenshtein distance with adjacent transpositions.
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var older = [Int]()
    var previous = Array(0...second.count)
    for i in first.indices {
      var current = [i + 1]
      for j in second.indices {
        let change = previous[j] + (first[i] == second[j] ? 0 : 1)
        var least = min(change, previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          least = min(least, older[j - 1] + 1)
        }
        current.append(least)
      }
      older = previous
      previous = current
    }
    return previous[second.count]
  }
}
