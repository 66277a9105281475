"""The people and classes of the way from a gap to a certificate: made once per walk in the browser."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, Final

from django.utils import timezone

from karier.models import RunEvaluasi
from karier.services.evaluasi import kerjakan_menunggu, start_run
from pegawai.enums import KompetensiMansoskul
from pegawai.models import Instansi, Pegawai, Pengguna, StandarKompetensi
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, StandarKompetensiPabrik
from pegawai.tests.pabrik_lain import PenandaTanganPabrik
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import Angkatan, Pendaftaran
from pelatihan.tests.pabrik import PelatihanPabrik
from pelatihan.tests.pabrik_belajar import MateriPabrik, SoalPabrik
from pelatihan.tests.pabrik_katalog import KelasMeiPabrik
from pelatihan.tests.pabrik_kelas import AngkatanPabrik, PendaftaranPabrik, SesiPabrik

#: Ten in the morning in Jakarta: when one applies, and the two days of the class.
DAFTAR: Final = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
HARI_PERTAMA: Final = datetime(2026, 12, 7, 3, 0, tzinfo=UTC)
HARI_KEDUA: Final = datetime(2026, 12, 8, 3, 0, tzinfo=UTC)
#: Presses, without what is typed and chosen (`pengguna`, flows 5 and 14).
ANGGARAN_KLIK: Final = {
    "daftar_pelatihan": 3,
    "setujui_atasan": 2,
    "setujui_banyak": 3,
    "catat_hadir": 2,
    "susun_rencana": 5,
}
JUDUL: Final = "Komunikasi publik"
SESI: Final = ("Hari pertama", "Hari kedua")


class Dunia:
    """An instansi with a leader, somebody one level short of Komunikasi, HR, and three programmes for it.

    The class of the first one has two more applicants, whom their leader has approved already.
    """

    def __init__(self) -> None:
        self.instansi: Instansi = InstansiPabrik(kode="batanghari")
        self.unit = UnitKerjaPabrik(instansi=self.instansi, nama="Dinas Uji")
        self.hr: Pengguna = hr_dari(self.instansi, nama="Pengelola Contoh")
        PenandaTanganPabrik(instansi=self.instansi)
        self.atasan = self._orang("Atasan Contoh", None, struktural=True)
        self.asn = self._orang("Sari Contoh", self.atasan, pelaksana=True)
        StandarKompetensiPabrik(jabatan=self.asn.riwayat_jabatan.get().jabatan, komunikasi=3)
        AsesmenPabrik(pegawai=self.asn, komunikasi=2)
        self.kelas = self._kelas()
        for n in (1, 2):
            KelasMeiPabrik(pelatihan=PelatihanPabrik(nama=f"Presentasi {n}"), instansi=self.instansi)

    def _orang(self, nama: str, atasan: Pegawai | None, **sifat: Any) -> Pegawai:
        satu: Pegawai = PegawaiPabrik(
            instansi=self.instansi, unit=self.unit, nama=nama, atasan=atasan, **sifat
        )
        PenggunaPabrik(pegawai=satu)
        return satu

    def _kelas(self) -> Angkatan:
        """On 7 and 8 December, with a session each day, a lesson and two questions."""
        pelatihan = PelatihanPabrik(nama=JUDUL, jp=8)
        kelas: Angkatan = AngkatanPabrik(
            pelatihan=pelatihan, instansi=self.instansi, nama="Angkatan I", kursi=10,
            mulai=date(2026, 12, 7), selesai=date(2026, 12, 8), daftar_sampai=date(2026, 12, 4),
        )  # fmt: skip
        for judul, saat in zip(SESI, (HARI_PERTAMA, HARI_KEDUA), strict=True):
            SesiPabrik(angkatan=kelas, judul=judul, mulai=saat, selesai=saat.replace(hour=6))
        MateriPabrik(pelatihan=pelatihan, urut=1, judul="Mendengar", isi="# Mendengar\n- tanya\n- ulangi")
        for urut in (1, 2):
            SoalPabrik(pelatihan=pelatihan, urut=urut)
        for nama in ("Rekan Satu", "Rekan Dua"):
            rekan = self._orang(nama, self.atasan, pelaksana=True)
            PendaftaranPabrik(
                angkatan=kelas, pegawai=rekan, status=StatusPendaftaran.MENUNGGU_BKPSDM, diajukan_pada=DAFTAR
            )
        return kelas

    def kurang_lagi(self) -> None:
        """The post asks for more Integritas too, and one programme that costs money leads there."""
        StandarKompetensi.objects.update(integritas=3)
        PelatihanPabrik(
            nama="Kelas integritas", kelas=True, kompetensi__kompetensi=KompetensiMansoskul.INTEGRITAS
        )

    @property
    def pendaftaran(self) -> Pendaftaran:
        """What the person with the gap applied for, as it stands now."""
        satu: Pendaftaran = Pendaftaran.objects.get(pegawai=self.asn)
        return satu

    def hitung(self) -> RunEvaluasi:
        """A whole run of today."""
        kini = timezone.now()
        run = start_run(instansi=self.instansi, per_tanggal=kini.date(), actor=None, at=kini)
        while kerjakan_menunggu(run.pk):
            pass
        run.refresh_from_db()
        return run
