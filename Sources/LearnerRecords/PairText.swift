// SPDX-License-Identifier: MIT

/// Names and values as one text, `noise=0.3` on a line each.
///
/// A run has some two dozen of them; as rows of their own they made a long history slow to read.
/// Line ends in a value become blanks, and `=` in a name is cut away with what follows.
func pairText(_ pairs: [NamedText]) -> String {
  pairs.map { pair in
    let name = pair.name.prefix { $0 != "=" && !$0.isNewline }
    let value = String(pair.value.map { $0.isNewline ? " " : $0 })
    return "\(name)=\(value)\n"
  }.joined()
}

/// The names and values of a text that `pairText` made; lines without a name are passed over.
func pairs(of text: String) -> [NamedText] {
  text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
    guard let mark = line.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    return NamedText(
      String(Substring(line[..<mark])), String(Substring(line[line.index(after: mark)...])))
  }
}
