"""What stands around the results of the person: read, answered, followed up, objected to."""

from __future__ import annotations

from typing import Any

from asn_karier.tests.dunia.dasar import SAAT, TANDA, Dunia
from kinerja.enums import JenisTindakLanjut, StatusTindakLanjut
from kinerja.models import Keberatan, TandaBaca, Tanggapan, TindakLanjut
from kinerja.services.keberatan_bukti import digest, freeze
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik


def outcome(d: Dunia) -> None:
    """One of everything about the result of 2025, and an objection that HR has to name somebody for."""
    hasil, pemutus = d.objek["kinerja.penilaian"], PegawaiPabrik(struktural=True, instansi=d.instansi)
    PenggunaPabrik(pegawai=pemutus)
    tentang: dict[str, Any] = {"pegawai": d.diri, "penilaian": hasil, "versi_hasil": hasil.versi}
    keberatan = _objection(d, pemutus=pemutus, **tentang)
    evaluasi = d.objek["kinerja.evaluasiperiodik"]
    d.objek |= {
        "kinerja.tandabaca": TandaBaca.objects.create(**tentang, pada=SAAT),
        "kinerja.tanggapan": Tanggapan.objects.create(
            **tentang, oleh=d.akun["diri"], isi=f"Tanggapan {TANDA}", pada=SAAT
        ),
        "kinerja.tindaklanjut": TindakLanjut.objects.create(
            **tentang,
            jenis=JenisTindakLanjut.PENGEMBANGAN,
            status=StatusTindakLanjut.TIDAK_DIJALANKAN,
            predikat=hasil.predikat,
            catatan=f"Belum perlu, {TANDA}",
            oleh=d.akun["atasan"],
            pada=SAAT,
        ),
        "kinerja.keberatan": keberatan,
        "kinerja.berkaskeberatan": keberatan.berkas,
        "kinerja.keterangankeberatan": keberatan.keterangan.create(
            oleh=d.akun["atasan"], isi=f"Keterangan {TANDA}", pada=SAAT
        ),
        "keberatan_tanpa_pemutus": _objection(
            d, pegawai=d.diri, evaluasi=evaluasi, versi_hasil=evaluasi.versi
        ),
    }


def _objection(d: Dunia, **isi: Any) -> Keberatan:
    bahan = {"bahan": {"uji": {"judul": "Bukti", "isi": {"kalimat": f"Bukti {TANDA}"}}}}
    keberatan: Keberatan = Keberatan.objects.create(
        **isi,
        alasan=f"Alasan {TANDA}",
        diajukan_pada=SAAT,
        batas_putusan=SAAT,
        penilai=d.diri.atasan,
        sidik_bukti=digest(bahan),
    )
    freeze(keberatan, bahan, at=SAAT)
    return keberatan
