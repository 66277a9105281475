"""A class of the government, with the ASN enrolled in it and sent by a letter."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from asn_karier.tests.dunia.dasar import TANDA, TANDA_INSTANSI, Dunia
from pegawai.models import Pegawai, PejabatPenandaTangan
from pegawai.tests.pabrik import PegawaiPabrik
from pelatihan.enums import CaraHadir, StatusPendaftaran
from pelatihan.models import (
    Angkatan,
    Kehadiran,
    LangkahPendaftaran,
    MinatPelatihan,
    Narasumber,
    Pendaftaran,
    SuratTugas,
)
from pelatihan.tests.pabrik_kelas import AngkatanPabrik, PendaftaranPabrik, SesiPabrik


def classes(d: Dunia) -> None:
    """One that comes, in which the ASN has a letter; another that waits for the word of the atasan."""
    mulai = timezone.localdate() + timedelta(days=3)
    waktu = {"mulai": mulai, "selesai": mulai + timedelta(days=1), "daftar_sampai": mulai}
    kelas = AngkatanPabrik(instansi=d.instansi, nama=f"Angkatan {TANDA_INSTANSI}", kursi=50, **waktu)
    lain = AngkatanPabrik(instansi=d.instansi, nama="Angkatan Lain", **waktu)
    surat = _letter(d, kelas)
    ikut = PendaftaranPabrik(
        angkatan=kelas,
        pegawai=d.diri,
        status=StatusPendaftaran.SURAT_TUGAS,
        surat_tugas=surat,
        alasan=f"Tugas {TANDA}",
    )
    PendaftaranPabrik(
        angkatan=kelas, pegawai=PegawaiPabrik(instansi=d.instansi), status=StatusPendaftaran.DISETUJUI
    )
    d.objek |= {
        "pelatihan.angkatan": kelas,
        "pelatihan.surattugas": surat,
        "pelatihan.pendaftaran": ikut,
        "pelatihan.menunggu": PendaftaranPabrik(
            angkatan=lain, pegawai=d.diri, status=StatusPendaftaran.MENUNGGU_ATASAN, alasan=f"Perlu {TANDA}"
        ),
        "pelatihan.angkatan_baru": AngkatanPabrik(instansi=d.instansi, nama="Angkatan Baru", **waktu),
        **_meeting(d, ikut),
    }


def _letter(d: Dunia, kelas: Angkatan) -> SuratTugas:
    return SuratTugas.objects.create(
        angkatan=kelas,
        nomor="800.1.11/7/2027",
        tanggal=date(2026, 11, 2),
        penanda_tangan=PejabatPenandaTangan.objects.filter(instansi=d.instansi).first(),
        dibuat_oleh=d.akun["hr"],
    )


def _meeting(d: Dunia, ikut: Pendaftaran) -> dict[str, Any]:
    """A session whose code is open, with its speaker and who was there."""
    besok = timezone.now() + timedelta(days=1)
    sesi = SesiPabrik(angkatan=ikut.angkatan, kode_hadir="ACDEFG", kode_sampai=besok)
    langkah = LangkahPendaftaran(pendaftaran=ikut, ke=StatusPendaftaran.SURAT_TUGAS)
    langkah.save()
    return {
        "pelatihan.sesiangkatan": sesi,
        "pelatihan.narasumber": Narasumber.objects.create(sesi=sesi, pegawai=d.diri),
        "pelatihan.langkahpendaftaran": langkah,
        "pelatihan.kehadiran": Kehadiran.objects.create(
            pendaftaran=ikut, sesi=sesi, cara=CaraHadir.PENYELENGGARA, oleh=d.akun["hr"]
        ),
    }


def more_classes(d: Dunia, orang: Pegawai) -> None:
    """Another participant, another session with its speaker, another class of two people who wait.

    And one that opens for what the ASN waited for.
    """
    kelas = d.objek["pelatihan.angkatan"]
    PendaftaranPabrik(angkatan=kelas, pegawai=orang, status=StatusPendaftaran.DISETUJUI)
    Narasumber.objects.create(sesi=SesiPabrik(angkatan=kelas), pegawai=orang)
    waktu = {"mulai": kelas.mulai, "selesai": kelas.selesai, "daftar_sampai": kelas.daftar_sampai}
    lain = AngkatanPabrik(instansi=d.instansi, **waktu)
    PendaftaranPabrik(angkatan=lain, pegawai=orang, status=StatusPendaftaran.MENUNGGU_ATASAN)
    PendaftaranPabrik(angkatan=lain, pegawai=d.diri, status=StatusPendaftaran.MENUNGGU_BKPSDM)
    dibuka = AngkatanPabrik(instansi=d.instansi, **waktu)
    MinatPelatihan.objects.create(pegawai=d.diri, pelatihan=dibuka.pelatihan)
