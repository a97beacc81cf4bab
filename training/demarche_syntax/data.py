"""Sentences in, padded batches of numbers out; also the variants that make the parser robust on news text."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

import numpy as np
import torch

from .conllu import Sentence, Word
from .labels import UNLISTED, Labels
from .lemma import script_of
from .wordpiece import WordPieces, plain_form, shape_of

LONGEST = 160  # words; the few longer treebank sentences are left out of training


@dataclass(frozen=True)
class Example:
    """One sentence as numbers; `heads` counts the root as 0 and words from 1."""

    pieces: np.ndarray
    shapes: np.ndarray  # per piece
    first: np.ndarray  # per word: its first piece
    last: np.ndarray
    heads: np.ndarray
    relations: np.ndarray
    upos: np.ndarray
    feats: np.ndarray
    scripts: np.ndarray
    teaching: "Teaching | None" = None


@dataclass(frozen=True)
class Teaching:
    """What the accurate tier thinks of a sentence, as probabilities."""

    arcs: np.ndarray  # [words, 1 + words]
    relations: np.ndarray  # [words, relations], given the head in `Example.heads`

    def first_words(self, count: int) -> "Teaching":
        arcs = self.arcs[:count, : count + 1].astype(np.float32)
        return Teaching(arcs / arcs.sum(1, keepdims=True).clip(1e-6), self.relations[:count])


@dataclass(frozen=True)
class Batch:
    pieces: torch.Tensor
    shapes: torch.Tensor
    piece_mask: torch.Tensor
    first: torch.Tensor
    last: torch.Tensor
    word_mask: torch.Tensor
    heads: torch.Tensor
    relations: torch.Tensor
    upos: torch.Tensor
    feats: torch.Tensor
    scripts: torch.Tensor
    teacher_arcs: torch.Tensor | None
    teacher_relations: torch.Tensor | None


class Encoder:
    """Turns sentences into examples under one set of labels."""

    def __init__(self, word_pieces: WordPieces, labels: Labels) -> None:
        self.word_pieces = word_pieces
        self._relations = {value: index for index, value in enumerate(labels.relations)}
        self._upos = {value: index for index, value in enumerate(labels.upos)}
        self._feats = {value: index for index, value in enumerate(labels.feats)}
        self._scripts = {value: index for index, value in enumerate(labels.scripts)}

    def encode(self, sentence: Sentence, teaching: Teaching | None = None) -> Example:
        pieces, shapes, first, last = [self.word_pieces.start], [0], [], []
        for word in sentence.words:
            ids = self.word_pieces.pieces(word.form)
            first.append(len(pieces))
            pieces.extend(ids)
            shapes.extend([shape_of(word.form)] * len(ids))
            last.append(len(pieces) - 1)
        pieces.append(self.word_pieces.stop)
        shapes.append(0)
        words = sentence.words
        scripts = [self._scripts.get(script_of(plain_form(w.form), w.lemma), UNLISTED) for w in words]
        return Example(
            np.array(pieces), np.array(shapes), np.array(first), np.array(last),
            np.array([w.head for w in words]),
            np.array([self._relations.get(w.deprel, UNLISTED) if w.head else UNLISTED for w in words]),
            np.array([self._upos.get(w.upos, UNLISTED) for w in words]),
            np.array([self._feats.get(w.feats, UNLISTED) for w in words]),
            np.array(scripts), teaching.first_words(len(words)) if teaching else None,
        )  # fmt: skip


def news_variant(sentence: Sentence, random_source: random.Random) -> Sentence:
    """Now and then the sentence as a headline would have it: in capitals, in title case, without its stop."""
    draw = random_source.random()
    words = sentence.words
    if draw < 0.04:
        return replace(sentence, words=tuple(_recased(w, w.form.upper()) for w in words))
    if draw < 0.08:
        words = tuple(_recased(w, w.form[:1].upper() + w.form[1:]) for w in words)
    elif draw < 0.10:
        return replace(sentence, words=tuple(_recased(w, w.form.lower()) for w in words))
    varied = replace(sentence, words=words)
    return without_final_stop(varied) if 0.04 <= draw < 0.14 else varied


def without_final_stop(sentence: Sentence) -> Sentence:
    """The sentence without the stop at its end, where there is one and more than two words besides."""
    words = sentence.words
    return replace(sentence, words=words[:-1]) if len(words) > 3 and _is_final_stop(words) else sentence


def _recased(word: Word, form: str) -> Word:
    return replace(word, form=form)


def _is_final_stop(words: tuple[Word, ...]) -> bool:
    return words[-1].form == "." and words[-1].head != 0 and all(w.head != len(words) for w in words)


def batches(examples: list[Example], pieces_per_batch: int, random_source: random.Random | None) -> list[list[int]]:
    """Index lists of like length holding about `pieces_per_batch` pieces; shuffled when given a random source."""

    def size(index: int) -> float:
        jitter = random_source.random() * 3 if random_source else 0
        return len(examples[index].pieces) + jitter

    order = sorted(range(len(examples)), key=size)
    groups: list[list[int]] = [[]]
    longest = 0
    for index in order:
        longest = max(longest, _rounded(len(examples[index].pieces), 8))
        if groups[-1] and (len(groups[-1]) + 1) * longest > pieces_per_batch:
            groups.append([])
            longest = _rounded(len(examples[index].pieces), 8)
        groups[-1].append(index)
    if random_source:
        random_source.shuffle(groups)
    return groups


def _rounded(length: int, step: int) -> int:
    """Lengths come in few sizes, since every new matrix shape costs the processor a new kernel."""
    return -(-length // step) * step


def collate(examples: list[Example], indices: list[int]) -> Batch:
    chosen = [examples[index] for index in indices]

    def padded(name: str, fill: int, step: int = 4) -> torch.Tensor:
        rows = [getattr(example, name) for example in chosen]
        out = np.full((len(rows), _rounded(max(len(row) for row in rows), step)), fill, dtype=np.int64)
        for row, values in zip(out, rows):
            row[: len(values)] = values
        return torch.from_numpy(out)

    heads = padded("heads", UNLISTED)
    pieces = padded("pieces", UNLISTED, 8)
    return Batch(
        pieces.clamp(min=0), padded("shapes", 0, 8), pieces >= 0, padded("first", 0), padded("last", 0), heads >= 0, heads,
        padded("relations", UNLISTED), padded("upos", UNLISTED), padded("feats", UNLISTED), padded("scripts", UNLISTED),
        *_teachings([example.teaching for example in chosen], heads.shape[1]),
    )  # fmt: skip


def _teachings(given: list[Teaching | None], words: int) -> tuple[torch.Tensor | None, torch.Tensor | None]:
    if any(teaching is None for teaching in given):
        return None, None
    arcs = np.zeros((len(given), words, words + 1), dtype=np.float32)
    relations = np.zeros((len(given), words, given[0].relations.shape[1]), dtype=np.float32)
    for row, teaching in enumerate(given):
        count = len(teaching.arcs)
        arcs[row, :count, : count + 1] = teaching.arcs
        relations[row, :count] = teaching.relations
    return torch.from_numpy(arcs), torch.from_numpy(relations)
