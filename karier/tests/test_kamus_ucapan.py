"""Verdicts and requirements of the decisions besides kenaikan pangkat, in words."""

from dataclasses import replace
from datetime import date

import pytest

from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.kamus import HasilSatu, Pembaca, jelaskan, judul_putusan, kalimat_jabatan, putusan_lain
from karier.kamus.kalimat import Kalimat
from karier.kamus.ucapan import MENUNGGU_KEBUTUHAN
from karier.rules.fakta import Fakta
from karier.rules.keputusan import putuskan_seluruh
from karier.tests.golden.susun import fakta_emas
from karier.tests.orang import TMT, A
from karier.tests.orang_jabatan import SIAP_JENJANG, SIAP_PENGAWAS, SIAP_PRATAMA
from pegawai.enums import Jenjang

J = JenisPutusan
JENJANG, KESIAPAN = J.KENAIKAN_JENJANG, J.KESIAPAN_JABATAN
PER = date(2026, 5, 1)
LAIN = [jenis for jenis in J if jenis is not J.KENAIKAN_PANGKAT]
SEMUA = {n: k for n, k in vars(kalimat_jabatan).items() if isinstance(k, Kalimat)}
HR = Pembaca.PENGELOLA
BERHAK = SIAP_PENGAWAS | {
    "tmt_cpns": date(2016, 2, 1),
    "mkg_bulan": 100,
    "disiplin_sejak": date(2000, 1, 1),
    "hukdis_terberat": 0,
    "pernah_cltn": 0,
}


def hasil(dasar, **ganti):
    f = Fakta.satu(**(dasar | ganti))
    return HasilSatu.dari(putuskan_seluruh(f, A, per=PER, tmt=TMT), f, A, tmt=TMT, per=PER)


def syarat(jenis, kode, dasar, **ganti):
    return next(s for s in jelaskan(hasil(dasar, **ganti), jenis=jenis) if s.kode == kode)


# -- titles -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jenis", "sasaran", "judul"),
    [
        (J.KENAIKAN_PANGKAT, 11, "Kenaikan pangkat ke Penata (III/c)"),
        (J.KENAIKAN_PANGKAT, 0, "Kenaikan pangkat"),
        (J.PENYESUAIAN_IJAZAH, 7, "Kenaikan pangkat penyesuaian ijazah ke Pengatur (II/c)"),
        (J.PENYESUAIAN_IJAZAH, 0, "Kenaikan pangkat penyesuaian ijazah"),
        (JENJANG, Jenjang.AHLI_MUDA, "Kenaikan jenjang ke Ahli Muda"),
        (JENJANG, 0, "Kenaikan jenjang"),
        (KESIAPAN, Jenjang.PENGAWAS, "Kesiapan menjadi Pengawas"),
        (KESIAPAN, Jenjang.JPT_PRATAMA, "Kesiapan menjadi Pejabat Pimpinan Tinggi Pratama"),
        (KESIAPAN, 0, "Kesiapan jabatan manajerial"),
        (J.KGB, 0, "Kenaikan gaji berkala"),
        (J.SATYALANCANA, 10, "Satyalancana Karya Satya X tahun"),
        (J.SATYALANCANA, 20, "Satyalancana Karya Satya XX tahun"),
        (J.SATYALANCANA, 30, "Satyalancana Karya Satya XXX tahun"),
        (J.SATYALANCANA, 0, "Satyalancana Karya Satya"),
    ],
)
def test_a_decision_is_called_by_its_name_and_target(jenis, sasaran, judul):
    assert judul_putusan(jenis, sasaran) == judul


# -- verdicts ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jenis", "dasar", "judul", "kalimat", "langkah"),
    [
        (
            JENJANG,
            SIAP_JENJANG,
            "Sudah memenuhi",
            "Semua syarat kenaikan jenjang ke Ahli Muda mulai 1 Juni 2026 terpenuhi.",
            "Tanyakan kepada BKPSDM kapan usul kenaikan jenjang Anda dikirim.",
        ),
        (
            J.PENYESUAIAN_IJAZAH,
            SIAP_PENGAWAS | {"golongan": 5, "upkp": 1},
            "Sudah memenuhi",
            (
                "Semua syarat kenaikan pangkat penyesuaian ijazah ke Penata Muda (III/a) mulai 1 Juni 2026 "
                "terpenuhi."
            ),
            "BKPSDM mengirim usul antara 16 April 2026 dan 15 Mei 2026.",
        ),
        (
            KESIAPAN,
            SIAP_PENGAWAS,
            "Siap diusulkan untuk seleksi",
            (
                "Syarat yang dihitung untuk menjadi Pengawas terpenuhi. Kompetensi dan kesehatan dinilai "
                "dalam seleksi; kesiapan ini bukan pengangkatan."
            ),
            "Tanyakan jadwal seleksi kepada BKPSDM.",
        ),
        (
            J.KGB,
            BERHAK,
            "Belum waktunya",
            "Kenaikan gaji berkala berikutnya mulai 1 Februari 2028, belum waktunya.",
            (
                "Tidak ada yang perlu Anda lakukan; BKPSDM menyiapkan pemberitahuannya paling lambat "
                "1 Desember 2027."
            ),
        ),
        (
            J.SATYALANCANA,
            BERHAK,
            "Sudah memenuhi",
            "Syarat Satyalancana Karya Satya X tahun terpenuhi pada 1 Mei 2026.",
            "Tanyakan kepada BKPSDM kapan usul Satyalancana Anda dikirim.",
        ),
    ],
)
def test_who_fulfils_everything_reads_what_and_what_next(jenis, dasar, judul, kalimat, langkah):
    h = hasil(dasar)
    p = putusan_lain(h, jenis)
    assert (p.status, p.judul, p.kalimat, p.langkah) == (Status.MEMENUHI, judul, kalimat, langkah)
    assert p.paling_cepat == h.putusan(jenis).paling_cepat


@pytest.mark.parametrize(
    ("ganti", "perkiraan", "hal"),
    [
        (
            {"tanggal_lahir": date(1968, 1, 1), "bup": 58},
            "Perkiraan: tanggal itu jatuh sesudah batas usia pensiun.",
            "batas usia pensiun",
        ),
        ({"mkg_bulan": 33 * 12}, "Perkiraan: masa kerja itu melewati tabel gaji.", "tabel gaji"),
    ],
)
def test_an_estimate_against_a_kgb_is_said_with_it_and_checked_first(ganti, perkiraan, hal):
    h = hasil(BERHAK, **ganti)
    p, hr = putusan_lain(h, J.KGB), putusan_lain(h, J.KGB, pembaca=HR)
    assert p.status is Status.MEMENUHI
    assert p.kalimat == hr.kalimat
    assert p.kalimat.endswith(f"belum waktunya. {perkiraan}")
    assert p.langkah == f"Tidak ada yang perlu Anda lakukan selain bertanya kepada BKPSDM tentang {hal}."
    assert hr.langkah.startswith(f"Periksa dahulu {hal} sebelum")


@pytest.mark.parametrize(
    ("lowongan", "status", "sebab", "langkah"),
    [
        (
            0,
            Status.BELUM,
            "belum ada lowongannya",
            "Periksa peta jabatan: lowongan jenjang Ahli Muda untuk jabatan pegawai ini.",
        ),
        (
            None,
            Status.PERLU_VERIFIKASI,
            "lowongannya belum dicatat",
            "Catat kebutuhan jabatan jenjang Ahli Muda menurut peta jabatan.",
        ),
    ],
)
def test_who_only_waits_for_a_post_is_told_so(lowongan, status, sebab, langkah):
    p = putusan_lain(hasil(SIAP_JENJANG, lowongan=lowongan), JENJANG, pembaca=HR)
    kalimat = f"Semua syarat pribadi kenaikan jenjang ke Ahli Muda terpenuhi; {sebab}."
    assert MENUNGGU_KEBUTUHAN == "Memenuhi syarat pribadi \N{EN DASH} menunggu kebutuhan jabatan"
    assert (p.status, p.judul, p.kalimat, p.langkah) == (status, MENUNGGU_KEBUTUHAN, kalimat, langkah)
    assert p.paling_cepat is None


def test_who_is_short_reads_how_much_and_the_first_step():
    p = putusan_lain(hasil(SIAP_JENJANG, lowongan=0, ak_sah=4000), JENJANG)
    assert (p.status, p.judul) == (Status.BELUM, "Kurang 2 hal")
    assert p.kalimat == "Yang belum terpenuhi: angka kredit kumulatif dan kebutuhan jabatan."
    assert p.langkah == "Selesaikan evaluasi kinerja; satu tahun berpredikat Baik memberi 12,5."
    siap = putusan_lain(hasil(SIAP_PENGAWAS, bulan_pelaksana=40), KESIAPAN)
    assert (siap.judul, siap.langkah) == ("Kurang 1 hal", "Menunggu sampai 1 Februari 2027.")
    assert siap.paling_cepat == date(2027, 2, 1)


def test_what_nobody_knows_is_named_to_be_checked():
    p = putusan_lain(hasil(SIAP_PRATAMA, tanggal_lahir=None), KESIAPAN)
    assert (p.status, p.judul) == (Status.PERLU_VERIFIKASI, "Belum dapat dinilai")
    assert (p.kalimat, p.langkah) == (
        "Yang perlu diperiksa BKPSDM: batas usia.",
        "Minta BKPSDM mencatat tanggal lahir Anda.",
    )


@pytest.mark.parametrize(
    ("jenis", "dasar", "ganti"),
    [
        (JENJANG, SIAP_JENJANG, {"ukom_tanggal": None}),
        (KESIAPAN, SIAP_PENGAWAS, {"hukdis_sampai": date(2027, 3, 31)}),
    ],
)
def test_a_reader_without_the_right_learns_nothing_of_exams_and_discipline(jenis, dasar, ganti):
    p = putusan_lain(hasil(dasar, **ganti), jenis, boleh_khusus=False)
    assert p.judul == "Kurang 1 hal"
    assert p.kalimat == "Ada syarat yang perlu diperhatikan."
    assert p.langkah == "Rinciannya hanya dapat dilihat pegawai yang bersangkutan dan BKPSDM."
    terbuka = putusan_lain(hasil(dasar, **ganti), jenis)
    assert "kompetensi" in terbuka.langkah or "hukuman" in terbuka.langkah


# -- not applicable ---------------------------------------------------------------------------

PPPK = {"jenis_pegawai": 2, "status_kepegawaian": 3}


@pytest.mark.parametrize(
    ("jenis", "dasar", "ganti", "kalimat"),
    [
        (JENJANG, SIAP_JENJANG, PPPK, "Kenaikan jenjang berlaku bagi PNS. Karier PPPK dikembangkan"),
        (KESIAPAN, SIAP_PENGAWAS, PPPK, "Kesiapan jabatan manajerial berlaku bagi PNS."),
        (J.SATYALANCANA, SIAP_PENGAWAS, PPPK, "Satyalancana Karya Satya berlaku bagi PNS."),
        (J.KGB, SIAP_PENGAWAS, PPPK, "Kenaikan gaji berkala PPPK mengikuti perjanjian kerjanya;"),
        (
            JENJANG,
            SIAP_JENJANG,
            {"status_kepegawaian": 1},
            "Kenaikan jenjang berlaku setelah Anda diangkat menjadi PNS.",
        ),
        (
            KESIAPAN,
            SIAP_PENGAWAS,
            {"kedudukan_hukum": 3},
            "Kesiapan jabatan manajerial untuk kedudukan hukum Anda, tugas belajar, diperiksa BKPSDM",
        ),
        (
            JENJANG,
            SIAP_PENGAWAS,
            {},
            "Kenaikan jenjang berlaku bagi PNS dalam jabatan fungsional; jabatan Anda bukan jabatan",
        ),
        (
            JENJANG,
            SIAP_JENJANG,
            {"jenjang": Jenjang.PENYELIA},
            "Anda sudah berada di jenjang Penyelia, jenjang tertinggi dalam kategorinya.",
        ),
        (
            KESIAPAN,
            SIAP_PRATAMA,
            {"jenjang": Jenjang.JPT_PRATAMA},
            "Syarat jabatan manajerial di atas jenjang Anda (Jabatan Pimpinan Tinggi Pratama) belum",
        ),
        (
            J.PENYESUAIAN_IJAZAH,
            SIAP_PENGAWAS,
            {},
            "Ijazah Anda tidak membuka kenaikan pangkat penyesuaian ijazah dari golongan sekarang.",
        ),
        (J.SATYALANCANA, BERHAK, {"satyalancana": 30}, "Anda sudah memiliki Satyalancana Karya Satya XXX"),
    ],
)
def test_why_a_decision_does_not_apply_is_said_in_one_sentence(jenis, dasar, ganti, kalimat):
    p = putusan_lain(hasil(dasar, **ganti), jenis)
    assert (p.status, p.judul, p.langkah, p.paling_cepat) == (Status.TIDAK_BERLAKU, "Tidak berlaku", "", None)
    assert p.kalimat.startswith(kalimat)


@pytest.mark.parametrize("jenis", LAIN)
def test_a_run_of_before_says_that_it_did_not_decide_this_yet(jenis):
    lama = replace(hasil(SIAP_JENJANG), lain=b"")
    assert "perhitungan berikutnya" in putusan_lain(lama, jenis).kalimat
    assert "jalankan perhitungan baru" in putusan_lain(lama, jenis, pembaca=HR).kalimat


def test_a_run_without_the_rule_file_says_so_too():
    h = hasil(SIAP_PRATAMA, jenjang=Jenjang.JPT_PRATAMA)
    tanpa = replace(h, versi_aturan={k: v for k, v in h.versi_aturan.items() if k != "promosi"})
    assert "perhitungan berikutnya" in putusan_lain(tanpa, KESIAPAN).kalimat


# -- everybody --------------------------------------------------------------------------------


@pytest.mark.parametrize("jenis", LAIN)
def test_every_golden_person_gets_a_verdict_in_the_words_of_each_reader(jenis):
    f = fakta_emas()
    seluruh = putuskan_seluruh(f, A, per=PER, tmt=TMT)
    for i in range(len(f)):
        h = HasilSatu.dari(seluruh, f, A, tmt=TMT, per=PER, indeks=i)
        for pembaca, salah in ((Pembaca.PEGAWAI, "pegawai ini"), (HR, "anda ")):
            p = putusan_lain(h, jenis, pembaca=pembaca)
            assert (p.status, bool(p.judul), bool(p.kalimat)) == (h.putusan(jenis).status, True, True)
            assert salah not in f"{p.kalimat} {p.langkah}".lower()
