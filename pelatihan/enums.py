"""Closed lists of the training domain."""

from enum import StrEnum


class Metode(StrEnum):
    DARING = "daring"
    TATAP_MUKA = "tatap_muka"
    CAMPURAN = "campuran"
