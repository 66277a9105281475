"""What the committee of talent does: open a session, set boxes, take one back, write the minutes.

The run proposes, a member sets. Everything is a new row; the row of the session is held meanwhile, so that
two members who set the same person at once are told of each other. Nobody has a voice about themself, about
whom they rate, or about who rates them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from asn_karier.lib.audit import catat, catat_satu_satu
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from karier.enums import JenisPenetapan
from karier.models import AnggotaKomite, HadirSidang, KomiteTalenta, PenetapanKotak, SidangTalenta
from karier.models.sidang import BERITA_TERPANJANG
from karier.querysets import dekat
from karier.rules.kuorum import is_quorum
from karier.services.keadaan import last_run, pastikan_terbaca
from karier.services.sidang_baca import Usulan, last_decisions, proposals
from pegawai.models import Pegawai, UnitKerja

KANAL: Final = "portal"
ALASAN_TERPANJANG: Final = 500
NOMOR_TERPANJANG: Final = 80


@transaction.atomic
def open_session(
    *, komite_id: int, tanggal: date, unit: UnitKerja | None, hadir: Collection[int], actor: Any, at: datetime
) -> SidangTalenta:
    """A session about what the last run proposes. `hadir`: duties (AnggotaKomite) of who is there.

    DomainError `kuorum_kurang`, `belum_ada_perhitungan`; Bentrok for a second press; TidakDitemukan without
    a duty in the committee.
    """
    komite = _held_committee(komite_id, unit, actor)
    _ensure_first(komite, tanggal, unit)
    suara = set(_voices(komite, tanggal).values_list("pk", flat=True))
    ada = suara & set(hadir)
    if not is_quorum(len(ada), len(suara)):
        raise DomainError(
            "kuorum_kurang",
            f"{len(ada)} dari {len(suara)} anggota hadir. Sidang dibuka bila lebih dari separuh hadir, "
            "paling sedikit dua orang.",
        )
    run = last_run(komite.instansi_id)
    if run is None:
        raise DomainError(
            "belum_ada_perhitungan", "Belum ada perhitungan yang selesai.", tindakan="Hubungi BKPSDM."
        )
    sidang = SidangTalenta.objects.create(
        komite=komite,
        tanggal=tanggal,
        unit=unit,
        run=run,
        suara=len(suara),
        dibuka_oleh=actor,
        dibuka_pada=at,
    )
    HadirSidang.objects.bulk_create(HadirSidang(sidang=sidang, anggota_id=pk) for pk in sorted(ada))
    _catat(sidang, "buka_sidang_talenta", actor, {"hadir": sorted(ada)})
    return sidang


def _held_committee(komite_id: int, unit: UnitKerja | None, actor: Any) -> KomiteTalenta:
    semua = KomiteTalenta.objects.bertugas(actor).select_for_update(of=("self",))
    komite: KomiteTalenta | None = semua.filter(pk=komite_id).first()
    if komite is None:
        raise TidakDitemukan("komite_tidak_ditemukan", "Komite ini tidak ditemukan.")
    if unit is not None and unit.instansi_id != komite.instansi_id:
        raise TidakDitemukan("unit_tidak_ditemukan", "Unit ini tidak ditemukan.")
    return komite


def _ensure_first(komite: KomiteTalenta, tanggal: date, unit: UnitKerja | None) -> None:
    """Two presses are one session."""
    if komite.sidang.filter(tanggal=tanggal, unit=unit, ditutup_pada=None).exists():
        raise Bentrok("sidang_sudah_dibuka", "Sidang pada tanggal itu sudah dibuka; lihat daftar sidang.")


@transaction.atomic
def agree_boxes(
    *, sidang_id: int, pegawai_ids: Collection[int], actor: Any, at: datetime
) -> list[PenetapanKotak]:
    """Set what the run proposes, for everybody chosen of whom nothing is set yet.

    Others are left out: set meanwhile, outside the session, without a proposal, or close to the actor.
    """
    sidang, anggota = _held_by_voice(sidang_id, actor)
    lama = last_decisions(sidang, pegawai_ids)
    mau = [
        u
        for u in proposals(sidang, actor, pegawai_ids=pegawai_ids)
        if u.pegawai_id not in lama or lama[u.pegawai_id].jenis == JenisPenetapan.URUNGKAN
    ]
    baru = [
        _row(sidang, anggota, u, lama.get(u.pegawai_id), JenisPenetapan.SETUJU, u.kotak, "", actor, at)
        for u in mau
    ]
    PenetapanKotak.objects.bulk_create(baru)
    _catat_orang(sidang, baru, actor)
    return baru


@transaction.atomic
def set_box(
    *, sidang_id: int, pegawai_id: int, kotak: int, alasan: str, urutan: int, actor: Any, at: datetime
) -> PenetapanKotak:
    """Set one person. `urutan`: of the last row that the member saw, 0 for none.

    Another box than the proposed one takes a reason (DomainError `alasan_kosong`). TidakBoleh about oneself
    and the close line, DomainError `komponen_kurang` without a proposal, Bentrok when somebody was faster.
    Twice is once.
    """
    sidang, anggota = _held_by_voice(sidang_id, actor)
    usulan, lama = _one(sidang, pegawai_id, actor)
    if lama is not None and _again(lama, urutan, kotak, alasan, actor):
        return lama
    _expect(lama, urutan)
    if not 1 <= kotak <= 9:
        raise DomainError("kotak_tidak_ada", "Pilih kotak 1 sampai 9.")
    jenis = JenisPenetapan.SETUJU if kotak == usulan.kotak else JenisPenetapan.LAIN
    if jenis is JenisPenetapan.LAIN and not alasan.strip():
        raise DomainError("alasan_kosong", "Kotak ini berbeda dari usulan hitungan. Tuliskan alasannya.")
    if lama is not None and (lama.kotak, lama.alasan) == (kotak, alasan.strip()):
        raise Bentrok("penetapan_sama", "Penetapan itu sudah tercatat.")
    baru = _row(sidang, anggota, usulan, lama, jenis, kotak, alasan, actor, at)
    baru.save()
    _catat_orang(sidang, [baru], actor)
    return baru


@transaction.atomic
def undo_box(
    *, sidang_id: int, pegawai_id: int, alasan: str, urutan: int, actor: Any, at: datetime
) -> PenetapanKotak:
    """Take back what was set, with a reason; the person waits again. Twice is once."""
    sidang, anggota = _held_by_voice(sidang_id, actor)
    usulan, lama = _one(sidang, pegawai_id, actor)
    if lama is not None and _again(lama, urutan, None, alasan, actor):
        return lama
    _expect(lama, urutan)
    if lama is None or lama.jenis == JenisPenetapan.URUNGKAN:
        raise Bentrok("belum_ditetapkan", "Belum ada penetapan yang dapat diurungkan.")
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan alasan mengurungkan penetapan.")
    baru = _row(sidang, anggota, usulan, lama, JenisPenetapan.URUNGKAN, None, alasan, actor, at)
    baru.save()
    _catat_orang(sidang, [baru], actor)
    return baru


@transaction.atomic
def write_minutes(
    *, sidang_id: int, nomor: str, isi: str, versi: int, actor: Any, at: datetime
) -> SidangTalenta:
    """Number and text of the minutes, by anybody with a duty in the committee, until the release."""
    sidang = held_session(SidangTalenta.objects.bertugas(actor), sidang_id)
    if not nomor.strip() or not isi.strip():
        raise DomainError("berita_kosong", "Tuliskan nomor dan isi berita acara.")
    nomor, isi = nomor.strip()[:NOMOR_TERPANJANG], isi.strip()[:BERITA_TERPANJANG]
    if (sidang.nomor_berita, sidang.berita_acara) == (nomor, isi):
        return sidang
    if sidang.versi != versi:
        raise Bentrok(
            "berita_berubah",
            "Berita acara ini berubah sejak Anda membukanya.",
            tindakan="Muat ulang halaman, lalu tulis perubahan Anda.",
        )
    sidang.nomor_berita, sidang.berita_acara = nomor, isi
    sidang.versi += 1
    sidang.save(update_fields=["nomor_berita", "berita_acara", "versi"])
    _catat(sidang, "tulis_berita_talenta", actor, {"nomor": sidang.nomor_berita, "pada": at.isoformat()})
    return sidang


def held_session(semua: Any, sidang_id: int) -> SidangTalenta:
    """The locked row of a session that is still open; Bentrok `sidang_ditutup` once it was released."""
    sidang: SidangTalenta | None = (
        semua.select_related("run", "komite__instansi", "unit")
        .select_for_update(of=("self",))
        .filter(pk=sidang_id)
        .first()
    )
    if sidang is None:
        raise TidakDitemukan("sidang_tidak_ditemukan", "Sidang ini tidak ditemukan.")
    if sidang.ditutup_pada is not None:
        raise Bentrok(
            "sidang_ditutup",
            "Hasil sidang ini sudah dirilis dan tidak berubah lagi.",
            tindakan="Penetapan baru dibuat pada sidang berikutnya.",
        )
    pastikan_terbaca(sidang.run)
    return sidang


def voice_of(sidang: SidangTalenta, actor: Any) -> AnggotaKomite | None:
    """The duty by which `actor` decides in this session: with a voice, in force, and present."""
    milik = AnggotaKomite.objects.milik(actor).bersuara().filter(komite=sidang.komite_id)
    anggota: AnggotaKomite | None = milik.filter(pk__in=sidang.hadir.values("anggota")).first()
    return anggota


def _held_by_voice(sidang_id: int, actor: Any) -> tuple[SidangTalenta, AnggotaKomite]:
    sidang = held_session(SidangTalenta.objects.bertugas(actor), sidang_id)
    anggota = voice_of(sidang, actor)
    if anggota is None:
        raise TidakBoleh("tanpa_suara", "Penetapan dibuat oleh anggota komite yang hadir pada sidang ini.")
    return sidang, anggota


def _one(sidang: SidangTalenta, pegawai_id: int, actor: Any) -> tuple[Usulan, PenetapanKotak | None]:
    ensure_not_close(pegawai_id, actor)
    lama = last_decisions(sidang, [pegawai_id]).get(pegawai_id)
    usulan = next(iter(proposals(sidang, actor, pegawai_ids=[pegawai_id])), None)
    if usulan is None:
        raise DomainError(
            "komponen_kurang",
            "Komponen pegawai ini belum lengkap, atau ia di luar sidang ini: tidak ada kotak.",
        )
    return usulan, lama


def _again(lama: PenetapanKotak, urutan: int, kotak: int | None, alasan: str, actor: Any) -> bool:
    """Whether the last row is what this very press wrote the first time."""
    kini = (lama.urutan, lama.kotak, lama.alasan, lama.oleh_id)
    return kini == (urutan + 1, kotak, alasan.strip()[:ALASAN_TERPANJANG], actor.pk)


def _expect(lama: PenetapanKotak | None, urutan: int) -> None:
    if (lama.urutan if lama else 0) != urutan:
        raise Bentrok(
            "penetapan_berubah",
            "Anggota lain sudah menetapkan pegawai ini sejak Anda membukanya.",
            tindakan="Muat ulang halaman untuk melihat penetapannya.",
        )


def ensure_not_close(pegawai_id: int, actor: Any) -> None:
    """TidakBoleh about oneself, whom one rates, and who rates one."""
    if pegawai_id == actor.pegawai_id:
        raise TidakBoleh("diri_sendiri", "Anda tidak ikut menetapkan kotak Anda sendiri.")
    if Pegawai.objects.filter(dekat(actor, ""), pk=pegawai_id).exists():
        raise TidakBoleh(
            "garis_dekat",
            "Pegawai ini bawahan langsung atau atasan Anda.",
            tindakan="Anggota lain yang menetapkannya.",
        )


def _voices(komite: KomiteTalenta, hari: date) -> Any:
    """Who has a voice in the committee on `hari`; who has left the service makes no quorum."""
    berjalan = Q(sampai=None) | Q(sampai__gte=hari)
    return komite.anggota.bersuara().bertugas().filter(berjalan, mulai__lte=hari)


def _row(
    sidang: SidangTalenta,
    anggota: AnggotaKomite,
    u: Usulan,
    lama: PenetapanKotak | None,
    jenis: JenisPenetapan,
    kotak: int | None,
    alasan: str,
    actor: Any,
    at: datetime,
) -> PenetapanKotak:
    return PenetapanKotak(
        sidang=sidang, pegawai_id=u.pegawai_id, urutan=(lama.urutan if lama else 0) + 1, jenis=jenis,
        kotak=kotak, kotak_usulan=u.kotak, sumbu_x=u.sumbu_x, sumbu_y=u.sumbu_y, komponen=u.komponen,
        keyakinan=u.keyakinan.value, alasan=alasan.strip()[:ALASAN_TERPANJANG],
        pemutus_id=anggota.pegawai_id, oleh=actor, pada=at,
    )  # fmt: skip


def _catat(sidang: SidangTalenta, tindakan: str, actor: Any, rincian: dict[str, Any]) -> None:
    catat(
        pengguna=actor, tindakan=tindakan, subjek_jenis="sidang_talenta", subjek_id=sidang.pk, kanal=KANAL,
        rincian=rincian,
    )  # fmt: skip


def _catat_orang(sidang: SidangTalenta, baris: Iterable[PenetapanKotak], actor: Any) -> None:
    """That it was decided about them; which box, the trail of a person does not tell before the release."""
    catat_satu_satu(
        pengguna=actor,
        tindakan="tetapkan_kotak_talenta",
        baris=((p.pegawai_id, {"sidang": sidang.pk, "urutan": p.urutan}) for p in baris),
        kanal=KANAL,
        keperluan=str(sidang),
    )
