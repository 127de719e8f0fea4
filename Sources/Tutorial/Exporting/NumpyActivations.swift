// SPDX-License-Identifier: MIT

/// The functions of hidden neurons with their derivatives, in Python.
enum NumpyActivations {
  /// The source.
  static let source = #"""
    def sigmoid(z):
        return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


    # The functions of hidden neurons, and their derivatives written with their own values.
    ACTIVATIONS = {
        "sigmoid": (sigmoid, lambda a: a * (1 - a)),
        "tanh": (np.tanh, lambda a: 1 - a * a),
        "relu": (lambda z: np.where(z < 0, 0.0, z), lambda a: np.where(a > 0, 1.0, 0.0)),
        "leaky_relu": (lambda z: np.where(z < 0, 0.01 * z, z), lambda a: np.where(a > 0, 1.0, 0.01)),
        "identity": (lambda z: z, lambda a: np.ones_like(a)),
    }
    """#
}
