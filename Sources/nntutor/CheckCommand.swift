// SPDX-License-Identifier: MIT
import ArgumentParser
import Experiments
import Foundation
import LessonFormat
import TerminalText
import TerminalUI
import Tutorial

/// `nntutor check`: parses every lesson, runs every experiment, measures every claim.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check lessons: form, links, fit, experiments and claims.",
    discussion: """
      Findings are lines like Lessons/08-growing-pains/01-overfitting.md:41:3: learning_rate is 1e9; \
      it must be within 0.000001...100. The exit status is 1 where there are any.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(
    help: "Lesson files or folders; the whole course where none is named.", completion: .file())
  var paths: [String] = []

  @Option(help: "text or json.")
  var format = Format.text

  @Flag(help: "Rewrite figures in the text that differ from the measurement.")
  var update = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let began = Clock.monotonic()
    let files = try PrintCommand.files(paths, shared)
    let lessons = try files.map { file in
      do throws(LessonError) {
        let bytes = try LessonFile.read(file)
        return (file, String(decoding: bytes, as: UTF8.self), Lesson(parsing: bytes, file: file))
      } catch {
        throw Failure("\(error)")
      }
    }
    let anchors = try anchors(of: lessons.map(\.2))
    var report = CheckReport()
    for (file, source, lesson) in lessons {
      let check = LessonCheck(
        lesson, source: source, anchors: anchors, words: try Self.wordList(of: file),
        running: { ForegroundRun.run($0) })
      if update { try rewrite(file, source, check) }
      report.add(check, printing: format == .text ? shared.output : nil)
    }
    report.seconds = Clock.monotonic() - began
    if format == .json {
      shared.output.write(try report.json())
    } else {
      shared.output.write([Line(report.closingLine)])
    }
    if !report.findings.isEmpty { throw ExitCode(1) }
  }

  /// The anchors of the lessons at hand and of the rest of the course, by file name.
  private func anchors(of lessons: [Lesson]) throws -> [String: Set<String>] {
    var known: [String: Set<String>] = [:]
    let rest = (try? shared.course().chapters.map(\.file)) ?? []
    for file in rest where !lessons.contains(where: { $0.file.lastName == file.lastName }) {
      guard let bytes = try? LessonFile.read(file) else { continue }
      known[file.lastName] = Set(Lesson(parsing: bytes, file: file).headings.map(\.anchor))
    }
    for lesson in lessons { known[lesson.file.lastName] = Set(lesson.headings.map(\.anchor)) }
    return known
  }

  /// The list of words of the course that a lesson belongs to: in its folder or the one above.
  private static func wordList(of file: String) throws -> WordList? {
    let folder = URL(filePath: file).deletingLastPathComponent()
    let places = [folder, folder.deletingLastPathComponent()].map {
      $0.appending(path: "words.txt")
    }
    let path = places.map { $0.path(percentEncoded: false) }.first {
      FileManager.default.fileExists(atPath: $0)
    }
    do throws(LessonError) {
      return try path.map { path throws(LessonError) in
        WordList(String(decoding: try LessonFile.read(path), as: UTF8.self))
      }
    } catch { throw Failure("\(error)") }
  }

  /// Puts the measured figures in the place of those that differ.
  private func rewrite(_ file: String, _ source: String, _ check: LessonCheck) throws {
    let (text, refusals) = check.updatedText
    for refusal in refusals { Output.note("\(file): \(refusal)") }
    guard text != source else { return }
    do { try WholeFile(file).write(text, replaces: true) } catch { throw Failure("\(error)") }
    Output.note("\(file): figures rewritten")
  }
}
