"""What a class did."""

from enum import StrEnum


class TahapKuis(StrEnum):
    """The same quiz before and after the class."""

    PRA = "pra"
    PASCA = "pasca"
