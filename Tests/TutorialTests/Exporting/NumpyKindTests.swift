// SPDX-License-Identifier: MIT
import Experiments
import LessonFormat
import Testing

@testable import Tutorial

/// Every kind of experiment as Python: what is written, and what it computes.
struct NumpyKindTests {
  /// A notebook with runs of one experiment of a kind.
  private func program(
    _ kind: String, runs: [[String]], given: String = ""
  ) throws -> (source: String, output: String) {
    let text =
      "---\ntitle: A sample\nid: sample\nformat_version: 1\nobjectives: [see]\n---\n\n"
      + "# 1.1 A sample\n\n```experiment own\ntitle: Own\nkind: \(kind)\n\(given)```\n"
    let lesson = Lesson(parsing: text, file: "01-sample.md")
    return try JupyterCode.programs(SampleNotebook.notebook(runs: runs, lesson: lesson))
  }

  @Test func `Every kind of experiment has its Python`() {
    #expect(Set(NumpyKind.all.map(\.name)) == Set(ExperimentKind.all.map(\.name)))
    #expect(NumpyKind.all.count == ExperimentKind.all.count)
    for kind in NumpyKind.all {
      let definition = "def \(kind.function)(h):"
      #expect(kind.sources.count { $0.contains(definition) } == 1, "\(definition)")
    }
  }

  @Test func `The definitions hold what the runs need and no more`() throws {
    let curve = try program("curve-fit", runs: [[]]).source
    #expect(curve.contains("def fit_polynomial("))
    #expect(curve.contains("\"degree\": 9,"))
    for foreign in ["def forward(", "def learn(", "def draw_network(", "\"depth\":", "\"hidden\":"]
    {
      #expect(!curve.contains(foreign), "\(foreign) is defined")
    }
    let dense = try program("train", runs: [["epochs=1"]]).source
    #expect(dense.contains("def forward(") && !dense.contains("spectral_radius"))
    let recurrent = try program("train", runs: [["epochs=1"], ["data=sequences", "epochs=1"]])
    #expect(recurrent.source.contains("\"spectral_radius\": 1.0,"))
    #expect(recurrent.source.components(between: "def learn(", and: ":").count == 1)
  }

  @Test func `A run is a call with what differs from the defaults`() throws {
    let (source, output) = try program(
      "explode", runs: [["depth=6"]],
      given: "compare:\n  - {name: clipped, gradient_clip_norm: 1}\n")
    let call =
      "show(replicate(explode, seeds=1, activation=\"relu\", initialization_scale=3.0, "
      + "learning_rate=0.1, batch_size=4, epochs=50, "
    #expect(source.contains("# In [1]: run own depth=6\n\(call)"))
    #expect(source.contains("gradient_clip_norm=1.0, depth=6), \"clipped\")"))
    #expect(output.contains("[clipped]\noutcome               completed\n"))
    #expect(output.contains("diverged_step         5\n"))
  }

  /// Runs of each kind that take other ways through it.
  static let runs: [(kind: String, given: String, runs: [[String]])] = [
    (
      "gradient-flow", "seeds: 3\n",
      [
        [], ["activation=relu", "depth=20"], ["batch_normalization=on", "data=moons"],
        ["skip_connections=on", "loss=cross_entropy"], ["data=sine", "activation=leaky_relu"],
        ["initialization_scale=4", "weight_seed=5"],
        ["activation=relu", "initialization_scale=10000", "depth=60"],
      ]
    ),
    (
      "explode", "seeds: 3\n",
      [
        [], ["depth=6", "learning_rate=1"], ["gradient_clip_norm=0.01", "epochs=10"],
        ["gradient_clip_value=1", "epochs=3"], ["activation=identity", "loss=mean_squared_error"],
        ["initialization_scale=1", "learning_rate=5"], ["activation=sigmoid", "epochs=5"],
        ["data=sine", "learning_rate=0.01"], ["batch_normalization=on", "epochs=1"],
      ]
    ),
    (
      "rnn-flow", "spectral_radius: [0.9, 1, 1.1]\n",
      [
        [], ["activation=tanh", "noise=0.3", "label_noise=0.2"], ["time_steps=1"],
        ["time_steps=500", "loss=cross_entropy"], ["width=1"], ["initialization=zeros"],
      ]
    ),
    ("descent", "", [[], ["learning_rate=0.4", "epochs=20"], ["learning_rate=100"]]),
    (
      "curve-fit", "seeds: 3\n",
      [
        [], ["degree=3"], ["training_size=10", "noise=0.2"], ["training_size=1"],
        ["training_size=10", "degree=20"], ["training_size=21", "degree=20"],
      ]
    ),
    (
      "bias-variance", "training_sets: 20\n",
      [[], ["degree=5", "noise=0.3"], ["degree=12", "training_size=40"], ["noise=0"]]
    ),
    (
      "network-bias-variance", "training_sets: 2\nepochs: 5\n",
      [[], ["width=3", "batch_size=4", "dropout_rate=0.2"], ["learning_rate=100"]]
    ),
    ("function", "activation: [sigmoid, tanh, relu, leaky_relu, identity]\n", [[]]),
    (
      "line-images", "seeds: 2\n",
      [[], ["noise=0"], ["image_size=8", "label_noise=0.3", "noise=1"]]
    ),
    (
      "train", "data: sequences\ntime_steps: 6\nhidden: [5]\nepochs: 10\n",
      [
        ["activation=tanh", "learning_rate=0.1"], ["loss=cross_entropy", "batch_size=5"],
        ["noise=0.3", "label_noise=0.2", "spectral_radius=1.5"], ["hidden=[]"],
        ["hidden=[3, 4]", "batch_normalization=on", "dropout_rate=0.3"],
        ["gradient_clip_norm=0.1", "batch_size=7", "activation=relu"],
      ]
    ),
  ]

  @Test(
    .enabled(if: Python.hasNumpy, "python3 with numpy is not there to run the cells"),
    arguments: runs)
  func `The code computes every kind to the recorded figures`(
    _ kind: String, _ given: String, _ runs: [[String]]
  ) throws {
    let (source, output) = try program(kind, runs: runs, given: given)
    #expect(source.components(between: "# In [", and: "]").count == runs.count)
    JupyterCode.expectSame(try Python.output(of: source), output)
  }

  @Test(.enabled(if: Python.hasNumpy, "python3 with numpy is not there to run the cells"))
  func `What is infinite, no number or far beyond the others is printed as such`() throws {
    let (source, output) = try program(
      "explode", runs: [[], ["initialization_scale=1000000", "depth=100"]])
    #expect(output.contains("training_loss         nan\n"))
    #expect(output.contains("largest_gradient      7.92e208\n"))
    let descent = try program("descent", runs: [["epochs=1023"], ["epochs=1024"]])
    #expect(descent.output.contains("last_weight           -8.99e307\n"))
    #expect(descent.output.contains("last_weight           inf\n"))
    JupyterCode.expectSame(try Python.output(of: source), output)
    JupyterCode.expectSame(try Python.output(of: descent.source), descent.output)
  }
}
