// SPDX-License-Identifier: MIT
internal import Experiments

extension Quiz {
  /// Reads a `quiz` block.
  init(_ node: YAMLNode, id: String, in context: LessonContext, _ reader: inout BlockReader) {
    let fields = reader.fields(node, of: "a quiz", known: ["title", "questions"])
    self.id = id
    title = reader.text("title", fields) ?? "Questions"
    questions = []
    var ids = Set<String>()
    for node in reader.list("questions", fields, isRequired: true) {
      guard let question = Question(node, in: context, &reader) else { continue }
      if !ids.insert(question.id).inserted {
        reader.report(node.location, "duplicate-id", "two questions are called \(question.id)")
      }
      questions.append(question)
    }
  }
}

extension Question {
  private static let settings = [
    "id", "ask", "kind", "options", "answer", "tolerance", "unit", "order", "explain", "hints",
    "section", "experiment", "show",
  ]

  /// Reads one question.
  init?(_ node: YAMLNode, in context: LessonContext, _ reader: inout BlockReader) {
    let fields = reader.fields(node, of: "a question", known: Self.settings)
    let id = reader.text("id", fields, isRequired: true)
    let prompt = reader.prose("ask", fields, isRequired: true)
    guard let kind = Kind(fields, &reader), let id else { return nil }
    self.id = id
    self.prompt = prompt
    self.kind = kind
    explanation = reader.prose("explain", fields)
    hints = reader.texts("hints", fields).map(MarkdownParser.inlines)
    section = reader.text("section", fields)
    experiment = reader.text("experiment", fields)
    picture = Picture(fields, in: context, &reader)
    location = node.location
    if let section, let place = fields.entries["section"]?.value.location {
      context.checkSection(section, at: place, &reader)
    }
  }
}

extension Question.Kind {
  private static let names = ["choice", "choices", "number", "order"]

  /// The settings that not every kind has.
  private static let settings: [(name: String, owners: [String])] = [
    ("options", ["choice", "choices"]), ("answer", ["number"]), ("tolerance", ["number"]),
    ("unit", ["number"]), ("order", ["order"]),
  ]

  /// The kind that is named, or that the settings given speak of.
  fileprivate init?(_ fields: BlockReader.Fields, _ reader: inout BlockReader) {
    let named = reader.choice("kind", fields, among: Self.names)
    let options = reader.list("options", fields).compactMap { Question.Option($0, &reader) }
    let rightCount = options.count { $0.isCorrect }
    let spokenOf =
      fields.entries["answer"] != nil
      ? "number" : fields.entries["order"] != nil ? "order" : rightCount > 1 ? "choices" : "choice"
    let kind = named ?? spokenOf
    for (name, owners) in Self.settings {
      guard let entry = fields.entries[name], !owners.contains(kind) else { continue }
      reader.report(entry.location, "unknown-key", "a question of kind \(kind) has no \(name)")
    }
    switch kind {
    case "number":
      guard let answer = reader.number("answer", fields, isRequired: true) else { return nil }
      let tolerance = reader.number("tolerance", fields) ?? 0
      self = .number(
        answer, tolerance: abs(tolerance), unit: reader.text("unit", fields) ?? "")
    case "order":
      let things = reader.texts("order", fields, isRequired: true)
      if things.count < 2 || things.count > Question.letters.count {
        reader.report(fields.location, "value", "order needs two things or more, at most 26")
        return nil
      }
      self = .order(
        things.map { .init(text: MarkdownParser.inlines($0), isCorrect: true, feedback: []) })
    default:
      if options.count < 2 || options.count > Question.letters.count {
        reader.report(fields.location, "value", "a question needs two options or more, at most 26")
        return nil
      }
      if rightCount == 0 || (kind == "choice" && rightCount > 1) {
        let wanted = kind == "choice" ? "one option" : "at least one option"
        reader.report(fields.location, "value", "\(wanted) must have correct: true")
        return nil
      }
      self = kind == "choice" ? .choice(options) : .choices(options)
    }
  }
}

extension Question.Option {
  fileprivate init?(_ node: YAMLNode, _ reader: inout BlockReader) {
    if case .scalar(let text) = node.content {
      self.init(text: MarkdownParser.inlines(text), isCorrect: false, feedback: [])
      return
    }
    let fields = reader.fields(node, of: "an option", known: ["text", "correct", "because"])
    guard reader.node("text", fields, isRequired: true) != nil else { return nil }
    self.init(
      text: reader.prose("text", fields), isCorrect: reader.flag("correct", fields) ?? false,
      feedback: reader.prose("because", fields))
  }
}

extension Question.Picture {
  fileprivate init?(
    _ question: BlockReader.Fields, in context: LessonContext, _ reader: inout BlockReader
  ) {
    guard let node = reader.node("show", question) else { return nil }
    if case .scalar(let experiment) = node.content {
      self.init(experiment: experiment, overrides: [], figure: nil)
    } else {
      let fields = reader.fields(node, of: "show", known: ["experiment", "with", "figure"])
      guard let experiment = reader.text("experiment", fields, isRequired: true) else { return nil }
      self.init(
        experiment: experiment, overrides: fields.entries["with"]?.value.settings ?? [],
        figure: reader.text("figure", fields))
    }
    context.checkExperiment(experiment, with: overrides, at: node.location, &reader)
  }
}
