// SPDX-License-Identifier: MIT
internal import Yams

/// YAML, by Yams, with every node's place in the lesson.
///
/// Every scalar stays text: a setting's own rule says what it must be. Aliases are shared while
/// Yams reads them and grow when they are written out, so both their number and the grown tree are
/// limited.
enum YAMLParser {
  /// The longest text, in bytes.
  static let size = 1024 * 1024
  /// The most aliases in a text that has anchors.
  static let aliases = 24
  /// The most nodes, aliases written out.
  static let nodes = 100_000
  /// How deep lists and groups may be nested.
  static let depth = 100

  /// Parses a text; `place` turns a line and a column of it, from 1, into a place in the lesson.
  ///
  /// - Throws: `LessonFinding` at the first fault; `nil` comes back for an empty text.
  static func parse(
    _ text: String, at place: (Int, Int) -> SourceLocation
  ) throws(LessonFinding) -> YAMLNode? {
    func refusal(_ message: String) -> LessonFinding {
      LessonFinding(place(1, 1), rule: "limits", message: message)
    }
    if text.utf8.count > size { throw refusal("these settings have more than \(size) bytes") }
    if aliasCount(in: text) > aliases { throw refusal("more than \(aliases) aliases") }
    if openBrackets(in: text) > depth { throw refusal("nested deeper than \(depth)") }
    let root: Node?
    do {
      root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw finding(for: error, at: place)
    } catch {
      throw LessonFinding(place(1, 1), rule: "yaml", message: "this is not YAML")
    }
    guard let root else { return nil }
    var count = 0
    return try convert(root, depth: 0, count: &count, at: place)
  }

  private static func convert(
    _ node: Node, depth: Int, count: inout Int, at place: (Int, Int) -> SourceLocation
  ) throws(LessonFinding) -> YAMLNode {
    let mark = node.mark
    let location = place(mark?.line ?? 1, mark?.column ?? 1)
    count += 1
    if count > nodes || depth > Self.depth {
      throw LessonFinding(
        location, rule: "limits", message: "these settings are too many or too deep")
    }
    switch node {
    case .scalar(let scalar): return YAMLNode(content: .scalar(scalar.string), location: location)
    case .sequence(let sequence):
      var list: [YAMLNode] = []
      for child in sequence {
        list.append(try convert(child, depth: depth + 1, count: &count, at: place))
      }
      return YAMLNode(content: .list(list), location: location)
    case .mapping(let mapping):
      var entries: [YAMLNode.Entry] = []
      for (key, child) in mapping {
        let keyPlace = place(key.mark?.line ?? 1, key.mark?.column ?? 1)
        guard case .scalar(let name) = key else {
          throw LessonFinding(keyPlace, rule: "yaml", message: "a name must be one word")
        }
        let value = try convert(child, depth: depth + 1, count: &count, at: place)
        entries.append(.init(name: name.string, location: keyPlace, value: value))
      }
      return YAMLNode(content: .map(entries), location: location)
    case .alias:
      throw LessonFinding(location, rule: "yaml", message: "an alias stands where none is allowed")
    }
  }

  private static func finding(
    for error: YamlError, at place: (Int, Int) -> SourceLocation
  ) -> LessonFinding {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // The parser speaks of its own settings here, which mean nothing to a reader.
      if problem.contains("nesting level") {
        return LessonFinding(
          place(mark.line, mark.column), rule: "limits", message: "nested deeper than \(depth)")
      }
      let before = context.map { $0.text.trimmed + " " } ?? ""
      return LessonFinding(
        place(mark.line, mark.column), rule: "yaml", message: before + problem)
    case .duplicatedKeysInMapping(let names, let context):
      return LessonFinding(
        place(context.mark.line, context.mark.column), rule: "yaml",
        message: "\(names.joined(separator: ", ")) is set twice")
    case .reader(let problem, _, _, _):
      return LessonFinding(place(1, 1), rule: "yaml", message: problem)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return LessonFinding(place(1, 1), rule: "yaml", message: "this is not YAML")
    }
  }

  /// How many aliases there may be; none where there is no anchor.
  private static func aliasCount(in text: String) -> Int {
    var previous: UInt8 = 0x20
    var beforeThat: UInt8 = 0x20
    var counts: [UInt8: Int] = [:]
    for byte in text.utf8 {
      let isStart = [0x20, 0x09, 0x0A, 0x2C, 0x3A, 0x5B, 0x7B].contains(beforeThat)
      let isName = byte > 0x20 && byte != previous
      if isStart, isName, previous == 0x26 || previous == 0x2A { counts[previous, default: 0] += 1 }
      (beforeThat, previous) = (previous, byte)
    }
    return counts[0x26] == nil ? 0 : counts[0x2A] ?? 0
  }

  /// The most brackets open at once, as if none were in quotation marks.
  private static func openBrackets(in text: String) -> Int {
    var open = 0
    var most = 0
    for byte in text.utf8 {
      if byte == 0x5B || byte == 0x7B { open += 1 }
      if byte == 0x5D || byte == 0x7D { open = max(0, open - 1) }
      most = max(most, open)
    }
    return most
  }
}

extension String {
  /// The text without blanks at either end.
  var trimmed: String {
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
