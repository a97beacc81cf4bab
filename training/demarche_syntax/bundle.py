"""Trained weights in, the committed model folder out: graphs, vocabulary and manifest.json, which names and hashes them."""

from __future__ import annotations

import argparse
import hashlib
import json
from functools import partial
from pathlib import Path

import torch
from torch import nn

from .accurate import POSITIONS, AccurateParser
from .calibrate import calibrate
from .conllu import read_part
from .data import Encoder
from .export import ByteTable, FusedAttention, write_graph
from .fast import FastParser
from .labels import Labels
from .lexicon import lemma_lexicon
from .train_accurate import run_accurate
from .train_fast import run_fast
from .wordpiece import WordPieces, kept_pieces

DEV_SHARE = 4  # one dev sentence in so many is enough to calibrate by
FAST_POSITIONS = 2048  # the BiLSTM has no limit of its own; sentences are cut by words before this counts


def read_accurate(weights: Path, vocabulary_size: int) -> tuple[AccurateParser, dict[str, list[str]]]:
    saved = torch.load(weights, weights_only=True)
    parser = AccurateParser(vocabulary_size, _sizes(saved))
    parser.load_state_dict(saved["weights"])
    return parser.eval(), saved["labels"]


def read_fast(weights: Path) -> tuple[FastParser, dict[str, list[str]]]:
    saved = torch.load(weights, weights_only=True)
    parser = FastParser(saved["weights"]["pieces.base"], _sizes(saved))
    parser.load_state_dict(saved["weights"])
    return parser.eval(), saved["labels"]


def _sizes(saved: dict[str, dict[str, list[str]]]) -> dict[str, int]:
    return {name: len(values) for name, values in saved["labels"].items()}


def write_bundle(name: str, treebanks: Path, work: Path, base: Path, out: Path) -> None:
    """Writes what `work` holds: accurate.pt always, fast.pt where it is there; both must know the same labels."""
    out.mkdir(parents=True, exist_ok=True)
    pieces = WordPieces.read(base / "vocab.txt").vocabulary
    kept = kept_pieces(pieces)
    vocabulary = out / "vocabulary.txt"
    vocabulary.write_text("".join(f"{pieces[index]}\n" for index in kept), encoding="utf-8")
    lemmas = out / "lemmas.tsv"
    train = [sentence for part in read_part(treebanks, "train").values() for sentence in part]
    lemmas.write_text("".join(lemma_lexicon(train)), encoding="utf-8")
    accurate, labels = read_accurate(work / "accurate.pt", len(pieces))
    encoder = Encoder(WordPieces(pieces), Labels(**labels))
    dev = [encoder.encode(s) for part in read_part(treebanks, "dev").values() for s in part[::DEV_SHARE]]
    print(f"temperatures of arcs and relations: {calibrate(accurate.heads, partial(run_accurate, accurate), dev)}")
    accurate.pieces = ByteTable(accurate.pieces.weight.detach()[kept])
    for layer in accurate.layers:
        layer.attend = FusedAttention.apply
    accurate.positions = ByteTable(accurate.positions.weight.detach())
    tiers = {"accurate": _write_tier(accurate, out / "accurate.onnx", POSITIONS)}
    if (work / "fast.pt").exists():
        fast, fast_labels = read_fast(work / "fast.pt")
        if fast_labels != labels:
            raise ValueError("the two tiers were trained on different labels")
        print(f"temperatures of arcs and relations: {calibrate(fast.heads, partial(run_fast, fast), dev)}")
        fast.pieces = ByteTable(fast.pieces.folded()[kept])
        tiers["fast"] = _write_tier(fast, out / "fast.onnx", FAST_POSITIONS)
    manifest = {
        "name": name,
        "language": "en",
        "licence": "CC BY-SA 4.0",
        "vocabulary": {"file": vocabulary.name, "sha256": _sha256(vocabulary)},
        "lemmas": {"file": lemmas.name, "sha256": _sha256(lemmas)},
        "tiers": tiers,
        "relations": labels["relations"],
        "upos": labels["upos"],
        "feats": labels["feats"],
        "lemmaScripts": labels["scripts"],
    }
    (out / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _write_tier(parser: nn.Module, path: Path, positions: int) -> dict[str, object]:
    write_graph(parser, path)
    return {"file": path.name, "sha256": _sha256(path), "bytes": path.stat().st_size, "positions": positions}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--name", default="en-2")
    arguments.add_argument("--treebanks", type=Path, required=True, help="folder with ewt/ and gum/")
    arguments.add_argument("--work", type=Path, required=True, help="folder of the trained weights")
    arguments.add_argument("--base", type=Path, required=True, help="folder of the base encoder")
    arguments.add_argument("--out", type=Path, required=True, help="the model folder to write")
    options = arguments.parse_args()
    write_bundle(options.name, options.treebanks, options.work, options.base, options.out)


if __name__ == "__main__":
    main()
