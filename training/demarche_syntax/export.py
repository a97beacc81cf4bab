"""Trained weights in, one ONNX graph per tier out, with the settings that src/syntax reads.

A graph parses ONE sentence: no padding and no batch, so that its 8-bit arithmetic depends on the sentence alone.
Inputs:  pieces int32 [2, P] (ids; shapes), words int32 [2, W] (first and last piece of each word), heads int32 [W] (the
head whose relation is wanted, 0 the root and i + 1 word i; -1 for the likeliest).
Outputs: arcs float [W, 1 + W] (log-probabilities, column 0 the root), relations int32 [W] and relation_scores float [W]
(the best relation to that head and its log-probability), tags int32 [3, W] (upos, feats, script).
"""

from __future__ import annotations

from pathlib import Path

import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from .accurate import ATTENTION_HEADS, Layer
from .heads import Scores


class ByteTable(nn.Module):
    """An embedding table in 8 bits, with one scale per row."""

    def __init__(self, table: torch.Tensor) -> None:
        super().__init__()
        scales = (table.abs().amax(1, keepdim=True) / 127).clamp(min=1e-8)
        self.register_buffer("bytes", (table / scales).round().to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        return self.bytes[ids].float() * self.scales[ids]


class FusedAttention(torch.autograd.Function):
    """Multi-head attention as the one operator that ONNX Runtime has for it."""

    @staticmethod
    def forward(ctx, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, mask: None) -> torch.Tensor:
        return Layer.attend(query, key, value, mask)

    @staticmethod
    def symbolic(g, query, key, value, mask):
        out = g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=ATTENTION_HEADS)
        out.setType(query.type())
        return out


class OneSentence(nn.Module):
    """Wraps a parser (called with pieces, shapes, first, last) in the inputs and outputs of the graph."""

    def __init__(self, parser: nn.Module) -> None:
        super().__init__()
        self.parser = parser

    def forward(self, pieces: torch.Tensor, words: torch.Tensor, heads: torch.Tensor) -> tuple[torch.Tensor, ...]:
        ids = pieces.long().unsqueeze(1)
        spans = words.long().unsqueeze(1)
        scores: Scores = self.parser(ids[0], ids[1], spans[0], spans[1])
        arcs = scores.arcs[0]
        count = words.shape[1]
        own = torch.arange(1, count + 1).unsqueeze(1) == torch.arange(count + 1).unsqueeze(0)
        arcs = torch.where(own, torch.full_like(arcs, -1e4), arcs).log_softmax(-1)
        chosen = torch.where(heads < 0, arcs.argmax(-1), heads.long())
        best, which = scores.relations_for(chosen.unsqueeze(0))[0].log_softmax(-1).max(-1)
        tags = torch.stack([t[0].argmax(-1) for t in (scores.upos, scores.feats, scores.scripts)])
        return arcs, which.int(), best, tags.int()


def write_graph(parser: nn.Module, path: Path) -> None:
    """Exports the parser with its matrices in 8 bits, of which 7 are used, so that no processor's sums saturate.

    The graph is written as ONNX Runtime has optimised it for any processor, so that loading it need not do so again.
    """
    whole = path.with_suffix(".float.onnx")
    pieces = torch.stack((torch.arange(100, 109), torch.ones(9, dtype=torch.long))).int()
    words = torch.tensor([[1, 2, 3, 5, 6], [1, 2, 4, 5, 7]]).int()
    heads = torch.full((5,), -1).int()
    torch.onnx.export(
        OneSentence(parser.eval()), (pieces, words, heads), str(whole), opset_version=17, dynamo=False,
        input_names=["pieces", "words", "heads"], output_names=["arcs", "relations", "relation_scores", "tags"],
        dynamic_axes={
            "pieces": {1: "P"}, "words": {1: "W"}, "heads": {0: "W"}, "arcs": {0: "W", 1: "W1"},
            "relations": {0: "W"}, "relation_scores": {0: "W"}, "tags": {1: "W"},
        },
    )  # fmt: skip
    quantised = path.with_suffix(".plain.onnx")
    quantize_dynamic(
        whole, quantised, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "LSTM"],
    )  # fmt: skip
    settings = onnxruntime.SessionOptions()
    settings.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    settings.optimized_model_filepath = str(path)
    onnxruntime.InferenceSession(str(quantised), settings, providers=["CPUExecutionProvider"])
    for file in (whole, quantised):
        file.unlink()
