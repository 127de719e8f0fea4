// SPDX-License-Identifier: MIT

/// Lessons by somebody who wants the terminal to do more than show text.
enum HostileLesson {
  private static let attacks = [
    "\u{1B}]0;owned\u{7}", "\u{1B}]2;owned\u{1B}\\", "\u{1B}]52;c;b3duZWQ=\u{7}", "\u{1B}[2J",
    "\u{1B}c",
    "\u{1B}[>0q", "\u{1B}[c", "\u{1B}[6n", "\u{1B}[21t", "\u{1B}Pq#0\u{1B}\\", "\u{1B}[?1049l",
    "\u{1B}[?1000h", "\u{1B}[?2004l", "\u{1B}]8;;http://x\u{1B}\\", "\u{1B}_G\u{1B}\\",
    "\u{1B}[31m",
    "\u{9B}31m", "\u{9D}0;owned\u{9C}", "\u{90}q\u{9C}", "\u{7}", "\u{8}\u{8}\u{8}", "\r", "\u{B}",
    "\u{C}", "\u{E}", "\u{F}", "\u{7F}", "\0", "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}",
    "\u{E0041}", "\u{2028}", "&#27;]0;owned&#7;", "&#x9b;2J", "&#x202E;", "&NewLine;", "&Tab;",
    "%s%n%d", "~~&**#27;**[31m~~", "\\\u{1B}[31m",
  ]

  /// Places in a lesson that hold a text, `@` standing for it.
  private static let places = [
    "# a@b\n\n", "## @\n\n", "a @ *b@c* **@** ~~@~~ `@`\n\n", "[a@](http://x/@ \"@\")\n\n",
    "![@](@)\n\n",
    "- @x\n  - @\n\n", "1. @\n\n", "> @\n\n", "```l@\na@b\n```\n\n", "    @\n\n",
    "| a@ |\n|---|\n| @b |\n\n", "$a@b$ and $$\\text{@}$$\n\n", "<b @>@</b>\n\n",
    "[@]: @\n\n[@]\n\n",
    "```experiment @\n@: @\n```\n\n", "```experiment e\ntitle: \"@\"\nepochs: 2\n```\n\n",
    "```quiz q\nquestions:\n  - id: one\n    ask: '@'\n    options: [{text: '@', correct: true}, '@']\n```\n\n",
    "```quiz q\nquestions: \"@\"\n```\n\n", "```predict p\nask: '@'\n```\n\n",
    "```guide g\nquestions:\n  - {id: n, ask: '@', yes: '@'}\notherwise: '@'\n```\n\n",
    "```figure f\nkind: function\ntitle: '@'\ncurves: [{name: '@', expression: x}]\n```\n\n",
    "```text\n@", "---\n@: @\n---\n\n",
  ]

  /// A lesson of some pieces.
  static func text(_ dice: inout Dice) -> String {
    let title = attacks.randomElement(using: &dice) ?? ""
    var text = """
      ---
      title: 'T\(title)'
      id: 'i\(title)'
      format_version: 1
      objectives: ['\(title)']
      ---

      # Reading

      """ + "\n"
    for _ in 0..<Int.random(in: 3...8, using: &dice) {
      let place = places.randomElement(using: &dice) ?? ""
      for piece in place.split(separator: "@", omittingEmptySubsequences: false).dropLast() {
        text += piece + (attacks.randomElement(using: &dice) ?? "")
      }
      text += place.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    }
    return text
  }
}
