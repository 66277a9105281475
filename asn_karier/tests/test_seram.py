"""Hostile sweeps over every route and every form: strangers, a second press, a form that was left open.

What is checked is the database itself: after an attack it is, row for row, what it was before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.test import Client

from asn_karier.tests.dunia import KOLOM, SAAT, TANDA, TANDA_KHUSUS, Dunia, buat_dunia
from asn_karier.tests.kebijakan import KEBIJAKAN, METODE, TANPA_SESI
from asn_karier.tests.panen import Formulir, formulir_di
from asn_karier.tests.rute import ALIH, minta, ringkas, semua_rute
from asn_karier.tests.test_otorisasi import alamat
from pegawai.models import UnitKerja
from pegawai.tests.pabrik_akun import operator_dari

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]

#: A form as it was found: route, who found it, the form.
Temuan = tuple[str, str, Formulir]
#: Who finds forms on the pages; who sends them without having any business there.
PEMILIK: Final = ("hr", "diri", "atasan", "operator")
PENYERANG: Final = ("anonim", "luar", "hr_lain", "operator_lain", "auditor")
#: Written by whoever only looks, or by the machine.
CATATAN_MESIN: Final = frozenset(
    {"inti.jejak", "sessions.session", "usersessions.usersession", "pegawai.lajuapi", "admin.logentry"}
)
#: Forms about whoever sends them: a stranger asks about themself there.
TENTANG_SENDIRI: Final = frozenset(
    {
        "pegawai:usulkan",
        "karier:tinjau",
        # Everybody begins their own plan.
        "karier:rencana_tahun",
        "pegawai:sesi",
        "api_dokumen_kunci",
        "kinerja:pemberitahuan_pilihan",
        "kinerja:rencana",
        "kinerja:refleksi",
        # Everybody of the family and the unit answers and talks in their own name.
        "kinerja:etika_kasus",
        "kinerja:etika_diskusi",
        # Whoever may read it takes a seat or waits for one themself, and answers for their own competencies.
        "karier:pelatihan",
        "pelatihan:daftar",
        "pelatihan:kebutuhan",
        # Everybody says yes, or keeps a list of posts, for themself.
        "karier:jabatan",
        "karier:penugasan",
        "karier:saya",
        # Whoever likes looks for a mentor, offers to be one, and stops either.
        "mentoring:mentor",
        "mentoring:cari",
        "mentoring:bersedia",
    }
)
#: A page sent after its session ended is kept for the account in its seal, who alone reads it again.
TITIPAN: Final = "inti.draf"
#: What a second press may do again, and why.
BERULANG: Final = {
    "admin:pegawai_pegawai_bantu": "a code that was not read is made anew; only the last one opens anything",
}


#: Hidden fields that say what their sender has seen.
PENANDA: Final = frozenset({"versi", "versi_dibaca", "diubah_dibaca", "sidik_dibaca", "sejak", "bernomor"})
#: Forms that must have written something, so that the test above them is about something.
DITULIS: Final = {
    *(f"admin:karier_kp_{n}" for n in ("jawaban", "surat", "urungkan")),
    *(f"admin:pegawai_jadwalujian_{n}" for n in ("add", "batal", "change")),
    *(f"admin:pegawai_klienapi_{n}" for n in ("add", "cabut", "rahasia")),
    *(f"admin:pegawai_peran_{n}" for n in ("add", "akhiri")),
    *(f"admin:pegawai_{n}_change" for n in ("instansi", "impor", "kebutuhanjabatan", "pegawai", "unitkerja")),
    *(
        f"admin:pegawai_riwayat{n}_{b}"
        for n in ("jabatan", "pangkat", "pendidikan")
        for b in ("add", "change")
    ),
    *(f"admin:pegawai_{n}_{b}" for n in ("hasilujian", "hukumandisiplin") for b in ("add", "change")),
    *(f"admin:pegawai_usulanperubahan_{n}" for n in ("isikanisi", "putuskan")),
    "admin:karier_permintaantinjau_jawab",
    "admin:karier_runevaluasi_jalankan",
    "admin:kinerja_siklus_tutup",
    "admin:mentoring_programmentoring_change",
    "mentoring:mentor",
    "admin:pegawai_cakupandata_add",
    "admin:pegawai_pejabatpenandatangan_change",
    "admin:pegawai_pengguna_keaktifan",
    "admin:pegawai_permintaanfaktor_putus",
    "admin:pegawai_suratkgb_penerbitan",
    "admin:pelatihan_pelatihan_change",
    "karier:penjelasan",
    *(f"karier:rencana_{n}" for n in ("buka", "lembar", "tahun")),
    "karier:tinjau",
    "kinerja:penilaian",
    "pegawai:usul_saya",
}


@pytest.fixture(scope="module")
def dunia(django_db_setup: None, django_db_blocker: Any) -> Iterator[Dunia]:
    """The world of the policy tests, with the operators of both units."""
    with django_db_blocker.unblock(), transaction.atomic(), time_machine.travel(SAAT, tick=True):
        d = buat_dunia()
        d.akun["operator"] = operator_dari(d.diri.unit)
        d.akun["operator_lain"] = operator_dari(UnitKerja.objects.get(nama="Kantor Lain"))
        for siapa in ("operator", "operator_lain"):
            client = Client()
            client.force_login(d.akun[siapa])
            d.sesi[siapa] = client.cookies[settings.SESSION_COOKIE_NAME].value
        yield d
        transaction.set_rollback(True)


def keadaan() -> dict[str, list[Any]]:
    """Every row that somebody could have written."""
    return {
        m._meta.label_lower: sorted(m._default_manager.order_by().values_list(), key=repr)
        for m in apps.get_models()
        if m._meta.label_lower not in CATATAN_MESIN and not m._meta.proxy
    }


def kirim(d: Dunia, siapa: str, f: Formulir, tambah: str = "") -> Any:
    client = Client(raise_request_exception=False)
    if siapa != "anonim":
        client.cookies[settings.SESSION_COOKIE_NAME] = d.sesi[siapa]
    jawaban = client.post(f.alamat, f.kiriman(tambah))
    if jawaban.streaming:
        b"".join(jawaban.streaming_content)
    return jawaban


@pytest.fixture(scope="module")
def formulir(dunia: Dunia, django_db_blocker: Any) -> list[Temuan]:
    with django_db_blocker.unblock():
        return list(panen(dunia))


def panen(d: Dunia) -> Iterator[Temuan]:
    """Every form of every page that its owners see: route, who, form."""
    jabatan, unit = d.objek["pegawai.jabatan"], d.diri.unit
    assert unit is not None
    kata = {
        "pegawai": f"{d.diri.nama_gelar} ({d.diri.nip})",
        "jabatan": f"{jabatan} [{jabatan.pk}]",
        "pengguna": d.akun["diri"].username,
        "kode": "uji-seram",
    }
    dilihat = set()
    for rute in semua_rute():
        if rute.nama in TANPA_SESI or rute.nama.startswith(("account_", "mfa_")):
            continue
        tujuan = alamat(d, rute.nama)
        for siapa in PEMILIK:
            halaman = minta(d, siapa, "GET", tujuan)
            if halaman.status_code != 200 or "html" not in halaman["Content-Type"]:
                continue
            for f in formulir_di(tujuan, halaman.isi_teks, kata):
                kunci = (siapa, f.alamat, frozenset(f.isi))
                if kunci not in dilihat and not f.alamat.startswith(("/akun/keluar", "/kelola/logout")):
                    dilihat.add(kunci)
                    yield rute.nama, siapa, f


# -- the operator of another unit ---------------------------------------------------------------


#: Programmes and their lessons: what a government offers all its people, every desk of it reads.
DITAWARKAN = ("admin:pelatihan_pelatihan_", "admin:pelatihan_materi_")


def test_the_operator_of_another_unit_is_as_much_a_stranger_as_hr_of_another_instansi(dunia: Dunia) -> None:
    salah, hr_lain = [], KOLOM.index("hr_lain")
    for rute in semua_rute():
        tujuan = alamat(dunia, rute.nama)
        for metode in (*METODE, "PUT", "DELETE", "HEAD"):
            jawaban = minta(dunia, "operator_lain", metode, tujuan)
            tertutup = KEBIJAKAN.get((rute.nama, metode), KEBIJAKAN[rute.nama, "GET"])[hr_lain] in (403, 404)
            if tertutup and not rute.nama.startswith(DITAWARKAN) and ringkas(jawaban) in (200, ALIH):
                salah.append(f"{metode} {rute.nama}: {ringkas(jawaban)}")
            rahasia = (TANDA_KHUSUS,) if rute.nama.startswith(DITAWARKAN) else (TANDA, TANDA_KHUSUS)
            salah += [f"{metode} {rute.nama} membaca {t}" for t in rahasia if t in jawaban.isi_teks]
    assert not salah, "\n".join(salah)


def test_the_operator_of_the_unit_reads_nothing_of_discipline_anywhere(dunia: Dunia) -> None:
    salah = [
        f"{metode} {rute.nama}"
        for rute in semua_rute()
        for metode in METODE
        if TANDA_KHUSUS in minta(dunia, "operator", metode, alamat(dunia, rute.nama)).isi_teks
    ]
    assert not salah, "\n".join(salah)


# -- every form, sent by somebody else, sent twice, sent late ------------------------------------


def test_a_form_of_somebody_else_sent_by_a_stranger_changes_nothing(
    dunia: Dunia, formulir: list[Temuan]
) -> None:
    salah, awal, banyak = [], keadaan(), 0
    for nama, _, f in formulir:
        if nama in TENTANG_SENDIRI:
            continue
        banyak += 1
        titik = transaction.savepoint()
        for penyerang in PENYERANG:
            jawaban = kirim(dunia, penyerang, f, "palsu")
            if jawaban.status_code >= 500:
                salah.append(f"{nama} {f.alamat} oleh {penyerang}: {jawaban.status_code}")
        kini = keadaan()
        salah += [f"{nama} {f.alamat} mengubah {m}" for m in awal if awal[m] != kini[m] and m != TITIPAN]
        transaction.savepoint_rollback(titik)
    assert not salah, "\n".join(salah)
    assert banyak > 100


def test_a_second_press_and_a_form_left_open_change_nothing_more(
    dunia: Dunia, formulir: list[Temuan]
) -> None:
    """Twice the same; then the page as it was opened at first, with other words in it."""
    salah, awal, berubah = [], keadaan(), set()
    for nama, siapa, f in formulir:
        titik = transaction.savepoint()
        kirim(dunia, siapa, f, "baru")
        sekali = keadaan()
        if sekali != awal:
            berubah.add(nama)
            # A new row in other words is another row.
            terlambat = [] if nama.endswith(("_add", "_baru")) else [("terlambat", "lain")]
            for cara, tambah in (("dua kali", "baru"), *terlambat):
                kirim(dunia, siapa, f, tambah)
                kini = keadaan()
                beda = [m for m in sekali if sekali[m] != kini[m]]
                if beda and nama not in BERULANG:
                    salah.append(f"{nama} oleh {siapa}, {cara}: {beda}")
        transaction.savepoint_rollback(titik)
    assert not salah, "\n".join(salah)
    assert berubah >= DITULIS, DITULIS - berubah


def test_a_form_whose_mark_of_what_was_seen_is_missing_or_made_up_changes_nothing(
    dunia: Dunia, formulir: list[Temuan]
) -> None:
    salah, awal, banyak = [], keadaan(), set()
    for nama, siapa, f in formulir:
        # Where nothing stands yet there is nothing to write over.
        penanda = {p for p in PENANDA & f.isi.keys() if f.isi[p] not in (["0"], [""])}
        banyak |= {(nama, p) for p in penanda}
        lain = {k: v for k, v in f.isi.items() if k not in penanda}
        titik = transaction.savepoint()
        for palsu in (None, "", "0", "-1", "x", "9" * 30) if penanda else ():
            isi = lain | ({} if palsu is None else {p: [palsu] for p in penanda})
            jawaban = kirim(dunia, siapa, replace(f, isi=isi), "palsu")
            if jawaban.status_code >= 500:
                salah.append(f"{nama} oleh {siapa}, {palsu!r}: {jawaban.status_code}")
        beda = [m for m, baris in keadaan().items() if baris != awal[m]] if penanda else []
        transaction.savepoint_rollback(titik)
        salah += [f"{nama} oleh {siapa} mengubah {m}" for m in beda]
    assert not salah, "\n".join(salah)
    assert {p for _, p in banyak} == PENANDA
    assert len(banyak) > 20, banyak
