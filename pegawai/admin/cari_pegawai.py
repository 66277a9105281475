"""How people are found: in their list, and as an answer in another form."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from asn_karier.lib.situs import AdminBerlingkup

PANJANG_NIP = 18
NIP_AKHIR = re.compile(r"\(?(\d{18})\)?$")
HURUF_TERSEDIKIT = 3


class PencariPegawai(AdminBerlingkup):
    search_fields = ("nama",)
    search_help_text = "NIP, atau tiga huruf nama"
    petunjuk_pilihan = "Tulis NIP, atau paling sedikit tiga huruf nama lalu pilih dari saran."

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Digits go to the unique index of the NIP; names from three letters on."""
        teks = search_term.strip()
        angka = "".join(teks.split())
        if angka.isdigit():
            return queryset.filter(**_rentang_nip(angka)), False
        if teks and len(teks) < HURUF_TERSEDIKIT:
            return queryset.none(), False
        return super().get_search_results(request, queryset, teks)

    def teks_pilihan(self, obj: Any) -> str:
        return f"{obj.nama_gelar} ({obj.nip})"

    def cari_pilihan(self, request: HttpRequest, baris: QuerySet[Any], teks: str) -> Any:
        nip = NIP_AKHIR.search(teks)
        if nip:
            return baris.filter(nip=nip[1])
        return self.get_search_results(request, baris, teks)[0]


def _rentang_nip(angka: str) -> dict[str, str]:
    """Exact for 18 digits, else everything that begins with them: a range of digits for the unique index."""
    if len(angka) >= PANJANG_NIP:
        return {"nip": angka}
    sesudah = f"{int(angka) + 1:0{len(angka)}d}"
    return {"nip__gte": angka} if len(sesudah) > len(angka) else {"nip__gte": angka, "nip__lt": sesudah}
