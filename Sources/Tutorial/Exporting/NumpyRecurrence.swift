// SPDX-License-Identifier: MIT

/// Recurrent networks and backpropagation through time, in Python.
///
/// It stands behind ``NumpyNetwork`` and ``NumpyStart`` and puts functions of the same names in
/// front of theirs; so a notebook without sequences has nothing of it.
enum NumpyRecurrence {
  /// The source.
  static let source = #"""
    # Sequences go through a recurrent network; for other data the functions above do as before.
    draw_dense, forward_dense, backward_dense = draw_network, forward, backward


    def draw_network(rng, inputs, h):
        """Draws a network; a recurrent layer reads a number and the layer's last values."""
        if h["data"] != "sequences":
            return draw_dense(rng, inputs, h)
        width = (h["hidden"] + [1])[0]
        layers = draw_dense(rng, 1 + width, {**h, "hidden": [width], "batch_normalization": False})
        # It decides whether the state fades or grows in time.
        present = spectral_radius(layers)
        if present > 0:
            layers[0]["W"][:, 1:] *= h["spectral_radius"] / present
        return layers


    def spectral_radius(layers):
        """The largest absolute eigenvalue of the recurrent weights."""
        return abs(np.linalg.eigvals(layers[0]["W"][:, 1:])).max()


    def forward(layers, x, h, rng=None):
        """The outputs before the loss; `x` has one row a time step and one column an example."""
        if h["data"] != "sequences":
            return forward_dense(layers, x, h, rng)
        function = ACTIVATIONS[h["activation"]][0]
        recurrent, output = layers
        state = np.zeros((len(recurrent["b"]), x.shape[1]))
        recurrent["inputs"], recurrent["states"] = [], []
        for numbers in x:
            recurrent["inputs"].append(np.vstack([numbers, state]))
            state = function(recurrent["W"] @ recurrent["inputs"][-1] + recurrent["b"][:, None])
            recurrent["states"].append(state)
        return output["W"] @ state + output["b"][:, None]


    def backward(layers, delta, h):
        """Backpropagation through time: the time steps' gradients are added up."""
        if h["data"] != "sequences":
            return backward_dense(layers, delta, h)
        derivative = ACTIVATIONS[h["activation"]][1]
        recurrent, output = layers
        inputs, states = recurrent["inputs"], recurrent["states"]
        gradients = [
            {"W": np.zeros_like(recurrent["W"]), "b": np.zeros_like(recurrent["b"])},
            {"W": delta @ states[-1].T, "b": delta.sum(axis=1)},
        ]
        slopes = output["W"].T @ delta
        recurrent["slopes"] = []
        for time in range(len(states) - 1, -1, -1):
            recurrent["slopes"].insert(0, slopes)
            delta = slopes * derivative(states[time])
            gradients[0]["W"] += delta @ inputs[time].T
            gradients[0]["b"] += delta.sum(axis=1)
            slopes = (recurrent["W"].T @ delta)[1:]
        return gradients
    """#
}
