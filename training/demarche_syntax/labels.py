"""The closed sets that the heads choose from: relations, parts of speech, feature bundles, lemma scripts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from .conllu import Sentence
from .lemma import script_of
from .wordpiece import plain_form

UNLISTED = -1  # a gold value too rare to learn: no loss, counted wrong when scored


@dataclass(frozen=True)
class Labels:
    relations: list[str]
    upos: list[str]
    feats: list[str]
    scripts: list[str]

    def sizes(self) -> dict[str, int]:
        return {name: len(values) for name, values in self.__dict__.items()}


def collect_labels(sentences: list[Sentence], least: int = 3) -> Labels:
    """Labels seen at least `least` times, commonest first; "root" is no label, since the head says it."""
    relations: Counter[str] = Counter()
    upos: Counter[str] = Counter()
    feats: Counter[str] = Counter()
    scripts: Counter[str] = Counter()
    for sentence in sentences:
        for word in sentence.words:
            if word.head:
                relations[word.deprel] += 1
            upos[word.upos] += 1
            feats[word.feats] += 1
            scripts[script_of(plain_form(word.form), word.lemma)] += 1

    def common(counter: Counter[str], floor: int) -> list[str]:
        return [value for value, count in sorted(counter.items(), key=lambda item: (-item[1], item[0])) if count >= floor]

    return Labels(common(relations, least), common(upos, 1), common(feats, least), common(scripts, least))
