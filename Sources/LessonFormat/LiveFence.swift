// SPDX-License-Identifier: MIT
internal import Experiments

/// A fence that may come alive: its kind and its identifier are looked at, then its settings.
struct LiveFence {
  private typealias Reading =
    @Sendable (
      YAMLNode, String, LessonContext, inout BlockReader
    ) -> Block.Kind?

  /// The kinds of live block, and how their settings are read.
  private static let kinds: [(name: String, read: Reading)] = [
    ("experiment", { experiment($0, $1, &$3) }),
    ("quiz", { .quiz(Quiz($0, id: $1, in: $2, &$3)) }),
    ("predict", { .predict(Prediction($0, id: $1, in: $2, &$3)) }),
    ("challenge", { Challenge($0, id: $1, in: $2, &$3).map(Block.Kind.challenge) }),
    ("figure", { FigureBlock($0, id: $1, in: $2, &$3).map(Block.Kind.figure) }),
    ("guide", { .guide(Guide($0, id: $1, in: $2, &$3)) }),
  ]

  let fence: Fence
  let kind: String
  let id: String?

  /// Looks at a fence; `nil` where it is plain code.
  init?(_ fence: Fence) {
    let words = fence.words
    guard let first = words.first else { return nil }
    let names = Self.kinds.map(\.name)
    if names.contains(first) {
      kind = first
    } else if words.count == 2, Self.isIdentifier(words[1]),
      Suggestion.nearest(to: first, among: names) != nil
    {
      kind = first
    } else {
      return nil
    }
    self.fence = fence
    id = words.count > 1 ? words[1] : nil
  }

  /// Whether the block is of a kind that others refer to, and has to be read before them.
  var isExperiment: Bool { kind == "experiment" }

  /// Reads the block; what is wrong with it comes back as findings, and makes it invalid.
  func read(in context: LessonContext) -> (kind: Block.Kind, findings: [LessonFinding]) {
    var reader = BlockReader()
    let result = settled(in: context, &reader)
    if let finding = reader.findings.first {
      return (.invalid(finding, source: fence.text), reader.findings)
    }
    if let result { return (result, []) }
    let finding = LessonFinding(
      fence.location, rule: "value", message: "this block is not complete")
    return (.invalid(finding, source: fence.text), [finding])
  }

  private func settled(in context: LessonContext, _ reader: inout BlockReader) -> Block.Kind? {
    guard let row = Self.kinds.first(where: { $0.name == kind }) else {
      let names = Self.kinds.map(\.name)
      reader.report(
        fence.location, "unknown-kind",
        "there is no kind of block \(kind)\(Suggestion.sentence(for: kind, among: names))")
      return nil
    }
    guard !fence.isNested else {
      reader.report(
        fence.location, "nesting",
        "this \(kind) stands in a list or a quotation; it must stand at the left margin")
      return nil
    }
    guard let id, Self.isIdentifier(id), fence.words.count == 2 else {
      reader.report(
        fence.location, "missing-key",
        "after \(kind) stands its name alone, in small letters, digits and hyphens, "
          + "as in \(kind) my-first")
      return nil
    }
    do {
      guard let node = try YAMLParser.parse(fence.text, at: fence.location(line:column:)) else {
        reader.report(fence.location, "missing-key", "this \(kind) has no settings")
        return nil
      }
      return row.read(node, id, context, &reader)
    } catch {
      reader.report(error)
      return nil
    }
  }

  private static func experiment(
    _ node: YAMLNode, _ id: String, _ reader: inout BlockReader
  ) -> Block.Kind? {
    guard let settings = node.settings else {
      reader.report(node.location, "value", "an experiment must be settings, as in name: value")
      return nil
    }
    do {
      return .experiment(try Experiment(id: id, settings: settings))
    } catch {
      reader.report(LessonFinding(error, in: node.location))
      return nil
    }
  }

  /// Whether a word can name a block: small letters, digits and hyphens, a letter first.
  static func isIdentifier(_ word: String) -> Bool {
    guard let first = word.utf8.first, (0x61...0x7A).contains(first), word.utf8.count <= 64 else {
      return false
    }
    return word.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
  }
}
