// SPDX-License-Identifier: MIT
import LearnerRecords
import TerminalText
import Typesetting

/// A command or a text to search for, while it is typed on the bottom line.
struct TypedEntry: Sendable {
  /// What it is typed for.
  let kind: TypedLineKind
  /// What is typed.
  var editor: LineEditor
  /// Why the line was not taken, or empty; the line stays, to be mended.
  var refusal = ""

  /// The sign before it.
  var sign: String { kind == .command ? ":" : "/" }
}

extension Session {
  /// Begins to take a line in, over what is on the screen.
  mutating func begin(_ kind: TypedLineKind) -> [Effect] {
    mode = .typing(
      TypedEntry(kind: kind, editor: LineEditor(history: memories[kind])), over: mode)
    return []
  }

  /// A key while a line is typed.
  mutating func type(_ key: Key, _ state: TypedEntry, over beneath: Mode) -> [Effect] {
    var entry = state
    entry.refusal = ""
    switch entry.editor.type(key, completions: { completions(of: $0, for: entry.kind) }) {
    case .typing:
      mode = .typing(entry, over: beneath)
      guard key == .tab, entry.editor == state.editor, entry.kind == .command else { return [] }
      if let file = Completion.word(endOf: entry.editor.text, as: .file) {
        return [.listFiles(startingWith: file)]
      }
      let run = Completion.word(endOf: entry.editor.text, as: .run)
      return run == nil ? [] : [.readRuns(for: nil)]
    case .left:
      mode = beneath
      count = nil
      return []
    case .entered(let text):
      mode = beneath
      return remember(text, entry.kind) + enter(text, entry, over: beneath)
    }
  }

  /// What begins as the word that is typed does has come: files, numbers of runs.
  mutating func offer(_ words: [String], for start: String) {
    guard case .typing(var entry, let beneath) = mode, entry.editor.text.hasSuffix(start) else {
      return
    }
    let head = entry.editor.text.dropLast(start.count)
    entry.editor.complete(words.map { head + $0 })
    mode = .typing(entry, over: beneath)
  }

  /// The numbers of the runs that there are have come.
  mutating func offer(_ runs: [RunEntry]) {
    guard case .typing(let entry, _) = mode,
      let word = Completion.word(endOf: entry.editor.text, as: .run)
    else { return }
    offer(
      runs.reversed().map { String($0.number) }.filter { $0.hasPrefix(word) }, for: word)
  }

  private mutating func enter(
    _ text: String, _ entry: TypedEntry, over beneath: Mode
  ) -> [Effect] {
    if entry.kind == .search {
      find(text, in: beneath)
      return []
    }
    guard text.contains(where: { !$0.isWhitespace }) else { return [] }
    do throws(CommandError) {
      return try effects(of: Command(parsing: text))
    } catch {
      var entry = entry
      entry.refusal = error.message
      mode = .typing(entry, over: beneath)
      return []
    }
  }

  /// Keeps a line, so that an arrow brings it back, today and another day.
  private mutating func remember(_ text: String, _ kind: TypedLineKind) -> [Effect] {
    guard text.contains(where: { !$0.isWhitespace }), memories[kind].last != text else { return [] }
    memories[kind].append(text)
    return [.record(.typed(line: text, kind: kind), nil)]
  }

  /// Searches what is on the screen: the page, a list of lines, a list of places.
  private mutating func find(_ text: String, in beneath: Mode) {
    let times = takeCount() ?? 1
    switch beneath {
    case .notice(var notice):
      notice.search.begin(text.isEmpty ? search.text : text)
      notice.find()
      message = notice.search.go(by: times, in: &notice.pager, includesTop: true)
      mode = .notice(notice)
    case .choosing(let catalogue, let row):
      if !text.isEmpty { search.text = text }
      choose(row, matching: 1, of: rows(of: catalogue), catalogue)
    default:
      search.begin(text)
      findAgain()
      // The last text again goes on from here; a new one may stand at the top.
      findNext(by: times, includesTop: !text.isEmpty)
    }
  }

  /// Goes to the match some steps further on, or back where they are negative.
  mutating func findNext(by steps: Int, includesTop: Bool = false) {
    if !search.isLit, !search.text.isEmpty {
      search.begin("")
      findAgain()
    }
    let place = placeNow
    let top = pager.top
    message = search.go(by: steps, in: &pager, includesTop: includesTop)
    if pager.top != top { previousPlace = place ?? previousPlace }
  }

  /// Whole lines that continue what is typed: commands, experiments, hyperparameters, their choices.
  func completions(of text: String, for kind: TypedLineKind) -> [String] {
    guard kind == .command else { return [] }
    return Completion.lines(continuing: text, in: self)
  }
}
