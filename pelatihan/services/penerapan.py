"""What the atasan sees of a class at work, three months later (level 3)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from pegawai.models import Pegawai
from pegawai.services.profil import day_of
from pelatihan.models import Pendaftaran, PerilakuPasca
from pelatihan.rules.evaluasi import asked_about

KALIMAT_TERPANJANG: Final = 500


def asked_of(pengguna: Any, saya: Pegawai, *, at: datetime) -> QuerySet[Pendaftaran]:
    """About whom `pengguna` is asked now, answered ones too, the class that ended first standing first."""
    masa = asked_about(day_of(saya, at))
    semua = Pendaftaran.objects.ditanya_penerapan(pengguna, dari=masa.dari, sampai=masa.sampai)
    milik: QuerySet[Pendaftaran] = semua.select_related("pegawai", "angkatan__pelatihan", "perilaku")
    return milik.order_by("angkatan__selesai", "pegawai__nama", "pk")


def waiting_for(pengguna: Any, saya: Pegawai, *, at: datetime) -> QuerySet[Pendaftaran]:
    """Those whom nobody has answered about."""
    return asked_of(pengguna, saya, at=at).filter(perilaku=None)


def asked_about_one(pengguna: Any, saya: Pegawai, *, pendaftaran_id: int, at: datetime) -> Pendaftaran:
    """One of them; TidakDitemukan for everybody else's people, for oneself, too early and too late."""
    satu: Pendaftaran | None = asked_of(pengguna, saya, at=at).filter(pk=pendaftaran_id).first()
    if satu is None:
        raise TidakDitemukan(
            "penerapan_tidak_ditemukan", "Pelatihan itu tidak sedang ditanyakan kepada Anda."
        )
    return satu


@transaction.atomic
def record_behaviour(
    *, pendaftaran_id: int, diterapkan: int, contoh: str, hambatan: str, actor: Any, at: datetime
) -> PerilakuPasca:
    """Say how far a participant uses it: 1-5, one sentence of what was seen, perhaps what stands in the way.

    Once; the same again is the same. TidakDitemukan for who is not the atasan of today, Bentrok when
    somebody has answered otherwise.
    """
    list(Pendaftaran.objects.select_for_update().filter(pk=pendaftaran_id).values_list("pk"))
    saya = actor.pegawai
    if saya is None:
        raise TidakDitemukan("penerapan_tidak_ditemukan", "Akun ini belum terhubung dengan data pegawai.")
    satu = asked_about_one(actor, saya, pendaftaran_id=pendaftaran_id, at=at)
    isi = {"diterapkan": diterapkan, "contoh": _kalimat(contoh), "hambatan": _kalimat(hambatan)}
    ada: PerilakuPasca | None = PerilakuPasca.objects.filter(pendaftaran=satu).first()
    if ada is not None:
        if any(getattr(ada, nama) != nilai for nama, nilai in isi.items()):
            raise Bentrok("penerapan_sudah", "Penerapan pelatihan ini sudah dinilai.")
        return ada
    if not isi["contoh"] or not 1 <= diterapkan <= 5:
        raise DomainError(
            "penerapan_kosong", "Pilih satu jawaban, dan tuliskan satu kalimat yang Anda lihat."
        )
    baru = PerilakuPasca.objects.create(pendaftaran=satu, oleh=actor, pada=at, **isi)
    catat(
        pengguna=actor,
        tindakan="nilai_penerapan",
        subjek_jenis="pegawai",
        subjek_id=satu.pegawai_id,
        kanal="portal",
        rincian={"pendaftaran": satu.pk},
    )
    return baru


def _kalimat(teks: str) -> str:
    isi = " ".join(teks.split())
    if len(isi) > KALIMAT_TERPANJANG:
        raise DomainError("kalimat_panjang", f"Kalimat paling banyak 500 huruf. Sekarang {len(isi)}.")
    return isi
