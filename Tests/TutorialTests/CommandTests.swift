// SPDX-License-Identifier: MIT
import Experiments
import Testing

@testable import Tutorial

@Suite struct CommandTests {
  /// A line, and what it means.
  static let understood: [(line: String, means: Command)] = [
    ("next", .next), ("n", .next), ("previous", .previous), ("p", .previous),
    ("goto 8.1", .goto("8.1")), ("g the run", .goto("the run")),
    ("find a neuron", .find("a neuron")),
    ("search \"two  blanks\"", .find("two  blanks")), ("list", .list), ("contents", .list),
    ("print", .print(nil)), ("print 8.1", .print("8.1")), ("formulas", .formulas),
    ("run", .run(experiment: nil, settings: [], seeds: nil)),
    ("r overfit", .run(experiment: "overfit", settings: [], seeds: nil)),
    (
      "run overfit hidden=4 noise=0.3",
      .run(
        experiment: "overfit",
        settings: [
          Setting(name: "hidden", value: .scalar("4")),
          Setting(name: "noise", value: .scalar("0.3")),
        ],
        seeds: nil)
    ),
    ("run --seeds 20", .run(experiment: nil, settings: [], seeds: 20)),
    ("run overfit --seeds=20", .run(experiment: "overfit", settings: [], seeds: 20)),
    ("set noise=0.3", .set([Setting(name: "noise", value: .scalar("0.3"))])),
    ("defaults", .defaults(experiment: nil)),
    ("defaults overfit", .defaults(experiment: "overfit")),
    ("undo", .undo), ("u", .undo), ("redo", .redo),
    ("table", .table(figure: nil)), ("table loss", .table(figure: "loss")),
    ("pin", .pin), ("clear", .clear), ("compare 3 7", .compare(3, 7)), ("show 3", .show(3)),
    ("history", .history), ("quiz", .quiz(lesson: nil, again: false)),
    ("quiz --again", .quiz(lesson: nil, again: true)),
    ("quiz again", .quiz(lesson: nil, again: true)),
    ("quiz 8.6 --again", .quiz(lesson: "8.6", again: true)),
    ("bookmark", .bookmark(nil)), ("bookmark why it fails", .bookmark("why it fails")),
    ("bookmarks", .bookmarks), ("unbookmark why it fails", .unbookmark("why it fails")),
    ("theme", .theme(nil)), ("theme Dark", .theme(.dark)), ("reload", .reload),
    ("open", .open(nil)), ("open my/lesson.md", .open("my/lesson.md")),
    ("check", .check([])), ("check 8.1 8.2", .check(["8.1", "8.2"])),
    ("check all", .check(["all"])),
    (
      "export notes.html",
      .export(lesson: nil, .html, file: "notes.html", replaces: false)
    ),
    (
      "export 8.1 --to=md --force -o notes",
      .export(lesson: "8.1", .md, file: "notes", replaces: true)
    ),
    (
      "export 8.1 --to ipynb 'my notes.json'",
      .export(lesson: "8.1", .ipynb, file: "my notes.json", replaces: false)
    ),
    ("answer a c", .answer("a c")), ("a 0.25", .answer("0.25")), ("hint", .hint), ("h", .hint),
    ("save run.txt", .save(file: "run.txt", replaces: false)),
    ("save --force my run.txt", .save(file: "my run.txt", replaces: true)),
    ("glyphs", .glyphs(nil)), ("glyphs Blocks", .glyphs(.blocks)),
    ("plot neurons each", .plot(["neurons", "each"])), ("review", .review),
    ("epoch 57", .epoch(.number(57))), ("epoch best", .epoch(.best)), ("epoch end", .epoch(.none)),
    ("help", .help(nil)), ("? run", .help("run")), ("reset all", .reset(lesson: nil)),
    ("reset 8.1", .reset(lesson: "8.1")), ("backup 'my file.sqlite'", .backup("my file.sqlite")),
    ("predict b", .predict(nil, option: "b")), ("predict guess a", .predict("guess", option: "a")),
    ("guide", .guide(onLastRun: false)), ("guide run", .guide(onLastRun: true)),
    ("restore a.sqlite", .restore("a.sqlite")), ("quit", .quit), ("  quit  ", .quit),
  ]

  @Test(arguments: understood)
  func `a line of the command language`(example: (line: String, means: Command)) throws {
    #expect(try Command(parsing: example.line) == example.means)
  }

  @Test func `every command stands among the examples, and every example in help parses`() throws {
    let names = Set(
      Self.understood.compactMap { Command.words(of: $0.line).first }
        .compactMap { CommandRow.named($0)?.name })
    #expect(names.union(["sweep"]) == Set(CommandRow.all.map(\.name)))
    for row in CommandRow.all where row.help.contains("as in ") {
      for example in row.help.split(separator: "as in ").dropFirst() {
        let text = example.split(separator: ", or").first?.split(separator: ", answer").first ?? ""
        let line = text.split(separator: ", ").first.map(String.init) ?? ""
        _ = try Command(parsing: line)
      }
    }
  }

  /// A usage's placeholders filled in.
  @Test func `every usage is understood as it is written`() throws {
    let values = [
      "CHAPTER": "8.1", "SECTION": "causes", "TEXT": "sigmoid", "LESSON": "8.1", "RUN": "3",
      "EXPERIMENT": "overfit", "name=value": "noise=0.3", "name=v1,v2,...": "noise=0.1,0.3",
      "name=...": "hidden=2,4", "N": "20", "FIGURE": "loss", "CHOICE": "b", "COMMAND": "run",
      "FILE": "a.sqlite", "PREDICTION": "guess", "BOOKMARK": "why", "NAME": "dark",
      "PATH": "a.md", "FORMAT": "html", "NUMBER": "57",
    ]
    for row in CommandRow.all {
      for form in row.usage.split(separator: " | ") {
        var words = form.split(separator: " ").map { word in
          String(word.filter { !"[]".contains($0) })
        }.filter { $0 != "..." }.map { values[$0] ?? $0 }
        if words.first != row.name { words = [row.name] + words }
        _ = try Command(parsing: words.joined(separator: " "))
      }
    }
  }

  /// A line, and the sentence that answers it.
  static let refused: [(line: String, sentence: String)] = [
    ("", "type a command; help lists them"),
    ("rnu overfit", "there is no command rnu; did you mean run?; help lists them"),
    ("goto", "a chapter or a section is missing; usage: goto CHAPTER | SECTION | BOOKMARK"),
    ("theme drak", "there is no theme drak; did you mean dark?"),
    ("unbookmark", "a bookmark is missing"), ("export", "a file is missing"),
    ("export 8.1", "a file is missing, as in export notes.html"),
    ("export --to pdf a.pdf", "--to is pdf; it must be html, md, ipynb or json"),
    ("export --too html a", "there is no option --too"),
    ("compare 3", "compare takes two run numbers; usage: compare RUN RUN"),
    ("epoch 0", "0 is no epoch; write its number, best or end"),
    ("show three", "three is not a run number"),
    ("set", "set what"), ("sweep", "sweep which experiment"),
    ("sweep overfit", "sweep over what"),
    ("run overfit --seeds 0", "--seeds is 0; it must be 1...10000"),
    ("run overfit --seeds", "--seeds is missing"),
    ("run a b", "'b' is not a setting; write name=value"),
    ("undo it", "undo takes nothing"),
  ]

  @Test(arguments: refused)
  func `a line that is refused in a sentence`(example: (line: String, sentence: String)) {
    do throws(CommandError) {
      let command = try Command(parsing: example.line)
      Issue.record("understood as \(command)")
    } catch {
      #expect(error.message.contains(example.sentence), "\(error.message)")
    }
  }

  @Test func `quotes keep blanks, brackets hold a list`() {
    #expect(Command.words(of: "a 'b c' \"d\"e") == ["a", "b c", "de"])
    #expect(Command.words(of: "run hidden=[8, 4] noise=1") == ["run", "hidden=[8, 4]", "noise=1"])
    #expect(Command.words(of: "find ''") == ["find", ""])
    #expect(Command.words(of: "  a\t b ") == ["a", "b"])
    #expect(Command.words(of: "hidden=[8, 4") == ["hidden=[8, 4"])
    #expect(Command.words(of: "say \"it's\"") == ["say", "it's"])
    #expect(Command.words(of: "find judge's gap") == ["find", "judge's", "gap"])
    #expect(Command.words(of: "run noise='0.3'") == ["run", "noise=0.3"])
  }

  /// A list that was not finished, and what it is taken for.
  static let unbalanced: [(text: String, value: Setting.Value)] = [
    ("[,", .scalar("[,")), ("[8, 4", .scalar("[8, 4")), ("8],4", .scalar("8],4")),
    ("],", .scalar("],")), ("[]", .list([])), (",", .list([.scalar(""), .scalar("")])),
    ("[[8], [8, 4]]", .list([.list([.scalar("8")]), .list([.scalar("8"), .scalar("4")])])),
  ]

  @Test(arguments: unbalanced)
  func `brackets that do not match are text`(example: (text: String, value: Setting.Value)) {
    #expect(Setting.Value(text: example.text) == example.value)
  }

  @Test func `brackets as deep as a line is long`() {
    let depth = 100_000
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(Setting.Value(text: text) != .scalar(""))
  }
}
