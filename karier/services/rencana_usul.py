"""A plan begins: drafted by the rule out of what is known about the person, theirs from then on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from asn_karier.lib.errors import DomainError, TidakBoleh
from karier.enums import AsalButir, JenisPutusan
from karier.kamus.rencana import item_words
from karier.models import RencanaPengembangan
from karier.rules.rencana import Bahan, CelahIdp, ProgramIdp, UsulIdp, plan_years, propose
from karier.services.keadaan import Keadaan, read_outcomes
from karier.services.pencocokan import SaranPengembangan, all_gaps, suggest_development
from karier.services.rencana_isi import IsiButir, established_for, new_item
from karier.services.rencana_sumber import Pelaku, hold_person, store, trail
from kinerja.enums import JenisTindakLanjut, StatusPenilaian
from kinerja.models import Penilaian
from kinerja.services.tindak_lanjut import proposals
from pegawai.enums import BentukPengembangan, JenisPegawai, Jenjang
from pegawai.kamus import LABEL
from pegawai.models import Pegawai
from pegawai.services.profil import day_of
from pelatihan.models import Pelatihan
from pelatihan.services.katalog import SaranPelatihan


@transaction.atomic
def start_plan(*, pegawai: Pegawai, tahun: int, actor: Any, at: datetime, kanal: str) -> RencanaPengembangan:
    """The plan of a year with its proposed items; the one that is there already when there is one.

    By the person, or by an operator who serves them. DomainError `tahun_lain` for a year that is not planned.
    """
    milik = actor.pegawai_id == pegawai.pk
    if not milik and not Pegawai.objects.dibantu(actor).filter(pk=pegawai.pk).exists():
        raise TidakBoleh("bukan_pemilik", "Rencana pengembangan disusun oleh pegawainya.")
    pegawai = hold_person(pegawai.pk)
    ada: RencanaPengembangan | None = RencanaPengembangan.objects.filter(pegawai=pegawai, tahun=tahun).first()
    if ada is not None:
        return ada
    hari = day_of(pegawai, at)
    if tahun not in plan_years(hari):
        raise DomainError(
            "tahun_lain", f"Rencana {tahun} belum atau tidak lagi disusun.",
            tindakan="Rencana tahun depan dimulai 1 Oktober.",
        )  # fmt: skip
    return _write(pegawai, tahun, hari, Pelaku(actor, at, kanal))


def _write(pegawai: Pegawai, tahun: int, hari: date, p: Pelaku) -> RencanaPengembangan:
    bahan, dasar = gather(pegawai, tahun, hari)
    rencana: RencanaPengembangan = RencanaPengembangan.objects.create(
        pegawai=pegawai, tahun=tahun, dasar=dasar, dibuat_pada=p.at, diubah_pada=p.at
    )
    for usul in propose(bahan):
        asal = AsalButir.REKOMENDASI if usul.rekomendasi_id else AsalButir.SISTEM
        new_item(rencana, _isi(usul), asal, **_tautan(usul))
    store(rencana, "nomor_akhir")
    trail(rencana, "idp_susun", p)
    return rencana


def _isi(u: UsulIdp) -> IsiButir:
    kata = item_words(u)
    return IsiButir(
        kata["kegiatan"][:300],
        u.bentuk,
        u.mulai,
        u.selesai,
        u.jp,
        u.biaya,
        kata["tujuan"][:150],
        kata["alasan"][:300],
    )


def _tautan(u: UsulIdp) -> dict[str, Any]:
    kunci = u.celah.kunci if u.celah else ""
    return {
        "kompetensi": kunci if isinstance(kunci, str) else "",
        "teknis_id": kunci if isinstance(kunci, int) else None,
        "pelatihan_id": u.pelatihan_id,
        "rekomendasi_id": u.rekomendasi_id,
    }


def gather(pegawai: Pegawai, tahun: int, hari: date) -> tuple[Bahan, dict[str, Any]]:
    """What the rule asks for, and the gaps of this moment as they are kept with the plan."""
    keadaan = read_outcomes([pegawai.pk], instansi_id=pegawai.instansi_id, per=hari)[pegawai.pk]
    rekomendasi = established_for(pegawai.pk, tahun)
    celah = _established_first(gaps_of(keadaan), [r.sasaran for r in rekomendasi])
    saran = None if keadaan.gagal else suggest_development(pegawai=pegawai, keadaan=keadaan, per=hari)
    bahan = Bahan(
        tahun=tahun,
        hari=hari,
        celah=celah,
        program=_programmes(saran.pelatihan if saran else [], celah),
        mentor=_mentor_name(saran, celah),
        tindak=_follow_up(pegawai.pk, hari),
        jabatan=_next_post(keadaan, pegawai),
        rekomendasi=[(r.sasaran, r.pk) for r in rekomendasi],
    )
    return bahan, {"per": hari.isoformat(), "celah": [c._asdict() for c in celah]}


def gaps_of(keadaan: Keadaan) -> list[CelahIdp]:
    """The gaps of now, the largest first; none where nothing can be computed."""
    if keadaan.gagal:
        return []
    semua = [c.kebutuhan for c in all_gaps(keadaan)]
    return [CelahIdp(k.kunci, k.nama, k.level_sekarang, k.level_wajib) for k in semua]


def _established_first(celah: Sequence[CelahIdp], sasaran: Sequence[str]) -> list[CelahIdp]:
    return sorted(celah, key=lambda c: str(c.kunci) not in sasaran)


def _mentor_name(saran: SaranPengembangan | None, celah: Sequence[CelahIdp]) -> str:
    """A plan names one for its first gap, so only who is suggested for that very one."""
    if saran is None or saran.mentor is None or saran.celah.kebutuhan.kunci != celah[0].kunci:
        return ""
    return saran.mentor.nama


def _programmes(saran: Sequence[SaranPelatihan], celah: Sequence[CelahIdp]) -> list[ProgramIdp]:
    """With the competency that each is about; one query."""
    semua = Pelatihan.objects.in_bulk([s.pelatihan_id for s in saran])
    teks = {c.nama: c.kunci for c in celah}
    return [
        ProgramIdp(
            s.pelatihan_id,
            s.nama,
            BentukPengembangan(semua[s.pelatihan_id].bentuk),
            s.jp,
            s.biaya,
            next((k for nama, k in teks.items() if nama in s.alasan), None),
            s.kelas.mulai if s.kelas else None,
            s.kelas.selesai if s.kelas else None,
        )
        for s in saran
    ]


def _follow_up(pegawai_id: int, hari: date) -> frozenset[JenisTindakLanjut]:
    """What the rule proposes after the last announced appraisal of a year."""
    semua = Penilaian.objects.filter(pegawai=pegawai_id, status=StatusPenilaian.DITETAPKAN)
    terakhir = semua.order_by("-tahun", "-pk").first()
    return frozenset(u.jenis for u in proposals(terakhir, per=hari)) if terakhir else frozenset()


def _next_post(keadaan: Keadaan, pegawai: Pegawai) -> str:
    """The next jenjang of the own ladder; a contract has none."""
    if keadaan.gagal or pegawai.jenis == JenisPegawai.PPPK:
        return ""
    for jenis in (JenisPutusan.KENAIKAN_JENJANG, JenisPutusan.KESIAPAN_JABATAN):
        sasaran = keadaan.hasil.putusan(jenis).sasaran
        if sasaran:
            return LABEL[Jenjang][Jenjang(sasaran)]
    return ""
