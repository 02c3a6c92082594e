"""What happened, to how many, and how surely by whom: whole reports against MUC's templates.

KEY is MUC-4's development set: 1,300 reports of 1988 to 1991 on Latin America, most of them in capitals. A report in
capitals is put in lower case first, then the first letters of its sentences, of names in our own tables (countries,
their people, first names, months) and of what follows a first name or a title are made capitals again, and what stands
in square brackets stays as it is. Nothing is taken from the key for this. Marks like [TEXT] are taken out.

  class       F1 over (report, class), each class by itself and all together. A report *holds* a class by the key where
              one of its templates does: bombing, kidnapping, arson and robbery by the type; attack by the type ATTACK;
              killing where a template of any type names somebody with the effect DEATH (MUC-4 files murder under
              ATTACK). Templates that the key calls optional neither help nor harm. It holds a class by our reading
              where an event of one of CLASSES' types is told as past and not denied, in a statement with a time, a
              place, a figure or a named person, none of whose times is older than two months, and which is not about
              combatants only: MUC's guidelines leave out what is general, old, or army against army
  victims     of the key's human targets with an exact number, those that share a word with somebody to whom one of our
              harmful events was done are matched; the share of them for which one of these gives that number: the
              figure that counts them, else 1 for each singular or name
  confidence  how surely the key says an organisation did it (five classes), where we have the organisation as the
              actor of a harmful event, as accused, or as claiming; macro-F1, and that of the commonest class
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from subprocess import DEVNULL, PIPE

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from muc_key import (
    ACCUSED,
    ACCUSED_BY_AUTHORITIES,
    CLAIMED,
    CONFIDENCES,
    FACT,
    ORDER,
    POSSIBLE,
    Template,
    key,
    reports,
)

Record = Mapping[str, object]
REPORTEDLY = Path(sys.executable).parent / "reportedly"
CLASSES = {
    "killing": {"kill"},
    "bombing": {"bomb", "explode"},
    "kidnapping": {"abduct"},
    "arson": {"burn"},
    "robbery": {"rob"},
    "attack": {"attack", "kill", "shoot", "stab", "raid"},
}
HARM = frozenset().union(*CLASSES.values(), {"injure", "die", "damage", "fight"})
MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# How far before such a claim, in characters, its maker stands.
NEAR = 120
# How an organisation speaks of itself.
ITSELF = frozenset({"we", "it", "they", "our", "its", "their"})
ACCUSING = frozenset({"accuse", "suspect", "charge"})
AUTHORITIES = re.compile(
    r"\b(?:police|army|militar|government|minist|president|official|command|court|judge|attorney)", re.I
)
# MUC's guidelines: incidents of the two months before the report; none whose targets are combatants.
MONTHS = timedelta(days=60)
COMBATANTS = re.compile(
    r"\b(?:guerrilla|rebel|soldier|troop|subversive|terrorist|insurgent|extremist|combatant|criminal)", re.I
)
BATTLE = re.compile(r"\b(?:clash|combat|battle|fighting|offensive)", re.I)
HEDGED = re.compile(r"\b(?:alleg|suspect|presum|accus|blam|attribut|believ|charg)", re.I)
CLAIMING = re.compile(r"\b(?:responsib|credit)", re.I)
SMALL = frozenset({"the", "of", "a", "an", "and", "in", "de", "la", "el", "los", "las", "del", "for"})


def read(texts: Sequence[tuple[str, str]], kept: Path | None) -> dict[str, Record]:
    """What `reportedly read` finds in each report, from the file `kept` where there is one."""
    if kept is None or not kept.exists():
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, "in.jsonl")
            rows = ({"id": name, "text": text, **dated(text)} for name, text in texts)
            source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
            printed = subprocess.run(
                [REPORTEDLY, "read", source, "--format", "json"], stdout=PIPE, stderr=DEVNULL
            ).stdout
        if kept is not None:
            kept.write_bytes(printed)
    else:
        printed = kept.read_bytes()
    rows = map(json.loads, printed.decode().split("\n")[:-1])
    return {row["article"]["ref"]: row for row in rows}


def dated(text: str) -> dict[str, str]:
    """The day in a report's dateline ("San Salvador, 3 jan 90"), as when it was published; nothing without one."""
    match = re.search(r"\b(\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\d\d)\b", text[:200], re.I)
    if match is None:
        return {}
    month = 1 + MONTH_NAMES.index(match[2].lower())
    return {"published": f"19{match[3]}-{month:02}-{int(match[1]):02}"}


def held(article: Record) -> set[str]:
    """The classes that a report holds by our reading."""
    told = {event["id"]: statement for statement in reversed(article["statements"]) for event in statement["events"]}
    events = [event for event in article["events"] if happened(event) and event["id"] in told]
    types = {event["type"] for event in events if is_incident(event, told[event["id"]], article)}
    found = {name for name, kinds in CLASSES.items() if types & kinds}
    # The attack of a report on a bombing or a kidnapping is that.
    named = types & (CLASSES["attack"] - {"attack"})
    return found - {"attack"} if found & {"bombing", "kidnapping"} and not named else found


def happened(event: Record) -> bool:
    """Whether an event is told as one that happened, however surely."""
    return event["polarity"] != "negative" and event["tense"] == "past" and event["modality"] != "unknown"


def is_incident(event: Record, statement: Record, article: Record) -> bool:
    """Whether an event is one that MUC's guidelines ask for: particular, recent, not army against army."""
    people = [one for one in statement["mentions"] if one["name"] and one["kind"] == "PERSON"]
    particular = statement["times"] or statement["places"] or statement["figures"] or people
    ends = [time["end"][:10] for time in statement["times"] if time["end"]]
    day = article["article"]["published"]
    recent = not ends or day is None or max(ends) >= str(date.fromisoformat(day[:10]) - MONTHS)
    harmed = " ".join(who["text"] for who in event["recipient"])
    return (
        bool(particular)
        and recent
        and not COMBATANTS.search(harmed)
        and not BATTLE.search(statement["content"]["text"])
    )


def content(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - SMALL


def numbers(words: str, article: Record) -> list[int | None]:
    """The numbers that our harmful events give for the victims called so; empty where no event has them."""
    figures = {figure["id"]: figure for figure in article["figures"]}
    wanted, found = content(words), []
    for event in article["events"]:
        for who in event["recipient"] if event["type"] in HARM else ():
            if not wanted & content(who["text"]):
                continue
            figure = figures.get(event["count"])
            if figure is not None and figure["span"][0] < who["span"][1] and who["span"][0] < figure["span"][1]:
                found.append(figure["low"] if figure["low"] == figure["high"] else None)
            else:
                last = re.split(r" of | from | in ", who["text"])[0].split()[-1].lower()
                found.append(None if last.endswith("s") and who["text"].islower() else 1)
    return found


def confidence(names: Sequence[str], article: Record) -> str | None:
    """How surely an organisation did something harmful by our reading; None where we do not have it doing anything."""
    wanted = [content(name) for name in names]

    def is_it(text: str) -> bool:
        there = content(text)
        return any(one <= there or (len(there) > 1 and there <= one) for one in wanted if one)

    levels = []
    said_by = {e["id"]: speakers(statement) for statement in article["statements"] for e in statement["events"]}
    text_of = {e["id"]: one["content"]["text"] for one in article["statements"] for e in one["events"]}
    for event in article["events"]:
        told, text = said_by.get(event["id"], ""), text_of.get(event["id"], "")
        actors = [who["text"] for who in event["actor"]]
        if event["type"] in ACCUSING and any(is_it(who["text"]) for who in event["recipient"]):
            levels.append(ACCUSED_BY_AUTHORITIES if AUTHORITIES.search(" ".join([told, *actors])) else ACCUSED)
        elif event["type"] in HARM and is_it(told) and ITSELF & {actor.lower() for actor in actors}:  # noqa: SIM114
            levels.append(CLAIMED)
        elif is_claim(event) and within(wanted, before(event, article["text"])):
            levels.append(CLAIMED)
        elif any(map(is_it, actors)):
            levels += level(event, text, told)
    return min(levels, key=ORDER.index) if levels else None


def is_claim(event: Record) -> bool:
    """Whether somebody takes responsibility in an event ("claimed credit for the attack")."""
    claims = event["type"] in {"disclose", "concede", "agree"} and event["polarity"] != "negative"
    return claims and any(CLAIMING.search(who["text"]) for who in event["recipient"])


def before(event: Record, text: str) -> str:
    """The words before the trigger of an event."""
    start = event["trigger"]["span"][0]
    return text[max(0, start - NEAR) : start]


def within(wanted: Sequence[set[str]], text: str) -> bool:
    """Whether one of the names is in a text."""
    return any(name <= content(text) for name in wanted if name)


def speakers(statement: Record) -> str:
    """The words for those who say a statement, without the outlet."""
    return " ".join(source["text"] or "" for source in statement["sources"] if source["depth"])


def level(event: Record, text: str, told: str) -> list[str]:
    """The confidence of one event that an organisation is said to have done; empty where the event harms nobody."""
    if event["type"] not in HARM or event["polarity"] == "negative" or event["tense"] == "future":
        return []
    if event["modality"] == "certain":
        return [FACT]
    if HEDGED.search(text):
        return [ACCUSED_BY_AUTHORITIES if AUTHORITIES.search(told) else ACCUSED]
    return [POSSIBLE]


def f1(right: int, found: int, wanted: int) -> float:
    return 200 * right / max(found + wanted, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="the folder with muc/dev")
    parser.add_argument("--every", type=int, default=1, help="read every n-th report only")
    parser.add_argument("--kept", type=Path, help="a file that keeps what was read, for scoring again")
    options = parser.parse_args()
    folder = options.gold / "muc/dev"
    texts = list(reports(folder))[:: options.every]
    templates, articles = key(folder), read(texts, options.kept)
    of_class(texts, templates, articles)
    of_victims(texts, templates, articles)
    of_confidence(texts, templates, articles)


def of_class(
    texts: Sequence[tuple[str, str]], templates: Mapping[str, list[Template]], articles: Mapping[str, Record]
) -> None:
    right, found, wanted = Counter(), Counter(), Counter()
    for name, _ in texts:
        must = {kind for one in templates[name] if not one.optional for kind in one.classes}
        may = {kind for one in templates[name] if one.optional for kind in one.classes} - must
        got = held(articles[name]) - may
        right.update(got & must)
        found.update(got)
        wanted.update(must)
    for kind in CLASSES:
        r, f, w = right[kind], found[kind], wanted[kind]
        print(
            f"{kind:<11} P {100 * r / max(f, 1):6.2f}  R {100 * r / max(w, 1):6.2f}  F1 {f1(r, f, w):6.2f}   gold {w}"
        )
    print(f"class       F1 {f1(right.total(), found.total(), wanted.total()):6.2f}   {len(texts)} reports")


def of_victims(
    texts: Sequence[tuple[str, str]], templates: Mapping[str, list[Template]], articles: Mapping[str, Record]
) -> None:
    entries = [(name, number, words) for name, _ in texts for one in templates[name] for number, words in one.victims]
    given = [(number, numbers(words, articles[name])) for name, number, words in entries]
    matched = [number in got for number, got in given if got]
    print(f"victims     {100 * sum(matched) / max(len(matched), 1):6.2f}   of {len(matched)} matched of {len(entries)}")


def of_confidence(
    texts: Sequence[tuple[str, str]], templates: Mapping[str, list[Template]], articles: Mapping[str, Record]
) -> None:
    pairs = []
    for name, _ in texts:
        for names_, gold in {(tuple(names_), gold) for one in templates[name] for names_, gold in one.blamed}:
            got = confidence(names_, articles[name])
            if got is not None:
                pairs.append((gold, got))
    commonest = Counter(gold for gold, _ in pairs).most_common(1)[0][0] if pairs else ""
    for label, given in (("confidence", pairs), ("commonest", [(gold, commonest) for gold, _ in pairs])):
        each = []
        for kind in CONFIDENCES:
            r = sum(gold == got == kind for gold, got in given)
            each.append(f1(r, sum(got == kind for _, got in given), sum(gold == kind for gold, _ in given)))
        shown = "  ".join(f"{value:.1f}" for value in each)
        print(f"{label:<11} {sum(each) / len(each):6.2f}   macro-F1 of {len(given)}: {shown}")


if __name__ == "__main__":
    main()
