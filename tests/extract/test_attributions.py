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
        ("As far as the mayor is concerned, the ferry is safe.", "the mayor", "is concerned", "the ferry is safe"),
        ("To hear the captain tell it, the sea was calm.", "the captain", "tell it", "the sea was calm"),
        ("In Kessler's view, the road is safe.", "Kessler", "view", "the road is safe"),
        ("By the captain's account, the crew slept.", "the captain", "account", "the crew slept"),
        ("The council is of the opinion that the road is safe.", "The council", "opinion", "that the road is safe"),
        ("Her plan is to sell the mill.", "Her", "plan", "to sell the mill"),
        ("The allegations, which Kessler denies, are old.", "Kessler", "denies", "The allegations"),
        ("The shelling came from the north, a claim residents denied.", "residents", "denied", "a claim"),
        (
            "The captain, the sister said, had threatened her.",
            "the sister",
            "said",
            "The captain, the sister said, had threatened her",
        ),
        ("A guard, who had seen it, said the gate was shut.", "A guard", "said", "the gate was shut"),
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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Asked why the ferry sank, the captain left.", ["somebody"]),
        ("Jana Kessler faces allegations that she forged the papers.", ["somebody"]),
        ("Jana Kessler dismissed the mayor's claim that the road was closed.", ["Jana Kessler", "the mayor"]),
    ],
)
def test_whoever_is_asked_or_accused_is_not_the_source(text, names):
    assert [attribution.sources[-1].name for attribution in attributed(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Neither Jana Kessler nor Luka Babic said who had left.", ["Jana Kessler", "Luka Babic"]),
        ("Both Jana Kessler and Luka Babic said the road was closed.", ["Jana Kessler", "Luka Babic"]),
    ],
)
def test_words_that_join_speakers_are_no_part_of_them(text, names):
    assert [source.span.exact for source in only(text).sources[1:]] == names


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Jana Kessler, 43, said the road was closed.", "Jana Kessler", None),
        ("Mr Kessler said the road was closed.", "Kessler", None),
        ("Mayor Jana Kessler said the road was closed.", "Jana Kessler", "Mayor"),
        ("Jana Kessler, 43, a nurse in Pirna, said the road was closed.", "Jana Kessler", "a nurse in Pirna"),
        ("The mayor of Pirna, Jana Kessler, said the road was closed.", "Jana Kessler", "The mayor of Pirna"),
        ("Jana Kessler, who runs a mill, said the road was closed.", "Jana Kessler", None),
    ],
)
def test_role_is_what_stands_beside_the_name(text, name, role):
    source = only(text).sources[-1]
    assert (source.name, source.role) == (name, role)


def test_office_stands_for_the_one_who_is_named_with_it():
    source = only("Mayor Jana Kessler left Pirna. The mayor said the road was closed.").sources[-1]
    assert (source.span.exact, source.name, source.kind) == ("The mayor", "Jana Kessler", SourceKind.NAMED)


def test_it_is_no_person_and_she_is_no_body():
    text = "Jana Kessler said the road was closed. The ministry said it was open. She said that was a lie."
    assert [attribution.sources[-1].name for attribution in attributed(text)][-1] == "Jana Kessler"


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
        ("Local radio said the bridge was closed.", SourceKind.OUTLET),
        ("The transport ministry said the bridge was closed.", SourceKind.NAMED),
        ("A court in Pirna said the bridge was closed.", SourceKind.UNNAMED),
        ("The mayor said the bridge was closed.", SourceKind.NAMED),
        ("A mayor said the bridge was closed.", SourceKind.UNNAMED),
        ("The driver said the bridge was closed.", SourceKind.UNNAMED),
        ("Mayors said the bridge was closed.", SourceKind.COLLECTIVE),
        ("The logbook showed that the bridge was closed.", SourceKind.DOCUMENT),
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
        ("A neighbour told local radio that they had left.", [(1, "local radio"), (2, "A neighbour")]),
        ("A neighbour told this newspaper that they had left.", [(1, "A neighbour")]),
        ("A neighbour told the Post that they had left.", [(1, "A neighbour")]),
        ("Luka Babic was quoted by Radio Zadar as saying they left.", [(1, "Radio Zadar"), (2, "Luka Babic")]),
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
        ("Neither Jana Kessler nor the port office confirmed that the road was closed.", "silent"),
        ("Neither the guards nor the mayor would say who had left.", "silent"),
        ("The mayor stopped short of saying that the road was closed.", "silent"),
        ("The mayor no longer claims that the road was closed.", "silent"),
        ("The mayor declined to confirm that the road was closed.", "silent"),
        ("The mayor declined to say whether the road was closed.", "silent"),
        ("The mayor did not rule out that the road was closed.", "silent"),
        ("The mayor asked why the road was closed.", "asks"),
        ("The mayor asked for water.", "requests"),
        ("The mayor called the road a ruin.", "describes"),
        ("The mayor called for a new road.", "demands"),
        ("The mayor swore that the road was closed.", "insists"),
        ("The mayor swore to return.", "promises"),
        ("The mayor suggested selling the mill.", "proposes"),
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
        "The mayor declined to comment.",
        "Lamps were lit in order to keep the road open.",
        "It is a road that needs repair.",
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
    assert only(f"Guards {verb} residents to leave.").sources[-1].stance in {"urges", "orders", "requests"}


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


@pytest.mark.parametrize("name", ["stances", "hedges", "speakers", "outlets"])
def test_word_tables_are_whole_and_without_doubles(name):
    rows = table(name)
    keys = [tuple(row.values())[:2] for row in rows]
    assert len(set(keys)) == len(keys)
    assert all(all(row[column] for column in ("language", "source", "licence")) for row in rows)


CUES = [row for row in table("cues") if row["language"] == "en"]
# What may stand between the verb of a phrase and its last word, and is looked for.
LINKS = frozenset({"into", "to", "on", "of"})
SHAPES = frozenset("tqwiongcs")


def test_every_sense_of_a_word_is_told_by_frames_of_its_own():
    taken = [(row["lemma"], row["pos"], frame) for row in CUES for frame in row["frames"].split()]
    assert [each for each in taken if taken.count(each) > 1] == []
    senses = [(row["lemma"], row["pos"], row["stance"]) for row in CUES]
    assert len(set(senses)) == len(senses)


@pytest.mark.parametrize(
    ("column", "known"),
    [
        ("stance", {row["stance"] for row in table("stances")}),
        ("subject", {"person", "any"}),
        (
            "pos",
            {"verb", "noun", "adjective", "adverb", "preposition", "phrase", "construction"}
            | {"retraction", "withholding", "placing", "light", "reasoning"},
        ),
    ],
)
def test_every_word_of_attribution_has_a_meaning_that_is_explained(column, known):
    assert {row[column] for row in CUES} <= known


def test_frames_and_marks_of_words_of_attribution_are_those_that_are_explained():
    letters = {frame for row in CUES for frame in row["frames"].split() if len(frame) == 1}
    assert letters <= SHAPES
    assert {mark for row in CUES for mark in row["marks"].split()} == {"-", "hearer", "raised", "quotes"}


def test_no_phrase_is_longer_than_what_is_looked_for():
    rests = [row["lemma"].split()[1:] for row in CUES if row["pos"] == "phrase"]
    assert [rest for rest in rests if len(rest) > 2 or (len(rest) == 2 and rest[0] not in LINKS)] == []


@pytest.mark.parametrize(("pos", "least"), [("verb", 550), ("noun", 250), ("adjective", 150), ("phrase", 250)])
def test_there_are_many_words_of_attribution(pos, least):
    assert len({row["lemma"] for row in CUES if row["pos"] == pos}) >= least


def test_every_stance_has_a_plainer_word_that_is_a_stance():
    known = {row["stance"] for row in table("stances")}
    groups = {row["group"] for row in table("stances")}
    assert groups <= known
    assert len(groups) == 20


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
