// SPDX-License-Identifier: MIT

/// A piece of running text.
public indirect enum Inline: Hashable, Sendable {
  /// Plain text, its entities and escapes already decoded.
  case text(String)
  /// `*emphasis*`.
  case emphasis([Inline])
  /// `**strong emphasis**`.
  case strong([Inline])
  /// `~~strikethrough~~`.
  case strikethrough([Inline])
  /// Computer code.
  case code(String)
  /// A formula in LaTeX, without its dollar signs, exactly as written.
  case math(String, isDisplay: Bool)
  /// A link and where it leads.
  case link(target: String, [Inline])
  /// An image: its alternative text and where it is.
  case image(target: String, [Inline])
  /// A line break of the source, which is a blank in print.
  case softBreak
  /// A line break that is kept.
  case lineBreak

  /// The text alone: formulas as their source, images as their alternative text.
  public var plainText: String {
    switch self {
    case .text(let text), .code(let text), .math(let text, _): text
    case .emphasis(let children), .strong(let children), .strikethrough(let children),
      .link(_, let children), .image(_, let children):
      children.plainText
    case .softBreak: " "
    case .lineBreak: "\n"
    }
  }
}

extension [Inline] {
  /// The text alone, in order.
  public var plainText: String { map(\.plainText).joined() }
}
