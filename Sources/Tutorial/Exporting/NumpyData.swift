// SPDX-License-Identifier: MIT

/// How the data sets are drawn, in Python.
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
            elif h["data"] == "sequences":
                # A recurrent network has to carry the sign of the first number to the end.
                numbers = rng.randn(h["time_steps"])
                label = 1.0 if numbers[0] > 0 else 0.0
                if h["noise"] > 0:
                    numbers = numbers + rng.randn(h["time_steps"]) * h["noise"]
                inputs.append(numbers)
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
        if h["data"] not in ("sine", "sequences"):
            order = rng.permutation(count)
            inputs, labels = inputs[order], labels[order]
        if h["data"] != "sine" and label_noise > 0:
            flipped = rng.permutation(count)[: int(np.floor(label_noise * count + 0.5))]
            labels[flipped] = 1 - labels[flipped]
        return inputs, labels
    """#
}
