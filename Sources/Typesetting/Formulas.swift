// SPDX-License-Identifier: MIT
import TerminalText

extension Typesetter {
  /// A formula within running text.
  func inlineMath(_ source: String, _ style: Style) -> [Span] {
    safe(source.split(whereSeparator: \.isWhitespace).joined(separator: " "), style)
  }

  /// A formula on lines of its own.
  func mathLines(_ source: String, width: Int) -> [Line] {
    source.split(separator: "\n").flatMap { wrap(safe(String($0), Style(.math)), width: width) }
  }
}
