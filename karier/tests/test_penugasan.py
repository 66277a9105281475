"""Assignments: two yeses, safe places, what is credited, and who may do what."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from karier.enums import StatusPenugasan
from karier.enums import StatusPesertaPenugasan as S
from karier.models import Penugasan, PesertaPenugasan
from karier.services.penugasan import keep_back, release, volunteer, withdraw
from karier.services.penugasan_baca import assignments_for, finished_evidence
from karier.services.penugasan_tawar import cancel_assignment, finish_assignment, save_assignment
from karier.tests.pabrik_jalur import SAAT, TENGAH, PenugasanPabrik, bersedia
from karier.tests.pembaca import akun_dari, sebagai
from pegawai.models import Pegawai, PengembanganKompetensi
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari
from pelatihan.rules.pilihan import Kebutuhan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


def dilepas(p: Penugasan, saya: Pegawai) -> PesertaPenugasan:
    peserta = bersedia(p, saya)
    return release(peserta_id=peserta.pk, versi=1, actor=akun_dari(saya.atasan), at=SAAT, kanal="portal")


def test_no_place_is_taken_before_the_second_yes(saya: Pegawai) -> None:
    p = PenugasanPabrik()
    peserta = volunteer(penugasan_id=p.pk, pegawai=saya, actor=akun_dari(saya), at=SAAT)
    assert (peserta.status, Penugasan.objects.get().terisi) == (S.MENUNGGU, 0)
    assert volunteer(penugasan_id=p.pk, pegawai=saya, actor=akun_dari(saya), at=SAAT).pk == peserta.pk
    lagi = {
        "peserta_id": peserta.pk,
        "versi": 1,
        "actor": akun_dari(saya.atasan),
        "at": SAAT,
        "kanal": "portal",
    }
    assert release(**lagi).status == S.BERJALAN
    assert release(**lagi).versi == 2  # a second press
    assert Penugasan.objects.get().terisi == 1


def test_who_is_not_the_atasan_releases_nobody(saya: Pegawai) -> None:
    peserta = bersedia(PenugasanPabrik(), saya)
    for siapa in (akun_dari(saya), akun_dari(PegawaiPabrik()), hr_dari(saya.instansi)):
        with pytest.raises(TidakDitemukan):
            release(peserta_id=peserta.pk, versi=1, actor=siapa, at=SAAT, kanal="admin")


def test_hr_releases_whom_no_atasan_can_release() -> None:
    sendiri = PegawaiPabrik(atasan=None)
    peserta = bersedia(PenugasanPabrik(), sendiri)
    hasil = release(peserta_id=peserta.pk, versi=1, actor=hr_dari(sendiri.instansi), at=SAAT, kanal="admin")
    assert hasil.status == S.BERJALAN


def test_the_last_place_is_given_once(saya: Pegawai, atasan: Pegawai) -> None:
    p = PenugasanPabrik()
    dilepas(p, saya)
    rekan = bersedia(p, PegawaiPabrik(atasan=atasan))
    with pytest.raises(DomainError, match="Semua tempat"):
        release(peserta_id=rekan.pk, versi=1, actor=akun_dari(atasan), at=SAAT, kanal="portal")


def test_leaving_before_the_first_day_gives_the_place_back(saya: Pegawai) -> None:
    peserta = dilepas(PenugasanPabrik(), saya)
    isi: dict[str, Any] = {"peserta_id": peserta.pk, "pegawai": saya, "actor": akun_dari(saya)}
    with pytest.raises(Bentrok):
        withdraw(**isi, versi=1, at=SAAT)
    with pytest.raises(DomainError, match="sudah dimulai"):
        withdraw(**isi, versi=2, at=TENGAH)
    assert withdraw(**isi, versi=2, at=SAAT).status == S.MUNDUR
    assert withdraw(**isi, versi=2, at=SAAT).versi == 3  # a second press
    assert Penugasan.objects.get().terisi == 0


def test_a_refusal_has_a_reason_that_the_person_reads(saya: Pegawai) -> None:
    peserta = bersedia(PenugasanPabrik(), saya)
    isi: dict[str, Any] = {
        "peserta_id": peserta.pk, "versi": 1, "actor": akun_dari(saya.atasan), "at": SAAT, "kanal": "portal"
    }  # fmt: skip
    with pytest.raises(DomainError, match="Tuliskan alasan"):
        keep_back(**isi, alasan="  ")
    keep_back(**isi, alasan="Sedang\nmusim panen data")
    keep_back(**isi, alasan="Sedang musim panen data")
    halaman = sebagai(saya).get(reverse("karier:penugasan", args=[peserta.penugasan_id])).content.decode()
    assert "Sedang musim panen data" in halaman
    assert "Saya bersedia" in halaman  # and may try again


def test_detasering_brings_the_jp_of_the_law_and_evidence(saya: Pegawai) -> None:
    p = PenugasanPabrik()
    peserta = dilepas(p, saya)
    tunggu = bersedia(p, PegawaiPabrik())
    isi: dict[str, Any] = {
        "penugasan_id": p.pk, "versi": 1, "selesai": [peserta.pk], "hasil": "Antrean rapi",
        "dampak": "Warga menunggu 10 menit", "actor": hr_dari(saya.instansi), "kanal": "admin",
    }  # fmt: skip
    with pytest.raises(DomainError, match="belum dimulai"):
        finish_assignment(**isi, at=SAAT)
    finish_assignment(**isi, at=TENGAH)
    finish_assignment(**isi, at=TENGAH)  # a second press
    baris = PengembanganKompetensi.objects.get(pegawai=saya)
    assert (baris.jp, baris.nama) == (20, p.nama)
    (bukti,) = finished_evidence([saya.pk])[saya.pk]
    assert (bukti.jp, bukti.penugasan.dampak) == (20, "Warga menunggu 10 menit")
    tunggu.refresh_from_db()
    assert tunggu.status == S.TIDAK_DILEPAS


def test_nobody_ends_what_they_take_part_in(saya: Pegawai, atasan: Pegawai) -> None:
    p = PenugasanPabrik(penawar=saya)
    peserta = dilepas(p, saya)
    with pytest.raises(TidakBoleh):
        finish_assignment(
            penugasan_id=p.pk, versi=1, selesai=[peserta.pk], hasil="h", dampak="d",
            actor=akun_dari(saya), at=TENGAH, kanal="portal",
        )  # fmt: skip
    assert not PengembanganKompetensi.objects.exists()


def test_calling_it_off_frees_everybody(saya: Pegawai) -> None:
    p = PenugasanPabrik()
    peserta = dilepas(p, saya)
    isi: dict[str, Any] = {
        "penugasan_id": p.pk, "versi": 1, "actor": hr_dari(saya.instansi), "at": SAAT, "kanal": "admin"
    }  # fmt: skip
    with pytest.raises(DomainError, match="Tuliskan alasan"):
        cancel_assignment(**isi, alasan=" ")
    cancel_assignment(**isi, alasan="Anggaran berubah")
    peserta.refresh_from_db()
    assert (peserta.status, peserta.alasan) == (S.TIDAK_SELESAI, "Anggaran berubah")
    assert cancel_assignment(**isi, alasan="Lagi").status == StatusPenugasan.DIBATALKAN
    meja = reverse("admin:karier_penugasan_change", args=[p.pk])
    assert "<h2>Alasan pembatalan</h2>" in sebagai(isi["actor"]).get(meja).content.decode()
    with pytest.raises(Bentrok):
        volunteer(penugasan_id=p.pk, pegawai=saya, actor=akun_dari(saya), at=SAAT)


def test_a_government_offers_to_its_own_people_until_the_last_day(saya: Pegawai) -> None:
    lain = PenugasanPabrik(instansi=InstansiPabrik(kode="nabire"))
    for p, galat in ((lain, TidakDitemukan), (PenugasanPabrik(), DomainError)):
        with pytest.raises(galat):
            volunteer(penugasan_id=p.pk, pegawai=saya, actor=akun_dari(saya), at=TENGAH)
    with pytest.raises(TidakBoleh):
        volunteer(penugasan_id=lain.pk, pegawai=saya, actor=akun_dari(PegawaiPabrik()), at=SAAT)


def test_a_leader_offers_and_the_same_offer_twice_is_one(saya: Pegawai, atasan: Pegawai) -> None:
    client = sebagai(atasan)
    contoh = PenugasanPabrik.build(instansi=atasan.instansi, unit=PenugasanPabrik().unit, nama="Tim Data")
    isi = {
        "jenis": "tim_proyek", "nama": "Tim Data", "uraian": "Merapikan data", "unit": contoh.unit.pk,
        "mulai": "01-12-2026", "selesai": "31-01-2027", "bersedia_sampai": "30-11-2026",
        "jam_per_minggu": 6, "tempat": 2, "kompetensi": ["komunikasi"], "level": 4,
    }  # fmt: skip
    terlambat = {**isi, "bersedia_sampai": "02-12-2026"}
    jawaban = client.post(reverse("karier:penugasan_tawarkan"), terlambat).content.decode()
    assert "Isi hari paling lambat sama dengan hari mulai" in jawaban
    for _ in range(2):
        assert client.post(reverse("karier:penugasan_tawarkan"), isi).status_code == 302
    p = Penugasan.objects.get(nama="Tim Data")
    assert (p.penawar, p.kompetensi.get().level) == (atasan, 4)
    p.pk = None
    with pytest.raises(DomainError, match="sudah ditawarkan"):
        save_assignment(penugasan=p, actor=hr_dari(atasan.instansi), kanal="admin")
    assert sebagai(saya).get(reverse("karier:penugasan_tawarkan")).status_code == 403


def test_places_are_never_fewer_than_the_people_inside(saya: Pegawai) -> None:
    p = PenugasanPabrik(tempat=2)
    dilepas(p, saya)
    dilepas(p, PegawaiPabrik(atasan=saya.atasan))
    p.tempat = 1
    with pytest.raises(DomainError, match="2 tempat terisi"):
        save_assignment(penugasan=p, actor=hr_dari(saya.instansi), kanal="admin")
    with pytest.raises(TidakDitemukan):
        save_assignment(penugasan=p, actor=akun_dari(saya), kanal="portal")


def test_an_assignment_is_offered_to_a_plan_by_the_gap_that_it_builds(saya: Pegawai) -> None:
    p, penuh = PenugasanPabrik(), PenugasanPabrik(terisi=1)
    for q in (p, penuh):
        q.kompetensi.create(kompetensi="komunikasi", level=3)
    (saran,) = assignments_for(
        pegawai=saya, kebutuhan=[Kebutuhan("komunikasi", "Komunikasi", 2, 3)], hari=SAAT.date()
    )
    assert (saran.penugasan, saran.alasan) == (p, "Membangun Komunikasi sampai level 3.")
    assert assignments_for(pegawai=saya, kebutuhan=[], hari=SAAT.date()) == []


def test_the_whole_way_through_the_pages(saya: Pegawai, atasan: Pegawai) -> None:
    p = PenugasanPabrik(penawar=atasan)
    sebagai(saya).post(reverse("karier:penugasan_bersedia", args=[p.pk]))
    pimpinan = sebagai(atasan)
    assert "Lepas untuk penugasan: 1 pegawai" in pimpinan.get(reverse("karier:beranda")).content.decode()
    peserta = PesertaPenugasan.objects.get()
    pimpinan.post(reverse("karier:penugasan_lepas", args=[peserta.pk]), {"versi": 1})
    isi = pimpinan.get(reverse("karier:penugasan", args=[p.pk])).content.decode()
    assert "Saya Contoh" in isi
    assert (
        "Saya Contoh"
        not in sebagai(PegawaiPabrik()).get(reverse("karier:penugasan", args=[p.pk])).content.decode()
    )


def test_hr_too_waits_for_a_yes_no_longer_than_the_first_day(saya: Pegawai) -> None:
    p = PenugasanPabrik(instansi=saya.instansi, mulai=date(2026, 12, 1), tempat=2)
    dilepas(p, saya)
    dilepas(p, PegawaiPabrik(atasan=saya.atasan))
    client = sebagai(hr_dari(p.instansi))
    url = reverse("admin:karier_penugasan_change", args=[p.pk])
    form = client.get(url).context["adminform"].form
    isi = {f.name: str(f.value()) for f in form if f.value() is not None}
    isi |= {"kompetensi-TOTAL_FORMS": "0", "kompetensi-INITIAL_FORMS": "0"}
    jawaban = client.post(url, {**isi, "bersedia_sampai": "2026-12-02"})
    assert "Isi hari paling lambat sama dengan hari mulai" in jawaban.content.decode()
    assert "2 tempat terisi" in client.post(url, {**isi, "tempat": "1"}, follow=True).content.decode()
    lain = PenugasanPabrik(instansi=p.instansi, nama="Tim Lain", mulai=p.mulai)
    assert "sudah ditawarkan" in client.post(url, {**isi, "nama": lain.nama}, follow=True).content.decode()
    client.post(url, {**isi, "tempat": "3"})
    assert Penugasan.objects.get(pk=p.pk).tempat == 3


def test_whoever_offers_is_not_asked_to_join_and_ends_nothing_that_has_not_begun(
    saya: Pegawai, atasan: Pegawai
) -> None:
    nanti = PenugasanPabrik(penawar=atasan)
    berjalan = PenugasanPabrik(
        penawar=atasan, mulai=date(2026, 11, 1), selesai=date(2027, 1, 31), bersedia_sampai=date(2026, 11, 1)
    )
    client = sebagai(atasan)
    isi = client.get(reverse("karier:penugasan", args=[nanti.pk])).content.decode()
    assert "Saya bersedia" not in isi
    assert "Akhiri dengan hasil" not in isi
    assert "Batalkan penugasan" in isi
    assert "1 Desember 2026–31 Januari 2027" in isi
    jalan = client.get(reverse("karier:penugasan", args=[berjalan.pk])).content.decode()
    assert "Akhiri dengan hasil" in jalan
    assert "Saya bersedia" in sebagai(saya).get(reverse("karier:penugasan", args=[nanti.pk])).content.decode()


def test_the_form_of_an_offer_begins_with_a_word(atasan: Pegawai, saya: Pegawai) -> None:
    isi = sebagai(atasan).get(reverse("karier:penugasan_tawarkan")).content.decode()
    assert '<option value="" selected>Pilih</option>' in isi
    assert "---------" not in isi


def test_what_i_take_part_in_is_offered_no_more_and_runs_from_its_first_day(saya: Pegawai) -> None:
    p = PenugasanPabrik()
    client, daftar = sebagai(saya), reverse("karier:penugasan_daftar")
    assert "Penugasan lain" in client.get(daftar).content.decode()
    dilepas(p, saya)
    isi = client.get(daftar).content.decode()
    assert isi.count(p.nama) == 1
    assert "Penugasan lain" not in isi
    assert "Mulai 1 Desember 2026" in isi
    assert "Berjalan" not in isi
    withdraw(
        peserta_id=PesertaPenugasan.objects.get().pk, versi=2, pegawai=saya, actor=akun_dari(saya), at=SAAT
    )
    assert "Penugasan lain" in client.get(daftar).content.decode()
