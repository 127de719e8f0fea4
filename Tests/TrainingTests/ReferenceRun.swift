// SPDX-License-Identifier: MIT
import NeuralNetworks
import Training

/// The numbers of one run of the numpy notebook.
struct ReferenceRun: Decodable {
  struct Weights: Decodable {
    var W1: [[Double]]
    var b1: [Double]
    var W2: [[Double]]
    var b2: [Double]
  }
  var n_hidden: Int
  var n_train: Int
  var n_val: Int
  var epochs: Int
  var best_epoch_argmin_val_loss_0based: Int
  var `init`: Weights
  var final_weights: Weights
  var X_train: [[Double]]
  var y_train: [Double]
  var X_val: [[Double]]
  var y_val: [Double]
  var train_loss: [Double]
  var val_loss: [Double]
  var train_acc: [Double]
  var val_acc: [Double]
}

/// A run of the notebook and the hyperparameters that repeat it.
struct ReferenceCase: CustomStringConvertible {
  var description: String
  var hyperparameters: Hyperparameters

  static let overfit = ReferenceCase(
    description: "w1_overfit", hyperparameters: Hyperparameters())

  static let moreData: ReferenceCase = {
    var hyperparameters = Hyperparameters()
    hyperparameters.trainingSize = 200
    hyperparameters.epochs = 200
    hyperparameters.weightSeed = .afterTraining
    return ReferenceCase(description: "w2_more_data", hyperparameters: hyperparameters)
  }()

  static let simple: ReferenceCase = {
    var hyperparameters = Hyperparameters()
    hyperparameters.hidden = [4]
    hyperparameters.epochs = 200
    hyperparameters.weightSeed = .seed(42)
    return ReferenceCase(description: "simple_model", hyperparameters: hyperparameters)
  }()

  static let all = [overfit, moreData, simple]
}

/// The largest absolute difference between two lists; infinite where their lengths differ.
func largestDifference(_ left: [Double], _ right: [Double]) -> Double {
  guard left.count == right.count else { return .infinity }
  return zip(left, right).reduce(0) { largest, pair in
    // A NaN must not pass for a small difference.
    let difference = abs(pair.0 - pair.1)
    return difference.isNaN ? .infinity : max(largest, difference)
  }
}
