"""The release: what the committee set becomes known to its people, by an official without a voice in it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from asn_karier.lib.audit import catat_satu_satu
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from karier.models import AnggotaKomite, PenetapanKotak, RilisKotak, SidangTalenta
from karier.services.sidang_baca import in_force, last_decisions
from pegawai.models import Instansi


@transaction.atomic
def release_session(*, sidang_id: int, actor: Any, at: datetime) -> list[RilisKotak]:
    """Everything the session set and that is not released yet, without the row of the actor themself.

    The first release closes the session. TidakDitemukan outside the instansi of which the actor is HR,
    TidakBoleh for a member with a voice and for an account that is nobody, DomainError without minutes,
    Bentrok when nothing is left.
    """
    sidang = _held(sidang_id, actor)
    _ensure_releasable(sidang, actor)
    mau = [p for p in waiting(sidang) if p.pegawai_id != actor.pegawai_id]
    if not mau:
        raise Bentrok("tidak_ada_rilis", "Tidak ada penetapan yang menunggu rilis Anda.")
    baru = RilisKotak.objects.bulk_create(
        RilisKotak(penetapan=p, pegawai_id=p.pegawai_id, pejabat_id=actor.pegawai_id, oleh=actor, pada=at)
        for p in mau
    )
    if sidang.ditutup_pada is None:
        sidang.ditutup_pada = at
        sidang.save(update_fields=["ditutup_pada"])
    catat_satu_satu(
        pengguna=actor,
        tindakan="rilis_kotak_talenta",
        baris=((p.pegawai_id, {"sidang": sidang.pk}) for p in mau),
        kanal="admin",
        keperluan=str(sidang),
    )
    return list(baru)


def release_obstacle(sidang: SidangTalenta, actor: Any) -> str:
    """Why `actor` cannot release this session as it stands; empty when they can."""
    try:
        _ensure_releasable(sidang, actor)
    except DomainError as salah:
        return salah.kalimat
    return ""


def waiting(sidang: SidangTalenta) -> list[PenetapanKotak]:
    """What counts of the session and nobody has released; two queries."""
    tetap = in_force(last_decisions(sidang).values())
    sudah = set(RilisKotak.objects.filter(penetapan__sidang=sidang).values_list("penetapan_id", flat=True))
    return [p for p in tetap if p.pk not in sudah]


def _held(sidang_id: int, actor: Any) -> SidangTalenta:
    milik = SidangTalenta.objects.filter(komite__instansi__in=Instansi.objects.dikelola(actor))
    sidang: SidangTalenta | None = (
        milik.select_related("komite").select_for_update(of=("self",)).filter(pk=sidang_id).first()
    )
    if sidang is None:
        raise TidakDitemukan("sidang_tidak_ditemukan", "Sidang ini tidak ditemukan.")
    return sidang


def _ensure_releasable(sidang: SidangTalenta, actor: Any) -> None:
    _ensure_second_person(sidang, actor)
    if not sidang.nomor_berita or not sidang.berita_acara:
        raise DomainError(
            "berita_kosong", "Berita acara sidang ini belum ditulis.", tindakan="Mintalah komite menulisnya."
        )


def _ensure_second_person(sidang: SidangTalenta, actor: Any) -> None:
    """A named person, who had no voice in what is released."""
    if actor.pegawai_id is None:
        raise TidakBoleh("tanpa_nama", "Rilis dilakukan pejabat bernama, dari akun pegawainya sendiri.")
    bersuara = AnggotaKomite.objects.bersuara().filter(komite=sidang.komite_id, pegawai=actor.pegawai_id)
    if bersuara.exists():
        raise TidakBoleh(
            "anggota_merilis", "Anggota komite tidak merilis penetapannya sendiri.",
            tindakan="Mintalah pejabat pengelola kepegawaian lain merilisnya.",
        )  # fmt: skip
