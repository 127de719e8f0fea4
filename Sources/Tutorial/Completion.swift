// SPDX-License-Identifier: MIT
import Experiments

extension CommandRow {
  /// What a word of a command can be.
  enum Argument: Hashable, Sendable {
    /// A chapter, by number or by id.
    case chapter
    /// A section of the chapter at hand, by its anchor.
    case section
    /// A bookmark.
    case bookmark
    /// An experiment of the chapter at hand; the first word alone.
    case experiment
    /// `name=value` of the experiment named, or of the one at hand.
    case setting
    /// A figure of the experiment at hand.
    case figure
    /// A figure that the experiment at hand can draw.
    case suitedFigure
    /// The number of an earlier run; the record knows those that there are.
    case run
    /// The name of a command.
    case command
    /// The name of a file; only the one who reads files knows those that there are.
    case file
    /// One of some words.
    case words([String])
  }
}

/// A notebook that commands are typed in, with what their words can be.
protocol CommandLineNotebook {
  var course: Course { get }
  var workbook: Workbook? { get }
  var memories: Memories { get }
  /// The experiment that a command without a name speaks of.
  var experimentAtHand: String? { get }
}

extension Session: CommandLineNotebook {
  var experimentAtHand: String? { focusedExperiment ?? workbook?.experiments.first }
}

extension LinearNotebook: CommandLineNotebook {
  var experimentAtHand: String? { lastExperiment ?? workbook?.experiments.first }

  /// Whole lines that continue what is typed: commands, experiments, hyperparameters, their choices.
  public func completions(of text: String) -> [String] {
    Completion.lines(continuing: text, in: self)
  }

  /// The beginning of a file's name that a line ends with, where its command takes a file.
  public func fileName(endOf text: String) -> String? { Completion.word(endOf: text, as: .file) }
}

/// What Tab offers for a command that is being typed.
enum Completion {
  /// Whole lines that continue what is typed so far.
  static func lines(continuing text: String, in session: some CommandLineNotebook) -> [String] {
    guard let (head, word) = split(text) else {
      return CommandRow.all.map { "\($0.name) " }.filter { $0.hasPrefix(text) }
    }
    let typed = Command.words(of: head)
    guard let row = typed.first.flatMap(CommandRow.named) else { return [] }
    var words: [String] = []
    for word in row.takes.flatMap({ session.words(for: $0, after: Array(typed.dropFirst())) })
    where !words.contains(word) { words.append(word) }
    return words.filter { $0.hasPrefix(word) }.map { head + $0 }
  }

  /// The word that a line ends with, where its command takes such a word: a file, a run.
  static func word(endOf text: String, as argument: CommandRow.Argument) -> String? {
    guard let (head, word) = split(text),
      let row = Command.words(of: head).first.flatMap(CommandRow.named),
      row.takes.contains(argument)
    else { return nil }
    return word
  }

  /// A line's whole words, and the one that is being typed; `nil` while that is the command's name.
  private static func split(_ text: String) -> (head: String, word: String)? {
    guard let blank = text.lastIndex(where: \.isWhitespace) else { return nil }
    return (String(text[...blank]), String(text[text.index(after: blank)...]))
  }
}

extension CommandLineNotebook {
  /// The words that an argument can be.
  fileprivate func words(for argument: CommandRow.Argument, after typed: [String]) -> [String] {
    switch argument {
    case .chapter: return course.chapters.flatMap { [$0.label, $0.id] }
    case .section: return workbook?.headings.map(\.anchor) ?? []
    case .bookmark: return memories.bookmarks.map(\.name)
    case .experiment:
      return typed.isEmpty ? (workbook?.experiments ?? []).map { "\($0) " } : []
    case .setting:
      let named = typed.first { workbook?.cells[$0] != nil }
      let id = named ?? experimentAtHand
      return id.flatMap { workbook?.cells[$0] }.map(Self.settings) ?? []
    case .figure: return chosenCell?.output?.report.figures().map(\.id) ?? []
    case .suitedFigure:
      guard let cell = chosenCell else { return [] }
      let kind = cell.experiment.kind
      return kind.figureNames.filter { kind.suits($0, cell.hyperparameters) }
    case .command: return CommandRow.all.map(\.name)
    case .run, .file: return []
    case .words(let words): return words
    }
  }

  /// `name=` for every hyperparameter, and `name=choice` where there are choices.
  private static func settings(of cell: Cell) -> [String] {
    cell.experiment.kind.hyperparameters.flatMap { row in
      ["\(row.name)="] + row.choices.map { "\(row.name)=\($0)" }
    }
  }

  /// The cell that a command without an experiment's name speaks of.
  private var chosenCell: Cell? {
    experimentAtHand.flatMap { workbook?.cells[$0] }
  }
}
