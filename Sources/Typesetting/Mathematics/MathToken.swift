// SPDX-License-Identifier: MIT

/// The smallest pieces of LaTeX.
struct MathToken: Hashable, Sendable {
  /// What a piece is.
  enum Kind: Hashable, Sendable {
    /// A backslash with letters or with one other character; the name is without the backslash.
    case command(String)
    /// One character other than a blank.
    case character(Character)
    /// One or more blanks or line ends.
    case space
  }

  /// What it is.
  var kind: Kind
  /// Where it starts, in bytes.
  var start: Int
  /// Where it ends, in bytes.
  var end: Int

  /// The pieces of a source, in order, without gaps.
  static func tokens(of source: String) -> [MathToken] {
    var tokens: [MathToken] = []
    var rest = Substring(source)
    var start = 0
    while let first = rest.first {
      let piece: Substring
      let kind: Kind
      if first == "\\" {
        let tail = rest.dropFirst()
        let letters = tail.prefix { $0.isASCII && $0.isLetter }
        let name = letters.isEmpty ? tail.prefix(1) : letters
        piece = rest[..<name.endIndex]
        kind = .command(name.allSatisfy(\.isWhitespace) && !name.isEmpty ? " " : String(name))
      } else if first.isWhitespace {
        piece = rest.prefix(while: \.isWhitespace)
        kind = .space
      } else {
        piece = rest.prefix(1)
        kind = .character(first)
      }
      let end = start + piece.utf8.count
      tokens.append(MathToken(kind: kind, start: start, end: end))
      rest = rest[piece.endIndex...]
      start = end
    }
    return tokens
  }
}
