"""What may be asked to be corrected among the records of performance; HR corrects it by hand."""

from typing import Final

from django.db.models import Q

from asn_karier.lib import kata
from kinerja.enums import StatusPenilaian
from kinerja.models import PenetapanAngkaKredit, Penilaian
from pegawai.services.profil import date_text
from pegawai.services.usulan_rekam import Kolom, Rekam

PAK: Final = Rekam(
    "pak",
    "Penetapan angka kredit (PAK)",
    PenetapanAngkaKredit,
    (
        Kolom("jumlah", "Jumlah angka kredit", baca=lambda r: kata.angka_kredit(r.jumlah_senti)),
        Kolom("sampai", "Masa penilaian sampai", baca=lambda r: date_text(r.sampai)),
        Kolom("nomor", "Nomor PAK", baca=lambda r: str(r.nomor)),
    ),
    baris=lambda r: f"{kata.angka_kredit(r.jumlah_senti)} sampai {date_text(r.sampai)}",
    tambah="PAK yang belum tercatat",
)
PREDIKAT: Final = Rekam(
    "predikat",
    "Predikat kinerja",
    Penilaian,
    (Kolom("predikat", "Predikat", baca=lambda r: str(r.get_predikat_display() or "")),),
    baris=lambda r: f"{r.tahun}: {r.get_predikat_display() or 'belum dinilai'}",
    tambah="Predikat yang belum tercatat",
    # A draft of the atasan is nobody's record yet.
    saring=Q(status=StatusPenilaian.DITETAPKAN),
)
SEMUA: Final = (PAK, PREDIKAT)
