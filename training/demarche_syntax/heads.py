"""Word vectors in, scores out: the heads that both tiers share, after Dozat and Manning, with relations of chosen arcs alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import nn

from .data import Batch
from .dropout import Dropout
from .labels import UNLISTED


@dataclass(frozen=True)
class Scores:
    arcs: torch.Tensor  # [B, words, 1 + words]: column 0 is the root
    dependents: torch.Tensor  # [B, words, d]
    heads: torch.Tensor  # [B, 1 + words, d]
    relate: Callable[[torch.Tensor, torch.Tensor], torch.Tensor]  # a dependent's and its head's vectors: relation scores
    upos: torch.Tensor
    feats: torch.Tensor
    scripts: torch.Tensor

    def relations_for(self, heads: torch.Tensor) -> torch.Tensor:
        """Relation scores [B, words, relations] given one head per word."""
        width = self.heads.shape[-1]
        chosen = self.heads.gather(1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, width))
        with torch.autocast("cpu", torch.bfloat16, enabled=chosen.dtype == torch.bfloat16):
            return self.relate(self.dependents, chosen)


def _projection(width: int, out: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, out), nn.GELU(), Dropout(dropout))


class Relations(nn.Module):
    """Relation scores from the product of a dependent's and its head's vectors, and from both by themselves."""

    def __init__(self, width: int, count: int) -> None:
        super().__init__()
        self.out = nn.Linear(3 * width, count)

    def forward(self, dependents: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        return self.out(torch.cat((dependents * heads, dependents, heads), -1))


class ParserHeads(nn.Module):
    """`forward` takes word vectors for tagging, and vectors with the root in front for attachment."""

    def __init__(
        self,
        width: int,
        sizes: dict[str, int],
        arc_width: int,
        relation_width: int,
        dropout: float,
        tag_width: int | None = None,
    ) -> None:
        super().__init__()
        tag_width = tag_width or width
        self._parts = [arc_width, relation_width]
        self._tags = [sizes[name] for name in ("upos", "feats", "scripts")]
        self.dependents = _projection(width, sum(self._parts), dropout)
        self.heads = _projection(width, sum(self._parts), dropout)
        # Its bias, met by a head's vector, is the score of that head for any dependent.
        self.arc_weight = nn.Linear(arc_width, arc_width)
        self.relate = Relations(relation_width, sizes["relations"])
        self.tag = _projection(width, tag_width, dropout)
        self.tags = nn.Linear(tag_width, sum(self._tags))

    def forward(self, tagging: torch.Tensor, attachment: torch.Tensor) -> Scores:
        arc_dependents, dependents = self.dependents(attachment[:, 1:]).split(self._parts, -1)
        arc_heads, heads = self.heads(attachment).split(self._parts, -1)
        arcs = self.arc_weight(arc_dependents) @ arc_heads.transpose(1, 2)
        return Scores(arcs, dependents, heads, self.relate, *self.tags(self.tag(tagging)).split(self._tags, -1))


def masked_arcs(scores: Scores, word_mask: torch.Tensor) -> torch.Tensor:
    """Arc scores with padding and self-attachment ruled out."""
    count = word_mask.shape[1]
    columns = torch.cat((torch.ones_like(word_mask[:, :1]), word_mask), 1)
    own = torch.eye(count + 1, dtype=torch.bool)[1:]
    return scores.arcs.float().masked_fill(~columns.unsqueeze(1) | own, -1e4)


def gold_loss(scores: Scores, batch: Batch) -> torch.Tensor:
    """Cross-entropy of every head against the treebank; attachment counts most."""
    return (
        _entropy(masked_arcs(scores, batch.word_mask), batch.heads)
        + _entropy(scores.relations_for(batch.heads), batch.relations)
        + 0.5 * _entropy(scores.upos, batch.upos)
        + 0.5 * _entropy(scores.feats, batch.feats)
        + 0.5 * _entropy(scores.scripts, batch.scripts)
    )


def taught_loss(scores: Scores, batch: Batch) -> torch.Tensor:
    """The gold loss and, in equal part, the distance from the teacher's arcs and relations."""
    arcs = masked_arcs(scores, batch.word_mask).log_softmax(-1)
    relations = scores.relations_for(batch.heads).float().log_softmax(-1)
    words = batch.word_mask.sum()
    distance = -((batch.teacher_arcs * arcs).sum() + (batch.teacher_relations * relations).sum()) / words
    return gold_loss(scores, batch) + distance


def _entropy(logits: torch.Tensor, gold: torch.Tensor) -> torch.Tensor:
    """The mean over words that have a gold value; 0 for a batch where none has, such as one of single-word sentences."""
    summed = nn.functional.cross_entropy(
        logits.float().flatten(0, 1), gold.flatten(), ignore_index=UNLISTED, reduction="sum"
    )
    return summed / (gold != UNLISTED).sum().clamp(min=1)
