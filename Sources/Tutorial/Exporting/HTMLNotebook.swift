// SPDX-License-Identifier: MIT
import Charts
import Experiments
import LessonFormat
import TerminalText

/// A lab notebook as one web page: no script, nothing from elsewhere, light or dark as the reader's
/// system is.
struct HTMLNotebook {
  private let notebook: LabNotebook

  init(_ notebook: LabNotebook) { self.notebook = notebook }

  /// The page.
  var text: String {
    var chapters: [String] = []
    var numbers = 1...
    for chapter in notebook.chapters {
      var writer = HTMLWriter(chapter, in: notebook, numbers: numbers)
      let body = writer.html(chapter.parts)
      numbers = writer.numbers
      let title = markupText("\(chapter.label) \(chapter.lesson.title)")
      let hasTitle = chapter.lesson.headings.first?.level == 1
      chapters.append(
        "<article id=\"\(HTMLWriter.anchor(of: chapter.lesson))\" aria-label=\"\(title)\">\n"
          + (hasTitle ? "" : "<h2>\(title)</h2>\n") + body + "\n</article>")
    }
    let title = markupText(notebook.title)
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title)</title>
      <style>
      \(HTMLStyle.sheet)
      \(Figure.svgStyle)
      </style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      \(overview)
      \(chapters.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private var overview: String {
    let table = notebook.overview
    let links = notebook.chapters.map { "#\(HTMLWriter.anchor(of: $0.lesson))" }
    let rows = zip(table.rows, links).map { row, link in
      [.link(target: link, [.text(row[0])])] + row.dropFirst().map { Inline.text($0) }
    }
    let head = table.head.map { "<th scope=\"col\">\(markupText($0))</th>" }.joined()
    let body = rows.map { row in
      "<tr>" + row.map { "<td>\(Self.cell($0))</td>" }.joined() + "</tr>"
    }
    return "<div class=\"wide\"><table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n"
      + body.joined(separator: "\n") + "\n</tbody>\n</table></div>"
  }

  private static func cell(_ inline: Inline) -> String {
    guard case .link(let target, let children) = inline else {
      return markupText(inline.plainText)
    }
    return "<a href=\"\(markupText(target))\">\(markupText(children.plainText))</a>"
  }
}

/// The look of the page.
enum HTMLStyle {
  /// The style sheet, but for the charts.
  static let sheet = """
    :root { color-scheme: light dark; --ink: #1d2127; --paper: #fdfdfb; --quiet: #5b6470;
      --line: #cfd4da; --soft: #f1f3f4; --accent: #1b62b5; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e4e6e9; --paper: #16181c; --quiet: #a2abb6; --line: #3b424b; --soft: #20242a;
        --accent: #7ab8f7; }
    }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 17px/1.55 Georgia, "Times New Roman", serif; }
    main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .6em; }
    a { color: var(--accent); }
    code, pre { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
      font-size: .86em; }
    code { background: var(--soft); padding: .1em .25em; border-radius: 3px;
      overflow-wrap: anywhere; }
    pre { background: var(--soft); padding: .8em 1em; overflow-x: auto; }
    pre code { background: none; padding: 0; }
    blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid var(--line); }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; margin: 1em 0; font-size: .94em; }
    th, td { border: 1px solid var(--line); padding: .3em .6em; text-align: left; }
    .left { text-align: left; } .center { text-align: center; } .right { text-align: right; }
    .frame { border: 1px solid var(--line); border-radius: 6px; padding: 0 1rem; margin: 1.5em 0; }
    .frame > .label { font-weight: bold; }
    .label b, .in { color: var(--accent); }
    .run { border-top: 1px solid var(--line); padding-top: .2em; }
    figure { margin: 1.2em 0; } figcaption { color: var(--quiet); font-size: .94em; }
    .title { font-weight: bold; margin-bottom: .3em; }
    summary { cursor: pointer; color: var(--quiet); }
    math[display="block"] { margin: 1em 0; }
    @media print { figure, tr { break-inside: avoid; } details { display: none; } }
    """
}
