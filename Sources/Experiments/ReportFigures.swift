// SPDX-License-Identifier: MIT

extension ExperimentReport {
  /// The figures of a report: a single run's own; over seeds the mean with its spread; over variants
  /// one curve each.
  ///
  /// - Parameter names: the figures wanted, by id; empty takes the kind's usual ones.
  /// - Returns: the figures, in the order wanted.
  public func figures(_ names: [String]) -> [Figure] {
    let wanted = names.isEmpty ? request.kind.usualFigures : names
    let perVariant = request.variants.indices.map { variant in
      wanted.compactMap { id in
        Figure(averaging: results(of: variant).compactMap { $0.figures.first { $0.id == id } })
      }
    }
    if perVariant.count == 1 { return perVariant[0] }
    return wanted.flatMap { id in
      Figure.overlay(
        zip(request.variants, perVariant).compactMap { variant, figures in
          figures.first { $0.id == id }.map { (variant.name, $0) }
        }, comparing: request.kind.comparedSeries)
    }
  }
}
