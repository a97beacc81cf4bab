"""Treebanks or a file of lessons in, the examples of each epoch out, in the variants that make a parser robust on news.

A lesson is a sentence and what the teachers think of it, if any were asked. A few neighbours are joined into one, as raw text
has them where a stop is missing: the second root hangs on the first as parataxis.
"""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from .conllu import Sentence
from .data import LONGEST, Encoder, Example, Teaching, news_variant, without_final_stop
from .labels import Labels

Lesson = tuple[Sentence, Teaching | None]

LINK = "parataxis"


class Course:
    """The lessons to draw on; every epoch takes all of the first kind and `more` of the second."""

    def __init__(self, always: list[Lesson], others: list[Lesson], more: int) -> None:
        self._always, self._others, self._more = always, others, min(more, len(others))

    @classmethod
    def of_gold(cls, sentences: list[Sentence]) -> "Course":
        return cls([(sentence, None) for sentence in sentences], [], 0)

    @classmethod
    def of_lessons(cls, file: Path, more: int) -> "Course":
        """Reads lessons.pt, as teach.py writes it."""
        lessons = torch.load(file, weights_only=False)
        return cls(lessons["treebank"] + lessons["news"], lessons["recombined"], more)

    def examples(self, encoder: Encoder, labels: Labels, random_source: random.Random) -> list[Example]:
        lessons = joined_now_and_then(self._always, labels, random_source)
        lessons += random_source.sample(self._others, self._more)
        return [encoder.encode(news_variant(sentence, random_source), teaching) for sentence, teaching in lessons]


def joined_now_and_then(
    lessons: list[Lesson], labels: Labels, random_source: random.Random, rate: float = 0.05
) -> list[Lesson]:
    """Each lesson, or instead of it the lesson and the next of the same document as one; as many as were given."""
    nexts = [*lessons[1:], None]
    return [
        _joined(lesson, following, labels, random_source)
        if following is not None and random_source.random() < rate and _can_join(lesson, following)
        else lesson
        for lesson, following in zip(lessons, nexts)
    ]


def _can_join(one: Lesson, other: Lesson) -> bool:
    (first, taught), (second, also_taught) = one, other
    fits = len(first.words) + len(second.words) <= LONGEST // 2
    return fits and first.document == second.document != "" and (taught is None) == (also_taught is None)


def _joined(one: Lesson, other: Lesson, labels: Labels, random_source: random.Random) -> Lesson:
    (first, taught), (second, also_taught) = one, other
    if random_source.random() < 0.5:
        first = without_final_stop(first)
    count = len(first.words)
    root = next(place for place, word in enumerate(first.words, 1) if word.head == 0)
    moved = [
        replace(word, head=word.head + count) if word.head else replace(word, head=root, deprel=LINK)
        for word in second.words
    ]
    teaching = None
    if taught is not None and also_taught is not None:
        is_root = np.array([word.head == 0 for word in second.words])
        teaching = _joined_teaching(taught.first_words(count), also_taught, root, is_root, labels.relations.index(LINK))
    return Sentence(first.document, (*first.words, *moved)), teaching


def _joined_teaching(first: Teaching, second: Teaching, root: int, is_root: np.ndarray, link: int) -> Teaching:
    count, more = len(first.arcs), len(second.arcs)
    arcs = np.zeros((count + more, 1 + count + more), dtype=np.float32)
    arcs[:count, : 1 + count] = first.arcs
    arcs[count:, 1 + count :] = second.arcs[:, 1:]
    arcs[count:, root] = second.arcs[:, 0]
    relations = second.relations.copy()
    relations[is_root] = 0
    relations[is_root, link] = 1
    return Teaching(arcs, np.concatenate((first.relations, relations)))
