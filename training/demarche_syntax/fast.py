"""The fast tier: a two-layer BiLSTM over words, under the same heads as the accurate tier.

A word is its first and its last piece. A piece's vector is a learned projection of the base encoder's frozen table plus a
learned change of its own; both fold into one small table when exported.
"""

from __future__ import annotations

import torch
from torch import nn

from .dropout import Dropout
from .heads import ParserHeads, Scores
from .wordpiece import SHAPES

PIECE_WIDTH, SHAPE_WIDTH, STATE = 128, 16, 192
DROPOUT = 0.1  # little: the lessons are many and seldom seen twice


class PieceTable(nn.Module):
    def __init__(self, base_table: torch.Tensor) -> None:
        super().__init__()
        self.register_buffer("base", nn.functional.layer_norm(base_table, base_table.shape[1:]))
        self.projection = nn.Linear(base_table.shape[1], PIECE_WIDTH, bias=False)
        self.change = nn.Embedding(base_table.shape[0], PIECE_WIDTH)
        nn.init.zeros_(self.change.weight)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        return self.projection(self.base[ids]) + self.change(ids)

    @torch.no_grad()
    def folded(self) -> torch.Tensor:
        return self.projection(self.base) + self.change.weight


class FastParser(nn.Module):
    def __init__(self, base_table: torch.Tensor, sizes: dict[str, int]) -> None:
        super().__init__()
        self.pieces = PieceTable(base_table)
        self.shapes = nn.Embedding(len(SHAPES), SHAPE_WIDTH)
        self.input_dropout = Dropout(DROPOUT)
        width = 2 * PIECE_WIDTH + SHAPE_WIDTH
        self.lower = nn.LSTM(width, STATE, batch_first=True, bidirectional=True)
        self.upper = nn.LSTM(2 * STATE, STATE, batch_first=True, bidirectional=True)
        self.dropout = Dropout(DROPOUT)
        self.root = nn.Parameter(torch.randn(2 * STATE) * 0.1)
        self.heads = ParserHeads(2 * STATE, sizes, arc_width=256, relation_width=256, dropout=DROPOUT, tag_width=256)

    def forward(
        self,
        pieces: torch.Tensor,
        shapes: torch.Tensor,
        first: torch.Tensor,
        last: torch.Tensor,
        word_mask: torch.Tensor | None = None,
    ) -> Scores:
        ends = [self.pieces(pieces.gather(1, index)) for index in (first, last)]
        x = self.input_dropout(torch.cat((*ends, self.shapes(shapes.gather(1, first))), -1))
        for layer in (self.lower, self.upper):
            x = self.dropout(_run(layer, x, word_mask))
        root = self.root.to(x.dtype).expand(x.shape[0], 1, -1)
        return self.heads(x, torch.cat((root, x), 1))


def _run(layer: nn.LSTM, x: torch.Tensor, word_mask: torch.Tensor | None) -> torch.Tensor:
    """Runs a layer; padding is zeroed, and since sentences of like length share a batch it hardly tells."""
    if word_mask is not None:
        x = x * word_mask.unsqueeze(-1)
    return layer(x)[0]
