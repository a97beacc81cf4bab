"""Optimiser settings and the averaged copy of the weights that is kept in the end."""

from __future__ import annotations

import torch
from torch import nn


def warm_then_linear(step: int, steps: int, warm: float = 0.06) -> float:
    """The learning-rate factor: up over the first `warm` of the steps, then down to nothing."""
    first = max(1, int(steps * warm))
    return (step + 1) / first if step < first else max(0.0, (steps - step) / max(1, steps - first))


class Average:
    """An exponential moving average of a model's weights."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.decay = decay
        self.weights = {name: tensor.detach().clone() for name, tensor in model.state_dict().items()}
        self._updates = 0

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        self._updates += 1
        decay = min(self.decay, (1 + self._updates) / (10 + self._updates))
        for name, tensor in model.named_parameters():
            if tensor.requires_grad:
                self.weights[name].lerp_(tensor, 1 - decay)

