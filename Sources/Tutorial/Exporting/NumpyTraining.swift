// SPDX-License-Identifier: MIT

/// A training run, its final figures and how they are printed, in Python.
enum NumpyTraining {
  /// The source.
  static let source = #"""
    def schedule(kind, epoch, epochs):
        """The factor on the learning rate in an epoch, counted from 1."""
        progress = (epoch - 1) / epochs
        return {
            "constant": 1.0,
            "step": 0.5 ** np.floor(progress * 4),
            "cosine": (1 + np.cos(progress * np.pi)) / 2,
            "warm_up": min(epoch / max(np.ceil(epochs / 10), 1), 1),
        }[kind]


    def train(**h):
        """Trains a network as nntutor does, and returns what each epoch showed."""
        h = {**DEFAULTS, **h}
        if h["data"] == "sine":
            h["loss"] = "mean_squared_error"
        rng_training = np.random.RandomState(h["seed"])
        inputs, labels = draw_data(rng_training, h["training_size"], h["label_noise"], h)
        rng_validation = np.random.RandomState(h["validation_seed"])
        unseen = draw_data(rng_validation, h["validation_size"], 0.0, h)
        streams = {"after_training": rng_training, "after_validation": rng_validation}
        rng = streams.get(h["weight_seed"]) or np.random.RandomState(h["weight_seed"])
        layers, moments = draw_network(rng, inputs.shape[1], h), {}
        order = np.arange(len(labels))
        run = {"outcome": "completed", "clipped": []}
        for name in ("training_loss", "validation_loss", "training_accuracy", "validation_accuracy"):
            run[name] = []
        best_epoch, best_loss, best_layers = 0, np.inf, layers
        for epoch in range(1, h["epochs"] + 1):
            rate = h["learning_rate"] * schedule(h["learning_rate_schedule"], epoch, h["epochs"])
            if h["shuffle"]:
                rng.shuffle(order)
            clipped = []
            for start in range(0, len(order), h["batch_size"]):
                batch = order[start : start + h["batch_size"]]
                z = forward(layers, inputs[batch].T, h, rng)
                gradients = backward(layers, output_delta(z, labels[batch], h["loss"]), h)
                clipped.append(clip(gradients, h))
                step(layers, gradients, moments, rate, h)
            for kind, examples in (("training", (inputs, labels)), ("validation", unseen)):
                loss, accuracy = evaluate(layers, *examples, h)
                run[kind + "_loss"].append(loss)
                run[kind + "_accuracy"].append(np.nan if h["data"] == "sine" else 100 * accuracy)
            run["clipped"].append(np.mean(clipped))
            if not np.isfinite([run["training_loss"][-1], run["validation_loss"][-1]]).all():
                run["outcome"] = "diverged"
                break
            if best_epoch == 0 or run["validation_loss"][-1] < best_loss - h["minimum_improvement"]:
                best_epoch, best_loss = epoch, run["validation_loss"][-1]
                best_layers = [dict(layer) for layer in layers]
            if 0 < h["patience"] <= epoch - best_epoch:
                run["outcome"] = "stopped_early"
                break
        if run["outcome"] != "diverged":
            learned = [layer.get(name) for layer in layers for name in ("W", "b", "scale", "shift")]
            run["parameters"] = sum(numbers.size for numbers in learned if numbers is not None)
        if run["outcome"] != "diverged" and h["data"] != "sine":
            ones = answers(best_layers if h["patience"] > 0 else layers, unseen[0], h)
            found = (ones & (unseen[1] == 1)).sum()
            run["precision"] = 100 * found / ones.sum()
            run["recall"] = 100 * found / (unseen[1] == 1).sum()
        run["clips"] = h["gradient_clip_value"] > 0 or h["gradient_clip_norm"] > 0
        return run


    def measure(run):
        """The final figures of a run, by nntutor's names."""
        losses = run["validation_loss"]
        figures = {"training_loss": run["training_loss"][-1], "validation_loss": losses[-1]}
        has_accuracy = not np.isnan(run["training_accuracy"][-1])
        if has_accuracy:
            figures["training_accuracy"] = run["training_accuracy"][-1]
            figures["validation_accuracy"] = run["validation_accuracy"][-1]
            figures["gap"] = figures["training_accuracy"] - figures["validation_accuracy"]
        if not np.isnan(losses).all():
            best = int(np.nanargmin(losses))
            figures["best_epoch"], figures["best_validation_loss"] = best + 1, losses[best]
            if has_accuracy:
                figures["accuracy_at_best"] = run["validation_accuracy"][best]
        figures |= {name: run[name] for name in ("precision", "recall") if name in run}
        figures["epochs_run"] = len(losses)
        if run["clips"]:
            figures["clipped_share"] = 100 * np.mean(run["clipped"])
        if "parameters" in run:
            figures["parameters"] = run["parameters"]
        return figures


    def replicate(seeds=1, **h):
        """The same run from several seeds, one after the other."""
        h = {**DEFAULTS, **h}
        runs = []
        for offset in range(seeds):
            moved = {
                name: (h[name] + offset) % 2**32
                for name in ("seed", "validation_seed", "weight_seed")
                if not isinstance(h[name], str)
            }
            with np.errstate(all="ignore"):
                runs.append(train(**{**h, **moved}))
        return runs


    def show(runs, name=""):
        """Prints the final figures; over several seeds their mean and standard deviation."""
        if name:
            print(f"[{name}]")
        print(f"{'outcome':22}{runs[0]['outcome']}")
        every = [measure(run) for run in runs]
        for key, (digits, unit) in DIGITS.items():
            values = [figures[key] for figures in every if key in figures]
            if not values:
                continue
            text = f"{np.mean(values):.{digits}f}"
            if len(runs) > 1:
                text += f" ± {np.std(values, ddof=1):.{digits}f}"
            print(f"{key:22}{text}{unit}")
    """#
}
