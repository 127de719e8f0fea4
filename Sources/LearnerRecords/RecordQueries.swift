// SPDX-License-Identifier: MIT
internal import GRDB

extension LearnerRecord {
  /// Where the learner last read in a lesson, if anywhere.
  public func place(in lesson: String) throws(RecordError) -> ReadingPlace? {
    try read { connection in
      try Row.fetchOne(
        connection, sql: "SELECT * FROM lesson WHERE lesson = ? AND anchor IS NOT NULL",
        arguments: [lesson]
      ).map(ReadingPlace.init)
    }
  }

  /// The lesson that was read last.
  public func lastLesson() throws(RecordError) -> String? {
    try read { connection in
      try String.fetchOne(
        connection, sql: "SELECT lesson FROM lesson ORDER BY turn DESC, lesson LIMIT 1")
    }
  }

  /// The lessons that were opened, the latest first.
  public func progress() throws(RecordError) -> [LessonProgress] {
    try read { connection in
      try Row.fetchAll(connection, sql: "SELECT * FROM lesson ORDER BY turn DESC, lesson").map {
        try LessonProgress(lesson: $0.value("lesson"), isFinished: $0.value("is_finished"))
      }
    }
  }

  /// The marks by their letters.
  public func marks() throws(RecordError) -> [Character: ReadingPlace] {
    try read { connection in
      var marks: [Character: ReadingPlace] = [:]
      for row in try Row.fetchAll(connection, sql: "SELECT * FROM mark") {
        let name: String = try row.value("name")
        if let letter = name.first { marks[letter] = try ReadingPlace(row) }
      }
      return marks
    }
  }

  /// The bookmarks in the order in which they were set.
  public func bookmarks() throws(RecordError) -> [Bookmark] {
    try read { connection in
      try Row.fetchAll(connection, sql: "SELECT * FROM bookmark ORDER BY id").map {
        try Bookmark(name: $0.value("name"), place: ReadingPlace($0))
      }
    }
  }

  /// What a setting was set to last, if ever.
  public func setting(_ name: String) throws(RecordError) -> String? {
    try read { connection in
      try String.fetchOne(
        connection, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    }
  }

  /// The lines typed for a purpose, the oldest first.
  public func typedLines(_ kind: TypedLineKind) throws(RecordError) -> [String] {
    try read { connection in
      try String.fetchAll(
        connection, sql: "SELECT line FROM typed_line WHERE kind = ? ORDER BY id",
        arguments: [kind.rawValue])
    }
  }

  /// The latest runs, the newest first.
  public func runs(limit: Int) throws(RecordError) -> [RunEntry] {
    try read { connection in
      try Row.fetchAll(
        connection, sql: "SELECT * FROM run ORDER BY number DESC LIMIT ?",
        arguments: [max(0, limit)]
      ).map(RunEntry.init)
    }
  }

  /// The runs of a lesson that are taken up again: of each experiment the latest, and the latest that
  /// nothing was changed in, over each number of seeds; oldest first.
  public func latestRuns(lesson: String) throws(RecordError) -> [RunEntry] {
    try read { connection in
      try Row.fetchAll(
        connection,
        sql: """
          SELECT * FROM run WHERE number IN (
            SELECT max(number) FROM run WHERE lesson = ? GROUP BY experiment, overrides = '', seeds)
          ORDER BY number
          """, arguments: [lesson]
      ).map(RunEntry.init)
    }
  }

  /// The run of a number, if there is one.
  public func run(_ number: Int) throws(RecordError) -> RunEntry? {
    try read { connection in
      try Row.fetchOne(connection, sql: "SELECT * FROM run WHERE number = ?", arguments: [number])
        .map(RunEntry.init)
    }
  }

  /// All answers in a lesson, or in all of them, the oldest first.
  public func answers(lesson: String? = nil) throws(RecordError) -> [AnswerEntry] {
    try read { connection in
      try Row.fetchAll(
        connection, sql: "SELECT * FROM answer WHERE ?1 IS NULL OR lesson = ?1 ORDER BY id",
        arguments: [lesson]
      ).map(AnswerEntry.init)
    }
  }

  /// The latest answer to each question of a lesson, or of all of them, the oldest first.
  public func latestAnswers(lesson: String? = nil) throws(RecordError) -> [AnswerEntry] {
    try read { connection in
      try Row.fetchAll(
        connection,
        sql: """
          SELECT * FROM answer WHERE id IN (
            SELECT max(id) FROM answer WHERE ?1 IS NULL OR lesson = ?1
            GROUP BY lesson, quiz, question)
          ORDER BY id
          """, arguments: [lesson]
      ).map(AnswerEntry.init)
    }
  }

  /// The score of each quiz that was begun, by the latest answer to each question.
  public func scores(lesson: String? = nil) throws(RecordError) -> [QuizScore] {
    var order: [[String]] = []
    var answers: [[String]: [AnswerEntry]] = [:]
    for answer in try latestAnswers(lesson: lesson) {
      let quiz = [answer.lesson, answer.quiz]
      if answers[quiz] == nil { order.append(quiz) }
      answers[quiz, default: []].append(answer)
    }
    return order.map { quiz in
      let given = answers[quiz] ?? []
      return QuizScore(
        lesson: quiz[0], quiz: quiz[1], correct: given.count(where: \.isCorrect),
        answered: given.count)
    }
  }

  /// The latest prediction at each block of a lesson, or of all of them, the oldest first.
  public func predictions(lesson: String? = nil) throws(RecordError) -> [PredictionEntry] {
    try read { connection in
      try Row.fetchAll(
        connection,
        sql: """
          SELECT * FROM prediction WHERE id IN (
            SELECT max(id) FROM prediction WHERE ?1 IS NULL OR lesson = ?1 GROUP BY lesson, block)
          ORDER BY id
          """, arguments: [lesson]
      ).map {
        try PredictionEntry(
          lesson: $0.value("lesson"), block: $0.value("block"), chosen: $0.value("chosen"),
          wasRight: $0.value("was_right"))
      }
    }
  }

  /// The deepest hint asked for at each block of a lesson, or of all of them.
  public func hints(lesson: String? = nil) throws(RecordError) -> [HintEntry] {
    try read { connection in
      try Row.fetchAll(
        connection,
        sql: "SELECT * FROM hint WHERE ?1 IS NULL OR lesson = ?1 ORDER BY lesson, block",
        arguments: [lesson]
      ).map {
        try HintEntry(
          lesson: $0.value("lesson"), block: $0.value("block"), level: $0.value("level"))
      }
    }
  }

  /// All attempts at challenges in a lesson, or in all of them, the oldest first.
  public func challenges(lesson: String? = nil) throws(RecordError) -> [ChallengeEntry] {
    try read { connection in
      try Row.fetchAll(
        connection, sql: "SELECT * FROM challenge WHERE ?1 IS NULL OR lesson = ?1 ORDER BY id",
        arguments: [lesson]
      ).map(ChallengeEntry.init)
    }
  }
}
