"""Accounts and the site itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import (
    DIALIHKAN,
    HANYA_DIBACA,
    SEMUA,
    SIAPA_PUN,
    SUDAH_MASUK,
    TAK_DITEMUKAN,
    Baris,
    pintu_situs,
)
from asn_karier.tests.rute import ALIH, KELOLA, MASUK

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    # Accounts: about the one who comes, whoever that is
    "account_login": ((200, *[ALIH] * 7),) * 2,
    "account_logout": ((ALIH, *[200] * 7), (ALIH,) * 8),
    "account_inactive": (SIAPA_PUN, (405,) * 8),
    "account_reauthenticate": (SUDAH_MASUK,) * 2,
    "account_change_password": (SUDAH_MASUK,) * 2,
    "account_set_password": (DIALIHKAN,) * 2,
    "account_reset_password_from_key": (SIAPA_PUN,) * 2,
    "account_reset_password_from_key_done": (SIAPA_PUN, (405,) * 8),
    "mfa_index": (SUDAH_MASUK, HANYA_DIBACA),
    "mfa_authenticate": (DIALIHKAN,) * 2,
    "mfa_reauthenticate": (DIALIHKAN,) * 2,
    "mfa_activate_totp": (DIALIHKAN,) * 2,
    "mfa_deactivate_totp": (TAK_DITEMUKAN,) * 2,
    "mfa_view_recovery_codes": (TAK_DITEMUKAN, HANYA_DIBACA),
    "mfa_generate_recovery_codes": (DIALIHKAN,) * 2,
    "mfa_download_recovery_codes": (TAK_DITEMUKAN,) * 2,
    # The HR door itself
    "admin:index": (pintu_situs(*SEMUA),) * 2,
    "admin:login": ((MASUK, 403, 403, 403, *[ALIH] * 4),) * 2,
    "admin:logout": ((KELOLA, *[ALIH] * 3, *[405] * 4), (KELOLA, *[ALIH] * 7)),
    "admin:password_change": (pintu_situs(*[ALIH] * 4),) * 2,
    "admin:password_change_done": (pintu_situs(*SEMUA), pintu_situs(*[405] * 4)),
    "admin:autocomplete": (pintu_situs(*[403] * 4), pintu_situs(*[405] * 4)),
    "admin:jsi18n": (pintu_situs(*SEMUA), pintu_situs(*[405] * 4)),
    "admin:view_on_site": (pintu_situs(*[404] * 4),) * 2,
    "admin:app_list": (pintu_situs(*SEMUA),) * 2,
    "admin:kelola/(?P<url>.*)$": (pintu_situs(*[404] * 4),) * 2,
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "account_reset_password_from_key": lambda d: ["1", "abc-def"],
    "admin:view_on_site": lambda d: ["1", "1"],
    "admin:app_list": lambda d: ["pegawai"],
}
