"""Django choices from plain enums: the label lives in the app's kamus, once."""

from enum import Enum
from importlib import import_module
from typing import Any


def choices_of(enum: type[Enum]) -> list[tuple[Any, str]]:
    """(value, label) pairs of `enum`; labels come from `<app>.kamus.LABEL[enum][member]`.

    Raises KeyError when a member has no label: a nameless choice must not reach a screen.
    """
    app = enum.__module__.partition(".")[0]
    label = import_module(f"{app}.kamus").LABEL[enum]
    return [(anggota.value, label[anggota]) for anggota in enum]
