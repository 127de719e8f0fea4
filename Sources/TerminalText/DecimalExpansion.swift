// SPDX-License-Identifier: MIT

/// The exact decimal digits of a finite number that is not negative.
///
/// A double is m · 2^e with whole m. For e < 0 it equals m · 5^-e / 10^-e, so its digits are those
/// of the whole number m · 5^-e, with the point moved -e places: no digit is ever approximated.
struct DecimalExpansion {
  /// The digits, most significant first, without leading zeros; empty for zero.
  private(set) var digits: [UInt8]
  /// How many of the digits stand after the point; may be more than there are.
  private(set) var decimals: Int

  /// Expands a number.
  init(_ value: Double) {
    guard value > 0 && value.isFinite else {
      digits = []
      decimals = 0
      return
    }
    let isSubnormal = value.exponentBitPattern == 0
    var mantissa = value.significandBitPattern | (isSubnormal ? 0 : 1 << 52)
    var exponent = Int(isSubnormal ? 1 : value.exponentBitPattern) - 1075
    while mantissa & 1 == 0 && exponent < 0 {
      mantissa >>= 1
      exponent += 1
    }
    var limbs = [UInt64]()
    while mantissa > 0 {
      limbs.append(mantissa % limbBase)
      mantissa /= limbBase
    }
    let powers = exponent < 0 ? powersOfFive : powersOfTwo
    var left = abs(exponent)
    while left > 0 {
      let count = min(powers.count - 1, left)
      Self.multiply(&limbs, by: powers[count])
      left -= count
    }
    var text = String(limbs.last ?? 0)
    for limb in limbs.dropLast().reversed() {
      let part = String(limb)
      text += String(repeating: "0", count: 9 - part.count) + part
    }
    digits = text.utf8.map { $0 - 48 }
    decimals = exponent < 0 ? -exponent : 0
  }

  /// The decimal exponent of the first digit: 2 for 123, -2 for 0.05.
  var exponent: Int { digits.isEmpty ? 0 : digits.count - 1 - decimals }

  /// The number rounded half to even to so many decimals.
  func rounded(decimals places: Int) -> DecimalExpansion { dropping(decimals - places) }

  /// The number rounded half to even to so many significant digits.
  func rounded(significant count: Int) -> DecimalExpansion { dropping(digits.count - count) }

  /// The digits from the first on, filled up with zeros to a count.
  func digitText(count: Int) -> String {
    let shown = digits.prefix(count) + Array(repeating: 0, count: max(0, count - digits.count))
    return String(decoding: shown.map { $0 + 48 }, as: UTF8.self)
  }

  /// The number in plain form with so many decimals.
  func plain(decimals places: Int) -> String {
    var all = digits
    if decimals < places { all += Array(repeating: 0, count: places - decimals) }
    if decimals > places { all.removeLast(min(all.count, decimals - places)) }
    if all.count <= places {
      all.insert(contentsOf: Array(repeating: 0, count: places + 1 - all.count), at: 0)
    }
    let text = all.map { $0 + 48 }
    let whole = String(decoding: text.dropLast(places), as: UTF8.self)
    return places == 0 ? whole : whole + "." + String(decoding: text.suffix(places), as: UTF8.self)
  }

  private func dropping(_ count: Int) -> DecimalExpansion {
    if count <= 0 || digits.isEmpty { return self }
    var result = self
    result.decimals -= count
    if count > digits.count {
      result.digits = []
      return result
    }
    let kept = digits.prefix(digits.count - count)
    let first = digits[kept.count]
    let isAboveHalf = first > 5 || first == 5 && digits[(kept.count + 1)...].contains { $0 > 0 }
    let isOdd = (kept.last ?? 0) % 2 == 1
    result.digits = Array(kept)
    if isAboveHalf || first == 5 && isOdd { result.increment() }
    return result
  }

  private mutating func increment() {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
  }

  private static func multiply(_ limbs: inout [UInt64], by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let (quotient, rest) = (limbs[index] * factor + carry).quotientAndRemainder(
        dividingBy: limbBase)
      limbs[index] = rest
      carry = quotient
    }
    if carry > 0 { limbs.append(carry) }
  }
}

private let limbBase: UInt64 = 1_000_000_000

/// The powers below the limbs' base.
private let powersOfFive: [UInt64] = (0...12).map { (0..<$0).reduce(1) { power, _ in power * 5 } }
private let powersOfTwo: [UInt64] = (0...29).map { 1 << $0 }
