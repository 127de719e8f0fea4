// SPDX-License-Identifier: MIT
import TerminalText

extension Page {
  /// A place where a text was found; it may go over the end of a line.
  public struct Match: Hashable, Sendable {
    /// A part of it on one line.
    public struct Part: Hashable, Sendable {
      /// The line.
      public var line: Int
      /// The columns, in cells.
      public var columns: Range<Int>
    }
    /// The parts, line by line.
    public var parts: [Part]
    /// The line where it begins.
    public var line: Int
  }

  /// The places of a text, in order; one in small letters is found in any case.
  ///
  /// The lines of a block are searched as if they were one, so that a phrase is found wherever the
  /// line happens to break. Runs of blanks count as one blank.
  public func matches(of text: String) -> [Match] {
    Self.matches(of: text, in: lines, asOne: (0..<blockCount).map(lines(ofBlock:)))
  }

  /// The places of a text in lines that are no page, such as a list.
  public static func matches(of text: String, in lines: [Line]) -> [Match] {
    matches(of: text, in: lines, asOne: lines.indices.map { $0..<($0 + 1) })
  }

  private static func matches(
    of text: String, in lines: [Line], asOne ranges: [Range<Int>]
  ) -> [Match] {
    let isExact = text.contains(where: \.isUppercase)
    let words = text.split(separator: " ").joined(separator: " ")
    let wanted = Array(isExact ? words : words.lowercased())
    guard let first = wanted.first else { return [] }
    var matches: [Match] = []
    for range in ranges {
      let row = searchableRow(of: lines, in: range, isExact: isExact)
      var index = 0
      while index + wanted.count <= row.count {
        if row[index].character == first,
          zip(row[index...], wanted).allSatisfy({ $0.character == $1 })
        {
          matches.append(Match(row[index..<(index + wanted.count)]))
          index += wanted.count
        } else {
          index += 1
        }
      }
    }
    return matches
  }

  /// One character of a block, and where it stands.
  fileprivate struct Place {
    var character: Character
    var line: Int
    var columns: Range<Int>
  }

  /// The characters of some lines as one row: rules and indentation left out, blanks run together.
  private static func searchableRow(
    of lines: [Line], in range: Range<Int>, isExact: Bool
  ) -> [Place] {
    var row: [Place] = []
    for line in range {
      var column = 0
      if let last = row.last, last.character != " " {
        row.append(Place(character: " ", line: last.line, columns: 0..<0))
      }
      for span in lines[line].spans {
        if span.style.role == .rule {
          column += span.text.displayWidth
          continue
        }
        for character in isExact ? span.text : span.text.lowercased() {
          let columns = column..<(column + character.displayWidth)
          column = columns.upperBound
          if character == " ", row.last?.character ?? " " == " " { continue }
          row.append(Place(character: character, line: line, columns: columns))
        }
      }
    }
    return row
  }
}

extension Page.Match {
  /// The parts of neighbouring characters, line by line.
  fileprivate init(_ places: ArraySlice<Page.Place>) {
    parts = []
    line = places.first?.line ?? 0
    for place in places where !place.columns.isEmpty {
      if let last = parts.last, last.line == place.line {
        parts[parts.count - 1].columns = last.columns.lowerBound..<place.columns.upperBound
      } else {
        parts.append(Part(line: place.line, columns: place.columns))
      }
    }
  }
}
