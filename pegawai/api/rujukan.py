"""GET /referensi/...: stable codes with the ids of SIASN, units and posts."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response

from asn_karier.lib.api import Isian, potong_halaman
from pegawai.api.bentuk import BarisPos, BarisUnit, DaftarKode, halaman
from pegawai.api.dasar import UNIT, TampilanKlien, berhalaman, dokumentasi
from pegawai.enums import CakupanApi, JenisJabatan, Jenjang
from pegawai.models import Jabatan, UnitKerja
from pegawai.reports.kode import tabel_kode

TAG: Final = "Referensi"


class Referensi(TampilanKlien):
    cakupan: ClassVar[tuple[CakupanApi, ...]] = (CakupanApi.REFERENSI,)


class TabelReferensi(Referensi):
    """Codes; which tables there are stands in OpenAPI and in the documentation."""

    @dokumentasi(
        "referensi",
        "Tabel kode",
        DaftarKode,
        tag=TAG,
        arti="Kode, namanya, dan ID SIASN-nya. Nama tabelnya ada di halaman Kamus kode.",
    )
    def get(self, request: Request, tabel: str) -> Response:
        self.masukan()
        ada = tabel_kode().get(tabel)
        if ada is None:
            raise exceptions.NotFound
        return Response({"data": [b._asdict() for b in ada.baris()]})


class DaftarUnit(Referensi):
    isian: ClassVar[tuple[Isian, ...]] = berhalaman(UNIT)

    @dokumentasi("referensi_unit", "Unit kerja", halaman(BarisUnit), isian, tag=TAG)
    def get(self, request: Request) -> Response:
        isi = self.masukan()
        unit = UnitKerja.objects.visible_to(request.user).filter(instansi=self.akses.klien.instansi)
        if (akar := self.unit(isi.get("unit"))) is not None:
            unit = unit.in_subtree(akar)
        baris = unit.filter(pk__gt=isi.get("kursor", 0)).order_by("pk")
        kolom = baris.values("pk", "siasn_id", "nama", "induk__siasn_id", "terpencil")[: isi["batas"] + 1]
        badan = potong_halaman(kolom, isi["batas"], milik=self.milik(), kunci="pk")
        return Response({**badan, "data": [_unit(b) for b in badan["data"]]})


class DaftarJabatan(Referensi):
    """Posts are shared by all instansi."""

    isian: ClassVar[tuple[Isian, ...]] = berhalaman()

    @dokumentasi("referensi_jabatan", "Jabatan", halaman(BarisPos), isian, tag=TAG)
    def get(self, request: Request) -> Response:
        isi = self.masukan()
        baris = Jabatan.objects.filter(pk__gt=isi.get("kursor", 0)).order_by("pk")
        kolom = baris.values("pk", "siasn_id", "nama", "jenis", "jenjang", "kelas", "eselon")
        badan = potong_halaman(kolom[: isi["batas"] + 1], isi["batas"], milik=self.milik(), kunci="pk")
        return Response({**badan, "data": [_jabatan(b) for b in badan["data"]]})


def _unit(b: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": b["siasn_id"],
        "nama": b["nama"],
        "induk": b["induk__siasn_id"],
        "terpencil": b["terpencil"],
    }


def _jabatan(b: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": b["siasn_id"],
        "nama": b["nama"],
        "jenis": JenisJabatan(b["jenis"]).name,
        "jenjang": None if b["jenjang"] is None else Jenjang(b["jenjang"]).name,
        "kelas": b["kelas"],
        "eselon": b["eselon"],
    }
