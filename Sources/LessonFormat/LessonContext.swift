// SPDX-License-Identifier: MIT
internal import Experiments

/// What the blocks of a lesson may refer to.
struct LessonContext {
  /// The lesson's experiments, by name.
  var experiments: [String: Experiment] = [:]
  /// The lesson's headings, by anchor.
  var anchors: Set<String> = []

  /// The experiment of a name; reports where there is none in the lesson.
  func experiment(
    _ id: String, at place: SourceLocation, _ reader: inout BlockReader
  ) -> Experiment? {
    if let experiment = experiments[id] { return experiment }
    reader.report(
      place, "reference",
      "there is no experiment \(id) in this lesson"
        + Suggestion.sentence(for: id, among: experiments.keys.sorted()))
    return nil
  }

  /// Reports an experiment that is not in the lesson, or settings that it does not take.
  func checkExperiment(
    _ id: String, with overrides: [Setting], at place: SourceLocation, _ reader: inout BlockReader
  ) {
    guard let experiment = experiment(id, at: place, &reader) else { return }
    do {
      _ = try experiment.hyperparameters(with: overrides)
    } catch {
      reader.report(LessonFinding(error, in: place))
    }
  }

  /// Reports an anchor of this lesson that no heading has.
  func checkSection(_ target: String, at place: SourceLocation, _ reader: inout BlockReader) {
    guard target.first == "#" else { return }
    let anchor = String(target.dropFirst())
    if anchors.contains(anchor) { return }
    reader.report(
      place, "reference",
      "there is no section \(target) in this lesson"
        + Suggestion.sentence(for: anchor, among: anchors.sorted()))
  }
}
