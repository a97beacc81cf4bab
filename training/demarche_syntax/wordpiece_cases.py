"""Treebanks in, a table of forms with their pieces and shapes out; the TypeScript twin is tested against it.

Every form with a character beyond ASCII is taken, and a seeded sample of the others.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from .conllu import read_part
from .wordpiece import WordPieces, shape_of


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--treebanks", type=Path, required=True)
    arguments.add_argument("--vocabulary", type=Path, required=True, help="vocabulary.txt of the model folder")
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--sample", type=int, default=1000)
    options = arguments.parse_args()
    parts = [s for part in ("train", "dev", "test") for ss in read_part(options.treebanks, part).values() for s in ss]
    forms = sorted({word.form for sentence in parts for word in sentence.words})
    plain = [form for form in forms if form.isascii()]
    chosen = sorted(random.Random(1).sample(plain, options.sample) + [form for form in forms if not form.isascii()])
    word_pieces = WordPieces.read(options.vocabulary)
    rows = [json.dumps([form, word_pieces.pieces(form), shape_of(form)], ensure_ascii=False) for form in chosen]
    options.out.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
