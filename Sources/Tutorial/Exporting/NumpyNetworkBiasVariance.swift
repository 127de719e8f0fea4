// SPDX-License-Identifier: MIT

/// The experiment `network-bias-variance`, in Python.
enum NumpyNetworkBiasVariance {
  /// The source.
  static let source = #"""
    def network_bias_variance(h):
        """Splits the error of networks of one hidden layer into bias, variance and noise."""
        h = {**h, "data": "sine", "loss": "mean_squared_error", "validation_size": 0}

        def fit(own, width):
            run = learn({**own, "hidden": [width]})
            return forward(run["layers"], PLACES[None, :], own)[0], run["training_loss"][-1]

        parts = split_error(h, sorted({1, 2, 4, 8, 16, 32, h["width"]}), fit)
        return {"outcome": "completed", **parts[h["width"]], **best("best_width", parts)}
    """#
}
