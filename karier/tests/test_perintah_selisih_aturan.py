"""`manage.py selisih_aturan`: a line that names nobody, and a file of who changes side and why."""

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path
from stat import S_IMODE
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from asn_karier.lib.models import Jejak
from karier.models import RunEvaluasi
from karier.tests.bantu import memenuhi
from karier.tests.draf import tulis_draf
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.models import Pegawai
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, UnitKerjaPabrik, nyatakan_lengkap

pytestmark = pytest.mark.django_db


@pytest.fixture
def run() -> RunEvaluasi:
    instansi = InstansiPabrik(kode="batanghari")
    unit = UnitKerjaPabrik(instansi=instansi, nama="Dinas Kesehatan")
    memenuhi(instansi=instansi, unit=unit, nama="=HYPERLINK(1)", pangkat__tmt=date(2022, 12, 1))
    memenuhi(instansi=instansi, pangkat__tmt=date(2019, 4, 1))
    PegawaiPabrik(pppk=True, instansi=instansi)
    nyatakan_lengkap(instansi)
    return jalankan_sampai_selesai(instansi)


@pytest.fixture
def draf(tmp_path: Path) -> Path:
    return tulis_draf(
        tmp_path / "draf", "kenaikan_pangkat", "bulan_reguler = { nilai = 48", "bulan_reguler = { nilai = 72"
    )


def keluaran(*argumen: Any) -> dict[str, Any]:
    aliran = StringIO()
    call_command("selisih_aturan", *map(str, argumen), stdout=aliran)
    (baris,) = aliran.getvalue().splitlines()
    isi: dict[str, Any] = json.loads(baris)
    return isi


def test_the_line_counts_who_changes_side_and_names_nobody(run, draf):
    isi = keluaran("run", draf, "--instansi", "batanghari")
    assert isi.pop("detik") >= 0
    assert isi == {
        "run": 1,
        "per": "2026-11-21",
        "tmt": "2027-01-01",
        "a": "aturan perhitungan 1",
        "b": f"draf {draf}",
        "berkas_berbeda": ["kenaikan_pangkat"],
        "diperiksa": 3,
        "berubah": 1,
        "hanya_tanggal": 0,
        "hal": {"kenaikan_pangkat": 1},
        "hal_tanggal": {},
        "arah": [{"hal": "kenaikan_pangkat", "dari": "memenuhi", "menjadi": "belum", "jumlah": 1}],
        "alasan": [
            {
                "hal": "kenaikan_pangkat",
                "kode": "masa_pangkat",
                "dari": "memenuhi",
                "menjadi": "belum",
                "jumlah": 1,
            }
        ],
        "tmt_a": "2027-01-01",
        "tmt_b": "2027-01-01",
        "tak_terlihat": [],
        "keluaran": "",
    }
    assert not Jejak.objects.filter(tindakan="unduh").exists()


def test_a_comparison_with_itself_changes_nobody(run):
    isi = keluaran("run", "2026-11-21", "--instansi", "batanghari", "--run", 1)
    assert (isi["berkas_berbeda"], isi["berubah"], isi["diperiksa"]) == ([], 0, 3)


def test_the_file_says_who_and_why_and_runs_in_no_spreadsheet(run, draf, tmp_path):
    jalur = tmp_path / "selisih.csv"
    isi = keluaran("run", draf, "--instansi", "batanghari", "--keluaran", jalur)
    assert (isi["berubah"], isi["keluaran"]) == (1, str(jalur))
    baris = list(csv.reader(jalur.read_text(encoding="utf-8-sig").splitlines()))
    kepala = baris.index(["NIP", "Nama", "Unit kerja", "Hal", "Perubahan", "Sebelum", "Sesudah", "Penyebab"])
    orang = Pegawai.objects.get(unit__nama="Dinas Kesehatan")
    assert baris[kepala + 1 :] == [
        [
            f"'{orang.nip}",
            "'=HYPERLINK(1)",
            "Dinas Kesehatan",
            "Kenaikan pangkat",
            "berubah hasil",
            "Memenuhi syarat; paling cepat 1 Januari 2027",
            "Belum memenuhi; paling cepat 1 Desember 2028",
            "Masa dalam pangkat: terpenuhi menjadi belum terpenuhi",
        ]
    ]
    assert "Tidak ada hasil, usulan, atau halaman pegawai yang berubah." in baris[2][1]


def test_the_file_is_for_its_owner_only_and_leaves_a_trail(run, draf, tmp_path):
    jalur = tmp_path / "selisih.csv"
    keluaran("run", draf, "--instansi", "batanghari", "--keluaran", jalur)
    assert S_IMODE(jalur.stat().st_mode) == 0o600
    jejak = Jejak.objects.get(tindakan="unduh")
    assert jejak.subjek_id == Pegawai.objects.get(unit__nama="Dinas Kesehatan").pk
    assert (jejak.pelaku_jenis, jejak.kanal) == ("sistem", "perintah")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["draf", "selisih.csv"]


def test_a_failure_leaves_no_half_file(run, tmp_path):
    draf = tulis_draf(
        tmp_path / "draf", "kenaikan_pangkat", 'd" = { nilai = "UJIAN_DINAS_TK_I"', 'd" = { nilai = "UDIN"'
    )
    jalur = tmp_path / "selisih.csv"
    with pytest.raises(CommandError, match="UDIN"):
        keluaran("run", draf, "--instansi", "batanghari", "--keluaran", jalur)
    assert [p.name for p in tmp_path.iterdir()] == ["draf"]


def test_a_bad_draft_is_refused_with_a_line_for_every_fault(run, tmp_path):
    draf = tulis_draf(tmp_path, "kenaikan_pangkat", "nilai = 48", "nilai = -36")
    tulis_draf(draf, "jp", "nilai = 20", "nilai = 99999999999999999999")
    with pytest.raises(CommandError) as galat:
        keluaran("run", draf, "--instansi", "batanghari")
    kepala, jp, kp, akhir = str(galat.value).splitlines()
    assert kepala.endswith("belum dapat dibandingkan, 2 kesalahan:")
    assert jp.startswith("- jp/2027-01-01.toml [angka] jp_pns: nilai melampaui bilangan 32 bit")
    assert kp.startswith("- kenaikan_pangkat/2027-01-01.toml [angka] bulan_reguler: nilai negatif")
    assert akhir == "Perbaiki semuanya, lalu bandingkan lagi."


def test_a_place_that_cannot_be_written_is_said_so(run, draf, tmp_path):
    with pytest.raises(CommandError, match="tidak dapat ditulis"):
        keluaran("run", draf, "--instansi", "batanghari", "--keluaran", tmp_path / "tiada" / "x.csv")


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("run", "run", "--instansi", "nabire"), "belum ada. Impor datanya"),
        (("run", "run", "--instansi", "batanghari", "--run", 7), "Perhitungan 7 tidak ada"),
        (("besok", "run", "--instansi", "batanghari"), "bukan tanggal dan bukan folder"),
    ],
)
def test_what_cannot_be_compared_is_one_sentence(run, argumen, pesan):
    with pytest.raises(CommandError, match=pesan):
        keluaran(*argumen)
