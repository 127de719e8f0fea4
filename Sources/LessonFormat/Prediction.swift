// SPDX-License-Identifier: MIT
internal import Experiments

/// A question about an outcome, to be answered before the run that decides it.
public struct Prediction: Hashable, Sendable {
  /// One thing that may happen.
  public struct Option: Hashable, Sendable {
    /// What it says.
    public var text: [Inline]
    /// When it is the right one, judged by the measure; `nil` where the right one is given.
    public var condition: Condition?
    /// What is said to whoever chose it, after the run.
    public var feedback: [Inline]
  }

  /// The name, unique in its lesson.
  public var id: String
  /// What is asked.
  public var prompt: [Inline]
  /// What may happen.
  public var options: [Option]
  /// The option that is right, from 0, where no run decides; `nil` also for a bet that has none.
  public var answer: Int?
  /// The experiment whose run decides.
  public var experiment: String?
  /// The measure that decides.
  public var measure: String?
  /// What is said after the run.
  public var explanation: [Inline]

  /// The option that a measured number makes right, from 0; `nil` where no condition holds.
  public func rightOption(measured number: Double?) -> Int? {
    if let answer { return answer }
    guard let number else { return nil }
    return options.firstIndex { $0.condition?.holds(for: number) == true }
  }
}

extension Prediction {
  /// Reads a `predict` block.
  init(_ node: YAMLNode, id: String, in context: LessonContext, _ reader: inout BlockReader) {
    let fields = reader.fields(
      node, of: "a prediction",
      known: ["ask", "options", "answer", "experiment", "measure", "explain"])
    self.id = id
    prompt = reader.prose("ask", fields, isRequired: true)
    let isDecidedByRun = fields.entries["measure"] != nil
    options = reader.list("options", fields, isRequired: true).compactMap {
      Option($0, isDecidedByRun: isDecidedByRun, &reader)
    }
    experiment = reader.text("experiment", fields, isRequired: isDecidedByRun)
    measure = reader.text("measure", fields)
    explanation = reader.prose("explain", fields)
    answer = nil
    if !isDecidedByRun {
      if fields.entries["answer"] == nil {
        reader.report(
          node.location, "missing-key",
          "a prediction needs answer (a number, or none), or experiment and measure to decide it")
      }
      if reader.text("answer", fields) != "none" {
        answer = reader.count("answer", fields, within: 1...max(1, options.count)).map { $0 - 1 }
      }
    }
    if let experiment, let place = fields.entries["experiment"]?.value.location,
      let known = context.experiment(experiment, at: place, &reader), let measure,
      let spot = fields.entries["measure"]?.value.location
    {
      let names = known.kind.measures.map(\.name)
      if !names.contains(measure) {
        reader.report(
          spot, "value",
          "\(known.kind.name) measures no \(measure)\(Suggestion.sentence(for: measure, among: names))"
            + "; it measures \(names.joined(separator: ", "))")
      }
    }
  }
}

extension Prediction.Option {
  fileprivate init?(_ node: YAMLNode, isDecidedByRun: Bool, _ reader: inout BlockReader) {
    if case .scalar(let text) = node.content, !isDecidedByRun {
      self.init(text: MarkdownParser.inlines(text), condition: nil, feedback: [])
      return
    }
    let known = isDecidedByRun ? ["text", "when", "because"] : ["text", "because"]
    let fields = reader.fields(node, of: "an option", known: known)
    guard reader.node("text", fields, isRequired: true) != nil else { return nil }
    var condition: Condition?
    if let when = reader.text("when", fields, isRequired: isDecidedByRun) {
      condition = Condition(when)
      if condition == nil {
        reader.report(
          fields.entries["when"]?.value.location ?? node.location, "value",
          "when is \(when); write a condition, as in > 10, 5...10 or otherwise")
      }
    }
    self.init(
      text: reader.prose("text", fields), condition: condition,
      feedback: reader.prose("because", fields))
  }
}
