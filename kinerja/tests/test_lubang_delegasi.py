"""Holes beside a delegation, each open once: who prepares for a leader signs, hands on and reads nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, TidakBoleh
from asn_karier.tests.peramban import masuk
from kinerja.enums import PutusanKeberatan, Rating, StatusKeberatan, StatusPenilaian, StatusSiklus
from kinerja.models import (
    DelegasiPenilaian,
    Keberatan,
    Penilaian,
    RefleksiDiri,
    SiklusPenilaian,
)
from kinerja.services.bahan import Diminta, objections, reflections
from kinerja.services.delegasi import grant_delegation, revoke_delegation
from kinerja.services.penilai import leaders_prepared_by, parts_to_rate
from kinerja.services.penilaian import Isian, Terlihat, kirim, nilai
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik

pytestmark = pytest.mark.django_db
SAAT = datetime(2027, 1, 20, 2, 0, tzinfo=UTC)
HARI = date(2027, 1, 20)
ATAS, SESUAI, BAWAH = Rating.DI_ATAS_EKSPEKTASI, Rating.SESUAI_EKSPEKTASI, Rating.DI_BAWAH_EKSPEKTASI


@pytest.fixture
def siklus() -> SiklusPenilaian:
    satu: SiklusPenilaian = SiklusPabrik(status=StatusSiklus.DIBUKA)
    return satu


@pytest.fixture
def pimpinan(siklus: SiklusPenilaian) -> Pengguna:
    satu: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, instansi=siklus.instansi))
    return satu


@pytest.fixture
def tim(pimpinan: Pengguna) -> list[Pegawai]:
    return [
        PegawaiPabrik(pelaksana=True, instansi=pimpinan.pegawai.instansi, atasan=pimpinan.pegawai, nama=nama)
        for nama in ("Penyiap", "Budi Draf", "Citra Terkirim")
    ]


@pytest.fixture
def penyiap(pimpinan: Pengguna, tim: list[Pegawai]) -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=tim[0])
    hari = datetime.now(UTC).date()
    DelegasiPenilaian.objects.create(
        pemberi=pimpinan.pegawai, penerima=tim[0], mulai=hari.replace(day=1), sampai=date(2099, 1, 1)
    )
    return akun


def siapkan(siklus: SiklusPenilaian, orang: Pegawai, actor: Pengguna, untuk: Pengguna) -> Any:
    isian = [Isian(orang.pk, SESUAI, SESUAI, "", None)]
    return nilai(siklus=siklus, isian=isian, actor=actor, at=SAAT, untuk=untuk.pegawai_id)


def test_who_prepares_does_not_prepare_their_own(
    siklus: SiklusPenilaian, pimpinan: Pengguna, penyiap: Pengguna, tim: list[Pegawai]
) -> None:
    assert siapkan(siklus, tim[1], penyiap, pimpinan)[0].disiapkan_oleh == penyiap
    with pytest.raises(TidakBoleh) as salah:
        siapkan(siklus, tim[0], penyiap, pimpinan)
    assert salah.value.kode == "diri_sendiri"


def test_who_prepares_signs_nothing(
    siklus: SiklusPenilaian, pimpinan: Pengguna, penyiap: Pengguna, tim: list[Pegawai]
) -> None:
    [draf] = siapkan(siklus, tim[1], penyiap, pimpinan)
    with pytest.raises(TidakBoleh):
        kirim(siklus=siklus, terlihat=[Terlihat(tim[1].pk, draf.versi)], actor=penyiap, at=SAAT)


def test_what_was_taken_back_prepares_nothing_more(
    siklus: SiklusPenilaian, pimpinan: Pengguna, penyiap: Pengguna, tim: list[Pegawai]
) -> None:
    revoke_delegation(pk=DelegasiPenilaian.objects.get().pk, actor=pimpinan, at=SAAT)
    with pytest.raises(TidakBoleh) as salah:
        siapkan(siklus, tim[1], penyiap, pimpinan)
    assert salah.value.kode == "tanpa_delegasi"


def test_a_delegation_is_not_handed_on(
    siklus: SiklusPenilaian, pimpinan: Pengguna, penyiap: Pengguna, tim: list[Pegawai]
) -> None:
    """Who prepares leads somebody too and names a third: that one prepares for them alone."""
    PegawaiPabrik(instansi=siklus.instansi, atasan=tim[0])
    ketiga = PenggunaPabrik(pegawai=PegawaiPabrik(instansi=siklus.instansi))
    grant_delegation(penerima=ketiga.pegawai, sampai=HARI, actor=penyiap, at=SAAT)
    with pytest.raises(TidakBoleh):
        siapkan(siklus, tim[1], ketiga, pimpinan)


@pytest.mark.parametrize("lepas", ["bertugas", "instansi"])
def test_who_is_off_duty_or_elsewhere_prepares_nothing(
    siklus: SiklusPenilaian, pimpinan: Pengguna, penyiap: Pengguna, tim: list[Pegawai], lepas: str
) -> None:
    saat = datetime.now(UTC)
    assert leaders_prepared_by(penyiap, at=saat) == [pimpinan.pegawai]
    if lepas == "bertugas":
        isi: dict[str, Any] = {"kedudukan_hukum": KedudukanHukum.PEMBERHENTIAN_SEMENTARA}
    else:
        isi = {"instansi": InstansiPabrik(kode="nabire")}
    Pegawai.objects.filter(pk=tim[0].pk).update(**isi)
    penyiap = Pengguna.objects.get(pk=penyiap.pk)
    assert leaders_prepared_by(penyiap, at=saat) == []
    with pytest.raises(TidakBoleh):
        siapkan(siklus, tim[1], penyiap, pimpinan)


@pytest.mark.parametrize("halaman", ["penilaian_tim", "penilaian_periksa"])
def test_who_prepares_does_not_read_what_was_sent(
    siklus: SiklusPenilaian, pimpinan: Pengguna, penyiap: Pengguna, tim: list[Pegawai], halaman: str
) -> None:
    sama = {"tahun": 2026, "penilai": pimpinan.pegawai}
    PenilaianPabrik(pegawai=tim[1], draf=True, **sama)
    PenilaianPabrik(pegawai=tim[2], status=StatusPenilaian.DIKIRIM, **sama)
    alamat = f"{reverse(f'kinerja:{halaman}', args=[siklus.pk])}?untuk={pimpinan.pegawai_id}"
    isi = masuk(penyiap).get(alamat).content.decode()
    assert "Budi Draf" in isi
    assert "Citra Terkirim" not in isi
    satu = reverse("kinerja:penilaian", args=[siklus.pk, tim[2].pk])
    assert masuk(penyiap).get(f"{satu}?untuk={pimpinan.pegawai_id}").status_code == 404


def test_reflections_and_decisions_are_not_for_who_prepares(
    siklus: SiklusPenilaian, pimpinan: Pengguna, penyiap: Pengguna, tim: list[Pegawai]
) -> None:
    RefleksiDiri.objects.create(pegawai=tim[1], siklus=siklus, isi="Kata saya.")
    hasil = PenilaianPabrik(pegawai=tim[1], tahun=2026, penilai=pimpinan.pegawai, draf=True)
    pemutus = PegawaiPabrik(struktural=True, instansi=siklus.instansi)
    Keberatan.objects.create(
        pegawai=tim[1], penilaian=hasil, versi_hasil=1, alasan="x", diajukan_pada=SAAT, batas_putusan=SAAT,
        penilai=pimpinan.pegawai, pemutus=pemutus, sidik_bukti="x", status=StatusKeberatan.DIPUTUSKAN,
        putusan=next(iter(PutusanKeberatan)), alasan_putusan="Bukti lengkap.", diputuskan_pada=SAAT,
        diputuskan_oleh=PenggunaPabrik(pegawai=pemutus), dinilai_ulang_pada=SAAT,
    )  # fmt: skip
    bagian = parts_to_rate(siklus, penilai_id=pimpinan.pegawai_id)
    for pengguna, banyak in ((pimpinan, 1), (penyiap, 0)):
        diminta = Diminta(siklus, bagian, pengguna)
        assert len(reflections(diminta)) == banyak
        assert len(objections(diminta)) == banyak


# -- a draft of somebody else ----------------------------------------------------------------------------


def test_nobody_signs_the_draft_of_the_pejabat_penilai_before_them(
    siklus: SiklusPenilaian, pimpinan: Pengguna, tim: list[Pegawai]
) -> None:
    dulu = PegawaiPabrik(struktural=True, instansi=siklus.instansi)
    draf = PenilaianPabrik(pegawai=tim[1], tahun=2026, penilai=dulu, draf=True)
    assert not Penilaian.objects.visible_to(pimpinan).exists()
    with pytest.raises(Bentrok) as salah:
        kirim(siklus=siklus, terlihat=[Terlihat(tim[1].pk, draf.versi)], actor=pimpinan, at=SAAT)
    assert salah.value.kode == "draf_penilai_lain"
    isian = [Isian(tim[1].pk, SESUAI, SESUAI, "", draf.versi)]
    [sendiri] = nilai(siklus=siklus, isian=isian, actor=pimpinan, at=SAAT)
    kirim(siklus=siklus, terlihat=[Terlihat(tim[1].pk, sendiri.versi)], actor=pimpinan, at=SAAT)
    assert Penilaian.objects.visible_to(pimpinan).get().penilai_id == pimpinan.pegawai_id


def test_the_draft_of_somebody_else_selects_nothing(
    siklus: SiklusPenilaian, pimpinan: Pengguna, tim: list[Pegawai]
) -> None:
    dulu = PegawaiPabrik(struktural=True, instansi=siklus.instansi)
    draf = PenilaianPabrik(pegawai=tim[1], tahun=2026, penilai=dulu, draf=True, umpan_balik="Kata dulu")
    client = masuk(pimpinan)
    lembar = reverse("kinerja:penilaian", args=[siklus.pk, tim[1].pk])
    semua = [reverse(f"kinerja:{n}", args=[siklus.pk]) for n in ("penilaian_tim", "penilaian_periksa")]
    for alamat in (lembar, *semua):
        isi = client.get(alamat).content.decode()
        assert "checked" not in isi
        assert "Kata dulu" not in isi
    Penilaian.objects.filter(pk=draf.pk).update(penilai=pimpinan.pegawai)
    assert "checked" in client.get(lembar).content.decode()


def test_the_draft_of_somebody_else_tells_no_predikat_after_the_cycle_is_closed(
    siklus: SiklusPenilaian, pimpinan: Pengguna, tim: list[Pegawai]
) -> None:
    dulu = PegawaiPabrik(struktural=True, instansi=siklus.instansi)
    draf = PenilaianPabrik(pegawai=tim[1], tahun=2026, penilai=dulu, draf=True)
    SiklusPenilaian.objects.filter(pk=siklus.pk).update(status=StatusSiklus.DITUTUP)
    isi = masuk(pimpinan).get(reverse("kinerja:penilaian_tim", args=[siklus.pk])).content.decode()
    assert "Belum dinilai" in isi
    assert draf.get_predikat_display() not in isi
