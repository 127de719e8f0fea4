// SPDX-License-Identifier: MIT

/// One of the ways in which an experiment was run at once, and what came of it.
public struct RunVariant: Hashable, Sendable {
  /// What sets it apart, as in `hidden [4]`.
  public var name: String
  /// The hyperparameters that differ from those that the variants start from.
  public var overrides: [NamedText]
  /// The final figures, the mean over the seeds.
  public var measures: [Measure]
  /// Their standard deviations over the seeds; empty for one seed.
  public var deviations: [Measure]

  /// Makes a variant.
  public init(
    name: String, overrides: [NamedText], measures: [Measure], deviations: [Measure] = []
  ) {
    self.name = name
    self.overrides = overrides
    self.measures = measures
    self.deviations = deviations
  }
}

/// Variants as one text: the lines of `pairText`, each variant begun by its name.
func variantText(_ variants: [RunVariant]) -> String {
  pairText(
    variants.flatMap { variant in
      [NamedText("name", variant.name)]
        + variant.overrides.map { NamedText("set \($0.name)", $0.value) }
        + variant.measures.map { NamedText("mean \($0.name)", "\($0.value)") }
        + variant.deviations.map { NamedText("deviation \($0.name)", "\($0.value)") }
    })
}

/// The variants of a text that `variantText` made; what it cannot tell is passed over.
func variants(of text: String) -> [RunVariant] {
  var variants: [RunVariant] = []
  for pair in pairs(of: text) {
    if pair.name == "name" {
      variants.append(RunVariant(name: pair.value, overrides: [], measures: []))
      continue
    }
    let words = pair.name.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, let last = variants.indices.last else { continue }
    let number = Measure(words[1], Double(pair.value) ?? .nan)
    switch words[0] {
    case "set": variants[last].overrides.append(NamedText(words[1], pair.value))
    case "mean": variants[last].measures.append(number)
    case "deviation": variants[last].deviations.append(number)
    default: break
    }
  }
  return variants
}
