// SPDX-License-Identifier: MIT
import Training

extension Hyperparameter {
  /// Sets this hyperparameter from what was written.
  ///
  /// - Throws: `SettingError` naming the value and what is allowed; the hyperparameters are then
  ///   unchanged.
  public func set(
    _ value: Setting.Value, in hyperparameters: inout Hyperparameters
  ) throws(SettingError) {
    switch domain {
    case .real(let path, let range, _):
      let number = try number(value)
      guard range.contains(number) else { throw outOfRange(value) }
      hyperparameters[keyPath: path] = number
    case .integer(let path, let range, _):
      guard let whole = Int(exactly: try number(value)) else {
        throw SettingError(
          "\(name) is \(quoted(value)); it must be a whole number within \(allowed)")
      }
      guard range.contains(whole) else { throw outOfRange(value) }
      hyperparameters[keyPath: path] = whole
    case .toggle(let path):
      hyperparameters[keyPath: path] = try toggle(value)
    case .choice(let choice):
      let word = word(value)
      guard choice.names.contains(word) else {
        let near = Suggestion.sentence(for: word, among: choice.names)
        throw SettingError("\(name) is \(quoted(value)); it must be one of \(allowed)\(near)")
      }
      choice.write(word, &hyperparameters)
    case .widths(let path, let count, let width):
      hyperparameters[keyPath: path] = try widths(value, count, width)
    case .weightSeed:
      hyperparameters.weightSeed = try weightSeed(value)
    }
  }

  /// Moves the value one rung of its ladder, or to the next choice.
  public func step(up: Bool, in hyperparameters: inout Hyperparameters) {
    switch domain {
    case .real(let path, let range, let ladder):
      hyperparameters[keyPath: path] = ladder.next(
        from: hyperparameters[keyPath: path], up: up, within: range)
    case .integer(let path, let range, let ladder):
      let bounds = Double(range.lowerBound)...Double(range.upperBound)
      let next = ladder.next(from: Double(hyperparameters[keyPath: path]), up: up, within: bounds)
      hyperparameters[keyPath: path] =
        Int(exactly: next.rounded()) ?? hyperparameters[keyPath: path]
    case .toggle(let path): hyperparameters[keyPath: path].toggle()
    case .choice(let choice):
      guard let now = choice.names.firstIndex(of: choice.read(hyperparameters)) else { return }
      let next = (now + (up ? 1 : choice.names.count - 1)) % choice.names.count
      choice.write(choice.names[next], &hyperparameters)
    case .widths(let path, _, let width):
      hyperparameters[keyPath: path] = hyperparameters[keyPath: path].map {
        Self.nextWidth($0, up: up, within: width)
      }
    case .weightSeed:
      hyperparameters.weightSeed =
        hyperparameters.weightSeed == .afterValidation ? .afterTraining : .afterValidation
    }
  }

  /// The next customary layer width: 1 to 6, then 8, 10, 12, 16, 20, 24, 32, and so on.
  static func nextWidth(_ width: Int, up: Bool, within range: ClosedRange<Int>) -> Int {
    let next = up ? customaryWidths.first { $0 > width } : customaryWidths.last { $0 < width }
    return min(max(next ?? width, range.lowerBound), range.upperBound)
  }

  private static let customaryWidths = [
    1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 40, 50, 64, 80, 100, 128, 160, 200, 256, 320, 400,
    512, 640, 800, 1024, 2048, 4096,
  ]

  private func word(_ value: Setting.Value) -> String {
    withoutUnit(value.text.lowercased())
  }

  /// A value without its unit, in the plural or in the singular.
  private func withoutUnit(_ text: String) -> String {
    for name in [unit, String(unit.dropLast())] where !name.isEmpty && text.hasSuffix(name) {
      let rest = String(text.dropLast(name.count)).trimmed
      if !rest.isEmpty { return rest }
    }
    return text
  }

  private func quoted(_ value: Setting.Value) -> String {
    let text = value.text
    return text.isEmpty ? "empty" : text.count > 60 ? "\(text.prefix(60))…" : text
  }

  private func outOfRange(_ value: Setting.Value) -> SettingError {
    SettingError("\(name) is \(quoted(value)); it must be within \(allowed)")
  }

  private func number(_ value: Setting.Value) throws(SettingError) -> Double {
    guard case .scalar = value, let number = Double(strict: word(value)) else {
      throw SettingError("\(name) is \(quoted(value)); it must be a number within \(allowed)")
    }
    return number
  }

  private func toggle(_ value: Setting.Value) throws(SettingError) -> Bool {
    switch word(value) {
    case "on", "true", "yes", "1": return true
    case "off", "false", "no", "0": return false
    default: throw SettingError("\(name) is \(quoted(value)); it must be on or off")
    }
  }

  private func widths(
    _ value: Setting.Value, _ count: ClosedRange<Int>, _ width: ClosedRange<Int>
  ) throws(SettingError) -> [Int] {
    let parts: [Setting.Value]
    if case .list(let values) = value { parts = values } else { parts = [value] }
    guard count.contains(parts.count) else {
      throw SettingError("\(name) is \(quoted(value)); it must be \(allowed)")
    }
    var widths: [Int] = []
    for part in parts {
      guard let number = Double(strict: withoutUnit(part.text)),
        let whole = Int(exactly: number), width.contains(whole)
      else { throw SettingError("\(name) is \(quoted(value)); it must be \(allowed)") }
      widths.append(whole)
    }
    return widths
  }

  private func weightSeed(_ value: Setting.Value) throws(SettingError) -> WeightSeed {
    switch word(value) {
    case "after_training": return .afterTraining
    case "after_validation": return .afterValidation
    case let text:
      guard let number = Double(strict: text), let seed = Int(exactly: number),
        (0...4_294_967_295).contains(seed)
      else { throw SettingError("\(name) is \(quoted(value)); it must be \(allowed)") }
      return .seed(seed)
    }
  }
}

extension Double {
  /// Reads a plain decimal number, with an exponent or not; no hexadecimal, no infinity, no NaN.
  public init?(strict text: String) {
    guard !text.isEmpty, text.utf8.count <= 64,
      text.utf8.allSatisfy({ (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }),
      let number = Double(text), number.isFinite
    else { return nil }
    self = number
  }
}
