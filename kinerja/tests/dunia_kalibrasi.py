"""A leader who sent ratings, HR, and a session that talks about them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from kinerja.enums import (
    CaraPengumuman,
    Rating,
    StatusSiklus,
)
from kinerja.models import Penilaian, SesiKalibrasi, SiklusPenilaian, UsulKalibrasi
from kinerja.services.kalibrasi import UsulRating, open_session, propose
from kinerja.services.penilaian import Isian, Terlihat, kirim, nilai
from kinerja.services.siklus import start_penetapan
from kinerja.tests.pabrik import SiklusPabrik
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

SAAT = datetime(2027, 1, 20, 2, 0, tzinfo=UTC)
ATAS, SESUAI, BAWAH = Rating.DI_ATAS_EKSPEKTASI, Rating.SESUAI_EKSPEKTASI, Rating.DI_BAWAH_EKSPEKTASI


class Dunia:
    """A leader who sent two ratings, HR, and another leader in the session."""

    def __init__(self, kode: str = "batanghari") -> None:
        self.siklus: SiklusPenilaian = SiklusPabrik(
            instansi__kode=kode,
            status=StatusSiklus.DIBUKA,
            dibuka_pada=SAAT,
            pengumuman=CaraPengumuman.BERSAMA,
        )
        sini = {"instansi": self.siklus.instansi}
        self.hr: Pengguna = hr_dari(self.siklus.instansi)
        self.penilai: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, **sini))
        self.rekan: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, **sini))
        self.orang: list[Pegawai] = [
            PegawaiPabrik(fungsional=True, atasan=self.penilai.pegawai, **sini) for _ in range(2)
        ]
        isian = [Isian(p.pk, SESUAI, SESUAI, "", None) for p in self.orang]
        baris = nilai(siklus=self.siklus, isian=isian, actor=self.penilai, at=SAAT)
        terlihat = [Terlihat(b.pegawai_id, b.versi) for b in baris]
        kirim(siklus=self.siklus, terlihat=terlihat, actor=self.penilai, at=SAAT)
        self.siklus = start_penetapan(siklus=self.siklus, actor=self.hr, at=SAAT)

    def buka(self) -> SesiKalibrasi:
        peserta = [self.penilai.pegawai, self.rekan.pegawai]
        return open_session(siklus=self.siklus, unit=None, peserta=peserta, actor=self.hr, at=SAAT)

    def rating(self, ke: int = 0) -> Penilaian:
        p: Penilaian = Penilaian.objects.get(pegawai=self.orang[ke])
        return p

    def usulkan(self, sesi: SesiKalibrasi, actor: Any = None, **lain: Any) -> UsulKalibrasi:
        p = self.rating()
        isi = {"rating_hasil": ATAS, "rating_perilaku": SESUAI, "alasan": "Paling cepat di unitnya."} | lain
        return propose(sesi=sesi, usul=UsulRating(p.pk, p.versi, **isi), actor=actor or self.rekan, at=SAAT)
