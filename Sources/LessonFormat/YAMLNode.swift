// SPDX-License-Identifier: MIT

/// A piece of YAML, and where it stands in the lesson.
struct YAMLNode {
  /// What it holds.
  indirect enum Content {
    case scalar(String)
    case list([YAMLNode])
    case map([Entry])
  }

  /// One `name: value`.
  struct Entry {
    var name: String
    var location: SourceLocation
    var value: YAMLNode
  }

  var content: Content
  var location: SourceLocation

  /// What a reader would call it.
  var description: String {
    switch content {
    case .scalar(let text):
      text.isEmpty ? "empty" : text.count > 60 ? "\(text.prefix(60))…" : text
    case .list: "a list"
    case .map: "a group of settings"
    }
  }
}
