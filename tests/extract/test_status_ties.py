"""Whose kin somebody is, and of which body a member."""

from __future__ import annotations

import pytest

from reportedly.model import Modality, Polarity, State
from tests.extract.finding import mention, read


@pytest.mark.parametrize(
    ("text", "state", "name", "value"),
    [
        ("Police questioned Luc Morel. Luc Morel's mother was silent.", "kinship", "Luc Morel's mother",
         "mother of Luc Morel"),
        ("The driver's mother was silent.", "kinship", "The driver's mother", "mother of The driver"),
        ("A cousin of Luc Morel was silent.", "kinship", "A cousin of Luc Morel", "cousin of Luc Morel"),
        ("Luc Morel fled. His brother was silent.", "kinship", "His brother", "brother of Luc Morel"),
        ("Rosa Morel, the widow of Luc Morel, was silent.", "kinship", "Rosa Morel", "widow of Luc Morel"),
        ("Luc Morel is a member of the Green Party.", "membership", "Luc Morel", "Green Party"),
        ("Luc Morel, a member of the Green Party, was silent.", "membership", "Luc Morel", "Green Party"),
        ("Luc Morel joined the Green Party in May.", "membership", "Luc Morel", "Green Party"),
        ("Luc Morel belongs to the Green Party.", "membership", "Luc Morel", "Green Party"),
    ],
)  # fmt: skip
def test_status_ties_somebody_to_somebody(text, state, name, value):
    told = [(one.state.value, one.name, one.value) for one in read(text).statuses]
    assert (state, name, value) in told


def test_kin_is_tied_to_the_person_of_the_mentions():
    found = read("Police arrested the driver. The driver's mother was silent.")
    [kin] = [one for one in found.statuses if one.state is State.KINSHIP]
    assert kin.tied_to == mention(found, "the driver").refers_to
    assert kin.who != kin.tied_to


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("Luc Morel may have joined the Green Party.", Modality.POSSIBLE, Polarity.POSITIVE),
        ("Luc Morel is not a member of the Green Party.", Modality.CERTAIN, Polarity.NEGATIVE),
        ("Luc Morel, an alleged member of the Green Party, was silent.", Modality.POSSIBLE, Polarity.POSITIVE),
        ("Luc Morel is suspected of having joined the Green Party.", Modality.POSSIBLE, Polarity.POSITIVE),
    ],
)
def test_membership_is_as_sure_as_it_is_said(text, modality, polarity):
    [found] = [one for one in read(text).statuses if one.state is State.MEMBERSHIP]
    assert (found.modality, found.polarity) == (modality, polarity)
