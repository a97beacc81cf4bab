"""Lemmas as edit scripts, so that a classifier can give the lemma of a word it never saw.

A script is "CASE CUT ADD": CASE is l (lower-case), k (keep) or t (title-case); CUT characters go from the end of the
cased form and ADD is put there. "= LEMMA" gives the lemma outright. src/syntax/lemma.ts applies the same scripts.
"""

from __future__ import annotations


def _cased(form: str, case: str) -> str:
    if case == "l":
        return form.lower()
    return form[:1].upper() + form[1:].lower() if case == "t" else form


def script_of(form: str, lemma: str) -> str:
    """The shortest script that turns form into lemma, lower-casing where it makes no difference."""
    best: tuple[int, str] | None = None
    for case in "lkt":
        cased = _cased(form, case)
        common = 0
        while common < min(len(cased), len(lemma)) and cased[common] == lemma[common]:
            common += 1
        cut, add = len(cased) - common, lemma[common:]
        if best is None or cut + len(add) < best[0]:
            best = (cut + len(add), f"{case} {cut} {add}" if common else f"= {lemma}")
    assert best is not None
    return best[1]


def apply_script(form: str, script: str) -> str | None:
    """The lemma, or None where the form is too short for the script."""
    case, rest = script.split(" ", 1)
    if case == "=":
        return rest
    cut_text, add = rest.split(" ", 1)
    cut = int(cut_text)
    cased = _cased(form, case)
    if cut > len(cased) or (cut == len(cased) and not add):
        return None
    return (cased[: len(cased) - cut] if cut else cased) + add
