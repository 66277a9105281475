"""Plans for tests: made by the services, at the moment of the tests."""

from __future__ import annotations

from datetime import date

from karier.models import RencanaPengembangan
from karier.services.rencana_isi import IsiButir
from karier.services.rencana_sepakat import Tekan, agree_plan, send_plan
from karier.services.rencana_usul import start_plan
from karier.tests.jalan import SAAT
from karier.tests.pembaca import akun_dari
from pegawai.enums import BentukPengembangan
from pegawai.models import Pegawai, StandarKompetensi
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, StandarKompetensiPabrik

TAHUN = 2027
ISI = IsiButir(
    "Menyusun laporan", BentukPengembangan.MAGANG, date(2027, 2, 1), date(2027, 3, 1), 12, alasan="Perlu"
)


def celah(pegawai: Pegawai) -> Pegawai:
    """Komunikasi one level short."""
    jabatan = pegawai.riwayat_jabatan.get().jabatan
    if not StandarKompetensi.objects.filter(jabatan=jabatan).exists():
        StandarKompetensiPabrik(jabatan=jabatan, komunikasi=3)
    AsesmenPabrik(pegawai=pegawai, komunikasi=2)
    return pegawai


def tekan(r: RencanaPengembangan, siapa: Pegawai, versi: int | None = None) -> Tekan:
    """A press on the words as they stand, unless `versi` says others."""
    r.refresh_from_db()
    return Tekan(r.pk, r.versi if versi is None else versi, akun_dari(siapa), SAAT, "uji")


def rencana_pabrik(pegawai: Pegawai, status: str = "draf", tahun: int = TAHUN) -> RencanaPengembangan:
    """A drafted plan, sent, or agreed with the atasan."""
    r = start_plan(pegawai=pegawai, tahun=tahun, actor=akun_dari(pegawai), at=SAAT, kanal="uji")
    if status in ("menunggu", "disepakati"):
        send_plan(tekan(r, pegawai))
    if status == "disepakati":
        assert pegawai.atasan is not None
        agree_plan(tekan(r, pegawai.atasan))
    r.refresh_from_db()
    return r
