"""From facts to a scenario with reasons, and from a scenario to enrolments."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from karier.services.alokasi import PERCOBAAN, TENGGANG, SapuanAlokasi, compute_scenario, request_scenario
from karier.services.alokasi_baca import figures, hindrance_sentences
from karier.services.alokasi_fakta import gather_problem
from karier.services.alokasi_ubah import adopt_scenario, change_proposal
from karier.tests.soal_pelatihan import ISIAN, besok, instansi_bercelah, kelas, minta, pagu
from pegawai.enums import JenisJabatan, KompetensiMansoskul
from pegawai.models import KompetensiTeknis, LevelTeknis, StandarTeknis
from pegawai.tests.pabrik import InstansiPabrik, PengembanganPabrik, UnitKerjaPabrik, hr_dari
from pelatihan.enums import StatusAngkatan, StatusPendaftaran, StatusSkenario
from pelatihan.kamus.alokasi import explain_proposal
from pelatihan.models import Angkatan, LangkahPendaftaran, Pendaftaran, SkenarioAlokasi, UsulanAlokasi
from pelatihan.tests.pabrik import PelatihanPabrik, SasaranPelatihanPabrik

pytestmark = pytest.mark.django_db


def bahan(instansi: Any, **isian: Any) -> Any:
    return gather_problem(instansi=instansi, tahun=besok().year, isian=ISIAN | isian, at=timezone.now())


def pasangan(b: Any) -> set[tuple[int, int]]:
    m = b.masalah
    return {
        (b.orang[o], b.kelas[k].angkatan.pk) for o, k in zip(m.orang.tolist(), m.kelas.tolist(), strict=True)
    }


def ubah(usulan: UsulanAlokasi, dipilih: bool, actor: Any) -> tuple[UsulanAlokasi, list[str]]:
    versi = SkenarioAlokasi.objects.values_list("versi", flat=True).get(pk=usulan.skenario_id)
    return change_proposal(usulan_id=usulan.pk, dipilih=dipilih, versi=versi, actor=actor, at=timezone.now())


def pakai(skenario: SkenarioAlokasi, actor: Any, *, tahu: bool = False) -> int:
    skenario.refresh_from_db()
    return adopt_scenario(
        skenario_id=skenario.pk, versi=skenario.versi, tahu=tahu, actor=actor, at=timezone.now()
    )[1]


# -- facts ---------------------------------------------------------------------------------------


def test_only_open_classes_that_help_and_are_meant_for_the_person_are_asked_about() -> None:
    instansi, orang = instansi_bercelah(ani=2, budi=0)
    ada = kelas(instansi)
    kelas(instansi, hari=40, status=StatusAngkatan.DISIAPKAN)
    kelas(instansi, hari=41, kursi=1, terisi=1)
    kelas(instansi, hari=42, kompetensi=KompetensiMansoskul.INTEGRITAS)
    lain = PelatihanPabrik(kompetensi__level=4)
    SasaranPelatihanPabrik(pelatihan=lain, jenis_jabatan=JenisJabatan.FUNGSIONAL)
    kelas(instansi, hari=43, pelatihan=lain)
    b = bahan(instansi)
    assert pasangan(b) == {(orang["ani"].pk, ada.pk)}
    assert (b.masalah.manfaat.tolist(), b.fakta) == (
        [2],
        [[["menutup", "komunikasi", 2, 4], ["biaya", 0], ["kurang_jp"]]],
    )


def test_priorities_weigh_and_facts_of_the_person_travel() -> None:
    instansi, orang = instansi_bercelah(ani=1)
    orang["ani"].unit = UnitKerjaPabrik(jauh=True, instansi=instansi)
    orang["ani"].save()
    PengembanganPabrik(pegawai=orang["ani"], jp=20, tanggal_selesai=timezone.localdate())
    kelas(instansi)
    b = bahan(instansi, kompetensi=["komunikasi"], jabatan=["PELAKSANA"])
    assert b.masalah.manfaat.tolist() == [6]
    assert b.fakta == [[["menutup", "komunikasi", 3, 4], ["biaya", 0], ["terpencil"]]]


def test_a_technical_gap_counts_where_both_levels_are_known() -> None:
    instansi, orang = instansi_bercelah(ani=0)
    teknis = KompetensiTeknis.objects.create(kode="anggaran", nama="Menyusun anggaran")
    StandarTeknis.objects.create(
        jabatan=orang["ani"].riwayat_jabatan.get().jabatan, kompetensi=teknis, level=4
    )
    program = PelatihanPabrik(kompetensi=None)
    program.kompetensi.create(teknis=teknis, level=3)
    kelas(instansi, pelatihan=program)
    assert pasangan(bahan(instansi)) == set()
    LevelTeknis.objects.create(pegawai=orang["ani"], kompetensi=teknis, level=2, tanggal=timezone.localdate())
    assert bahan(instansi).fakta[0][0] == ["menutup", f"teknis:{teknis.pk}", 2, 3]


def test_whoever_takes_part_already_keeps_days_and_gaps_out() -> None:
    instansi, orang = instansi_bercelah(ani=2, budi=2, citra=2)
    mengurus = PelatihanPabrik(kompetensi__level=4, kompetensi__kompetensi=KompetensiMansoskul.INTEGRITAS)
    tujuan, bersamaan = kelas(instansi, kursi=9), kelas(instansi, hari=31, pelatihan=mengurus, kursi=9)
    serupa = kelas(instansi, hari=60, kursi=9)
    for nama, di, status in (
        ("ani", bersamaan, StatusPendaftaran.DISETUJUI),  # the same day
        ("budi", serupa, StatusPendaftaran.MENUNGGU_ATASAN),  # the same gap
        ("citra", tujuan, StatusPendaftaran.DIBATALKAN),  # this very class, once before
    ):
        Pendaftaran.objects.create(angkatan=di, pegawai=orang[nama], urut=1, status=status)
    assert pasangan(bahan(instansi)) == {(orang["ani"].pk, serupa.pk), (orang["citra"].pk, serupa.pk)}


def test_free_seats_of_a_partner_stand_beside_the_class() -> None:
    instansi, _ = instansi_bercelah(ani=2, budi=1)
    satu = kelas(instansi, biaya=1_500_000, pagu=pagu(instansi, 2_000_000))
    m = bahan(instansi, gratis_angkatan=satu.pk, gratis_kursi=3, pagu_persen=90).masalah
    assert (m.kursi.tolist(), m.biaya.tolist()) == ([1, 3], [1_500_000, 0])
    assert m.sisa.tolist() == [1_800_000]


@pytest.mark.parametrize(("dengan_kelas", "kode"), [(False, "tanpa_kelas"), (True, "belum_ada_perhitungan")])
def test_what_could_never_come_of_it_is_refused_at_once(dengan_kelas: bool, kode: str) -> None:
    instansi = InstansiPabrik(kode="batanghari")
    if dengan_kelas:
        kelas(instansi)
    with pytest.raises(DomainError) as salah:
        request_scenario(
            instansi=instansi, tahun=besok().year, nama="Usulan", isian=ISIAN, actor=hr_dari(instansi),
            at=timezone.now(),
        )  # fmt: skip
    assert salah.value.kode == kode


# -- a scenario ----------------------------------------------------------------------------------


def test_the_larger_gap_gets_the_seat_and_everybody_has_a_reason() -> None:
    instansi, orang = instansi_bercelah(ani=1, budi=2)
    kelas(instansi, biaya=750_000, pagu=pagu(instansi, 10_000_000))
    skenario = minta(instansi, hr_dari(instansi))
    assert (skenario.status, skenario.ringkasan["status"]) == (StatusSkenario.DIHITUNG, "terbukti")
    nama = {"kompetensi": {"komunikasi": "Komunikasi"}, "kelas": {}}
    semua = skenario.usulan.all()
    kalimat = {u.pegawai_id: explain_proposal(u.alasan, dipilih=u.dipilih, **nama) for u in semua}
    assert kalimat == {
        orang["budi"].pk: "dipilih karena menutup celah Komunikasi level 2 ke 4; Rp 750.000; di bawah 20 JP "
        "tahun ini",
        orang["ani"].pk: "tidak dipilih karena kursi habis untuk usulan yang bersama-sama menutup celah "
        "lebih penting (celah Komunikasi level 3 ke 4)",
    }
    assert figures(skenario.usulan.all()) == (1, 1, 1, 750_000, 0, 100)


def test_the_impossible_is_said_with_its_limit() -> None:
    instansi, _ = instansi_bercelah(ani=1)
    kelas(instansi)
    skenario = minta(instansi, hr_dari(instansi), terpencil=30)
    assert skenario.status == StatusSkenario.TIDAK_MUNGKIN
    assert hindrance_sentences(skenario) == [
        (
            "Bagian daerah terpencil 30 persen tidak dapat dipenuhi: tidak ada pasangan pegawai dan kelas "
            "berasal dari unit terpencil."
        )
    ]


def test_asking_twice_is_once_and_only_hr_asks() -> None:
    instansi, _ = instansi_bercelah(ani=1)
    kelas(instansi)
    isi = {
        "instansi": instansi,
        "tahun": besok().year,
        "nama": "Usulan",
        "isian": ISIAN,
        "at": timezone.now(),
    }
    hr = hr_dari(instansi)
    assert request_scenario(**isi, actor=hr) == request_scenario(**isi, actor=hr)
    with pytest.raises(TidakDitemukan):
        request_scenario(**isi, actor=hr_dari(InstansiPabrik(kode="nabire")))


def test_a_lost_computation_is_taken_up_again_and_not_for_ever() -> None:
    instansi, _ = instansi_bercelah(ani=1)
    kelas(instansi)
    kini = timezone.now()
    skenario = request_scenario(
        instansi=instansi, tahun=besok().year, nama="Usulan", isian=ISIAN, actor=hr_dari(instansi), at=kini
    )
    SkenarioAlokasi.objects.update(ringkasan={"mulai": kini.isoformat(), "percobaan": 1})
    assert (compute_scenario(skenario.pk), list(SapuanAlokasi().claimable())) == (False, [])
    lama = (kini - TENGGANG - timedelta(seconds=1)).isoformat()
    SkenarioAlokasi.objects.update(ringkasan={"mulai": lama, "percobaan": PERCOBAAN})
    assert list(SapuanAlokasi().claimable()) == [skenario.pk]
    assert compute_scenario(skenario.pk) is False
    skenario.refresh_from_db()
    assert skenario.status == StatusSkenario.TIDAK_MUNGKIN
    assert hindrance_sentences(skenario)[0].startswith("Perhitungan terhenti berkali-kali.")


# -- by hand -------------------------------------------------------------------------------------


def test_hr_puts_another_in_only_where_there_is_room() -> None:
    instansi, orang = instansi_bercelah(ani=1, budi=2)
    kelas(instansi)
    hr = hr_dari(instansi)
    skenario = minta(instansi, hr)
    ani, budi = (skenario.usulan.get(pegawai=orang[n]) for n in ("ani", "budi"))
    with pytest.raises(DomainError, match="2 usulan untuk 1 kursi"):
        ubah(ani, True, hr)
    ubah(budi, False, hr)
    masuk, lunak = ubah(ani, True, hr)
    assert (masuk.diubah_oleh, masuk.alasan[-1], lunak) == (hr, ["ditambahkan"], [])
    assert ubah(ani, True, hr)[0].dipilih  # twice is once
    assert list(skenario.usulan.filter(dipilih=True).values_list("pegawai", flat=True)) == [orang["ani"].pk]


def test_missed_shares_warn_and_wait_for_a_word() -> None:
    instansi, orang = instansi_bercelah(ani=1, budi=2)
    orang["ani"].unit = UnitKerjaPabrik(jauh=True, instansi=instansi)
    orang["ani"].save()
    kelas(instansi, kursi=2)
    hr = hr_dari(instansi)
    skenario = minta(instansi, hr, terpencil=50)
    lunak = ubah(skenario.usulan.get(pegawai=orang["ani"]), False, hr)[1]
    assert lunak == ["Bagian daerah terpencil 0 persen, paling sedikit 50 persen."]
    with pytest.raises(DomainError, match="Bagian daerah terpencil"):
        pakai(skenario, hr)
    assert pakai(skenario, hr, tahu=True) == 1


def test_nobody_changes_or_adopts_a_proposal_about_themself() -> None:
    instansi, orang = instansi_bercelah(ani=1)
    kelas(instansi)
    skenario = minta(instansi, hr_dari(instansi))
    diri = hr_dari(instansi, username="ani", pegawai=orang["ani"])
    with pytest.raises(TidakBoleh):
        ubah(skenario.usulan.get(), False, diri)
    with pytest.raises(DomainError, match="memuat Anda sendiri"):
        pakai(skenario, diri)


def test_a_stale_page_and_a_stranger_change_nothing() -> None:
    instansi, _ = instansi_bercelah(ani=1)
    kelas(instansi)
    skenario = minta(instansi, hr_dari(instansi))
    asing = hr_dari(InstansiPabrik(kode="nabire"))
    isi: dict[str, Any] = {"usulan_id": skenario.usulan.get().pk, "dipilih": False, "at": timezone.now()}
    with pytest.raises(Bentrok):
        change_proposal(**isi, versi=skenario.versi - 1, actor=skenario.dibuat_oleh)
    with pytest.raises(TidakDitemukan):
        change_proposal(**isi, versi=skenario.versi, actor=asing)
    with pytest.raises(TidakDitemukan):
        pakai(skenario, asing)


# -- adoption ------------------------------------------------------------------------------------


def test_adoption_enrols_everybody_and_twice_is_once() -> None:
    instansi, orang = instansi_bercelah(ani=1, budi=2)
    satu = kelas(instansi, kursi=5)
    hr = hr_dari(instansi)
    skenario = minta(instansi, hr)
    assert Pendaftaran.objects.count() == 0
    assert (pakai(skenario, hr), pakai(skenario, hr)) == (2, 0)
    skenario.refresh_from_db()
    satu.refresh_from_db(fields=["terisi"])
    assert (skenario.status, skenario.dipakai_oleh, satu.terisi) == (StatusSkenario.DIPAKAI, hr, 2)
    assert set(Pendaftaran.objects.values_list("pegawai", "status")) == {
        (o.pk, StatusPendaftaran.MENUNGGU_BKPSDM) for o in orang.values()
    }
    assert LangkahPendaftaran.objects.filter(oleh=hr).count() == 2
    with pytest.raises(DomainError, match="tidak dapat diubah lagi"):
        ubah(skenario.usulan.first(), False, hr)


def test_all_or_nobody_when_a_class_has_changed_meanwhile() -> None:
    instansi, _ = instansi_bercelah(ani=1, budi=2)
    kelas(instansi, kursi=2)
    hr = hr_dari(instansi)
    skenario = minta(instansi, hr)
    Angkatan.objects.update(terisi=1)
    with pytest.raises(DomainError, match="2 usulan untuk 1 kursi"):
        pakai(skenario, hr)
    Angkatan.objects.update(terisi=0, status=StatusAngkatan.DIBATALKAN, alasan_batal="Batal")
    with pytest.raises(DomainError):
        pakai(skenario, hr)
    skenario.refresh_from_db()
    assert (skenario.status, Pendaftaran.objects.count()) == (StatusSkenario.DIHITUNG, 0)


def test_what_is_only_supposed_cannot_be_adopted() -> None:
    instansi, _ = instansi_bercelah(ani=1, budi=2)
    satu = kelas(instansi)
    hr = hr_dari(instansi)
    skenario = minta(instansi, hr, gratis_angkatan=satu.pk, gratis_kursi=1)
    assert skenario.usulan.filter(dipilih=True).count() == 2
    with pytest.raises(DomainError, match="mengandaikan kursi gratis"):
        pakai(skenario, hr)
