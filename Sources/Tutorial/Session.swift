// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText
import Typesetting

/// The program as a value: events in, effects out, and a picture of itself at any size.
///
///     var session = Session(course: course, size: size, glyphs: .braille)
///     let effects = session.update(.key("j"), at: now)
///     let screen = session.view()
public struct Session: Sendable {
  /// What the keys speak to.
  enum Mode: Sendable {
    case reading
    case editing(ExperimentPanel.Editing)
    case answering(AnswerEntryField)
    case predicting(place: Int)
    case guiding
    case typing(Prompt, LineEditor)
    case contents(chosen: Int)
    case notice(title: String, [Line], Pager)
    case naming(MarkUse)
    case confirmingQuit
  }

  /// What is typed on the bottom line.
  enum Prompt: Sendable {
    case command
    case search
  }

  /// What the next character names.
  enum MarkUse: Sendable {
    case set
    case goTo
  }

  var course: Course
  var size: Size
  var glyphs: GlyphSet
  var workbook: Workbook?
  var page = Page()
  var pager = Pager()
  var mode = Mode.reading
  /// The live block that keys speak to, as an index into the workbook's.
  var focus: Int?
  /// What the status line says until the next key.
  var message = ""
  /// The number typed before a key.
  var count: Int?
  var search = Search()
  var marks: [Character: ReadingPlace] = [:]
  var previousPlace: ReadingPlace?
  var commandHistory: [String] = []
  /// Every run that the record knows, oldest first.
  var runs: [RunEntry] = []
  /// When the run that goes on was begun, in seconds since 1970.
  var runBegan = 0.0
  /// The earlier runs that are being computed again for the notice that is open.
  var drawing: RunTicket?
  /// Every answer that the record knows, oldest first.
  var answers: [AnswerEntry] = []
  /// Whether the questions that are open are those that are due again.
  var isReviewing = false
  /// Whether some were asked since they were asked for.
  var hasReviewed = false
  /// Due questions that their lessons do not have any more.
  var goneQuestions: Set<SpacedQuestions.Due> = []
  /// The run that goes on.
  var running: RunTicket?
  /// What the questions that show a picture draw, by question.
  var pictures: [String: [Figure]] = [:]
  /// The judgement of a challenge that waits until its run is done.
  var waitingJudgement: (RunTicket, ExperimentRequest)?
  /// The diagnosis of the last run, and which run it was.
  var lastDiagnosis: (run: String, Diagnosis)?
  /// Whether the record was reset or restored, so that the lesson at hand is to be begun anew.
  var isRecordNew = false
  /// Counts the runs of the session.
  var lastSerial = 0
  /// The time of the event at hand, in seconds since 1970.
  var now = 0.0

  /// A session before its first lesson is opened.
  public init(
    course: Course, size: Size, glyphs: GlyphSet, runs: [RunEntry] = [],
    marks: [Character: ReadingPlace] = [:]
  ) {
    self.course = course
    self.size = size
    self.glyphs = glyphs
    self.runs = runs
    self.marks = marks
  }

  /// The least screen on which anything can be read.
  static let minimumSize = Size(columns: 20, rows: 5)

  /// Whether the screen is large enough.
  var fits: Bool {
    size.columns >= Self.minimumSize.columns && size.rows >= Self.minimumSize.rows
  }

  /// The number of lines between the top of the screen and the status line.
  var textHeight: Int { max(1, size.rows - 1) }
}

/// A search and where it leads.
struct Search: Sendable {
  /// What is looked for; empty before the first search.
  var text = ""
  /// The lines with a match, ascending.
  var lines: [Int] = []
  /// The match that was gone to last, and the top that it led to: near the end several matches share
  /// the last screen.
  var last: (line: Int, top: Int)?
}
