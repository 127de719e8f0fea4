// SPDX-License-Identifier: MIT

/// The experiment `train` and what others share with it, a training run, in Python.
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


    def percent(share):
        """A share in percent, to twelve decimals."""
        return np.round(100 * share, 12)


    def learn(h, watch=None):
        """Trains a network as nntutor does, and returns what each epoch showed."""
        (inputs, labels), unseen, layers, rng = begin(h)
        order, moments = np.arange(len(labels)), {}
        run = {"outcome": "completed", "clipped": []}
        for kind in ("training", "validation"):
            run[kind + "_loss"], run[kind + "_accuracy"] = [], []
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
                limited, was_clipped = clip(gradients, h)
                clipped.append(was_clipped)
                step(layers, limited, moments, rate, h)
                if watch:
                    watch.after_step(epoch, len(clipped), layers, gradients)
            for kind, examples in (("training", (inputs, labels)), ("validation", unseen)):
                loss, accuracy = evaluate(layers, *examples, h)
                run[kind + "_loss"].append(loss)
                run[kind + "_accuracy"].append(np.nan if h["data"] == "sine" else percent(accuracy))
            run["clipped"].append(np.mean(clipped))
            losses = [run["training_loss"][-1], run["validation_loss"][-1]]
            is_finite = np.isfinite(losses if len(unseen[1]) > 0 else losses[:1]).all()
            if watch:
                watch.after_epoch(layers, is_finite)
            if not is_finite:
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
            run["precision"] = percent(found / ones.sum())
            run["recall"] = percent(found / (unseen[1] == 1).sum())
        run["layers"] = layers
        run["clips"] = h["gradient_clip_value"] > 0 or h["gradient_clip_norm"] > 0
        return run


    def measure(run):
        """The final figures of a run, by nntutor's names."""
        losses = run["validation_loss"]
        figures = {"outcome": run["outcome"], "history": run}
        figures |= {"training_loss": run["training_loss"][-1], "validation_loss": losses[-1]}
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
            figures["clipped_share"] = percent(np.mean(run["clipped"]))
        if "parameters" in run:
            figures["parameters"] = run["parameters"]
        return figures


    def train(h):
        """Trains a network and measures both losses and accuracies."""
        return measure(learn(h))
    """#
}
