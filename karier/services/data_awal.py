"""Reader of the workbook Data awal, and the empty workbook to fill in.

What SIASN and e-Kinerja do not carry: atasan penilai, predikat of people who moved in, the last PAK,
discipline, examinations, awards, assessments, JP, talent scores. Every sheet is optional.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from django.utils import timezone

from asn_karier.lib.errors import DomainError
from karier.rules import data_awal as spek
from karier.services.data_awal_lembar import semua_lembar
from karier.services.data_awal_templat import template
from kinerja.models import KonversiAngkaKredit, Penilaian
from kinerja.services.impor_predikat import convert_years
from kinerja.services.konversi_periodik import rated_years
from pegawai.enums import StatusBaris
from pegawai.models import BarisImpor, Impor, Pegawai
from pegawai.services.berkas import Buku, Jenis, Skema, Tabel, baku, temukan_tabel
from pegawai.services.impor_catatan import JenisCatatan, KonteksCatatan, periksa_catatan, terapkan_catatan
from pegawai.services.impor_pembaca import Pemeriksaan

__all__ = ["PembacaDataAwal", "template"]

_TEMPLAT: Final = "Unduh contoh berkas Data awal, isi lembar yang perlu, lalu unggah."


class PembacaDataAwal:
    kode = "data_awal"
    judul = "Data awal"
    petunjuk = (
        "Buku kerja dari contoh berkas: atasan penilai, predikat, PAK, disiplin, ujian, penghargaan, "
        "asesmen, JP, komponen talenta."
    )

    def templat(self) -> bytes:
        """The empty workbook, for download."""
        return template()

    def periksa(self, impor: Impor, buku: Buku) -> Pemeriksaan:
        """Compare every known sheet with what is stored; DomainError when the workbook has none."""
        if buku.jenis is not Jenis.XLSX:
            raise DomainError(
                "data_awal_csv",
                "Data awal terdiri atas beberapa lembar, jadi harus .xlsx.",
                tindakan=_TEMPLAT,
            )
        lembar = list(_lembar_terisi(buku, _jenis(impor)))
        if not lembar:
            raise DomainError(
                "data_awal_tanpa_lembar",
                f"Tidak ada lembar yang dikenal. Nama lembar Data awal: {', '.join(spek.LEMBAR)}.",
                tindakan=_TEMPLAT,
            )
        return periksa_catatan(impor, lembar, {"lembar": [j.lembar for j, _ in lembar]})

    def terapkan(self, impor: Impor, baris: list[BarisImpor], at: datetime) -> None:
        """Write one piece; see `impor_catatan`."""
        konteks = KonteksCatatan(impor.instansi_id, impor.oleh, at, f"Data awal: {impor.nama_berkas}")
        terapkan_catatan(_jenis(impor), baris, konteks)

    def selesai(self, impor: Impor, at: datetime) -> None:
        """A new predikat or PAK changes the draft angka kredit of the person."""
        diterima = impor.baris.exclude(status=StatusBaris.DITOLAK).exclude(pegawai=None)
        ids = set(diterima.filter(lembar__in=[spek.PREDIKAT, spek.PAK]).values_list("pegawai_id", flat=True))
        convert_years(pegawai_ids=ids, tahun=_tahun_dinilai(impor), at=at)

    def sesudah_kembali(self, impor: Impor, pegawai_ids: Sequence[int], at: datetime) -> None:
        """The drafts follow the predikat and PAK that stand again."""
        convert_years(pegawai_ids=pegawai_ids, tahun=_tahun_dikonversi(pegawai_ids), at=at)


def _jenis(impor: Impor) -> list[JenisCatatan]:
    return semua_lembar(timezone.localtime(impor.dibuat_pada).year)


def _lembar_terisi(buku: Buku, semua: Iterable[JenisCatatan]) -> Iterable[tuple[JenisCatatan, Tabel]]:
    nama_di_berkas = {baku(b.nama): b.nama for b in buku.lembar if b.terlihat}
    _tolak_tersembunyi(buku)
    for jenis in semua:
        nama = nama_di_berkas.get(baku(jenis.lembar))
        if nama is not None and any(any(sel) for _, sel in buku.baris(nama)):
            wajib = tuple(baku(k) for k in spek.LEMBAR[jenis.lembar])
            yield jenis, temukan_tabel(buku, Skema(f"Lembar {jenis.lembar}", wajib), nama)


def _tahun_dikonversi(pegawai_ids: Sequence[int]) -> set[int]:
    """Years that have a predikat now, or a draft from before it went."""
    dinilai = Penilaian.objects.filter(pegawai_id__in=pegawai_ids).order_by()
    dikonversi = KonversiAngkaKredit.objects.filter(pegawai_id__in=pegawai_ids).order_by()
    return {*dinilai.values_list("tahun", flat=True), *dikonversi.values_list("tahun", flat=True)}


def _tolak_tersembunyi(buku: Buku) -> None:
    """DomainError `lembar_tersembunyi`: a sheet of ours that nobody sees is neither read nor passed over."""
    for satu in buku.lembar:
        if not satu.terlihat and baku(satu.nama) in {baku(n) for n in spek.LEMBAR}:
            raise DomainError(
                "lembar_tersembunyi",
                f"Lembar «{satu.nama}» tersembunyi.",
                tindakan="Tampilkan lembar itu (klik kanan nama lembar › Unhide) atau hapus, simpan, "
                "lalu unggah lagi.",
            )


def _tahun_dinilai(impor: Impor) -> list[int]:
    dinilai: Any = Penilaian.objects.filter(pegawai__instansi_id=impor.instansi_id).order_by()
    tahun = dinilai.values_list("tahun", flat=True).distinct()
    return sorted({*tahun, *rated_years(Pegawai.objects.of_instansi(impor.instansi_id))})
