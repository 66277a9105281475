"""What citizens send to a unit of the instansi, and what its office tells them."""

from __future__ import annotations

from datetime import date, timedelta

from asn_karier.tests.dunia.dasar import SAAT, TANDA_KHUSUS, Dunia
from kinerja.enums import StatusTindak
from kinerja.models import GaramPenanda, PenandaJaringan
from kinerja.tests.pabrik_warga import (
    JanjiPabrik,
    LayananPabrik,
    MasukanPabrik,
    PerubahanPabrik,
    TopikPabrik,
    UlasanPabrik,
)
from pegawai.tests.pabrik import UnitKerjaPabrik


def citizens(d: Dunia) -> None:
    """A unit that everybody may know, with one of everything. Words wait; nobody outside reads them."""
    unit = UnitKerjaPabrik(instansi=d.instansi, nama="Puskesmas Terbuka")
    kemarin: date = SAAT.date() - timedelta(days=2)
    layanan = LayananPabrik(unit=unit, nama="Pendaftaran pasien")
    topik = TopikPabrik(unit=unit, judul="Jam buka loket")
    ulasan = UlasanPabrik(layanan=layanan, hari=kemarin, teks=f"Antre lama {TANDA_KHUSUS}")
    d.objek |= {
        "kinerja.layananpublik": layanan,
        "kinerja.ulasan": ulasan,
        "kinerja.topikforum": topik,
        "kinerja.masukanforum": MasukanPabrik(topik=topik, hari=kemarin, teks=f"Buka pagi {TANDA_KHUSUS}"),
        "kinerja.janjiforum": JanjiPabrik(topik=topik, tenggat=kemarin, status=StatusTindak.DITERIMA),
        "kinerja.perubahanlayanan": PerubahanPabrik(unit=unit),
        "kinerja.garampenanda": GaramPenanda.objects.create(masa=1, garam="0" * 64),
        "kinerja.penandajaringan": PenandaJaringan.objects.create(masa=1, kunci="0" * 64),
    }
    d.objek["masukan_tampil"] = MasukanPabrik(topik=topik, hari=kemarin, tampil=True, teks="Buka Sabtu")
