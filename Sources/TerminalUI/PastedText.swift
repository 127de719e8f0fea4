// SPDX-License-Identifier: MIT

/// Text that is being pasted: line ends as line feeds, no other control characters, no end of it.
struct PastedText {
  /// The most that is kept, in scalars; what a reader can mean to type is far below it.
  static let limit = 10_000

  private(set) var text = ""
  private var count = 0
  private var followsReturn = false

  mutating func append(_ scalar: Unicode.Scalar) {
    defer { followsReturn = scalar == "\r" }
    switch scalar.value {
    case 0x0A where followsReturn: return
    case 0x0A, 0x0D: keep("\n")
    case 0x09: keep("\t")
    case 0..<0x20, 0x7F..<0xA0: return
    default: keep(scalar)
    }
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    if count == Self.limit { return }
    count += 1
    text.unicodeScalars.append(scalar)
  }
}
