// SPDX-License-Identifier: MIT
public import Experiments

/// A chart that stands still: its data, and what is said under it.
public struct FigureBlock: Hashable, Sendable {
  /// The name, unique in its lesson.
  public var id: String
  /// The picture, as data.
  public var figure: Figure
  /// What is said under it.
  public var caption: [Inline]
}

extension FigureBlock {
  private typealias Reading = @Sendable (BlockReader.Fields, inout BlockReader) -> Figure.Content?

  /// The kinds of figure: their names, their own settings, and how they are read.
  private static let kinds: [(name: String, settings: [String], read: Reading)] = [
    ("function", plotSettings + ["x"], { Plots.function($0, &$1) }),
    ("layers", plotSettings + ["layers"], { Plots.layers($0, &$1) }),
    ("curves", plotSettings + ["x"], { Plots.curves($0, &$1) }),
    ("heat-map", ["values", "rows", "columns", "signed", "decimals"], { Grids.heatMap($0, &$1) }),
    ("images", ["images", "signed"], { Grids.images($0, &$1) }),
    ("bars", ["categories", "curves", "y_label", "y_limits"], { Plots.bars($0, &$1) }),
  ]

  private static let plotSettings = [
    "curves", "x_label", "y_label", "x_scale", "y_scale", "x_limits", "y_limits", "references",
    "bands", "notes", "equal_units",
  ]

  /// Reads a `figure` block.
  init?(_ node: YAMLNode, id: String, in _: LessonContext, _ reader: inout BlockReader) {
    let common = ["kind", "title", "caption"]
    let all = common + Self.kinds.flatMap(\.settings)
    var probe = BlockReader()
    let given = probe.fields(node, of: "a figure", known: all)
    let names = Self.kinds.map(\.name)
    guard let name = reader.choice("kind", given, among: names, isRequired: true),
      let kind = Self.kinds.first(where: { $0.name == name })
    else { return nil }
    let fields = reader.fields(node, of: "a \(name) figure", known: common + kind.settings)
    let title = reader.text("title", fields) ?? ""
    caption = reader.prose("caption", fields)
    guard let content = kind.read(fields, &reader) else { return nil }
    self.id = id
    figure = Figure(id: id, title: title, content: content)
  }
}

/// Figures made of numbers in a grid.
private enum Grids {
  static func heatMap(_ fields: BlockReader.Fields, _ reader: inout BlockReader) -> Figure.Content?
  {
    guard let node = reader.node("values", fields, isRequired: true) else { return nil }
    let values = grid(node, "values", &reader)
    let rows = reader.texts("rows", fields)
    let columns = reader.texts("columns", fields)
    if !rows.isEmpty, rows.count != values.count {
      reader.report(
        fields.location, "value", "rows has \(rows.count) names for \(values.count) rows")
    }
    if !columns.isEmpty, columns.count != values.first?.count {
      reader.report(
        fields.location, "value",
        "columns has \(columns.count) names for \(values.first?.count ?? 0) columns")
    }
    return .heatMap(
      HeatMap(
        values: values, rowLabels: rows, columnLabels: columns,
        isSigned: reader.flag("signed", fields) ?? false,
        decimals: reader.count("decimals", fields, within: 0...6) ?? 2))
  }

  static func images(_ fields: BlockReader.Fields, _ reader: inout BlockReader) -> Figure.Content? {
    var images: [ImageGrid.Image] = []
    for node in reader.list("images", fields, isRequired: true) {
      let own = reader.fields(node, of: "an image", known: ["caption", "pixels"])
      guard let pixels = reader.node("pixels", own, isRequired: true) else { continue }
      images.append(
        .init(
          caption: reader.text("caption", own) ?? "", pixels: grid(pixels, "pixels", &reader)))
    }
    return .images(ImageGrid(images: images, isSigned: reader.flag("signed", fields) ?? false))
  }

  /// Rows of numbers, all of the same length.
  private static func grid(
    _ node: YAMLNode, _ name: String, _ reader: inout BlockReader
  ) -> [[Double]] {
    guard case .list(let nodes) = node.content, !nodes.isEmpty else {
      reader.report(
        node.location, "value",
        "\(name) is \(node.description); it must be a list of rows, as in [[0, 1], [1, 0]]")
      return []
    }
    let rows = nodes.map { reader.numbers($0, name) }
    if let first = rows.first, first.isEmpty || rows.contains(where: { $0.count != first.count }) {
      reader.report(node.location, "value", "the rows of \(name) must be equally long")
      return []
    }
    return rows
  }
}
