"""Records of the person and their instansi, and the machinery of pegawai."""

from __future__ import annotations

from datetime import date, timedelta

from allauth.mfa.models import Authenticator
from django.utils import timezone

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.models import DenyutPekerja, JadwalJalan, Jejak, Outbox
from asn_karier.tests.dunia.dasar import SAAT, TANDA, TANDA_INSTANSI, TANDA_KHUSUS, Dunia
from karier.tests.pabrik import KomponenTalentaPabrik
from kinerja.enums import StatusSiklus
from kinerja.models import PengaturanKinerja
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik, PenilaianPabrik, SiklusPabrik
from mentoring.tests.pabrik import PasanganPabrik, ProfilMentorPabrik
from pegawai.enums import CakupanApi, CaraKenal, StatusBaris, StatusImpor
from pegawai.models import (
    AksesPegawai,
    BarisImpor,
    Impor,
    PermintaanFaktor,
    Perubahan,
    PetaJabatan,
    TampilanTersimpan,
)
from pegawai.services.klien import create_klien
from pegawai.services.selisih import JENIS as JENIS_SELISIH
from pegawai.tests.pabrik import (
    CakupanPabrik,
    HasilUjianPabrik,
    HukumanDisiplinPabrik,
    PengembanganPabrik,
    PenggunaPabrik,
)
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik
from pegawai.tests.pabrik_lain import (
    JadwalUjianPabrik,
    KebutuhanPabrik,
    PenandaTanganPabrik,
    PenghargaanPabrik,
    SuratKGBPabrik,
)


def records(d: Dunia) -> None:
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
        "mentoring.profilmentor": profil,
        "mentoring.pasangan": PasanganPabrik(mentor=profil, mentee=diri),
        "kinerja.penilaian": penilaian,
        "kinerja.penetapanangkakredit": PakPabrik(pegawai=diri, nomor=f"PAK-{TANDA}"),
        "kinerja.konversiangkakredit": KonversiPabrik(pegawai=diri),
        "kinerja.pengaturankinerja": PengaturanKinerja.objects.create(instansi=d.instansi),
        "kinerja.sikluspenilaian": SiklusPabrik(
            instansi=d.instansi, nama=f"Siklus {TANDA_INSTANSI}", status=StatusSiklus.DIBUKA, dibuka_pada=SAAT
        ),
    }


def merits(d: Dunia) -> None:
    """What the person earned and asked for, and what the instansi has vacant."""
    surat = SuratKGBPabrik(pegawai=d.diri, nomor=f"800/{TANDA}", oleh=d.akun["hr"])
    d.objek |= {
        "pegawai.permintaanfaktor": PermintaanFaktor.objects.create(
            pegawai=d.diri, cara=CaraKenal.KTP, catatan=f"KTP {TANDA}", diminta_oleh=PenggunaPabrik()
        ),
        "pegawai.penghargaan": PenghargaanPabrik(pegawai=d.diri, nomor_sk=f"KEPPRES-{TANDA}"),
        "pegawai.kebutuhanjabatan": KebutuhanPabrik(
            instansi=d.instansi, jabatan__nama="Pengawas Mutu", sumber=f"Peta jabatan {TANDA_INSTANSI}"
        ),
        "pegawai.jadwalujian": (jadwal := JadwalUjianPabrik(instansi=d.instansi, tempat=TANDA_KHUSUS)),
        "pegawai.pesertaujian": jadwal.peserta.create(pegawai=d.diri, didaftarkan_oleh=d.akun["hr"]),
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


def machinery(d: Dunia) -> None:
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
        "pegawai.tulisanimpor": impor.tulisan.create(
            model="pegawai.pegawai", objek_id=d.diri.pk, kelompok=d.diri.pk, baru=False, sidik="0", pada=SAAT
        ),
        "pegawai.pencocokan": _pencocokan(d),
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


def _pencocokan(d: Dunia) -> Impor:
    """A comparison with SIASN; its one difference tells of a penalty."""
    impor = Impor.objects.create(
        instansi=d.instansi,
        jenis=JENIS_SELISIH,
        nama_berkas=f"banding-{TANDA}.csv",
        sidik="1" * 64,
        status=StatusImpor.DIPERIKSA,
        jumlah_baris=1,
        oleh=d.akun["hr"],
    )
    BarisImpor.objects.create(
        impor=impor,
        nomor=2,
        lembar="Kedudukan hukum",
        status=StatusBaris.BERUBAH,
        nama=d.diri.nama,
        pegawai=d.diri,
        beda=[{"kolom": "Kedudukan hukum", "lama": "Aktif", "baru": f"Hukuman {TANDA_KHUSUS}"}],
        data={"versi": d.diri.versi},
    )
    return impor


def program(d: Dunia) -> None:
    """A program of the instansi, and a line of the feed about the person."""
    kunci = create_klien(
        nama=f"Aplikasi {TANDA_INSTANSI}",
        instansi=d.instansi,
        unit=None,
        cakupan=tuple(CakupanApi),
        kontak_nama="Narahubung",
        kontak="-",
        actor=None,
        at=SAAT,
    )
    d.objek |= {
        "pegawai.klienapi": kunci.klien,
        "pegawai.perubahan": Perubahan.objects.filter(publik=d.diri.publik).first(),
    }
