"""How people are found: in their list, and as an answer in another form."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest

from asn_karier.lib.situs import AdminBerlingkup
from pegawai.models import Pegawai

PANJANG_NIP = 18
NIP_AKHIR = re.compile(r"\(?(\d{18})\)?$")
HURUF_TERSEDIKIT = 3
BANTUAN_CARI = "NIP, atau tiga huruf nama"


class PencariPegawai(AdminBerlingkup):
    search_fields = ("nama",)
    search_help_text = BANTUAN_CARI
    petunjuk_pilihan = "Tulis NIP, atau paling sedikit tiga huruf nama lalu pilih dari saran."

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        return cari_orang(queryset, search_term), False

    def teks_pilihan(self, obj: Any) -> str:
        return f"{obj.nama_gelar} ({obj.nip})"

    def cari_pilihan(self, request: HttpRequest, baris: QuerySet[Any], teks: str) -> Any:
        nip = NIP_AKHIR.search(teks)
        if nip:
            return baris.filter(nip=nip[1])
        return self.get_search_results(request, baris, teks)[0]


class CariLewatPegawai(AdminBerlingkup):
    """Rows of people are found as people are: by the indexes of the NIP and of the names."""

    #: Never read as columns: they only say that the list has a box to search in.
    search_fields: ClassVar[Any] = ("pegawai__nama",)
    search_help_text = BANTUAN_CARI
    #: The way from a row to its person.
    lewat = "pegawai"

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        if not search_term.strip():
            return queryset, False
        orang = cari_orang(Pegawai.objects.order_by(), search_term)
        return queryset.filter(**{f"{self.lewat}__in": orang}), False


def cari_orang(orang: QuerySet[Any], teks: str) -> QuerySet[Any]:
    """Those of `orang` whose NIP begins with the digits, or whose name has every word.

    Digits go to the unique index of the NIP; names only from three letters on, as their index needs.
    """
    angka = "".join(teks.split())
    if angka.isdecimal() and angka.isascii():
        return orang.filter(**_rentang_nip(angka))
    if 0 < len(teks.strip()) < HURUF_TERSEDIKIT:
        return orang.none()
    for kata in teks.split():
        orang = orang.filter(nama__icontains=kata)
    return orang


def _rentang_nip(angka: str) -> dict[str, str]:
    """Exact for 18 digits, else everything that begins with them: a range of digits for the unique index."""
    if len(angka) >= PANJANG_NIP:
        return {"nip": angka}
    sesudah = f"{int(angka) + 1:0{len(angka)}d}"
    return {"nip__gte": angka} if len(sesudah) > len(angka) else {"nip__gte": angka, "nip__lt": sesudah}
