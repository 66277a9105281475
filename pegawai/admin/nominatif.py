"""The list of people as a file, exactly as filtered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.export import Sel, Tabel
from asn_karier.lib.situs import KANAL
from pegawai.enums import JenisPegawai, KedudukanHukum, TingkatPendidikan
from pegawai.kamus import LABEL
from pegawai.models import Pegawai
from pegawai.reports.posisi import nama_golongan

KEPALA: Final = (
    "NIP", "Nama", "Jenis", "Golongan", "TMT golongan", "Jabatan", "TMT jabatan", "Unit kerja",
    "Pendidikan", "Kedudukan hukum", "NIP atasan penilai",
)  # fmt: skip
KOLOM: Final = (
    "pk", "nip", "nama", "gelar_depan", "gelar_belakang", "jenis", "golongan_kini", "tmt_golongan",
    "jabatan_kini", "tmt_jabatan", "unit__nama", "pendidikan_kini", "kedudukan_tampil", "nip_atasan",
)  # fmt: skip


def tabel_nominatif(daftar: QuerySet[Any], *, pengguna: Any) -> Tabel:
    """The list as PegawaiAdmin annotates it; everybody gets a trail row before the first byte leaves."""
    ids = list(daftar.order_by().values_list("pk", flat=True))
    catat_baca(pengguna=pengguna, pegawai_ids=ids, kanal=KANAL, tindakan="unduh", keperluan="Nominatif")
    waktu = kata.waktu(timezone.localtime())
    keterangan = (
        ("Isi", f"Nominatif pegawai, {len(ids)} orang"),
        ("Sumber", "Data kepegawaian Karier ASN (impor SIASN dan perbaikan pengelola)"),
        ("Diunduh", f"{waktu} oleh {pengguna}"),
    )
    # An atasan outside the scope stays a blank: their NIP is not the downloader's to read.
    atasan = Pegawai.objects.visible_to(pengguna).filter(pk=OuterRef("atasan_id")).order_by()
    baris = _baris(daftar.annotate(nip_atasan=Subquery(atasan.values("nip")[:1])))
    return Tabel("nominatif-pegawai", KEPALA, baris, keterangan, lembar="Nominatif")


def _baris(daftar: QuerySet[Any]) -> Iterator[list[Sel]]:
    for p in daftar.values(*KOLOM).iterator(chunk_size=2000):
        gelar = f", {p['gelar_belakang']}" if p["gelar_belakang"] else ""
        yield [
            p["nip"],
            f"{p['gelar_depan']} {p['nama']}{gelar}".strip(),
            LABEL[JenisPegawai][JenisPegawai(p["jenis"])],
            nama_golongan(p["jenis"], p["golongan_kini"]),
            p["tmt_golongan"],
            p["jabatan_kini"],
            p["tmt_jabatan"],
            p["unit__nama"],
            _label(TingkatPendidikan, p["pendidikan_kini"]),
            _label(KedudukanHukum, p["kedudukan_tampil"]),
            p["nip_atasan"],
        ]


def _label(enum: Any, nilai: int | None) -> str:
    return "" if nilai is None else LABEL[enum][enum(nilai)]
