"""Treebanks and the base encoder in, the accurate tier's weights and labels out (accurate.pt)."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from .accurate import LAYERS, AccurateParser, load_base_encoder
from .conllu import check_parts_are_disjoint, read_part
from .data import Batch, Encoder, news_variant
from .fitting import common_arguments, fit, seeded
from .heads import Scores, gold_loss
from .labels import collect_labels
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
    if options.small:
        train = random_source.sample(train, 600)
    labels = collect_labels(train)
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
    fit(
        parser,
        lambda batch: run_accurate(parser, batch),
        learning_rates(parser, options.rate, options.head_rate, 0.85),
        lambda: [encoder.encode(news_variant(s, random_source)) for s in train],
        gold_loss,
        dev,
        labels,
        options.work / "accurate.pt",
        options.average,
        random_source,
        options,
    )


def main() -> None:
    arguments = common_arguments(__doc__)
    arguments.add_argument("--epochs", type=int, default=4)
    arguments.add_argument("--rate", type=float, default=2e-4, help="of the encoder's last layer")
    arguments.add_argument("--head-rate", type=float, default=1e-3)
    arguments.add_argument("--average", type=float, default=0.996)
    arguments.add_argument("--start", type=Path, help="weights to go on from")
    train_accurate(arguments.parse_args())


if __name__ == "__main__":
    main()
