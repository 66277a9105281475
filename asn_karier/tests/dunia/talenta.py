"""A committee in which the atasan of the ASN sits, a session with the ASN in it, and a critical post."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from asn_karier.tests.dunia.dasar import TANDA, TANDA_INSTANSI, Dunia
from karier.enums import AsalKandidat, JenisPenetapan, PeranKomite
from karier.models import JabatanKritikal, KomiteTalenta, RunEvaluasi, SidangTalenta
from pegawai.models import Pegawai
from pegawai.tests.pabrik import JabatanPabrik, PegawaiPabrik

#: Why the committee set a box, before it is released: HR who releases it, not the person, nor their atasan.
TANDA_KOTAK = "Tantalum"
#: Why a post is critical: for whoever has a duty in the committee.
TANDA_SUKSESI = "Rhenium"


def talent(d: Dunia) -> None:
    hari = timezone.localdate()
    komite = KomiteTalenta.objects.create(
        instansi=d.instansi, nomor_sk=f"SK {TANDA_INSTANSI}", tanggal_sk=hari,
        mulai=hari - timedelta(days=300), sampai=hari + timedelta(days=300), dibuat_oleh=d.akun["hr"],
    )  # fmt: skip
    anggota = _member(d, komite, d.akun["atasan"].pegawai, PeranKomite.KETUA)
    lain = _member(d, komite, PegawaiPabrik(instansi=d.instansi, nama="Anggota Lain"), PeranKomite.ANGGOTA)
    sidang = SidangTalenta.objects.create(
        komite=komite, tanggal=hari, run=RunEvaluasi.objects.filter(instansi=d.instansi).last(), suara=2,
        dibuka_oleh=d.akun["atasan"], nomor_berita="BA/1", berita_acara="Membahas usulan.",
    )  # fmt: skip
    d.objek |= {
        "karier.komitetalenta": komite,
        "karier.anggotakomite": anggota,
        "karier.hadirsidang": sidang.hadir.create(anggota=anggota),
        "karier.sidangtalenta": sidang,
        "karier.penetapankotak": _box(d, sidang, lain.pegawai),
    }
    _succession(d, lain.pegawai)


def _member(d: Dunia, komite: KomiteTalenta, pegawai: Pegawai, peran: PeranKomite) -> object:
    return komite.anggota.create(pegawai=pegawai, peran=peran, mulai=komite.mulai, oleh=d.akun["hr"])


def _box(d: Dunia, sidang: SidangTalenta, pemutus: Pegawai) -> object:
    return sidang.penetapan.create(
        pegawai=d.diri, urutan=1, jenis=JenisPenetapan.LAIN, kotak=5, kotak_usulan=7, sumbu_x=7000,
        sumbu_y=8100, komponen={}, keyakinan="cukup", alasan=f"Menurut {TANDA_KOTAK}", pemutus=pemutus,
        oleh=d.akun["atasan"],
    )  # fmt: skip


def _succession(d: Dunia, pemutus: Pegawai) -> None:
    pos = JabatanKritikal.objects.create(
        instansi=d.instansi, jabatan=JabatanPabrik(struktural=True, nama="Kepala Bidang Kritikal"),
        unit=d.diri.unit, alasan=f"Kritikal {TANDA_SUKSESI}", oleh=d.akun["atasan"],
    )  # fmt: skip
    kandidat = pos.kandidat.create(
        pegawai=d.diri, asal=AsalKandidat.TAMBAHAN, alasan=f"Cakap {TANDA}", oleh=d.akun["atasan"]
    )
    rencana = pos.rencana.create(
        urutan=1, nomor_berita="BA/2", alasan=f"Rencana {TANDA_SUKSESI}", pemutus=pemutus,
        oleh=d.akun["atasan"], kandidat=[{"pegawai": d.diri.pk, "kesiapan": "belum_dinilai", "celah": {}}],
    )  # fmt: skip
    d.objek |= {
        "karier.jabatankritikal": pos,
        "karier.kandidatsuksesi": kandidat,
        "karier.rencanasuksesi": rencana,
    }
