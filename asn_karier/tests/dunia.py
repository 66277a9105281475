"""Two governments with one of everything, and everybody who may come to a page of one ASN.

Whatever belongs to the ASN carries TANDA in a text that pages show, so that a leak is a word in an
answer that should not hold it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.utils import timezone

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.models import DenyutPekerja, JadwalJalan, Jejak, Outbox
from karier.enums import JenisKeputusan, JenisRekomendasi, StatusPotongan
from karier.models import HasilEvaluasi, KeputusanRekomendasi, ParameterInstansi, Potongan, Rekomendasi
from karier.tests.jalan import jalankan_sampai_selesai
from karier.tests.pabrik import KomponenTalentaPabrik
from kinerja.enums import StatusSiklus
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik, PenilaianPabrik, SiklusPabrik
from mentoring.tests.pabrik import PasanganPabrik, ProfilMentorPabrik
from pegawai.enums import JenisPeran, StatusBaris, StatusImpor
from pegawai.models import (
    AksesPegawai,
    BarisImpor,
    Impor,
    Instansi,
    Pegawai,
    Pengguna,
    PetaJabatan,
    TampilanTersimpan,
)
from pegawai.tests.pabrik import (
    CakupanPabrik,
    HasilUjianPabrik,
    HukumanDisiplinPabrik,
    InstansiPabrik,
    PegawaiPabrik,
    PengembanganPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik
from pegawai.tests.pabrik_lain import (
    KebutuhanPabrik,
    PenandaTanganPabrik,
    PenghargaanPabrik,
    SuratKGBPabrik,
)
from pelatihan.tests.pabrik import PelatihanPabrik

TANDA = "Zirkonium"
#: What everybody of the instansi may read, and nobody of another.
TANDA_INSTANSI = "Vanadium"
#: In the records of discipline and of talent only: for the person and their HR, for nobody else.
TANDA_KHUSUS = "Wolfram"
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
#: Everyone who comes to a page: the ASN, their atasan, a stranger of the same instansi, and staff.
KOLOM = ("anonim", "diri", "atasan", "luar", "hr", "hr_lain", "auditor", "super")


@dataclass
class Dunia:
    """`objek`: one row per model, all of them about `diri` or the instansi of `diri`."""

    instansi: Instansi
    diri: Pegawai
    akun: dict[str, Any]
    objek: dict[str, Any] = field(default_factory=dict)
    sesi: dict[str, str] = field(default_factory=dict)


def buat_dunia() -> Dunia:
    """Build it; about a hundred rows."""
    sini, sana = (
        InstansiPabrik(kode="batanghari", nama=f"Pemerintah {TANDA_INSTANSI}"),
        InstansiPabrik(kode="nabire"),
    )
    unit = UnitKerjaPabrik(instansi=sini, nama=f"Dinas {TANDA}")
    atasan = PegawaiPabrik(struktural=True, instansi=sini, unit=unit, nama="Atasan Contoh")
    diri = PegawaiPabrik(fungsional=True, instansi=sini, unit=unit, atasan=atasan, nama=f"Diri {TANDA}")
    luar = PegawaiPabrik(
        fungsional=True, instansi=sini, unit=UnitKerjaPabrik(instansi=sini, nama="Kantor Lain"), nama="Luar"
    )
    akun = {
        "anonim": AnonymousUser(),
        "diri": PenggunaPabrik(pegawai=diri),
        "atasan": PenggunaPabrik(pegawai=atasan),
        "luar": PenggunaPabrik(pegawai=luar),
        "hr": hr_dari(sini, nama="Petugas Sini"),
        "hr_lain": hr_dari(sana, nama="Petugas Sana"),
        "auditor": _auditor(sini),
        "super": PenggunaPabrik(username="pengelola", is_staff=True, is_superuser=True),
    }
    dunia = Dunia(sini, diri, akun)
    PegawaiPabrik(pelaksana=True, instansi=sana, nama="Orang Sana")
    _catatan(dunia)
    _prestasi(dunia)
    _mesin(dunia)
    _karier(dunia)
    dunia.sesi = {nama: _masuk(orang) for nama, orang in akun.items() if nama != "anonim"}
    return dunia


def _masuk(akun: Pengguna) -> str:
    """The session key of someone who signed in."""
    client = Client()
    client.force_login(akun)
    kunci: str = client.cookies[settings.SESSION_COOKIE_NAME].value
    return kunci


def _auditor(instansi: Instansi) -> Pengguna:
    akun = PenggunaPabrik(username="auditor", is_staff=True)
    PeranPabrik(pengguna=akun, instansi=instansi, jenis=JenisPeran.AUDITOR)
    return akun


def _catatan(d: Dunia) -> None:
    """Records of the person, through every app."""
    diri = d.diri
    penilaian = PenilaianPabrik(
        pegawai=diri, tahun=2025, penilai=diri.atasan, umpan_balik=f"Umpan balik {TANDA}"
    )
    PenilaianPabrik(pegawai=diri, tahun=2026, penilai=diri.atasan, draf=True)
    profil = ProfilMentorPabrik(pegawai__instansi=d.instansi, pegawai__nama="Mentor Contoh")
    d.objek |= {
        "pegawai.instansi": d.instansi,
        "pegawai.unitkerja": diri.unit,
        "pegawai.pegawai": diri,
        "pegawai.pengguna": d.akun["diri"],
        "pegawai.peran": d.akun["auditor"].peran.get(),
        "pegawai.jabatan": diri.riwayat_jabatan.get().jabatan,
        "pegawai.riwayatjabatan": diri.riwayat_jabatan.get(),
        "pegawai.riwayatpangkat": diri.riwayat_pangkat.get(),
        "pegawai.riwayatpendidikan": diri.riwayat_pendidikan.get(),
        "pegawai.hukumandisiplin": HukumanDisiplinPabrik(pegawai=diri, jenis=f"Teguran {TANDA_KHUSUS}"),
        "pegawai.hasilujian": HasilUjianPabrik(pegawai=diri, nomor=f"UD-{TANDA}"),
        "pegawai.pengembangankompetensi": PengembanganPabrik(pegawai=diri, nama=f"Kursus {TANDA}"),
        "pegawai.asesmenkompetensi": AsesmenPabrik(pegawai=diri),
        "pegawai.cakupandata": CakupanPabrik(
            instansi=d.instansi, sumber=f"Surat {TANDA}", dinyatakan_oleh=d.akun["hr"]
        ),
        "pegawai.aksespegawai": AksesPegawai.objects.create(
            pengguna=PenggunaPabrik(), pegawai=diri, dasar="mentor", mulai=date(2026, 1, 1)
        ),
        "pelatihan.pelatihan": PelatihanPabrik(),
        "mentoring.profilmentor": profil,
        "mentoring.pasangan": PasanganPabrik(mentor=profil, mentee=diri),
        "kinerja.penilaian": penilaian,
        "kinerja.penetapanangkakredit": PakPabrik(pegawai=diri, nomor=f"PAK-{TANDA}"),
        "kinerja.konversiangkakredit": KonversiPabrik(pegawai=diri),
        "kinerja.sikluspenilaian": SiklusPabrik(
            instansi=d.instansi, nama=f"Siklus {TANDA_INSTANSI}", status=StatusSiklus.DIBUKA, dibuka_pada=SAAT
        ),
    }


def _prestasi(d: Dunia) -> None:
    """What the person earned, and what the instansi has vacant."""
    surat = SuratKGBPabrik(pegawai=d.diri, nomor=f"800/{TANDA}", oleh=d.akun["hr"])
    d.objek |= {
        "pegawai.penghargaan": PenghargaanPabrik(pegawai=d.diri, nomor_sk=f"KEPPRES-{TANDA}"),
        "pegawai.kebutuhanjabatan": KebutuhanPabrik(
            instansi=d.instansi, jabatan__nama="Pengawas Mutu", sumber=f"Peta jabatan {TANDA_INSTANSI}"
        ),
        "pegawai.pejabatpenandatangan": PenandaTanganPabrik(
            instansi=d.instansi, nama=f"Kepala {TANDA_INSTANSI}"
        ),
        "pegawai.suratkgb": surat,
        "pegawai.penerbitankgb": surat.penerbitan,
        "pegawai.petajabatan": PetaJabatan.objects.create(
            instansi=d.instansi,
            unit=d.diri.unit,
            jabatan=d.diri.riwayat_jabatan.get().jabatan,
            kebutuhan=2,
            per_tanggal=SAAT.date(),
            sumber=f"Peta {TANDA_INSTANSI}",
        ),
        "pegawai.tampilantersimpan": TampilanTersimpan.objects.create(
            pemilik=d.akun["hr"], instansi=d.instansi, nama=f"Tampilan {TANDA_INSTANSI}", saringan="jenis=1"
        ),
        "karier.komponentalenta": KomponenTalentaPabrik(pegawai=d.diri, sumber=f"Tim {TANDA_KHUSUS}"),
    }


def _mesin(d: Dunia) -> None:
    """Machinery, an import with a row about the person, and the trail."""
    impor = Impor.objects.create(
        instansi=d.instansi,
        jenis="siasn",
        nama_berkas=f"ekspor-{TANDA}.csv",
        berkas="impor/2026/contoh.csv",
        sidik="0" * 64,
        status=StatusImpor.DIPERIKSA,
        ringkasan={"baru": 0, "berubah": 1, "sama": 0, "ditolak": 0, "tidak_ada": 0},
        jumlah_baris=1,
        oleh=d.akun["hr"],
    )
    baris = BarisImpor.objects.create(
        impor=impor, nomor=2, status=StatusBaris.BERUBAH, nama=d.diri.nama, pegawai=d.diri
    )
    catat_baca(pengguna=d.akun["hr"], pegawai_ids=[d.diri.pk], kanal="admin", keperluan=f"Usul {TANDA}")
    d.objek |= {
        "pegawai.impor": impor,
        "pegawai.barisimpor": baris,
        "inti.jejak": Jejak.objects.get(keperluan=f"Usul {TANDA}"),
        "inti.denyutpekerja": DenyutPekerja.objects.create(
            pekerja=f"pekerja@{TANDA}", terakhir=timezone.now() + timedelta(days=1)
        ),
        "inti.outbox": Outbox.objects.create(jenis="uji", kunci=f"uji-{TANDA}"),
        "inti.jadwaljalan": JadwalJalan.objects.create(jadwal=f"uji-{TANDA}", jatuh_tempo=SAAT),
        "mfa.authenticator": Authenticator.objects.create(
            user=PenggunaPabrik(username="berpengaman"), type=Authenticator.Type.TOTP, data={"secret": TANDA}
        ),
    }


def _karier(d: Dunia) -> None:
    """A finished run with results, a recommendation that waits, and one decision."""
    run = jalankan_sampai_selesai(d.instansi)
    rekomendasi, _ = Rekomendasi.objects.get_or_create(
        pegawai=d.diri,
        jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
        sasaran="12",
        periode=date(2027, 1, 1),
        defaults={"run_pertama": run, "run_terakhir": run},
    )
    d.objek |= {
        "karier.runevaluasi": run,
        "karier.potongan": Potongan.objects.create(
            run=run,
            awal=d.diri.pk,
            akhir=d.diri.pk,
            status=StatusPotongan.KARANTINA,
            alasan=f"Data {TANDA} tidak terbaca",
        ),
        "karier.hasilevaluasi": HasilEvaluasi.objects.get(run=run, pegawai=d.diri),
        "karier.parameterinstansi": ParameterInstansi.objects.create(
            instansi=d.instansi,
            entri="talenta/ambang/tinggi",
            nilai=90,
            berlaku_mulai=SAAT.date(),
            dasar=f"Keputusan {TANDA_INSTANSI}",
            ditetapkan_oleh=d.akun["hr"],
        ),
        "karier.rekomendasi": rekomendasi,
        "karier.keputusanrekomendasi": KeputusanRekomendasi.objects.create(
            rekomendasi=rekomendasi,
            jenis=JenisKeputusan.TUNDA,
            alasan=f"Menunggu {TANDA}",
            pegawai=d.diri,
            oleh=d.akun["hr"],
            run=run,
        ),
    }
