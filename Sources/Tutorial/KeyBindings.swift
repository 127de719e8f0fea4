// SPDX-License-Identifier: MIT

/// What a key asks for while reading.
public enum Action: Hashable, Sendable, CaseIterable {
  case lineDown, lineUp, pageDown, pageUp, halfPageDown, halfPageUp, top, bottom, percent
  case nextSection, previousSection, nextChapter, previousChapter, contents, bookmarks, links
  case search, searchAgain, searchBackwards, setMark, goToMark, position
  case nextBlock, previousBlock, activate, edit, defaults, pin, clearPins, hint
  case undo, redo
  case cursorLeft, cursorRight, bestEpoch, zoomIn, zoomOut, showAll, nextSeries
  case nextPicture, previousPicture, logarithmic, numbers, save
  case command, help, glyphs, openEditor, reload, redraw, suspend, interrupt, back, quit, leave
}

/// One row of the key table.
public struct KeyBinding: Sendable {
  /// The keys, the first of which is shown first.
  public let keys: [Key]
  /// How the keys are written in help.
  public let written: String
  /// What they ask for.
  public let action: Action
  /// What that does, in a few words.
  public let help: String
  /// The heading it stands under in help.
  public let group: Group

  /// The headings of the help screen.
  public enum Group: String, CaseIterable, Sendable {
    /// Moving about.
    case moving = "Moving"
    /// Chapters, sections and searching.
    case finding = "Finding"
    /// Experiments, challenges and questions.
    case doing = "Doing"
    /// The program itself.
    case program = "The program"
  }

  init(_ keys: [Key], _ written: String, _ action: Action, _ group: Group, _ help: String) {
    self.keys = keys
    self.written = written
    self.action = action
    self.group = group
    self.help = help
  }
}

/// Which keys ask for what; help, tests and documentation are made from this one table.
public enum KeyBindings {
  /// The rows, in the order that help shows them.
  public static let all: [KeyBinding] = [
    KeyBinding(["j", .down, .control("n")], "j  ↓", .lineDown, .moving, "a line down (^N)"),
    KeyBinding(
      ["k", .up, "y", .control("y"), .control("k"), .control("p")], "k  ↑", .lineUp, .moving,
      "a line up (y ^Y ^K ^P)"),
    KeyBinding(
      [" ", "f", .pageDown, .control("f"), .control("v"), "z"], "Space  f", .pageDown, .moving,
      "a page down (^F ^V z PgDn)"),
    KeyBinding(["b"], "b", .bestEpoch, .moving, "a page up; on a chart, to the best epoch"),
    KeyBinding(
      ["w", .pageUp, .control("b")], "w  PgUp", .pageUp, .moving, "a page up, everywhere (^B)"),
    KeyBinding(
      ["d", .control("d")], "d", .halfPageDown, .moving,
      "half a page down, or so many lines: 5d (^D)"),
    KeyBinding(["u", .control("u")], "u", .halfPageUp, .moving, "half a page up (^U)"),
    KeyBinding(["g", .home], "g", .top, .moving, "to the top; 12g to line 12 (Home)"),
    KeyBinding(["G", .end], "G", .bottom, .moving, "to the end; 12G to line 12 (End)"),
    KeyBinding(
      ["%", "p"], "%  p", .percent, .moving, "so far into the chapter: 50% is the middle"),
    KeyBinding(["]"], "]", .nextSection, .finding, "next section"),
    KeyBinding(["["], "[", .previousSection, .finding, "previous section"),
    KeyBinding([">"], ">", .nextChapter, .finding, "next chapter"),
    KeyBinding(["<"], "<", .previousChapter, .finding, "previous chapter"),
    KeyBinding(
      ["t"], "t", .contents, .finding, "contents: every chapter, and this one's sections"),
    KeyBinding(["B"], "B", .bookmarks, .finding, "bookmarks; :bookmark NAME sets one"),
    KeyBinding(["o"], "o", .links, .finding, "links of this chapter, to be followed"),
    KeyBinding(["/"], "/", .search, .finding, "search for a text; / Enter the last one again"),
    KeyBinding(["n"], "n", .searchAgain, .finding, "next match"),
    KeyBinding(["N"], "N", .searchBackwards, .finding, "previous match"),
    KeyBinding(["m"], "m x", .setMark, .finding, "mark this place as x"),
    KeyBinding(["'"], "' x", .goToMark, .finding, "go to mark x; '' goes back"),
    KeyBinding(["=", .control("g")], "=", .position, .finding, "where am I (^G)"),
    KeyBinding([.tab], "Tab", .nextBlock, .doing, "next experiment or question"),
    KeyBinding([.backTab], "Shift-Tab", .previousBlock, .doing, "previous one"),
    KeyBinding([.enter, .control("e")], "Enter  ^E", .activate, .doing, "run it, or answer it"),
    KeyBinding(["e"], "e", .edit, .doing, "edit its hyperparameters"),
    KeyBinding(["r"], "r", .defaults, .doing, "set them back to the lesson's"),
    KeyBinding(["U"], "U", .undo, .doing, "take the last change of a hyperparameter back"),
    KeyBinding([.control("r")], "^R", .redo, .doing, "make the change again that U took back"),
    KeyBinding(["c"], "c", .pin, .doing, "pin this run, to compare with"),
    KeyBinding(["x"], "x", .clearPins, .doing, "clear the pinned runs"),
    KeyBinding(
      [.left], "←", .cursorLeft, .doing, "on a chart: back; a number first, so many epochs"),
    KeyBinding(
      [.right], "→", .cursorRight, .doing, "on a chart: on, by an epoch or some (Home, End)"),
    KeyBinding(["+"], "+", .zoomIn, .doing, "on a chart: nearer, around the cursor"),
    KeyBinding(["-"], "-", .zoomOut, .doing, "on a chart: farther away"),
    KeyBinding(["0"], "0", .showAll, .doing, "on a chart: the whole of it"),
    KeyBinding(
      ["s"], "s", .nextSeries, .doing, "on a chart: the next curve in front; 2s the second"),
    KeyBinding(["i"], "i", .nextPicture, .doing, "look inside: the next picture of the run"),
    KeyBinding(["I"], "I", .previousPicture, .doing, "the picture before"),
    KeyBinding(["l"], "l", .logarithmic, .doing, "on a chart: linear or logarithmic"),
    KeyBinding(["T"], "T", .numbers, .doing, "on a chart: its numbers as a table"),
    KeyBinding(["S"], "S", .save, .doing, "save an output, charts and all, as a text file"),
    KeyBinding(["h"], "h", .hint, .doing, "a hint"),
    KeyBinding([":"], ":", .command, .program, "type a command; Tab completes it"),
    KeyBinding(["?", .function(1)], "?", .help, .program, "this help"),
    KeyBinding(
      ["a"], "a", .glyphs, .program, "draw with other characters: braille, blocks, ASCII"),
    KeyBinding(["v"], "v", .openEditor, .program, "open the lesson in your editor"),
    KeyBinding(["R"], "R", .reload, .program, "read the lesson's file again"),
    KeyBinding([.control("l")], "^L", .redraw, .program, "draw the screen again"),
    KeyBinding([.control("z")], "^Z", .suspend, .program, "suspend; fg comes back"),
    KeyBinding([.control("c")], "^C", .interrupt, .program, "cancel a run, else ask to quit"),
    KeyBinding(
      [.escape], "Esc", .back, .program, "back one level, puts out matches; never quits"),
    KeyBinding(["q", "Q"], "q", .quit, .program, "quit; nothing is lost"),
    KeyBinding(["Z"], "ZZ", .leave, .program, "quit"),
  ]

  /// What a key asks for.
  public static func action(for key: Key) -> Action? { byKey[key] }

  private static let byKey = Dictionary(
    all.flatMap { row in row.keys.map { ($0, row.action) } },
    uniquingKeysWith: { first, _ in first })
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// Makes a character key from a literal.
  public init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}
