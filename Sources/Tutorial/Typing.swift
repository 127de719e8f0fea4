// SPDX-License-Identifier: MIT
import Experiments
import TerminalText
import Typesetting

extension Session {
  /// A key while a command or a search is typed.
  mutating func type(_ key: Key, _ prompt: Prompt, _ state: LineEditor) -> [Effect] {
    var editor = state
    let outcome = editor.type(key, completions: { completions(of: $0, for: prompt) })
    switch outcome {
    case .typing:
      mode = .typing(prompt, editor)
      return []
    case .left:
      mode = .reading
      return []
    case .entered(let text):
      mode = .reading
      return enter(text, prompt)
    }
  }

  private mutating func enter(_ text: String, _ prompt: Prompt) -> [Effect] {
    switch prompt {
    case .search:
      if !text.isEmpty { search.text = text }
      search.last = nil
      findAgain()
      findNext(forward: true, includingTop: true)
      return []
    case .command:
      guard text.contains(where: { !$0.isWhitespace }) else { return [] }
      if commandHistory.last != text { commandHistory.append(text) }
      do throws(CommandError) {
        return perform(try Command(parsing: text))
      } catch {
        message = error.message
        return []
      }
    }
  }

  /// Goes to the next match, from the end back to the beginning.
  mutating func findNext(forward: Bool, includingTop: Bool = false) {
    guard !search.text.isEmpty else {
      message = "Nothing was searched for yet; / begins"
      return
    }
    guard let first = search.lines.first, let last = search.lines.last else {
      message = "'\(search.text)' is not in this chapter"
      return
    }
    let top = search.last.flatMap { $0.top == pager.top ? $0.line : nil } ?? pager.top
    let target =
      forward
      ? search.lines.first { $0 > top || (includingTop && $0 == top) } ?? first
      : search.lines.last { $0 < top } ?? last
    let wraps = forward ? target < top : target > top
    leaveMark()
    pager.move(to: target)
    search.last = (target, pager.top)
    let place = (search.lines.firstIndex(of: target) ?? 0) + 1
    message =
      "Match \(place) of \(search.lines.count)\(wraps ? (forward ? ", from the beginning" : ", from the end") : "")"
  }

  /// Whole lines that continue what is typed: commands, experiments, hyperparameters, their choices.
  func completions(of text: String, for prompt: Prompt) -> [String] {
    guard case .command = prompt else { return [] }
    return Completion.lines(continuing: text, course: course, workbook: workbook)
  }
}

extension Search {
  /// Finds every line of a page that has the text; upper case matters only where it is typed.
  mutating func find(in page: Page) {
    lines = []
    guard !text.isEmpty else { return }
    for (index, line) in page.lines.enumerated() where !line.matches(of: text).isEmpty {
      lines.append(index)
    }
  }
}

extension Line {
  /// The column ranges where a text stands; a text in lower case is found in any case.
  func matches(of text: String) -> [Range<Int>] {
    let isExact = text.contains(where: \.isUppercase)
    let own = Array(isExact ? self.text : self.text.lowercased())
    let wanted = Array(isExact ? text : text.lowercased())
    guard !wanted.isEmpty, own.count >= wanted.count else { return [] }
    var ranges: [Range<Int>] = []
    var index = 0
    var column = 0
    while index + wanted.count <= own.count {
      if own[index] == wanted[0], Array(own[index..<(index + wanted.count)]) == wanted {
        let width = wanted.reduce(0) { $0 + $1.displayWidth }
        ranges.append(column..<(column + width))
        index += wanted.count
        column += width
      } else {
        column += own[index].displayWidth
        index += 1
      }
    }
    return ranges
  }
}
