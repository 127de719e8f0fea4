// SPDX-License-Identifier: MIT

/// A day and a time in the calendar, in UTC.
struct CalendarDate: Hashable, Sendable {
  let year, month, day, hour, minute, second: Int

  /// The date so many seconds after 1970 began; one beyond a million years is held there.
  ///
  /// Days become dates by counting from 1 March of year 0, so that leap days come last.
  init(secondsSince1970 seconds: Double) {
    let limit = 3e13
    let whole = seconds.isFinite ? Int(min(limit, max(-limit, seconds)).rounded(.down)) : 0
    let days = Int((Double(whole) / 86_400).rounded(.down))
    let rest = whole - days * 86_400
    (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
    let shifted = days + 719_468
    let era = Int((Double(shifted) / 146_097).rounded(.down))
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `2026-11-22 23:15 UTC`.
  var text: String { "\(date) \(Self.two(hour)):\(Self.two(minute)) UTC" }

  /// `2026-11-22T23:15:56Z`, as ISO 8601 has it.
  var iso8601: String { "\(date)T\(Self.two(hour)):\(Self.two(minute)):\(Self.two(second))Z" }

  private var date: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
