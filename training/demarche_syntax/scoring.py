"""A parser and examples in, accuracies out. Heads are greedy here; the product repairs the few that form no tree."""

from __future__ import annotations

from collections.abc import Callable

import torch

from .data import Batch, Example, batches, collate
from .heads import Scores, masked_arcs

Run = Callable[[Batch], Scores]


@torch.no_grad()
def accuracies(run: Run, examples: list[Example]) -> dict[str, float]:
    """Percent of words with the right value; every word counts, punctuation too."""
    right = dict.fromkeys(("uas", "las", "upos", "feats", "lemma"), 0)
    total = 0
    for indices in batches(examples, 2000, None):
        batch = collate(examples, indices)
        scores = run(batch)
        mask = batch.word_mask
        heads = masked_arcs(scores, mask).argmax(-1)
        relations = scores.relations_for(heads).argmax(-1)
        attached = (heads == batch.heads) & mask
        labelled = attached & ((relations == batch.relations) | (batch.heads == 0))
        right["uas"] += int(attached.sum())
        right["las"] += int(labelled.sum())
        for name, logits, gold in (
            ("upos", scores.upos, batch.upos),
            ("feats", scores.feats, batch.feats),
            ("lemma", scores.scripts, batch.scripts),
        ):
            right[name] += int(((logits.argmax(-1) == gold) & mask).sum())
        total += int(mask.sum())
    return {name: round(100 * count / total, 2) for name, count in right.items()}
