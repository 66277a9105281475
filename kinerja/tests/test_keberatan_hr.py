"""HR reads the queue and the cases, names an official where nobody can decide, and decides nothing."""

from typing import Any

import pytest
import time_machine
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from asn_karier.tests.peramban import masuk
from kinerja.enums import PutusanKeberatan, SumberPenilaian
from kinerja.models import Keberatan, Penilaian
from kinerja.services.keberatan_putus import tunjuk_pemutus
from kinerja.tests.dunia_keberatan import alamat, p, putus
from kinerja.tests.pabrik_keberatan import SAAT, Pihak, ajukan
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, PeranPabrik, hr_dari

__all__ = ["p"]
pytestmark = pytest.mark.django_db
P = PutusanKeberatan


def _hr(p: Pihak) -> Pengguna:
    return hr_dari(p.orang.instansi)


# -- HR names another --------------------------------------------------------------------------------


@pytest.fixture
def tanpa(p: Pihak) -> Keberatan:
    Pegawai.objects.filter(pk=p.penilai.pegawai_id).update(atasan=None)
    return ajukan(p)


def tunjuk(k: Keberatan, hr: Pengguna, pejabat: Pegawai, **lain: Any) -> Keberatan:
    isi = {"alasan": "Atasan pejabat penilai belum terdata.", "versi": k.versi, "at": SAAT} | lain
    return tunjuk_pemutus(keberatan_id=k.pk, pemutus=pejabat, actor=hr, **isi)


def test_the_named_official_decides_and_the_parties_read_why(p: Pihak, tanpa: Keberatan) -> None:
    tunjuk(tanpa, _hr(p), p.pemutus.pegawai)
    assert "Ditunjuk: Atasan pejabat penilai belum terdata." in (
        masuk(p.asn).get(alamat(tanpa, "satu")).content.decode()
    )
    putus(tanpa, p.pemutus, versi=2)
    assert Keberatan.objects.get().putusan == P.DITERIMA


@pytest.mark.parametrize("siapa", ["asn", "penilai"])
def test_a_party_is_never_named(p: Pihak, tanpa: Keberatan, siapa: str) -> None:
    with pytest.raises(DomainError, match="Pilih pejabat lain"):
        tunjuk(tanpa, _hr(p), getattr(p, siapa).pegawai)


def test_somebody_of_another_instansi_is_never_named(p: Pihak, tanpa: Keberatan) -> None:
    with pytest.raises(DomainError, match="Pilih pejabat lain"):
        tunjuk(tanpa, _hr(p), PegawaiPabrik(struktural=True, instansi=InstansiPabrik(kode="lain")))


def test_hr_does_not_choose_the_decider_where_one_can_decide(p: Pihak) -> None:
    with pytest.raises(Bentrok):
        tunjuk(ajukan(p), _hr(p), p.luar.pegawai)


def test_hr_names_another_when_the_decider_has_left(p: Pihak) -> None:
    k = ajukan(p)
    _turunkan(p)
    assert tunjuk(k, _hr(p), p.luar.pegawai).pemutus == p.luar.pegawai


def _turunkan(p: Pihak) -> None:
    Pegawai.objects.filter(pk=p.pemutus.pegawai_id).update(kedudukan_hukum=KedudukanHukum.CLTN)


@pytest.mark.parametrize("siapa", ["asn", "penilai", "pemutus"])
def test_an_officer_who_is_part_of_it_names_nobody(p: Pihak, tanpa: Keberatan, siapa: str) -> None:
    akun = getattr(p, siapa)
    PeranPabrik(pengguna=akun, instansi=p.orang.instansi)
    with pytest.raises(TidakBoleh):
        tunjuk(tanpa, akun, p.pemutus.pegawai)


def test_hr_of_another_instansi_names_nobody(p: Pihak, tanpa: Keberatan) -> None:
    with pytest.raises(TidakBoleh):
        tunjuk(tanpa, hr_dari(InstansiPabrik(kode="lain")), p.pemutus.pegawai)


@pytest.mark.parametrize(("alasan", "pesan"), [("", "Tuliskan alasan"), ("a" * 301, "paling banyak 300")])
def test_naming_has_a_reason(p: Pihak, tanpa: Keberatan, alasan: str, pesan: str) -> None:
    with pytest.raises(DomainError, match=pesan):
        tunjuk(tanpa, _hr(p), p.pemutus.pegawai, alasan=alasan)


def test_a_double_click_names_once(p: Pihak, tanpa: Keberatan) -> None:
    hr = _hr(p)
    assert [tunjuk(tanpa, hr, p.pemutus.pegawai).versi for _ in range(2)] == [2, 2]


# -- the desk of HR ----------------------------------------------------------------------------------


def test_hr_reads_the_queue_and_the_case_and_has_no_button_that_decides(p: Pihak) -> None:
    k = ajukan(p)
    client = masuk(_hr(p))
    daftar = client.get(reverse("admin:kinerja_keberatan_changelist")).content.decode()
    assert k.nomor in daftar
    isi = client.get(reverse("admin:kinerja_keberatan_change", args=[k.pk])).content.decode()
    assert "Realisasi saya 100 persen." in isi
    assert "Bukti saat diajukan" in isi
    assert "Putuskan</a>" not in isi
    assert f'<a href="{reverse("admin:kinerja_keberatan_changelist")}">Keberatan</a> › {k.nomor}' in isi
    assert "Tunjuk pejabat" not in isi


def test_hr_names_somebody_by_nip(p: Pihak, tanpa: Keberatan) -> None:
    client = masuk(_hr(p))
    tujuan = reverse("admin:kinerja_keberatan_tunjuk", args=[tanpa.pk])
    isian = {"alasan": "Belum terdata.", "versi": 1}
    assert "17 angka" in client.post(tujuan, isian | {"nip": "1" * 17}).content.decode()
    assert (
        "Tidak ada pegawai dengan NIP itu" in client.post(tujuan, isian | {"nip": "1" * 18}).content.decode()
    )
    penilai = client.post(tujuan, isian | {"nip": p.penilai.pegawai.nip}).content.decode()
    assert "Pilih pejabat lain" in penilai
    nip = p.pemutus.pegawai.nip
    client.post(tujuan, isian | {"nip": f"{nip[:8]} {nip[8:]}"})
    assert Keberatan.objects.get().pemutus == p.pemutus.pegawai
    assert client.get(tujuan).status_code == 404


@pytest.mark.parametrize(
    ("kode", "banyak"),
    [("lewat", 0), ("tanpa_pemutus", 1), ("berjalan", 1), ("diputuskan", 0), ("dicabut", 0), ("", 1)],
)
def test_the_filters_count_what_they_show(p: Pihak, tanpa: Keberatan, kode: str, banyak: int) -> None:
    with time_machine.travel(SAAT, tick=False):
        jawaban = masuk(_hr(p)).get(reverse("admin:kinerja_keberatan_changelist"), {"keadaan": kode})
    assert len(jawaban.context["cl"].result_list) == banyak


def test_the_worklist_of_hr_counts_what_is_late(p: Pihak) -> None:
    ajukan(p)
    with time_machine.travel("2027-02-11T02:00:00+00:00", tick=False):
        isi = masuk(_hr(p)).get(reverse("admin:index")).content.decode()
    assert "Keberatan lewat batas putusan" in isi


def test_hr_of_another_instansi_and_the_auditor_read_nothing(p: Pihak) -> None:
    k = ajukan(p)
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, instansi=p.orang.instansi, jenis="auditor")
    for akun in (hr_dari(InstansiPabrik(kode="lain")), auditor):
        tujuan = reverse("admin:kinerja_keberatan_change", args=[k.pk])
        assert masuk(akun).get(tujuan).status_code in (403, 404)


def test_an_officer_is_not_offered_to_name_somebody_in_their_own_case(p: Pihak, tanpa: Keberatan) -> None:
    PeranPabrik(pengguna=p.asn, instansi=p.orang.instansi)
    Pengguna.objects.filter(pk=p.asn.pk).update(is_staff=True)
    isi = masuk(p.asn).get(reverse("admin:kinerja_keberatan_change", args=[tanpa.pk])).content.decode()
    assert "Tunjuk pejabat" not in isi


def test_an_import_during_an_objection_leaves_the_decision_possible(p: Pihak) -> None:
    k = ajukan(p)
    Penilaian.objects.update(versi=2, sumber=SumberPenilaian.EKINERJA)
    assert putus(k, p.pemutus, putusan=P.TIDAK).putusan == P.TIDAK
