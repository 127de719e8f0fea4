// SPDX-License-Identifier: MIT

/// A run of text in one style.
public struct Span: Hashable, Sendable {
  /// The text, already made safe for display.
  public var text: String
  /// How it is meant.
  public var style: Style

  /// Makes a span.
  public init(_ text: String, _ style: Style = .text) {
    self.text = text
    self.style = style
  }
}

/// One row of a page: spans of styled text, left to right.
public struct Line: Hashable, Sendable {
  /// The spans, in reading order.
  public var spans: [Span]

  /// Makes a line of spans.
  public init(_ spans: [Span] = []) { self.spans = spans }

  /// Makes a line of one style.
  public init(_ text: String, _ style: Style = .text) {
    spans = text.isEmpty ? [] : [Span(text, style)]
  }

  /// The text alone.
  public var text: String { spans.map(\.text).joined() }

  /// Whether nothing but blanks is in it.
  public var isBlank: Bool { spans.allSatisfy { $0.text.allSatisfy { $0 == " " } } }

  /// Appends text in a style, joined to the last span where the style is the same.
  public mutating func append(_ text: String, _ style: Style = .text) {
    if text.isEmpty { return }
    if let last = spans.indices.last, spans[last].style == style {
      spans[last].text += text
    } else {
      spans.append(Span(text, style))
    }
  }

  /// Appends another line's spans.
  public mutating func append(_ other: Line) {
    for span in other.spans { append(span.text, span.style) }
  }
}

/// The size of a screen or of a region, in cells.
public struct Size: Hashable, Sendable {
  /// The number of columns.
  public var columns: Int
  /// The number of rows.
  public var rows: Int

  /// Makes a size.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// Which characters the terminal can be trusted with, richest first.
public enum GlyphSet: String, CaseIterable, Sendable {
  /// Unicode with braille dots for curves.
  case braille
  /// Unicode with quadrant blocks for curves, for fonts without braille.
  case blocks
  /// ASCII alone.
  case ascii

  /// The characters that a terminal can be trusted with.
  ///
  /// The Linux console and terminals of the VT kind have no braille in their fonts.
  ///
  /// - Parameters:
  ///   - isUnicode: whether the locale's characters are those of UTF-8.
  ///   - terminal: the value of `TERM`; empty where there is none.
  public init(isUnicode: Bool, terminal: String) {
    let isPlain = ["linux", "vt"].contains { terminal.hasPrefix($0) }
    // A dumb terminal is what a screen reader or a log has.
    self = !isUnicode || terminal == "dumb" ? .ascii : isPlain ? .blocks : .braille
  }
}
