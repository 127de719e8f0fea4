// SPDX-License-Identifier: MIT

/// Which layers of a deep network are drawn, so that the curves can be told apart.
enum LayerChoice {
  /// The most curves of one picture.
  private static let most = 5

  /// The first, the last and some between, evenly spread.
  static func indices(of count: Int) -> [Int] {
    guard count > most else { return Array(0..<max(count, 0)) }
    return (0..<most).map { $0 * (count - 1) / (most - 1) }
  }
}
