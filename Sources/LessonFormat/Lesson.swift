// SPDX-License-Identifier: MIT
internal import Experiments
internal import Training

/// A lesson: what a file says, understood.
///
///     let lesson = Lesson(parsing: text, file: "Lessons/08-growing-pains/01-overfitting.md")
///
/// A lesson can always be read. What cannot be understood becomes an `invalid` block in its place and
/// a finding; the rest is there.
public struct Lesson: Sendable {
  /// The name, unique in the course.
  public var id: String
  /// The title.
  public var title: String
  /// What a learner can do afterwards.
  public var objectives: [String]
  /// The version of the format that it is written in.
  public var formatVersion: Int
  /// The blocks, in order.
  public var blocks: [Block]
  /// The file as it was named.
  public var file: String
  /// What is wrong with it, in order.
  public var findings: [LessonFinding]

  /// Reads a lesson from text.
  public init(parsing text: String, file: String) { self.init(parsing: text.utf8, file: file) }

  /// Reads a lesson from bytes; malformed UTF-8 becomes U+FFFD.
  public init(parsing bytes: some Collection<UInt8>, file: String) {
    self.file = file
    guard bytes.count <= MarkdownLimits.size else {
      let message = "the lesson has \(bytes.count) bytes; at most \(MarkdownLimits.size) are read"
      let top = SourceLocation(file: file, line: 1)
      self = .refused(by: LessonFinding(top, rule: "limits", message: message))
      return
    }
    let source = SourceText(bytes)
    let front = FrontMatter(source, file: file)
    if let refusal = front.findings.first(where: { $0.rule == "format-version" }) {
      self = .refused(by: refusal)
      title = front.title ?? title
      id = front.id ?? id
      formatVersion = front.version
      return
    }
    var fences: [SourceLocation: LiveFence] = [:]
    let body = source.dropping(lines: front.lineCount)
    let markdown = MarkdownParser.parse(body, file: file, firstLine: front.lineCount + 1) { fence in
      if let live = LiveFence(fence) {
        if fence.isNested { return live.read(in: LessonContext()).kind }
        fences[fence.location] = live
      }
      return .code(label: fence.words.first ?? "", fence.text)
    }
    blocks = markdown.blocks
    findings = front.findings + markdown.findings
    objectives = front.objectives
    formatVersion = front.version
    id = front.id ?? Self.name(ofFile: file)
    title = front.title ?? ""
    if title.isEmpty { title = firstHeading ?? id }
    nameFirstHeading()
    awaken(fences)
    findings += nestedFindings
    findings += MarkdownTraps.findings(
      in: body, file: file, firstLine: front.lineCount + 1, blocks: blocks)
    findings.sort { $0.location < $1.location }
  }

  private init(refusal finding: LessonFinding) {
    file = finding.location.file
    id = Self.name(ofFile: finding.location.file)
    title = Self.name(ofFile: finding.location.file)
    objectives = []
    formatVersion = FrontMatter.newestVersion
    blocks = [Block(.invalid(finding, source: ""), at: finding.location)]
    findings = [finding]
  }

  /// A lesson of nothing but the reason why it is not read.
  private static func refused(by finding: LessonFinding) -> Lesson { Lesson(refusal: finding) }

  /// Reads the live blocks, several at a time: experiments first, since the others refer to them.
  private mutating func awaken(_ fences: [SourceLocation: LiveFence]) {
    var context = LessonContext()
    context.anchors = Set(headings.map(\.anchor))
    var ids = Set<String>()
    for isExperimentTurn in [true, false] {
      let turn = blocks.indices.compactMap { index -> (index: Int, fence: LiveFence)? in
        guard case .code = blocks[index].kind, let fence = fences[blocks[index].location],
          fence.isExperiment == isExperimentTurn
        else { return nil }
        return (index, fence)
      }
      let read = concurrentMap(count: turn.count) { [context] in
        turn[$0].fence.read(in: context)
      }
      for ((index, fence), result) in zip(turn, read) {
        guard var (kind, found) = result else { continue }
        if let id = fence.id, found.isEmpty, !ids.insert(id).inserted {
          let finding = LessonFinding(
            blocks[index].location, rule: "duplicate-id",
            message: "two blocks of this lesson are called \(id)")
          kind = .invalid(finding, source: fence.fence.text)
          found = [finding]
        }
        if case .experiment(let known) = kind { context.experiments[known.id] = known }
        blocks[index].kind = kind
        findings += found
      }
    }
  }
}
