// SPDX-License-Identifier: MIT
public import Experiments

/// A goal to reach by changing an experiment, judged over seeds that the learner does not see.
public struct Challenge: Hashable, Sendable {
  /// The name, unique in its lesson.
  public var id: String
  /// The title above it.
  public var title: String
  /// What it is about, in a few sentences.
  public var introduction: [Inline]
  /// The experiment that is changed.
  public var experiment: String
  /// What every run must show.
  public var goals: [Claim]
  /// Over how many hidden seeds it is judged.
  public var seeds: Int
  /// What may be changed, by name.
  public var edit: [String]
  /// What is changed against the experiment before the learner begins.
  public var start: [Setting]
  /// Hints, the most helpful last.
  public var hints: [[Inline]]
  /// Settings that reach the goal.
  public var solution: [Setting]
  /// What is said once the goal is reached.
  public var explanation: [Inline]
}

extension Challenge {
  /// Reads a `challenge` block.
  init?(_ node: YAMLNode, id: String, in context: LessonContext, _ reader: inout BlockReader) {
    let fields = reader.fields(
      node, of: "a challenge",
      known: [
        "title", "ask", "experiment", "goal", "seeds", "edit", "start", "hints", "solution",
        "explain",
      ])
    self.id = id
    title = reader.text("title", fields) ?? id
    introduction = reader.prose("ask", fields)
    hints = reader.texts("hints", fields).map(MarkdownParser.inlines)
    explanation = reader.prose("explain", fields)
    seeds = reader.count("seeds", fields, within: 1...1000) ?? 5
    let goalNodes = reader.list("goal", fields, isRequired: true)
    let editable = reader.texts("edit", fields)
    guard let name = reader.text("experiment", fields, isRequired: true),
      let place = fields.entries["experiment"]?.value.location,
      let target = context.experiment(name, at: place, &reader)
    else { return nil }
    experiment = name
    goals = goalNodes.compactMap { Self.goal($0, of: target, &reader) }
    start = Self.settings("start", fields, for: target, &reader)
    solution = Self.settings("solution", fields, for: target, isRequired: true, &reader)
    edit = editable.isEmpty ? target.edit.map(\.name) : editable
    for name in editable {
      let place = fields.entries["edit"]?.value.location ?? node.location
      let setting = Setting(
        name: name, value: .scalar(""),
        position: SourcePosition(line: place.line, column: place.column))
      do {
        _ = try target.kind.hyperparameter(named: setting)
      } catch {
        reader.report(LessonFinding(error, in: place))
      }
    }
  }

  private static func goal(
    _ node: YAMLNode, of experiment: Experiment, _ reader: inout BlockReader
  ) -> Claim? {
    guard let condition = reader.text(node, "goal") else { return nil }
    do {
      return try Claim(
        condition: condition, kind: experiment.kind,
        position: SourcePosition(line: node.location.line, column: node.location.column))
    } catch {
      reader.report(LessonFinding(error, in: node.location))
      return nil
    }
  }

  private static func settings(
    _ name: String, _ fields: BlockReader.Fields, for experiment: Experiment,
    isRequired: Bool = false, _ reader: inout BlockReader
  ) -> [Setting] {
    guard let node = reader.node(name, fields, isRequired: isRequired) else { return [] }
    guard let settings = node.settings else {
      reader.report(
        node.location, "value", "\(name) must be settings, as in {hidden: [4], noise: 0.3}")
      return []
    }
    do {
      _ = try experiment.hyperparameters(with: settings)
    } catch {
      reader.report(LessonFinding(error, in: node.location))
    }
    return settings
  }
}
