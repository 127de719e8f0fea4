// SPDX-License-Identifier: MIT

/// A lesson's text made sound: UTF-8, line feeds alone, no NUL, no byte-order mark.
///
/// Malformed bytes and NUL become U+FFFD, so that nothing after this has to be careful.
struct SourceText {
  /// The sound text.
  let utf8: [UInt8]
  /// Where each line begins.
  let lineStarts: [Int]

  /// Makes bytes sound.
  init(_ bytes: some Collection<UInt8>) {
    let repaired = String(decoding: bytes, as: UTF8.self)
    var sound = Array(repaired.utf8)
    if sound.contains(where: { $0 == 0 || $0 == 13 }) { sound = Self.withLineFeedsAlone(sound) }
    if sound.starts(with: [0xEF, 0xBB, 0xBF]) { sound.removeFirst(3) }
    if let last = sound.last, last != 10 { sound.append(10) }
    self.init(sound: sound)
  }

  /// The bytes with one line feed for every end of a line, and U+FFFD for every NUL.
  private static func withLineFeedsAlone(_ bytes: [UInt8]) -> [UInt8] {
    var sound: [UInt8] = []
    sound.reserveCapacity(bytes.count + 1)
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0: sound += [0xEF, 0xBF, 0xBD]
      case 13: sound.append(10)
      case 10 where previous == 13: break
      default: sound.append(byte)
      }
      previous = byte
    }
    return sound
  }

  private init(sound: [UInt8]) {
    utf8 = sound
    var starts = [0]
    sound.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices where bytes[offset] == 10 && offset + 1 < bytes.count {
        starts.append(offset + 1)
      }
    }
    lineStarts = starts
  }

  /// The number of lines.
  var lineCount: Int { utf8.isEmpty ? 0 : lineStarts.count }

  /// The bytes of a line, counted from 0, without its end.
  func line(_ index: Int) -> ArraySlice<UInt8> {
    let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : utf8.count
    let line = utf8[lineStarts[index]..<end]
    return line.last == 10 ? line.dropLast() : line
  }

  /// The text from a line on, counted from 0.
  func dropping(lines count: Int) -> SourceText {
    if count == 0 { return self }
    return SourceText(sound: count < lineStarts.count ? Array(utf8[lineStarts[count]...]) : [])
  }

  /// The line of an offset, counted from 0.
  func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The column of an offset, counted from 1 in Unicode scalars.
  func column(at offset: Int) -> Int {
    1 + utf8[lineStarts[lineIndex(at: offset)]..<offset].count { $0 & 0xC0 != 0x80 }
  }
}
