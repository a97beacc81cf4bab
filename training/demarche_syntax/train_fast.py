"""Treebanks, the base encoder's piece table and, if given, the teacher's opinions in; the fast tier's weights out (fast.pt).

Run first without a teacher, then with `--start` and `--teacher` to go on from there on taught sentences.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from safetensors.torch import load_file

from .conllu import read_part
from .data import Batch, Encoder, news_variant
from .fast import FastParser
from .fitting import common_arguments, fit, seeded
from .heads import Scores, gold_loss, taught_loss
from .labels import collect_labels
from .teach import read_lessons
from .wordpiece import WordPieces


def run_fast(parser: FastParser, batch: Batch) -> Scores:
    return parser(batch.pieces, batch.shapes, batch.first, batch.last, batch.word_mask)


def read_base_table(base: Path) -> torch.Tensor:
    return load_file(str(base / "model.safetensors"))["embeddings.word_embeddings.weight"]


def train_fast(options: argparse.Namespace) -> None:
    random_source = seeded(options)
    train = [sentence for part in read_part(options.treebanks, "train").values() for sentence in part]
    if options.small:
        train = random_source.sample(train, 600)
    labels = collect_labels(train)
    encoder = Encoder(WordPieces.read(options.base / "vocab.txt"), labels)
    dev = {
        name: [encoder.encode(s) for s in sentences[:: 20 if options.small else 2]]
        for name, sentences in read_part(options.treebanks, "dev").items()
    }
    parser = FastParser(read_base_table(options.base), labels.sizes())
    if options.start:
        parser.load_state_dict(torch.load(options.start, weights_only=True)["weights"])
    lessons = read_lessons(options.teacher) if options.teacher else [(sentence, None) for sentence in train]
    table = [parser.pieces.change.weight]
    rest = [tensor for name, tensor in parser.named_parameters() if name != "pieces.change.weight"]
    fit(
        parser,
        lambda batch: run_fast(parser, batch),
        [
            {"params": table, "lr": options.rate, "weight_decay": 0.0},
            {"params": rest, "lr": options.rate, "weight_decay": 0.01},
        ],
        lambda: [encoder.encode(news_variant(sentence, random_source), teaching) for sentence, teaching in lessons],
        taught_loss if options.teacher else gold_loss,
        dev,
        labels,
        options.work / "fast.pt",
        options.average,
        random_source,
        options,
    )


def main() -> None:
    arguments = common_arguments(__doc__)
    arguments.add_argument("--epochs", type=int, default=8)
    arguments.add_argument("--rate", type=float, default=2e-3)
    arguments.add_argument("--average", type=float, default=0.996)
    arguments.add_argument("--start", type=Path, help="weights to go on from")
    arguments.add_argument("--teacher", type=Path, help="lessons.pt, as teach.py writes it")
    train_fast(arguments.parse_args())


if __name__ == "__main__":
    main()
