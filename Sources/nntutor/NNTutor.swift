// SPDX-License-Identifier: MIT
import ArgumentParser

@main struct NNTutor: ParsableCommand {
}
