"""What another version of the rules would change for the people of a finished run."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from asn_karier.lib.syarat import Status
from karier.enums import StatusRun
from karier.models import HasilEvaluasi, ParameterInstansi, Rekomendasi, RunEvaluasi
from karier.rules.fakta import FAKTA, FAKTA_DTYPE, unpack_fakta
from karier.rules.putusan import TANPA_ALASAN
from karier.services import fakta_run
from karier.services.selisih import (
    PENENTU_FAKTA,
    Arah,
    Ringkasan,
    Sebab,
    baca_versi,
    berkas_berbeda,
    hitung_selisih,
    periode_sasaran,
    pilih_run,
    tak_terlihat,
    telusuri,
    versi_run,
)
from karier.tests.bantu import memenuhi
from karier.tests.draf import tulis_draf
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari, nyatakan_lengkap

pytestmark = pytest.mark.django_db

KP = "kenaikan_pangkat"
M, P, B = Status.MEMENUHI, Status.PERLU_VERIFIKASI, Status.BELUM
EMPAT, ENAM = "bulan_reguler = { nilai = 48", "bulan_reguler = { nilai = 72"


@pytest.fixture
def draf(tmp_path):
    """Six years in the pangkat instead of four."""
    return tulis_draf(tmp_path / "draf", KP, EMPAT, ENAM)


@pytest.fixture
def run() -> RunEvaluasi:
    """Four who fulfil everything on 1 January 2027, two of them short of six years; one unrated."""
    instansi = InstansiPabrik(kode="batanghari")
    for tmt in (date(2020, 12, 1), date(2021, 1, 1), date(2021, 1, 2), date(2022, 12, 1)):
        memenuhi(instansi=instansi, pangkat__tmt=tmt)
    PegawaiPabrik(pelaksana=True, instansi=instansi, pangkat__tmt=date(2021, 4, 1))
    PegawaiPabrik(pppk=True, instansi=instansi)
    nyatakan_lengkap(instansi)
    return jalankan_sampai_selesai(instansi)


def berubah(run: RunEvaluasi, b: Any) -> set[int]:
    return {
        int(pk)
        for bagian in telusuri(run, versi_run(run).aturan, b.aturan)
        for pk, ya in zip(bagian.ids, bagian.pindah, strict=True)
        if ya
    }


def test_a_planted_number_finds_exactly_the_people_on_whose_side_it_changes(run, draf):
    kena = berubah(run, baca_versi(str(draf), run))
    kurang = Pegawai.objects.filter(riwayat_pangkat__tmt__gt=date(2021, 1, 1), jenis=JenisPegawai.PNS)
    assert kena == set(kurang.values_list("pk", flat=True))
    assert len(kena) == 3


def test_the_counts_say_from_where_to_where_and_why(run, draf):
    r = hitung_selisih(run, versi_run(run).aturan, baca_versi(str(draf), run).aturan)
    assert (r.diperiksa, r.pindah, r.geser) == (6, 3, 0)
    assert dict(r.hal) == {KP: 3}
    assert dict(r.geser_hal) == {}
    assert dict(r.arah) == {Arah(KP, M, B): 2, Arah(KP, P, B): 1}
    assert dict(r.sebab) == {Sebab(KP, "masa_pangkat", M, B): 3}


def test_the_same_rules_change_nobody(run):
    r = hitung_selisih(run, versi_run(run).aturan, baca_versi("run", run).aturan)
    assert (r.diperiksa, r.pindah, r.geser, dict(r.hal), dict(r.sebab)) == (6, 0, 0, {}, {})


def test_what_was_stored_is_what_the_pinned_rules_say_again(run):
    """Version A of a comparison with the run itself is the record: otherwise the counts would mix causes."""
    (bagian,) = telusuri(run, versi_run(run).aturan, aturan_per(date(2024, 1, 1)))
    b = next(b for b in bagian.beda if b.hal == KP)
    tersimpan = dict(HasilEvaluasi.objects.filter(run=run).values_list("pegawai_id", "kp_status"))
    assert dict(zip(bagian.ids.tolist(), b.sebelum.status.tolist(), strict=True)) == tersimpan


def test_pieces_give_what_the_whole_gives(run, draf, monkeypatch):
    b = baca_versi(str(draf), run)
    sekaligus = hitung_selisih(run, versi_run(run).aturan, b.aturan)
    monkeypatch.setattr(fakta_run, "UKURAN", 2)
    assert len(list(telusuri(run, versi_run(run).aturan, b.aturan))) == 3
    assert hitung_selisih(run, versi_run(run).aturan, b.aturan) == sekaligus


def test_every_change_of_a_person_is_told_with_the_changes_of_side_first(run, tmp_path):
    """The JP of nobody are enough for 20, and everybody's are for none."""
    draf = tulis_draf(tmp_path, KP, EMPAT, ENAM)
    tulis_draf(draf, "jp", "jp_pns = { nilai = 20", "jp_pns = { nilai = 0")
    (bagian,) = telusuri(run, versi_run(run).aturan, baca_versi(str(draf), run).aturan)
    i = int(bagian.pindah.nonzero()[0][-1])
    assert [(p.hal, p.pindah) for p in bagian.perubahan(i)] == [(KP, True), ("kebutuhan", True)]
    r = hitung_selisih(run, versi_run(run).aturan, baca_versi(str(draf), run).aturan)
    assert (r.pindah, dict(r.hal)) == (5, {KP: 3, "kebutuhan": 5})


def test_a_change_without_a_reason_is_counted_by_its_direction_only(run, draf):
    (bagian,) = telusuri(run, versi_run(run).aturan, baca_versi(str(draf), run).aturan)
    tanpa = replace(bagian.beda[0], posisi=np.full(len(bagian.ids), TANPA_ALASAN, dtype=np.int8))
    r = Ringkasan()
    r.tambah(replace(bagian, beda=[tanpa]))
    assert (r.arah.total(), dict(r.sebab)) == (3, {})


def test_a_reader_is_told_of_the_rows_that_are_theirs(run, draf):
    b = baca_versi(str(draf), run).aturan
    satu = Pegawai.objects.get(riwayat_pangkat__tmt=date(2022, 12, 1))
    milik = HasilEvaluasi.objects.filter(run=run, pegawai=satu)
    assert hitung_selisih(run, versi_run(run).aturan, b, baris=milik).pindah == 1
    assert hitung_selisih(run, versi_run(run).aturan, b, baris=milik.none()).diperiksa == 0


def test_nothing_is_written_about_people(run, draf):
    lama = list(HasilEvaluasi.objects.order_by("pegawai_id").values_list("pegawai_id", "kp_status", "fakta"))
    usul = list(Rekomendasi.objects.order_by("pk").values_list("pk", "status", "versi"))
    hitung_selisih(run, versi_run(run).aturan, baca_versi(str(draf), run).aturan)
    assert lama == list(
        HasilEvaluasi.objects.order_by("pegawai_id").values_list("pegawai_id", "kp_status", "fakta")
    )
    assert usul == list(Rekomendasi.objects.order_by("pk").values_list("pk", "status", "versi"))


def test_facts_of_an_older_layout_are_read(run, draf):
    """A run of before the second layout: its facts end where the first one ends."""
    pendek = np.dtype([(f.nama, f.dtype) for f in FAKTA if f.versi == 1])
    for baris in HasilEvaluasi.objects.filter(run=run):
        lama = np.frombuffer(bytes(baris.fakta), dtype=FAKTA_DTYPE)
        baru = np.zeros(1, dtype=pendek)
        for nama in pendek.names or ():
            baru[nama] = lama[nama]
        assert unpack_fakta(baru.tobytes(), versi=1).baca("golongan") == unpack_fakta(
            bytes(baris.fakta)
        ).baca("golongan")
        HasilEvaluasi.objects.filter(pk=baris.pk).update(fakta=baru.tobytes())
    RunEvaluasi.objects.update(versi_fakta=1)
    run.refresh_from_db()
    assert len(berubah(run, baca_versi(str(draf), run))) == 3


# -- names of versions ----------------------------------------------------------------------------


def test_a_date_means_the_files_and_settings_of_that_day(run):
    entri = "periode_kp/angka/jendela_tutup_tanggal"
    ParameterInstansi.objects.create(
        instansi=run.instansi, entri=entri, nilai=1, berlaku_mulai=date(2026, 12, 1), dasar="Perbup 1/2026",
        ditetapkan_oleh=hr_dari(run.instansi),
    )  # fmt: skip
    sebelum, sesudah = baca_versi("2026-11-30", run), baca_versi("2026-12-01", run)
    assert sebelum.nama == "aturan per 30 November 2026"
    assert sebelum.aturan == aturan_per(date(2026, 11, 30))
    assert sesudah.aturan == aturan_per(date(2026, 12, 1)).dengan({entri: 1})
    assert berkas_berbeda(sebelum.aturan, sesudah.aturan) == ["periode_kp"]


def test_a_folder_lays_its_files_over_what_the_run_pinned(run, draf):
    v = baca_versi(str(draf), run)
    assert v.nama == f"draf {draf}"
    assert v.aturan[KP].angka("bulan_reguler") == 72
    assert berkas_berbeda(versi_run(run).aturan, v.aturan) == [KP]


def test_the_run_is_named_by_its_number(run):
    assert baca_versi("run", run) == (f"aturan perhitungan {run.nomor}", aturan_per(run.per_tanggal))


def test_what_is_neither_a_date_nor_a_folder_is_said_so(run):
    with pytest.raises(DomainError, match="bukan tanggal dan bukan folder") as galat:
        baca_versi("2026-13-01", run)
    assert galat.value.kode == "versi_tidak_dikenal"


def test_a_version_of_before_the_rules_is_said_so(run):
    with pytest.raises(DomainError, match="Belum ada aturan") as galat:
        berubah(run, baca_versi("2000-01-01", run))
    assert galat.value.kode == "aturan_belum_ada"


# -- what frozen facts cannot show ------------------------------------------------------------------


def test_another_window_moves_the_period_and_the_facts_were_read_for_the_old_one(run):
    a = versi_run(run).aturan
    tutup = a.dengan(
        {"periode_kp/angka/jendela_tutup_bulan": 2, "periode_kp/angka/jendela_tutup_tanggal": 20}
    )
    assert periode_sasaran(run, a, a) == (date(2027, 1, 1), date(2027, 1, 1))
    assert periode_sasaran(run, a, tutup) == (date(2027, 1, 1), date(2027, 2, 1))


def test_rows_by_which_facts_are_read_are_named(run, tmp_path):
    a = versi_run(run).aturan
    draf = tulis_draf(tmp_path, KP, 'nilai = ["S", "B"]', 'nilai = ["R", "S", "B"]')
    assert tak_terlihat(a, baca_versi(str(draf), run).aturan) == ["kenaikan_pangkat/angka/hukuman_memblokir"]
    assert tak_terlihat(a, a) == []
    assert tak_terlihat(a, aturan_per(date(2022, 1, 1))) == list(PENENTU_FAKTA)


def test_a_changed_general_age_limit_is_named(run, tmp_path):
    draf = tulis_draf(tmp_path, "bup", "PELAKSANA = { nilai = 58", "PELAKSANA = { nilai = 60")
    assert tak_terlihat(versi_run(run).aturan, baca_versi(str(draf), run).aturan) == ["bup/bup"]


# -- which run --------------------------------------------------------------------------------------


def test_the_last_finished_run_is_taken_and_a_number_names_another(run):
    kedua = jalankan_sampai_selesai(run.instansi)
    simulasi = RunEvaluasi.objects.create(
        instansi=run.instansi, nomor=9, per_tanggal=date(2027, 5, 1), tmt_sasaran=date(2027, 7, 1),
        versi_aturan=run.versi_aturan, versi_fakta=2, status=StatusRun.SELESAI, simulasi=True,
    )  # fmt: skip
    assert pilih_run(run.instansi_id) == kedua
    assert pilih_run(run.instansi_id, 1) == run
    assert pilih_run(run.instansi_id, 9) == simulasi


def test_a_run_of_another_instansi_is_not_found(run):
    lain = InstansiPabrik(kode="nabire")
    with pytest.raises(DomainError, match="Belum ada perhitungan") as galat:
        pilih_run(lain.pk)
    assert galat.value.kode == "run_tidak_ada"
    with pytest.raises(DomainError, match="Perhitungan 1 tidak ada"):
        pilih_run(lain.pk, 1)


@pytest.mark.parametrize("status", [StatusRun.BERJALAN, StatusRun.DIBATALKAN])
def test_a_run_without_all_its_outcomes_is_refused(run, status):
    RunEvaluasi.objects.update(status=status)
    with pytest.raises(DomainError, match="belum selesai atau dibatalkan") as galat:
        pilih_run(run.instansi_id, run.nomor)
    assert galat.value.kode == "run_belum_selesai"
    with pytest.raises(DomainError, match="Belum ada perhitungan"):
        pilih_run(run.instansi_id)


def test_facts_of_a_newer_application_are_refused_by_number_and_passed_over_otherwise(run):
    kedua = jalankan_sampai_selesai(run.instansi)
    RunEvaluasi.objects.filter(pk=kedua.pk).update(versi_fakta=99)
    assert pilih_run(run.instansi_id) == run
    with pytest.raises(DomainError, match="lebih baru") as galat:
        pilih_run(run.instansi_id, kedua.nomor)
    assert galat.value.kode == "hasil_tak_terbaca"
