// SPDX-License-Identifier: MIT
import Charts
import Experiments
import TerminalText

extension ExperimentPanel {
  /// The output: how the run ended, its charts, its final figures, what they say.
  func outputLines(_ layout: PanelLayout) -> [Line] {
    var lines: [Line] = []
    if let progress { lines.append(progressLine(progress, layout)) }
    guard let output else { return lines }
    if progress == nil { lines.append(outcomeLine(output, layout)) }
    lines.append(Line())
    lines += figureLines(output, layout)
    lines +=
      output.report.isSingle
      ? measureLines(output.report, layout)
      : output.report.measureTable(
        glyphs: layout.glyphs, preferring: experiment.claims.map(\.measure)
      )
      .lines(width: layout.width, glyphs: layout.glyphs)
    lines += comparisonLines(output, layout)
    for note in notes { lines += layout.wrapped(note) }
    if output.report.isSingle, let diagnosis = output.report.results.first?.diagnosis {
      lines += diagnosisLines(diagnosis, layout)
    }
    return lines
  }

  private func progressLine(_ progress: Double, _ layout: PanelLayout) -> Line {
    var percent = NumberFormat.percent(progress)
    if let secondsLeft, secondsLeft >= 1 {
      percent += ", about \(NumberFormat.fixed(secondsLeft, decimals: 0)) s left"
    }
    let room = max(0, min(40, layout.width - 20 - percent.displayWidth))
    let done = Int((Double(room) * min(1, max(0, progress))).rounded())
    var line = Line(
      earlierNumber == nil ? "  running  " : "  drawing it again  ", Style(.label, emphasis: .bold))
    if room >= 10 {
      line.append(String(repeating: layout.isPlain ? "#" : "█", count: done), Style(.series(0)))
      line.append(String(repeating: layout.isPlain ? "." : "░", count: room - done), Style(.faint))
    }
    line.append("  \(percent)")
    return line.clipped(to: layout.width, glyphs: layout.glyphs)
  }

  private func outcomeLine(_ output: Output, _ layout: PanelLayout) -> Line {
    var line = Line(
      "  Out [\(output.number.map(String.init) ?? " ")]", Style(.label, emphasis: .bold))
    if isStale { line.append("  stale: Enter runs it anew", Style(.warning)) }
    let report = output.report
    if report.isSingle, let result = report.results.first {
      line.append("  \(result.outcomeText)", Style(result.outcomeRole))
      line.append(" in \(Self.time(result.computeSeconds))", Style(.faint))
    } else {
      let count = report.request.variants.count
      let seeds = report.request.seeds
      let ended = report.results.count { !$0.isPending }
      var text = "  \(report.results.count) runs"
      if ended < report.results.count { text = "  \(ended) of\(text.dropFirst())" }
      if count > 1 { text += ", \(count) variants" }
      if seeds > 1 { text += count > 1 ? ", \(seeds) seeds each" : " over \(seeds) seeds" }
      line.append(text)
      line.append(
        " in \(Self.time(report.results.reduce(0) { $0 + $1.computeSeconds })) of computing",
        Style(.faint))
    }
    return line.clipped(to: layout.width, glyphs: layout.glyphs)
  }

  /// A duration in the unit that suits it.
  public static func time(_ seconds: Double) -> String {
    if seconds < 0.0995 { return "\(NumberFormat.fixed(seconds * 1000, decimals: 1)) ms" }
    return "\(NumberFormat.fixed(seconds, decimals: seconds < 10 ? 2 : 0)) s"
  }

  private func measureLines(_ report: ExperimentReport, _ layout: PanelLayout) -> [Line] {
    guard let result = report.results.first else { return [] }
    var spans: [Span] = []
    for measure in experiment.kind.measures {
      guard let value = result.measure(measure.name) else { continue }
      // A sign stays with what it ends, so that no line begins with one.
      let sign = layout.isPlain ? "\u{a0}| " : "\u{a0}· "
      if !spans.isEmpty { spans.append(Span(sign, Style(.faint))) }
      let name = measure.name.readable.replacingBlanks
      spans.append(Span("\(name)\u{a0}", Style(.faint)))
      spans.append(Span(measure.text(value).replacingBlanks, Style(.text, emphasis: .bold)))
    }
    return wrap(spans, width: layout.width, firstIndent: 2, hangingIndent: 2)
  }

  private func diagnosisLines(_ diagnosis: Diagnosis, _ layout: PanelLayout) -> [Line] {
    let role: Role =
      switch diagnosis.finding {
      case .goodFit: .correct
      case .stillLearning, .unclear: .text
      default: .warning
      }
    var spans = [Span("\(diagnosis.finding.rawValue): ", Style(role, emphasis: .bold))]
    spans.append(Span(diagnosis.evidence))
    if !diagnosis.advice.isEmpty { spans.append(Span(" \(diagnosis.advice)", Style(.faint))) }
    let plain = layout.isPlain ? spans.map { Span(asciiForm(of: $0.text), $0.style) } : spans
    return wrap(plain, width: layout.width, firstIndent: 2, hangingIndent: 2)
  }
}

extension String {
  /// A snake-case name as words.
  public var readable: String { String(map { $0 == "_" ? " " : $0 }) }

  /// The text with blanks that do not break.
  var replacingBlanks: String { String(map { $0 == " " ? "\u{a0}" : $0 }) }
}

extension ExperimentKind.Measure {
  /// A measure that is kept with more decimals is shown in its first digits instead.
  private static let mostDecimals = 4

  /// A value with its unit, in the measure's digits; one that exploded, as a power of ten.
  ///
  /// A percentage that is no number is a share of nothing: precision where nothing is taken for a one.
  public func text(_ value: Double) -> String {
    if value.isNaN { return unit == "%" ? "undefined" : "NaN" }
    let number =
      decimals < 0 || decimals > Self.mostDecimals || value.magnitude >= 1e9
      ? NumberFormat.significant(value, digits: 3) : NumberFormat.fixed(value, decimals: decimals)
    return unit.isEmpty ? number : "\(number) \(unit)"
  }
}

extension ExperimentResult {
  /// How the run ended, in words.
  public var outcomeText: String {
    switch outcome {
    case .completed: history.map { "\($0.count) epochs" } ?? "done"
    case .stoppedEarly(let best):
      "\(history?.count ?? 0) epochs, stopped early: weights of epoch \(best) kept;"
    case .diverged(let where_): "diverged in epoch \(where_.epoch), step \(where_.step)"
    case .cancelled: "cancelled after \(history?.count ?? 0) epochs"
    }
  }

  /// The role that the ending is shown in.
  var outcomeRole: Role {
    switch outcome {
    case .completed, .stoppedEarly: .text
    case .diverged, .cancelled: .warning
    }
  }
}
