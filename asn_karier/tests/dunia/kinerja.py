"""The performance year of the person: what is rated, talked about and not announced."""

from __future__ import annotations

from datetime import date

from asn_karier.tests.dunia.dasar import SAAT, TANDA_BELUM, TANDA_INSTANSI, Dunia
from kinerja.enums import Rating, StatusPenilaian, StatusSiklus
from kinerja.models import DelegasiPenilaian, PredikatOrganisasiUnit, SesiKalibrasi, UsulKalibrasi
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik
from pegawai.tests.pabrik import PegawaiPabrik


def penetapan(d: Dunia) -> None:
    """A calibration session of another year about a rating that nobody may read early."""
    siklus = SiklusPabrik(
        instansi=d.instansi, tahun=2024, nama=f"Siklus {TANDA_INSTANSI} 2024", status=StatusSiklus.PENETAPAN
    )
    terkirim = PenilaianPabrik(
        pegawai=d.diri,
        tahun=2024,
        penilai=d.diri.atasan,
        status=StatusPenilaian.DIKIRIM,
        umpan_balik=f"Belum diumumkan {TANDA_BELUM}",
    )
    sesi = SesiKalibrasi.objects.create(siklus=siklus, dibuka_oleh=d.akun["hr"], dibuka_pada=SAAT)
    sesi.peserta.add(d.diri.atasan)
    d.objek |= {
        "kinerja.sesikalibrasi": sesi,
        "kinerja.usulkalibrasi": UsulKalibrasi.objects.create(
            sesi=sesi,
            penilaian=terkirim,
            versi=terkirim.versi,
            rating_hasil=Rating.DI_ATAS_EKSPEKTASI,
            rating_perilaku=Rating.SESUAI_EKSPEKTASI,
            alasan=f"Usul {TANDA_BELUM}",
            oleh=d.akun["hr"],
            pada=SAAT,
        ),
        "kinerja.predikatorganisasiunit": PredikatOrganisasiUnit.objects.create(
            siklus=siklus,
            predikat=4,
            penetap=f"Sekretaris Daerah {TANDA_INSTANSI}",
            dokumen="800/1",
            tanggal=date(2025, 1, 5),
        ),
        "kinerja.delegasipenilaian": DelegasiPenilaian.objects.create(
            pemberi=PegawaiPabrik(instansi=d.instansi),
            penerima=PegawaiPabrik(instansi=d.instansi),
            mulai=date(2026, 1, 1),
            sampai=date(2026, 2, 1),
        ),
    }
