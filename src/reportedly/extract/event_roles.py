"""Who takes part in an event: read off the parse around its trigger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.extract.clauses import after, by_agent, is_passive, objects, subject
from reportedly.extract.event_concern import concerned
from reportedly.extract.event_table import rows
from reportedly.extract.event_triggers import ACTOR, INSTRUMENT, RECIPIENT, SELF, Trigger
from reportedly.extract.mention_draft import TIME_LABELS
from reportedly.extract.mention_names import common_nouns
from reportedly.extract.tree import Tree

# Nouns that may do what the event noun after them tells of ("police raid").
BODY_SORTS = frozenset({"body", "group"})
NOBODY = frozenset({"there", "what", "this", "that", "which", "who"})
SUFFERING = frozenset({"suffer", "sustain", "undergo", "face", "get"})
HARMING = frozenset({"kill", "injure", "wound", "hurt"})
DEEDS = frozenset({"shoot", "bomb", "attack", "explode", "stab", "raid", "crash", "burn", "fight", "kill"})
BY_DEED = frozenset({"kill", "injure", "attack", "shoot", "arrest", "die"})
# What is aimed at somebody with a preposition ("opened fire on", "the attack against").
AIMED = frozenset({"attack", "shoot", "bomb", "fight", "raid", "protest", "threaten", "sanction"})
WITH_MEANS = frozenset({"kill", "attack", "shoot", "stab", "injure", "bomb", "burn", "damage", "threaten", "rape"})
# Whoever plans an attack, or denies one, is its actor.
OWN_ACTS = frozenset(
    (
        "plan",
        "plot",
        "prepare",
        "attempt",
        "deny",
        "admit",
        "confess",
        "begin",
        "start",
        "resume",
        "stop",
        "renew",
        "continue",
        "complete",
        "finish",
        "end",
        "open",
        "issue",
        "announce",
        "organise",
        "organize",
        "hold",
        "lodge",
        "file",
        "repeat",
        "reiterate",
        "extend",
        "institute",
        "tighten",
        "step",
        "deliver",
        "send",
        "order",
        "express",
        "lead",
    )
)
# Verbs whose indirect object, or what follows "to", is whoever gets something ("gave the town a grant").
TRANSFERS = frozenset(
    ("give", "grant", "pay", "send", "hand", "offer", "provide", "lend", "sell", "deliver", "donate", "award", "supply",
     "contribute", "issue", "return", "extradite", "transfer")
)  # fmt: skip
TAKES_WITH = frozenset({"meet", "fight", "agree", "cooperate"})


@dataclass(slots=True, kw_only=True)
class Roles:
    """Heads of the phrases that take part in an event.

    Attributes:
        actor: Who did it.
        recipient: To whom.
        instrument: By what means.
    """

    actor: list[int] = field(default_factory=list)
    recipient: list[int] = field(default_factory=list)
    instrument: list[int] = field(default_factory=list)

    def put(self, role: str, heads: Sequence[int]) -> None:
        """Add heads to a role; "" takes none."""
        lists = {ACTOR: self.actor, RECIPIENT: self.recipient, INSTRUMENT: self.instrument}
        if role in lists:
            lists[role] += [head for head in heads if head not in lists[role]]


def roles_of(tree: Tree, trigger: Trigger) -> Roles:
    """The heads that take part in the event of a trigger, coordinated ones included."""
    roles = Roles()
    if trigger.verb:
        _of_verb(tree, trigger, roles)
    elif tree.pos[trigger.at] in {"ADJ", "VERB"}:
        _of_adjective(tree, trigger, roles)
    else:
        _of_noun(tree, trigger, roles)
    roles.put(RECIPIENT, concerned(tree, trigger, roles.recipient))
    roles.actor = _all(tree, roles.actor, trigger)
    roles.recipient = [head for head in _all(tree, roles.recipient, trigger) if head not in roles.actor]
    return roles


def _all(tree: Tree, heads: list[int], trigger: Trigger) -> list[int]:
    found = [other for head in heads for other in tree.conjuncts(head)]
    people = [i for i in dict.fromkeys(found) if tree.lower[i] not in NOBODY and tree.pos[i] not in {"VERB", "AUX"}]
    return [i for i in people if (i != trigger.at or trigger.subject == SELF) and tree.entity[i] not in TIME_LABELS]


def _of_verb(tree: Tree, trigger: Trigger, roles: Roles) -> None:
    verb = trigger.at
    agent = by_agent(tree, verb)
    who = subject(tree, verb)
    subjects = [] if who is None else [who]
    if is_passive(tree, verb):
        if trigger.object or trigger.subject == RECIPIENT:
            roles.put(RECIPIENT, subjects)
        roles.put(ACTOR, agent)
        if not agent and trigger.type in BY_DEED:
            roles.put(ACTOR, _by_deed(tree, verb))
    else:
        nominal = bool(agent) and tree.tag[verb] == "VBG" and tree.child(verb, "nsubj") is None
        roles.put(ACTOR, agent if nominal else [])
        _of_active(tree, trigger, roles, [] if nominal else subjects)
        if trigger.type == "die":
            roles.put(ACTOR, agent or _by_deed(tree, verb))
    if trigger.type in WITH_MEANS:
        roles.put(INSTRUMENT, after(tree, verb, "with"))


def _of_active(tree: Tree, trigger: Trigger, roles: Roles, subjects: list[int]) -> None:
    """Subject and object of an active verb; one that happens to its subject is done by it where it has an object."""
    done_to = objects(tree, trigger.at) if trigger.object else []
    acts = done_to or tree.child(trigger.at, "xcomp") is not None
    turned = trigger.subject == trigger.object == RECIPIENT and acts
    doers = doers_behind(tree, subjects) if trigger.type in BY_DEED else []
    roles.put(ACTOR if turned else trigger.subject, doers or subjects)
    roles.put(trigger.object, done_to)
    if tree.lemma[trigger.at] in TRANSFERS:
        roles.put(RECIPIENT, _receivers(tree, trigger.at))
    if trigger.type in TAKES_WITH:
        roles.put(RECIPIENT, after(tree, trigger.at, "with"))
    elif not roles.recipient and trigger.type in AIMED:
        roles.put(RECIPIENT, after(tree, trigger.at, "at", "on", "upon", "against", "into"))


def _receivers(tree: Tree, verb: int) -> list[int]:
    """Who gets what a verb of giving gives: its indirect object, or what follows "to"."""
    return [kid for kid in tree.children(verb, "dative") if tree.pos[kid] != "ADP"] + after(tree, verb, "to")


def _by_deed(tree: Tree, verb: int) -> list[int]:
    """Who stands in the deed that a passive names ("killed in the police raid", "hurt in firing by troops")."""
    found = []
    for deed in after(tree, verb, "in", "during"):
        if is_deed(tree, deed):
            found += by_agent(tree, deed) + _bodies_before(tree, deed)
        found += [deed for kid in tree.children(deed, "acl") if tree.tag[kid] == "VBG" and is_deed(tree, kid)]
    for preposition in tree.children(verb, "prep"):
        for deed in tree.children(preposition, "pcomp"):
            if is_deed(tree, deed):
                found += tree.children(deed, "nsubj", "compound") or by_agent(tree, deed)
    return found


def is_deed(tree: Tree, i: int) -> bool:
    """Whether a word tells of an act that does harm: "firing", "raid", but not "custody"."""
    row = rows().get(("noun", tree.lower[i])) or rows().get(("noun", tree.lemma[i]))
    return row is not None and row["type"] in DEEDS


def _bodies_before(tree: Tree, noun: int) -> list[int]:
    """The body or people before an event noun that did it ("police raid")."""
    found = []
    for kid in tree.kids[noun]:
        row = common_nouns().get(tree.lemma[kid])
        before = kid < noun and tree.dep[kid] in {"compound", "nmod", "amod"}
        if before and row is not None and row["sort"] in BODY_SORTS:
            found.append(kid)
    return found


def _of_adjective(tree: Tree, trigger: Trigger, roles: Roles) -> None:
    verb = tree.head[trigger.at] if tree.pos[trigger.at] == "ADJ" else trigger.at
    small = tree.children(trigger.at, "nsubj") if tree.pos[trigger.at] == "ADJ" else []
    own = small or (objects(tree, verb) if tree.pos[verb] == "VERB" else [])
    who = None if own or tree.pos[verb] not in {"VERB", "AUX"} else subject(tree, verb)
    roles.put(RECIPIENT, own if who is None else [who])
    left = subject(tree, verb) if own and tree.pos[verb] == "VERB" else None
    roles.put(ACTOR, [] if left is None else doers_behind(tree, [left]))


def _of_noun(tree: Tree, trigger: Trigger, roles: Roles) -> None:
    noun = trigger.at
    if trigger.subject == SELF:
        roles.put(ACTOR, [noun])
        roles.put(RECIPIENT, tree.children(noun, "poss") + after(tree, noun, "of"))
        return
    following = after(tree, noun, "of")
    # "The killing of two men by soldiers" is often parsed as two men by soldiers.
    roles.put(ACTOR, by_agent(tree, noun) or [who for head in following for who in by_agent(tree, head)])
    roles.put(ACTOR, after(tree, noun, "between"))
    owners, carried = _owners(tree, trigger), trigger.carrier is not None
    roles.put(ACTOR if following and trigger.subject == RECIPIENT else trigger.subject, owners)
    roles.put(trigger.object, following)
    if trigger.type in AIMED:
        roles.put(RECIPIENT, after(tree, noun, "on", "against", "at"))
    if trigger.type in TAKES_WITH:
        roles.put(RECIPIENT, after(tree, noun, "with"))
    if trigger.subject == ACTOR or trigger.object == RECIPIENT:
        roles.put(ACTOR, _bodies_before(tree, noun))
    if not roles.actor and carried:
        _by_carrier(tree, trigger, roles)
    elif not roles.actor and trigger.subject == ACTOR and _is_begun(tree, noun):
        who = subject(tree, tree.head[noun])
        roles.put(ACTOR, [] if who is None else [who])
    _by_effect(tree, trigger, roles)


def _is_begun(tree: Tree, noun: int) -> bool:
    """Whether an event noun is what somebody plans, begins, ends or denies: their own act."""
    return tree.dep[noun] == "dobj" and tree.lemma[tree.head[noun]] in OWN_ACTS


def _owners(tree: Tree, trigger: Trigger) -> list[int]:
    """Whose an event is said to be; of "renewed their strike" nobody, since the subject says it better."""
    owners = tree.children(trigger.at, "poss")
    own_act = trigger.carrier is not None or _is_begun(tree, trigger.at)
    if trigger.subject != ACTOR or not own_act or subject(tree, tree.head[trigger.at]) is None:
        return owners
    return [owner for owner in owners if tree.pos[owner] != "PRON"]


def _by_carrier(tree: Tree, trigger: Trigger, roles: Roles) -> None:
    """The subject of the light verb that carries the noun: it suffers what one suffers, else it acts."""
    verb = trigger.carrier
    if verb is None:
        return
    if is_passive(tree, verb):
        roles.put(ACTOR, by_agent(tree, verb))
        return
    who = subject(tree, verb)
    suffers = tree.lemma[verb] in SUFFERING
    if tree.lemma[verb] in TRANSFERS:
        roles.put(RECIPIENT, _receivers(tree, verb))
    roles.put(RECIPIENT if suffers else ACTOR, [] if who is None else [who])


def _by_effect(tree: Tree, trigger: Trigger, roles: Roles) -> None:
    """What a deed is said to do to somebody befalls its recipients ("police firing killed two")."""
    verb = tree.head[trigger.at]
    if tree.dep[trigger.at] == "nsubj" and tree.lemma[verb] in HARMING and trigger.type in DEEDS:
        roles.put(RECIPIENT, objects(tree, verb))


def doers_behind(tree: Tree, heads: list[int]) -> list[int]:
    """Actors that a deed as subject stands for: in "police firing killed two" the police."""
    found = []
    for head in heads:
        if is_deed(tree, head):
            found += _bodies_before(tree, head) + by_agent(tree, head) + tree.children(head, "poss")
    return found
