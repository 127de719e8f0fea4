// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// One row of the command table: a name, what it takes, what it does.
public struct CommandRow: Sendable {
  /// The name as typed.
  public let name: String
  /// Shorter names.
  public let aliases: [String]
  /// The form, as in `run EXPERIMENT [name=value ...]`.
  public let usage: String
  /// What it does, in one sentence.
  public let help: String
  /// What its words can be, for completion.
  var takes: [Argument] = []
  /// Understands the words after the name.
  let parse: @Sendable ([String]) throws(CommandError) -> Command

  /// The row of a name or an alias.
  public static func named(_ name: String) -> CommandRow? {
    all.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// Every command, in the order that help shows them.
  public static let all: [CommandRow] = reading + experimenting + comparing + learning + keeping

  private static let reading = [
    plain(
      "next", ["n"], .next, "goes on to the next section; line by line, to the next thing to do"),
    plain("previous", ["p"], .previous, "goes back to the previous section"),
    CommandRow(
      name: "goto", aliases: ["g"], usage: "goto CHAPTER | SECTION | BOOKMARK",
      help: "goes to a chapter, as in goto 8.3, to a section, or to a bookmark",
      takes: [.chapter, .section, .bookmark],
      parse: { words throws(CommandError) in .goto(try required(words, "a chapter or a section")) }),
    CommandRow(
      name: "find", aliases: ["search"], usage: "find TEXT",
      help: "goes to the next place where the text stands",
      parse: { words throws(CommandError) in .find(try required(words, "a text")) }),
    plain("list", ["contents"], .list, "lists the parts and chapters with your progress"),
    CommandRow(
      name: "bookmark", aliases: [], usage: "bookmark [NAME]",
      help: "names this place, as in bookmark why it fails; without a name, by its section",
      takes: [.bookmark],
      parse: { words throws(CommandError) in .bookmark(optional(words)) }),
    plain("bookmarks", [], .bookmarks, "lists your bookmarks"),
    CommandRow(
      name: "unbookmark", aliases: [], usage: "unbookmark NAME", help: "takes a bookmark away",
      takes: [.bookmark],
      parse: { words throws(CommandError) in .unbookmark(try required(words, "a bookmark")) }),
    CommandRow(
      name: "print", aliases: [], usage: "print [LESSON]",
      help: "prints the section again, or a whole lesson", takes: [.chapter],
      parse: { words throws(CommandError) in .print(optional(words)) }),
    plain(
      "formulas", [], .formulas,
      "tells the formulas at hand: how TeX writes them, and how they are read aloud"),
  ]

  private static let experimenting = [
    CommandRow(
      name: "run", aliases: ["r"], usage: "run [EXPERIMENT] [name=value ...] [--seeds N]",
      help: "trains an experiment, as in run overfit hidden=4 noise=0.3",
      takes: [.experiment, .setting, .words(["--seeds"])],
      parse: { words throws(CommandError) in
        let (name, settings, seeds) = try experiment(words)
        return .run(experiment: name, settings: settings, seeds: seeds)
      }),
    CommandRow(
      name: "set", aliases: [], usage: "set name=value [name=value ...]",
      help: "changes hyperparameters of the experiment at hand", takes: [.setting],
      parse: { words throws(CommandError) in
        let (_, settings, _) = try experiment(words)
        if settings.isEmpty { throw CommandError("set what") }
        return .set(settings)
      }),
    CommandRow(
      name: "defaults", aliases: [], usage: "defaults [EXPERIMENT]",
      help: "sets an experiment's hyperparameters back to the lesson's", takes: [.experiment],
      parse: { words throws(CommandError) in .defaults(experiment: optional(words)) }),
    plain("undo", ["u"], .undo, "takes the last change of a hyperparameter back"),
    plain("redo", [], .redo, "makes the change again that undo took back"),
    CommandRow(
      name: "sweep", aliases: [], usage: "sweep EXPERIMENT name=v1,v2,... [name=...] [--seeds N]",
      help: "runs a grid, as in sweep overfit noise=0.1,0.3,0.5 --seeds 20",
      takes: [.experiment, .setting, .words(["--seeds"])],
      parse: { words throws(CommandError) in
        let (name, settings, seeds) = try experiment(words)
        guard let name else { throw CommandError("sweep which experiment") }
        if settings.isEmpty { throw CommandError("sweep over what") }
        return .sweep(experiment: name, settings: settings, seeds: seeds)
      }),
    CommandRow(
      name: "table", aliases: [], usage: "table [FIGURE | all]",
      help: "shows the numbers of the last output's figures as a table",
      takes: [.figure, .words(["all"])],
      parse: { words throws(CommandError) in .table(figure: optional(words)) }),
    CommandRow(
      name: "plot", aliases: [], usage: "plot [FIGURE ...] [together | each | final]",
      help: "draws other figures of the last run, as in plot neurons",
      takes: [.suitedFigure, .words(Arrangement.allCases.map(\.rawValue))],
      parse: { words throws(CommandError) in .plot(words) }),
    CommandRow(
      name: "epoch", aliases: [], usage: "epoch NUMBER | best | end",
      help: "looks at the last run as it was after an epoch, as in epoch 57",
      takes: [.words(["best", "end"])],
      parse: { words throws(CommandError) in
        .epoch(try EpochChoice(try required(words, "an epoch")))
      }),
    CommandRow(
      name: "save", aliases: [], usage: "save [--force] FILE",
      help: "writes the last output, charts and all, to a text file, as in save run.txt",
      takes: [.words(["--force"]), .file],
      parse: { words throws(CommandError) in
        let names = try without(["--force"], words)
        return .save(
          file: try required(names, "a file"), replaces: names.count < words.count)
      }),
  ]

  private static let comparing = [
    plain("pin", [], .pin, "keeps the last output to compare later ones with"),
    plain("clear", [], .clear, "forgets the pinned outputs"),
    CommandRow(
      name: "compare", aliases: [], usage: "compare RUN RUN",
      help: "shows two earlier runs side by side, as in compare 3 7", takes: [.run],
      parse: { words throws(CommandError) in
        guard words.count == 2 else { throw CommandError("compare takes two run numbers") }
        return .compare(try number(words[0]), try number(words[1]))
      }),
    CommandRow(
      name: "show", aliases: [], usage: "show RUN", help: "shows an earlier run again",
      takes: [.run],
      parse: { words throws(CommandError) in
        .show(try number(try required(words, "a run number")))
      }),
    plain("history", [], .history, "lists your earlier runs"),
  ]

  private static let learning = [
    CommandRow(
      name: "quiz", aliases: [], usage: "quiz [LESSON] [--again]",
      help: "asks a chapter's questions, one at a time, as in quiz 8.6; --again starts over",
      takes: [.chapter, .words(["--again"])],
      parse: { words throws(CommandError) in
        let rest = try without(["--again"], words).filter { $0 != "again" }
        return .quiz(lesson: optional(rest), again: rest.count < words.count)
      }),
    plain("review", [], .review, "asks the questions again that you missed, of all chapters"),
    CommandRow(
      name: "answer", aliases: ["a"], usage: "answer CHOICE",
      help: "answers the open question, as in answer b, answer a c, or answer 0.25",
      parse: { words throws(CommandError) in
        .answer(try required(words, "a choice"))
      }),
    CommandRow(
      name: "predict", aliases: [], usage: "predict [PREDICTION] CHOICE",
      help: "commits you to an answer before a run, as in predict b",
      parse: { words throws(CommandError) in
        guard let option = words.last, words.count <= 2 else {
          throw CommandError("a choice is missing")
        }
        return .predict(words.count == 2 ? words[0] : nil, option: option)
      }),
    CommandRow(
      name: "guide", aliases: [], usage: "guide [run]",
      help: "asks what is wrong with a run, step by step; guide run looks at your last one",
      takes: [.words(["run"])],
      parse: { words throws(CommandError) in
        guard words.isEmpty || words == ["run"] else {
          throw CommandError("guide takes nothing, or run")
        }
        return .guide(onLastRun: !words.isEmpty)
      }),
    plain("hint", ["h"], .hint, "gives the next hint"),
  ]

  private static let keeping = [
    CommandRow(
      name: "help", aliases: ["?"], usage: "help [COMMAND | NAME]",
      help: "says what the commands do, or one of them, or what a hyperparameter is",
      takes: [.command],
      parse: { words throws(CommandError) in .help(optional(words)) }),
    CommandRow(
      name: "reset", aliases: [], usage: "reset LESSON | all",
      help: "forgets your answers, runs and places in one lesson or in all",
      takes: [.chapter, .words(["all"])],
      parse: { words throws(CommandError) in
        let lesson = try required(words, "a lesson, or all")
        return .reset(lesson: ["all", "--all"].contains(lesson) ? nil : lesson)
      }),
    CommandRow(
      name: "backup", aliases: [], usage: "backup FILE", help: "copies your record to a file",
      takes: [.file],
      parse: { words throws(CommandError) in .backup(try required(words, "a file")) }),
    CommandRow(
      name: "restore", aliases: [], usage: "restore FILE", help: "takes your record from a backup",
      takes: [.file],
      parse: { words throws(CommandError) in .restore(try required(words, "a file")) }),
    CommandRow(
      name: "open", aliases: [], usage: "open [PATH]",
      help: "opens a chapter, a lesson file or a folder; alone, the course again",
      takes: [.chapter, .file],
      parse: { words throws(CommandError) in .open(optional(words)) }),
    CommandRow(
      name: "check", aliases: [], usage: "check [LESSON | FILE | all]",
      help: "checks the form and every claim of this chapter, of others, or of all",
      takes: [.chapter, .words(["all"]), .file],
      parse: { words throws(CommandError) in .check(words) }),
    CommandRow(
      name: "export", aliases: [], usage: "export [LESSON] [--to FORMAT] [--force] FILE",
      help: "writes your lab notebook to a file, as in export 8.1 notes.html",
      takes: [
        .chapter, .words(["--to", "--force"] + ExportFormat.allCases.map(\.rawValue)), .file,
      ],
      parse: { words throws(CommandError) in try exportCommand(words) }),
    choosing(
      "theme", "theme [NAME]",
      "uses other colours from now on: auto, dark, light, neutral or mono", Command.theme),
    choosing(
      "glyphs", "glyphs [braille | blocks | ascii]",
      "draws with other characters from here on; blocks for fonts without braille", Command.glyphs),
    plain("reload", [], .reload, "reads the lesson's file again; your place and runs stay"),
    plain("quit", ["q", "exit"], .quit, "leaves; nothing is lost"),
  ]
}

extension CommandRow {
  private static func plain(
    _ name: String, _ aliases: [String], _ command: Command, _ help: String
  ) -> CommandRow {
    CommandRow(
      name: name, aliases: aliases, usage: name, help: help,
      parse: { words throws(CommandError) in
        if let extra = words.first { throw CommandError("\(name) takes nothing, not \(extra)") }
        return command
      })
  }

  /// A command that takes one of a setting's words, or none to be told which is used.
  private static func choosing<Setting: Choice>(
    _ name: String, _ usage: String, _ help: String,
    _ command: @escaping @Sendable (Setting?) -> Command
  ) -> CommandRow {
    CommandRow(
      name: name, aliases: [], usage: usage, help: help,
      takes: [.words(Setting.allCases.map(\.rawValue))],
      parse: { words throws(CommandError) in
        command(
          try optional(words).map { word throws(CommandError) in try Setting(named: word) })
      })
  }

  private static func optional(_ words: [String]) -> String? {
    words.isEmpty ? nil : words.joined(separator: " ")
  }

  private static func required(
    _ words: [String], _ what: String
  ) throws(CommandError) -> String {
    guard let text = optional(words) else { throw CommandError("\(what) is missing") }
    return text
  }

  /// The words that are no options.
  ///
  /// - Throws: `CommandError` at an option that there is not.
  private static func without(
    _ options: [String], _ words: [String]
  ) throws(CommandError) -> [String] {
    for word in words where word.hasPrefix("--") && !options.contains(word) {
      let near = Suggestion.sentence(for: word, among: options)
      throw CommandError("there is no option \(word)\(near)")
    }
    return words.filter { !options.contains($0) }
  }

  private static func number(_ text: String) throws(CommandError) -> Int {
    guard let number = Int(text), number > 0 else {
      throw CommandError("\(text) is not a run number; history lists them")
    }
    return number
  }

  /// `[LESSON] [--to FORMAT] [--force] FILE`; `-o` and `--output` may stand before the file.
  private static func exportCommand(_ words: [String]) throws(CommandError) -> Command {
    var (names, format, file, replaces): ([String], String?, String?, Bool) = ([], nil, nil, false)
    var rest = words[...]
    while let word = rest.popFirst() {
      let (option, value) = word.optionAndValue
      switch option {
      case "--force": replaces = true
      case "--to": format = value ?? rest.popFirst() ?? ""
      case "-o", "--output": file = value ?? rest.popFirst() ?? ""
      case let other where other.hasPrefix("-"): _ = try without(["--force", "--to"], [other])
      default: names.append(word)
      }
    }
    // A chapter's number alone is no file that anybody wants.
    let isChapterAlone = file == nil && names.count == 1 && names[0].isChapterNumber
    guard !isChapterAlone, let file = file ?? names.popLast(), !file.isEmpty else {
      throw CommandError("a file is missing, as in export notes.html")
    }
    let ending = file.split(separator: ".").last.map(String.init) ?? ""
    guard let known = ExportFormat(rawValue: format ?? ending) else {
      throw CommandError(
        format.map { "--to is \($0); it must be html, md, ipynb or json" }
          ?? "\(file) ends with no known form; name one with --to: html, md, ipynb or json")
    }
    return .export(lesson: optional(names), known, file: file, replaces: replaces)
  }

  /// `[EXPERIMENT] name=value … [--seeds N]`.
  private static func experiment(
    _ words: [String]
  ) throws(CommandError) -> (name: String?, settings: [Setting], seeds: Int?) {
    var (name, settings, seeds): (String?, [Setting], Int?) = (nil, [], nil)
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--seeds" || word.hasPrefix("--seeds=") {
        let text = word == "--seeds" ? rest.popFirst() ?? "" : String(word.dropFirst(8))
        guard let count = Int(text), (1...10_000).contains(count) else {
          throw CommandError("--seeds is \(text.isEmpty ? "missing" : text); it must be 1...10000")
        }
        seeds = count
      } else if word.contains("=") {
        do throws(SettingError) { settings.append(try Setting(assignment: word)) } catch {
          throw CommandError(error.message)
        }
      } else if word.hasPrefix("--") {
        _ = try without(["--seeds"], [word])
      } else if name == nil, settings.isEmpty {
        name = word
      } else {
        throw CommandError("'\(word)' is not a setting; write name=value")
      }
    }
    return (name, settings, seeds)
  }
}

extension String {
  /// `--to=html` as its two parts; an option alone has no value.
  fileprivate var optionAndValue: (option: String, value: String?) {
    guard hasPrefix("--"), let sign = firstIndex(of: "=") else { return (self, nil) }
    return (String(self[..<sign]), String(self[index(after: sign)...]))
  }
}

extension String {
  /// Whether it is the number of a chapter, such as `8.1`.
  var isChapterNumber: Bool {
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }
}
