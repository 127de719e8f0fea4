// SPDX-License-Identifier: MIT

extension Block {
  /// All running text of the block and of those in it, what live blocks ask and say included.
  public var prose: [[Inline]] {
    switch kind {
    case .heading(_, let inlines, _), .paragraph(let inlines): [inlines]
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.prose) }
    case .quote(let blocks): blocks.flatMap(\.prose)
    case .table(let table): ([table.head] + table.rows).flatMap { $0 }
    case .quiz(let quiz): quiz.questions.flatMap(\.prose)
    case .predict(let prediction):
      [prediction.prompt, prediction.explanation]
        + prediction.options.flatMap { [$0.text, $0.feedback] }
    case .challenge(let challenge):
      [challenge.introduction, challenge.explanation] + challenge.hints
    case .figure(let figure): [figure.caption]
    case .guide(let guide): guide.steps.flatMap(\.prose)
    case .code, .math, .thematicBreak, .experiment, .invalid: []
    }
  }

  /// Where its links and images lead, and the sections that its questions lead back to.
  var targets: [String] {
    let own = prose.flatMap { $0.targets }
    switch kind {
    case .quiz(let quiz): return own + quiz.questions.compactMap(\.section)
    case .guide(let guide):
      return own + guide.steps.flatMap { $0.advice.compactMap(\.section) }
    default: return own
    }
  }
}

extension Question {
  fileprivate var prose: [[Inline]] {
    [prompt, explanation] + hints + options.flatMap { [$0.text, $0.feedback] }
  }
}

extension Guide.Step {
  fileprivate var advice: [Guide.Advice] {
    [yes, no].compactMap { if case .advice(let advice) = $0 { advice } else { nil } }
  }

  fileprivate var prose: [[Inline]] { [prompt] + advice.flatMap { [$0.cause] + $0.steps } }
}

extension Block {
  /// The links in its running text, each with the words that lead there.
  public var links: [(text: String, target: String)] { prose.flatMap { $0.links } }
}

extension [Inline] {
  /// The links in it, images left out.
  fileprivate var links: [(text: String, target: String)] {
    flatMap { inline -> [(text: String, target: String)] in
      switch inline {
      case .link(let target, let children): [(children.plainText, target)]
      case .emphasis(let children), .strong(let children), .strikethrough(let children):
        children.links
      case .text, .code, .math, .image, .softBreak, .lineBreak: []
      }
    }
  }

  /// The targets of the links and images in it.
  fileprivate var targets: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .link(let target, let children), .image(let target, let children):
        [target] + children.targets
      case .emphasis(let children), .strong(let children), .strikethrough(let children):
        children.targets
      case .text, .code, .math, .softBreak, .lineBreak: []
      }
    }
  }
}
