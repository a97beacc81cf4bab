"""Treebanks, the base encoder's piece table and the teachers' lessons in; the fast tier's weights out (fast.pt)."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from safetensors.torch import load_file

from .conllu import read_part
from .data import Batch, Encoder
from .fast import FastParser
from .fitting import common_arguments, course_arguments, fit, seeded
from .heads import Scores, gold_loss, taught_loss
from .labels import collect_labels
from .lessons import Course
from .wordpiece import WordPieces


def run_fast(parser: FastParser, batch: Batch) -> Scores:
    return parser(batch.pieces, batch.shapes, batch.first, batch.last, batch.word_mask)


def read_base_table(base: Path) -> torch.Tensor:
    return load_file(str(base / "model.safetensors"))["embeddings.word_embeddings.weight"]


def train_fast(options: argparse.Namespace) -> None:
    random_source = seeded(options)
    train = [sentence for part in read_part(options.treebanks, "train").values() for sentence in part]
    labels = collect_labels(train)
    if options.small:
        train = random_source.sample(train, 600)
    encoder = Encoder(WordPieces.read(options.base / "vocab.txt"), labels)
    dev = {
        name: [encoder.encode(s) for s in sentences[:: 20 if options.small else 2]]
        for name, sentences in read_part(options.treebanks, "dev").items()
    }
    parser = FastParser(read_base_table(options.base), labels.sizes())
    course = Course.of_lessons(options.lessons, options.recombined) if options.lessons else Course.of_gold(train)
    table = [parser.pieces.change.weight]
    rest = [tensor for name, tensor in parser.named_parameters() if name != "pieces.change.weight"]
    fit(
        parser,
        lambda batch: run_fast(parser, batch),
        [
            {"params": table, "lr": options.rate, "weight_decay": 0.0},
            {"params": rest, "lr": options.rate, "weight_decay": 0.01},
        ],
        lambda: course.examples(encoder, labels, random_source),
        taught_loss if options.lessons else gold_loss,
        dev,
        labels,
        options.work / "fast.pt",
        options.average,
        random_source,
        options,
    )


def main() -> None:
    arguments = course_arguments(common_arguments(__doc__))
    arguments.add_argument("--epochs", type=int, default=5)
    arguments.add_argument("--rate", type=float, default=2e-3)
    arguments.add_argument("--average", type=float, default=0.996)
    train_fast(arguments.parse_args())


if __name__ == "__main__":
    main()
