"""The people of a year of performance, for walks in the browser: small, and made once per walk."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from asn_karier.lib.models import EfekTerkirim, Outbox
from asn_karier.lib.outbox import drain
from asn_karier.tests.jejak import Jejak
from kinerja.enums import JenisPeriodik, StatusSiklus, SumberKinerja
from kinerja.models import PengaturanKinerja, SiklusPenilaian
from kinerja.services.siklus import PERISTIWA_DITUTUP
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari

#: Plans are made; the year is over and rated. Ten in the morning in Jakarta.
JANUARI: Final = datetime(2026, 1, 12, 3, 0, tzinfo=UTC)
SESUDAH: Final = datetime(2027, 1, 12, 3, 0, tzinfo=UTC)
#: Presses, without what is typed and chosen (`pengguna`, flows). Closing may take four and takes three.
ANGGARAN_KLIK: Final = {
    "buka_siklus": 4,
    "tutup_siklus": 3,
    "isi_realisasi": 3,
    "tiap_bukti": 1,
    "nilai_20": 3,
    "umpan_balik": 3,
    "keberatan": 3,
    "isikan": 4,
}


class Tahun:
    """An instansi with one head, one leader, people of that leader, HR and an operator."""

    def __init__(self, sumber: SumberKinerja, bawahan: int = 2) -> None:
        self.instansi: Instansi = InstansiPabrik(kode="batanghari")
        PengaturanKinerja.objects.create(
            instansi=self.instansi, sumber=sumber, periodik=JenisPeriodik.TRIWULAN
        )
        self.unit = UnitKerjaPabrik(instansi=self.instansi, nama="Dinas Uji")
        self.kepala: Pegawai = self._orang("Kepala Dinas", None, struktural=True)
        self.atasan: Pegawai = self._orang("Atasan Penilai", self.kepala, struktural=True)
        self.orang = [self._orang(f"Bawahan {n:02}", self.atasan, pelaksana=True) for n in range(bawahan)]
        self.hr: Pengguna = hr_dari(self.instansi, nama="Pengelola Contoh")

    def _orang(self, nama: str, atasan: Pegawai | None, **sifat: Any) -> Pegawai:
        satu: Pegawai = PegawaiPabrik(
            instansi=self.instansi, unit=self.unit, nama=nama, atasan=atasan, **sifat
        )
        PenggunaPabrik(pegawai=satu)
        return satu


# -- what several walks do ----------------------------------------------------------------------------------


def membuka_siklus(hr: Jejak, *, bersama: bool = False) -> SiklusPenilaian:
    """Flow 1: from the desk of HR to a cycle that is open, with the data check on the way."""
    hr.mulai("/kelola/")
    hr.tekan("Buka siklus baru")
    if bersama:
        hr.ambil("Hasil diumumkan", "Bersama-sama sesudah kalibrasi")
    hr.tekan("Periksa data")
    hr.tekan("Buka siklus")
    hr.tekan("Ya, buka untuk")
    assert hr.klik == ANGGARAN_KLIK["buka_siklus"]
    siklus: SiklusPenilaian = SiklusPenilaian.objects.get()
    assert siklus.status == StatusSiklus.DIBUKA
    return siklus


def memberi_umpan_balik(atasan: Jejak, nama: str) -> None:
    """Flow 7: what happened, its effect, what next."""
    atasan.mulai("/")
    atasan.tekan("Tim saya")
    atasan.tekan(f"Beri umpan balik kepada {nama}")
    atasan.pilih("Yang sudah baik")
    atasan.pilih("Hasil kerja")
    atasan.isi("Apa yang terjadi?", "Laporan selesai lebih awal.")
    atasan.isi("Dampaknya?", "Rapat dapat dimajukan.")
    atasan.isi("Berikutnya?", "Pertahankan jadwalnya.")
    atasan.tekan("Kirim")
    assert atasan.klik == ANGGARAN_KLIK["umpan_balik"]
    assert "terkirim" in atasan.baca()


def membaca_hasil(asn: Jejak) -> None:
    """The person reads, says so, and answers."""
    asn.mulai("/")
    asn.tekan("Baca hasil")
    asn.tekan("Saya sudah membaca")
    asn.isi("Tanggapan Anda", "Terima kasih atas kalimatnya.")
    asn.tekan("Beri tanggapan")
    assert "Terima kasih atas kalimatnya." in asn.baca()


def mengajukan_keberatan(asn: Jejak) -> None:
    """Flow 12: from the task on the home page."""
    asn.mulai("/")
    asn.tekan("Baca hasil")
    asn.tekan("Ajukan keberatan")
    asn.isi("Alasan keberatan", "Laporan triwulan tiga belum dihitung.")
    asn.tekan("Kirim keberatan")
    assert asn.klik == ANGGARAN_KLIK["keberatan"]


def menutup_siklus(hr: Jejak, siklus: SiklusPenilaian) -> None:
    """Flow 1b: one choice for those who are not done. What was decided reaches `karier`."""
    hr.mulai(f"/kelola/kinerja/sikluspenilaian/{siklus.pk}/change/")
    hr.tekan("Tutup siklus")
    hr.pilih("Tutup dengan catatan")
    hr.isi("Alasan atau catatan", "Kepala dinas dinilai bupati.")
    hr.tekan("Lanjut")
    hr.tekan("Ya, tutup dan jalankan perhitungan")
    assert hr.klik == ANGGARAN_KLIK["tutup_siklus"]
    assert "Siklus ditutup" in hr.baca()
    menunggu = Outbox.objects.get(jenis=PERISTIWA_DITUTUP)
    assert drain() >= 1
    assert EfekTerkirim.objects.filter(kunci=menunggu.kunci).exists()
