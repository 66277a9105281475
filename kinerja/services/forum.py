"""The dialogue with citizens: topics, inputs, answers of an office, promises; and what changed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from kinerja.enums import StatusKiriman, StatusTindak
from kinerja.models import JanjiForum, MasukanForum, PerubahanLayanan, TopikForum
from kinerja.services.kiriman import receive
from kinerja.services.milik_unit import ensure_length, ensure_unit, keep
from pegawai.services.profil import zone_of_unit


def submit_masukan(*, topik: TopikForum, teks: str, kunci: str, alamat: str, at: datetime) -> MasukanForum:
    """One input without a name, held until a moderator has read it."""
    if not (topik.terbit and topik.dibuka):
        raise DomainError("topik_ditutup", "Dialog ini tidak menerima masukan lagi.")
    if not teks.strip():
        raise DomainError("teks_kosong", "Tulis masukan Anda.")
    ensure_length(teks, "Masukan", at)
    return receive(
        model=MasukanForum,
        tentang=f"masukan:{topik.pk}",
        kunci=kunci,
        teks=teks,
        alamat=alamat,
        zona_waktu=zone_of_unit(topik.unit),
        at=at,
        topik=topik,
    )


@transaction.atomic
def save_topik(*, topik: TopikForum, actor: Any, at: datetime, kanal: str) -> TopikForum:
    """Keep a topic of a unit that `actor` serves."""
    ensure_unit(unit_id=topik.unit_id, actor=actor)
    keep(topik, jenis="topik_forum", actor=actor, at=at, kanal=kanal)
    return topik


@transaction.atomic
def save_janji(*, janji: JanjiForum, actor: Any, at: datetime, kanal: str) -> JanjiForum:
    """Keep a promise, or tell what became of it. Its words and its day stay as they were given."""
    ensure_unit(unit_id=janji.topik.unit_id, actor=actor)
    hari = at.astimezone(ZoneInfo(zone_of_unit(janji.topik.unit))).date()
    lama = None if janji._state.adding else _yang_lama(janji)
    janji.selesai = _hari_selesai(janji, lama, hari)
    keep(janji, jenis="janji_forum", actor=actor, at=at, kanal=kanal)
    return janji


def _hari_selesai(janji: JanjiForum, lama: JanjiForum | None, hari: date) -> date | None:
    """The day it was done is the day it was told, and stays."""
    if janji.status != StatusTindak.DIJALANKAN:
        return None
    return (lama.selesai if lama else None) or hari


def _yang_lama(janji: JanjiForum) -> JanjiForum:
    """The promise as it stands, held; refused where its words or its day would change."""
    lama: JanjiForum = JanjiForum.objects.select_for_update(no_key=True).get(pk=janji.pk)
    if (lama.isi, lama.tenggat, lama.topik_id) != (janji.isi, janji.tenggat, janji.topik_id):
        raise DomainError(
            "janji_tetap",
            "Isi dan tenggat janji tidak diubah.",
            tindakan="Tandai Tidak dapat dijalankan dengan alasan, lalu buat janji baru.",
        )
    return lama


@transaction.atomic
def save_perubahan(*, perubahan: PerubahanLayanan, actor: Any, at: datetime, kanal: str) -> PerubahanLayanan:
    """What a unit changed because of what citizens said."""
    ensure_unit(unit_id=perubahan.unit_id, actor=actor)
    keep(perubahan, jenis="perubahan_layanan", actor=actor, at=at, kanal=kanal)
    return perubahan


@transaction.atomic
def answer_masukan(
    *, masukan: MasukanForum, tindak: StatusTindak, tanggapan: str, versi: int, actor: Any, at: datetime
) -> MasukanForum:
    """The answer of the office, under the name of the office; the officer stands on the trail only."""
    terlihat = MasukanForum.objects.visible_to(actor).filter(pk=masukan.pk).values("pk")
    ditahan = MasukanForum.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=terlihat)
    kini: MasukanForum | None = ditahan.select_related("topik__unit__instansi").first()
    if kini is None:
        raise TidakDitemukan("kiriman_tidak_ditemukan", "Masukan itu tidak ditemukan dalam lingkup Anda.")
    if (kini.tindak, kini.tanggapan, kini.ditanggapi_oleh_id) == (tindak, tanggapan.strip(), actor.pk):
        return kini
    if kini.versi != versi:
        raise Bentrok("kiriman_berubah", "Petugas lain menanggapi masukan ini sejak Anda membukanya.")
    if kini.status != StatusKiriman.TAMPIL:
        raise DomainError("belum_tampil", "Hanya masukan yang tampil dapat ditanggapi.")
    if not tanggapan.strip() or tindak == StatusTindak.DITERIMA:
        raise DomainError("tanggapan_kosong", "Isi tanggapan dan pilih tindak lanjutnya.")
    unit = kini.topik.unit
    kini.tindak, kini.tanggapan, kini.kantor = tindak, tanggapan.strip(), unit.nama
    kini.ditanggapi_hari = at.astimezone(ZoneInfo(zone_of_unit(unit))).date()
    kini.ditanggapi_oleh = actor
    kini.versi += 1
    kini.save()
    catat(
        pengguna=actor,
        tindakan="tanggapi_masukan",
        subjek_jenis="kiriman_warga",
        subjek_id=None,
        kanal="admin",
        rincian={"nomor": kini.nomor, "tindak": tindak.value},
    )
    return kini
