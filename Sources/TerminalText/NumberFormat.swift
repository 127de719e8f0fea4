// SPDX-License-Identifier: MIT

/// Numbers as text, rounded on their exact decimal value and independent of any locale.
public enum NumberFormat {
  /// The number with a fixed count of decimals, rounded half to even on its exact value as C's
  /// `printf("%.*f")` does: `fixed(0.125, decimals: 2)` is `0.12`.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    if let special = nonFinite(value) { return special }
    let places = max(0, decimals)
    let sign = value.sign == .minus ? "-" : ""
    if let scaled = quicklyScaled(value.magnitude, places: places) {
      return sign + plain(scaled, places: places)
    }
    let expansion = DecimalExpansion(value.magnitude).rounded(decimals: places)
    return sign + expansion.plain(decimals: places)
  }

  /// As ``fixed(_:decimals:)``, but a zero that is left after rounding has no sign.
  public static func unsignedZero(_ value: Double, decimals: Int) -> String {
    let text = fixed(value, decimals: decimals)
    if text.first == "-" && text.allSatisfy({ "-0.".contains($0) }) {
      return String(text.dropFirst())
    }
    return text
  }

  /// The number with so many significant digits, without zeros at its end.
  ///
  /// Exponents outside -5 ..< 7 use scientific form: `1.5e-7`, `2e+12` as `2e12`.
  public static func significant(_ value: Double, digits: Int = 3) -> String {
    if let special = nonFinite(value) { return special }
    if value == 0 { return "0" }
    let count = max(1, digits)
    if let quick = quicklySignificant(value, count: count) { return quick }
    let rounded = DecimalExpansion(value.magnitude).rounded(significant: count)
    let sign = value < 0 ? "-" : ""
    let exponent = rounded.exponent
    if exponent >= -5 && exponent < max(7, count) {
      let text = rounded.plain(decimals: max(0, count - 1 - exponent))
      return sign + trimmed(text)
    }
    var digitsText = rounded.digitText(count: count)
    while digitsText.count > 1 && digitsText.last == "0" { digitsText.removeLast() }
    var mantissa = String(digitsText.removeFirst())
    if !digitsText.isEmpty { mantissa += "." + digitsText }
    return "\(sign)\(mantissa)e\(exponent)"
  }

  /// The shortest form that reads back to the same number, whole numbers without `.0`.
  public static func shortest(_ value: Double) -> String {
    if let special = nonFinite(value) { return special }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A share as percent: `percent(0.875)` is `88%`.
  public static func percent(_ share: Double, decimals: Int = 0) -> String {
    if let special = nonFinite(share) { return special }
    return unsignedZero(share * 100, decimals: decimals) + "%"
  }

  /// A whole number with a comma between thousands: `1,000,000`.
  public static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var result = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// The number times a power of ten as a whole number, where plain arithmetic is certain to round
  /// it as the exact value would: the product's error is far below the distance to a half.
  private static func quicklyScaled(_ magnitude: Double, places: Int) -> Int? {
    guard places >= 0 && places <= 15 else { return nil }
    let scaled = magnitude * powersOfTen[places]
    guard scaled < 1e11 else { return nil }
    let whole = scaled.rounded(.down)
    let rest = scaled - whole
    if abs(rest - 0.5) < 1e-4 { return nil }
    return Int(whole) + (rest > 0.5 ? 1 : 0)
  }

  private static func plain(_ scaled: Int, places: Int) -> String {
    let digits = String(scaled)
    if places == 0 { return digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    return "\(padded.dropLast(places)).\(padded.suffix(places))"
  }

  private static func quicklySignificant(_ value: Double, count: Int) -> String? {
    let magnitude = value.magnitude
    guard magnitude >= 1e-4 && magnitude < 1e6 && count <= 9 else { return nil }
    var places = count - 1
    var limit = 10.0
    while magnitude >= limit && places >= 0 {
      limit *= 10
      places -= 1
    }
    limit = 1
    while magnitude < limit {
      limit /= 10
      places += 1
    }
    guard places >= 0, let scaled = quicklyScaled(magnitude, places: places) else { return nil }
    return (value < 0 ? "-" : "") + trimmed(plain(scaled, places: places))
  }

  private static func nonFinite(_ value: Double) -> String? {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var result = text
    while result.last == "0" { result.removeLast() }
    if result.last == "." { result.removeLast() }
    return result
  }
}

private let powersOfTen: [Double] = (0...15).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
