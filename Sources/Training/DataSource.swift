// SPDX-License-Identifier: MIT

/// Where a run's examples come from.
public enum DataSource: String, CaseIterable, Sendable {
  /// Vertical and horizontal line images, the course's own data.
  case lines
  /// Two interleaved half circles.
  case moons
  /// Two interleaved spirals.
  case spirals
  /// A noisy sine curve, for regression.
  case sine
  /// Sequences whose label is the sign of their first element, for recurrent networks.
  case sequences
}
