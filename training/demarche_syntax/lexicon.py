"""Treebanks in, a lemma lexicon out: what the training parts agree on for a form and its part of speech, and irregular verbs.

A line is "UPOS form lemma", tab-separated, forms lower-cased; an empty lemma is the form itself. Of names only those are kept
whose lemma is another word ("Jan.", "January"), since the others follow their spelling. Forms seen once whose lemma is the
form itself are left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from .conllu import Sentence
from .wordpiece import plain_form

Entry = tuple[str, str]  # part of speech, form


def lemma_lexicon(sentences: list[Sentence], agreement: float = 0.75) -> list[str]:
    seen: defaultdict[Entry, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if word.upos not in ("X", "SYM", "NUM"):
                seen[word.upos, plain_form(word.form).lower()][word.lemma] += 1
    entries = {("VERB", form): lemma for form, lemma in irregular_verbs().items() if ("VERB", form) not in seen}
    for (upos, form), lemmas in seen.items():
        lemma, count = min(lemmas.items(), key=lambda item: (-item[1], item[0]))
        total = sum(lemmas.values())
        if count < agreement * total or (total == 1 and lemma == form):
            continue
        if upos == "PROPN" and (total == 1 or len(form) < 3 or lemma.lower() == form or lemma[:1].lower() != form[:1]):
            continue
        entries[upos, form] = lemma
    return [f"{upos}\t{form}\t{'' if lemma == form else lemma}\n" for (upos, form), lemma in sorted(entries.items())]


def irregular_verbs() -> dict[str, str]:
    """Past forms and their lemmas; a form of two verbs takes the first in the list."""
    lines = Path(__file__).with_name("irregular_verbs.txt").read_text(encoding="utf-8").splitlines()
    lemmas: dict[str, str] = {}
    for base, past, participle in (line.split() for line in lines if not line.startswith("#")):
        for form in (*past.split("/"), *participle.split("/")):
            if form != base:
                lemmas.setdefault(form, base)
    return lemmas
