"""Who and what an article names, and who is who."""

from __future__ import annotations

import pytest

from reportedly.lexicon.table import table
from reportedly.model import MentionKind, Part
from tests.extract.finding import mention, read, same


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Mayor Anna Kolb opened the bridge.", "Mayor Anna Kolb", "PERSON"),
        ("Police spokesman Jan Wouters declined to comment.", "Police spokesman Jan Wouters", "PERSON"),
        ("The Ministry of Fisheries denied it.", "The Ministry of Fisheries", "ORGANIZATION"),
        ("The newspaper Vestkysten reported the fire.", "Vestkysten", "OUTLET"),
        ("The daily Le Phare was silent.", "Le Phare", "OUTLET"),
        ("Radio Delta carried the interview.", "Radio Delta", "OUTLET"),
        ("The Harbour Post reported the fire.", "The Harbour Post", "OUTLET"),
        ("Many Belgians were in the crowd.", "Many Belgians", "GROUP"),
        ("The boat left Rotterdam on Monday.", "Rotterdam", "PLACE"),
        ("Residents of the street were asleep.", "Residents of the street", "PERSON"),
        ("A spokesman for the port was silent.", "A spokesman for the port", "PERSON"),
        ("His mother was at home.", "His mother", "PERSON"),
        ("Two men were seen.", "Two men", "PERSON"),
        ("The wounded were taken to Ghent.", "The wounded", "PERSON"),
        ("The crew was safe.", "The crew", "GROUP"),
        ("The company was silent.", "The company", "ORGANIZATION"),
    ],
)
def test_mention_has_its_whole_phrase_and_its_kind(text, words, kind):
    assert mention(read(text), words).kind is MentionKind(kind)


def test_relative_clause_and_apposition_stay_outside_a_mention():
    found = read("The driver of the lorry, a man of 50, who was alone, was unhurt.")
    assert [one.span.exact for one in found.mentions][:2] == ["The driver of the lorry", "a man of 50"]


def test_a_place_name_is_a_person_where_the_text_says_so_once():
    found = read("Mr Verviers spoke first. Verviers was in Ghent. Verviers left.")
    assert {one.kind for one in found.mentions if "Verviers" in one.span.exact} == {MentionKind.PERSON}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mayor Anna Kolb opened the bridge. Kolb was proud.", ("Mayor Anna Kolb", "Kolb")),
        ("Mayor Anna Kolb opened the bridge. The mayor left at noon.", ("Mayor Anna Kolb", "The mayor")),
        ("Mayor Anna Kolb opened the bridge. She was proud.", ("Mayor Anna Kolb", "She")),
        ("Luc Morel, a baker from Lille, was found. The baker was unhurt.", ("Luc Morel", "The baker")),
        ("The head of the clinic, Lena Brandt, wept.", ("The head of the clinic", "Lena Brandt")),
        ("A teacher named Lena Brandt wept. The teacher left.", ("A teacher", "The teacher")),
        ("Lena Brandt is a teacher. She wept.", ("Lena Brandt", "a teacher", "She")),
        ("The World Harbour Federation met in Oslo. The WHF was silent.", ("The World Harbour Federation", "The WHF")),
        ("The Ministry of Ports was silent. The ministry is in Oslo.", ("The Ministry of Ports", "The ministry")),
        ("Two men attacked a guard. The two men fled.", ("Two men", "The two men")),
        ("A man was hurt in Lyon. The man was released.", ("A man", "The man")),
        ("His family was stunned. Marek Nowak had left for Spain.", ("His", "Marek Nowak")),
        ("Olga Brandt met her mother in Bonn. Her mother was ill.", ("her mother", "Her mother")),
        ("Erik Dahl told Sarah Lund the news. She thanked him.", ("Erik Dahl", "him")),
        ("Erik Dahl told Sarah Lund the news. She thanked him.", ("Sarah Lund", "She")),
        ("Police searched a house. They found nothing.", ("Police", "They")),
        ("“I saw nothing,” the driver said.", ("I", "the driver")),
        ("Pavel Zhuk, a driver, was hurt. The missing trucker was found.", ("Pavel Zhuk", "The missing trucker")),
        (
            "Pavel Zhuk, a driver, was hurt. The Belarusian lorry driver wept.",
            ("Pavel Zhuk", "The Belarusian lorry driver"),
        ),
        ("Tim Kerr and Paul Kerr met in Ghent. The brothers wept.", ("Tim Kerr and Paul Kerr", "The brothers")),
        ("Tim Kerr and Anna Lund met in Ghent. The two were hurt.", ("Tim Kerr and Anna Lund", "The two")),
        ("Two men attacked a guard. The men fled.", ("Two men", "The men")),
        ("Luc Morel, 34, was hurt in Lyon. The man was alone.", ("Luc Morel", "The man")),
        ("Harbour Freight Ltd was fined. The company was silent.", ("Harbour Freight Ltd", "The company")),
        ("The dockers' union struck. The union was angry.", ("The dockers' union", "The union")),
        ("Redouane Hamdi left. Redouane was 22.", ("Redouane Hamdi", "Redouane")),
        ("The United States voted. The US was alone.", ("The United States", "The US")),
        (
            "The French Court of Audit met. The Court of Audit is old.",
            ("The French Court of Audit", "The Court of Audit"),
        ),
        ("Olga Brandt met her mother. Her mum was ill.", ("her mother", "Her mum")),
    ],
)
def test_mentions_of_one_are_tied_together(text, words):
    assert same(read(text), *words)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Pieter Claesz and his sister Johanna Claesen were arrested.", "Pieter Claesz", "Johanna Claesen"),
        ("Olga Brandt met her mother in Bonn.", "Olga Brandt", "her mother"),
        ("Olga Brandt met Jan Brandt in Bonn.", "Olga Brandt", "Jan Brandt"),
        ("A man was hurt. A woman was unharmed.", "A man", "A woman"),
        ("Lena Brandt is not a teacher.", "Lena Brandt", "a teacher"),
        ("Erik Dahl saw him in Oslo.", "Erik Dahl", "him"),
        ("The bus driver was hurt. The lorry driver fled.", "The bus driver", "The lorry driver"),
        ("Two men fled. The three men were caught.", "Two men", "The three men"),
        ("A driver was hurt. The other driver fled.", "A driver", "The other driver"),
        ("Police spokesman Jan Wouters said the man was hurt.", "Police spokesman Jan Wouters", "the man"),
        ("The Ministry of Ports was silent. The company was fined.", "The Ministry of Ports", "The company"),
        ("Oslo Freight and Bergen Lines met. The company was silent.", "Oslo Freight", "The company"),
        ("Two guards met Tim Kerr. The brothers wept.", "Two guards", "The brothers"),
        ("Some teams won. Teams from Oslo lost.", "Some teams", "Teams from Oslo"),
    ],
)
def test_two_are_never_merged(text, one, other):
    found = read(text)
    assert mention(found, one).refers_to is None or mention(found, one).refers_to != mention(found, other).refers_to


def test_title_decides_between_two_of_one_surname():
    found = read("Anna Kolb and her brother Jan Kolb met in Ghent. Mr Kolb left early. Ms Kolb stayed.")
    assert same(found, "her brother Jan Kolb", "Mr Kolb")
    assert same(found, "Anna Kolb", "Ms Kolb")


def test_surname_that_fits_two_stays_unresolved():
    found = read("Anna Kolb met Jan Kolb in Ghent. A week passed. It rained. The town slept. Kolb was silent.")
    assert mention(found, "Kolb").refers_to is None


def test_name_is_the_fullest_of_the_article():
    found = read("Kolb was proud. The mayor, Anna Kolb, opened the bridge. She left.")
    assert {mention(found, words).name for words in ("Kolb", "The mayor", "She")} == {"Anna Kolb"}


def test_two_people_become_one_mention_only_where_something_refers_to_both():
    assert same(read("A man and a woman were hurt. They were taken away."), "A man and a woman", "They")
    assert "A man and a woman" not in [one.span.exact for one in read("A man and a woman were hurt.").mentions]


def test_nobody_says_he_of_himself():
    found = read("The driver saw the guard. “He was gone,” the driver said.")
    assert same(found, "the guard", "He")


@pytest.mark.parametrize("text", ["I saw nothing.", "The driver wept. “I saw nothing.”", "He was gone."])
def test_unresolved_is_an_outcome(text):
    pronoun = next(one for one in read(text).mentions if one.span.exact in {"I", "He"})
    assert (pronoun.refers_to, pronoun.name) == (None, None)


def test_an_it_that_stands_for_nobody_is_no_mention():
    found = read("The company was silent. It seems that the boat sank.")
    assert [one.span.exact for one in found.mentions] == ["The company"]


def test_an_it_that_may_be_a_thing_is_no_mention():
    found = read("The company bought a ship. The ship sank after it hit a rock.")
    assert [one.span.exact for one in found.mentions] == ["The company"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("US President Erik Dahl left.", "US President Erik Dahl"),
        ("State Department Spokesperson Olga Brandt left.", "State Department Spokesperson Olga Brandt"),
        ("Its co-founder left.", "Its co-founder"),
    ],
)
def test_what_leads_up_to_a_name_or_a_noun_belongs_to_its_mention(text, words):
    assert mention(read(text), words).kind is MentionKind.PERSON


def test_title_refers_to_the_people_of_the_text():
    text = "Mayor Anna Kolb opened the bridge."
    found, title = read(text), read(text, title="Kolb opens bridge")
    [named] = [one for one in title.mentions if one.span.exact == "Kolb"]
    assert (named.span.part, named.name) == (Part.TITLE, "Anna Kolb")
    assert named.refers_to == mention(found, "Mayor Anna Kolb").refers_to


def test_spans_are_words_of_the_article():
    text = "Señora Núñez 👩‍⚖️ met Łukasz “Luka” Żak’s mother\u00a0in Kraków; she thanked “the judge”."
    for one in read(text).mentions:
        assert text[one.span.start : one.span.end] == one.span.exact


def test_no_finding_begins_or_ends_in_blanks():
    found = read("The  alleged\n gunman ,  Luc \n Morel , met  two \n men  and   a \t guard in  Ghent .")
    spans = [one.span for one in (*found.mentions, *found.statuses)]
    spans += [who.span for one in found.events for who in (*one.actor, *one.recipient)]
    assert spans
    assert all(span.exact == span.exact.strip() for span in spans)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "of of of"])
def test_a_text_without_words_has_no_mentions(text):
    assert read(text).mentions == []


@pytest.mark.parametrize("name", ["people", "titles", "given_names"])
def test_word_tables_have_each_word_once(name):
    listed = [row["word"] for row in table(name)]
    assert len(set(listed)) == len(listed) > 100
    assert {row["gender"] for row in table(name)} <= {"m", "f", ""}


def test_people_have_known_kinds_and_sorts():
    assert {row["kind"] for row in table("people")} <= set(MentionKind)
    assert {row["sort"] for row in table("people")} == {"kin", "role", "role of", "group", "body"}
