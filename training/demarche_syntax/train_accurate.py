"""Treebanks and the base encoder in, weights and labels of an accurate parser out; with lessons, of one that was taught."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from .accurate import LAYERS, AccurateParser, load_base_encoder
from .conllu import check_parts_are_disjoint, read_part
from .data import Batch, Encoder
from .fitting import common_arguments, course_arguments, fit, seeded
from .heads import Scores, gold_loss, taught_loss
from .labels import collect_labels
from .lessons import Course
from .wordpiece import WordPieces


def learning_rates(parser: AccurateParser, encoder: float, heads: float, decay: float) -> list[dict[str, object]]:
    """Parameter groups: deeper layers learn faster, the heads fastest; norms and biases do not decay."""

    def rate(name: str) -> float:
        if name.startswith("layers."):
            return encoder * decay ** (LAYERS - 1 - int(name.split(".")[1]))
        if name.startswith(("positions", "input_norm")):
            return encoder * decay**LAYERS
        return heads

    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, tensor in parser.named_parameters():
        if tensor.requires_grad:
            groups.setdefault((rate(name), 0.01 if tensor.dim() > 1 else 0.0), []).append(tensor)
    return [{"params": tensors, "lr": lr, "weight_decay": weight_decay} for (lr, weight_decay), tensors in groups.items()]


def run_accurate(parser: AccurateParser, batch: Batch) -> Scores:
    return parser(batch.pieces, batch.shapes, batch.first, batch.last, batch.piece_mask)


def train_accurate(options: argparse.Namespace) -> None:
    random_source = seeded(options)
    check_parts_are_disjoint(options.treebanks)
    train = [sentence for part in read_part(options.treebanks, "train").values() for sentence in part]
    labels = collect_labels(train)
    if options.small:
        train = random_source.sample(train, 600)
    word_pieces = WordPieces.read(options.base / "vocab.txt")
    encoder = Encoder(word_pieces, labels)
    dev = {
        name: [encoder.encode(s) for s in sentences[:: 20 if options.small else 4]]
        for name, sentences in read_part(options.treebanks, "dev").items()
    }
    parser = AccurateParser(len(word_pieces.vocabulary), labels.sizes())
    load_base_encoder(parser, options.base / "model.safetensors")
    if options.start:
        parser.load_state_dict(torch.load(options.start, weights_only=True)["weights"])
    course = Course.of_lessons(options.lessons, options.recombined) if options.lessons else Course.of_gold(train)
    fit(
        parser,
        lambda batch: run_accurate(parser, batch),
        learning_rates(parser, options.rate, options.head_rate, 0.85),
        lambda: course.examples(encoder, labels, random_source),
        taught_loss if options.lessons else gold_loss,
        dev,
        labels,
        options.work / options.name,
        options.average,
        random_source,
        options,
    )


def main() -> None:
    arguments = course_arguments(common_arguments(__doc__))
    arguments.add_argument("--name", default="accurate.pt", help="file to write in the folder for weights")
    arguments.add_argument("--start", type=Path, help="weights to go on from, instead of the base encoder")
    arguments.add_argument("--epochs", type=int, default=4)
    arguments.add_argument("--rate", type=float, default=2e-4, help="of the encoder's last layer")
    arguments.add_argument("--head-rate", type=float, default=1e-3)
    arguments.add_argument("--average", type=float, default=0.996)
    train_accurate(arguments.parse_args())


if __name__ == "__main__":
    main()
