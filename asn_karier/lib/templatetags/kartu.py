"""Tables that become cards on a phone: every cell carries the name of its column (`data-l`)."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

register = template.Library()

_SEL: Final = re.compile(r"^<t[dh](?=[\s>])")


@register.filter
def berlabel(sel: Sequence[str], kepala: Sequence[Mapping[str, Any]]) -> list[SafeString]:
    """Cells of one row of the stock list, which the admin has rendered already, with their labels.

    The column of checkboxes has markup instead of a name, and hidden cells have no heading.
    """
    nama = [str(k["text"]) for k in kepala] + [""] * (len(sel) - len(kepala))
    return [_beri_label(s, n) for s, n in zip(sel, nama, strict=False)]


def _beri_label(sel: str, nama: str) -> SafeString:
    label = "" if not nama or "<" in nama else f' data-l="{escape(capfirst(nama))}"'
    # Both parts are safe: the cell comes escaped from the admin, the label is escaped here.
    return mark_safe(_SEL.sub(lambda awal: awal[0] + label, sel, count=1))  # noqa: S308
