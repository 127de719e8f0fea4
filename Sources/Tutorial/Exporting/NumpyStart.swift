// SPDX-License-Identifier: MIT

/// What a run begins with, in Python: its data, its initial weights, one pass over them.
enum NumpyStart {
  /// The source.
  static let source = #"""
    def draw_network(rng, inputs, h):
        """Draws the weights of each layer, row by row; biases are zero."""
        widths = [inputs] + h["hidden"] + [2 if h["loss"] == "cross_entropy" else 1]
        layers = []
        for fan_in, fan_out in zip(widths, widths[1:]):
            spread = {"normal": 1.0, "xavier": np.sqrt(1 / fan_in), "he": np.sqrt(2 / fan_in)}
            if h["initialization"] == "zeros":
                weights = np.zeros((fan_out, fan_in))
            else:
                deviation = spread[h["initialization"]] * h["initialization_scale"]
                weights = rng.randn(fan_out, fan_in) * deviation
            layer = {"W": weights, "b": np.zeros(fan_out)}
            if h["batch_normalization"] and len(layers) < len(h["hidden"]):
                layer |= {"scale": np.ones(fan_out), "shift": np.zeros(fan_out)}
                layer |= {"mean": np.zeros(fan_out), "variance": np.ones(fan_out)}
            layers.append(layer)
        return layers


    def begin(h):
        """Draws both sets and the initial weights; shuffling and dropout draw on from there."""
        rng_training = np.random.RandomState(h["seed"])
        training = draw_data(rng_training, h["training_size"], h["label_noise"], h)
        rng_validation = np.random.RandomState(h["validation_seed"])
        validation = draw_data(rng_validation, h["validation_size"], 0.0, h)
        streams = {"after_training": rng_training, "after_validation": rng_validation}
        rng = streams.get(h["weight_seed"]) or np.random.RandomState(h["weight_seed"])
        return training, validation, draw_network(rng, training[0].shape[1], h), rng


    def pass_once(h):
        """One pass forward and back over the whole training set, before any step."""
        (inputs, labels), _, layers, rng = begin(h)
        z = forward(layers, inputs.T, h, rng)
        return layers, backward(layers, output_delta(z, labels, h["loss"]), h)


    def deep(h):
        """The same with `depth` hidden layers of `width` neurons."""
        return {**h, "hidden": [h["width"]] * h["depth"], "dropout_rate": 0.0}
    """#
}
