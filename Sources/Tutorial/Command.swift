// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// What a learner can ask for in words: after `:`, at the linear notebook's prompt, on a command line.
public enum Command: Hashable, Sendable {
  /// The next section, or the next chapter after the last.
  case next
  /// The previous section.
  case previous
  /// A chapter by number or id, or a section by its title.
  case goto(String)
  /// The next place where a text stands.
  case find(String)
  /// The parts and chapters, with progress.
  case list
  /// Names the place at hand; by its section where no name is given.
  case bookmark(String?)
  /// The bookmarks.
  case bookmarks
  /// Takes a bookmark away.
  case unbookmark(String)
  /// Another course: a lesson file or a folder; without one, that of the beginning.
  case open(String?)
  /// Checks lessons by chapter or by file; all of them for `all`, the one at hand for none.
  case check([String])
  /// Writes the lab notebook of a chapter, or of the whole course, to a file.
  case export(lesson: String?, ExportFormat, file: String, replaces: Bool)
  /// Trains an experiment, with some hyperparameters set otherwise.
  case run(experiment: String?, settings: [Setting], seeds: Int?)
  /// Sets hyperparameters without running.
  case set([Setting])
  /// Sets an experiment's hyperparameters back to the lesson's.
  case defaults(experiment: String?)
  /// Takes the last edit of a hyperparameter back.
  case undo
  /// Makes the edit again that was taken back.
  case redo
  /// A grid of runs.
  case sweep(experiment: String, settings: [Setting], seeds: Int?)
  /// The numbers of the last output's figures as tables.
  case table(figure: String?)
  /// Draws other figures of the last output than the lesson's; without names, the lesson's again.
  case plot([String])
  /// Writes the output of the experiment at hand to a file, as text.
  case save(file: String, replaces: Bool)
  /// Puts the cursor on an epoch of the last output.
  case epoch(EpochChoice)
  /// Keeps the last output to compare later ones with.
  case pin
  /// Forgets the pinned outputs.
  case clear
  /// Two earlier runs side by side.
  case compare(Int, Int)
  /// An earlier run.
  case show(Int)
  /// The earlier runs.
  case history
  /// The next open question of a chapter, or its quiz from the beginning.
  case quiz(lesson: String?, again: Bool)
  /// The questions that were missed and are due again, of all chapters.
  case review
  /// An answer to the question that is open.
  case answer(String)
  /// A commitment to an option of a prediction; the one named, or the first that is open.
  case predict(String?, option: String)
  /// The troubleshooting guide; applied to the last run where that is asked for.
  case guide(onLastRun: Bool)
  /// A hint for the challenge or the question that is open.
  case hint
  /// The current section again, or a whole lesson.
  case print(String?)
  /// The formulas of the section at hand, as they are written and as they are read aloud.
  case formulas
  /// What the commands do, or one of them.
  case help(String?)
  /// Forgets what was done, in one lesson or in all.
  case reset(lesson: String?)
  /// Copies the record to a file.
  case backup(String)
  /// Takes the record from a file.
  case restore(String)
  /// Uses other colours, from now on; without a theme, tells which are used.
  case theme(Theme?)
  /// Draws with other characters; without a set, tells which are used.
  case glyphs(GlyphSet?)
  /// Reads the lesson's file again.
  case reload
  /// Leaves.
  case quit
}

/// Why a command was not understood, as a sentence.
public struct CommandError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sentence.
  public var message: String
  /// Makes an error.
  public init(_ message: String) { self.message = message }
  /// The sentence.
  public var description: String { message }
}

extension Command {
  /// Understands a line of the command language.
  ///
  /// - Throws: `CommandError` saying what was expected, with a suggestion where one is near.
  public init(parsing line: String) throws(CommandError) {
    var words = Self.words(of: line)
    guard !words.isEmpty else { throw CommandError("type a command; help lists them") }
    let name = words.removeFirst()
    guard let row = CommandRow.named(name) else {
      let near = Suggestion.sentence(for: name, among: CommandRow.all.map(\.name))
      throw CommandError("there is no command \(name)\(near); help lists them")
    }
    do {
      self = try row.parse(words)
    } catch {
      throw CommandError("\(error.message); usage: \(row.usage)")
    }
  }

  /// Splits a line at blanks; quotes keep blanks, and brackets hold a list together.
  ///
  /// A quote begins a word or a value, so that the apostrophe in `find judge's gap` is one.
  static func words(of line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isOpen = false
    var quote: Character?
    var depth = 0
    for character in line {
      if character == quote {
        quote = nil
      } else if quote != nil {
        word.append(character)
      } else if "\"'".contains(character), word.isEmpty || word.last == "=" {
        (quote, isOpen) = (character, true)
      } else if character.isWhitespace, depth == 0 {
        if isOpen || !word.isEmpty { words.append(word) }
        (word, isOpen) = ("", false)
      } else {
        if character == "[" { depth += 1 }
        if character == "]" { depth = max(0, depth - 1) }
        word.append(character)
      }
    }
    if isOpen || !word.isEmpty { words.append(word) }
    return words
  }
}

/// Which epoch a cursor is put on.
public enum EpochChoice: Hashable, Sendable {
  /// The epoch of a number, from 1.
  case number(Int)
  /// The epoch of the lowest validation loss.
  case best
  /// None: the end of the run is looked at.
  case none

  /// Understands a number, `best` or `end`.
  init(_ text: String) throws(CommandError) {
    switch text {
    case "best": self = .best
    case "end": self = .none
    default:
      guard let number = Int(text), number > 0 else {
        throw CommandError("\(text) is no epoch; write its number, best or end")
      }
      self = .number(number)
    }
  }
}
