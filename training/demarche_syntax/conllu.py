"""Universal Dependencies treebanks in, sentences out.

Multi-word ranges and empty nodes are left out: a sentence is its syntactic words, as the runtime gets them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

TREEBANKS = {
    "ewt": ("ewt/en_ewt-ud-{part}.conllu"),
    "gum": ("gum/gum-{part}.conllu"),
}


@dataclass(frozen=True)
class Word:
    form: str
    lemma: str
    upos: str
    feats: str
    head: int  # 1-based, 0 = root
    deprel: str


@dataclass(frozen=True)
class Sentence:
    document: str
    words: tuple[Word, ...]


def read_conllu(path: Path) -> list[Sentence]:
    sentences: list[Sentence] = []
    words: list[Word] = []
    document = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            document = line.partition("=")[2].strip()
        elif not line:
            if words:
                sentences.append(Sentence(document, tuple(words)))
                words = []
        elif not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                words.append(
                    Word(columns[1], columns[2], columns[3], columns[5], int(columns[6]), columns[7])
                )
    return sentences


def read_part(treebanks: Path, part: str) -> dict[str, list[Sentence]]:
    """One part ("train", "dev", "test") of every treebank."""
    return {name: read_conllu(treebanks / pattern.format(part=part)) for name, pattern in TREEBANKS.items()}


def check_parts_are_disjoint(treebanks: Path) -> None:
    """Raises when a document stands in two parts, which would make every score a lie."""
    seen: dict[str, str] = {}
    for part in ("train", "dev", "test"):
        for name, sentences in read_part(treebanks, part).items():
            for document in {sentence.document for sentence in sentences}:
                other = seen.setdefault(f"{name}/{document}", part)
                if other != part:
                    raise ValueError(f"{name}/{document} stands in {other} and in {part}")
