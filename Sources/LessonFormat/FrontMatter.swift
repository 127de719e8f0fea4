// SPDX-License-Identifier: MIT

/// What stands above a lesson, between two lines of `---`.
struct FrontMatter {
  /// The newest format that this program reads.
  static let newestVersion = 1

  var title: String?
  var id: String?
  var objectives: [String] = []
  var version = FrontMatter.newestVersion
  /// Whether a new learner begins with this lesson.
  var isStart = false
  /// How many lines it takes, its rules included; 0 where there is none.
  var lineCount = 0
  var findings: [LessonFinding] = []

  /// Reads the front matter of a lesson, as far as it can be read.
  init(_ source: SourceText, file: String) {
    let top = SourceLocation(file: file, line: 1)
    guard let end = Self.end(in: source) else {
      findings = [
        LessonFinding(
          top, rule: "front-matter",
          message: "a lesson begins with title, id, objectives and format_version "
            + "between two lines of ---")
      ]
      return
    }
    lineCount = end + 1
    let text = (1..<end).map { String(decoding: source.line($0), as: UTF8.self) + "\n" }.joined()
    let node: YAMLNode?
    do {
      node = try YAMLParser.parse(text) { SourceLocation(file: file, line: $0 + 1, column: $1) }
    } catch {
      findings = [error]
      return
    }
    var reader = BlockReader()
    let fields = reader.fields(
      node ?? YAMLNode(content: .map([]), location: top), of: "the front matter",
      known: ["title", "id", "objectives", "format_version", "start"])
    title = reader.text("title", fields, isRequired: true)
    id = reader.text("id", fields, isRequired: true)
    objectives = reader.texts("objectives", fields, isRequired: true)
    if reader.node("format_version", fields, isRequired: true) != nil {
      version = reader.count("format_version", fields, within: 1...1_000_000) ?? 1
    }
    isStart = reader.flag("start", fields) ?? false
    if let id, !LiveFence.isIdentifier(id) {
      reader.report(
        fields.entries["id"]?.value.location ?? top, "value",
        "id is \(id); it must be small letters, digits and hyphens")
    }
    if version > Self.newestVersion, let place = fields.entries["format_version"]?.value.location {
      reader.report(
        place, "format-version",
        "this lesson is written in format \(version); this program reads up to "
          + "\(Self.newestVersion), so it needs a newer program"
      )
    }
    findings = reader.findings
  }

  /// The line, from 0, of the closing rule.
  private static func end(in source: SourceText) -> Int? {
    guard source.lineCount > 1, isRule(source.line(0), marks: [0x2D]) else { return nil }
    return (1..<source.lineCount).first { isRule(source.line($0), marks: [0x2D, 0x2E]) }
  }

  private static func isRule(_ line: ArraySlice<UInt8>, marks: [UInt8]) -> Bool {
    var line = line
    while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
    guard line.count == 3, let first = line.first, marks.contains(first) else { return false }
    return line.allSatisfy { $0 == first }
  }
}
