// SPDX-License-Identifier: MIT
import TerminalText

/// Work on files that may take longer than a frame, so that it is done beside the loop.
public enum Errand: Hashable, Sendable {
  /// Check lessons: files or folders.
  case check([String])
  /// Write the lab notebook of a chapter, by its index, or of the whole course, to a file.
  case export(chapter: Int?, ExportFormat, file: String, replaces: Bool)

  /// Write a text to a file.
  case save(String, file: String, replaces: Bool)

  /// What is said while it goes on.
  var sentence: String {
    switch self {
    case .check: "Checking; ^C cancels"
    case .export(_, _, let file, _), .save(_, let file, _): "Writing \(file); ^C cancels"
    }
  }
}

/// What came of an errand.
public enum ErrandOutcome: Sendable {
  /// Lessons were checked.
  case checked(CheckReport)
  /// It is done, as a sentence.
  case done(String)
  /// It could not be done; the sentence says why.
  case failed(String)
  /// It was given up.
  case cancelled
}

extension Session {
  /// Begins an errand; one at a time.
  mutating func begin(_ errand: Errand) throws(CommandError) -> [Effect] {
    if let going = self.errand { throw CommandError("\(going.sentence.lowercasedFirst)") }
    self.errand = errand
    message = errand.sentence
    return [.perform(errand)]
  }

  /// An errand has come to its end.
  mutating func end(with outcome: ErrandOutcome) {
    errand = nil
    message = ""
    switch outcome {
    case .checked(let report):
      guard case .reading = mode else {
        message = report.closingLine
        return
      }
      showNotice("Check") { width, glyphs in report.lines(width: width, glyphs: glyphs) }
    case .done(let sentence), .failed(let sentence): message = sentence
    case .cancelled: message = "Cancelled"
    }
  }
}

extension LinearNotebook {
  /// What came of an errand, in words.
  func tell(_ outcome: ErrandOutcome) -> [Effect] {
    switch outcome {
    case .checked(let report):
      [.say(report.lines(width: width, glyphs: .ascii))]
        + (report.findings.isEmpty ? [] : complain(report.closingLine))
    case .done(let sentence): [.say(wrapped("\(sentence)."))]
    case .failed(let sentence): complain(sentence)
    case .cancelled: complain("cancelled")
    }
  }
}

extension String {
  /// The text with its first letter small, to follow on in a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
