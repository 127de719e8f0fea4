// SPDX-License-Identifier: MIT

/// The experiment `rnn-flow`, in Python.
enum NumpyRecurrentFlow {
  /// The source.
  static let source = #"""
    def rnn_flow(h):
        """Measures the gradient of a recurrent network at every time step in one backward pass."""
        h = {**h, "data": "sequences", "hidden": [h["width"]]}
        layers, _ = pass_once(h)
        norms = [length([slopes]) for slopes in layers[0]["slopes"]]
        ratio, steps = norms[0] / norms[-1], len(norms) - 1
        return {
            "outcome": "completed",
            "first_step_gradient": norms[0],
            "last_step_gradient": norms[-1],
            "gradient_ratio": ratio,
            "factor_per_step": ratio ** (1 / steps) if steps > 0 else np.nan,
            "measured_radius": spectral_radius(layers),
        }
    """#
}
