// SPDX-License-Identifier: MIT
import NeuralNetworks
import Testing
import Training

@Suite struct `The notebook's runs` {
  @Test(arguments: ReferenceCase.all)
  func `begin with its data and weights bit for bit`(_ run: ReferenceCase) throws {
    let reference: ReferenceRun = try fixture(run.description)
    let start = RunStart(run.hyperparameters)
    #expect(start.training.inputs == reference.X_train.flatMap { $0 })
    #expect(start.training.labels == reference.y_train)
    #expect(start.validation.inputs == reference.X_val.flatMap { $0 })
    #expect(start.validation.labels == reference.y_val)
    #expect(start.network.layers[0].weights == reference.`init`.W1.flatMap { $0 })
    #expect(start.network.layers[0].biases == reference.`init`.b1)
    #expect(start.network.layers[1].weights == reference.`init`.W2.flatMap { $0 })
    #expect(start.network.layers[1].biases == reference.`init`.b2)
  }

  @Test(arguments: ReferenceCase.all)
  func `are repeated within 1e-9 in all four curves and the final weights`(
    _ run: ReferenceCase
  ) throws {
    let reference: ReferenceRun = try fixture(run.description)
    var iterator = TrainingRun(run.hyperparameters).makeIterator()
    var history = TrainingHistory(run.hyperparameters)
    while let epoch = iterator.next() { history.append(epoch) }
    #expect(largestDifference(history.trainingLoss, reference.train_loss) < 1e-9)
    #expect(largestDifference(history.validationLoss, reference.val_loss) < 1e-9)
    #expect(largestDifference(history.trainingAccuracy, reference.train_acc) < 1e-9)
    #expect(largestDifference(history.validationAccuracy, reference.val_acc) < 1e-9)
    #expect(history.bestEpoch == reference.best_epoch_argmin_val_loss_0based + 1)
    #expect(iterator.outcome == .completed)
    let network = iterator.network()
    let final = reference.final_weights
    #expect(largestDifference(network.layers[0].weights, final.W1.flatMap { $0 }) < 1e-9)
    #expect(largestDifference(network.layers[0].biases, final.b1) < 1e-9)
    #expect(largestDifference(network.layers[1].weights, final.W2.flatMap { $0 }) < 1e-9)
    #expect(largestDifference(network.layers[1].biases, final.b2) < 1e-9)
  }

  @Test func `give the same numbers to the bit each time`() {
    var hyperparameters = Hyperparameters()
    hyperparameters.epochs = 20
    let run = TrainingRun(hyperparameters)
    #expect(Array(run) == Array(run))
  }
}
