"""Word vectors in, scores out: the heads that both tiers share (Dozat and Manning's biaffine parser, and taggers)."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import nn

from .data import Batch
from .dropout import Dropout
from .labels import UNLISTED


@dataclass(frozen=True)
class Scores:
    arcs: torch.Tensor  # [B, words, 1 + words]: column 0 is the root
    dependents: torch.Tensor  # [B, words, relations, d]
    heads: torch.Tensor  # [B, 1 + words, d]
    upos: torch.Tensor
    feats: torch.Tensor
    scripts: torch.Tensor

    def relations_for(self, heads: torch.Tensor) -> torch.Tensor:
        """Relation scores [B, words, relations] given one head per word."""
        width = self.heads.shape[-1]
        chosen = self.heads.gather(1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, width))
        return (self.dependents @ chosen.unsqueeze(-1)).squeeze(-1)


def _projection(width: int, out: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, out), nn.GELU(), Dropout(dropout))


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
        self.relation_count = sizes["relations"]
        self.relation_width = relation_width
        self.arc_dependent = _projection(width, arc_width, dropout)
        self.arc_head = _projection(width, arc_width, dropout)
        self.arc_weight = nn.Parameter(torch.zeros(arc_width, arc_width))
        self.arc_bias = nn.Linear(arc_width, 1, bias=False)
        self.relation_dependent = _projection(width, relation_width, dropout)
        self.relation_head = _projection(width, relation_width, dropout)
        self.relation_weight = nn.Linear(relation_width, self.relation_count * (relation_width + 1))
        self.tag = _projection(width, tag_width, dropout)
        self.upos = nn.Linear(tag_width, sizes["upos"])
        self.feats = nn.Linear(tag_width, sizes["feats"])
        self.scripts = nn.Linear(tag_width, sizes["scripts"])
        nn.init.normal_(self.arc_weight, std=0.02)
        nn.init.normal_(self.relation_weight.weight, std=0.02)

    def forward(self, tagging: torch.Tensor, attachment: torch.Tensor) -> Scores:
        words = attachment[:, 1:]
        arc_heads = self.arc_head(attachment)
        arcs = self.arc_dependent(words) @ self.arc_weight @ arc_heads.transpose(1, 2)
        arcs = arcs + self.arc_bias(arc_heads).transpose(1, 2)
        dependents = self.relation_weight(self.relation_dependent(words))
        dependents = dependents.unflatten(-1, (self.relation_count, self.relation_width + 1))
        relation_heads = self.relation_head(attachment)
        ones = torch.ones_like(relation_heads[..., :1])
        tagged = self.tag(tagging)
        return Scores(
            arcs, dependents, torch.cat((relation_heads, ones), -1),
            self.upos(tagged), self.feats(tagged), self.scripts(tagged),
        )  # fmt: skip


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
