// SPDX-License-Identifier: MIT
import Training

/// Which figures are drawn of an experiment, and how the runs of several variants are arranged.
public struct FigureChoice: Hashable, Sendable {
  /// The figures, by id; empty for those of the lesson.
  public var figures: [String]
  /// How variants are arranged; `nil` takes what suits.
  public var arrangement: Arrangement?

  /// Understands names of figures and at most one arrangement.
  ///
  /// - Throws: `SettingError` at a name that is neither, or at a figure that such a run does not have.
  public init(
    _ words: [String], for kind: ExperimentKind, _ hyperparameters: Hyperparameters
  ) throws(SettingError) {
    (figures, arrangement) = ([], nil)
    for word in words {
      if let known = Arrangement(rawValue: word) {
        arrangement = known
        continue
      }
      guard kind.figureNames.contains(word) else {
        let names = kind.figureNames + Arrangement.allCases.map(\.rawValue)
        throw SettingError(
          "there is no figure \(word)\(Suggestion.sentence(for: word, among: names)); "
            + "\(kind.name) draws \(kind.figureNames.joined(separator: ", "))")
      }
      guard kind.suits(word, hyperparameters) else {
        throw SettingError("a run with these hyperparameters has no figure \(word)")
      }
      figures.append(word)
    }
  }
}
