// SPDX-License-Identifier: MIT

/// The experiment `function`, in Python.
enum NumpyFunction {
  /// The source.
  static let source = #"""
    def function(h):
        """The slopes of an activation function."""
        value, slope = ACTIVATIONS[h["activation"]]
        slopes = slope(value(np.arange(-120, 121) / 20))
        return {
            "outcome": "completed",
            "largest_derivative": slopes.max(),
            "derivative_at_zero": slopes[120],
            "derivative_at_six": slopes[-1],
        }
    """#
}
