"""GET /pegawai, GET /pegawai/{id}, POST /pegawai/cari, GET /riwayat/...: people and their histories."""

from __future__ import annotations

from typing import Any, ClassVar, Final
from uuid import UUID

from django.utils import timezone
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response

from asn_karier.lib.api import Isian, MasukanKeliru, potong_halaman
from asn_karier.lib.errors import DomainError
from pegawai.api.bentuk import (
    BarisDisiplin,
    BarisJabatan,
    BarisPangkat,
    BarisPendidikan,
    HasilPencarian,
    Orang,
    Pencarian,
    halaman,
)
from pegawai.api.dasar import ORANG, UNIT, TampilanKlien, berhalaman, dokumentasi
from pegawai.enums import (
    CakupanApi,
    JenisJabatan,
    JenisPegawai,
    Jenjang,
    KedudukanHukum,
    StatusKepegawaian,
)
from pegawai.reports.untuk_api import (
    RIWAYAT,
    SaringanOrang,
    baca_orang,
    baca_riwayat,
    pilih_orang,
    pilih_riwayat,
    semua_golongan,
    tanpa_dalam,
)
from pegawai.rules.nip import Nip

PALING_BANYAK_NIP: Final = 100


def _pilihan(nama: str, arti: str, enum: Any) -> Isian:
    return Isian(nama, arti, tuple(e.name for e in enum))


SARINGAN: Final = (
    _pilihan("jenis", "Jenis pegawai.", JenisPegawai),
    _pilihan("status", "Status kepegawaian.", StatusKepegawaian),
    _pilihan("kedudukan", "Kedudukan hukum.", KedudukanHukum),
    Isian("golongan", "Golongan hari ini, misalnya III/b atau IX.", tuple(semua_golongan())),
    _pilihan("jenjang", "Jenjang jabatan hari ini.", Jenjang),
    _pilihan("jenis_jabatan", "Jenis jabatan hari ini.", JenisJabatan),
)


class TentangOrang(TampilanKlien):
    cakupan: ClassVar[tuple[CakupanApi, ...]] = (CakupanApi.PEGAWAI,)

    def saringan(self, **lain: Any) -> SaringanOrang:
        return SaringanOrang(self.akses.klien.instansi_id, **lain)

    def pilih(self, s: SaringanOrang) -> Any:
        return pilih_orang(self.request.user, s, per=timezone.localdate(), disiplin=self.akses.disiplin)


class DaftarPegawai(TentangOrang):
    isian: ClassVar[tuple[Isian, ...]] = berhalaman(UNIT, *SARINGAN)

    @dokumentasi("daftar_pegawai", "Daftar pegawai", halaman(Orang), isian, tag="Pegawai")
    def get(self, request: Request) -> Response:
        isi = self.masukan()
        s = self.saringan(unit=self.unit(isi.get("unit")), **{i.nama: isi.get(i.nama) for i in SARINGAN})
        orang = self.pilih(s).filter(pk__gt=isi.get("kursor", 0))
        badan = potong_halaman(
            list(baca_orang(orang[: isi["batas"] + 1])), isi["batas"], milik=self.milik(), kunci="pk"
        )
        self.catat(b["pk"] for b in badan["data"])
        return Response({**badan, "data": tanpa_dalam(badan["data"])})


class SatuPegawai(TentangOrang):
    @dokumentasi("satu_pegawai", "Satu pegawai", Orang, tag="Pegawai")
    def get(self, request: Request, id: UUID) -> Response:
        self.masukan()
        pk = self.orang(id)
        baris = list(baca_orang(self.pilih(self.saringan(pk=pk))))
        if not baris:
            raise exceptions.NotFound
        self.catat([b["pk"] for b in baris], tindakan="lihat")
        return Response(tanpa_dalam(baris)[0])


class CariPegawai(TentangOrang):
    """A NIP stands in the body, never in an address that logs and proxies keep."""

    http_method_names = ["post", "options"]

    @dokumentasi(
        "cari_pegawai",
        "Cari pegawai menurut NIP",
        HasilPencarian,
        tag="Pegawai",
        arti="Paling banyak 100 NIP, di badan permintaan: alamat tersimpan pada log, badannya tidak.",
        galat={413: "Isi lebih dari 64 KB", 415: "Isi bukan JSON"},
        request=Pencarian,
    )
    def post(self, request: Request) -> Response:
        self.masukan()
        nip = _daftar_nip(request.data)
        baris = list(baca_orang(self.pilih(self.saringan(nip=nip))))
        self.catat((b["pk"] for b in baris), tindakan="cari")
        ada = {b["nip"] for b in baris}
        return Response({"data": tanpa_dalam(baris), "tidak_ditemukan": [n for n in nip if n not in ada]})


def _daftar_nip(isi: Any) -> tuple[str, ...]:
    """The NIP of a body, each once; MasukanKeliru for anything else."""
    if not isinstance(isi, dict) or set(isi) - {"nip"}:
        asing = sorted(set(isi) - {"nip"})[:5] if isinstance(isi, dict) else []
        raise MasukanKeliru(
            {str(n)[:80]: "Isian ini tidak dikenal." for n in asing} or {"nip": "Kirim objek JSON."}
        )
    daftar = isi.get("nip")
    if not isinstance(daftar, list) or not 1 <= len(daftar) <= PALING_BANYAK_NIP:
        raise MasukanKeliru({"nip": f"Isi dengan daftar 1 sampai {PALING_BANYAK_NIP} NIP."})
    hasil = []
    for n in daftar:
        if not (isinstance(n, str) and len(n) == 18 and n.isascii() and n.isdigit()):
            raise MasukanKeliru({"nip": _alasan_nip(n)})
        hasil.append(n)
    return tuple(dict.fromkeys(hasil))


def _alasan_nip(n: Any) -> str:
    try:
        Nip.parse(str(n)[:60])
    except DomainError as salah:
        return f"{salah.pesan}."
    return "Tulis NIP sebagai teks 18 angka tanpa spasi."


class Riwayat(TampilanKlien):
    """Rows of one history of everybody in the scope: one sweep instead of a call for each person."""

    jenis: ClassVar[str]
    cakupan: ClassVar[tuple[CakupanApi, ...]] = (CakupanApi.PEGAWAI,)
    isian: ClassVar[tuple[Isian, ...]] = berhalaman(ORANG, UNIT)

    def jawab(self) -> Response:
        isi, jenis = self.masukan(), RIWAYAT[self.jenis]
        baris = pilih_riwayat(
            jenis, self.request.user, unit=self.unit(isi.get("unit")), pk=self.orang(isi.get("pegawai"))
        ).filter(pk__gt=isi.get("kursor", 0))
        halaman_ini = list(baca_riwayat(jenis, baris[: isi["batas"] + 1]))
        badan = potong_halaman(halaman_ini, isi["batas"], milik=self.milik(), kunci="pk")
        self.catat((b["pegawai_pk"] for b in badan["data"]), tindakan="lihat_riwayat")
        return Response({**badan, "data": tanpa_dalam(badan["data"])})


class RiwayatPangkat(Riwayat):
    jenis = "pangkat"

    @dokumentasi("riwayat_pangkat", "Riwayat pangkat", halaman(BarisPangkat), Riwayat.isian, tag="Riwayat")
    def get(self, request: Request) -> Response:
        return self.jawab()


class RiwayatJabatan(Riwayat):
    jenis = "jabatan"

    @dokumentasi("riwayat_jabatan", "Riwayat jabatan", halaman(BarisJabatan), Riwayat.isian, tag="Riwayat")
    def get(self, request: Request) -> Response:
        return self.jawab()


class RiwayatPendidikan(Riwayat):
    jenis = "pendidikan"

    @dokumentasi(
        "riwayat_pendidikan", "Riwayat pendidikan", halaman(BarisPendidikan), Riwayat.isian, tag="Riwayat"
    )
    def get(self, request: Request) -> Response:
        return self.jawab()


class RiwayatDisiplin(Riwayat):
    """Needs its own scope, which only programs of a whole instansi can get."""

    jenis = "disiplin"
    cakupan: ClassVar[tuple[CakupanApi, ...]] = (CakupanApi.PEGAWAI, CakupanApi.DISIPLIN)

    @dokumentasi("riwayat_disiplin", "Hukuman disiplin", halaman(BarisDisiplin), Riwayat.isian, tag="Riwayat")
    def get(self, request: Request) -> Response:
        return self.jawab()
