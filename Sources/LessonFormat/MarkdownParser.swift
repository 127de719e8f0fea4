// SPDX-License-Identifier: MIT
internal import CMD4C

/// Markdown, by md4c: CommonMark with tables, task lists, strikethrough and mathematics.
///
/// Raw HTML is text. Addresses are links only within `<` and `>`. The packaged md4c 0.4.8 reads one
/// byte too far on some texts, so that it is always given a copy with a NUL after the text; and it
/// takes very long on some contrived ones, which `MarkdownLimits` turns away before.
enum MarkdownParser {
  /// What a text came to.
  struct Result {
    var blocks: [Block]
    var findings: [LessonFinding]
  }

  /// Parses a text whose first line is a given line of a file.
  static func parse(
    _ source: SourceText, file: String, firstLine: Int = 1,
    interpret: @escaping (Fence) -> Block.Kind = { .code(label: $0.words.first ?? "", $0.text) }
  ) -> Result {
    if let (line, message) = MarkdownLimits.problem(in: source) {
      let place = SourceLocation(file: file, line: firstLine + line)
      let finding = LessonFinding(place, rule: "limits", message: message)
      return Result(
        blocks: [Block(.invalid(finding, source: ""), at: place)], findings: [finding])
    }
    let builder = MarkdownBuilder(source, file: file, firstLine: firstLine, interpret: interpret)
    withExtendedLifetime(builder) { run(builder, on: source.utf8) }
    var findings: [LessonFinding] = []
    var blocks = builder.finish()
    if let place = builder.tooDeep {
      findings.append(
        LessonFinding(
          place, rule: "nesting",
          message: "nested deeper than \(MarkdownBuilder.depthLimit); shown less deep"))
    }
    if builder.isExhausted {
      let place = builder.location(at: builder.reached)
      let finding = LessonFinding(
        place, rule: "limits",
        message: "the text grows without measure here; what follows is left out")
      findings.append(finding)
      blocks.append(Block(.invalid(finding, source: ""), at: place))
    }
    return Result(blocks: blocks, findings: findings)
  }

  /// Parses a few words, a sentence or more, as running text.
  static func inlines(_ text: String) -> [Inline] {
    let blocks = parse(SourceText(text.utf8), file: "").blocks
    var inlines: [Inline] = []
    for block in blocks {
      if !inlines.isEmpty { inlines += [.lineBreak, .lineBreak] }
      switch block.kind {
      case .paragraph(let children), .heading(_, let children, _): inlines += children
      case .math(let source): inlines.append(.math(source, isDisplay: true))
      default: return [.text(text)]
      }
    }
    return inlines
  }

  private static let flags =
    MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_LATEXMATHSPANS
    | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS

  private static func run(_ builder: MarkdownBuilder, on utf8: [UInt8]) {
    var parser = MD_PARSER()
    parser.flags = UInt32(flags)
    parser.enter_block = { type, detail, data in
      MarkdownParser.builder(data).reportEnter(type, detail)
    }
    parser.leave_block = { type, _, data in
      let builder = MarkdownParser.builder(data)
      builder.leave(type)
      return builder.isAffordable() ? 0 : -1
    }
    parser.enter_span = { type, detail, data in
      MarkdownParser.builder(data).reportEnter(type, detail)
    }
    parser.leave_span = { _, _, data in
      let builder = MarkdownParser.builder(data)
      builder.leaveSpan()
      return builder.isAffordable() ? 0 : -1
    }
    parser.text = { type, text, count, data in
      MarkdownParser.builder(data).reportText(type, text, Int(count))
    }
    let terminated = utf8 + [0]
    terminated.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        builder.base = characters.baseAddress
        _ = md_parse(
          characters.baseAddress, MD_SIZE(utf8.count), &parser,
          Unmanaged.passUnretained(builder).toOpaque())
        builder.base = nil
      }
    }
  }

  /// The builder that md4c hands back with each report.
  private static func builder(_ data: UnsafeMutableRawPointer?) -> MarkdownBuilder {
    // md4c returns exactly the pointer that `run` gave it, while `run` keeps the builder alive.
    Unmanaged<MarkdownBuilder>.fromOpaque(data.unsafelyUnwrapped).takeUnretainedValue()
  }
}
