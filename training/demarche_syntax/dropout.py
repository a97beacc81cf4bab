"""Dropout whose noise comes from one cheap stream of random bytes; several times faster on a processor than torch's own.

The rate is rounded to 1/256. Seeded by torch's seed at construction, so that a run can be repeated.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, rate: float) -> None:
        super().__init__()
        self._threshold = round(rate * 256)
        self._random = np.random.Generator(np.random.SFC64(int(torch.randint(2**31, (1,)))))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training or self._threshold == 0:
            return x
        noise = torch.frombuffer(bytearray(self._random.bytes(x.numel())), dtype=torch.uint8).view(x.shape)
        return x * (noise >= self._threshold).to(x.dtype).mul_(256 / (256 - self._threshold))
