"""The accurate tier and sentences in, lessons for the fast tier out (lessons.pt): what the teacher thinks of each.

Treebank sentences keep their gold values; unlabelled ones take the teacher's.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from .accurate import AccurateParser
from .bundle import read_accurate
from .conllu import Sentence, read_part
from .data import Encoder, Teaching, batches, collate
from .fitting import common_arguments, seeded
from .heads import masked_arcs
from .labels import Labels
from .lemma import apply_script
from .news import read_news
from .train_accurate import run_accurate
from .wordpiece import WordPieces, plain_form

Lesson = tuple[Sentence, Teaching | None]


@torch.no_grad()
def lessons_from(
    parser: AccurateParser, encoder: Encoder, labels: Labels, sentences: list[Sentence], unlabelled: bool
) -> list[Lesson]:
    examples = [encoder.encode(sentence) for sentence in sentences]
    lessons: list[Lesson | None] = [None] * len(sentences)
    for indices in batches(examples, 1800, None):
        batch = collate(examples, indices)
        with torch.autocast("cpu", torch.bfloat16):
            scores = run_accurate(parser, batch)
        arcs = masked_arcs(scores, batch.word_mask).softmax(-1)
        heads = arcs.argmax(-1) if unlabelled else batch.heads
        relations = scores.relations_for(heads).float().softmax(-1)
        tags = [logits.argmax(-1) for logits in (scores.upos, scores.feats, scores.scripts)]
        for row, index in enumerate(indices):
            count = len(sentences[index].words)
            teaching = Teaching(
                arcs[row, :count, : count + 1].half().numpy(), relations[row, :count].half().numpy().astype(np.float16)
            )
            sentence = sentences[index]
            if unlabelled:
                values = [t[row, :count].tolist() for t in (heads, relations.argmax(-1), *tags)]
                sentence = _labelled(sentence, labels, list(zip(*values)))
            lessons[index] = (sentence, teaching)
    return [lesson for lesson in lessons if lesson is not None]


def _labelled(sentence: Sentence, labels: Labels, rows: list[tuple[int, ...]]) -> Sentence:
    words = []
    for word, (head, relation, upos, feats, script) in zip(sentence.words, rows):
        lemma = apply_script(plain_form(word.form), labels.scripts[script])
        words.append(
            replace(
                word,
                lemma=lemma or word.form.lower(),
                upos=labels.upos[upos],
                feats=labels.feats[feats],
                head=head,
                deprel=labels.relations[relation] if head else "root",
            )
        )
    return replace(sentence, words=tuple(words))


def read_lessons(path: Path) -> list[Lesson]:
    return torch.load(path, weights_only=False)


def main() -> None:
    arguments = common_arguments(__doc__)
    arguments.add_argument("--news", type=Path, required=True, help="folder of *.jsonl with id and text")
    options = arguments.parse_args()
    random_source = seeded(options)
    word_pieces = WordPieces.read(options.base / "vocab.txt")
    parser, label_lists = read_accurate(options.work / "accurate.pt", len(word_pieces.vocabulary))
    labels = Labels(**label_lists)
    encoder = Encoder(word_pieces, labels)
    train = [sentence for part in read_part(options.treebanks, "train").values() for sentence in part]
    news = read_news(options.news)
    if options.small:
        train, news = random_source.sample(train, 300), random_source.sample(news, 100)
    lessons = lessons_from(parser, encoder, labels, train, False) + lessons_from(parser, encoder, labels, news, True)
    torch.save(lessons, options.work / "lessons.pt")
    print(f"{len(train)} treebank and {len(news)} unlabelled sentences")


if __name__ == "__main__":
    main()
