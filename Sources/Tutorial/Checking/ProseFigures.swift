// SPDX-License-Identifier: MIT
import LessonFormat

/// The figures that claims give a lesson's text, and the places where a reader meets them.
///
///     - expect: mean gap > 20
///       seeds: 100
///       text: 31 ± 8 points
///
/// An experiment's own settings are no such place. A figure stands whole: `5 %` is not found in
/// `95 %`, nor one claim's `96 ± 4` in another's `96 ± 4 %`.
struct ProseFigures {
  /// One wording, the claims that give it, and where it stands.
  struct Figure {
    /// The wording, as the claims have it.
    var text: String
    /// The claims, in order.
    var checks: [ClaimCheck]
    /// The places in the lesson's bytes.
    var places: [Range<Int>]
    /// How the measurements would be worded now; more than one where claims part ways.
    var expected: [String] {
      checks.map(\.expectedText).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
    /// Whether it has a spread, so that it is hardly met by chance.
    var hasSpread: Bool { text.contains("±") }
  }

  /// The lesson's text.
  let source: SourceBytes
  /// The figures, in the order of their claims.
  let figures: [Figure]

  /// Finds the figures of a lesson's claims in its text.
  init(_ text: String, checks: [ClaimCheck]) {
    source = SourceBytes(text)
    var groups: [Figure] = []
    for check in checks where !check.claim.text.isEmpty {
      if let known = groups.firstIndex(where: { $0.text == check.claim.text }) {
        groups[known].checks.append(check)
      } else {
        groups.append(Figure(text: check.claim.text, checks: [check], places: []))
      }
    }
    for index in groups.indices { groups[index].places = source.places(of: groups[index].text) }
    let all = groups.flatMap(\.places)
    for index in groups.indices {
      groups[index].places.removeAll { place in
        all.contains { $0 != place && $0.contains(place) }
      }
    }
    figures = groups
  }

  /// What is wrong with the figures of the text, in order.
  func findings(in file: String) -> [LessonFinding] {
    let spreads = figures.flatMap(\.places)
    let unmeasured = source.spreads.filter { spread in !spreads.contains { $0.contains(spread) } }
    return figures.compactMap { figure in
      Self.problem(of: figure, source).map {
        LessonFinding(source.location(of: figure, in: file), rule: "figure", message: $0)
      }
    }
      + unmeasured.map {
        LessonFinding(
          source.location(ofByte: $0.lowerBound, in: file), rule: "figure",
          message: "'\(source.text($0))' is measured by no claim of this lesson")
      }
  }

  private static func problem(of figure: Figure, _ source: SourceBytes) -> String? {
    let text = figure.text
    if !text.contains(where: \.isNumber) { return "'\(text)' has no number to be compared" }
    if figure.places.isEmpty { return "'\(text)' does not stand in the prose" }
    if !figure.hasSpread, figure.places.count > 1 {
      return "'\(text)' stands more than once, in \(source.lines(of: figure.places)); "
        + "give the claim more words of its sentence, so that it stands once"
    }
    return nil
  }
}

extension ProseFigures {
  /// The text with the measured figures in the place of those that differ, and a sentence for each
  /// figure that was left alone because its place is not certain.
  func updated() -> (text: String, refusals: [String]) {
    var edits: [(place: Range<Int>, text: String)] = []
    var refusals: [String] = []
    for figure in figures where figure.expected != [figure.text] {
      guard let measured = figure.expected.first, figure.expected.count == 1 else {
        let wordings = figure.expected.map { "'\($0)'" }.joined(separator: ", ")
        refusals.append(
          "'\(figure.text)' is the figure of \(figure.checks.count) claims, which now measure "
            + "\(wordings); edit \(source.lines(of: figure.places)) and their claims by hand")
        continue
      }
      guard figure.hasSpread || figure.places.count == 1 else {
        refusals.append(
          "'\(figure.text)' was measured as '\(measured)' and stands "
            + (figure.places.isEmpty
              ? "nowhere" : "in \(source.lines(of: figure.places))")
            + "; edit it by hand")
        continue
      }
      edits += figure.places.map { source.edit($0, to: measured) }
      edits += figure.checks.compactMap { check in
        check.claim.textPosition.flatMap { source.place(of: figure.text, inLine: $0.line) }
      }.map { ($0, measured) }
    }
    return (source.applying(edits), refusals)
  }
}

extension SourceBytes {
  /// Where a figure's first claim stands.
  fileprivate func location(of figure: ProseFigures.Figure, in file: String) -> SourceLocation {
    let position = figure.checks.first?.claim.position
    return SourceLocation(file: file, line: position?.line ?? 1, column: position?.column ?? 1)
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Self) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
