// SPDX-License-Identifier: MIT
import Experiments
import Glibc
import Testing
import Training

@Suite struct `What a request may take` {
  private func request(_ kind: ExperimentKind, _ hyperparameters: Hyperparameters, seeds: Int = 1)
    -> ExperimentRequest
  {
    ExperimentRequest(
      experiment: "test", kind: kind,
      variants: [Experiment.Variant(name: "", hyperparameters: hyperparameters)], seeds: seeds)
  }

  @Test(arguments: ExperimentKind.all.map(\.name))
  func `is known for any settings, and what is small enough runs`(_ name: String) throws {
    let kind = try kind(name)
    var random = RandomSettings(state: 1)
    var (allowed, refused, run) = (0, 0, 0)
    var times: [Duration] = []
    for _ in 0..<1500 {
      var hyperparameters = kind.defaults
      for row in kind.hyperparameters {
        try row.set(Setting.Value(text: random.text(row)), in: &hyperparameters)
      }
      let request = request(kind, hyperparameters)
      var refusal: String?
      let taken = ContinuousClock().measure { refusal = request.refusal }
      times.append(taken)
      #expect(request.cost >= 0 && kind.memory(hyperparameters) >= 0)
      if let refusal {
        refused += 1
        #expect(refusal.hasPrefix("test would ") && refusal.contains("at most"))
      } else {
        allowed += 1
        guard request.cost < 1_000_000, run < 60 else { continue }
        run += 1
        let result = kind.run(hyperparameters, figures: kind.figureNames)
        #expect(result.outcome != .cancelled)
      }
    }
    #expect(allowed > 0 && run > 0)
    #expect(kind.name != "train" || refused > 0)
    #expect(times.sorted()[times.count / 2] < .milliseconds(1))
  }

  @Test func `is refused in a sentence with what is needed and what is allowed`() throws {
    var huge = Hyperparameters()
    huge.hidden = [Int](repeating: 4096, count: 64)
    let refusal = try #require(request(.train, huge).refusal)
    #expect(refusal.contains("MiB; at most 1024 MiB are allowed: make the network"))
    var long = Hyperparameters()
    long.epochs = 1_000_000
    #expect(request(.train, long).refusal == nil)
    #expect(try #require(request(.train, long, seeds: 100).refusal).contains("fewer seeds"))
    #expect(request(.train, Hyperparameters(), seeds: 10_000).refusal == nil)
    #expect(
      try #require(request(.train, Hyperparameters(), seeds: 200_000).refusal).contains("100000"))
  }

  @Test func `is refused where it cannot even be counted`() {
    var absurd = Hyperparameters()
    (absurd.hidden, absurd.trainingSize, absurd.epochs) = ([.max, .max], .max / 2, .max)
    #expect(request(.train, absurd).refusal != nil)
  }

  @Test func `grows with seeds and variants`() {
    let one = request(.train, Hyperparameters())
    let hundred = request(.train, Hyperparameters(), seeds: 100)
    #expect(abs(hundred.cost / one.cost - 100) < 1e-9 && hundred.runCount == 100)
    var larger = Hyperparameters()
    larger.hidden = [200]
    #expect(request(.train, larger).cost > 5 * one.cost)
  }

  @Test func `lets the experiments of a lesson follow the keys`() throws {
    let frame = 16_000_000.0
    for kind in ExperimentKind.all where !kind.name.hasSuffix("bias-variance") {
      #expect(request(kind, kind.defaults).cost < frame, "\(kind.name)")
    }
  }
}

@Suite struct `A run that takes too long` {
  /// Settings of each kind with which it would go on for seconds or hours.
  private static let endless: [(String, @Sendable (inout Hyperparameters) -> Void)] = [
    ("train", { $0.epochs = 1_000_000 }),
    ("train", { ($0.hidden, $0.trainingSize, $0.imageSize) = ([1024, 1024], 20_000, 16) }),
    ("train", { ($0.trainingSize, $0.validationSize, $0.imageSize) = (50_000, 90_000, 12) }),
    ("explode", { ($0.width, $0.depth, $0.gradientClipNorm) = (1024, 20, 1) }),
    ("gradient-flow", { ($0.width, $0.depth, $0.trainingSize) = (1024, 20, 500) }),
    ("rnn-flow", { ($0.width, $0.timeSteps, $0.trainingSize) = (128, 1000, 100) }),
    ("line-images", { ($0.trainingSize, $0.imageSize) = (100_000, 16) }),
    ("bias-variance", { ($0.trainingSets, $0.trainingSize, $0.degree) = (10_000, 500, 20) }),
    ("curve-fit", { ($0.trainingSize, $0.validationSize) = (5000, 100_000) }),
  ]

  @Test(arguments: endless.indices) func `is given up soon after it is told to`(_ index: Int) throws
  {
    let (name, change) = Self.endless[index]
    let kind = try kind(name)
    var hyperparameters = kind.defaults
    change(&hyperparameters)
    let deadline = threadSeconds() + 0.03
    let result = kind.run(hyperparameters, isCancelled: { threadSeconds() > deadline })
    #expect(result.outcome == .cancelled)
    // Far less than the whole run; how soon it is in fact, `make soak` measures.
    #expect(threadSeconds() - deadline < 1)
  }
}

/// The processor time of this thread, in seconds: other work on the machine does not count.
private func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
}
