// SPDX-License-Identifier: MIT
internal import Experiments
import Glibc

/// A formula of one variable, as a lesson writes a curve: `sigmoid(x) * (1 - sigmoid(x))`.
///
/// Numbers, `x`, `pi`, `e`, `+ - * / ^`, parentheses and the functions of `names`. Nothing else can
/// be said in it, so that a formula from a stranger can do no harm.
public struct Formula: Hashable, Sendable {
  /// The formula, parsed.
  indirect enum Term: Hashable, Sendable {
    case number(Double)
    case variable
    case negated(Term)
    case binary(UInt8, Term, Term)
    case call(String, [Term])
  }

  let term: Term

  /// The value at a point; not a number where the formula has none.
  public func callAsFunction(_ x: Double) -> Double { Self.value(of: term, at: x) }

  /// The functions that a formula may use, with their number of arguments.
  public static let names: [(name: String, arguments: Int)] =
    unary.map { ($0.key, 1) }.sorted { $0.0 < $1.0 } + [("max", 2), ("min", 2)]

  static let unary: [String: @Sendable (Double) -> Double] = [
    "abs": { abs($0) },
    "cos": { cos($0) },
    "exp": { exp($0) },
    "log": { log($0) },
    "log10": { log10($0) },
    "relu": { max(0, $0) },
    "sigmoid": { 1 / (1 + exp(-$0)) },
    "sin": { sin($0) },
    "sqrt": { sqrt($0) },
    "step": { $0 >= 0 ? 1 : 0 },
    "tanh": { tanh($0) },
  ]

  private static func value(of term: Term, at x: Double) -> Double {
    switch term {
    case .number(let number): return number
    case .variable: return x
    case .negated(let inner): return -value(of: inner, at: x)
    case .binary(let mark, let left, let right):
      let (a, b) = (value(of: left, at: x), value(of: right, at: x))
      switch mark {
      case UInt8(ascii: "+"): return a + b
      case UInt8(ascii: "-"): return a - b
      case UInt8(ascii: "*"): return a * b
      case UInt8(ascii: "/"): return a / b
      default: return pow(a, b)
      }
    case .call(let name, let arguments):
      let values = arguments.map { value(of: $0, at: x) }
      if let function = unary[name] { return function(values[0]) }
      return name == "max" ? max(values[0], values[1]) : min(values[0], values[1])
    }
  }
}

/// What is wrong with a formula, and at which character of it, counted from 1.
public struct FormulaError: Error, Hashable, Sendable {
  /// The sentence.
  public var message: String
  /// The character.
  public var column: Int
}

extension Formula {
  /// Reads a formula.
  ///
  /// - Throws: `FormulaError` at the first character that cannot be understood.
  public init(_ text: String) throws(FormulaError) {
    var reader = FormulaReader(text)
    term = try reader.sum(depth: 0)
    try reader.expectEnd()
  }
}

/// Reads a formula by recursive descent.
private struct FormulaReader {
  private let bytes: [UInt8]
  private var position = 0
  private static let depthLimit = 50
  private static let lengthLimit = 1000

  init(_ text: String) { bytes = Array(text.utf8.prefix(Self.lengthLimit + 1)) }

  private func error(_ message: String) -> FormulaError {
    FormulaError(message: message, column: position + 1)
  }

  private var next: UInt8? {
    mutating get {
      while position < bytes.count, bytes[position] == 0x20 { position += 1 }
      return position < bytes.count ? bytes[position] : nil
    }
  }

  private mutating func take(_ marks: String) -> UInt8? {
    guard let byte = next, marks.utf8.contains(byte) else { return nil }
    position += 1
    return byte
  }

  mutating func expectEnd() throws(FormulaError) {
    if bytes.count > Self.lengthLimit { throw error("the formula is longer than 1000 characters") }
    if next != nil { throw error("an operator such as + or * is missing here") }
  }

  mutating func sum(depth: Int) throws(FormulaError) -> Formula.Term {
    if depth > Self.depthLimit { throw error("the formula is nested too deep") }
    var term = try product(depth: depth)
    while let mark = take("+-") { term = .binary(mark, term, try product(depth: depth)) }
    return term
  }

  private mutating func product(depth: Int) throws(FormulaError) -> Formula.Term {
    var term = try power(depth: depth)
    while let mark = take("*/") { term = .binary(mark, term, try power(depth: depth)) }
    return term
  }

  private mutating func power(depth: Int) throws(FormulaError) -> Formula.Term {
    if depth > Self.depthLimit { throw error("the formula is nested too deep") }
    if take("-") != nil { return .negated(try power(depth: depth + 1)) }
    let base = try atom(depth: depth)
    guard let mark = take("^") else { return base }
    return .binary(mark, base, try power(depth: depth + 1))
  }

  private mutating func atom(depth: Int) throws(FormulaError) -> Formula.Term {
    guard let byte = next else { throw error("the formula ends too early") }
    if take("(") != nil {
      let inner = try sum(depth: depth + 1)
      if take(")") == nil { throw error("a closing parenthesis is missing") }
      return inner
    }
    let start = position
    if (0x30...0x39).contains(byte) || byte == 0x2E {
      while position < bytes.count, isPartOfNumber(at: position, from: start) { position += 1 }
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      if let number = Double(strict: text) { return .number(number) }
      position = start
      throw error("\(text) is not a number")
    }
    while position < bytes.count, isLetterOrDigit(bytes[position]) { position += 1 }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    switch name {
    case "x": return .variable
    case "pi": return .number(.pi)
    case "e": return .number(M_E)
    default: break
    }
    guard let function = Formula.names.first(where: { $0.name == name }) else {
      position = start
      let known = Formula.names.map(\.name) + ["x", "pi", "e"]
      throw error(
        name.isEmpty
          ? "a number, x or a function is missing here"
          : "there is no \(name)\(Suggestion.sentence(for: name, among: known))")
    }
    if take("(") == nil { throw error("\(name) needs its argument in parentheses") }
    var arguments = [try sum(depth: depth + 1)]
    while take(",") != nil { arguments.append(try sum(depth: depth + 1)) }
    if take(")") == nil { throw error("a closing parenthesis is missing") }
    if arguments.count != function.arguments {
      position = start
      throw error("\(name) takes \(function.arguments == 1 ? "one argument" : "two arguments")")
    }
    return .call(name, arguments)
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == 0x5F
  }

  /// Digits, a point, an exponent and the sign after its `e`.
  private func isPartOfNumber(at index: Int, from start: Int) -> Bool {
    let byte = bytes[index]
    if (0x30...0x39).contains(byte) || byte == 0x2E { return true }
    let isExponent = byte == 0x65 || byte == 0x45
    if isExponent, index + 1 < bytes.count {
      return (0x30...0x39).contains(bytes[index + 1]) || [0x2B, 0x2D].contains(bytes[index + 1])
    }
    let isSign = byte == 0x2B || byte == 0x2D
    return isSign && index > start && (bytes[index - 1] == 0x65 || bytes[index - 1] == 0x45)
  }
}
