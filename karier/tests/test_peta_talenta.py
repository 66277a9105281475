"""Pages of the talent map: HR counts, a leader's people, the heirs of knowledge; and how often they ask."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.tests.peramban import masuk, teks
from karier.models import HasilEvaluasi
from karier.services.peta_talenta import Dasar, Saringan, people_of_cell, talent_map
from karier.services.pewaris import narrowed, per_horizon, read_heirs
from karier.services.sidang import set_box
from karier.tests.dunia_talenta import Dunia, lengkapi
from karier.tests.jalan import PER, SAAT, jalankan_sampai_selesai
from mentoring.tests.pabrik import ProfilMentorPabrik
from pegawai.enums import Jenjang, KompetensiMansoskul
from pegawai.models import AsesmenKompetensi, LevelTeknis, Pegawai
from pegawai.tests.pabrik_kompetensi import KompetensiTeknisPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
PETA = "admin:karier_komitetalenta_peta"
PEWARIS = "admin:karier_komitetalenta_pewaris"


@pytest.fixture
def d() -> Dunia:
    return Dunia()


def isi(client: Client, nama: str, **g: object) -> str:
    jawaban = client.get(reverse(nama), g)
    assert jawaban.status_code == 200, jawaban
    return teks(jawaban)


def pensiun(orang: Pegawai, hari: date) -> None:
    """As if the last run had found that day."""
    HasilEvaluasi.objects.filter(pegawai=orang).update(tmt_pensiun=hari)


# -- the map of HR ------------------------------------------------------------------------------------


def test_the_map_counts_proposals_and_what_is_released(d: Dunia) -> None:
    s = Saringan(d.instansi.pk, Dasar.USULAN)
    peta = talent_map(s, d.hr, per=PER)
    jumlah = {c.kotak: c.jumlah for _, sel in peta.baris for c in sel}
    assert (jumlah[9], sum(jumlah.values()), peta.jumlah) == (3, 3, 3)
    assert [c.kotak for _, sel in peta.baris for c in sel] == [4, 7, 9, 2, 5, 8, 1, 3, 6]
    assert talent_map(s._replace(dasar=Dasar.DIRILIS), d.hr, per=PER).jumlah == 0
    d.dirilis()
    assert talent_map(s._replace(dasar=Dasar.DIRILIS), d.hr, per=PER).jumlah == 3
    assert talent_map(s._replace(unit=d.unit, jenjang=Jenjang.AHLI_MUDA), d.hr, per=PER).jumlah == 3
    assert talent_map(s._replace(jenjang=Jenjang.PENGAWAS), d.hr, per=PER).jumlah == 0


def test_the_list_of_a_cell_says_why_and_how_sure(d: Dunia) -> None:
    hr = masuk(d.hr)
    halaman = isi(hr, PETA, kotak=9)
    assert "Usulan hitungan: kinerja" in halaman
    assert "Datanya kuat: asesmen 1 Mei 2026, skor 30 Juni 2026" in halaman
    d.dirilis()
    assert "Komite setuju dengan usulan hitungan" in isi(hr, PETA, kotak=9, dasar="dirilis")
    assert "Tidak ada pegawai di kotak ini" in isi(hr, PETA, kotak=8)


def test_box_one_is_a_number_without_a_list(d: Dunia) -> None:
    HasilEvaluasi.objects.filter(pegawai=d.asn[0]).update(kotak=1)
    halaman = isi(masuk(d.hr), PETA, kotak=1)
    assert "Calon 1" not in halaman
    assert "kotak=1" not in halaman
    s = Saringan(d.instansi.pk, Dasar.USULAN)
    assert people_of_cell(s, 1, d.hr, per=PER, sesudah=0, banyak=9) == []


def test_hr_reads_nothing_about_their_own_box(d: Dunia) -> None:
    """Neither in a number, nor in a list, nor on their own page of a run, before the release."""
    HasilEvaluasi.objects.filter(pegawai=d.hr.pegawai).update(kotak=9)
    s = Saringan(d.instansi.pk, Dasar.USULAN)
    assert talent_map(s, d.hr, per=PER).jumlah == 3
    semua = people_of_cell(s, 9, d.hr, per=PER, sesudah=0, banyak=9)
    assert {b.pegawai_id for b in semua} == {p.pk for p in d.asn}
    hr = masuk(d.hr)
    for siapa, terbaca in ((d.asn[0], True), (d.hr.pegawai, False)):
        jawaban = hr.get(reverse("admin:karier_runevaluasi_orang", args=[d.run.pk, siapa.pk]))
        assert ("Kotak talenta" in teks(jawaban)) is terbaca


# -- a leader -------------------------------------------------------------------------------------------


def test_a_leader_reads_names_of_direct_reports_after_the_release_only(d: Dunia) -> None:
    atasan = masuk(d.akun(d.atasan))
    assert "Calon 1" not in isi(atasan, "karier:talenta_tim")
    d.dirilis()
    halaman = isi(atasan, "karier:talenta_tim")
    assert "Calon 1" in halaman
    assert "Kotak 9" in halaman
    assert "1 bawahan langsung belum mempunyai kotak" in halaman


def test_of_everybody_further_down_only_large_numbers(d: Dunia) -> None:
    puncak = d.orang("Kepala Dinas", struktural=True)
    d.atasan.atasan = puncak
    d.atasan.save()
    d.dirilis()
    halaman = isi(masuk(d.akun(puncak)), "karier:talenta_tim")
    assert "Calon" not in halaman
    assert halaman.count("kurang dari lima, atau ditutup") == 9
    for n in range(4, 7):
        lengkapi(d.orang(f"Calon {n}", fungsional=True, atasan=d.atasan))
    jalankan_sampai_selesai(d.instansi)
    d.asn = list(Pegawai.objects.filter(nama__startswith="Calon "))
    d.dirilis()
    assert '<td class="num">6</td>' in isi(masuk(d.akun(puncak)), "karier:talenta_tim")


# -- heirs of knowledge -----------------------------------------------------------------------------------


def test_the_map_of_heirs_names_who_could_learn_from_whom(d: Dunia) -> None:
    senior, dekat = d.asn[0], d.asn[1]
    AsesmenKompetensi.objects.filter(pegawai=senior).update(komunikasi=5)
    profil = ProfilMentorPabrik(pegawai=senior)
    profil.keahlian.update_or_create(kompetensi=KompetensiMansoskul.KOMUNIKASI, defaults={"level": 5})
    teknis = KompetensiTeknisPabrik(nama="Audit keuangan")
    LevelTeknis.objects.create(pegawai=senior, kompetensi=teknis, level=4, tanggal=date(2026, 1, 1))
    profil.keahlian.create(kompetensi="", teknis=teknis, level=4)
    jalankan_sampai_selesai(d.instansi)
    pensiun(senior, date(2027, 6, 1))
    peta = read_heirs(d.instansi.pk, per=PER)
    assert peta is not None
    assert peta.bersedia == {(senior.pk, "komunikasi"), (senior.pk, f"teknis:{teknis.pk}")}
    nama = {peta.kompetensi[w.pemegang.kompetensi] for w in peta.warisan}
    assert nama == {"Komunikasi", "Audit keuangan"}
    (w,) = [w for w in peta.warisan if w.pemegang.kompetensi == "komunikasi"]
    assert {p.kunci for p in w.pewaris} == {dekat.pk, d.asn[2].pk}
    assert per_horizon(peta.warisan) == [(1, 1, 2), (2, 1, 2), (5, 1, 2)]
    assert narrowed(peta, tahun=1, unit=d.unit) == peta.warisan
    halaman = isi(masuk(d.hr), PEWARIS, tahun=1)
    assert "bersedia menjadi mentor" in halaman
    assert "Calon 2" in halaman
    assert "Jabatan kritikal" not in halaman


def test_the_map_says_why_people_have_no_box(d: Dunia) -> None:
    assert "tidak berlaku baginya (PPPK dan CPNS)" in isi(masuk(d.hr), PETA)
    dirilis = isi(masuk(d.hr), PETA, dasar="dirilis")
    assert "belum ada kotaknya yang dirilis" in dirilis
    assert "komponennya" not in dirilis


def test_a_phone_reads_the_nine_boxes_as_cards(d: Dunia) -> None:
    satu = masuk(d.hr).get(reverse(PETA)).content.decode()
    potensi = [f'data-l="Potensial {p}"' for p in ("rendah", "menengah", "tinggi")]
    assert [satu.count(p) for p in potensi] == [3, 3, 3]


def test_without_a_run_the_page_says_so(d: Dunia) -> None:
    d.run.delete()
    assert "Belum ada perhitungan yang selesai" in isi(masuk(d.hr), PEWARIS)
    assert "Belum ada perhitungan yang selesai" in isi(masuk(d.hr), PETA)


# -- growth ---------------------------------------------------------------------------------------------


def test_no_page_of_talent_asks_once_per_person(d: Dunia) -> None:
    sidang = d.sidang()
    set_box(
        sidang_id=sidang.pk, pegawai_id=d.asn[0].pk, kotak=9, alasan="", urutan=0,
        actor=d.akun(d.anggota[0]), at=SAAT,
    )  # fmt: skip
    d.berita(sidang)
    halaman = {
        reverse(PETA) + "?kotak=9": masuk(d.hr),
        reverse(PEWARIS): masuk(d.hr),
        reverse("admin:karier_komitetalenta_rilis", args=[sidang.pk]): masuk(d.hr),
        reverse("karier:sidang", args=[sidang.pk]) + "?lihat=semua": masuk(d.akun(d.anggota[0])),
        reverse("karier:talenta_tim"): masuk(d.akun(d.atasan)),
    }
    sedikit = {h: _ukur(c, h) for h, c in halaman.items()}
    for n in range(10, 20):
        lengkapi(d.orang(f"Calon {n}", fungsional=True, atasan=d.atasan))
    run = jalankan_sampai_selesai(d.instansi)
    sidang.run = run
    sidang.save()
    d.tetapkan(sidang, *Pegawai.objects.filter(nama__startswith="Calon "))
    assert {h: _ukur(c, h) for h, c in halaman.items()} == sedikit


def _ukur(client: Client, halaman: str) -> int:
    client.get(halaman)
    with CaptureQueriesContext(connection) as tanya:
        assert client.get(halaman).status_code == 200
    return len(tanya)
