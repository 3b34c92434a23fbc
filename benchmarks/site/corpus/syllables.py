"""A stock of Vietnamese syllables with a long tail, for the invented names of places, goods and brands."""

import itertools
import random
import unicodedata

ONSETS = "b c ch d đ g gi h kh l m n ng nh ph r s t th tr v x".split()
# The vowel that carries the tone stands in brackets.
OPEN = (
    "[a] [e] [ê] [i] [o] [ô] [ơ] [u] [ư] [a]i [a]o [a]u [â]u [a]y [â]y [e]o [ê]u [i]u [o]i [ô]i [ơ]i [u]i [ư]u "
    "[i]a [u]a [ư]a o[a] o[e] u[ê] i[ê]u u[ô]i ư[ơ]i ư[ơ]u o[a]i [a]m [ă]m [â]m [e]m [ê]m [i]m [o]m [ô]m [ơ]m [u]m "
    "[a]n [ă]n [â]n [e]n [ê]n [i]n [o]n [ô]n [ơ]n [u]n [a]ng [ă]ng [â]ng [e]ng [o]ng [ô]ng [u]ng [ư]ng [a]nh [ê]nh [i]nh "
    "i[ê]n i[ê]m i[ê]ng u[ô]n u[ô]ng ư[ơ]n ư[ơ]ng o[a]n o[ă]n u[â]n"
).split()
STOPPED = (
    "[a]c [ă]c [â]c [o]c [ô]c [u]c [ư]c [a]ch [ê]ch [i]ch [a]p [ă]p [â]p [e]p [ê]p [i]p [o]p [ô]p [ơ]p [u]p "
    "[a]t [ă]t [â]t [e]t [ê]t [i]t [o]t [ô]t [ơ]t [u]t [ư]t i[ê]c i[ê]t u[ô]c u[ô]t ư[ơ]c ư[ơ]t"
).split()
# None, grave, acute, hook above, tilde, dot below.
TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
STOPPED_TONES = ["\u0301", "\u0323"]


def spelled(onset: str, rhyme: str, tone: str) -> str | None:
    first = rhyme.replace("[", "")[0]
    if first in "eêi":
        onset = {"c": "k", "g": "gh", "ng": "ngh"}.get(onset, onset)
        if onset == "gi":
            return None
    if onset in ("gi", "ph", "v", "b", "m", "n", "r") and rhyme.startswith(("o[", "u[")):
        return None
    return unicodedata.normalize("NFC", onset + rhyme.replace("[", "").replace("]", tone))


def stock(random_: random.Random, size: int) -> list[str]:
    """Distinct syllables in the order of how often they should come."""
    forms = itertools.chain(itertools.product(ONSETS, OPEN, TONES), itertools.product(ONSETS, STOPPED, STOPPED_TONES))
    syllables = sorted({form for parts in forms if (form := spelled(*parts))})
    random_.shuffle(syllables)
    return syllables[:size]


class Names:
    """Draws names of two syllables by Zipf's law."""

    def __init__(self, random_: random.Random, size: int = 1_600):
        self.random = random_
        self.syllables = stock(random_, size)
        self.weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(size)))

    def draw(self) -> str:
        parts = self.random.choices(self.syllables, cum_weights=self.weights, k=2)
        return " ".join(part.capitalize() for part in parts)
