"""Succession: for the committee alone, never for a candidate, the holder, HR as such, or a leader."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.models import Jejak
from asn_karier.tests.peramban import masuk, teks
from karier.enums import AsalKandidat, KesiapanSuksesi
from karier.models import JabatanKritikal, KandidatSuksesi, MinatDibagikan, MinatJabatan
from karier.services.minat_jabatan import add_interest, share_interest, withdraw_interest
from karier.services.suksesi import (
    add_candidate,
    add_from_pool,
    drop_candidate,
    establish_plan,
    mark_post,
    plan_candidate,
)
from karier.services.suksesi_baca import candidates_of, gap_text, holders_of, plans_of, pool_of
from karier.tests.dunia_talenta import Dunia
from karier.tests.jalan import PER, SAAT
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.services.jejak_saya import read_trail
from pegawai.tests.pabrik import JabatanPabrik, PenggunaPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


@pytest.fixture
def d() -> Dunia:
    satu = Dunia()
    satu.dirilis()
    return satu


@pytest.fixture
def ketua(d: Dunia) -> Pengguna:
    return d.akun(d.anggota[0])


@pytest.fixture
def pos(d: Dunia, ketua: Pengguna) -> JabatanKritikal:
    jabatan = d.atasan.riwayat_jabatan.get().jabatan
    return mark_post(jabatan=jabatan, unit=d.unit, alasan="Pensiun tahun depan", actor=ketua, at=SAAT)


def kode(kerja: Any) -> str:
    with pytest.raises(DomainError) as salah:
        kerja()
    return salah.value.kode


def tambah(
    pos: JabatanKritikal, siapa: Pegawai, oleh: Pengguna, alasan: str = "Pernah menjabat"
) -> KandidatSuksesi:
    return add_candidate(kritikal_id=pos.pk, pegawai=siapa, alasan=alasan, rencana="", actor=oleh, at=SAAT)


def test_the_committee_marks_a_post_once_and_not_its_own(
    d: Dunia, ketua: Pengguna, pos: JabatanKritikal
) -> None:
    isi = {"unit": d.unit, "at": SAAT}
    lagi = {"jabatan": pos.jabatan, "alasan": "Lagi", **isi}
    assert kode(lambda: mark_post(actor=ketua, **lagi)) == "sudah_kritikal"
    sendiri = {"jabatan": d.anggota[0].riwayat_jabatan.get().jabatan, "alasan": "x", **isi}
    assert kode(lambda: mark_post(actor=ketua, **sendiri)) == "jabatan_sendiri"
    lain = {"jabatan": JabatanPabrik(struktural=True, nama="Kepala Lain"), "alasan": " ", **isi}
    assert kode(lambda: mark_post(actor=ketua, **lain)) == "alasan_kosong"
    for siapa in (
        d.hr,
        d.akun(d.atasan),
        PenggunaPabrik(username="sistem", is_staff=True, is_superuser=True),
    ):
        with pytest.raises(TidakDitemukan):
            mark_post(actor=siapa, **lagi)


def test_the_pool_is_the_released_succession_group(d: Dunia, ketua: Pengguna, pos: JabatanKritikal) -> None:
    usul = pool_of(pos, ketua)
    assert {u.pegawai_id for u in usul} == {p.pk for p in d.asn}
    assert all(u.alasan.startswith("Kotak 9") and not u.kandidat_id for u in usul)
    satu = d.asn[0].pk
    (k,) = add_from_pool(kritikal_id=pos.pk, pegawai_ids=[satu, d.kurang.pk], actor=ketua, at=SAAT)
    assert (k.pegawai_id, k.asal) == (satu, AsalKandidat.KRS)
    assert add_from_pool(kritikal_id=pos.pk, pegawai_ids=[satu], actor=ketua, at=SAAT) == []
    (terbaca,) = candidates_of(pos, per=PER)
    assert terbaca.kesiapan is KesiapanSuksesi.BELUM_DINILAI
    assert list(holders_of(pos, per=PER)) == [d.atasan.pk]


def test_others_are_added_with_a_reason_and_dropped_with_one(
    d: Dunia, ketua: Pengguna, pos: JabatanKritikal
) -> None:
    assert kode(lambda: tambah(pos, d.kurang, ketua, " ")) == "alasan_kosong"
    assert kode(lambda: tambah(pos, d.anggota[0], ketua)) == "diri_sendiri"
    assert kode(lambda: tambah(pos, d.atasan, ketua)) == "pemangku"
    k = tambah(pos, d.kurang, ketua)
    assert kode(lambda: tambah(pos, d.kurang, ketua)) == "sudah_kandidat"
    for _ in range(2):
        plan_candidate(kandidat_id=k.pk, rencana="Pelaksana harian", versi=1, actor=ketua)
    lama = {"kandidat_id": k.pk, "rencana": "Lain", "versi": 1, "actor": ketua}
    assert kode(lambda: plan_candidate(**lama)) == "kandidat_berubah"
    assert candidates_of(pos, per=PER)[0].rencana == "Pelaksana harian"
    assert kode(lambda: drop_candidate(kandidat_id=k.pk, alasan="", actor=ketua, at=SAAT)) == "alasan_kosong"
    drop_candidate(kandidat_id=k.pk, alasan="Pindah tugas", actor=ketua, at=SAAT)
    lagi = {"kandidat_id": k.pk, "alasan": "x", "actor": ketua, "at": SAAT}
    assert kode(lambda: drop_candidate(**lagi)) == "sudah_dilepas"
    assert kode(lambda: drop_candidate(**{**lagi, "kandidat_id": 0})) == "kandidat_tidak_ditemukan"
    assert candidates_of(pos, per=PER) == []


def test_a_plan_is_established_by_a_voice_with_minutes(
    d: Dunia, ketua: Pengguna, pos: JabatanKritikal
) -> None:
    isi = {"kritikal_id": pos.pk, "nomor_berita": "BA/2", "alasan": "Dua calon", "urutan": 0, "at": SAAT}
    assert kode(lambda: establish_plan(actor=ketua, **isi)) == "tanpa_kandidat"
    tambah(pos, d.kurang, ketua)
    assert kode(lambda: establish_plan(actor=d.akun(d.sekretaris), **isi)) == "tanpa_suara"
    assert kode(lambda: establish_plan(actor=ketua, **{**isi, "alasan": " "})) == "berita_kosong"
    satu = establish_plan(actor=ketua, **isi)
    assert establish_plan(actor=ketua, **isi) == satu
    assert kode(lambda: establish_plan(actor=ketua, **{**isi, "alasan": "Lain"})) == "rencana_berubah"
    (r,) = plans_of(pos)
    assert r.judul == "Rencana ke-1, berita acara BA/2"
    assert r.kandidat == ["Belum Lengkap: belum dapat dinilai"]


def test_a_plan_looks_at_the_day_of_the_office(
    d: Dunia, ketua: Pengguna, pos: JabatanKritikal, monkeypatch: pytest.MonkeyPatch
) -> None:
    Instansi.objects.filter(pk=d.instansi.pk).update(zona_waktu="Asia/Jayapura")
    hari: list[date] = []
    monkeypatch.setattr("karier.services.suksesi.candidates_of", lambda _, *, per: hari.append(per) or [])
    # Half past midnight of the 6th in the east, still the 5th in UTC.
    isi = {
        "nomor_berita": "BA/3",
        "alasan": "x",
        "urutan": 0,
        "at": datetime(2026, 12, 5, 15, 30, tzinfo=UTC),
    }
    assert kode(lambda: establish_plan(kritikal_id=pos.pk, actor=ketua, **isi)) == "tanpa_kandidat"
    assert hari == [date(2026, 12, 6)]


def test_a_second_press_on_drop_is_no_page_that_is_missing(
    d: Dunia, ketua: Pengguna, pos: JabatanKritikal
) -> None:
    k, client = tambah(pos, d.kurang, ketua), masuk(ketua)
    url = reverse("karier:suksesi_kandidat", args=[k.pk])
    for _ in range(2):
        jawaban = client.post(url, {"langkah": "lepas", "lepas-alasan": "Pindah tugas"}, follow=True)
        assert jawaban.status_code == 200
        assert "dilepas" in teks(jawaban)


def test_gaps_in_words() -> None:
    assert gap_text({}) == "standar jabatan belum ditetapkan"
    assert gap_text({"Komunikasi": 0}) == "tidak ada celah"
    assert (
        gap_text({"Komunikasi": 2, "Kerja sama": None})
        == "Komunikasi kurang 2 level; belum diukur: Kerja sama"
    )


# -- who reads it ---------------------------------------------------------------------------------------


def test_only_the_committee_reads_and_neither_holder_nor_candidate(
    d: Dunia, ketua: Pengguna, pos: JabatanKritikal
) -> None:
    tambah(pos, d.anggota[1], ketua)
    halaman = reverse("karier:suksesi_jabatan", args=[pos.pk])
    boleh = {d.anggota[0], d.anggota[2], d.sekretaris}
    semua = [d.hr, PenggunaPabrik(username="sistem", is_staff=True, is_superuser=True)]
    semua += [d.akun(p) for p in (*d.anggota, d.sekretaris, d.atasan, *d.asn)]
    baca = {a.pegawai_id for a in semua if masuk(a).get(halaman).status_code == 200}
    assert baca == {p.pk for p in boleh}


def test_the_holder_reads_nothing_even_as_a_member(d: Dunia, ketua: Pengguna) -> None:
    pemangku = d.anggota[1]
    jabatan = pemangku.riwayat_jabatan.get().jabatan
    pos = mark_post(jabatan=jabatan, unit=d.unit, alasan="Kritikal", actor=d.akun(d.sekretaris), at=SAAT)
    milik = JabatanKritikal.objects.visible_to(d.akun(pemangku))
    assert not milik.filter(pk=pos.pk).exists()
    assert JabatanKritikal.objects.visible_to(d.akun(d.sekretaris)).filter(pk=pos.pk).exists()


def test_reading_is_on_the_trail_of_the_post_and_not_of_the_candidate(
    d: Dunia, ketua: Pengguna, pos: JabatanKritikal
) -> None:
    tambah(pos, d.kurang, ketua)
    masuk(ketua).get(reverse("karier:suksesi_jabatan", args=[pos.pk]))
    baris = Jejak.objects.get(tindakan="lihat_suksesi", subjek_id=pos.pk)
    assert d.kurang.pk in baris.rincian["pegawai"]
    tindakan = {j.tindakan for j in read_trail(d.kurang, sebelum=None, banyak=50)}
    assert not {t for t in tindakan if "suksesi" in t}


def test_a_shared_interest_is_one_line_and_a_private_one_is_never_asked(
    d: Dunia, ketua: Pengguna, pos: JabatanKritikal
) -> None:
    """Of every query of the page: none touches the sealed list, and no word hangs on it."""
    halaman, client = reverse("karier:suksesi_jabatan", args=[pos.pk]), masuk(ketua)
    diam, bagi = d.orang("Diam Saja", fungsional=True), d.orang("Membagikan", fungsional=True)
    for orang in (diam, bagi):
        tambah(pos, orang, ketua)
    tanpa = isi_saja(client.get(halaman).content.decode())
    MinatDibagikan.objects.create(
        pegawai=bagi, jabatan=JabatanPabrik(nama="Jabatan lain", siasn_id="J-LAIN"), dibagikan_pada=SAAT
    )
    for orang in (diam, bagi):
        posts = {"pegawai": orang, "jabatan_id": pos.jabatan_id, "actor": d.akun(orang)}
        add_interest(**posts)
    client.get(halaman)
    with CaptureQueriesContext(connection) as tanya:
        diminati = isi_saja(client.get(halaman).content.decode())
    tabel = " ".join(q["sql"] for q in tanya)
    assert MinatDibagikan._meta.db_table in tabel
    assert MinatJabatan._meta.db_table not in tabel.replace(MinatDibagikan._meta.db_table, "")
    assert diminati == tanpa
    share_interest(pegawai=bagi, jabatan_id=pos.jabatan_id, actor=d.akun(bagi), at=SAAT)
    dibagikan = client.get(halaman).content.decode()
    assert dibagikan.count("Membagikan minatnya pada jabatan ini") == 1
    minat = {k.nama: k.minat for k in candidates_of(pos, per=PER)}
    assert (bool(minat["Membagikan"]), minat["Diam Saja"]) == (True, "")
    withdraw_interest(pegawai=bagi, jabatan_id=pos.jabatan_id, actor=d.akun(bagi))
    assert isi_saja(client.get(halaman).content.decode()) == tanpa


def isi_saja(halaman: str) -> str:
    """Without tokens, which are drawn anew for every page."""
    return re.sub(r"[A-Za-z0-9_\-=+/]{28,}", "", halaman)


def test_pages_of_succession_cost_as_many_queries_for_many_candidates(
    d: Dunia, ketua: Pengguna, pos: JabatanKritikal
) -> None:
    halaman, client = reverse("karier:suksesi_jabatan", args=[pos.pk]), masuk(ketua)
    tambah(pos, d.kurang, ketua)
    client.get(halaman)
    with CaptureQueriesContext(connection) as satu:
        client.get(halaman)
    for n in range(6):
        tambah(pos, d.orang(f"Tambahan {n}", fungsional=True), ketua)
    with CaptureQueriesContext(connection) as banyak:
        assert client.get(halaman).status_code == 200
    # Whom no run has seen is computed in one go.
    assert len(banyak) <= len(satu) + 8
    assert timezone.localdate() == PER
