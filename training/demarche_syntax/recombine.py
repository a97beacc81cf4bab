"""Labelled sentences in, new unlabelled ones out, for a teacher to label: phrases and words swapped for others of the same kind.

A phrase gives way to one of the same relation and part of speech, then a word now and then to one of the same part of speech,
features and letter-case shape. What comes out often means nothing; its grammar is still English, which is all that is taught.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict

from .conllu import Sentence, Word
from .wordpiece import plain_form, shape_of

LONGEST = 60
_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"))
_PHRASES = frozenset(
    ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "appos", "conj", "ccomp", "xcomp", "advcl", "acl", "acl:relcl")
)
_MARKED = frozenset(("obl", "nmod", "advcl", "conj"))  # swapped only for one that begins with the same word
_LONGEST_PHRASE = 15

Kind = tuple[str, ...]
Span = tuple[int, int]


class Recombiner:
    """Draws new sentences from a stock of labelled ones; the same seed gives the same sentences."""

    def __init__(self, stock: list[Sentence], random_source: random.Random) -> None:
        self._random = random_source
        self._spans = [_phrases(sentence) for sentence in stock]
        self._stock = stock
        forms: defaultdict[Kind, Counter[str]] = defaultdict(Counter)
        self._phrases: defaultdict[Kind, list[tuple[Word, ...]]] = defaultdict(list)
        for sentence, spans in zip(stock, self._spans):
            for word in sentence.words:
                if word.upos in _CONTENT:
                    forms[_kind_of(word)][word.form] += 1
            for kind, (start, end) in spans:
                self._phrases[kind].append(sentence.words[start:end])
        # Rare words are drawn more often than they are met, since they are what is left to learn.
        self._forms = {kind: (list(counts), [count**0.5 for count in counts.values()]) for kind, counts in forms.items()}

    def draw(self, base: int) -> Sentence:
        """A new sentence from the one at place `base` of the stock."""
        sentence = self._stock[base]
        words = self._with_other_words(self._with_other_phrases(list(sentence.words), self._spans[base]))
        return Sentence(sentence.document, tuple(words[:LONGEST]))

    def _with_other_phrases(self, words: list[Word], spans: list[tuple[Kind, Span]]) -> list[Word]:
        chosen: list[tuple[Kind, Span]] = []
        for kind, span in self._random.sample(spans, min(len(spans), self._random.choice((0, 1, 1, 2)))):
            if all(span[1] <= start or end <= span[0] for _, (start, end) in chosen):
                chosen.append((kind, span))
        for kind, (start, end) in sorted(chosen, key=lambda item: -item[1][0]):
            words[start:end] = self._random.choice(self._phrases[kind])
        return words

    def _with_other_words(self, words: list[Word]) -> list[Word]:
        rate = self._random.choice((0.0, 0.15, 0.3, 0.5))
        return [self._swapped(word) if self._random.random() < rate else word for word in words]

    def _swapped(self, word: Word) -> Word:
        forms = self._forms.get(_kind_of(word))
        if forms is None:
            return word
        form = self._random.choices(*forms)[0]
        return Word(form, form, word.upos, word.feats, word.head, word.deprel)


def _kind_of(word: Word) -> Kind:
    return word.upos, word.feats, str(shape_of(word.form))


def _phrases(sentence: Sentence) -> list[tuple[Kind, Span]]:
    """The subtrees that are an unbroken stretch of words and stand in a relation worth swapping."""
    count = len(sentence.words)
    first, last, size = list(range(count)), list(range(count)), [1] * count
    for index in range(count):
        at, steps = sentence.words[index].head - 1, 0
        while at >= 0 and steps < count:
            first[at], last[at], size[at] = min(first[at], index), max(last[at], index), size[at] + 1
            at, steps = sentence.words[at].head - 1, steps + 1
    return [
        (_phrase_kind(sentence, index, first[index]), (first[index], last[index] + 1))
        for index, word in enumerate(sentence.words)
        if word.deprel in _PHRASES and size[index] == last[index] - first[index] + 1 <= _LONGEST_PHRASE
    ]


def _phrase_kind(sentence: Sentence, index: int, first: int) -> Kind:
    word = sentence.words[index]
    opening = plain_form(sentence.words[first].form).lower() if word.deprel in _MARKED else ""
    return word.deprel, word.upos, opening
