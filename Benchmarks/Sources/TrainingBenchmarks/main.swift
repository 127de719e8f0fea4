// SPDX-License-Identifier: MIT
// Times one workload and prints the seconds of each repetition as JSON, or counts its allocations:
//   TrainingBenchmarks W1 101
//   TrainingBenchmarks --allocations
//   TrainingBenchmarks --soak SECONDS
import CAllocationCount
import Glibc
import Training

/// Seconds on a clock.
func seconds(on clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
}

/// Allocations in `epochs` epochs of a run that is already under way.
func allocations(epochs: Int, trainingSize: Int) -> Int {
  var hyperparameters = Hyperparameters()
  hyperparameters.trainingSize = trainingSize
  hyperparameters.epochs = epochs + 1
  var iterator = TrainingRun(hyperparameters).makeIterator()
  _ = iterator.next()
  let before = allocation_count()
  while iterator.next() != nil {}
  return allocation_count() - before
}

let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "--allocations" {
  for size in [20, 2000] {
    let count = allocations(epochs: 100, trainingSize: size)
    print("100 epochs of \(size) steps: \(count) allocations")
  }
} else if arguments.first == "--soak" {
  let seconds = arguments.dropFirst().first.flatMap { Double($0) } ?? 60
  exit(Soak(seconds: seconds).run() ? 0 : 1)
} else if let name = arguments.first, let workload = Workload.all.first(where: { $0.name == name })
{
  let repetitions = arguments.dropFirst().first.flatMap { Int($0) } ?? 1
  var (wall, processor): ([Double], [Double]) = ([], [])
  for _ in 0..<repetitions {
    let body = workload.prepare()
    let start = (seconds(on: CLOCK_MONOTONIC), seconds(on: CLOCK_PROCESS_CPUTIME_ID))
    body()
    wall.append(seconds(on: CLOCK_MONOTONIC) - start.0)
    processor.append(seconds(on: CLOCK_PROCESS_CPUTIME_ID) - start.1)
  }
  print(
    "{\"peer\": \"nntutor\", \"workload\": \"\(name)\", \"runs_s\": \(wall), \"cpu_s\": \(processor)}"
  )
} else {
  let names = Workload.all.map(\.name).joined(separator: " ")
  print(
    "usage: TrainingBenchmarks WORKLOAD REPETITIONS | --allocations | --soak SECONDS; workloads: \(names)"
  )
  exit(64)
}
