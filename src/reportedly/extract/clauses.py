"""Who does what to whom in the parse: subjects and objects through passives, relatives, participles and control."""

from __future__ import annotations

from reportedly.extract.tree import Tree

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
# What a clause without a subject of its own shares its subject with: the clause it hangs from.
SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
# Verbs whose object is the subject of the infinitive that follows ("told her to leave").
NO_OBJECT_CONTROL = frozenset({"promise", "threaten"})
# Adjectives whose infinitive is the subject's own act ("is ready to withdraw").
OF_THE_SUBJECT = frozenset(
    (
        "willing",
        "unwilling",
        "ready",
        "able",
        "unable",
        "likely",
        "unlikely",
        "set",
        "due",
        "eager",
        "keen",
        "certain",
        "sure",
        "reluctant",
        "free",
        "bound",
        "prepared",
        "afraid",
        "determined",
        "anxious",
        "hesitant",
        "poised",
    )
)
DEEPEST = 8


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is passive: with "be" or "get", or a bare past participle that describes a noun."""
    if any(tree.dep[kid] in {"auxpass", "nsubjpass"} for kid in tree.kids[verb]):
        return True
    if tree.tag[verb] != "VBN" or any(tree.dep[kid] in {"aux", "nsubj"} for kid in tree.kids[verb]):
        return False
    if tree.child(verb, "dobj") is not None:
        return False
    if tree.dep[verb] == "conj" and tree.child(verb, "nsubj") is None:
        return tree.pos[tree.head[verb]] in {"VERB", "AUX"} and is_passive(tree, tree.head[verb])
    return tree.dep[verb] in {"acl", "advcl", "relcl", "ROOT", "amod", "ccomp", "xcomp", "oprd", "dep"}


def subject(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """Head of the subject of a verb, shared or relative ones too; None where there is none."""
    dep, head = tree.dep[verb], tree.head[verb]
    # Of two, the nearer: a dateline ("OSLO (Tarn) — Two men were hurt") is often parsed as a first subject.
    every = tree.children(verb, *SUBJECTS)
    own = max((kid for kid in every if kid < verb), default=every[0] if every else None)
    if own is not None:
        relative = tree.lower[own] in RELATIVE and dep in {"relcl", "ccomp"}
        return head if relative and tree.pos[head] in NOMINAL else own
    behind_date = subject_behind_date(tree, verb)
    if behind_date is not None or depth > DEEPEST or head == verb:
        return behind_date
    if dep in {"acl", "relcl", "amod"}:
        return head
    return _shared(tree, verb, depth)


def subject_behind_date(tree: Tree, verb: int) -> int | None:
    """The subject in "On Friday gunmen attacked", where the parse reads "Friday gunmen" as one; None elsewhere."""
    for kid in tree.kids[verb]:
        if kid < verb and tree.dep[kid] == "prep" and tree.lower[kid] == "on":
            for noun in tree.children(kid, "pobj"):
                if noun == verb - 1 and any(tree.entity[k] == "DATE" for k in tree.children(noun, "compound", "nmod")):
                    return noun
    return None


def _shared(tree: Tree, verb: int, depth: int) -> int | None:
    """The subject that a verb without its own has from the clause above, or the object there that controls it."""
    dep, head = tree.dep[verb], tree.head[verb]
    if dep == "pcomp" and tree.dep[head] == "prep":
        head = tree.head[head]
    if dep == "xcomp" and tree.dep[head] == "acomp" and tree.lemma[head] in OF_THE_SUBJECT:
        return subject(tree, tree.head[head], depth + 1)
    if dep not in SHARING or tree.pos[head] not in {"VERB", "AUX"}:
        return None
    if dep in {"xcomp", "ccomp"} and tree.lemma[head] not in NO_OBJECT_CONTROL:
        controlling = tree.child(head, "dobj", "dative")
        if controlling is not None and controlling < verb:
            return controlling
    if dep == "ccomp" and tree.tag[verb] not in {"VB", "VBG"}:
        return None
    if dep == "conj":
        reported = _reported_before(tree, verb)
        if reported is not None:
            return subject(tree, reported, depth + 1)
    return subject(tree, head, depth + 1)


def _reported_before(tree: Tree, verb: int) -> int | None:
    """The clause that a coordinated one goes on with, not the verb of saying that the parse hangs it from.

    "The mayor said the man had fled and had been caught": both have the same auxiliary, and "said" has none.
    """
    head = tree.head[verb]
    own = {tree.lemma[kid] for kid in tree.kids[verb] if tree.dep[kid] in {"aux", "auxpass"}}
    if not own or tree.children(head, "aux", "auxpass"):
        return None
    for clause in tree.children(head, "ccomp"):
        same = own & {tree.lemma[kid] for kid in tree.kids[clause] if tree.dep[kid] in {"aux", "auxpass"}}
        if head < clause < verb and same:
            return clause
    return None


def objects(tree: Tree, verb: int) -> list[int]:
    """Heads of the direct objects of a verb, a relative pronoun's noun among them; in order."""
    # "Whom" is an object, though it is parsed as a subject at times.
    found = [kid for kid in tree.kids[verb] if tree.dep[kid] == "dobj" or tree.lower[kid] == "whom"]
    if not found and tree.lemma[verb] == "let":
        found = [kid for clause in tree.children(verb, "ccomp") for kid in tree.children(clause, "nsubj")]
    return [tree.head[verb] if tree.lower[kid] in RELATIVE and tree.dep[verb] == "relcl" else kid for kid in found]


def by_agent(tree: Tree, i: int) -> list[int]:
    """Heads of what follows "by", or "at the hands of", after a passive verb or an event noun."""
    found = []
    for kid in tree.kids[i]:
        if tree.dep[kid] == "agent" or (tree.dep[kid] == "prep" and tree.lower[kid] == "by"):
            found += tree.children(kid, "pobj")
        elif tree.dep[kid] == "prep" and tree.lower[kid] == "at":
            hands = [hand for hand in tree.children(kid, "pobj") if tree.lower[hand] == "hands"]
            found += [who for hand in hands for of in tree.children(hand, "prep") for who in tree.children(of, "pobj")]
    return found


def after(tree: Tree, i: int, *prepositions: str) -> list[int]:
    """Heads of what follows one of these prepositions that hang from `i`."""
    found = []
    for kid in tree.kids[i]:
        if tree.dep[kid] in {"prep", "dative", "agent"} and tree.lower[kid] in prepositions:
            found += tree.children(kid, "pobj")
    return found
