// SPDX-License-Identifier: MIT
import Tutorial

/// Keys as a test writes them: characters as they are, other keys in angle brackets.
///
///     "jj<Tab><Enter>3<PageDown><^C>"
func keys(_ text: String) -> [Key] {
  var keys: [Key] = []
  var rest = Substring(text)
  while let first = rest.popFirst() {
    guard first == "<", let end = rest.firstIndex(of: ">") else {
      keys.append(.character(first))
      continue
    }
    keys.append(named(String(rest[..<end])))
    rest = rest[rest.index(after: end)...]
  }
  return keys
}

private func named(_ name: String) -> Key {
  if name.hasPrefix("^"), let letter = name.lowercased().last { return .control(letter) }
  return namedKeys[name] ?? .function(0)
}

/// The keys that have no character, by the names that tests give them.
let namedKeys: [String: Key] = [
  "Enter": .enter, "Tab": .tab, "BackTab": .backTab, "Esc": .escape, "BS": .backspace,
  "Del": .delete, "Up": .up, "Down": .down, "Left": .left, "Right": .right, "PageUp": .pageUp,
  "PageDown": .pageDown, "Home": .home, "End": .end, "F1": .function(1), "lt": "<",
]
