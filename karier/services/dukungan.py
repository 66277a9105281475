"""What a computation supports: the keys of its recommendations, and whether a proposal may be decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import numpy as np

from asn_karier.lib import kata
from asn_karier.lib.syarat import Status
from karier.enums import JalurPangkat, JenisPutusan, JenisRekomendasi, StatusRekomendasi, StatusUsul
from karier.kamus import HasilSatu, judul_syarat, nama_golongan
from karier.models import Rekomendasi, RunEvaluasi
from karier.rules.daftar import MENURUT_JENIS
from karier.rules.kebutuhan import KOMPETENSI
from karier.services.hasil import Hitungan

_NAIK: Final = JenisRekomendasi.KENAIKAN_PANGKAT
#: Between the reason of kenaikan pangkat and that of the ijazah, where both lead to one golongan.
PEMISAH_JALUR: Final = "; lewat penyesuaian ijazah: "
_KODE: Final = {jenis: {b.posisi: b.kode for b in daftar} for jenis, daftar in MENURUT_JENIS.items()}


class Kunci(NamedTuple):
    """What a recommendation is about; unique."""

    pegawai_id: int
    jenis: str
    sasaran: str
    periode: date


class Dukungan(NamedTuple):
    """`kalah`: those of `semua` to a lower golongan than another one of the same person leads to."""

    semua: set[Kunci]
    kalah: set[Kunci]


def dukungan(run: RunEvaluasi, h: Hitungan) -> Dukungan:
    """Everything that the outcome supports."""
    pangkat, ijazah = _golongan_pangkat(h), _golongan_ijazah(h)
    naik = _kunci_naik(run, h, pangkat)
    kalah = _kunci_naik(run, h, np.where(ijazah > pangkat, pangkat, 0))
    return Dukungan(naik | _kunci_naik(run, h, ijazah) | _kembang(run, h), kalah)


def golongan_didukung(h: Hitungan, indeks: int) -> set[int]:
    """To which golongan (urut 1-17) that person may be proposed."""
    return {int(kolom[indeks]) for kolom in (_golongan_pangkat(h), _golongan_ijazah(h))} - {0}


def yang_menuju(h: Hitungan, indeks: int, golongan: int) -> list[tuple[JenisPutusan, Any]]:
    """The decisions that lead to that golongan: an ijazah, kenaikan pangkat, or both.

    Where none does any more, kenaikan pangkat answers.
    """
    ijazah = h.hasil.lain[JenisPutusan.PENYESUAIAN_IJAZAH]
    lewat_ijazah = golongan == ijazah.sasaran[indeks]
    hasil: list[tuple[JenisPutusan, Any]] = []
    if golongan == h.pangkat.golongan_berikut[indeks] or not lewat_ijazah:
        hasil.append((JenisPutusan.KENAIKAN_PANGKAT, h.pangkat))
    if lewat_ijazah:
        hasil.append((JenisPutusan.PENYESUAIAN_IJAZAH, ijazah))
    return hasil


def path_of(r: Rekomendasi, hasil: HasilSatu) -> JalurPangkat:
    """The path of a recommendation: that of its proposal while there is one, else what `hasil` supports.

    Ask with `usul` selected along.
    """
    usul: Any = getattr(r, "usul", None)
    if usul is not None and usul.status != StatusUsul.DIURUNGKAN:
        return JalurPangkat(usul.jalur)
    return hasil.jalur_ke(int(r.sasaran))


def sebab_tak_didukung(h: Hitungan, indeks: int, golongan: int) -> str | None:
    """Why that person may not be proposed to that golongan: ': ' and the requirement of each way there, or
    nothing where it is none; None when they may.
    """
    if golongan in golongan_didukung(h, indeks):
        return None
    kode = [_KODE[jenis].get(int(p.alasan[indeks])) for jenis, p in yang_menuju(h, indeks, golongan)]
    syarat = [kata.huruf_kecil_awal(judul_syarat(k)) for k in kode if k]
    return f": {PEMISAH_JALUR.join(syarat)}" if syarat else ""


def usul_berjalan(rekomendasi: Sequence[Rekomendasi]) -> dict[int, str]:
    """What keeps each of these (of kenaikan pangkat) from being proposed: a person is proposed once.

    One query. The sentence names the TMT of the proposal under way, by pk.
    """
    lain = Rekomendasi.objects.filter(
        pegawai_id__in=[r.pegawai_id for r in rekomendasi],
        jenis=_NAIK,
        status=StatusRekomendasi.DITETAPKAN,
    )
    per_orang: dict[int, list[Rekomendasi]] = defaultdict(list)
    for satu in lain:
        per_orang[satu.pegawai_id].append(satu)
    return {
        r.pk: f"Sudah diusulkan ke {_ke(r, ada)} untuk TMT {kata.tanggal(ada.periode)}."
        for r in rekomendasi
        for ada in per_orang[r.pegawai_id]
        if ada.pk != r.pk and (ada.sasaran == r.sasaran or ada.periode == r.periode)
    }


def _ke(r: Rekomendasi, ada: Rekomendasi) -> str:
    if ada.sasaran == r.sasaran:
        return "golongan yang sama"
    return nama_golongan(int(ada.sasaran))


def tahun_depan(run: RunEvaluasi) -> date:
    """The period of development: the year after that of the run."""
    return date(run.per_tanggal.year + 1, 1, 1)


def _golongan_pangkat(h: Hitungan) -> Any:
    """0 where nothing is supported."""
    return np.where(h.pangkat.status == Status.MEMENUHI, h.pangkat.golongan_berikut, 0)


def _golongan_ijazah(h: Hitungan) -> Any:
    p = h.hasil.lain[JenisPutusan.PENYESUAIAN_IJAZAH]
    return np.where(p.status == Status.MEMENUHI, p.sasaran, 0)


def _kunci_naik(run: RunEvaluasi, h: Hitungan, golongan: Any) -> set[Kunci]:
    siapa = np.flatnonzero(golongan > 0)
    return {
        Kunci(pegawai, _NAIK, str(g), run.tmt_sasaran)
        for pegawai, g in zip(h.ids[siapa].tolist(), golongan[siapa].tolist(), strict=True)
    }


def _kembang(run: RunEvaluasi, h: Hitungan) -> set[Kunci]:
    k, periode = h.kebutuhan, tahun_depan(run)
    siapa = np.flatnonzero((k.asesmen == Status.MEMENUHI) & (k.kebutuhan_utama >= 0))
    return {
        Kunci(pegawai, JenisRekomendasi.PENGEMBANGAN, KOMPETENSI[i].value, periode)
        for pegawai, i in zip(h.ids[siapa].tolist(), k.kebutuhan_utama[siapa].tolist(), strict=True)
    }
