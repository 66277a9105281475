"""A page costs as many queries for twenty people as for one: no loop asks the database per row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.db import gabungan
from asn_karier.lib.models import DenyutPekerja, JadwalJalan, Outbox
from asn_karier.tests.dunia import KOLOM, SAAT, Dunia, buat_dunia
from asn_karier.tests.dunia.kelas import more_classes
from asn_karier.tests.dunia.sepanjang_tahun import more_of_it
from asn_karier.tests.dunia.skp import more_plans
from asn_karier.tests.dunia.usul_perbaikan import more_ideas
from asn_karier.tests.kebijakan import KEBIJAKAN
from asn_karier.tests.rute import minta
from asn_karier.tests.test_otorisasi import alamat
from karier.enums import StatusPotongan
from karier.models import Potongan
from karier.tests.bantu import memenuhi
from karier.tests.jalan import jalankan_sampai_selesai
from karier.tests.pabrik import KomponenTalentaPabrik, usul_pabrik
from kinerja.enums import JenisSiklus, StatusSiklus
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik, PenilaianPabrik, SiklusPabrik
from kinerja.tests.pabrik_umpan_balik import PengakuanPabrik
from kinerja.tests.pabrik_warga import (
    JanjiPabrik,
    LayananPabrik,
    MasukanPabrik,
    PerubahanPabrik,
    TopikPabrik,
    UlasanPabrik,
)
from mentoring.tests.pabrik import PasanganPabrik, ProfilMentorPabrik
from pegawai.enums import JenisPeran, StatusBaris
from pegawai.models import BarisImpor
from pegawai.tests.pabrik import (
    CakupanPabrik,
    HasilUjianPabrik,
    HukumanDisiplinPabrik,
    JabatanPabrik,
    PegawaiPabrik,
    PengembanganPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
)
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik
from pegawai.tests.pabrik_lain import KebutuhanPabrik, PenghargaanPabrik
from pelatihan.tests.pabrik import PelatihanPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
TAMBAHAN = 19
PABRIK_CATATAN = (
    HukumanDisiplinPabrik,
    HasilUjianPabrik,
    PenghargaanPabrik,
    AsesmenPabrik,
    PakPabrik,
    KonversiPabrik,
    KomponenTalentaPabrik,
)
#: More than the people of the whole test world, times the columns of a row of the trail.
TANPA_BATAS = 100_000
#: How often a page of the portal may ask, and the two homes that gather what every app knows of a person
#: and of a team: some thirty kinds of tasks, each a question of its own that is asked once. None grows with
#: people or with running cycles; each number is what the page asks today, and only goes down.
BATAS_PORTAL = 40
BATAS_RUMAH = {
    ("karier:beranda", "diri"): 73,
    ("karier:beranda", "atasan"): 98,
    ("karier:lima_menit", "atasan"): 93,
    ("karier:tim", "diri"): 58,
    ("karier:tim", "atasan"): 92,
}
#: Questions that are asked or not asked at all: the first run of the world has nobody whose post asks for
#: something technical, and no run before it to be laid beside; its first tried ideas name no colleague,
#: nobody in it is a senior, and no assignment is open.
SEKALI = {
    "karier:rencana_lembar": 2,
    "kinerja:usul_perbaikan_dicoba": 1,
    "admin:mentoring_profilmentor_undang": 4,
    **dict.fromkeys(("admin:karier_dampak_tahun", "admin:karier_dampak_tahun_unduh"), 2),
    **dict.fromkeys(
        (
            "admin:karier_pantau",
            "admin:karier_pantau_unduh",
            "admin:karier_pantau_setara",
            "admin:karier_pantau_daerah",
            "admin:karier_pantau_daerah_unduh",
        ),
        2,
    ),
    **dict.fromkeys(
        ("admin:karier_kebutuhan", "admin:karier_kebutuhan_usul", "admin:karier_kebutuhan_sasaran"), 2
    ),
}
#: What the pages are for: the ASN and the leader in the portal, HR at the desk.
PEMBACA = ("diri", "atasan", "hr", "super")


def _halaman() -> list[tuple[str, str]]:
    return [
        (nama, siapa)
        for (nama, metode), baris in KEBIJAKAN.items()
        for siapa in PEMBACA
        if metode == "GET" and baris[KOLOM.index(siapa)] == 200
    ]


def _tambah(d: Dunia) -> None:
    """Nineteen more of everything that a list can show."""
    for ke in range(TAMBAHAN):
        unit = UnitKerjaPabrik(instansi=d.instansi)
        orang = PegawaiPabrik(fungsional=True, instansi=d.instansi, atasan=d.diri.atasan, unit=unit)
        akun = PenggunaPabrik(pegawai=orang)
        PeranPabrik(pengguna=akun, instansi=d.instansi, jenis=JenisPeran.OPERATOR_UNIT, unit=unit)
        for pabrik in PABRIK_CATATAN:
            pabrik(pegawai=orang)
        PenilaianPabrik(pegawai=orang, tahun=2025, penilai=orang.atasan)
        PenilaianPabrik(pegawai=orang, tahun=2026, penilai=orang.atasan, draf=True)
        PengembanganPabrik(pegawai=d.diri)
        PelatihanPabrik()
        KebutuhanPabrik(instansi=d.instansi, jabatan=JabatanPabrik(nama=f"Jabatan {ke}"))
        PasanganPabrik(mentor=ProfilMentorPabrik(pegawai__instansi=d.instansi), mentee=orang)
        usul_pabrik(orang, d.objek["karier.runevaluasi"], surat=d.objek["karier.suratpengantar"])
        more_of_it(d, orang)
        memenuhi(instansi=d.instansi, unit=unit)
        more_plans(d, orang)
        more_classes(d, orang)
        more_ideas(d, orang)
        _tambah_mesin(d, orang, ke)
        _tambah_warga(d, unit)
    # In another run of its own, because one instansi has one open run at a time.
    d.objek["karier.runevaluasi"] = jalankan_sampai_selesai(d.instansi)


def _tambah_warga(d: Dunia, unit: Any) -> None:
    """Another unit that citizens rate and talk to, and more on the topic that is there."""
    UlasanPabrik(layanan=LayananPabrik(unit=unit))
    UlasanPabrik(layanan=d.objek["kinerja.layananpublik"], tampil=True)
    PerubahanPabrik(unit=unit)
    JanjiPabrik(topik=TopikPabrik(unit=unit))
    for topik in (d.objek["kinerja.topikforum"], TopikPabrik(unit=unit)):
        MasukanPabrik(topik=topik, tampil=True)
        MasukanPabrik(topik=topik)
        JanjiPabrik(topik=topik)


def _tambah_mesin(d: Dunia, orang: Any, ke: int) -> None:
    CakupanPabrik(instansi=d.instansi, dinyatakan_oleh=PenggunaPabrik())
    # Of a year and of a quarter, because the two are divided among raters in different ways.
    berjalan = {"instansi": d.instansi, "tahun": 2000 + ke, "status": StatusSiklus.DIBUKA}
    SiklusPabrik(**berjalan)
    SiklusPabrik(**berjalan, jenis=JenisSiklus.TRIWULAN, ke=1, nama=f"Triwulan I {2000 + ke}")
    BarisImpor.objects.create(
        impor=d.objek["pegawai.impor"], nomor=3 + ke, status=StatusBaris.BERUBAH, pegawai=orang
    )
    Potongan.objects.create(
        run=d.objek["karier.runevaluasi"], awal=orang.pk, akhir=orang.pk, status=StatusPotongan.KARANTINA
    )
    catat_baca(pengguna=PenggunaPabrik(), pegawai_ids=[orang.pk, d.diri.pk], kanal="admin")
    DenyutPekerja.objects.create(pekerja=f"pekerja-{ke}")
    Outbox.objects.create(jenis="uji", kunci=f"uji-{ke}")
    JadwalJalan.objects.create(jadwal=f"uji-{ke}", jatuh_tempo=SAAT)


@contextmanager
def _satu_cara_baca() -> Iterator[None]:
    """The same way of reading and writing on both sides of a border that the larger world crosses.

    Facts of more than `SEDIKIT` people are read in another, fixed number of statements
    (karier/tests/test_fakta_cara_baca.py counts both), and Django on SQLite splits one bulk_create of the
    trail at 999 values. Neither is a question per row; a loop that asks per row is seen as before.
    """
    with pytest.MonkeyPatch.context() as tambal:
        tambal.setattr(gabungan, "SEDIKIT", TANPA_BATAS)
        if connection.vendor == "sqlite":
            tambal.setattr(connection.features, "max_query_params", TANPA_BATAS)
        yield


@pytest.fixture(scope="module")
def biaya(
    django_db_setup: None, django_db_blocker: Any
) -> Iterator[dict[tuple[str, str], tuple[list[str], ...]]]:
    """The queries of every page, with one person and with twenty."""
    with django_db_blocker.unblock(), _satu_cara_baca(), transaction.atomic():
        dunia = buat_dunia()
        # One proposal that waits, because the trail of nobody is no statement and of twenty people is one.
        PengakuanPabrik(pegawai=dunia.diri, usul=True)
        sedikit = _ukur(dunia)
        _tambah(dunia)
        banyak = _ukur(dunia)
        yield {h: (sedikit[h], banyak[h]) for h in sedikit}
        transaction.set_rollback(True)


def _ukur(dunia: Dunia) -> dict[tuple[str, str], list[str]]:
    # Nobody has told the planner about rows of this transaction, and where it believes in one it nests scans.
    with connection.cursor() as kursor:
        kursor.execute("ANALYZE")
    hasil = {}
    for nama, siapa in _halaman():
        tujuan = alamat(dunia, nama)
        minta(dunia, siapa, "GET", tujuan)  # what is read once per process is not counted
        with CaptureQueriesContext(connection) as tangkap:
            jawaban = minta(dunia, siapa, "GET", tujuan)
        assert jawaban.status_code == 200, f"{nama} oleh {siapa}: {jawaban.status_code}"
        hasil[nama, siapa] = [q["sql"] for q in tangkap.captured_queries]
    return hasil


def test_every_page_costs_the_same_for_one_and_for_twenty(
    biaya: dict[tuple[str, str], tuple[list[str], ...]],
) -> None:
    tumbuh = [
        f"{nama} oleh {siapa}: {len(satu)} menjadi {len(banyak)}\n    berulang: {_terbanyak(banyak)}"
        for (nama, siapa), (satu, banyak) in biaya.items()
        if len(banyak) > len(satu) + SEKALI.get(nama, 0)
    ]
    assert not tumbuh, "\n".join(tumbuh)


def test_no_portal_page_asks_more_than_forty_times(
    biaya: dict[tuple[str, str], tuple[list[str], ...]],
) -> None:
    """Forty, but for the homes of BATAS_RUMAH, each of which has its own number."""
    mahal = {
        h: len(banyak)
        for h, (_, banyak) in biaya.items()
        if not h[0].startswith("admin:") and len(banyak) > BATAS_RUMAH.get(h, BATAS_PORTAL)
    }
    assert mahal == {}


def _terbanyak(sql: list[str]) -> str:
    """The statement that is repeated most, its numbers taken out."""
    bentuk = ["".join("?" if h.isdigit() else h for h in s) for s in sql]
    return max(bentuk, key=bentuk.count)[:300]
