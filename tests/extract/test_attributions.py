"""Who is said to have said what."""

from __future__ import annotations

import pytest

from reportedly.lexicon.table import table
from reportedly.model import Form, SourceKind
from tests.extract.reading import attributed, chain, read


def only(text: str, **given: bool | str):
    [attribution] = attributed(text, **given)
    return attribution


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Officials said the bridge was closed.", "Officials", "said", "the bridge was closed"),
        ("The bridge was closed, officials said.", "officials", "said", "The bridge was closed"),
        ("The bridge was closed, said a spokesman.", "a spokesman", "said", "The bridge was closed"),
        ("According to the port office, two boats sank.", "the port office", "According to", "two boats sank"),
        ("Two boats sank, according to the port office.", "the port office", "according to", "Two boats sank"),
        ("As the mayor put it, the town is broke.", "the mayor", "put", "the town is broke"),
        ("The union put the toll at more than 40.", "The union", "put", "the toll at more than 40"),
        ("The army denied shelling the village.", "The army", "denied", "shelling the village"),
        ("The minister promised to resign.", "The minister", "promised", "to resign"),
        ("Guards ordered residents to leave.", "Guards", "ordered", "residents to leave"),
        ("Relatives had no idea where he was.", "Relatives", "had no idea", "where he was"),
        ("Doctors were confident that he would live.", "Doctors", "confident", "that he would live"),
        (
            "A survey by two schools found that wells were dry.",
            "A survey by two schools",
            "found",
            "that wells were dry",
        ),
        ("Critics called the law “a gift to polluters.”", "Critics", "called", "the law “a gift to polluters.”"),
        ("She asked whether the road was open.", "She", "asked", "whether the road was open"),
        ("Divers ruled out a collision.", "Divers", "ruled out", "a collision"),
    ],
)
def test_source_cue_and_content_are_the_words_of_the_text(text, source, cue, content):
    attribution = only(text)
    assert attribution.sources[-1].span.exact == source
    assert attribution.cue.exact == cue
    assert attribution.content.exact.rstrip("”") == content.rstrip("”")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Jana Kessler, who runs the ferry, said the bridge was safe.", "Jana Kessler"),
        ("The clerk, found at home by a reporter, denied the charge.", "The clerk"),
        ("Jana Kessler, a nurse at the clinic, said the bridge was safe.", "Jana Kessler, a nurse at the clinic"),
        ("A man who had seen the fire said two boats sank.", "A man who had seen the fire"),
    ],
)
def test_a_clause_that_a_comma_sets_off_is_no_part_of_the_source(text, source):
    assert attributed(text)[0].sources[-1].span.exact == source


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "“The bridge is safe,” Kessler said. “We checked it twice.”",
            ["“The bridge is safe,”", "“We checked it twice.”"],
        ),
        ('"The bridge," Kessler said, "is safe."', ['"The bridge,"', '"is safe."']),
        ("Jana Kessler told reporters: “The bridge is safe.”", ["“The bridge is safe.”"]),
        ("“It was dark.\n\n“Then we heard a shot,” said Luka Babic.", ["“It was dark.", "“Then we heard a shot,”"]),
        ("‘The bridge is safe,’ Kessler said.", ["‘The bridge is safe,’"]),
        ("'The bridge is safe,' Kessler said.", ["'The bridge is safe,'"]),
        ("“Where are they?” asked Petra Novak.", ["“Where are they?”"]),
    ],
)
def test_direct_quote_keeps_its_marks_and_its_pieces(text, pieces):
    attribution = only(text)
    assert attribution.form is Form.DIRECT
    assert [part.exact for part in attribution.parts] == pieces
    assert attribution.content.start == attribution.parts[0].start
    assert attribution.content.end == attribution.parts[-1].end


def test_apostrophes_are_no_quotation():
    assert attributed("The miners' union met in Lodz, and the owners' men didn't come.") == []


def test_free_standing_quote_is_held_to_be_its_neighbours():
    attribution = only("Luka Babic was waiting at the pier. “I saw the smoke.”")
    assert attribution.cue is None
    assert attribution.sources[-1].name == "Luka Babic"


def test_quote_inside_reported_words_makes_them_mixed():
    assert only("The governor said the vote was “a sham” and void.").form is Form.MIXED


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jana Kessler said the bridge was closed.", SourceKind.NAMED),
        ("The mayor of Pirna, Jana Kessler, said the bridge was closed.", SourceKind.NAMED),
        ("One friend said the bridge was closed.", SourceKind.UNNAMED),
        ("Security sources said the bridge was closed.", SourceKind.UNNAMED),
        ("A hospital source said the bridge was closed.", SourceKind.UNNAMED),
        ("His mother said the bridge was closed.", SourceKind.UNNAMED),
        ("Two officials said the bridge was closed.", SourceKind.UNNAMED),
        ("Residents said the bridge was closed.", SourceKind.COLLECTIVE),
        ("Officials said the bridge was closed.", SourceKind.COLLECTIVE),
        ("Belgian media said the bridge was closed.", SourceKind.COLLECTIVE),
        ("Reuters said the bridge was closed.", SourceKind.OUTLET),
        ("The newspaper Port Herald said the bridge was closed.", SourceKind.OUTLET),
        ("A study by the Adria Institute found the bridge was unsafe.", SourceKind.DOCUMENT),
        ("A court file said the bridge was closed.", SourceKind.DOCUMENT),
    ],
)
def test_kind_of_a_source(text, kind):
    assert only(text).sources[-1].kind is kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A neighbour told the Coastal Courier that they had left.", [(1, "Coastal Courier"), (2, "A neighbour")]),
        ("A neighbour told the Harbour Post that they had left.", [(1, "A neighbour")]),
        ("Analysts warned in the Baltic Review that “it could return.”", [(1, "Baltic Review"), (2, "Analysts")]),
        ("Ivan Petrov and Maria Lang said the talks had failed.", [(1, "Ivan Petrov"), (1, "Maria Lang")]),
        ("Doctors and nurses said the wards were full.", [(1, "Doctors and nurses")]),
    ],
)
def test_chain_runs_from_the_outlet_to_the_origin(text, expected):
    attribution = only(text)
    assert (attribution.sources[0].depth, attribution.sources[0].name) == (0, "Harbour Post")
    assert chain(attribution) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The dam has burst, Radio Zadar reported, citing guards.",
        "Radio Zadar, citing guards, reported that the dam has burst.",
        "Radio Zadar reported on Monday, quoting guards, that the dam has burst.",
        "The dam has burst, Radio Zadar said, quoting guards.",
    ],
)
def test_whoever_is_cited_stands_below_whoever_cites(text):
    outer, inner = sorted(attributed(text), key=lambda each: len(each.sources))
    assert chain(outer) == [(1, "Radio Zadar")]
    assert chain(inner) == [(1, "Radio Zadar"), (2, "guards")]
    assert (inner.within, inner.parts) == (outer.id, outer.parts)


def test_attributions_nest():
    outer, inner = attributed("Maja Horvat said her brother told her that the guards had opened fire.")
    assert inner.within == outer.id
    assert chain(inner) == [(1, "Maja Horvat"), (2, "her brother")]


def test_own_fear_is_no_further_link():
    _, inner = attributed("Anna Weiss said she feared that her son was dead.")
    assert chain(inner) == [(1, "Anna Weiss")]
    assert inner.sources[-1].stance == "fears"


def test_i_think_in_a_quote_is_no_further_link():
    assert len(attributed("“I think the plan is dead,” Weiss said.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It was reported that three miners had died.",
        "The ferry reportedly sank off Hvar.",
        "Three men are believed to have crossed the border.",
        "It is alleged that the guards slept.",
    ],
)
def test_speaker_left_out_has_no_words(text):
    source = only(text).sources[-1]
    assert (source.depth, source.span, source.kind) == (1, None, SourceKind.UNNAMED)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army denied that a village was shelled.", "denies"),
        ("Police did not say how many were held.", "silent"),
        ("Guards do not believe that he fled.", "disbelieves"),
        ("The clinic does not know whether he lived.", "unaware"),
        ("The mayor suggested that the road was closed.", "suggests"),
        ("The mayor did not deny that the road was closed.", "silent"),
        ("The mayor neither confirmed nor denied that the road was closed.", "silent"),
        ("The mayor withdrew his claim that the road was closed.", "denies"),
    ],
)
def test_stance_of_the_speaker(text, stance):
    assert only(text).sources[-1].stance == stance


def test_pronoun_keeps_its_words_and_gets_the_name():
    [_, second] = attributed("Jana Kessler said the bridge was closed. She added that it was old.")
    assert second.sources[-1].span.exact == "She"
    assert second.sources[-1].name == "Jana Kessler"


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left Split at noon.",
        "Rescuers found the boat near Vis.",
        "The crowd wants bread.",
        "He was arrested, highlighting the danger at the border.",
        "The council may discuss the fare next week.",
    ],
)
def test_plain_telling_attributes_nothing_that_is_said(text):
    assert [a for a in attributed(text) if a.sources[-1].stance not in {"wants", "plans"}] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The file quotes a guard as saying that boats burned.", [(1, "The file"), (2, "a guard")]),
        ("“It was empty,” the guard was quoted as saying.", [(1, "somebody"), (2, "the guard")]),
    ],
)
def test_whoever_is_quoted_stands_below_whoever_quotes(text, expected):
    assert chain(only(text)) == expected


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Boxes went to a clinic in Lodz, a source close to the inquiry said.", "a source", "Boxes went"),
        ("They sank 20 miles east of Vis, the harbour master, Ana Gul, told a hearing.", "the harbour master", "They"),
        ("Up to 15 boats were unaccounted for, said a guard at the scene.", "a guard", "Up to 15 boats"),
    ],
)
def test_speaker_whom_the_parse_takes_into_the_clause_before(text, speaker, content):
    attribution = only(text)
    assert attribution.sources[-1].span.exact.startswith(speaker)
    assert attribution.content.exact.startswith(content)
    assert attribution.content.end <= attribution.sources[-1].span.start


def test_according_to_at_the_end_is_said_of_the_telling():
    [outer, inner] = attributed("He told them that he had left his cab before the fire, according to an officer.")
    assert chain(outer) == [(1, "an officer")]
    assert [depth for depth, _ in chain(inner)] == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has said what sank the ferry.",
        "It is not known what sank the ferry.",
        "They marched to demand that the port publish the letter.",
        "Work has stopped until somebody tells us what was in there.",
        "It was too early to say whether the ferry could be raised.",
    ],
)
def test_what_nobody_has_said_is_attributed_to_nobody(text):
    assert attributed(text) == []


def test_dateline_is_no_speaker_and_no_content():
    attribution = only("Oslo (Tarn Wire) - Two ferries sank off Bergen, officials said.")
    assert attribution.content.exact == "Two ferries sank off Bergen"


@pytest.mark.parametrize("verb", ["asked", "told", "warned", "ordered", "urged"])
def test_infinitive_with_its_object_is_an_order(verb):
    assert only(f"Guards {verb} residents to leave.").sources[-1].stance in {"urges", "orders"}


def test_headline_that_ends_with_its_speaker():
    attribution = only("Bridge is safe for lorries: mayor", title=True)
    assert (attribution.sources[-1].span.exact, attribution.content.exact) == ("mayor", "Bridge is safe for lorries")


def test_headline_with_a_speaker_and_a_colon():
    attribution = only("Mayor: Bridge is safe for lorries", title=True)
    assert (attribution.sources[-1].span.exact, attribution.content.exact) == ("Mayor", "Bridge is safe for lorries")
    assert attribution.content.part == "title"


def test_ids_are_the_same_at_every_reading():
    text = "“The bridge is safe,” Kessler said. Officials denied that it had moved."
    first = [attribution.id for attribution in attributed(text)]
    read.cache_clear()
    assert [attribution.id for attribution in attributed(text)] == first
    assert len(set(first)) == len(first)


@pytest.mark.parametrize("name", ["cues", "stances", "hedges", "speakers", "outlets"])
def test_word_tables_are_whole_and_without_doubles(name):
    rows = table(name)
    keys = [tuple(row.values())[:2] for row in rows]
    assert len(set(keys)) == len(keys)
    assert all(all(row[column] for column in ("language", "source", "licence")) for row in rows)


def test_every_cue_has_a_stance_that_is_explained():
    known = {row["stance"] for row in table("stances")}
    assert {row["stance"] for row in table("cues")} <= known


def test_there_are_many_verbs():
    assert sum(row["pos"] == "verb" for row in table("cues")) >= 250


def test_a_hedge_without_a_speaker_is_kept_inside_a_quotation():
    attribution = attributed("“He is alleged to have lied,” Jana Kessler said.")[-1]
    assert [(source.name, source.stance) for source in attribution.sources[1:]] == [
        ("Jana Kessler", "says"),
        ("somebody", "claims"),
    ]


def test_who_says_that_he_knows_adds_no_link_and_who_says_that_he_fears_does():
    assert len(attributed("Jana Kessler said she knew that the bridge was closed.")) == 1
    [_, inner] = attributed("Jana Kessler said she feared that the bridge was closed.")
    assert inner.sources[-1].stance == "fears"


@pytest.mark.parametrize("verb", ["hoped", "hopes"])
def test_verbs_whose_lemma_the_language_model_gets_wrong_are_cues(verb):
    assert only(f"The mayor {verb} that the bridge would open.").sources[-1].stance == "hopes"
