"""A parser and gold dev sentences in, the same parser out whose probabilities can be used as doubt.

Its arcs' and its relations' scores are each divided by one number, under which gold is likeliest. The best arc and relation stay
what they were.
"""

from __future__ import annotations

import torch
from torch import nn

from .data import Example, batches, collate
from .heads import ParserHeads, masked_arcs
from .labels import UNLISTED
from .scoring import Run

_TEMPERATURES = [1 + step / 20 for step in range(41)]


@torch.no_grad()
def calibrate(heads: ParserHeads, run: Run, dev: list[Example]) -> tuple[float, float]:
    """Divides in place and gives the two numbers, of arcs and of relations."""
    arc_losses, relation_losses = torch.zeros(len(_TEMPERATURES)), torch.zeros(len(_TEMPERATURES))
    for indices in batches(dev, 2000, None):
        batch = collate(dev, indices)
        scores = run(batch)
        arcs, relations = masked_arcs(scores, batch.word_mask), scores.relations_for(batch.heads).float()
        arc_losses += _losses(arcs, batch.heads)
        relation_losses += _losses(relations, batch.relations)
    arc, relation = (_TEMPERATURES[int(losses.argmin())] for losses in (arc_losses, relation_losses))
    for layer, temperature in ((heads.arc_weight, arc), (heads.relate.out, relation)):
        layer.weight.div_(temperature)
        layer.bias.div_(temperature)
    return arc, relation


def _losses(logits: torch.Tensor, gold: torch.Tensor) -> torch.Tensor:
    """The summed cross-entropy under each temperature."""
    flat, wanted = logits.flatten(0, 1), gold.flatten()
    return torch.stack(
        [nn.functional.cross_entropy(flat / t, wanted, ignore_index=UNLISTED, reduction="sum") for t in _TEMPERATURES]
    )
