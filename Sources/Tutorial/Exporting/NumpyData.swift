// SPDX-License-Identifier: MIT

/// How the data sets and the initial weights are drawn, in Python.
enum NumpyData {
  /// The source.
  static let source = #"""
    def draw_data(rng, count, label_noise, h):
        """Draws a data set number by number, in nntutor's order."""
        inputs, labels = [], []
        for index in range(count):
            is_first = index < count // 2
            label = 1.0 if is_first else 0.0
            if h["data"] == "lines":
                side = h["image_size"]
                line = rng.randint(0, side)
                image = np.zeros((side, side))
                image[:, line] += is_first
                image[line, :] += not is_first
                if h["noise"] > 0:
                    image = np.clip(image + rng.randn(side, side) * h["noise"], 0, 1)
                inputs.append(image.ravel())
            elif h["data"] == "sine":
                x = 2 * rng.rand() - 1
                label = np.sin(np.pi * x)
                if h["noise"] > 0:
                    label += rng.randn() * h["noise"]
                inputs.append([x])
            else:
                place = rng.rand()
                if h["data"] == "moons":
                    angle = place * np.pi
                    point = [np.cos(angle), np.sin(angle)]
                    if not is_first:
                        point = [1 - point[0], 0.5 - point[1]]
                else:
                    radius = np.sqrt(place)
                    angle = radius * 3 * np.pi + (0 if is_first else np.pi)
                    point = [radius * np.cos(angle), radius * np.sin(angle)]
                if h["noise"] > 0:
                    point = [c + rng.randn() * h["noise"] for c in point]
                inputs.append(point)
            labels.append(label)
        inputs, labels = np.array(inputs), np.array(labels)
        if h["data"] != "sine":
            order = rng.permutation(count)
            inputs, labels = inputs[order], labels[order]
            if label_noise > 0:
                flipped = rng.permutation(count)[: int(np.floor(label_noise * count + 0.5))]
                labels[flipped] = 1 - labels[flipped]
        return inputs, labels


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
    """#
}
