"""A year of performance of the person: the plan that lies with the atasan."""

from __future__ import annotations

from asn_karier.tests.dunia.dasar import TANDA, TANDA_INSTANSI, Dunia
from kinerja.tests.pabrik_skp import (
    EkspektasiPabrik,
    HasilKerjaPabrik,
    NaskahPabrik,
    PerspektifPabrik,
    PustakaPabrik,
    SKPPabrik,
)
from pegawai.models import Pegawai


def plans(d: Dunia) -> None:
    """The SKP of 2026, sent, agreed once before, with a word of the person in each part."""
    induk = HasilKerjaPabrik(skp=SKPPabrik(pegawai=d.diri.atasan, tahun=2026, dikirim=True))
    skp = SKPPabrik(pegawai=d.diri, tahun=2026, dikirim=True, catatan=f"Catatan {TANDA}")
    hasil = HasilKerjaPabrik(skp=skp, rhk=f"Tersusunnya kajian {TANDA}", induk=induk, lengkap=True)
    naskah = NaskahPabrik(skp=skp)
    d.objek |= {
        "kinerja.skp": skp,
        "kinerja.hasilkerja": hasil,
        "kinerja.indikator": hasil.indikator.get(),
        "kinerja.ekspektasiperilaku": EkspektasiPabrik(skp=skp, ekspektasi=f"Jelaskan {TANDA}"),
        "kinerja.lampiranskp": skp.lampiran.create(jenis="dukungan", isi=f"Alat {TANDA}"),
        "kinerja.catatandialog": skp.dialog.create(oleh=d.akun["atasan"], isi=f"Pesan {TANDA}"),
        "kinerja.naskahskp": naskah,
        "kinerja.pustakakinerja": PustakaPabrik(
            instansi=d.instansi, jabatan=d.diri.riwayat_jabatan.get().jabatan, rhk=f"Pustaka {TANDA_INSTANSI}"
        ),
        "kinerja.perspektifjpt": PerspektifPabrik(instansi=d.instansi, nama=f"Perspektif {TANDA_INSTANSI}"),
    }


def more_plans(d: Dunia, orang: Pegawai) -> None:
    """Another of everything that pages of SKP list: in the plan itself, in the team, in the library."""
    skp = d.objek["kinerja.skp"]
    induk = d.objek["kinerja.hasilkerja"].induk
    HasilKerjaPabrik(skp=skp, lengkap=True)
    HasilKerjaPabrik(skp=induk.skp, lengkap=True)
    skp.dialog.create(oleh=d.akun["diri"], isi="Catatan")
    skp.lampiran.create(jenis="dukungan", isi="Data")
    milik_orang = SKPPabrik(pegawai=orang, tahun=2026, dikirim=True)
    HasilKerjaPabrik(skp=milik_orang, induk=induk, lengkap=True)
    pustaka = d.objek["kinerja.pustakakinerja"]
    PustakaPabrik(instansi=d.instansi, jabatan=pustaka.jabatan)
    PerspektifPabrik(instansi=d.instansi)
