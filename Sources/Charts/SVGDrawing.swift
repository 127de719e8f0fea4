// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension Figure {
  /// The figure as an SVG element for a web page, 640 units wide; `nil` for rows of text, which a
  /// page sets as a table.
  ///
  /// It has a title, and its ``summary`` as description, for those who do not see it. Colours are
  /// classes (`s1` ... `s5` for series, `axis`, `grid`, `note`, `band`), defined by ``svgStyle``.
  ///
  /// - Parameter id: what the element's identifiers begin with; unique on the page, of letters,
  ///   digits and hyphens.
  /// - Returns: the element, or `nil`.
  public func svg(id: String) -> String? {
    let drawing: (height: Double, markup: SVGMarkup)
    switch content {
    case .lines(let plot): drawing = SVGLinePlot(plot).drawing()
    case .bars(let plot): drawing = plot.drawing()
    case .heatMap(let map): drawing = map.drawing()
    case .images(let grid): drawing = grid.drawing()
    case .table: return nil
    }
    let head =
      "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 640 \(SVGMarkup.number(drawing.height))\""
      + " aria-labelledby=\"\(id)-title \(id)-text\">"
    let words = [
      "<title id=\"\(id)-title\">\(markupText(title))</title>",
      "<desc id=\"\(id)-text\">\(markupText(summary))</desc>",
    ]
    return ([head] + words + drawing.markup.elements + ["</svg>"]).joined(separator: "\n")
  }

  /// The style sheet of such elements, for light pages and dark ones.
  ///
  /// Series differ in dashes too, for those who do not tell the colours apart.
  public static let svgStyle = """
    .chart { --s1: #1b62b5; --s2: #b4470c; --s3: #222; --s4: #7d2c86; --s5: #27704a; width: 100%;
      max-width: 44rem; height: auto; font: 13px system-ui, sans-serif; }
    .chart text { fill: currentColor; }
    .chart path, .chart line { fill: none; stroke: currentColor; }
    .chart .grid { stroke-opacity: .15; }
    .chart .axis { stroke-opacity: .6; }
    .chart .note { stroke-dasharray: 5 4; stroke-opacity: .7; }
    .chart .band { fill: currentColor; fill-opacity: .08; }
    .chart .curve { stroke-width: 2; stroke-linejoin: round; }
    .chart path.spread { stroke: none; fill-opacity: .18; }
    .chart .cell { stroke: currentColor; stroke-opacity: .25; }
    .chart .s1 { stroke: var(--s1); } .chart .f1 { fill: var(--s1); }
    .chart .s2 { stroke: var(--s2); stroke-dasharray: 8 3; } .chart .f2 { fill: var(--s2); }
    .chart .s3 { stroke: var(--s3); stroke-dasharray: 2 3; } .chart .f3 { fill: var(--s3); }
    .chart .s4 { stroke: var(--s4); stroke-dasharray: 9 3 2 3; } .chart .f4 { fill: var(--s4); }
    .chart .s5 { stroke: var(--s5); stroke-dasharray: 4 2; } .chart .f5 { fill: var(--s5); }
    @media (prefers-color-scheme: dark) {
      .chart { --s1: #6db3f8; --s2: #ff9d5c; --s3: #eee; --s4: #d793df; --s5: #7bd3a3; }
    }
    """

  /// The number of styles that series take turns with.
  static let svgSeriesCount = 5
}
