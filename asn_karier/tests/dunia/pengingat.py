"""Messages of the person, what they chose, and how messages are measured."""

from __future__ import annotations

from datetime import timedelta

from asn_karier.tests.dunia.dasar import SAAT, TANDA, TANDA_INSTANSI, Dunia
from kinerja.enums import JenisPesan
from kinerja.models import (
    KirimanPesan,
    PaparanPesan,
    Pemberitahuan,
    PerpanjanganSiklus,
    PilihanPesan,
    RencanaPengisian,
    UkurPesan,
)


def messages(d: Dunia) -> None:
    """One of everything that reminds."""
    siklus = d.objek["kinerja.sikluspenilaian"]
    milik = {"pegawai": d.diri, "siklus": siklus}
    d.objek |= {
        "kinerja.pemberitahuan": Pemberitahuan.objects.create(
            **milik, jenis=JenisPesan.HASIL, kunci="hasil", judul=f"Hasil {TANDA}", isi=f"Isi {TANDA}",
            sebab="Wajib", terbit_pada=SAAT,
        ),
        "kinerja.pilihanpesan": PilihanPesan.objects.create(pegawai=d.diri),
        "kinerja.rencanapengisian": RencanaPengisian.objects.create(**milik, pada=SAAT + timedelta(days=1)),
        "kinerja.ukurpesan": UkurPesan.objects.create(
            instansi=d.instansi, siklus=siklus, jenis=JenisPesan.BATAS, mulai=SAAT
        ),
        "kinerja.paparanpesan": PaparanPesan.objects.create(
            **milik, jenis=JenisPesan.BATAS, pembanding=False, pada=SAAT
        ),
        "kinerja.kirimanpesan": KirimanPesan.objects.create(
            siklus=siklus, jenis=JenisPesan.BATAS, jumlah=1, oleh=d.akun["hr"], pada=SAAT
        ),
        "kinerja.perpanjangansiklus": PerpanjanganSiklus.objects.create(
            siklus=siklus, pegawai=d.diri, sampai=siklus.batas_penilaian + timedelta(days=5),
            alasan=f"Banjir {TANDA_INSTANSI}", oleh=d.akun["hr"], pada=SAAT,
        ),
    }  # fmt: skip
