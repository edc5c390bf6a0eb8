"""Every person of a draft: the model's names mended, a second look by rules, and one list of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

import regex

from integritetskoll.text.persons.cues import announced, goodbyes, in_fields, signed
from integritetskoll.text.persons.initials import bare, dotted
from integritetskoll.text.persons.joined import joined_names
from integritetskoll.text.persons.letters import paired, rows_with_initials, signing, told
from integritetskoll.text.persons.model import model_runs
from integritetskoll.text.persons.reading import Reading
from integritetskoll.text.persons.rows import listed
from integritetskoll.text.persons.spread import again, beside, longer, lower_surname
from integritetskoll.text.persons.things import among_nouns
from integritetskoll.text.persons.tokens import MANY, MOST, PARTICLES, forms
from integritetskoll.text.persons.turned import Mention, turned
from integritetskoll.text.persons.verbs import acts
from integritetskoll.text.persons.wordlists import famous_alone, famous_by_first, words

_TOO_COMMON = frozenset({"dag", "per", "min", "liv", "stig", "vilda", "stor"})
_CLASS_AFTER = regex.compile(r" (?:i|från) [1-9] ?[a-e]\b(?! ?\d)")


@dataclass(slots=True)
class _Search:
    reading: Reading
    words: set[int] = field(default_factory=set)
    runs: set[tuple[int, int]] = field(default_factory=set)
    spans: list[Mention] = field(default_factory=list)

    def add(self, runs: Iterable[tuple[int, int]]) -> None:
        """Take runs of words whose words are not taken yet."""
        for first, last in runs:
            indices = range(first, last + 1)
            if not self.words.intersection(indices):
                self.runs.add((first, last))
                self.words.update(indices)

    def add_words(self, indices: Iterable[int]) -> None:
        """Take single words."""
        self.add((index, index) for index in indices)


def find_persons(reading: Reading) -> list[Mention]:
    """Every mention of a person in a plain text, in reading order, none over another.

    Raises TimeoutError.
    """
    search = _Search(reading)
    search.add(_famous(reading))
    places = list(goodbyes(reading.text))
    _initials(search, places)
    search.add(model_runs(reading))
    search.add_words(_second_look(reading))
    search.add_words([*signed(reading, places), *in_fields(reading), *announced(reading)])
    search.add_words(_nicknames(reading))
    search.add_words(filter(reading.borne, beside(reading, search.words)))
    search.add(run for run in listed(reading, search.words) if reading.borne(run[0]))
    search.add_words(filter(reading.borne, list(again(reading, search.words))))
    search.add_words(filter(reading.borne, beside(reading, search.words)))
    search.spans += _written_out(search)
    search.spans = list(turned(reading, search.spans))
    search.spans += _joined(search)
    return _without_overlaps(search.spans)


def _famous(reading: Reading) -> Iterator[tuple[int, int]]:
    table, alone = famous_by_first(), famous_alone()
    for index in reading.capitals:
        if index in reading.objects:
            continue
        lower = reading.words[index].lower
        if lower in alone or lower.removesuffix("s") in alone:
            yield index, index
            continue
        for parts, _ in table.get(lower, ()):
            last = index + len(parts) - 1
            if _same_words(reading, index, parts):
                yield index, last
                break


def _same_words(reading: Reading, index: int, parts: tuple[str, ...]) -> bool:
    last = index + len(parts) - 1
    if last >= len(reading.words) or last in reading.objects:
        return False
    if any(reading.gap(i) != " " for i in range(index, last)):
        return False
    if any(reading.lower(index + k) != part for k, part in enumerate(parts[:-1])):
        return False
    return parts[-1] in forms(reading.lower(last)) and (
        reading.words[last].capital or len(parts) > 2  # noqa: PLR2004
    )


def _initials(search: _Search, places: Sequence[regex.Match[str]]) -> None:
    reading = search.reading
    for (start, end), named in dotted(reading):
        search.words.update(reading.inside(start, end))
        code = "person_full_name" if named else "person_initials"
        search.spans.append(Mention(start, end, code))
    for start, end in rows_with_initials(reading):
        search.words.update(reading.inside(start, end))
        search.spans.append(Mention(start, end, "person_full_name"))
    letters = (bare(reading), told(reading), paired(reading), signing(reading, places))
    for start, end in chain.from_iterable(letters):
        inside = reading.inside(start, end)
        if not search.words.intersection(inside):
            search.words.update(inside)
            search.spans.append(Mention(start, end, "person_initials"))
    _repeated(search)


def _repeated(search: _Search) -> None:
    """Take two letters or more wherever they stand again."""
    reading = search.reading
    found = {reading.text[one.start : one.end].removesuffix(":s") for one in search.spans}
    letters = {text for text in found if text.isalpha() and len(text) > 1}
    for index in reading.capitals if letters else ():
        word = reading.words[index]
        if index not in search.words and word.text.removesuffix(":s") in letters:
            search.words.add(index)
            search.spans.append(Mention(word.start, word.end, "person_initials"))


def _second_look(reading: Reading) -> Iterator[int]:
    yield from _written_small(reading)
    for index in reading.capitals:
        if reading.surely(index):
            if not reading.words[index].shouted or _calm(reading, index):
                yield index
        elif reading.maybe(index) and reading.homograph(index, model=False):
            yield index


def _written_small(reading: Reading) -> Iterator[int]:
    """Lower-case words that are names and mean nothing else ("elsa slog alex"), in casual lines."""
    if not reading.names.found:
        return
    for index, word in enumerate(reading.words):
        if word.capital or len(word.text) < 3 or reading.nameless(word.lower):  # noqa: PLR2004
            continue
        if reading.maybe(index) and _in_class(reading, index) and reading.casual(index):
            yield index
        known = reading.names.of(word.lower)
        if known.given < (5 if known.place else 3) or known.common > (
            2 if known.given > MOST else 0
        ):
            continue
        if reading.maybe(index) or reading.never(index) or index in reading.barred:
            continue
        if known.common and among_nouns(reading, index):
            continue
        if reading.casual(index) and (not reading.refused(index) or acts(reading, index)):
            yield index


def _in_class(reading: Reading, index: int) -> bool:
    """Whether a class follows a small name that is a word as well ("gratulerar max i 3b")."""
    known = reading.known(index).given >= MANY and reading.lower(index) not in _TOO_COMMON
    return known and bool(_CLASS_AFTER.match(reading.text, reading.words[index].end))


def _calm(reading: Reading, index: int) -> bool:
    """Whether a word in capitals is a common name, not an abbreviation that somebody bears."""
    given, length = reading.known(index).given, len(reading.words[index].text)
    beside = (reading.words[i] for i in (index - 1, index + 1) if 0 <= i < len(reading.words))
    loud = any(word.shouted for word in beside)
    return given >= MANY and length > 2 and (loud or (given >= MOST and length > 3))  # noqa: PLR2004


def _nicknames(reading: Reading) -> Iterator[int]:
    doubtful = words("nicknames", "word")
    for index in reading.capitals:
        if reading.words[index].lower in doubtful and not reading.opens(index):
            yield index


def _written_out(search: _Search) -> Iterator[Mention]:
    reading = search.reading
    done: set[int] = set()
    for run in sorted(search.runs):
        if done.intersection(range(run[0], run[1] + 1)):
            continue
        (first, last), initial = longer(reading, run)
        surname = lower_surname(reading, last) if first == last else None
        last = surname or last
        done.update(range(first, last + 1))
        if initial is None and _apart(reading, first, last):
            yield from (_mention(reading, index, index) for index in range(first, last + 1))
        else:
            yield _mention(reading, first, last, initial)


def _apart(reading: Reading, first: int, last: int) -> bool:
    """Whether names stand in a row without commas ("Melker Nova Ali Stina")."""
    known = [reading.known(index) for index in range(first, last + 1)]
    return len(known) > 2 and all(k.given >= MANY and k.given >= k.surname for k in known)  # noqa: PLR2004


def _mention(reading: Reading, first: int, last: int, initial: int | None = None) -> Mention:
    start, end = reading.words[first].start, initial or reading.words[last].end
    return Mention(start, end, _code(reading, first, last, initial=initial is not None))


def _code(reading: Reading, first: int, last: int, *, initial: bool) -> str:
    names = [i for i in range(first, last + 1) if reading.lower(i) not in PARTICLES]
    if initial and len(names) == 1:
        return "person_name_initial"
    if len(names) > 1:
        return "person_full_name"
    word = reading.words[first]
    if any(form in words("nicknames") for form in forms(word.lower)):
        return "person_nickname"
    return "person_name" if word.capital else "person_lower_case"


def _joined(search: _Search) -> Iterator[Mention]:
    accepted = {
        form
        for first, last in search.runs
        for index in range(first, last + 1)
        for form in forms(search.reading.lower(index))
        if len(form) > 2  # noqa: PLR2004
    }
    for start, end in joined_names(search.reading, accepted):
        yield Mention(start, end, "person_joined")


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, m.code != "person_joined")):
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
        else:
            kept.append(mention)
    return kept
