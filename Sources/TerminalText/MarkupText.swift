// SPDX-License-Identifier: MIT

/// Text from anywhere, as it may stand in HTML or XML, in an element or between quotation marks.
///
/// What a terminal would not be shown is not shown here either: control characters, bidirectional
/// controls and the like become visible (see ``displayable(_:style:glyphs:column:tabWidth:)``). Line
/// ends are kept.
public func markupText(_ text: String) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  var result = ""
  for (index, line) in lines.enumerated() {
    if index > 0 { result += "\n" }
    for character in displayableText(String(line)) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
  }
  return result
}
