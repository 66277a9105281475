"""Succession of critical posts, by the committee of talent: marked, considered, decided with minutes.

A candidate is only considered: nothing follows for them, and they are not told for which post (who is in the
succession group knows it from their released box). Nobody considers themself.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from karier.enums import AsalKandidat
from karier.models import AnggotaKomite, JabatanKritikal, KandidatSuksesi, RencanaSuksesi
from karier.services.suksesi_baca import candidates_of, is_holder, pool_of
from pegawai.models import Jabatan, Pegawai, UnitKerja
from pegawai.querysets import BERTUGAS
from pegawai.services.profil import day_in

ALASAN_TERPANJANG: Final = 500


@transaction.atomic
def mark_post(*, jabatan: Jabatan, unit: UnitKerja, alasan: str, actor: Any, at: datetime) -> JabatanKritikal:
    """TidakDitemukan without a duty in the committee of that instansi, Bentrok when it is marked already."""
    tugas = AnggotaKomite.objects.milik(actor).filter(komite__instansi=unit.instansi_id)
    if not tugas.exists():
        raise TidakDitemukan("unit_tidak_ditemukan", "Unit ini tidak ditemukan.")
    if is_holder(actor.pegawai_id, jabatan, unit):
        raise TidakBoleh("jabatan_sendiri", "Jabatan Anda sendiri ditandai anggota lain.")
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan mengapa jabatan ini kritikal.")
    kritikal, baru = JabatanKritikal.objects.get_or_create(
        instansi_id=unit.instansi_id, jabatan=jabatan, unit=unit,
        defaults={"alasan": alasan.strip()[:ALASAN_TERPANJANG], "oleh": actor, "pada": at},
    )  # fmt: skip
    if not baru:
        raise Bentrok("sudah_kritikal", "Jabatan itu sudah ditandai kritikal.")
    _catat(kritikal, "tandai_jabatan_kritikal", actor, None)
    return kritikal


@transaction.atomic
def add_from_pool(
    *, kritikal_id: int, pegawai_ids: Collection[int], actor: Any, at: datetime
) -> list[KandidatSuksesi]:
    """The chosen of the succession group; who is in already, or no longer in the group, is left out."""
    kritikal = _held(kritikal_id, actor)
    usul = {u.pegawai_id: u for u in pool_of(kritikal, actor) if u.pegawai_id in set(pegawai_ids)}
    baru = [
        KandidatSuksesi(
            kritikal=kritikal, pegawai_id=pk, asal=AsalKandidat.KRS, alasan=u.alasan, oleh=actor, pada=at
        )
        for pk, u in usul.items()
    ]
    KandidatSuksesi.objects.bulk_create(baru)
    for k in baru:
        _catat(kritikal, "tambah_kandidat_suksesi", actor, k.pegawai_id)
    return baru


@transaction.atomic
def add_candidate(
    *, kritikal_id: int, pegawai: Pegawai, alasan: str, rencana: str, actor: Any, at: datetime
) -> KandidatSuksesi:
    """Somebody outside the group, with a reason."""
    kritikal = _held(kritikal_id, actor)
    if pegawai.pk == actor.pegawai_id:
        raise TidakBoleh("diri_sendiri", "Anda tidak dapat menambahkan diri sendiri.")
    if pegawai.instansi_id != kritikal.instansi_id or pegawai.kedudukan_hukum not in BERTUGAS:
        raise DomainError("bukan_bertugas", "Kandidat adalah ASN instansi ini yang sedang bertugas.")
    if is_holder(pegawai.pk, kritikal.jabatan, kritikal.unit):
        raise DomainError("pemangku", f"{pegawai.nama_gelar} memangku jabatan ini.")
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan alasan menambahkan kandidat ini.")
    if kritikal.kandidat.filter(pegawai=pegawai, dilepas_pada=None).exists():
        raise Bentrok("sudah_kandidat", f"{pegawai.nama_gelar} sudah ada dalam daftar.")
    k = kritikal.kandidat.create(
        pegawai=pegawai, asal=AsalKandidat.TAMBAHAN, alasan=alasan.strip()[:ALASAN_TERPANJANG],
        rencana=rencana.strip()[:ALASAN_TERPANJANG], oleh=actor, pada=at,
    )  # fmt: skip
    _catat(kritikal, "tambah_kandidat_suksesi", actor, pegawai.pk)
    return k


@transaction.atomic
def plan_candidate(*, kandidat_id: int, rencana: str, versi: int, actor: Any) -> KandidatSuksesi:
    """What prepares them: words for the committee, until a plan of development says it.

    Bentrok when somebody else wrote since; the same words again change nothing.
    """
    k, isi = _candidate(kandidat_id, actor), rencana.strip()[:ALASAN_TERPANJANG]
    if k.rencana == isi:
        return k
    if k.versi != versi:
        raise Bentrok(
            "kandidat_berubah",
            "Rencana kandidat ini berubah sejak Anda membukanya.",
            tindakan="Muat ulang halaman untuk membacanya.",
        )
    k.rencana, k.versi = isi, versi + 1
    k.save(update_fields=["rencana", "versi"])
    _catat(k.kritikal, "ubah_kandidat_suksesi", actor, k.pegawai_id)
    return k


@transaction.atomic
def drop_candidate(*, kandidat_id: int, alasan: str, actor: Any, at: datetime) -> KandidatSuksesi:
    """Considered no longer, with a reason; the row stays."""
    k = _candidate(kandidat_id, actor)
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan alasan melepas kandidat ini.")
    k.dilepas_pada, k.alasan_lepas = at, alasan.strip()[:ALASAN_TERPANJANG]
    k.save(update_fields=["dilepas_pada", "alasan_lepas"])
    _catat(k.kritikal, "lepas_kandidat_suksesi", actor, k.pegawai_id)
    return k


@transaction.atomic
def establish_plan(
    *, kritikal_id: int, nomor_berita: str, alasan: str, urutan: int, actor: Any, at: datetime
) -> RencanaSuksesi:
    """The list with readiness and gaps as they are today, by a member with a voice.

    `urutan`: of the last plan that the member saw (0: none); Bentrok for a newer one. Twice is once.
    """
    kritikal = _held(kritikal_id, actor)
    suara = AnggotaKomite.objects.milik(actor).bersuara().filter(komite__instansi=kritikal.instansi_id)
    if not suara.exists():
        raise TidakBoleh("tanpa_suara", "Rencana suksesi ditetapkan anggota komite yang bersuara.")
    if not nomor_berita.strip() or not alasan.strip():
        raise DomainError("berita_kosong", "Tuliskan nomor berita acara dan alasan penetapan.")
    nomor, sebab = nomor_berita.strip()[:80], alasan.strip()[:1000]
    terakhir: RencanaSuksesi | None = kritikal.rencana.order_by("-urutan").first()
    if terakhir is not None and _established(terakhir) == (urutan + 1, nomor, sebab, actor.pk):
        return terakhir
    if (terakhir.urutan if terakhir else 0) != urutan:
        raise Bentrok(
            "rencana_berubah", "Rencana suksesi jabatan ini sudah ditetapkan sejak Anda membukanya.",
            tindakan="Muat ulang halaman untuk melihatnya.",
        )  # fmt: skip
    isi = candidates_of(kritikal, per=day_in(kritikal.instansi, at))
    if not isi:
        raise DomainError("tanpa_kandidat", "Belum ada kandidat yang dipertimbangkan.")
    rencana: RencanaSuksesi = kritikal.rencana.create(
        urutan=urutan + 1, nomor_berita=nomor, alasan=sebab,
        kandidat=[{"pegawai": k.pegawai_id, "kesiapan": k.kesiapan.value, "celah": k.celah} for k in isi],
        pemutus_id=actor.pegawai_id, oleh=actor, pada=at,
    )  # fmt: skip
    _catat(kritikal, "tetapkan_rencana_suksesi", actor, None)
    return rencana


def _established(r: RencanaSuksesi) -> tuple[int, str, str, int]:
    """By which the second press of one button is told from another plan."""
    return r.urutan, r.nomor_berita, r.alasan, r.oleh_id


def _held(kritikal_id: int, actor: Any) -> JabatanKritikal:
    semua = JabatanKritikal.objects.filter(pk__in=JabatanKritikal.objects.visible_to(actor).values("pk"))
    kritikal: JabatanKritikal | None = (
        semua.select_related("jabatan__standar", "unit", "instansi")
        .select_for_update(of=("self",))
        .filter(pk=kritikal_id)
        .first()
    )
    if kritikal is None:
        raise TidakDitemukan("jabatan_tidak_ditemukan", "Jabatan ini tidak ditemukan.")
    return kritikal


def _candidate(kandidat_id: int, actor: Any) -> KandidatSuksesi:
    k = KandidatSuksesi.objects.filter(pk=kandidat_id).first()
    if k is None:
        raise TidakDitemukan("kandidat_tidak_ditemukan", "Kandidat ini tidak ditemukan.")
    kritikal = _held(k.kritikal_id, actor)
    k = kritikal.kandidat.select_related("kritikal", "pegawai").get(pk=kandidat_id)
    if k.dilepas_pada is not None:
        raise Bentrok("sudah_dilepas", "Kandidat ini sudah dilepas.")
    return k


def _catat(kritikal: JabatanKritikal, tindakan: str, actor: Any, pegawai_id: int | None) -> None:
    """On the trail of the post, never on that of a candidate: their page would tell them."""
    catat(
        pengguna=actor, tindakan=tindakan, subjek_jenis="jabatan_kritikal", subjek_id=kritikal.pk,
        kanal="portal", rincian={"pegawai": pegawai_id} if pegawai_id else {},
    )  # fmt: skip
