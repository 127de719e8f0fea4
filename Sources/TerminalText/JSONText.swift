// SPDX-License-Identifier: MIT

/// JSON in which everything that a terminal must not be sent is written as an escape (RFC 8259, 7).
///
/// Its values are the same: outside of strings there are no such characters but line ends, which
/// are kept.
public func jsonText(_ json: String) -> String {
  if json.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }) { return json }
  return json.unicodeScalars.reduce(into: "") { text, scalar in
    if scalar == "\n" || scalar.isDisplayable {
      text.unicodeScalars.append(scalar)
    } else {
      text += jsonEscape(scalar)
    }
  }
}

/// A scalar as the escapes of its UTF-16 form, `\u001b` or `\ud83e\udde0`.
public func jsonEscape(_ scalar: Unicode.Scalar) -> String {
  String(scalar).utf16.map { unit in
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }.joined()
}
