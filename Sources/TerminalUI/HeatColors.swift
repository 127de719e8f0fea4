// SPDX-License-Identifier: MIT

/// The colours of heat maps, of the 256 of xterm.
enum HeatColors {
  /// Black to white in 16 steps, so that a picture's pixels look like themselves.
  static func gray(_ level: Int) -> Int { 232 + min(max(level, 0), 15) * 23 / 15 }

  /// Blue over white to orange in 17 steps, which no colour blindness confuses.
  static func diverging(_ level: Int) -> Int { steps[min(max(level, -8), 8) + 8] }

  /// Whether black is read better than white on a colour: a relative luminance (WCAG 2) above 0.18.
  static func isLight(_ color: Int) -> Bool { luminance(color) > 0.18 }

  /// The relative luminance of a colour from 16 on, 0 for black and 1 for white (WCAG 2).
  static func luminance(_ color: Int) -> Double {
    let weights = [0.2126, 0.7152, 0.0722]
    return zip(weights, components(color)).reduce(0) { sum, part in
      sum + part.0 * linear(Double(part.1) / 255)
    }
  }

  /// Red, green and blue of a colour from 16 on, 0 to 255.
  static func components(_ color: Int) -> [Int] {
    if color >= 232 { return [Int](repeating: 8 + 10 * (color - 232), count: 3) }
    let levels = [0, 95, 135, 175, 215, 255]
    let index = max(0, color - 16)
    return [levels[index / 36 % 6], levels[index / 6 % 6], levels[index % 6]]
  }

  /// The light that a stored value stands for: sRGB is 2.2 within what a comparison needs.
  private static func linear(_ value: Double) -> Double {
    value * value * (0.2 * value + 0.8)
  }

  private static let steps = [
    25, 26, 32, 33, 75, 111, 153, 189, 231, 230, 223, 222, 215, 208, 202, 166, 130,
  ]
}
