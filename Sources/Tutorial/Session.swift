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
    indirect case typing(TypedEntry, over: Mode)
    case choosing(Catalogue, row: Int)
    case notice(Notice)
    case completing(FirstKey)
    case confirmingQuit
    case offeringReview(String)
  }

  /// A key that asks for a second one.
  enum FirstKey: Sendable {
    /// `m`, and the name of a mark.
    case setMark
    /// `'`, and the name of a mark.
    case goToMark
    /// `Z`, and another.
    case leave
  }

  var course: Course
  var size: Size
  var glyphs: GlyphSet
  /// Whether the terminal shows more than ASCII.
  let isUnicode: Bool
  var workbook: Workbook?
  /// The chapters that were left last, with their outputs.
  var shelf: [Workbook] = []
  var page = Page()
  var pager = Pager()
  /// Whether a picture is waited for: then nothing is laid out that it does not show.
  var isHurried = false
  var mode = Mode.reading
  /// The live block that keys speak to, as an index into the workbook's.
  var focus: Int?
  /// What the status line says until the next key.
  var message = ""
  /// How many rows of the page a message covers that was shown until the key at hand.
  var coveredRows = 0
  /// The number typed before a key.
  var count: Int?
  var search = Search()
  var previousPlace: ReadingPlace?
  /// The question or the guide that was left to read what it names; `''` comes back to it.
  var leftBlock: (lesson: String, id: String)?
  /// Whether the place that is being opened is that of the block that was left.
  var isComingBack = false
  /// The place at which the lesson at hand was read again.
  var reloadedPlace: ReadingPlace?
  /// The place that the record was told last.
  var recordedPlace: ReadingPlace?
  /// The place that was gone to or kept through the last change of size, and the top that it led to: a
  /// place is not taken anew from line to line while a window is drawn larger, nor lost where a page
  /// was too short for it until its runs were drawn.
  var keptPlace: (place: ReadingPlace, top: Int)?
  /// Marks, bookmarks, and what was typed.
  var memories: Memories
  /// The bookmarks deleted in this session, the latest last.
  var removedBookmarks: [Bookmark] = []
  /// Which colours are used.
  var theme: Theme
  /// What is done once a lesson is open.
  var pending: [Command] = []
  /// The errand that goes on.
  var errand: Errand?
  /// When the run that goes on was begun, in seconds since 1970.
  var runBegan = 0.0
  /// The earlier runs that are being computed again for the notice that is open.
  var drawing: RunTicket?
  /// The runs of earlier days that wait to be drawn again in the lesson at hand.
  var earlierRuns: [EarlierRun] = []
  /// The predictions of the lesson at hand that runs of earlier days answer, and that wait for it.
  var waitingVerdicts: [String] = []
  /// Every answer that the record knows, oldest first.
  var answers: [AnswerEntry] = []
  /// Whether the questions that are open are those that are due again.
  var isReviewing = false
  /// Whether some were asked since they were asked for.
  var hasReviewed = false
  /// Whether the first experiment of the section that is being opened is to be focused.
  var seeksExperiment = false
  /// Due questions that their lessons do not have any more.
  var goneQuestions: Set<SpacedQuestions.Due> = []
  /// The run that goes on.
  var running: RunTicket?
  /// What the questions that show a picture draw, by question.
  var pictures: [String: [Figure]] = [:]
  /// The judgement of a challenge that waits until its run is done.
  var waitingJudgement: (RunTicket, ExperimentRequest)?
  /// The last run of the session that a learner made.
  var lastRun: DiagnosedRun?
  /// Whether the record was reset or restored, so that the lesson at hand is to be begun anew.
  var isRecordNew = false
  /// Whether the lesson's file has changed since it was read.
  var isLessonChanged = false
  /// Counts the runs of the session.
  var lastSerial = 0
  /// The time of the event at hand, in seconds since 1970.
  var now = 0.0

  /// A session before its first lesson is opened.
  ///
  /// - Parameters:
  ///   - course: its chapters.
  ///   - size: the screen's size in cells.
  ///   - glyphs: the characters to begin with.
  ///   - isUnicode: whether others than ASCII may be chosen.
  ///   - memories: marks, bookmarks, what was typed.
  ///   - theme: the colours to begin with.
  public init(
    course: Course, size: Size, glyphs: GlyphSet, isUnicode: Bool = true,
    memories: Memories = Memories(), theme: Theme = .auto
  ) {
    self.course = course
    self.size = size
    self.glyphs = glyphs
    self.isUnicode = isUnicode
    self.memories = memories
    self.theme = theme
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
