// SPDX-License-Identifier: MIT

/// What the evidence says about a run, in one word and one sentence.
public struct Diagnosis: Hashable, Sendable {
  /// What is the matter, or that nothing is.
  public enum Finding: String, CaseIterable, Sendable {
    /// The losses left the finite numbers, or the gradients grow without bound.
    case exploding
    /// The first layers get next to no gradient.
    case vanishing
    /// Many ReLU neurons are silent for every example.
    case deadNeurons = "dead ReLUs"
    /// Most sigmoid or tanh neurons are stuck at their ends.
    case saturated
    /// Training goes on improving while validation gets worse.
    case overfitting
    /// Neither loss gets low, and neither is still falling.
    case underfitting
    /// Both losses are still falling.
    case stillLearning = "still learning"
    /// Both losses are low and close.
    case goodFit = "good fit"
    /// None of these can be said.
    case unclear
  }

  /// What was found.
  public var finding: Finding
  /// The evidence, in one sentence with its numbers.
  public var evidence: String
  /// What to do about it, and where to read on; empty where nothing needs doing.
  public var advice: String

  /// Makes a diagnosis.
  public init(_ finding: Finding, evidence: String, advice: String = "") {
    self.finding = finding
    self.evidence = evidence
    self.advice = advice
  }
}
