// SPDX-License-Identifier: MIT
import Glibc

/// How the learning rate changes over the epochs.
public enum LearningRateScheduleKind: String, CaseIterable, Sendable {
  /// The same in every epoch.
  case constant
  /// Halved every quarter of the run.
  case step
  /// Half a cosine from the learning rate down to zero.
  case cosine
  /// A linear rise over the first tenth of the run.
  case warmUp = "warm_up"

  /// The factor on the learning rate in epoch `epoch` (from 1) of `epochs`.
  public func factor(epoch: Int, of epochs: Int) -> Double {
    let progress = Double(max(epoch - 1, 0)) / Double(max(epochs, 1))
    switch self {
    case .constant: return 1
    case .step: return pow(0.5, (progress * 4).rounded(.down))
    case .cosine: return (1 + cos(progress * .pi)) / 2
    case .warmUp: return min(Double(epoch) / max((Double(epochs) / 10).rounded(.up), 1), 1)
    }
  }
}
