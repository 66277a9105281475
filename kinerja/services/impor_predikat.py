"""Yearly predikat from outside: e-Kinerja recaps and the sheet Predikat of Data awal.

Two ratings make the predikat by the matrix of PermenPANRB 6/2022; a file that says otherwise is refused.
A rating given here is never overwritten, and Data awal never overrules e-Kinerja.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple, TypeVar

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from kinerja.enums import Predikat, Rating, StatusPenilaian, StatusSiklus, SumberKinerja, SumberPenilaian
from kinerja.kamus import LABEL
from kinerja.models import Penilaian, SiklusPenilaian
from kinerja.rules.predikat import predikat_dari, predikat_dari_label, rating_dari_label
from kinerja.services.angka_kredit import konversikan
from pegawai.services.berkas import Isian
from pegawai.services.impor_catatan import Catatan, CatatanModel, KonteksCatatan, UsulanCatatan

TAHUN_TERAWAL: Final = 2015
HASIL, PERILAKU, PREDIKAT, TAHUN = "RATING HASIL KERJA", "RATING PERILAKU KERJA", "PREDIKAT", "TAHUN"
_ENUM: Final[dict[str, Any]] = {"rating_hasil": Rating, "rating_perilaku": Rating, "predikat": Predikat}
_SARAN: Final = "Cocokkan dengan dokumen evaluasi kinerja, perbaiki, lalu unggah lagi."
_DINILAI_DI_SINI: Final = "dinilai di sini"
_V = TypeVar("_V")


class CatatanPredikat(CatatanModel):
    """One year of one person. `tahun` None: the year stands in a column of the sheet."""

    model = Penilaian
    kunci_kolom = ("tahun",)
    kolom_lain = ("versi",)
    label = {
        "rating_hasil": "Rating hasil kerja",
        "rating_perilaku": "Rating perilaku kerja",
        "predikat": "Predikat",
    }

    def __init__(
        self, lembar: str, sumber: SumberPenilaian, *, tahun: int | None, tahun_terakhir: int
    ) -> None:
        self.lembar = lembar
        self._sumber = sumber
        self._tahun = tahun
        self._terakhir = tahun_terakhir

    def kata(self, kolom: str, nilai: Any) -> str:
        return "" if nilai in ("", None) else str(LABEL[_ENUM[kolom]][_ENUM[kolom](nilai)])

    def baca(self, isian: Isian) -> dict[str, Any]:
        tahun = self._tahun or isian.bilangan(TAHUN, TAHUN_TERAWAL, self._terakhir, wajib=True) or 0
        hasil = _label(isian, HASIL, rating_dari_label)
        perilaku = _label(isian, PERILAKU, rating_dari_label)
        predikat = _label(isian, PREDIKAT, predikat_dari_label)
        if not isian.galat:
            predikat = match_predikat(isian, tahun, Dibaca(hasil, perilaku, predikat))
        return {
            "tahun": tahun,
            "rating_hasil": None if hasil is None else int(hasil),
            "rating_perilaku": None if perilaku is None else int(perilaku),
            "predikat": None if predikat is None else int(predikat),
        }

    def muat(self, catatan: Sequence[Catatan], instansi_id: int, *, kunci: bool) -> Mapping[Any, Any]:
        """With the years whose leaders still rate here: no file comes before them."""
        berjalan = SiklusPenilaian.objects.tahunan().filter(
            instansi_id=instansi_id,
            sumber=SumberKinerja.DI_SINI,
            tahun__in={c.isi["tahun"] for c in catatan},
        )
        tahun = berjalan.exclude(status=StatusSiklus.DITUTUP).values_list("tahun", flat=True)
        return {**super().muat(catatan, instansi_id, kunci=kunci), _DINILAI_DI_SINI: frozenset(tahun)}

    def susun(self, catatan: Catatan, tersimpan: Mapping[Any, Any], sumber: str) -> UsulanCatatan:
        lama = tersimpan.get((catatan.pegawai_id, self.kunci(catatan.isi)))
        tahun = catatan.isi["tahun"]
        if lama is None and tahun in tersimpan[_DINILAI_DI_SINI]:
            raise _sedang_dinilai(tahun)
        if lama is not None and lama.status != StatusPenilaian.DITETAPKAN:
            raise _sedang_dinilai(tahun)
        asal = None if lama is None else SumberPenilaian(lama.sumber)
        usulan = super().susun(catatan, tersimpan, sumber)
        if asal is not None and usulan.beda and not self._boleh_ganti(asal):
            dari = "dinilai di sini" if asal is SumberPenilaian.DI_SINI else "tercatat dari e-Kinerja"
            raise DomainError(
                "penilaian_terkunci",
                f"penilaian tahun {tahun} sudah {dari} dan tidak diganti oleh berkas",
                tindakan="Bila yang benar adalah isi berkas ini, urus perbaikannya di sumber yang tercatat.",
            )
        if usulan.beda:
            usulan.beda += drop_other_ratings(usulan.objek, tahun)
        return usulan

    def _boleh_ganti(self, asal: SumberPenilaian) -> bool:
        return asal is self._sumber or asal is SumberPenilaian.DATA_AWAL

    def tambahan(self, sumber: str) -> dict[str, Any]:
        return {"sumber": self._sumber, "status": StatusPenilaian.DITETAPKAN}

    def simpan(self, usulan: Sequence[UsulanCatatan], konteks: KonteksCatatan) -> None:
        for satu in usulan:
            satu.objek.versi += 0 if satu.baru else 1
        super().simpan(usulan, konteks)


def _sedang_dinilai(tahun: int) -> DomainError:
    """The same words whatever the file says: otherwise a file of guesses would read the rating out."""
    return DomainError(
        "penilaian_berjalan",
        f"penilaian tahun {tahun} sedang dinilai di sini dan tidak diganti oleh berkas",
        tindakan="Tunggu sampai hasilnya diumumkan.",
    )


def _label(isian: Isian, kolom: str, baca: Callable[[str], _V]) -> _V | None:
    teks = isian.teks(kolom, maks=60)
    if not teks:
        return None
    try:
        return baca(teks)
    except DomainError as salah:
        isian.tolak(kolom, salah.pesan, "Tulis persis seperti di e-Kinerja.", isi=teks)
        return None


class Kolom(NamedTuple):
    """What the file calls the columns."""

    hasil: str = HASIL
    perilaku: str = PERILAKU
    predikat: str = PREDIKAT
    tahun: str = TAHUN


class Dibaca(NamedTuple):
    """What one row says; None where it says nothing."""

    hasil: Rating | None
    perilaku: Rating | None
    predikat: Predikat | None


_JUDUL: Final = Kolom()


def match_predikat(isian: Isian, tahun: int, dibaca: Dibaca, kolom: Kolom = _JUDUL) -> Predikat | None:
    """The predikat of the two ratings; faults when the file contradicts the matrix or says too little."""
    hasil, perilaku, predikat = dibaca
    if (hasil is None) != (perilaku is None):
        kosong = kolom.hasil if hasil is None else kolom.perilaku
        isian.tolak(
            kosong,
            "kosong, padahal rating yang satu lagi terisi",
            "Isi kedua rating, atau kosongkan keduanya.",
        )
        return None
    if hasil is None or perilaku is None:
        if predikat is None:
            isian.tolak(kolom.predikat, "kosong", "Isi predikat, atau kedua ratingnya.")
        return predikat
    try:
        menurut_matriks = predikat_dari(hasil, perilaku, aturan_per(date(tahun, 12, 31)))
    except DomainError as salah:
        isian.tolak(kolom.tahun, salah.pesan, "Kosongkan kedua rating dan isi predikatnya saja.")
        return None
    if predikat is not None and predikat is not menurut_matriks:
        label = LABEL[Predikat]
        isian.tolak(
            kolom.predikat,
            f"tertulis {label[predikat]}, sedangkan kedua ratingnya menghasilkan {label[menurut_matriks]}",
            _SARAN,
        )
    return menurut_matriks


def drop_other_ratings(objek: Any, tahun: int) -> list[dict[str, str]]:
    """Take away ratings of before that do not make the predikat of now; what is gone, for the preview.

    A file may name the predikat alone. An empty cell erases nothing by itself, but both would not be true.
    """
    lama = {"Rating hasil kerja": objek.rating_hasil, "Rating perilaku kerja": objek.rating_perilaku}
    if None in lama.values():
        return []
    hasil, perilaku = (Rating(r) for r in lama.values())
    if predikat_dari(hasil, perilaku, aturan_per(date(tahun, 12, 31))) == objek.predikat:
        return []
    objek.rating_hasil = objek.rating_perilaku = None
    return [{"kolom": k, "lama": str(LABEL[Rating][Rating(r)]), "baru": ""} for k, r in lama.items()]


def convert_years(*, pegawai_ids: Iterable[int], tahun: Iterable[int], at: datetime) -> int:
    """Draft angka kredit for these people and years; returns how many drafts changed."""
    ids = sorted(set(pegawai_ids))
    return sum(konversikan(pegawai_ids=ids, tahun=t, at=at) for t in sorted(set(tahun)))
