// SPDX-License-Identifier: MIT
import Experiments
import TerminalText
import Training

/// An experiment as it stands on the page: its input, its output, and what can be done with it.
public struct ExperimentPanel: Sendable {
  /// A report with the number it was given.
  public struct Output: Sendable {
    /// The number in `Out [n]`; `nil` while it has none.
    public var number: Int?
    /// What was run and what it showed.
    public var report: ExperimentReport

    /// Makes an output.
    public init(number: Int?, report: ExperimentReport) {
      self.number = number
      self.report = report
    }
  }

  /// Which hyperparameter is being edited, and how.
  public struct Editing: Hashable, Sendable {
    /// The row that is chosen, as an index into the experiment's `edit`.
    public var row: Int
    /// What is being typed instead of its value; `nil` while arrows change it.
    public var typed: String?
    /// Why the last entry was refused, or empty.
    public var refusal: String

    /// Makes a state of editing.
    public init(row: Int, typed: String? = nil, refusal: String = "") {
      self.row = row
      self.typed = typed
      self.refusal = refusal
    }
  }

  /// The experiment of the lesson.
  public var experiment: Experiment
  /// The hyperparameters now.
  public var hyperparameters: Hyperparameters
  /// The last output.
  public var output: Output?
  /// The number of a run of an earlier day that is not drawn again yet.
  public var earlierNumber: Int?
  /// Whether the output was made by other hyperparameters.
  public var isStale = false
  /// The share that is done of a run that goes on.
  public var progress: Double?
  /// The seconds that it still takes, where that can be told.
  public var secondsLeft: Double?
  /// The seconds that a run is expected to take, and whether the output follows an edit at once.
  public var estimate: (seconds: Double, isLive: Bool)?
  /// The run as it was after the epoch of the cursor, for figures of one moment.
  public var look: ExperimentReport?
  /// Outputs to compare with.
  public var pinned: [Output] = []
  /// The state of editing, while it is edited.
  public var editing: Editing?
  /// Whether the keys speak to this experiment.
  public var isFocused = false
  /// Whether keys are named; the linear notebook names commands instead.
  public var namesKeys = true
  /// The figures that are shown, by id.
  public var figures: [String]
  /// How the output is looked at.
  public var view = ChartView()

  /// An experiment that was not run yet.
  public init(_ experiment: Experiment, hyperparameters: Hyperparameters? = nil) {
    self.experiment = experiment
    self.hyperparameters = hyperparameters ?? experiment.hyperparameters
    figures = experiment.plot
  }

  /// The panel at a width, its charts no taller than a screen's height allows.
  public func lines(width: Int, height: Int, glyphs: GlyphSet) -> [Line] {
    var layout = PanelLayout(width: width, height: height, glyphs: glyphs)
    let input = [header(layout)] + inputLines(layout)
    layout.height = height - input.count
    return input + outputLines(layout) + [layout.rule()]
  }
}

/// The space that a panel has.
struct PanelLayout {
  var width: Int
  var height: Int
  var glyphs: GlyphSet

  /// The characters of the frame and the marks, in Unicode or ASCII.
  var isPlain: Bool { glyphs == .ascii }

  /// A rule across the width.
  func rule(after text: Int = 0) -> Line {
    Line(
      String(repeating: isPlain ? "-" : "─", count: max(0, width - text)), Style(.rule))
  }

  /// Text wrapped within the width, indented.
  func wrapped(_ text: String, _ style: Style = .text, indent: Int = 2) -> [Line] {
    wrap([Span(text, style)], width: width, firstIndent: indent, hangingIndent: indent)
  }
}

extension ExperimentPanel {
  private func header(_ layout: PanelLayout) -> Line {
    var line = Line()
    line.append(
      isFocused ? (layout.isPlain ? "> " : "▶ ") : "  ", Style(.key, emphasis: .bold))
    line.append(
      "In [\((output == nil ? earlierNumber : output?.number).map(String.init) ?? " ")]",
      Style(.label, emphasis: .bold))
    line.append("  \(experiment.id)  ", Style(.code))
    for span in displayable(experiment.title, glyphs: layout.glyphs) {
      line.append(span.text, Style(.heading(3), emphasis: .bold))
    }
    line.append("  ")
    let clipped = line.clipped(to: layout.width, glyphs: layout.glyphs)
    var whole = clipped
    whole.append(layout.rule(after: clipped.width))
    return whole
  }
}
