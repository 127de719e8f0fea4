// SPDX-License-Identifier: MIT

/// The experiment `curve-fit`, in Python.
enum NumpyCurveFit {
  /// The source.
  static let source = #"""
    def curve_fit(h):
        """Fits a polynomial to evenly spaced, noisy points of a sine."""
        h = {**h, "data": "sine"}
        count = h["training_size"]
        x = np.linspace(-1, 1, count) if count > 1 else np.zeros(1)
        y = np.sin(np.pi * x) + np.random.RandomState(h["seed"]).randn(count) * h["noise"]
        rng = np.random.RandomState(h["validation_seed"])
        inputs, labels = draw_data(rng, h["validation_size"], 0.0, h)

        def fit(degree):
            factors = fit_polynomial(x, y, degree)
            return factors, squared_error(factors, inputs[:, 0], labels)

        factors, test_error = fit(h["degree"])
        training_error = squared_error(factors, x, y)
        # Up to the degree whose curve can pass through every point.
        test_errors = [fit(degree)[1] for degree in range(min(count - 1, 20) + 1)]
        return {
            "outcome": "completed",
            # Less than this is rounding.
            "training_error": 0.0 if training_error < 1e-12 else training_error,
            "test_error": 0.0 if test_error < 1e-12 else test_error,
            "largest_coefficient": abs(legendre.leg2poly(factors)).max(),
            "best_degree": int(np.argmin(test_errors)),
        }
    """#
}
