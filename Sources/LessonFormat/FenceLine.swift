// SPDX-License-Identifier: MIT

/// The opening line of a fenced block at the left margin.
///
/// Only what is beyond doubt a fence to every parser is taken for one.
struct FenceLine {
  private let mark: UInt8
  private let length: Int

  /// Reads a line; `nil` where it opens no block.
  init?(opening line: ArraySlice<UInt8>) {
    guard let mark = line.first, mark == 0x60 || mark == 0x7E else { return nil }
    let length = line.prefix { $0 == mark }.count
    guard length >= 3, !line.dropFirst(length).contains(0x60) else { return nil }
    self.mark = mark
    self.length = length
  }

  /// Whether a line closes the block.
  func isClosed(by line: ArraySlice<UInt8>) -> Bool {
    rest(of: line)?.allSatisfy { $0 == 0x20 } == true
  }

  /// Whether a line would close the block if no tab stood after it; md4c 0.4.8 keeps it open.
  func isClosedButForTab(by line: ArraySlice<UInt8>) -> Bool {
    guard let rest = rest(of: line) else { return false }
    return rest.contains(0x09) && rest.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// What follows the closing marks of a line.
  private func rest(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let body = line.drop { $0 == 0x20 }
    let run = body.prefix { $0 == mark }.count
    guard line.count - body.count < 4, run >= length else { return nil }
    return body.dropFirst(run)
  }
}
