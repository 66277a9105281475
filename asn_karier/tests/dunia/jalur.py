"""The career path of the ASN: a step, assignments, a private interest and a shared one."""

from __future__ import annotations

from datetime import date
from typing import Final

from asn_karier.tests.dunia.dasar import SAAT, TANDA, TANDA_INSTANSI, Dunia
from karier.enums import JenisLangkah, JenisPenugasan, StatusPesertaPenugasan
from karier.models import LangkahKarier, MinatDibagikan, Penugasan, PesertaPenugasan
from karier.services.minat_jabatan import add_interest, share_interest
from pegawai.models import Jabatan, KebutuhanJabatan, UnitKerja
from pegawai.tests.pabrik import JabatanPabrik

#: The name of the post that the ASN is interested in and tells nobody. Their own pages alone may hold it.
TANDA_MINAT: Final = "Gadolinium"
#: The one that they share: atasan and HR too.
TANDA_BAGI: Final = "Rubidium"


def career_path(d: Dunia) -> None:
    kini = d.diri.riwayat_jabatan.order_by("-tmt").first()
    assert kini is not None
    diam, bagi = (JabatanPabrik(nama=f"Penata {kata}") for kata in (TANDA_MINAT, TANDA_BAGI))
    for pos in (diam, bagi):
        KebutuhanJabatan.objects.create(
            instansi=d.instansi, jabatan=pos, lowongan=1, per_tanggal=date(2026, 1, 1)
        )
    _interests(d, diam, bagi)
    d.objek["jabatan_diminati"], d.objek["jabatan_dibagikan"] = diam, bagi
    d.objek["karier.langkahkarier"] = LangkahKarier.objects.create(
        instansi=d.instansi, dari=kini.jabatan, ke=bagi, jenis=JenisLangkah.PINDAH,
        kriteria=f"Kriteria {TANDA_INSTANSI}",
    )  # fmt: skip
    if kini.jabatan.naik_ke is None:
        kini.jabatan.naik_ke = JabatanPabrik(nama="Jenjang Berikut")
        kini.jabatan.save()
    d.objek["jabatan_berikut"] = kini.jabatan.naik_ke
    _assignments(d)


def _interests(d: Dunia, diam: Jabatan, bagi: Jabatan) -> None:
    akun = d.akun["diri"]
    for pos in (diam, bagi):
        add_interest(pegawai=d.diri, jabatan_id=pos.pk, actor=akun)
    share_interest(pegawai=d.diri, jabatan_id=bagi.pk, actor=akun, at=SAAT)
    d.objek["karier.minatdibagikan"] = MinatDibagikan.objects.get()


def _assignments(d: Dunia) -> None:
    unit = UnitKerja.objects.get(instansi=d.instansi, nama="Kantor Lain")
    atasan = d.akun["atasan"]

    def tawaran(nama: str) -> Penugasan:
        p: Penugasan = Penugasan.objects.create(
            instansi=d.instansi, unit=unit, jenis=JenisPenugasan.TIM_PROYEK, nama=nama,
            uraian=f"Membenahi antrean {TANDA_INSTANSI}", mulai=date(2090, 1, 1), selesai=date(2090, 2, 28),
            bersedia_sampai=date(2089, 12, 31), jam_per_minggu=6, tempat=3, penawar=atasan.pegawai,
            dibuat_oleh=atasan,
        )  # fmt: skip
        return p

    ditunggu, baru = tawaran("Tim Antrean"), tawaran("Tim Arsip")
    d.objek["karier.penugasan"], d.objek["penugasan_baru"] = ditunggu, baru
    d.objek["karier.pesertapenugasan"] = PesertaPenugasan.objects.create(
        penugasan=ditunggu, pegawai=d.diri, status=StatusPesertaPenugasan.MENUNGGU, alasan=f"Alasan {TANDA}"
    )
