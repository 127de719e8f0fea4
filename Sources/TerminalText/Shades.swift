// SPDX-License-Identifier: MIT

extension Line {
  /// The line for a terminal with colours: shades give way to blanks where the ground behind them
  /// tells the value already.
  public var withGroundsAlone: Line {
    var result = self
    for index in spans.indices where spans[index].style.ground.tellsValue {
      guard spans[index].style.role == .faint else { continue }
      result.spans[index].text = blanks(spans[index].text.displayWidth)
    }
    return result
  }
}

extension Ground {
  /// Whether it stands for a number.
  fileprivate var tellsValue: Bool {
    switch self {
    case .heat, .diverging: true
    default: false
    }
  }
}
