"""The catalogue of the demo: what all share, what the regency offers itself, and its open classes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from asn_karier.lib import kata
from karier.contoh.bentuk import ProgramPelatihan
from karier.contoh.pelatihan_daerah import MITRA, PROGRAM, TEKNIS, TUTUP_DAFTAR, ProgramDaerah
from pegawai.models import Instansi, KompetensiTeknis
from pelatihan.enums import Metode, StatusAngkatan, SumberDana
from pelatihan.models import (
    Angkatan,
    KompetensiPelatihan,
    Mitra,
    Pagu,
    Pelatihan,
    PerjanjianMitra,
    SasaranPelatihan,
)
from pelatihan.services.katalog_isi import save_program
from pelatihan.services.mitra import save_mitra
from pelatihan.services.pagu import create_pagu

KANAL: Final = "contoh"
#: Rupiah of a year from which the classes that cost something are paid.
PAGU: Final = 600_000_000


def share_catalogue(program: tuple[ProgramPelatihan, ...]) -> None:
    """Programmes that all governments share; those that are there stay."""
    for satu in program:
        pelatihan, baru = Pelatihan.objects.get_or_create(
            kode=satu.kode,
            defaults={
                "nama": satu.nama,
                "bentuk": satu.bentuk,
                "metode": satu.metode,
                "jp": satu.jp,
                "biaya": satu.biaya,
                "penyelenggara": satu.penyelenggara,
            },
        )
        if baru:
            _share_rows(pelatihan, satu)


def _share_rows(pelatihan: Pelatihan, satu: ProgramPelatihan) -> None:
    KompetensiPelatihan.objects.bulk_create(
        KompetensiPelatihan(pelatihan=pelatihan, kompetensi=k, level=level) for k, level in satu.kompetensi
    )
    if satu.sasaran:
        SasaranPelatihan.objects.create(
            pelatihan=pelatihan,
            jenis_jabatan=satu.sasaran.jenis,
            jenjang_dari=satu.sasaran.jenjang_dari,
            jenjang_sampai=satu.sasaran.jenjang_sampai,
            nama_jabatan=satu.sasaran.nama_jabatan,
            nama_unit=satu.sasaran.nama_unit,
        )


def open_catalogue(*, instansi: Instansi, actor: Any, at: datetime) -> None:
    """Partners, own programmes for every competency, and classes that take applications."""
    per = at.date()
    perjanjian = _partners(instansi, actor, per)
    teknis = {kode: _technical(kode, nama) for kode, nama in TEKNIS.items()}
    for satu in PROGRAM:
        milik = perjanjian.get(satu.mitra)
        pelatihan = _program(satu, instansi, milik.mitra if milik else None, actor, at)
        _levels(pelatihan, satu, teknis)
        if satu.kelas:
            tahun = satu.hari(per)[0].year
            pagu = budget_of(instansi, tahun, actor, at) if satu.biaya else None
            _class(satu, pelatihan, pagu, milik, per)


def _partners(instansi: Instansi, actor: Any, per: date) -> dict[str, PerjanjianMitra]:
    hasil = {}
    for kunci, m in MITRA.items():
        mitra = save_mitra(
            mitra=Mitra(instansi=instansi, nama=m.nama, jenis=m.jenis), actor=actor, kanal=KANAL
        )
        hasil[kunci] = PerjanjianMitra.objects.create(
            mitra=mitra,
            nomor=f"415.4/{mitra.pk}/CONTOH/{per.year}",
            tentang="Pengembangan kompetensi ASN",
            mulai=per + timedelta(days=m.dari),
            sampai=per + timedelta(days=m.sampai),
            kursi_gratis=m.kursi_gratis,
        )
    return hasil


def _technical(kode: str, nama: str) -> KompetensiTeknis:
    return KompetensiTeknis.objects.get_or_create(kode=kode, instansi=None, defaults={"nama": nama})[0]


def _program(
    satu: ProgramDaerah, instansi: Instansi, mitra: Mitra | None, actor: Any, at: datetime
) -> Pelatihan:
    pelatihan = Pelatihan(
        nama=satu.nama,
        bentuk=satu.bentuk,
        metode=satu.metode,
        jp=satu.jp,
        biaya=satu.biaya,
        instansi=instansi,
        mitra=mitra,
        bidang=satu.bidang,
        kapasitas=satu.kelas.kursi if satu.kelas else None,
        ulang_bulan=satu.ulang_bulan,
        ukuran_mb=satu.ukuran_mb,
    )
    return save_program(pelatihan=pelatihan, actor=actor, at=at, kanal=KANAL)


def _levels(pelatihan: Pelatihan, satu: ProgramDaerah, teknis: dict[str, KompetensiTeknis]) -> None:
    baris = [
        KompetensiPelatihan(pelatihan=pelatihan, kompetensi=k, level=level) for k, level in satu.kompetensi
    ]
    baris += [
        KompetensiPelatihan(pelatihan=pelatihan, teknis=teknis[k], level=level) for k, level in satu.teknis
    ]
    KompetensiPelatihan.objects.bulk_create(baris)
    if satu.nama_unit:
        SasaranPelatihan.objects.create(pelatihan=pelatihan, nama_unit=satu.nama_unit)


def _class(
    satu: ProgramDaerah,
    pelatihan: Pelatihan,
    pagu: Pagu | None,
    perjanjian: PerjanjianMitra | None,
    per: date,
) -> Angkatan:
    mulai, selesai = satu.hari(per)
    daring = satu.metode == Metode.DARING
    return Angkatan.objects.create(
        pelatihan=pelatihan,
        instansi_id=pelatihan.instansi_id or 0,
        nama=f"Angkatan I, {kata.bulan_tahun(mulai)}",
        mulai=mulai,
        selesai=selesai,
        daftar_sampai=mulai - timedelta(days=TUTUP_DAFTAR),
        tempat="" if daring else "Balai Pelatihan BKPSDM (contoh)",
        tautan="https://belajar.example/ruang" if daring else "",
        kursi=satu.kelas.kursi if satu.kelas else 1,
        biaya=satu.biaya,
        pagu=pagu,
        perjanjian=perjanjian,
        status=StatusAngkatan.DIBUKA,
    )


def budget_of(instansi: Instansi, tahun: int, actor: Any, at: datetime) -> Pagu:
    """What the classes of one year are paid from, stated in its first days; one that is there stays."""
    umum: dict[str, Any] = {"instansi": instansi, "unit": None, "tahun": tahun, "sumber": SumberDana.APBD}
    ada: Pagu | None = Pagu.objects.filter(**umum).first()
    awal = datetime(tahun, 1, 2, 9, tzinfo=ZoneInfo(instansi.zona_waktu))
    return ada or create_pagu(
        **umum, jumlah=PAGU, keterangan=f"DPA {tahun} (contoh)", actor=actor, at=min(awal, at)
    )
