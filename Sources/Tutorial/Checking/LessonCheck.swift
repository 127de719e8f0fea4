// SPDX-License-Identifier: MIT
import Experiments
import LessonFormat
import TerminalText
import Training
import Typesetting

/// Everything that `check` asks of a lesson.
public struct LessonCheck: Sendable {
  /// What is wrong.
  public private(set) var findings: [LessonFinding]
  /// The claims with their measurements.
  public private(set) var claims: [ClaimCheck] = []
  /// How many experiments were run.
  public private(set) var experimentCount = 0
  private var figures = ProseFigures("", checks: [])

  /// The widths that every lesson must fit.
  static let widths = [40, 80, 120]

  /// The rules that only `check` checks, with what each asks for.
  static let rules: [(name: String, asks: String)] = [
    ("link", "a link leads to a lesson and a heading that exist"),
    ("fit", "no line is wider than 40, 80 and 120 columns"),
    ("character", "every character can be shown"),
    ("mathematics", "every formula can be set"),
    ("experiment", "every experiment runs"),
    ("claim", "every claim holds"),
    ("figure", "every figure in the text is what was measured, and every number with a spread is"),
    ("prediction", "one option of a prediction turns out right"),
    ("challenge", "a challenge's solution passes on the hidden seeds, and its beginning does not"),
    ("spelling", "every word is in the course's list"),
  ]

  /// Checks a lesson.
  ///
  /// - Parameters:
  ///   - lesson: the lesson.
  ///   - source: its text, in which the prose's figures stand.
  ///   - anchors: the anchors of every file of the course, for links between chapters.
  ///   - words: the words that the course is written in; `nil` leaves the spelling alone.
  ///   - run: runs an experiment; `nil` where it was cancelled.
  public init(
    _ lesson: Lesson, source: String, anchors: [String: Set<String>],
    words: WordList? = nil, running run: (ExperimentRequest) -> ExperimentReport?
  ) {
    findings = lesson.findings
    checkLinks(of: lesson, anchors)
    checkFit(of: lesson)
    checkExperiments(of: lesson, run)
    figures = ProseFigures(source, checks: claims)
    findings += figures.findings(in: lesson.file)
    findings += words.map { lesson.misspellings($0, source: source) } ?? []
    checkPredictions(of: lesson, run)
    checkChallenges(of: lesson, run)
    findings.sort { $0.location < $1.location }
  }

  /// The lesson's text with the figures that differ put right, and a sentence for each that was left
  /// alone because its place is not certain.
  public var updatedText: (text: String, refusals: [String]) { figures.updated() }

  private mutating func report(_ location: SourceLocation, _ rule: String, _ message: String) {
    findings.append(LessonFinding(location, rule: rule, message: message))
  }

  private mutating func checkLinks(of lesson: Lesson, _ anchors: [String: Set<String>]) {
    for (target, location) in lesson.links where !target.contains(":") {
      let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let file = parts.first.map(String.init) ?? ""
      let name = file.isEmpty ? lesson.file.lastName : file.lastName
      guard let known = anchors[name] else {
        report(location, "link", "the link leads to \(file), which is no lesson of this course")
        continue
      }
      if parts.count > 1, !known.contains(String(parts[1])) {
        let near = Suggestion.sentence(for: String(parts[1]), among: Array(known))
        report(location, "link", "the link leads to #\(parts[1]), which is no heading there\(near)")
      }
    }
  }

  private mutating func checkFit(of lesson: Lesson) {
    for width in Self.widths {
      let page = Page(lesson, width: width, glyphs: .braille)
      for (index, block) in lesson.blocks.enumerated() {
        let lines = page.lines(ofBlock: index).map { page[$0] }
        if let wide = lines.first(where: { $0.width > width }) {
          report(block.location, "fit", "at \(width) columns a line has \(wide.width)")
        }
        if width == 80,
          let span = lines.flatMap(\.spans).first(where: { $0.style.role == .revealed })
        {
          report(block.location, "character", "a character cannot be shown: \(span.text)")
        }
      }
    }
    for (source, location) in lesson.formulas {
      for problem in MathExpression(parsing: source).problems {
        report(location, "mathematics", "in \(source): \(problem.message)")
      }
    }
  }

  private mutating func checkExperiments(
    of lesson: Lesson, _ run: (ExperimentRequest) -> ExperimentReport?
  ) {
    for block in lesson.blocks {
      guard case .experiment(let experiment) = block.kind else { continue }
      let request = Cell(experiment).request(seeds: nil)
      if let refusal = request.refusal {
        report(block.location, "experiment", refusal)
        continue
      }
      if run(request) == nil {
        report(block.location, "experiment", "\(experiment.id) was cancelled")
      }
      experimentCount += 1
      for check in ClaimCheck.measure(experiment, lesson: lesson.id, running: run) {
        claims.append(check)
        judge(check, block)
      }
    }
  }

  private mutating func judge(_ check: ClaimCheck, _ block: Block) {
    let location =
      check.claim.position.map {
        SourceLocation(file: block.location.file, line: $0.line, column: $0.column)
      } ?? block.location
    if !check.holds { report(location, "claim", check.failure) }
    guard !check.claim.text.isEmpty else { return }
    if check.expectedText != check.claim.text {
      report(
        location, "figure",
        "the text says '\(check.claim.text)', measured '\(check.expectedText)'; check --update rewrites it"
      )
    }
  }

  private mutating func checkPredictions(
    of lesson: Lesson, _ run: (ExperimentRequest) -> ExperimentReport?
  ) {
    for block in lesson.blocks {
      guard case .predict(let prediction) = block.kind, let name = prediction.experiment,
        let measure = prediction.measure,
        let experiment = lesson.experiments.first(where: { $0.id == name })
      else { continue }
      let value = run(Cell(experiment).request(seeds: nil))?.results.first?.measure(measure)
      if prediction.rightOption(measured: value) == nil {
        report(
          block.location, "prediction",
          "no option is right: \(measure) is \(value.map { "\($0)" } ?? "not measured")")
      }
    }
  }

  private mutating func checkChallenges(
    of lesson: Lesson, _ run: (ExperimentRequest) -> ExperimentReport?
  ) {
    for block in lesson.blocks {
      guard case .challenge(let challenge) = block.kind,
        let experiment = lesson.experiments.first(where: { $0.id == challenge.experiment })
      else { continue }
      let judge = ChallengeJudge(challenge, experiment: experiment)
      if judge.isPassed(by: challenge.start + challenge.solution, running: run) == false {
        report(
          block.location, "challenge", "the solution of \(challenge.id) does not reach the goal")
      }
      if judge.isPassed(by: challenge.start, running: run) == true {
        report(block.location, "challenge", "\(challenge.id) is passed before anything is changed")
      }
    }
  }
}

extension String {
  /// The name after the last slash.
  public var lastName: String { split(separator: "/").last.map(String.init) ?? self }

  /// The folder that a file stands in.
  public var folder: String { lastIndex(of: "/").map { String(self[..<$0]) } ?? "." }
}
