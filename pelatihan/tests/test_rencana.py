"""Plans: stored once, ordered, established by a named person, and changed only as the next revision."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.pdf import render_pdf
from pegawai.models import Instansi
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari
from pelatihan.enums import StatusAngkatan, StatusPendaftaran, StatusRencana
from pelatihan.models import Angkatan, ButirRencana, Pelatihan, Pendaftaran, RencanaTahunan
from pelatihan.reports.rencana import (
    fund_lines,
    hcdp_paper,
    hcdp_table,
    plan_paper,
    plan_table,
    progress,
    read_plan,
)
from pelatihan.services.anggaran import commit_budget, realise_budget
from pelatihan.services.hcdp import Kunci, change_hcdp, establish_hcdp, revise_hcdp, save_targets, supply
from pelatihan.services.rencana import IsianButir, change_plan, establish_plan, revise_plan, save_proposal
from pelatihan.tests.pabrik import PelatihanPabrik
from pelatihan.tests.pabrik_rencana import SAAT, hcdp_pabrik, pagu_pabrik, rencana_pabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="batanghari")
    return satu


@pytest.fixture
def hr(instansi: Instansi) -> Any:
    return hr_dari(instansi)


@pytest.fixture
def dua() -> list[Pelatihan]:
    return [PelatihanPabrik(nama="Kelas", kelas=True), PelatihanPabrik(nama="Daring")]


def simpan(instansi: Instansi, hr: Any, *butir: IsianButir, dilihat: Any = None) -> RencanaTahunan:
    return save_proposal(
        instansi=instansi, tahun=2027, butir=butir, sumber="Perhitungan 1", dilihat=dilihat, actor=hr, at=SAAT
    )


# -- one year -------------------------------------------------------------------------------------------


def test_a_proposal_is_stored_once_and_an_old_page_replaces_nothing(
    instansi: Instansi, hr: Any, dua: list[Pelatihan]
) -> None:
    satu, lain = (IsianButir(p.pk, 10, alasan="Menutup celah") for p in dua)
    rencana = simpan(instansi, hr, satu, lain)
    assert [(b.urut, b.peserta, b.biaya) for b in rencana.butir.all()] == [(1, 10, 7_500_000), (2, 10, 0)]
    assert simpan(instansi, hr, satu, lain) == rencana  # pressed twice
    with pytest.raises(Bentrok) as salah:
        simpan(instansi, hr, lain)
    assert salah.value.kode == "rencana_berubah"
    rencana.refresh_from_db()
    assert simpan(instansi, hr, lain, dilihat=(rencana.pk, rencana.versi)).butir.count() == 1
    assert RencanaTahunan.objects.count() == 1


def test_hr_orders_and_keeps_the_reasons(instansi: Instansi, hr: Any, dua: list[Pelatihan]) -> None:
    pagu = pagu_pabrik(hr, instansi)
    rencana = rencana_pabrik(hr, instansi, *(IsianButir(p.pk, 2, alasan=f"Alasan {p}") for p in dua))
    lama = rencana.versi
    balik = [IsianButir(dua[1].pk, 5, 900, pagu.pk, 3), IsianButir(dua[0].pk, 1)]
    ubah = {"rencana_id": rencana.pk, "versi": lama, "actor": hr, "at": SAAT}
    change_plan(butir=balik, **ubah)
    assert change_plan(butir=balik, **ubah).versi == lama + 1  # pressed twice
    baris = rencana.butir.order_by("urut")
    assert list(baris.values_list("urut", "biaya", "pagu", "bulan", "alasan")) == [
        (1, 900, pagu.pk, 3, "Alasan Daring"), (2, 750_000, None, None, "Alasan Kelas"),
    ]  # fmt: skip
    with pytest.raises(Bentrok):
        change_plan(butir=balik[:1], **ubah)


@pytest.mark.parametrize(
    ("butir", "kode"),
    [
        (lambda p, i: [IsianButir(p.pk, 1), IsianButir(p.pk, 2)], "pelatihan_ganda"),
        (lambda p, i: [IsianButir(PelatihanPabrik(instansi=InstansiPabrik()).pk, 1)], "pelatihan_tidak_ada"),
        (lambda p, i: [IsianButir(p.pk, 1, None, pagu_pabrik(hr_dari(i), i, tahun=2026).pk)], "pagu_lain"),
    ],
)
def test_lines_of_others_are_refused(
    instansi: Instansi, hr: Any, dua: list[Pelatihan], butir: Any, kode: str
) -> None:
    with pytest.raises(DomainError) as salah:
        simpan(instansi, hr, *butir(dua[0], instansi))
    assert salah.value.kode == kode
    assert not RencanaTahunan.objects.exists()


def test_what_was_established_stays_and_a_change_is_the_next_revision(
    instansi: Instansi, hr: Any, dua: list[Pelatihan]
) -> None:
    rencana = rencana_pabrik(hr, instansi, IsianButir(dua[0].pk, 10))
    tetap = {"rencana_id": rencana.pk, "versi": rencana.versi, "actor": hr, "at": SAAT}
    establish_plan(**tetap)
    establish_plan(**tetap)  # pressed twice
    rencana.refresh_from_db()
    assert (rencana.ditetapkan_oleh, rencana.status) == (hr, StatusRencana.DITETAPKAN)
    with pytest.raises(DomainError, match="tidak berubah lagi"):
        change_plan(**{**tetap, "versi": rencana.versi}, butir=[])
    baru = revise_plan(rencana_id=rencana.pk, actor=hr, at=SAAT)
    assert revise_plan(rencana_id=rencana.pk, actor=hr, at=SAAT) == baru
    assert (str(baru), baru.butir.count()) == ("Rencana pengembangan kompetensi 2027, versi 2", 1)
    change_plan(rencana_id=baru.pk, butir=[], versi=baru.versi, actor=hr, at=SAAT)
    assert ButirRencana.objects.filter(rencana=rencana).count() == 1
    with pytest.raises(DomainError, match="belum berisi"):
        establish_plan(rencana_id=baru.pk, versi=baru.versi + 1, actor=hr, at=SAAT)


def test_two_who_revise_from_two_pages_at_once_make_one_revision(
    instansi: Instansi, hr: Any, dua: list[Pelatihan], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second has read, under the lock of another row, that no draft is there yet."""
    rencana = rencana_pabrik(hr, instansi, IsianButir(dua[0].pk, 10))
    establish_plan(rencana_id=rencana.pk, versi=rencana.versi, actor=hr, at=SAAT)
    revise_plan(rencana_id=rencana.pk, actor=hr, at=SAAT)
    monkeypatch.setattr("pelatihan.services.rencana.latest_plan", lambda *_: None)
    with pytest.raises(Bentrok, match="baru saja dibuat orang lain"):
        revise_plan(rencana_id=rencana.pk, actor=hr, at=SAAT)
    assert RencanaTahunan.objects.count() == 2


def test_a_proposal_over_an_established_plan_is_a_revision(
    instansi: Instansi, hr: Any, dua: list[Pelatihan]
) -> None:
    rencana = rencana_pabrik(hr, instansi, IsianButir(dua[0].pk, 10))
    establish_plan(rencana_id=rencana.pk, versi=rencana.versi, actor=hr, at=SAAT)
    rencana.refresh_from_db()
    baru = simpan(instansi, hr, IsianButir(dua[1].pk, 3), dilihat=(rencana.pk, rencana.versi))
    assert (baru.revisi, baru.status, rencana.butir.count()) == (2, StatusRencana.DRAF, 1)


def test_hr_of_another_instansi_finds_no_plan(instansi: Instansi, hr: Any, dua: list[Pelatihan]) -> None:
    rencana = rencana_pabrik(hr, instansi, IsianButir(dua[0].pk, 10))
    lain = hr_dari(InstansiPabrik(kode="nabire"))
    with pytest.raises(TidakDitemukan):
        establish_plan(rencana_id=rencana.pk, versi=rencana.versi, actor=lain, at=SAAT)
    with pytest.raises(TidakDitemukan):
        simpan(instansi, lain, IsianButir(dua[0].pk, 10))


def test_the_plan_stands_beside_its_money_and_beside_what_was_held(
    instansi: Instansi, hr: Any, dua: list[Pelatihan]
) -> None:
    pagu = pagu_pabrik(hr, instansi, 7_000_000)
    rencana = rencana_pabrik(
        hr, instansi, IsianButir(dua[0].pk, 10, pagu_id=pagu.pk, bulan=5), IsianButir(dua[1].pk, 4)
    )
    _selesai(instansi, hr, dua[0], pagu)
    di_luar = PelatihanPabrik(nama="Di luar")
    _kelas(instansi, di_luar)
    r = read_plan(rencana)
    assert ([j.lewat for j in r.jalan], r.jumlah, r.batas) == ([True, False], 7_500_000, 7_000_000)
    assert [(d.rencana, d.lebih) for d in fund_lines(r)] == [(7_500_000, 500_000)]
    capai = progress(r)
    assert [(c.nama, c.butir is None, c.kegiatan is None) for c in capai] == [
        ("Kelas", False, False), ("Daring", False, True), ("Di luar", True, False),
    ]  # fmt: skip
    k = capai[0].kegiatan
    assert k is not None
    assert (k.selesai, k.peserta, k.jp, k.komitmen, k.realisasi) == (1, 1, 20, 250_000, 500_000)
    assert render_pdf("rencana_pengembangan", plan_paper(r, SAAT, "Petugas")).startswith(b"%PDF")
    tabel = plan_table(r, SAAT, "Petugas")
    assert next(iter(tabel.baris))[1:6] == ["Kelas", 10, 20, 7_500_000, "APBD 2027"]
    assert ("Sumber", "Celah menurut perhitungan 1") in tabel.keterangan


def _kelas(instansi: Instansi, pelatihan: Pelatihan) -> Angkatan:
    kelas: Angkatan = Angkatan.objects.create(
        pelatihan=pelatihan, instansi=instansi, nama="Angkatan 1", mulai=date(2027, 5, 3),
        selesai=date(2027, 5, 7), daftar_sampai=date(2027, 4, 20), kursi=30, status=StatusAngkatan.SELESAI,
    )  # fmt: skip
    return kelas


def _selesai(instansi: Instansi, hr: Any, pelatihan: Pelatihan, pagu: Any) -> None:
    """One has finished and half of the money was paid; one did not come."""
    kelas = _kelas(instansi, pelatihan)
    for urut, status in enumerate((StatusPendaftaran.SELESAI, StatusPendaftaran.TIDAK_HADIR), start=1):
        ikut = Pendaftaran.objects.create(
            angkatan=kelas, pegawai=PegawaiPabrik(instansi=instansi), urut=urut, status=status
        )
        if status == StatusPendaftaran.SELESAI:
            uang: dict[str, Any] = {"pagu_id": pagu.pk, "pendaftaran": ikut, "actor": hr, "at": SAAT}
            commit_budget(rupiah=750_000, **uang)
            realise_budget(rupiah=500_000, **uang)


# -- five years -----------------------------------------------------------------------------------------


def test_targets_cost_what_the_cheapest_programme_costs(instansi: Instansi, hr: Any) -> None:
    PelatihanPabrik(biaya=300, kapasitas=20)
    PelatihanPabrik(biaya=200, kapasitas=10)
    assert supply(instansi.pk)[Kunci("komunikasi")] == (2, 120, 200)
    hcdp = hcdp_pabrik(hr, instansi, 4)
    assert [(s.orang, s.biaya) for s in hcdp.sasaran.all()] == [(4, 800)]
    ubah = {"hcdp_id": hcdp.pk, "versi": hcdp.versi, "actor": hr, "at": SAAT}
    change_hcdp(arah="Arah baru", **ubah)
    assert change_hcdp(arah="Arah baru", **ubah).versi == hcdp.versi + 1  # pressed twice
    with pytest.raises(Bentrok):
        change_hcdp(arah="Arah lain", **ubah)
    with pytest.raises(DomainError, match="di luar tahun"):
        change_hcdp(sasaran={(Kunci("komunikasi"), 2040): 1}, **ubah)


def test_an_established_hcdp_is_revised_by_the_next_proposal(instansi: Instansi, hr: Any) -> None:
    hcdp = hcdp_pabrik(hr, instansi, 4)
    establish_hcdp(hcdp_id=hcdp.pk, versi=hcdp.versi, actor=hr, at=SAAT)
    hcdp.refresh_from_db()
    isi: dict[str, Any] = {
        "instansi": instansi, "tahun_mulai": 2027, "sasaran": {(Kunci("integritas"), 2028): 7},
        "sumber": "Perhitungan 2", "actor": hr, "at": SAAT,
    }  # fmt: skip
    with pytest.raises(Bentrok):
        save_targets(dilihat=None, **isi)
    baru = save_targets(dilihat=(hcdp.pk, hcdp.versi), **isi)
    assert save_targets(dilihat=(hcdp.pk, hcdp.versi), **isi) == baru  # pressed twice
    assert (baru.revisi, baru.arah, baru.sumber) == (2, "Layanan dasar yang merata", "Perhitungan 2")
    assert [s.orang for s in hcdp.sasaran.all()] == [4]
    assert revise_hcdp(hcdp_id=hcdp.pk, actor=hr, at=SAAT) == baru
    assert render_pdf("rencana_pengembangan", hcdp_paper(hcdp, SAAT, "Petugas")).startswith(b"%PDF")
    assert list(hcdp_table(baru, SAAT, "Petugas").baris) == [["Integritas", 2028, 7, 0]]
