// SPDX-License-Identifier: MIT

extension Unicode.Scalar {
  /// The width in terminal cells: 0, 1 or 2; `nil` where terminals may disagree.
  ///
  /// `nil` stands for control characters and for whatever Unicode 14 had not yet assigned.
  public var knownDisplayWidth: Int? {
    if value >= 0x20 && value < 0x7F { return 1 }
    var low = 0
    var high = widthChanges.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if widthChanges[middle] >> 2 <= value { low = middle } else { high = middle }
    }
    let width = Int(widthChanges[low] & 3)
    return width == 3 ? nil : width
  }

  /// The width in terminal cells, one cell where it is unknown, as ncurses counts it.
  public var displayWidth: Int { knownDisplayWidth ?? 1 }
}

extension StringProtocol {
  /// The width in terminal cells: the sum over the scalars, as a terminal without grapheme clusters
  /// and ncurses advance.
  public var displayWidth: Int {
    var sum = 0
    for scalar in unicodeScalars { sum += scalar.displayWidth }
    return sum
  }
}

extension Character {
  /// The width in terminal cells of all its scalars.
  public var displayWidth: Int {
    var sum = 0
    for scalar in unicodeScalars { sum += scalar.displayWidth }
    return sum
  }
}

/// The pieces of a text that stay together on a row, each with its width.
///
/// A piece is a character as a reader sees it; one that is wider than `limit` falls apart into its
/// scalars, marks kept with their bases.
func cells(of text: String, limit: Int) -> [(text: String, width: Int)] {
  var pieces: [(text: String, width: Int)] = []
  for character in text {
    let width = character.displayWidth
    if width <= max(2, limit) {
      pieces.append((String(character), width))
      continue
    }
    for scalar in character.unicodeScalars {
      let own = scalar.displayWidth
      if own == 0, let last = pieces.indices.last {
        pieces[last].text.unicodeScalars.append(scalar)
      } else {
        pieces.append((String(scalar), own))
      }
    }
  }
  return pieces
}
