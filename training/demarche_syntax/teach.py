"""Teachers and sentences in, lessons out (lessons.pt): what the teachers think of each sentence, on the mean.

Treebank sentences keep their gold values; unlabelled ones, and those recombined from both, take the teachers' best.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from .accurate import AccurateParser
from .bundle import read_accurate
from .conllu import Sentence, read_part
from .data import Encoder, Teaching, batches, collate
from .fitting import common_arguments, seeded
from .heads import Scores, masked_arcs
from .labels import Labels
from .lemma import apply_script
from .lessons import Lesson
from .news import read_news
from .recombine import Recombiner
from .train_accurate import run_accurate
from .wordpiece import WordPieces, plain_form


@torch.no_grad()
def lessons_from(
    teachers: list[AccurateParser], encoder: Encoder, labels: Labels, sentences: list[Sentence], unlabelled: bool
) -> list[Lesson]:
    examples = [encoder.encode(sentence) for sentence in sentences]
    lessons: list[Lesson | None] = [None] * len(sentences)
    for indices in batches(examples, 1800, None):
        batch = collate(examples, indices)
        with torch.autocast("cpu", torch.bfloat16):
            opinions = [run_accurate(teacher, batch) for teacher in teachers]
        arcs = _mean([masked_arcs(scores, batch.word_mask) for scores in opinions])
        heads = arcs.argmax(-1) if unlabelled else batch.heads
        relations = _mean([scores.relations_for(heads) for scores in opinions])
        tags = _mean_tags(opinions)
        for row, index in enumerate(indices):
            count = len(sentences[index].words)
            teaching = Teaching(arcs[row, :count, : count + 1].half().numpy(), relations[row, :count].half().numpy())
            sentence = sentences[index]
            if unlabelled:
                values = [t[row, :count].tolist() for t in (heads, relations.argmax(-1), *tags)]
                if values[0].count(0) != 1:
                    continue  # no tree: the teachers are at a loss
                sentence = _labelled(sentence, labels, list(zip(*values)))
            lessons[index] = (sentence, teaching)
    return [lesson for lesson in lessons if lesson is not None]


def _mean(logits: list[torch.Tensor]) -> torch.Tensor:
    return torch.stack([each.float().softmax(-1) for each in logits]).mean(0)


def _mean_tags(opinions: list[Scores]) -> list[torch.Tensor]:
    kinds = ([getattr(scores, name) for scores in opinions] for name in ("upos", "feats", "scripts"))
    return [_mean(logits).argmax(-1) for logits in kinds]


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


def teach(options: argparse.Namespace) -> None:
    random_source = seeded(options)
    word_pieces = WordPieces.read(options.base / "vocab.txt")
    read = [read_accurate(weights, len(word_pieces.vocabulary)) for weights in options.teachers]
    teachers, labels = [parser for parser, _ in read], Labels(**read[0][1])
    encoder = Encoder(word_pieces, labels)
    train = [sentence for part in read_part(options.treebanks, "train").values() for sentence in part]
    news, more = read_news(options.news), options.recombined
    if options.small:
        train, news, more = random_source.sample(train, 300), random_source.sample(news, 100), 100
    lessons = lessons_from(teachers, encoder, labels, train, False)
    taught_news = lessons_from(teachers, encoder, labels, news, True)
    stock = [sentence for sentence, _ in lessons + taught_news]
    recombiner = Recombiner(stock, random_source)
    recombined = [recombiner.draw(_base(random_source, len(train), len(stock))) for _ in range(more)]
    taught = lessons_from(teachers, encoder, labels, recombined, True)
    torch.save({"treebank": lessons, "news": taught_news, "recombined": taught}, options.work / "lessons.pt")
    print(f"{len(lessons)} treebank, {len(taught_news)} unlabelled and {len(taught)} recombined sentences")


def _base(random_source: random.Random, treebank: int, stock: int) -> int:
    """A place in the stock; the news behind the treebanks is drawn as often as they, which are several times larger."""
    return random_source.choice((random_source.randrange(treebank), random_source.randrange(treebank, stock)))


def main() -> None:
    arguments = common_arguments(__doc__)
    arguments.add_argument("--news", type=Path, required=True, help="folder of *.jsonl with id and text")
    arguments.add_argument("--teachers", type=Path, nargs="+", required=True, help="weights of accurate parsers")
    arguments.add_argument("--recombined", type=int, default=80_000, help="how many sentences to make from the others")
    teach(arguments.parse_args())


if __name__ == "__main__":
    main()
