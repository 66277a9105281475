"""The view behind every answer to a program of an agency."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final
from uuid import UUID

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import exceptions

from asn_karier.lib.api import (
    BATAS,
    KURSOR,
    Isian,
    JawabanBerETag,
    MasukanKeliru,
    TampilanApi,
    baca_kursor,
    baca_masukan,
    parameter_dari,
)
from asn_karier.lib.audit import catat_baca
from pegawai.api.bentuk import Galat
from pegawai.api.otentikasi import AksesKlien, BercakupanPenuh, LajuKlien, OtentikasiKlien
from pegawai.enums import CakupanApi
from pegawai.models import Pegawai, UnitKerja

KANAL: Final = "api"
UNIT: Final = Isian("unit", "ID unor SIASN: unit itu dan semua unit di bawahnya.", terpanjang=36)
ORANG: Final = Isian("pegawai", "ID pegawai dari REST ini: hanya baris pegawai itu.", id=True)
_GALAT: Final = {
    400: "Isian belum benar",
    401: "Token belum ada, tidak dikenal, atau habis masa berlakunya",
    403: "Cakupan token tidak memuat yang diperlukan",
    404: "Tidak ditemukan dalam lingkup aplikasi",
    406: "Jawaban hanya tersedia sebagai JSON",
    429: "Terlalu banyak permintaan; lihat Retry-After",
    503: "Sistem sibuk; lihat Retry-After",
}


class TampilanKlien(JawabanBerETag, TampilanApi):
    """Only for programs with a token; `cakupan` are the scopes it must hold, `isian` what a query may say."""

    authentication_classes = (OtentikasiKlien,)
    permission_classes = (BercakupanPenuh,)
    throttle_classes = (LajuKlien,)
    http_method_names = ["get", "head", "options"]
    cakupan: ClassVar[tuple[CakupanApi, ...]] = ()
    isian: ClassVar[tuple[Isian, ...]] = ()

    @property
    def akses(self) -> AksesKlien:
        akses = self.request.auth
        if not isinstance(akses, AksesKlien):  # the permission has seen to it
            raise exceptions.NotAuthenticated
        return akses

    def masukan(self) -> dict[str, Any]:
        """The parameters of the query; a cursor is replaced by the numbers it holds."""
        isi = baca_masukan(self.request.query_params, self.isian)
        if "kursor" in isi:
            isi["kursor"] = baca_kursor(isi["kursor"], milik=self.milik(), panjang=1)[0]
        return isi

    def milik(self) -> str:
        """Reader and list, for the signature of a cursor: another filter is another list."""
        saringan = sorted(
            (k, v) for k, v in self.request.query_params.items() if k not in ("kursor", "batas")
        )
        return f"{self.akses.klien.pk}:{self.request.path}:{saringan}"

    def unit(self, kode: str | None) -> UnitKerja | None:
        """The unit of a filter, inside the scope; MasukanKeliru when there is none."""
        if kode is None:
            return None
        unit = UnitKerja.objects.visible_to(self.request.user).filter(
            instansi=self.akses.klien.instansi, siasn_id=kode
        )
        ada: UnitKerja | None = unit.first()
        if ada is None:
            raise MasukanKeliru({"unit": "Unit kerja ini tidak ada dalam lingkup aplikasi."})
        return ada

    def orang(self, publik: UUID | None) -> int | None:
        """The person of a filter or an address; NotFound outside the scope."""
        if publik is None:
            return None
        terlihat = Pegawai.objects.visible_to(self.request.user).filter(publik=publik)
        pk: int | None = terlihat.values_list("pk", flat=True).first()
        if pk is None:
            raise exceptions.NotFound
        return pk

    def catat(self, pegawai_ids: Iterable[int], *, tindakan: str = "lihat_daftar") -> None:
        """Everybody in the answer gets a trail row, before the answer leaves."""
        ids = sorted(set(pegawai_ids))
        if ids:
            nama = self.akses.klien.name
            catat_baca(
                pengguna=self.request.user, pegawai_ids=ids, kanal=KANAL, tindakan=tindakan, keperluan=nama
            )


def berhalaman(*lain: Isian) -> tuple[Isian, ...]:
    """The parameters of a list."""
    return (*lain, BATAS, KURSOR)


def dokumentasi(
    nama: str,
    ringkas: str,
    bentuk: Any,
    isian: Iterable[Isian] = (),
    *,
    tag: str,
    arti: str = "",
    galat: Mapping[int, str] | None = None,
    **lain: Any,
) -> Any:
    """OpenAPI of an address: what it says, what it takes, and every refusal (`galat`: besides the usual)."""
    jawaban: dict[int, Any] = {k: OpenApiResponse(Galat, v) for k, v in {**_GALAT, **(galat or {})}.items()}
    jawaban[304] = OpenApiResponse(description="Tidak berubah sejak ETag pada If-None-Match")
    return extend_schema(
        operation_id=nama,
        summary=ringkas,
        description=arti or ringkas,
        tags=[tag],
        parameters=parameter_dari(isian),
        responses={200: bentuk, **jawaban},
        **lain,
    )
