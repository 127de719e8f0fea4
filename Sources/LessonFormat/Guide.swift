// SPDX-License-Identifier: MIT
internal import Experiments

/// Questions to be answered with yes or no, which lead to advice.
public struct Guide: Hashable, Sendable {
  /// What an answer leads to.
  public enum Branch: Hashable, Sendable {
    /// The question of this index.
    case question(Int)
    /// What is the matter and what to do.
    case advice(Advice)
  }

  /// What is the matter and what to do.
  public struct Advice: Hashable, Sendable {
    /// What is the matter.
    public var cause: [Inline]
    /// What to do, the first thing to try first.
    public var steps: [[Inline]]
    /// Where it is explained.
    public var section: String?
  }

  /// One question.
  public struct Step: Hashable, Sendable {
    /// The name, unique in its guide.
    public var id: String
    /// What is asked.
    public var prompt: [Inline]
    /// The verdict on a run that answers this question with yes, or `nil`.
    public var sign: String?
    /// What yes leads to.
    public var yes: Branch
    /// What no leads to.
    public var no: Branch
  }

  /// The name, unique in its lesson.
  public var id: String
  /// The title above it.
  public var title: String
  /// The questions, the first to be asked first.
  public var steps: [Step]
}

extension Guide {
  /// Reads a `guide` block.
  init(_ node: YAMLNode, id: String, in context: LessonContext, _ reader: inout BlockReader) {
    let fields = reader.fields(
      node, of: "a guide", known: ["title", "questions", "otherwise"])
    self.id = id
    title = reader.text("title", fields) ?? id
    steps = []
    let nodes = reader.list("questions", fields, isRequired: true)
    let known = ["id", "ask", "sign", "yes", "no"]
    let groups = nodes.map { reader.fields($0, of: "a question", known: known) }
    var ids: [String] = []
    for group in groups {
      let name = reader.text("id", group, isRequired: true) ?? ""
      if !name.isEmpty, ids.contains(name) {
        reader.report(group.location, "duplicate-id", "two questions are called \(name)")
      }
      ids.append(name)
    }
    var last = Branch.advice(Advice(cause: [], steps: [], section: nil))
    if let node = reader.node("otherwise", fields) {
      last = Branch(node, ids: ids, in: context, &reader) ?? last
    }
    for (index, group) in groups.enumerated() {
      let next = index + 1 < groups.count ? Branch.question(index + 1) : last
      var branches = (yes: next, no: next)
      if let node = reader.node("yes", group, isRequired: true) {
        branches.yes = Branch(node, ids: ids, in: context, &reader) ?? next
      }
      if let node = reader.node("no", group) {
        branches.no = Branch(node, ids: ids, in: context, &reader) ?? next
      }
      for case .question(let target) in [branches.yes, branches.no] where target <= index {
        reader.report(
          group.location, "value", "\(ids[index]) leads back to \(ids[target]); go on, never back")
      }
      steps.append(
        Step(
          id: ids[index], prompt: reader.prose("ask", group, isRequired: true),
          sign: reader.text("sign", group), yes: branches.yes, no: branches.no))
    }
  }
}

extension Guide.Branch {
  fileprivate init?(
    _ node: YAMLNode, ids: [String], in context: LessonContext, _ reader: inout BlockReader
  ) {
    guard case .map = node.content else {
      let steps: [[Inline]]
      if case .list(let nodes) = node.content {
        steps = nodes.compactMap { reader.text($0, "advice").map(MarkdownParser.inlines) }
      } else {
        steps = [reader.text(node, "advice").map(MarkdownParser.inlines) ?? []]
      }
      self = .advice(.init(cause: [], steps: steps, section: nil))
      return
    }
    let fields = reader.fields(
      node, of: "an answer", known: ["cause", "advice", "section", "go"])
    if let target = reader.text("go", fields) {
      guard let index = ids.firstIndex(of: target) else {
        reader.report(
          node.location, "reference",
          "there is no question \(target)\(Suggestion.sentence(for: target, among: ids))")
        return nil
      }
      self = .question(index)
      return
    }
    let section = reader.text("section", fields)
    if let section { context.checkSection(section, at: node.location, &reader) }
    self = .advice(
      .init(
        cause: reader.prose("cause", fields),
        steps: reader.texts("advice", fields, isRequired: true).map(MarkdownParser.inlines),
        section: section))
  }
}
