"""Treebanks in, a lemma lexicon out: what the training parts agree on for a form and its part of speech.

A line is "UPOS form lemma", tab-separated, forms lower-cased; an empty lemma is the form itself. Of names only those are kept
whose lemma is another word ("Jan.", "January"), since the others follow their spelling. Forms seen once whose lemma is the
form itself are left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from .conllu import Sentence
from .wordpiece import plain_form


def lemma_lexicon(sentences: list[Sentence], agreement: float = 0.75) -> list[str]:
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if word.upos not in ("X", "SYM", "NUM"):
                seen[word.upos, plain_form(word.form).lower()][word.lemma] += 1
    lines = []
    for (upos, form), lemmas in sorted(seen.items()):
        lemma, count = min(lemmas.items(), key=lambda item: (-item[1], item[0]))
        total = sum(lemmas.values())
        if count < agreement * total or (total == 1 and lemma == form):
            continue
        if upos == "PROPN" and (total == 1 or len(form) < 3 or lemma.lower() == form or lemma[:1].lower() != form[:1]):
            continue
        lines.append(f"{upos}\t{form}\t{'' if lemma == form else lemma}\n")
    return lines
