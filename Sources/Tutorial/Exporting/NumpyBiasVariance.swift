// SPDX-License-Identifier: MIT

/// The experiment `bias-variance`, in Python.
enum NumpyBiasVariance {
  /// The source.
  static let source = #"""
    def bias_variance(h):
        """Splits the error of polynomials into bias, variance and noise."""
        h = {**h, "data": "sine"}

        def fit(own, degree):
            rng = np.random.RandomState(own["seed"])
            inputs, labels = draw_data(rng, own["training_size"], 0.0, own)
            factors = fit_polynomial(inputs[:, 0], labels, degree)
            error = squared_error(factors, inputs[:, 0], labels)
            return legendre.legval(PLACES, factors), error

        parts = split_error(h, range(max(h["degree"], 9) + 1), fit)
        return {"outcome": "completed", **parts[h["degree"]], **best("best_degree", parts)}
    """#
}
