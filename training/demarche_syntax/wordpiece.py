"""Word forms in, word pieces and a letter-case shape out: the twin of src/syntax/wordpiece.ts.

Both follow the uncased BERT rules (lower-case, strip accents, split at punctuation, longest match first).
A word never gives more than MAX_PIECES pieces and never none.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

MAX_PIECES = 6
MAX_CHARACTERS = 100
SHAPES = ("none", "lower", "title", "upper", "letter", "mixed", "digits", "other")

_PLAIN = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u00b4": "'", "`": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2212": "-",
    }
)


def plain_form(form: str) -> str:
    """The form with typewriter quotes and hyphens, which is all that the model ever sees."""
    plain = form.translate(_PLAIN).replace("\u2026", "...")
    return '"' if plain == "''" else plain


def shape_of(form: str) -> int:
    letters = [c for c in form if c.isalpha()]
    if not letters:
        return SHAPES.index("digits" if any(c.isnumeric() for c in form) else "other")
    upper = [c != c.lower() for c in letters]
    if not any(upper):
        return SHAPES.index("lower")
    if all(upper):
        return SHAPES.index("letter" if len(letters) == 1 else "upper")
    return SHAPES.index("title" if upper[0] and not any(upper[1:]) else "mixed")


def _is_punctuation(char: str) -> bool:
    code = ord(char)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(char).startswith("P")


def _is_ideograph(char: str) -> bool:
    code = ord(char)
    return 0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F


def kept_pieces(vocabulary: list[str]) -> list[int]:
    """Indices of the pieces an English model needs: no reserved ones, no letters beyond Latin, Greek and Cyrillic."""

    def is_kept(piece: str) -> bool:
        if piece.startswith("[unused"):
            return False
        return all(not c.isalpha() or ord(c) < 0x530 or 0x1E00 <= ord(c) < 0x2000 for c in piece)

    return [index for index, piece in enumerate(vocabulary) if is_kept(piece)]


class WordPieces:
    def __init__(self, vocabulary: list[str]) -> None:
        self.vocabulary = vocabulary
        self._ids = {piece: index for index, piece in enumerate(vocabulary)}
        self.unknown = self._ids["[UNK]"]
        self.start = self._ids["[CLS]"]
        self.stop = self._ids["[SEP]"]
        self.mask = self._ids["[MASK]"]
        self.pieces = lru_cache(maxsize=None)(self._pieces)

    @classmethod
    def read(cls, path: Path) -> "WordPieces":
        return cls(path.read_text(encoding="utf-8").splitlines())

    def _pieces(self, form: str) -> tuple[int, ...]:
        pieces: list[int] = []
        for chunk in self._chunks(plain_form(form)):
            pieces.extend(self._longest_matches(chunk))
        if not pieces:
            return (self.unknown,)
        if len(pieces) > MAX_PIECES:
            return tuple(pieces[: MAX_PIECES - 1] + pieces[-1:])
        return tuple(pieces)

    def _chunks(self, form: str) -> list[str]:
        chunks: list[str] = []
        open_chunk = False
        for char in unicodedata.normalize("NFD", form.lower()):
            category = unicodedata.category(char)
            if category == "Mn":
                continue
            if char.isspace() or category.startswith("C"):
                open_chunk = False
            elif _is_punctuation(char) or _is_ideograph(char):
                chunks.append(char)
                open_chunk = False
            elif open_chunk:
                chunks[-1] += char
            else:
                chunks.append(char)
                open_chunk = True
        return chunks

    def _longest_matches(self, chunk: str) -> list[int]:
        if len(chunk) > MAX_CHARACTERS:
            return [self.unknown]
        pieces: list[int] = []
        start = 0
        while start < len(chunk):
            for end in range(len(chunk), start, -1):
                piece = self._ids.get(("##" if start else "") + chunk[start:end])
                if piece is not None:
                    pieces.append(piece)
                    start = end
                    break
            else:
                return [self.unknown]
        return pieces
