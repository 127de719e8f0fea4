// SPDX-License-Identifier: MIT

/// Anchors made from headings: the words in small letters, joined by hyphens.
struct Slugs {
  private var counts: [String: Int] = [:]

  /// Returns an anchor that no earlier heading has; a section number before the words is left out.
  mutating func anchor(for heading: String) -> String {
    let base = Self.slug(heading)
    var candidate = base
    while let count = counts[candidate] {
      counts[candidate] = count + 1
      candidate = "\(base)-\(count)"
    }
    counts[candidate] = 1
    return candidate
  }

  /// The words of a heading as an anchor: `8.1 The judge's gap` is `the-judges-gap`.
  static func slug(_ heading: String) -> String {
    var words = heading.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "-" })
    if words.count > 1, let first = words.first, first.allSatisfy({ $0.isNumber || $0 == "." }) {
      words.removeFirst()
    }
    let kept = words.map { word in String(word.filter { $0.isLetter || $0.isNumber || $0 == "_" }) }
    let slug = kept.filter { !$0.isEmpty }.joined(separator: "-")
    return slug.isEmpty ? "section" : slug
  }
}
