// SPDX-License-Identifier: MIT

/// The experiment `gradient-flow`, in Python.
enum NumpyFlow {
  /// The source.
  static let source = #"""
    # The steepest slope that each function has.
    STEEPEST = {"sigmoid": 0.25, "tanh": 1.0, "relu": 1.0, "leaky_relu": 1.0, "identity": 1.0}


    def gradient_flow(h):
        """Measures the gradient of every layer of a deep network in one backward pass."""
        h = deep(h)
        layers, gradients = pass_once(h)
        norms = [length(part.values()) for part in gradients]
        ratio = norms[0] / norms[-1]
        slope = ACTIVATIONS[h["activation"]][1]
        shares = [slope(layer["value"]) / STEEPEST[h["activation"]] for layer in layers[:-1]]
        return {
            "outcome": "completed",
            "first_layer_gradient": norms[0],
            "last_layer_gradient": norms[-1],
            "gradient_ratio": ratio,
            "mean_factor": ratio ** (1 / (len(norms) - 1)),
            # Saturated: hardly anything is passed back; dead: nothing is, on any example.
            "saturated_share": 100 * np.mean([(share < 0.1).mean() for share in shares]),
            "dead_share": 100 * np.mean([1 - (s >= 0.01).any(axis=1).mean() for s in shares]),
        }
    """#
}
