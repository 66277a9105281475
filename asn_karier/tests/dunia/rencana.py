"""Money of next year and the plans made with it."""

from __future__ import annotations

from django.utils import timezone

from asn_karier.tests.dunia.dasar import SAAT, TANDA_INSTANSI, Dunia
from pelatihan.services.hcdp import Kunci, change_hcdp, open_hcdp
from pelatihan.services.rencana import IsianButir
from pelatihan.tests.pabrik import PelatihanPabrik
from pelatihan.tests.pabrik_rencana import pagu_pabrik, rencana_pabrik


def budget_and_plans(d: Dunia) -> None:
    """All of the instansi, so that no word of them may reach another one."""
    hr, tahun = d.akun["hr"], timezone.localdate().year + 1
    pagu = pagu_pabrik(hr, d.instansi, tahun=tahun, keterangan=f"DPA {TANDA_INSTANSI}")
    kegiatan = PelatihanPabrik(instansi=d.instansi, nama=f"Pelatihan {TANDA_INSTANSI}", kompetensi=None)
    butir = IsianButir(kegiatan.pk, 3, alasan=f"Alasan {TANDA_INSTANSI}")
    hcdp = open_hcdp(instansi=d.instansi, tahun_mulai=tahun, actor=hr, at=SAAT)
    rencana = rencana_pabrik(hr, d.instansi, butir, tahun=tahun)
    hcdp = change_hcdp(
        hcdp_id=hcdp.pk, versi=hcdp.versi, arah=f"Arah {TANDA_INSTANSI}",
        sasaran={(Kunci("komunikasi"), tahun): 99}, actor=hr, at=SAAT,
    )  # fmt: skip
    d.objek |= {
        "pelatihan.pagu": pagu,
        "pelatihan.mutasianggaran": pagu.mutasi.first(),
        "pelatihan.rencanatahunan": rencana,
        "pelatihan.butirrencana": rencana.butir.first(),
        "pelatihan.hcdp": hcdp,
        "pelatihan.sasaranhcdp": hcdp.sasaran.first(),
    }
