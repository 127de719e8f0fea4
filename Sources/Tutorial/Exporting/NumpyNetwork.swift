// SPDX-License-Identifier: MIT

/// Forward and backward through a network, and a step of its optimizer, in Python.
enum NumpyNetwork {
  /// The source.
  static let source = #"""
    def normalize(layer, z, in_training):
        """Batch normalization; keeps in the layer what its derivative needs."""
        layer["by_batch"] = in_training and z.shape[1] > 1
        mean, variance = layer["mean"], layer["variance"]
        if layer["by_batch"]:
            mean, variance = z.mean(axis=1), z.var(axis=1)
            layer["mean"] = layer["mean"] + 0.1 * (mean - layer["mean"])
            layer["variance"] = layer["variance"] + 0.1 * (variance - layer["variance"])
        layer["inverse"] = 1 / np.sqrt(variance + 1e-5)
        layer["unit"] = (z - mean[:, None]) * layer["inverse"][:, None]
        return layer["unit"] * layer["scale"][:, None] + layer["shift"][:, None]


    def forward(layers, x, h, rng=None):
        """The outputs before the loss, one column an example; a generator means training."""
        function = ACTIVATIONS[h["activation"]][0]
        rate, is_inverted = h["dropout_rate"], h["dropout_form"] == "inverted"
        a = x
        for index, layer in enumerate(layers):
            layer["input"] = a
            z = layer["sum"] = layer["W"] @ a + layer["b"][:, None]
            if index == len(layers) - 1:
                return z
            if h["batch_normalization"]:
                z = normalize(layer, z, rng is not None)
            layer["value"] = function(z)
            a = layer["value"]
            if rate > 0 and rng is not None:
                drawn = rng.rand(a.shape[1], a.shape[0]).T
                layer["mask"] = np.where(drawn < rate, 0.0, 1 / (1 - rate) if is_inverted else 1.0)
                a = a * layer["mask"]
            elif rate > 0 and not is_inverted:
                a = a * (1 - rate)
            layer["skips"] = h["skip_connections"] and index > 0 and a.shape == layer["input"].shape
            if layer["skips"]:
                a = a + layer["input"]


    def log_sum_exp(z):
        largest = z.max(axis=0)
        return largest + np.log(np.exp(z - largest).sum(axis=0))


    def output_delta(z, y, loss):
        """The derivative of the mean loss by the outputs before it."""
        if loss == "binary_cross_entropy":
            delta = sigmoid(z) - y
        elif loss == "mean_squared_error":
            delta = 2 * (z - y)
        else:
            delta = np.exp(z - log_sum_exp(z)) - (np.arange(2)[:, None] == y)
        return delta / len(y)


    def backward(layers, delta, h):
        """The gradient of each layer's numbers, from the outputs back to the inputs."""
        derivative = ACTIVATIONS[h["activation"]][1]
        gradients = []
        for index in range(len(layers) - 1, -1, -1):
            layer, gradient = layers[index], {}
            passed_by = None
            if index < len(layers) - 1:
                passed_by = delta if layer["skips"] else None
                if h["dropout_rate"] > 0:
                    delta = delta * layer["mask"]
                delta = delta * derivative(layer["value"])
                if h["batch_normalization"]:
                    unit = layer["unit"]
                    gradient["scale"] = (delta * unit).sum(axis=1)
                    gradient["shift"] = delta.sum(axis=1)
                    if layer["by_batch"]:
                        centre = delta.mean(axis=1)[:, None]
                        slope = (delta * unit).mean(axis=1)[:, None]
                        delta = delta - centre - unit * slope
                    delta = delta * (layer["scale"] * layer["inverse"])[:, None]
            layer["delta"] = delta
            gradient["W"] = delta @ layer["input"].T
            gradient["b"] = delta.sum(axis=1)
            gradients.insert(0, gradient)
            delta = layer["W"].T @ delta
            if passed_by is not None:
                delta = delta + passed_by
        return gradients


    def length(numbers):
        """The Euclidean length, also where squares are too large or too small for a number."""
        squares = sum((part * part).sum() for part in numbers)
        if 1e-280 < squares < np.inf:
            return np.sqrt(squares)
        largest = max(abs(part).max() for part in numbers)
        if largest == 0 or not np.isfinite(largest):
            return largest
        return largest * np.sqrt(sum(((part / largest) ** 2).sum() for part in numbers))


    def clip(gradients, h):
        """Clips by value, then by norm; tells whether there was something to clip."""
        limit, longest, was_clipped = h["gradient_clip_value"], h["gradient_clip_norm"], False
        if limit > 0:
            was_clipped = any((abs(g) > limit).any() for part in gradients for g in part.values())
            gradients = [
                {name: np.clip(g, -limit, limit) for name, g in part.items()} for part in gradients
            ]
        if longest > 0:
            norm = length([g for part in gradients for g in part.values()])
            if norm > longest:
                was_clipped = True
                gradients = [
                    {name: g * (longest / norm) for name, g in part.items()} for part in gradients
                ]
        return gradients, was_clipped


    def step(layers, gradients, moments, rate, h):
        """One step of the optimizer; penalty and decay are for weights alone."""
        moments["steps"] = moments.get("steps", 0) + 1
        for index, (layer, part) in enumerate(zip(layers, gradients)):
            for name, slope in part.items():
                is_weight = name == "W"
                if is_weight:
                    slope = slope + 2 * h["l2_penalty"] * layer[name]
                first, second = moments.get((index, name), (0.0, 0.0))
                if h["optimizer"] == "momentum":
                    first = slope = h["momentum"] * first + slope
                elif h["optimizer"] == "adam":
                    first = 0.9 * first + 0.1 * slope
                    second = 0.999 * second + 0.001 * slope * slope
                    start1, start2 = 1 - 0.9 ** moments["steps"], 1 - 0.999 ** moments["steps"]
                    slope = first / start1 / (np.sqrt(second / start2) + 1e-8)
                moments[index, name] = (first, second)
                kept = 1 - rate * h["weight_decay"] if is_weight else 1.0
                layer[name] = (layer[name] - rate * slope) * kept


    def evaluate(layers, inputs, labels, h):
        """Mean loss and accuracy over a set."""
        if len(labels) == 0:
            return np.nan, np.nan
        z = forward(layers, inputs.T, h)
        if h["loss"] == "binary_cross_entropy":
            p = sigmoid(z[0])
            own = np.where(labels == 1, p, 1 - p)
            loss = -np.log(np.clip(own, 1e-15, 1 - 1e-15)).mean()
            return loss, ((p >= 0.5) == (labels >= 0.5)).mean()
        if h["loss"] == "mean_squared_error":
            return ((z[0] - labels) ** 2).mean(), ((z[0] >= 0.5) == (labels >= 0.5)).mean()
        own = np.where(labels == 1, z[1], z[0])
        return (log_sum_exp(z) - own).mean(), (np.argmax(z, axis=0) == labels).mean()


    def answers(layers, inputs, h):
        """Which examples a network takes for ones."""
        z = forward(layers, inputs.T, h)
        if h["loss"] == "cross_entropy":
            return np.exp(z[1] - log_sum_exp(z)) >= 0.5
        return (sigmoid(z[0]) if h["loss"] == "binary_cross_entropy" else z[0]) >= 0.5
    """#
}
