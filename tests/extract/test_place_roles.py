"""What a place is to its sentence, and how precisely it is told where something happened."""

from __future__ import annotations

import pytest

from tests.extract.finding import read
from tests.extract.test_places import find, only


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("Two farmers were shot dead north of Homs.", "Homs", 2),
        ("A lorry blew up 20 kilometres from Kirkuk.", "Kirkuk", 2),
        ("A mine went off in the vicinity of Kherson.", "Kherson", 2),
        ("Guards closed the Torkham crossing on Friday.", "Torkham", 2),
        ("Shells fell on the Idlib countryside.", "Idlib", 5),
        ("Rebels left the western Aleppo countryside.", "Aleppo", 5),
        ("Nine people died in Hama and Homs provinces.", "Hama", 4),
        ("Nine people died in Hama and Homs provinces.", "Homs", 4),
        ("The Donetsk and Luhansk regions were shelled.", "Donetsk", 4),
        ("Floods hit the province of Anbar.", "Anbar", 4),
        ("Floods spread over New England.", "New England", 5),
        ("Clashes went on in Darfur.", "Darfur", 5),
        ("Clashes went on in the West Bank.", "West Bank", 4),
        ("A dinghy sank off the coast of Libya.", "Libya", 7),
        ("A dinghy sank off Lampedusa.", "Lampedusa", 7),
        ("The boat capsized off Lampedusa after it left Sfax.", "Lampedusa", 7),
        ("Villages on the coast of Libya were flooded.", "Libya", 5),
        ("A dinghy sank in the Gulf of Finland.", "Gulf of Finland", 7),
    ],
)
def test_words_around_a_name_make_it_vaguer_never_sharper(text: str, words: str, precision: int) -> None:
    assert only(text, words).precision == precision


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("She was deported from Germany to Morocco.", "Germany", "from"),
        ("She was deported from Germany to Morocco.", "Morocco", "to"),
        ("Families were evacuated from Madaya to Idlib.", "Madaya", "from"),
        ("Families were evacuated from Madaya to Idlib.", "Idlib", "to"),
        ("They travelled via Turkey to Syria.", "Turkey", "mentioned"),
        ("They travelled via Turkey to Syria.", "Syria", "to"),
        ("Four brothers fled Mosul.", "Mosul", "from"),
        ("She went back to Tunisia.", "Tunisia", "to"),
        ("He returned home to Leeds in June.", "Leeds", "to"),
        ("Troops pulled out of Kherson.", "Kherson", "from"),
        ("The ship sailed from Odesa, bound for Lebanon.", "Odesa", "from"),
        ("The ship sailed from Odesa, bound for Lebanon.", "Lebanon", "to"),
        ("The engineer was extradited to France.", "France", "to"),
        ("Forces entered Sinjar and Mosul.", "Mosul", "to"),
    ],
)
def test_who_moves_moves_from_one_place_to_another(text: str, words: str, role: str) -> None:
    assert only(text, words).role == role


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Idlib countryside was shelled overnight.", "Idlib"),
        ("Kherson came under fire on Sunday.", "Kherson"),
        ("The siege of Homs went on.", "Homs"),
        ("The Ghent fire left two dead.", "Ghent"),
        ("A convoy was ambushed 12 kilometres north of Aleppo.", "Aleppo"),
        ("Bombs fell on Damascus.", "Damascus"),
        ("The attack, which Islamabad condemned, took place in Quetta.", "Quetta"),
    ],
)
def test_where_something_happened(text: str, words: str) -> None:
    assert only(text, words).role == "at"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Washington said it would send no troops to Niamey.", "Washington"),
        ("Talks between Tehran and Riyadh were held in Muscat.", "Tehran"),
        ("Talks between Tehran and Riyadh were held in Muscat.", "Riyadh"),
        ("Lawmakers called for more pressure on Ankara.", "Ankara"),
        ("New sanctions on Moscow took effect on Friday.", "Moscow"),
        ("The attack, which Islamabad condemned, took place in Quetta.", "Islamabad"),
        ("A spokesman for Brussels said the deal was off.", "Brussels"),
        ("A US raid killed two men in Sabha.", "US"),
    ],
)
def test_a_government_is_not_where_it_happened(text: str, words: str) -> None:
    assert only(text, words).role == "mentioned"


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Protesters marched through Simferopol, in Crimea.", "Crimea", "Russia"),
        ("Protesters marched through Sevastopol.", "Sevastopol", "Russia"),
        ("Two men were arrested in Nablus.", "Nablus", "statehood"),
        ("A bus burned in Jerusalem.", "Jerusalem", "contested"),
        ("A storm hit Taiwan.", "Taiwan", "China"),
    ],
)
def test_a_contested_place_says_so(text: str, words: str, told: str) -> None:
    place = only(text, words)
    assert place.country is not None
    assert place.note is not None
    assert told in place.note


def test_a_place_that_nobody_contests_says_nothing() -> None:
    assert [place.note for place in find("Two men were arrested in Verviers, Belgium.")] == [None, None]


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Washington said a raid in Sabha killed two men.", "raid", "Sabha"),
        ("CAIRO (AP) - Gunmen killed nine people in Benghazi on Friday.", "killed", "Benghazi"),
        ("Kyiv accused Moscow of shelling Kherson.", "shelling", "Kherson"),
        ("Damascus bombed Douma on Monday.", "bombed", "Douma"),
        ("A US raid killed two men in Sabha.", "killed", "Sabha"),
        ("Ankara arrested 20 officers.", "arrested", None),
        ("Sanctions on Tehran were agreed in Brussels.", "agreed", "Brussels"),
        ("A bomb exploded north of Homs.", "exploded", "Homs"),
    ],
)
def test_the_place_of_an_event_is_no_government_and_no_dateline(text: str, trigger: str, place: str | None) -> None:
    found = read(text)
    words = {each.id: each.span.exact for each in found.places}
    [event] = [each for each in found.events if each.trigger.exact == trigger]
    assert (None if event.place is None else words[event.place]) == place
