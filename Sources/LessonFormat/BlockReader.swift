// SPDX-License-Identifier: MIT
internal import Experiments

/// Reads settings one by one, and keeps every finding rather than stopping at the first.
struct BlockReader {
  /// The settings of one group, by name.
  struct Fields {
    /// What they belong to: `a question`.
    var owner: String
    var location: SourceLocation
    var entries: [String: YAMLNode.Entry]
  }

  /// What was found wrong so far.
  private(set) var findings: [LessonFinding] = []

  /// Keeps a finding.
  mutating func report(_ location: SourceLocation, _ rule: String, _ message: String) {
    findings.append(LessonFinding(location, rule: rule, message: message))
  }

  /// Keeps a finding.
  mutating func report(_ finding: LessonFinding) { findings.append(finding) }

  /// The settings of a group, where it has no others than those known.
  mutating func fields(_ node: YAMLNode, of owner: String, known: [String]) -> Fields {
    var fields = Fields(owner: owner, location: node.location, entries: [:])
    guard case .map(let entries) = node.content else {
      report(node.location, "value", "\(owner) must be settings, as in name: value")
      return fields
    }
    for entry in entries {
      if !known.contains(entry.name) {
        report(
          entry.location, "unknown-key",
          "\(owner) has no \(entry.name)\(Suggestion.sentence(for: entry.name, among: known))")
      } else {
        fields.entries[entry.name] = entry
      }
    }
    return fields
  }

  /// A setting, which must be there unless said otherwise.
  mutating func node(_ name: String, _ fields: Fields, isRequired: Bool = false) -> YAMLNode? {
    if let entry = fields.entries[name] { return entry.value }
    if isRequired { report(fields.location, "missing-key", "\(fields.owner) needs \(name)") }
    return nil
  }

  /// A piece of text.
  mutating func text(_ name: String, _ fields: Fields, isRequired: Bool = false) -> String? {
    guard let node = node(name, fields, isRequired: isRequired) else { return nil }
    return text(node, name)
  }

  /// A piece of text.
  mutating func text(_ node: YAMLNode, _ name: String) -> String? {
    if case .scalar(let text) = node.content { return text.trimmed }
    report(node.location, "value", "\(name) is \(node.description); it must be text")
    return nil
  }

  /// Running text in Markdown.
  mutating func prose(_ name: String, _ fields: Fields, isRequired: Bool = false) -> [Inline] {
    text(name, fields, isRequired: isRequired).map(MarkdownParser.inlines) ?? []
  }

  /// A list; a single value is a list of one.
  mutating func list(_ name: String, _ fields: Fields, isRequired: Bool = false) -> [YAMLNode] {
    guard let node = node(name, fields, isRequired: isRequired) else { return [] }
    if case .list(let nodes) = node.content {
      if nodes.isEmpty, isRequired { report(node.location, "value", "\(name) is empty") }
      return nodes
    }
    return [node]
  }

  /// A list of texts.
  mutating func texts(_ name: String, _ fields: Fields, isRequired: Bool = false) -> [String] {
    var texts: [String] = []
    for node in list(name, fields, isRequired: isRequired) {
      if let text = text(node, name) { texts.append(text) }
    }
    return texts
  }

  /// A number.
  mutating func number(_ node: YAMLNode, _ name: String) -> Double? {
    if case .scalar(let text) = node.content, let number = Double(strict: text) { return number }
    report(node.location, "value", "\(name) is \(node.description); it must be a number")
    return nil
  }

  /// A number.
  mutating func number(_ name: String, _ fields: Fields, isRequired: Bool = false) -> Double? {
    guard let node = node(name, fields, isRequired: isRequired) else { return nil }
    return number(node, name)
  }

  /// A list of numbers.
  mutating func numbers(_ node: YAMLNode, _ name: String) -> [Double] {
    guard case .list(let nodes) = node.content else {
      report(node.location, "value", "\(name) is \(node.description); it must be a list of numbers")
      return []
    }
    var numbers: [Double] = []
    for node in nodes {
      if let number = number(node, name) { numbers.append(number) }
    }
    return numbers
  }

  /// A whole number within a range.
  mutating func count(_ name: String, _ fields: Fields, within range: ClosedRange<Int>) -> Int? {
    guard let node = node(name, fields), let number = number(node, name) else { return nil }
    if let whole = Int(exactly: number), range.contains(whole) { return whole }
    report(
      node.location, "value",
      "\(name) is \(node.description); it must be a whole number within \(range.lowerBound)...\(range.upperBound)"
    )
    return nil
  }

  /// Yes or no.
  mutating func flag(_ name: String, _ fields: Fields) -> Bool? {
    guard let node = node(name, fields) else { return nil }
    if case .scalar(let text) = node.content {
      if ["true", "yes", "on"].contains(text) { return true }
      if ["false", "no", "off"].contains(text) { return false }
    }
    report(node.location, "value", "\(name) is \(node.description); it must be true or false")
    return nil
  }

  /// Two numbers, the first the smaller: `[-6, 6]`.
  mutating func range(_ name: String, _ fields: Fields) -> ClosedRange<Double>? {
    guard let node = node(name, fields) else { return nil }
    if case .list(let nodes) = node.content, nodes.count == 2,
      let low = number(nodes[0], name), let high = number(nodes[1], name), low < high
    {
      return low...high
    }
    report(
      node.location, "value",
      "\(name) is \(node.description); it must be two numbers, the smaller first, as in [-6, 6]")
    return nil
  }

  /// One of a few words.
  mutating func choice(
    _ name: String, _ fields: Fields, among words: [String], isRequired: Bool = false
  ) -> String? {
    guard let node = node(name, fields, isRequired: isRequired), let word = text(node, name) else {
      return nil
    }
    if words.contains(word) { return word }
    report(
      node.location, "value",
      "\(name) is \(word); it must be one of \(words.joined(separator: ", "))"
        + Suggestion.sentence(for: word, among: words))
    return nil
  }
}
