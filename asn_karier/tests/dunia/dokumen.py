"""What is printed about the person, and what SIASN says beside it."""

from __future__ import annotations

from datetime import date

from asn_karier.tests.dunia.dasar import SAAT, TANDA, Dunia
from kinerja.enums import JenisDokumen, Predikat
from kinerja.models import PenilaianSiasn
from kinerja.services.dokumen import find_paper
from kinerja.services.salinan import attach_signed
from kinerja.tests.pabrik_keberatan import EvaluasiPabrik
from kinerja.tests.pabrik_skp import NaskahPabrik, SKPPabrik
from pegawai.tests.berkas_bukti import unggahan


def papers(d: Dunia) -> None:
    """An announced quarter, an agreed plan, a signed copy, and another rating in SIASN."""
    penilaian, hr = d.objek["kinerja.penilaian"], d.akun["hr"]
    NaskahPabrik(skp=SKPPabrik(pegawai=d.diri, tahun=2025, disepakati=True))
    tahunan = find_paper(jenis=JenisDokumen.EVALUASI_TAHUNAN, pk=penilaian.pk, pengguna=hr)
    d.objek |= {
        "kinerja.evaluasiperiodik": EvaluasiPabrik(
            pegawai=d.diri, penilai=d.diri.atasan, umpan_balik=f"Triwulan {TANDA}"
        ),
        "kinerja.penilaiansiasn": PenilaianSiasn.objects.create(
            pegawai=d.diri,
            bentuk="skp22",
            mulai=date(2025, 1, 1),
            sampai=date(2025, 12, 31),
            predikat=Predikat.KURANG,
            penilai_nama=f"Penilai {TANDA}",
        ),
        "kinerja.salinantertanda": attach_signed(
            jenis=tahunan.jenis,
            pk=tahunan.pk,
            sidik=tahunan.sidik,
            berkas=unggahan(),
            actor=hr,
            at=SAAT,
            kanal="admin",
        ),
    }
