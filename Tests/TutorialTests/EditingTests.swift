// SPDX-License-Identifier: MIT
import TerminalText
import Testing

@testable import Tutorial

@Suite struct EditingTests {
  private func editing(_ keys: String = "") -> Learner {
    var learner = Learner(size: Size(columns: 80, rows: 30), chapter: 1)
    learner.press("]<Enter>e" + keys)
    return learner
  }

  /// Keys while editing (noise, hidden, learning_rate, epochs, activation), and what comes of them.
  static let edits: [(keys: String, name: String, value: String)] = [
    ("0.3<Enter>", "noise", "0.3"), ("3e-1<Enter>", "noise", "0.3"), (".3<Enter>", "noise", "0.3"),
    ("0.35<BS><Enter>", "noise", "0.3"), ("0.3<Esc>", "noise", "0.1"),
    ("<Down>[8, 4]<Enter>", "hidden", "[8, 4]"), ("<Down>8,4<Enter>", "hidden", "[8, 4]"),
    ("<Down>6<Enter>", "hidden", "[6]"), ("j<Tab>0.25<Enter>", "learning_rate", "0.25"),
    ("<Down><Down><Down>50<Enter>", "epochs", "50"),
    ("<Down><Down><Down>50 epochs<Enter>", "epochs", "50"),
    ("<Down><Down><Down>1 epoch<Enter>", "epochs", "1"),
    ("<Down>8, 4 neurons<Enter>", "hidden", "[8, 4]"),
    ("<Down><Down><Down><Down>tanh<Enter>", "activation", "tanh"),
    ("<Down><Down><Down><Down>z<Enter>", "activation", "sigmoid"),
    ("<Down><Down><Down><Down>relu<Enter>", "activation", "relu"),
    ("<Down><Down><Down><Down>leaky_relu<Enter>", "activation", "leaky_relu"),
    ("jjjjjjjj<Right><Left>", "activation", "sigmoid"), ("kkk0.2<Enter>", "noise", "0.2"),
    ("0.3<Enter>r", "noise", "0.1"), ("0.3<Enter>u", "noise", "0.1"),
    ("0.3<Enter>u<^R>", "noise", "0.3"), ("0.3<Enter>0.4<Enter>uu<^R>", "noise", "0.3"),
    ("0.3<Enter>j6<Enter>R", "hidden", "[3]"), ("0.3<Enter>j6<Enter>R", "noise", "0.1"),
    ("0.3<Enter>j6<Enter>Ru", "hidden", "[6]"),
  ]

  @Test(arguments: edits)
  func `keys change a hyperparameter`(edit: (keys: String, name: String, value: String)) {
    #expect(editing(edit.keys).value(edit.name, of: "small") == edit.value)
  }

  @Test func `what a command changes is shown, though no key edits it`() {
    var learner = Learner(size: Size(columns: 80, rows: 30), chapter: 1)
    learner.command("set batch_size=5")
    #expect(learner.page.contains("batch_size") && learner.page.contains("5*"))
    learner.press("r")
    #expect(!learner.page.contains("batch_size"))
  }

  @Test func `arrows step up and down within what is allowed`() {
    var learner = editing("<Right>")
    let up = learner.value("noise", of: "small").flatMap(Double.init) ?? 0
    #expect(up > 0.1)
    learner.press("<Left>")
    #expect(learner.value("noise", of: "small") == "0.1")
    learner.press(String(repeating: "<Left>", count: 100))
    #expect(learner.value("noise", of: "small") == "0")
    learner.press(String(repeating: "l", count: 200))
    #expect(learner.value("noise", of: "small") == "5")
  }

  /// Typed values that are refused, and words of the sentence.
  static let refusals: [(keys: String, words: [String])] = [
    ("99<Enter>", ["noise is 99", "0...5"]), ("0.1.2<Enter>", ["noise is 0.1.2"]),
    ("+<Enter>", ["noise is +"]), ("1e999<Enter>", ["noise is 1e999"]),
    ("<Down>[0]<Enter>", ["hidden", "1...4096"]), ("<Down>[,<Enter>", ["hidden"]),
    ("<Down><Down><Down>1.5<Enter>", ["epochs is 1.5"]),
    ("<Down><Down><Down><Down>tan<Enter>", ["activation is tan", "tanh"]),
  ]

  @Test(arguments: refusals)
  func `a value that is not allowed is refused in place`(example: (keys: String, words: [String])) {
    var learner = editing(example.keys)
    let shown = learner.page.split(separator: "\n").map(String.init).joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
    for word in example.words { #expect(shown.contains(word), "\(learner.screen)") }
    #expect(learner.cell("small")?.isChanged == false)
    learner.press("<Esc>")
    guard case .editing = learner.session.mode else {
      Issue.record("Esc leaves the value, not the editing")
      return
    }
  }

  @Test func `Tab completes a word`() {
    #expect(
      editing("jjjjsof<Tab><Enter>").value("activation", of: "small") == "softplus"
        || editing("jjjjsof<Tab><Enter>").cell("small")?.isChanged == false)
    #expect(editing("jjjjtan<Tab><Enter>").value("activation", of: "small") == "tanh")
  }

  @Test func `the panel while editing`() throws {
    try Snapshots.compare(editing("<Down><Right>").top(9), name: "editing")
  }

  @Test func `Esc ends editing, and a second one the focus`() {
    var learner = editing("<Esc>")
    #expect(learner.session.focusedExperiment == "small")
    guard case .reading = learner.session.mode else {
      Issue.record("still editing")
      return
    }
    learner.press("<Esc>")
    #expect(learner.session.focusedExperiment == nil && !learner.hasLeft)
  }

  @Test func `nothing to take back is said`() {
    var learner = editing("u")
    #expect(learner.status == "There is no change to take back")
    learner.press("<^R>")
    #expect(learner.status == "There is no change to make again")
  }

  @Test func `r while reading resets all, and u takes it back`() {
    var learner = editing("0.3<Enter>j6<Enter><Esc>r")
    #expect(learner.cell("small")?.isChanged == false)
    learner.command("undo")
    #expect(learner.value("hidden", of: "small") == "[6]")
    learner.command("redo")
    #expect(learner.cell("small")?.isChanged == false)
  }

  @Test func `a line editor moves, deletes, recalls and completes`() {
    /// Keys, the line that they give, and its cursor.
    let cases: [(keys: String, text: String, cursor: Int)] = [
      ("abc<Left>x", "abxc", 3), ("abc<Home>x<End>y", "xabcy", 5), ("abc<^A><Del>", "bc", 0),
      ("ab cd<^W>", "ab ", 3), ("ab cd<^U>", "", 0), ("abc<Left><Left><^K>", "a", 1),
      ("abc<^B><^F><^H>", "ab", 2), ("new<Up>", "two", 3), ("new<Up><Up><Down><Down>", "new", 3),
      ("<Up><Up><Up>", "one", 3), ("é🧠<Left><BS>", "🧠", 0), ("r<Tab>", "run ", 4),
      ("run <Tab>", "run over", 8), ("zzz<Tab>", "zzz", 3),
    ]
    for (text, line, cursor) in cases {
      var editor = LineEditor(history: ["one", "two"])
      for key in keys(text) {
        _ = editor.type(key) { typed in
          ["run ", "run overfit", "run overshoot"].filter {
            $0.hasPrefix(typed) && (typed.count < 4) == ($0 == "run ")
          }
        }
      }
      #expect(editor.text == line && editor.cursor == cursor, "\(text)")
    }
  }
}
