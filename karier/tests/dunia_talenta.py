"""A small government with a committee of talent, people with complete components, and a finished run."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from karier.enums import PeranKomite
from karier.models import AnggotaKomite, KomiteTalenta, RunEvaluasi, SidangTalenta
from karier.services.komite import create_committee, name_member
from karier.services.rilis import release_session
from karier.services.sidang import agree_boxes, open_session, write_minutes
from karier.tests.jalan import PER, SAAT, jalankan_sampai_selesai
from karier.tests.pabrik import KomponenTalentaPabrik
from kinerja.tests.pabrik import predikat_tahun
from pegawai.enums import KompetensiMansoskul
from pegawai.models import CakupanData, Instansi, Pegawai, Pengguna, UnitKerja
from pegawai.tests.pabrik import (
    InstansiPabrik,
    JabatanPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    nyatakan_lengkap,
)
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, StandarKompetensiPabrik

TINGGI = 10_000


def lengkapi(orang: Pegawai, *, skor: int = TINGGI, level: int = 3) -> Pegawai:
    """Every component of the talent map. `skor`: of what stands in the register, in senti."""
    predikat_tahun(orang, 2025, 2026)
    AsesmenPabrik(pegawai=orang, tanggal=date(2026, 5, 1), **{k.value: level for k in KompetensiMansoskul})
    KomponenTalentaPabrik(
        pegawai=orang,
        **dict.fromkeys(
            (
                "potensi",
                "pengembangan",
                "pengalaman",
                "kesesuaian",
                "penghargaan",
                "penugasan",
                "umpan_balik",
            ),
            skor,
        ),
    )
    jabatan = orang.riwayat_jabatan.get().jabatan
    if not hasattr(jabatan, "standar"):
        StandarKompetensiPabrik(jabatan=jabatan, **{k.value: 3 for k in KompetensiMansoskul})
    return orang


class Dunia:
    """`anggota`: three voices, the chair first; `sekretaris` reads; `hr` releases, `asn` are mapped."""

    def __init__(self, banyak: int = 3) -> None:
        self.instansi: Instansi = InstansiPabrik(kode="batanghari")
        self.unit: UnitKerja = UnitKerjaPabrik(instansi=self.instansi, nama="Dinas Uji")
        nyatakan_lengkap(self.instansi)
        # Integrity is known only where the register reaches back to the appointment.
        CakupanData.objects.filter(instansi=self.instansi).update(mulai=date(2000, 1, 1))
        self.anggota = [self.orang(f"Anggota {n}", struktural=True) for n in range(1, 4)]
        self.sekretaris = self.orang("Sekretaris Komite", pelaksana=True)
        self.atasan = self.orang("Kepala Bidang", struktural=True)
        kepala = JabatanPabrik(struktural=True, nama="Kepala Bidang Uji", siasn_id="J-KABID")
        self.atasan.riwayat_jabatan.update(jabatan=kepala)
        self.asn = [
            lengkapi(self.orang(f"Calon {n}", fungsional=True, atasan=self.atasan))
            for n in range(1, banyak + 1)
        ]
        self.kurang = self.orang("Belum Lengkap", fungsional=True, atasan=self.atasan)
        self.hr = self.petugas("Petugas Satu")
        self.komite = self._komite()
        self.run: RunEvaluasi = jalankan_sampai_selesai(self.instansi)

    def orang(self, nama: str, **sifat: Any) -> Pegawai:
        satu: Pegawai = PegawaiPabrik(instansi=self.instansi, unit=self.unit, nama=nama, **sifat)
        PenggunaPabrik(pegawai=satu)
        return satu

    def petugas(self, nama: str) -> Pengguna:
        """HR of the whole instansi, with a record of their own."""
        akun: Pengguna = PenggunaPabrik(
            is_staff=True, pegawai=PegawaiPabrik(instansi=self.instansi, nama=nama)
        )
        PeranPabrik(instansi=self.instansi, pengguna=akun)
        return akun

    def _komite(self) -> KomiteTalenta:
        komite = create_committee(
            instansi=self.instansi, nomor_sk="821/1/2026", tanggal_sk=date(2026, 1, 2),
            mulai=date(2026, 1, 5), sampai=date(2028, 12, 31), actor=self.hr, at=SAAT,
        )  # fmt: skip
        for n, p in enumerate(self.anggota):
            self.tunjuk(p, PeranKomite.ANGGOTA if n else PeranKomite.KETUA, komite)
        self.tunjuk(self.sekretaris, PeranKomite.SEKRETARIAT, komite)
        return komite

    def tunjuk(self, p: Pegawai, peran: PeranKomite, komite: KomiteTalenta | None = None) -> AnggotaKomite:
        return name_member(
            komite_id=(komite or self.komite).pk, pegawai=p, peran=peran, mulai=date(2026, 1, 5),
            actor=self.hr, at=SAAT,
        )  # fmt: skip

    def akun(self, p: Pegawai) -> Pengguna:
        satu: Pengguna = Pengguna.objects.get(pegawai=p)
        return satu

    def sidang(self) -> SidangTalenta:
        hadir = list(self.komite.anggota.bersuara().values_list("pk", flat=True))
        return open_session(
            komite_id=self.komite.pk, tanggal=PER, unit=None, hadir=hadir,
            actor=self.akun(self.anggota[0]), at=SAAT,
        )  # fmt: skip

    def tetapkan(self, sidang: SidangTalenta, *orang: Pegawai, oleh: int = 0) -> None:
        agree_boxes(
            sidang_id=sidang.pk, pegawai_ids=[p.pk for p in orang or self.asn],
            actor=self.akun(self.anggota[oleh]), at=SAAT,
        )  # fmt: skip

    def berita(self, sidang: SidangTalenta) -> None:
        sidang.refresh_from_db()
        write_minutes(
            sidang_id=sidang.pk, nomor="BA/1/2026", isi="Membahas usulan.", versi=sidang.versi,
            actor=self.akun(self.sekretaris), at=SAAT,
        )  # fmt: skip

    def rilis(self, sidang: SidangTalenta) -> int:
        return len(release_session(sidang_id=sidang.pk, actor=self.hr, at=timezone.now()))

    def dirilis(self) -> SidangTalenta:
        """A session whose boxes everybody reads."""
        sidang = self.sidang()
        self.tetapkan(sidang)
        self.berita(sidang)
        self.rilis(sidang)
        sidang.refresh_from_db()
        return sidang
