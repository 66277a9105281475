"""The committee of talent of the demo: one session released, one that goes on, one critical post.

After a run, because a session is about what a run proposes. Everybody acts through the services.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from django.db.models import Count

from karier.enums import PeranKomite
from karier.models import HasilEvaluasi, KomiteTalenta, SidangTalenta
from karier.services.contoh_akun import account_of, add_accounts, open_account
from karier.services.keadaan import last_run
from karier.services.komite import create_committee, name_member
from karier.services.rilis import release_session
from karier.services.sidang import agree_boxes, open_session, set_box, write_minutes
from karier.services.sidang_baca import proposals, rows_of
from karier.services.suksesi import add_candidate, add_from_pool, establish_plan, mark_post
from karier.services.suksesi_baca import pool_of
from pegawai.enums import JenisPeran
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.querysets import BERTUGAS
from pegawai.services.akun import grant_peran
from pegawai.services.kompetensi_baca import posts_of

SUARA: Final = 3
BERITA: Final = (
    "Komite membaca komponen, umur data, dan keterangan atasan. Usulan yang datanya masih berubah "
    "ditetapkan pada sidang berikutnya."
)


def convene_committee(*, kode: str, at: datetime) -> KomiteTalenta | None:
    """None where the run proposes a box for nobody."""
    instansi = Instansi.objects.get(kode=kode)
    run = last_run(instansi.pk)
    if run is None or not HasilEvaluasi.objects.filter(run=run).exclude(kotak=None).exists():
        return None
    hari = at.astimezone(ZoneInfo(instansi.zona_waktu)).date()
    suara, sekretaris = _people(instansi)
    komite = _committee(instansi, suara, sekretaris, hari, at)
    anggota = [account_of(p, at) for p in suara]
    pejabat = _official(sekretaris[1], at)
    _released(komite, anggota, pejabat, hari - timedelta(days=20), at)
    _open(komite, anggota, hari, at)
    _succession(suara[0], anggota[0], sekretaris, hari, at)
    nama = instansi.kode.title()
    add_accounts(
        [
            open_account(f"{nama}: ketua komite talenta", suara[0], at),
            open_account(f"{nama}: pengelola yang merilis hasil sidang", sekretaris[1], at),
        ]
    )
    return komite


def _people(instansi: Instansi) -> tuple[list[Pegawai], list[Pegawai]]:
    """Who leads most people has a voice; two others prepare and release."""
    bertugas = Pegawai.objects.of_instansi(instansi.pk).filter(kedudukan_hukum__in=BERTUGAS)
    urut = list(bertugas.annotate(banyak=Count("bawahan")).order_by("-banyak", "pk")[:SUARA])
    lain = bertugas.filter(bawahan=None).exclude(pk__in=[p.pk for p in urut]).order_by("-pk")
    return urut, list(lain[:2])


def _committee(
    instansi: Instansi, suara: list[Pegawai], sekretaris: list[Pegawai], hari: date, at: datetime
) -> KomiteTalenta:
    hr, mulai = Pengguna.objects.get(username=f"hr.{instansi.kode}"), hari - timedelta(days=60)
    komite = create_committee(
        instansi=instansi, nomor_sk=f"800/{mulai:%m}/KOMITE/{mulai.year} (contoh)", tanggal_sk=mulai,
        mulai=mulai, sampai=mulai + timedelta(days=1000), actor=hr, at=at,
    )  # fmt: skip
    tugas = [(p, PeranKomite.ANGGOTA if n else PeranKomite.KETUA) for n, p in enumerate(suara)]
    for p, peran in [*tugas, (sekretaris[0], PeranKomite.SEKRETARIAT)]:
        name_member(komite_id=komite.pk, pegawai=p, peran=peran, mulai=mulai, actor=hr, at=at)
    return komite


def _official(pegawai: Pegawai, at: datetime) -> Pengguna:
    """HR with a name of their own and no voice in the committee."""
    akun = account_of(pegawai, at)
    grant_peran(
        pengguna=akun, jenis=JenisPeran.HR_INSTANSI, instansi=pegawai.instansi, mulai=at.date(), actor=None
    )
    akun.refresh_from_db()
    return akun


def _session(komite: KomiteTalenta, ketua: Pengguna, hari: date, at: datetime) -> SidangTalenta:
    hadir = list(komite.anggota.bersuara().values_list("pk", flat=True))
    return open_session(komite_id=komite.pk, tanggal=hari, unit=None, hadir=hadir, actor=ketua, at=at)


def _released(
    komite: KomiteTalenta, anggota: list[Pengguna], pejabat: Pengguna, hari: date, at: datetime
) -> None:
    """Most as proposed, one set otherwise with its reason; the official releases."""
    sidang = _session(komite, anggota[0], hari, at)
    semua = _proposed(sidang)
    _set_otherwise(sidang, anggota, at)
    for akun in anggota:
        agree_boxes(sidang_id=sidang.pk, pegawai_ids=semua[: max(len(semua) * 2 // 3, 1)], actor=akun, at=at)
    write_minutes(
        sidang_id=sidang.pk, nomor=f"BA/1/{hari.year} (contoh)", isi=BERITA, versi=sidang.versi,
        actor=anggota[0], at=at,
    )  # fmt: skip
    release_session(sidang_id=sidang.pk, actor=pejabat, at=at)


def _proposed(sidang: SidangTalenta) -> list[int]:
    """Everybody with a proposal, whoever of the committee may speak about them."""
    return sorted(rows_of(sidang).exclude(kotak=None).values_list("pegawai_id", flat=True))


def _set_otherwise(sidang: SidangTalenta, anggota: list[Pengguna], at: datetime) -> None:
    """The first person that some member may speak about."""
    for akun in anggota:
        for u in proposals(sidang, akun, banyak=1):
            set_box(
                sidang_id=sidang.pk, pegawai_id=u.pegawai_id, kotak=5 if u.kotak != 5 else 7, urutan=0,
                alasan="Baru beberapa bulan pada jabatan ini; dibahas lagi pada sidang berikutnya.",
                actor=akun, at=at,
            )  # fmt: skip
            return


def _open(komite: KomiteTalenta, anggota: list[Pengguna], hari: date, at: datetime) -> None:
    """A session of today: a few set, the others wait."""
    sidang = _session(komite, anggota[0], hari, at)
    for akun in anggota[:2]:
        agree_boxes(sidang_id=sidang.pk, pegawai_ids=_proposed(sidang)[:3], actor=akun, at=at)


def _succession(saya: Pegawai, ketua: Pengguna, lain: list[Pegawai], hari: date, at: datetime) -> None:
    """A critical post: the second voice's, with candidates of the group and one more."""
    bertugas = Pegawai.objects.of_instansi(saya.instansi_id).filter(kedudukan_hukum__in=BERTUGAS)
    calon = bertugas.exclude(pk=saya.pk).exclude(unit=None).exclude(bawahan=None).distinct()
    pemangku = calon.exclude(unit=saya.unit_id).select_related("unit").order_by("tanggal_lahir").first()
    jabatan = posts_of([pemangku.pk], per=hari).get(pemangku.pk) if pemangku else None
    if pemangku is None or jabatan is None or pemangku.unit is None:
        return
    pos = mark_post(
        jabatan=jabatan, unit=pemangku.unit, actor=ketua, at=at,
        alasan="Pemangku mendekati batas usia pensiun, dan tugasnya dikuasai sedikit orang.",
    )  # fmt: skip
    usul = [u.pegawai_id for u in pool_of(pos, ketua)[:2]]
    add_from_pool(kritikal_id=pos.pk, pegawai_ids=usul, actor=ketua, at=at)
    add_candidate(
        kritikal_id=pos.pk, pegawai=lain[0], alasan="Tiga tahun menjadi pelaksana harian pada unit ini.",
        rencana="Pelatihan kepemimpinan dan pendampingan pemangku.", actor=ketua, at=at,
    )  # fmt: skip
    establish_plan(
        kritikal_id=pos.pk, nomor_berita=f"BA/2/{hari.year} (contoh)", urutan=0, actor=ketua, at=at,
        alasan="Kandidat disiapkan sebelum pemangku pensiun.",
    )  # fmt: skip
