"""GET /perubahan: what changed since a cursor, so that nobody has to ask for everybody again."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response

from asn_karier.lib.api import BATAS, Isian, baca_kursor, buat_kursor
from asn_karier.lib.errors import DomainError
from pegawai.api.bentuk import DaftarPerubahan
from pegawai.api.dasar import TampilanKlien, dokumentasi
from pegawai.enums import CakupanApi, JenisPerubahan
from pegawai.models import Pegawai
from pegawai.reports.perubahan import (
    MASA_KURSOR,
    Posisi,
    jenis_terdengar,
    kursor_asing,
    pilih_perubahan,
    posisi_kini,
)

SEJAK = Isian(
    "sejak",
    "kursor dari jawaban sebelumnya. Tanpa sejak, jawabannya kosong dan kursornya berarti: mulai sekarang.",
    terpanjang=400,
)
ARTI = (
    "Ambil kursor lebih dahulu (tanpa sejak), unduh semua data, lalu minta perubahan sejak kursor itu. "
    "Satu baris berisi apa yang berubah, bukan isinya: ambil ulang yang disebut, dan hapus yang dihapus. "
    "Perubahan dapat tampil lebih dari sekali, tetapi tidak pernah terlewat. Pegawai yang pindah ke luar "
    "lingkup aplikasi tampil sebagai dihapus. Kursor berlaku 90 hari."
)


class DaftarPerubahanKlien(TampilanKlien):
    cakupan: ClassVar[tuple[CakupanApi, ...]] = (CakupanApi.PERUBAHAN,)
    isian: ClassVar[tuple[Isian, ...]] = (SEJAK, BATAS)

    @dokumentasi(
        "daftar_perubahan",
        "Perubahan sejak kursor",
        DaftarPerubahan,
        isian,
        tag="Perubahan",
        arti=ARTI,
        galat={410: "Kursor sudah terlalu lama"},
    )
    def get(self, request: Request) -> Response:
        isi = self.masukan()
        if "sejak" not in isi:
            return Response({"data": [], "kursor": self._kursor(posisi_kini()), "masih_ada": False})
        sesudah = self._posisi(isi["sejak"])
        baris = list(
            pilih_perubahan(
                request.user,
                instansi_id=self.akses.klien.instansi_id,
                jenis=jenis_terdengar(self.akses.cakupan),
                sesudah=sesudah,
            )[: isi["batas"] + 1]
        )
        halaman = baris[: isi["batas"]]
        akhir = Posisi(halaman[-1].transaksi, halaman[-1].pk) if halaman else sesudah
        ringkas = _ringkas(halaman)
        ada = Pegawai.objects.visible_to(request.user).filter(publik__in={b.publik for b in ringkas} - {None})
        self.catat(ada.values_list("pk", flat=True), tindakan="lihat_perubahan")
        return Response(
            {
                "data": [_baris(b) for b in ringkas],
                "kursor": self._kursor(akhir),
                "masih_ada": len(baris) > len(halaman),
            }
        )

    def _kursor(self, posisi: Posisi) -> str:
        return buat_kursor([*posisi, timezone.localdate().toordinal()], milik=self._milik())

    def _milik(self) -> str:
        return f"perubahan:{self.akses.klien.pk}"

    def _posisi(self, teks: str) -> Posisi:
        transaksi, nomor, hari = baca_kursor(teks, milik=self._milik(), panjang=3)
        tua = timezone.localdate().toordinal() - hari > MASA_KURSOR.days
        if tua or kursor_asing(Posisi(transaksi, nomor)):
            raise DomainError("kursor_kedaluwarsa", "Kursor perubahan ini tidak berlaku lagi.")
        return Posisi(transaksi, nomor)


def _ringkas(halaman: list[Any]) -> list[Any]:
    """The last word about each thing on this page, in the order of these last words."""
    terakhir: dict[tuple[Any, ...], Any] = {}
    for b in halaman:
        kunci = (b.jenis, b.publik, b.objek)
        terakhir.pop(kunci, None)
        terakhir[kunci] = b
    return list(terakhir.values())


def _baris(b: Any) -> dict[str, Any]:
    # The key of a person in the database stays with us; a penalty of one is told by the person alone.
    tentang_orang = b.jenis in (JenisPerubahan.PEGAWAI, JenisPerubahan.DISIPLIN)
    return {
        "jenis": b.jenis,
        "pegawai": b.publik,
        "id": None if tentang_orang else b.objek,
        "dihapus": b.dihapus,
        "pada": b.pada,
    }
