"""The quiz before and after a class, and marks of a paper quiz."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError
from pegawai.services.profil import day_of
from pelatihan.enums import MENGIKUTI, TahapKuis
from pelatihan.kamus.belajar import JUDUL_KUIS, kalimat_kuis
from pelatihan.models import Pendaftaran, PengerjaanKuis, SoalKuis
from pelatihan.rules.kuis import BELUM_TAHU, Jadwal, KeadaanKuis, Terisi, count_right, mark, quiz_state
from pelatihan.services.materi import seat_locked

#: One question as it is asked and kept: `pertanyaan`, `pilihan` (list of str), `jawaban` (from 1).
Soal = dict[str, Any]
_NILAI: Final = {TahapKuis.PRA: "nilai_pra", TahapKuis.PASCA: "nilai_pasca"}


@dataclass(frozen=True, slots=True)
class LembarKuis:
    """One stage for one participant. `soal`: as asked, or as they would be asked; `sidik` stands for them.

    `nilai`: 0-100, None while there is none. `pengerjaan`: what was answered here.
    """

    tahap: TahapKuis
    keadaan: KeadaanKuis
    kalimat: str
    soal: list[Soal]
    sidik: str
    nilai: Decimal | None
    pengerjaan: PengerjaanKuis | None

    @property
    def judul(self) -> str:
        return JUDUL_KUIS[self.tahap]


def questions_of(pelatihan_id: int) -> list[Soal]:
    """The questions of a programme as they would be asked now; one query."""
    semua = SoalKuis.objects.filter(pelatihan=pelatihan_id).order_by("urut")
    return list(semua.values("pertanyaan", "pilihan", "jawaban"))


def digest(soal: list[Soal]) -> str:
    """What stands for these questions; other words, choices or answers have another one."""
    return sha256(json.dumps(soal, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]


def quiz_sheets(pendaftaran: Pendaftaran, *, at: datetime) -> dict[TahapKuis, LembarKuis]:
    """Both stages of one participant; none for who is not approved yet or was not there. Three queries."""
    if pendaftaran.status not in MENGIKUTI:
        return {}
    soal = questions_of(pendaftaran.angkatan.pelatihan_id)
    keadaan = quiz_states(pendaftaran, at=at, banyak_soal=len(soal))
    dijawab = {TahapKuis(k.tahap): k for k in pendaftaran.kuis.all()}
    return {t: _lembar(pendaftaran, t, keadaan[t], soal, dijawab.get(t)) for t in TahapKuis}


def quiz_states(p: Pendaftaran, *, at: datetime, banyak_soal: int) -> dict[TahapKuis, KeadaanKuis]:
    """How both stages stand for an approved participant; no query where `kuis` was fetched before."""
    dijawab = frozenset(TahapKuis(k.tahap) for k in p.kuis.all())
    bernilai = frozenset(t for t, nama in _NILAI.items() if getattr(p, nama) is not None)
    jadwal = Jadwal(p.angkatan.mulai, p.angkatan.selesai, day_of(p.pegawai, at))
    return {t: quiz_state(t, jadwal, Terisi(dijawab, bernilai), banyak_soal=banyak_soal) for t in TahapKuis}


def _lembar(
    p: Pendaftaran, tahap: TahapKuis, keadaan: KeadaanKuis, soal: list[Soal], ada: PengerjaanKuis | None
) -> LembarKuis:
    return LembarKuis(
        tahap=tahap,
        keadaan=keadaan,
        kalimat=kalimat_kuis(keadaan, tahap, p.angkatan.mulai, p.angkatan.selesai),
        soal=ada.soal if ada else soal,
        sidik=digest(soal),
        nilai=getattr(p, _NILAI[tahap]),
        pengerjaan=ada,
    )


@transaction.atomic
def answer_quiz(
    *, pendaftaran_id: int, tahap: TahapKuis, jawaban: Sequence[int], sidik: str, actor: Any, at: datetime
) -> PengerjaanKuis:
    """Answer one stage, once. `jawaban`: the number of the choice per question (from 1), 0 for not known.

    `sidik`: the questions that the participant saw. The same answers again are the same sheet. Raises
    TidakDitemukan without a seat, Bentrok when the questions changed or other answers were sent,
    DomainError when the stage is not open or an answer is none of the choices.
    """
    kursi = seat_locked(pengguna=actor, pendaftaran_id=pendaftaran_id)
    lembar = quiz_sheets(kursi, at=at).get(tahap)
    if lembar is None:
        raise DomainError("kuis_belum", "Kuis dibuka sesudah pendaftaran Anda disetujui.")
    if lembar.pengerjaan is not None:
        return _yang_sama(lembar.pengerjaan, list(jawaban))
    if lembar.keadaan != KeadaanKuis.BUKA:
        raise DomainError("kuis_tidak_terbuka", lembar.kalimat)
    if sidik != lembar.sidik:
        raise Bentrok(
            "soal_berubah",
            "Penyelenggara mengubah soal sejak Anda membukanya.",
            tindakan="Periksa jawaban Anda, lalu kirim lagi.",
        )
    _periksa(lembar.soal, jawaban)
    return _simpan(kursi, lembar, list(jawaban), actor, at)


def _yang_sama(ada: PengerjaanKuis, jawaban: list[int]) -> PengerjaanKuis:
    if ada.jawaban != jawaban:
        raise Bentrok("kuis_sudah", "Kuis ini sudah Anda jawab. Jawaban yang pertama yang dihitung.")
    return ada


def _periksa(soal: list[Soal], jawaban: Sequence[int]) -> None:
    cocok = len(soal) == len(jawaban) and all(
        BELUM_TAHU <= j <= len(s["pilihan"]) for s, j in zip(soal, jawaban, strict=True)
    )
    if not cocok:
        raise DomainError("jawaban_tidak_cocok", "Pilih satu jawaban untuk tiap soal.")


def _simpan(
    kursi: Pendaftaran, lembar: LembarKuis, jawaban: list[int], actor: Any, at: datetime
) -> PengerjaanKuis:
    benar, banyak = count_right([s["jawaban"] for s in lembar.soal], jawaban), len(lembar.soal)
    pengerjaan = PengerjaanKuis.objects.create(
        pendaftaran=kursi,
        tahap=lembar.tahap,
        soal=lembar.soal,
        jawaban=jawaban,
        benar=benar,
        banyak=banyak,
        pada=at,
    )
    setattr(kursi, _NILAI[lembar.tahap], mark(benar, banyak))
    kursi.save(update_fields=[_NILAI[lembar.tahap]])
    _catat(kursi, "jawab_kuis", actor, kanal="portal", tahap=lembar.tahap.value)
    return pengerjaan


def settled_marks(
    p: Pendaftaran, *, pra: Decimal | None, pasca: Decimal | None
) -> tuple[Decimal | None, Decimal | None]:
    """The marks (0-100, None: none) that `p`, held, has once HR typed these.

    A stage that was answered here keeps its mark: None leaves it, another number is a Bentrok. DomainError
    outside 0-100. No query where `kuis` was fetched before.
    """
    dijawab = {k.tahap for k in p.kuis.all()}
    return (
        _settled(TahapKuis.PRA, p.nilai_pra, pra, dijawab),
        _settled(TahapKuis.PASCA, p.nilai_pasca, pasca, dijawab),
    )


def _settled(
    tahap: TahapKuis, lama: Decimal | None, angka: Decimal | None, dijawab: set[str]
) -> Decimal | None:
    _wajar(angka)
    if tahap not in dijawab:
        return angka
    if angka not in (None, lama):
        raise Bentrok("nilai_dari_kuis", f"Nilai {JUDUL_KUIS[tahap].lower()} berasal dari jawaban peserta.")
    return lama


def _wajar(angka: Decimal | None) -> None:
    if angka is not None and not 0 <= angka <= 100:
        raise DomainError("nilai_tidak_wajar", "Nilai berupa angka 0 sampai 100, misalnya 75 atau 82,5.")


def _catat(p: Pendaftaran, tindakan: str, actor: Any, *, kanal: str, **rincian: Any) -> None:
    """The trail names the act, neither answers nor marks."""
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pegawai",
        subjek_id=p.pegawai_id,
        kanal=kanal,
        rincian={"pendaftaran": p.pk, **rincian},
    )
