"""From a competency gap to what closes it: up to three trainings and a possible mentor, with reasons."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from karier.rules.fakta import capai, unpack_rows
from karier.rules.kebutuhan import KOMPETENSI, hitung_kebutuhan, kompetensi_dari_bit
from karier.services.keadaan import Keadaan
from mentoring.services.pasangan import SaranMentor, saran_mentor
from pegawai.enums import JenisJabatan, Jenjang, KompetensiMansoskul
from pegawai.kamus import LABEL
from pegawai.models import Pegawai, RiwayatJabatan
from pelatihan.rules.pilihan import Pemangku
from pelatihan.services.katalog import SaranPelatihan, saran_pelatihan


class Celah(NamedTuple):
    """One competency below the level that the jabatan asks for (levels 1-5)."""

    kompetensi: KompetensiMansoskul
    level_sekarang: int
    level_wajib: int

    @property
    def nama(self) -> str:
        return LABEL[KompetensiMansoskul][self.kompetensi]

    @property
    def teks(self) -> str:
        """'Komunikasi level 2 ke 3'."""
        return f"{self.nama} level {self.level_sekarang} ke {self.level_wajib}"


class SaranPengembangan(NamedTuple):
    """What would help with the main gap. `lain`: the other gaps, largest first."""

    celah: Celah
    pelatihan: list[SaranPelatihan]
    mentor: SaranMentor | None
    lain: list[Celah]


def find_gaps(keadaan: Keadaan) -> list[Celah]:
    """The gaps of a stored outcome, the largest first, official order on a tie."""
    return find_all_gaps([keadaan])[keadaan.pegawai_id]


def find_all_gaps(semua: Iterable[Keadaan]) -> dict[int, list[Celah]]:
    """The gaps of each, by person: one pass over columns for all who were judged by the same law."""
    sehukum: dict[tuple[str, date, int], list[Keadaan]] = {}
    for k in semua:
        kunci = (repr(k.hasil.versi_aturan), k.per_tanggal, len(k.hasil.fakta))
        sehukum.setdefault(kunci, []).append(k)
    return {pk: celah for bagian in sehukum.values() for pk, celah in _gaps(bagian)}


def _gaps(bagian: list[Keadaan]) -> Iterator[tuple[int, list[Celah]]]:
    fakta = unpack_rows([k.hasil.fakta for k in bagian])
    gap = hitung_kebutuhan(fakta, bagian[0].aturan, per=bagian[0].per_tanggal).gap
    # A gap exists only where both the need and the assessment are recorded.
    punya = {k: capai(fakta, k).isi(0) for k in KOMPETENSI}
    for i, keadaan in enumerate(bagian):
        besar = dict(zip(KOMPETENSI, gap[i].tolist(), strict=True))
        celah = [
            Celah(k, int(punya[k][i]), int(punya[k][i]) + besar[k])
            for k in kompetensi_dari_bit(keadaan.kebutuhan)
        ]
        yield keadaan.pegawai_id, sorted(celah, key=lambda c: c.level_sekarang - c.level_wajib)


def suggest_development(*, pegawai: Pegawai, keadaan: Keadaan, per: date) -> SaranPengembangan | None:
    """Trainings and a mentor for the main gap of `pegawai`; None when no gap is known.

    Someone who has a running mentor already is offered trainings only.
    """
    celah = find_gaps(keadaan)
    if not celah:
        return None
    utama, fakta = celah[0], keadaan.fakta
    pelatihan = saran_pelatihan(
        kompetensi=utama.kompetensi,
        level_sekarang=utama.level_sekarang,
        level_wajib=utama.level_wajib,
        terpencil=fakta.baca("terpencil") == 1,
        pemangku=_pemangku(pegawai, keadaan),
    )
    mentor = None
    if fakta.baca("mentor_aktif") != 1:
        calon = saran_mentor(
            mentee=pegawai,
            kompetensi=utama.kompetensi,
            level_wajib=utama.level_wajib,
            per=per,
            banyak=1,
        )
        mentor = calon[0] if calon else None
    return SaranPengembangan(utama, pelatihan, mentor, celah[1:])


def _pemangku(pegawai: Pegawai, keadaan: Keadaan) -> Pemangku:
    """The jabatan on the day the facts speak of; only its name is not among them."""
    jenis, jenjang = keadaan.fakta.baca("jenis_jabatan"), keadaan.fakta.baca("jenjang")
    riwayat = RiwayatJabatan.objects.filter(pegawai=pegawai, tmt__lte=keadaan.hasil.tmt)
    nama = riwayat.order_by("-tmt").values_list("jabatan__nama", flat=True).first()
    return Pemangku(
        jenis=JenisJabatan(jenis) if isinstance(jenis, int) else None,
        jenjang=Jenjang(jenjang) if isinstance(jenjang, int) else None,
        jabatan=nama or "",
    )
