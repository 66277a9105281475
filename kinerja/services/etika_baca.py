"""Which case is mine, and what I may read of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from asn_karier.lib.errors import TidakDitemukan
from kinerja.enums import KeluargaKasus, StatusKasus
from kinerja.models import DiskusiEtika, JawabanEtika, KasusEtika, PelajaranEtika
from kinerja.querysets.etika import Ruang, is_over, rooms_of
from kinerja.rules.etika import keluarga_dari, pemimpin
from kinerja.services.tenggat import Tenggat
from pegawai.models import Pegawai, RiwayatJabatan, UnitKerja
from pegawai.querysets import BERTUGAS
from pegawai.services.profil import day_of, zone_of


def deadline_of(kasus: KasusEtika, saya: Pegawai) -> Tenggat:
    """The last day to answer, on the clock of the unit of the person."""
    return Tenggat(kasus.batas, zone_of(saya), "")


def families_of(saya: Pegawai, at: datetime) -> tuple[KeluargaKasus, ...]:
    """For which families of posts this person is asked, their own first."""
    hari = day_of(saya, at)
    pegang = RiwayatJabatan.objects.filter(pegawai=saya, tmt__lte=hari).order_by("-tmt")
    sendiri = keluarga_dari(pegang.values_list("jabatan__jenis", flat=True).first())
    return (KeluargaKasus.SEMUA,) if sendiri is None else (sendiri, KeluargaKasus.SEMUA)


def current_case(saya: Pegawai, at: datetime) -> KasusEtika | None:
    """The case that runs for this person: of the newest year, the one of their own family first."""
    hari = day_of(saya, at)
    semua = KasusEtika.objects.filter(instansi=saya.instansi_id, status=StatusKasus.TERBIT, mulai__lte=hari)
    terbit = list(semua.order_by("-tahun", "-pk"))
    if not terbit or saya.kedudukan_hukum not in BERTUGAS:
        return None
    urut = families_of(saya, at)
    cocok = [k for k in terbit if k.keluarga in urut]
    return min(cocok, key=lambda k: (-k.tahun, urut.index(KeluargaKasus(k.keluarga))), default=None)


def answered(kasus: KasusEtika, saya: Pegawai) -> bool:
    """Whether this person has answered it, or another version of it: an hour is asked for once a year."""
    return JawabanEtika.objects.filter(
        pegawai=saya, kasus__tahun=kasus.tahun, kasus__keluarga=kasus.keluarga
    ).exists()


def case_for(*, kasus_id: int, saya: Pegawai, at: datetime) -> KasusEtika:
    """A case that this person may open: of their family and begun, or answered by them.

    Raises TidakDitemukan for every other.
    """
    kasus = KasusEtika.objects.terbaca(saya.instansi_id).filter(pk=kasus_id).first()
    if kasus is None or not (own_answer(kasus, saya) or _untuk(kasus, saya, at)):
        raise TidakDitemukan("kasus_tidak_ditemukan", "Kasus etika itu tidak ditemukan.")
    satu: KasusEtika = kasus
    return satu


def _untuk(kasus: KasusEtika, saya: Pegawai, at: datetime) -> bool:
    hari = day_of(saya, at)
    return kasus.mulai <= hari and kasus.keluarga in families_of(saya, at)


def own_answer(kasus: KasusEtika, saya: Pegawai) -> JawabanEtika | None:
    return JawabanEtika.objects.filter(kasus=kasus, pegawai=saya).first()


def own_answers(saya: Pegawai) -> list[JawabanEtika]:
    """Everything this person has answered, the newest first."""
    milik = JawabanEtika.objects.filter(pegawai=saya, kasus__instansi=saya.instansi_id)
    return list(milik.select_related("kasus").order_by("-kasus__tahun", "-pk"))


def room_in(kasus: KasusEtika, saya: Pegawai, at: datetime) -> Ruang | None:
    """With whom this person talks about it; None before their own answer, or without a unit."""
    return rooms_of(JawabanEtika, saya.pk, at).get(kasus.pk)


def room_name(kasus: KasusEtika, ruang: Ruang | None) -> str:
    """The unit a room stands for; empty for none."""
    if ruang is None:
        return ""
    nama = UnitKerja.objects.filter(instansi=kasus.instansi_id, jalur=ruang.jalur)
    return nama.values_list("nama", flat=True).first() or ""


def answers_in(kasus: KasusEtika, pengguna: Any) -> QuerySet[JawabanEtika]:
    """The answers of others that `pengguna` may read, the first sent first."""
    semua: QuerySet[JawabanEtika] = JawabanEtika.objects.visible_to(pengguna).filter(kasus=kasus)
    return semua.exclude(pegawai=pengguna.pegawai_id).select_related("pegawai").order_by("dikirim_pada", "pk")


def discussion_in(kasus: KasusEtika, pengguna: Any) -> QuerySet[DiskusiEtika]:
    """What was said, the first word first."""
    semua: QuerySet[DiskusiEtika] = DiskusiEtika.objects.visible_to(pengguna)
    return semua.filter(jawaban__kasus=kasus).select_related("jawaban__pegawai").order_by("pada", "pk")


def lesson_in(kasus: KasusEtika, pengguna: Any) -> PelajaranEtika | None:
    """What the unit of `pengguna` has learned, when somebody wrote it."""
    semua = PelajaranEtika.objects.visible_to(pengguna).filter(kasus=kasus)
    return semua.select_related("oleh").first()


def leads(kasus: KasusEtika, saya: Pegawai, ruang: Ruang) -> bool:
    """Whether this person leads the room: of those who answered in it, the rater on top."""
    peserta = JawabanEtika.objects.filter(kasus=kasus, unit__in=ruang.unit).values("pegawai")
    menilai = Pegawai.objects.filter(
        pk__in=peserta, bawahan__kedudukan_hukum__in=BERTUGAS, bawahan__instansi=kasus.instansi_id
    )
    return saya.pk in pemimpin(dict(menilai.order_by().values_list("pk", "atasan")))


def lesson_waits(kasus: KasusEtika, saya: Pegawai, at: datetime) -> bool:
    """Whether the discussion of a room that this person leads is over and its lesson is not written."""
    ruang = room_in(kasus, saya, at) if is_over(kasus, at) else None
    if ruang is None or not leads(kasus, saya, ruang):
        return False
    jawaban = JawabanEtika.objects.filter(kasus=kasus, unit__in=ruang.unit)
    milik = PelajaranEtika.objects.filter(kasus=kasus, unit__instansi=kasus.instansi_id)
    return jawaban.exclude(pegawai=saya).exists() and not milik.filter(unit__jalur=ruang.jalur).exists()
