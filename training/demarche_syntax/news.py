"""Unlabelled documents in, sentences of words out, by spacing rules alone; good enough to learn from, and only that."""

from __future__ import annotations

import json
import re
from pathlib import Path

from .conllu import Sentence, Word

_SENTENCE = re.compile(r"(?<=[a-z0-9)\]\"”’][.!?])[\"”’)]*\s+(?=[\"“‘(]*[A-Z])|\n+")
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|\d+(?:[.,:]\d+)*%?|[^\W\d_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\.{2,}|--+"
    r"|(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sen|Rep|Gov)\.|[^\W_]+(?:\.[^\W_]+)*|[^\w\s]|_"
)


def read_news(folder: Path, held_out: str = "GUM") -> list[Sentence]:
    """Sentences of 4 to 60 words from every *.jsonl; documents whose id begins with `held_out` are left out."""
    sentences: dict[tuple[str, ...], Sentence] = {}
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            if document["id"].startswith(held_out):
                continue
            for text in _SENTENCE.split(document["text"]):
                forms = tuple(_WORD.findall(text))
                if 4 <= len(forms) <= 60:
                    words = tuple(Word(form, form, "X", "_", 0, "root") for form in forms)
                    sentences.setdefault(forms, Sentence(document["id"], words))
    return list(sentences.values())
