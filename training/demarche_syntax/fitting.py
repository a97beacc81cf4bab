"""The training loop that both tiers share: examples per epoch and a loss in, averaged weights and dev scores out."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

import torch
from torch import nn

from .data import Batch, Example, batches, collate
from .heads import Scores
from .labels import Labels
from .schedule import Average, warm_then_linear
from .scoring import Run, accuracies

Loss = Callable[[Scores, Batch], torch.Tensor]


def common_arguments(description: str | None) -> argparse.ArgumentParser:
    arguments = argparse.ArgumentParser(description=description)
    arguments.add_argument("--treebanks", type=Path, required=True, help="folder with ewt/ and gum/")
    arguments.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    arguments.add_argument("--work", type=Path, required=True, help="folder for weights")
    arguments.add_argument("--batch", type=int, default=900, help="word pieces per batch, padding included")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--threads", type=int, default=torch.get_num_threads())
    arguments.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    arguments.add_argument("--small", action="store_true", help="a few hundred sentences, to prove the path")
    return arguments


def course_arguments(arguments: argparse.ArgumentParser) -> argparse.ArgumentParser:
    arguments.add_argument("--lessons", type=Path, help="lessons.pt, as teach.py writes it; else gold trees alone teach")
    arguments.add_argument("--recombined", type=int, default=40_000, help="recombined sentences in an epoch")
    return arguments


def seeded(options: argparse.Namespace) -> random.Random:
    options.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    return random.Random(options.seed)


def fit(
    parser: nn.Module,
    run: Run,
    groups: list[dict[str, object]],
    examples_of_epoch: Callable[[], list[Example]],
    loss_of: Loss,
    dev: Mapping[str, list[Example]],
    labels: Labels,
    out: Path,
    average_decay: float,
    random_source: random.Random,
    options: argparse.Namespace,
) -> None:
    """Trains for `options.epochs`; after each, saves the averaged weights with their labels and prints dev scores."""
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.99), fused=True)
    examples = examples_of_epoch()
    steps = len(batches(examples, options.batch, None)) * options.epochs
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: warm_then_linear(step, steps))
    average = Average(parser, average_decay)
    print(f"{len(examples)} sentences, {steps} steps, labels {labels.sizes()}", flush=True)
    started = time.time()
    for epoch in range(options.epochs):
        parser.train()
        total, count = 0.0, 0
        for indices in batches(examples, options.batch, random_source):
            batch = collate(examples, indices)
            with torch.autocast("cpu", torch.bfloat16, enabled=options.bf16):
                scores = run(batch)
            loss = loss_of(scores, batch)
            if not torch.isfinite(loss):
                raise ArithmeticError(f"the loss is {float(loss)} at step {count} of epoch {epoch + 1}")
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(parser.parameters(), 2.0)
            optimiser.step()
            scheduler.step()
            average.update(parser)
            total, count = total + float(loss.detach()), count + 1
            if count % 100 == 0:
                print(f"  step {count} loss {total / count:.3f} at {time.time() - started:.0f} s", flush=True)
        live = {name: tensor.clone() for name, tensor in parser.state_dict().items()}
        parser.load_state_dict(average.weights)
        parser.eval()
        with torch.autocast("cpu", torch.bfloat16, enabled=options.bf16):
            reached = {name: accuracies(run, examples) for name, examples in dev.items()}
        torch.save({"weights": average.weights, "labels": asdict(labels)}, out)
        parser.load_state_dict(live)
        print(f"epoch {epoch + 1}: loss {total / count:.3f} dev {reached} at {time.time() - started:.0f} s", flush=True)
        if epoch + 1 < options.epochs:
            examples = examples_of_epoch()
