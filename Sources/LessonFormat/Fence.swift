// SPDX-License-Identifier: MIT

/// A fenced block as it stands in a lesson, before it is known what it means.
struct Fence {
  /// All that stands after the opening fence.
  var info: String
  /// What stands between the fences.
  var text: String
  /// Where the opening fence stands.
  var location: SourceLocation
  /// How many columns stand before the text, in each line of it.
  var indents: [Int]
  /// Whether the block stands in a list or a quotation.
  var isNested: Bool

  /// The words after the opening fence.
  var words: [String] { info.split(whereSeparator: \.isWhitespace).map(String.init) }

  /// A place in the text, counted from 1, as a place in the file.
  func location(line: Int, column: Int) -> SourceLocation {
    let indent = indents.indices.contains(line - 1) ? indents[line - 1] : 0
    return SourceLocation(
      file: location.file, line: location.line + line, column: column + indent)
  }
}
