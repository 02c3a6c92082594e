"""Which spellings may be one name, and which may not."""

from __future__ import annotations

import pytest

from reportedly.resolve.names import STRONG, compare_bodies, compare_people, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marta Kowalczyk", "Marta Kowalczyk"),
        ("Marta Kowalczyk", "Kowalczyk Marta"),
        ("Marta Kowalczyk", "Kowalczyk, Marta"),
        ("Dr Marta Kowalczyk", "MARTA KOWALCZYK"),
        ("Joaquín Peñalver", "Joaquin Penalver"),
        ("Aleksandr Kavaliou", "Alexander Kovalyov"),
        ("Nabil Nejjari", "Nabil Neggari"),
        ("Nabil al-Masri", "Nabil Masri"),
        ("Marta Ewa Kowalczyk", "Marta Kowalczyk"),
    ],
)
def test_spellings_of_one_name_are_joined(one, other):
    score = compare_people(one, other)
    assert score is not None and score.value >= STRONG and score.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marta Kowalczyk", "Piotr Kowalczyk"),
        ("Marta Kowalczyk", "Marta Kowalska"),
        ("John Carrow", "Joan Carrow"),
        ("Ivan Petrov", "Ivana Petrova"),
        ("Ann Lee", "Ann Lea"),
        ("M. Kowalczyk", "Piotr Kowalczyk"),
    ],
)
def test_other_given_or_family_names_are_other_people(one, other):
    assert compare_people(one, other) is None


@pytest.mark.parametrize("vague", ["Kowalczyk", "M. Kowalczyk", "Kowalczik"])
def test_a_family_name_alone_or_an_initial_is_a_weak_hint(vague):
    score = compare_people(vague, "Marta Kowalczyk")
    assert score is not None and score.value < STRONG


def test_scripts_share_a_skeleton():
    assert skeleton("نجاري") == skeleton("Nejjari") == skeleton("Neggari")


@pytest.mark.parametrize(
    ("one", "other", "strong"),
    [
        ("The Harbour Pilots' Guild", "Harbour Pilots’ Guild", True),
        ("Nordkai Shipping Ltd", "Nordkai Shipping", True),
        ("NKSA", "North Kai Shipping Authority", False),
        ("Nordkai", "Nordkai Shipping", False),
    ],
)
def test_bodies_by_name_initials_and_beginnings(one, other, strong):
    score = compare_bodies(one, other)
    assert score is not None and (score.value >= STRONG) == strong


def test_bodies_of_other_names_are_other_bodies():
    assert compare_bodies("Port Authority of Ghent", "Port Authority of Ostend") is None
