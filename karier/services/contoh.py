"""Load a simulated regency through the doors an agency uses: the importers, the services, one run.

The people are generated (`karier.contoh`); nobody in them is real. Only for trying out: the demo
accounts have a published password, so a production setting refuses them.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from asn_karier.lib.syarat import Status
from karier.contoh import WILAYAH, Daerah, bangun_daerah, tulis_berkas
from karier.contoh.acak import acak_untuk
from karier.rules.pangkat import target_tmt
from karier.services.contoh_akun import SANDI, AkunContoh, add_accounts, open_account
from karier.services.contoh_belajar import begin_training
from karier.services.contoh_katalog import open_catalogue, share_catalogue
from karier.services.contoh_mentoring import begin_mentoring
from karier.services.contoh_mentoring_hidup import begin_pairs
from karier.services.contoh_rencana import begin_plans
from karier.services.contoh_warga import open_citizen_pages
from karier.services.fakta import ids_instansi, kumpulkan
from karier.services.hasil import hitung
from karier.services.langkah_karier import derive_steps
from kinerja.enums import StatusKonversi
from kinerja.services.contoh_ekinerja import open_years, tell_results
from kinerja.services.contoh_etika import fill_ethics
from kinerja.services.contoh_sepanjang_tahun import fill_year
from mentoring.enums import StatusMentor
from mentoring.models import KeahlianMentor, ProfilMentor
from pegawai.enums import JenisPegawai, JenisPeran, Register, StatusImpor
from pegawai.models import (
    CakupanData,
    Impor,
    Instansi,
    Jabatan,
    KebutuhanJabatan,
    Pegawai,
    PejabatPenandaTangan,
    Pengguna,
    RiwayatJabatan,
    UnitKerja,
)
from pegawai.services.akun import grant_peran
from pegawai.services.impor import periksa, request_apply, terapkan, upload
from pegawai.services.kebutuhan import save_kebutuhan
from pelatihan.enums import Metode

#: Loading order: each file needs what the ones before it brought.
URUTAN: Final = (
    ("unit_kerja", "unit"),
    ("siasn_terdahulu_3", "siasn"),
    ("siasn_terdahulu_2", "siasn"),
    ("siasn_terdahulu_1", "siasn"),
    ("siasn", "siasn"),
    ("ekinerja_2023", "ekinerja"),
    ("ekinerja_2024", "ekinerja"),
    ("ekinerja_2025", "ekinerja"),
    ("data_awal", "data_awal"),
)
#: Registers that the demo declares complete; the others wait for the newcomer.
DINYATAKAN: Final = {
    Register.HUKUMAN_DISIPLIN: "Register hukuman disiplin BKPSDM (contoh)",
    Register.RIWAYAT_JABATAN: "Riwayat jabatan SIASN sejak CPNS (contoh)",
}
#: Before anybody in service today began, so that no career is half covered.
LENGKAP_SEJAK: Final = date(1980, 1, 1)
LOWONGAN_DINYATAKAN: Final = 0.85
PIMPINAN: Final = "Atasan penilai"
#: Mentors said yes before the first pair of the demo began.
MENTOR_SEJAK: Final = timedelta(days=240)


def buat_contoh(*, instansi: str, jumlah: int, benih: int, folder: Path, at: datetime) -> dict[str, Any]:
    """Generate, write the files into `folder`, import them, and open the demo accounts.

    Returns the counts per import. Raises DomainError `contoh_di_produksi`, `contoh_sudah_ada`, or what
    an importer refuses.
    """
    ensure_demo_allowed(instansi)
    daerah = bangun_daerah(instansi, jumlah, benih)
    berkas = tulis_berkas(daerah, folder)
    wadah, hr = create_instansi(daerah, instansi, at)
    hasil = {nama: impor_berkas(wadah, jenis, berkas[nama], hr, at) for nama, jenis in URUTAN}
    declare_records(daerah, wadah, hr, at)
    _lengkapi(daerah, wadah, hr, at)
    open_years(instansi=wadah, actor=hr, at=at)
    fill_year(instansi=wadah, at=at)
    fill_ethics(instansi=wadah, actor=hr, at=at)
    open_citizen_pages(instansi=wadah, actor=hr, at=at)
    add_accounts(_buka_akun(wadah, hr, at))
    return {"pegawai": len(daerah.orang), "bersih": len(daerah.bersih), "impor": hasil}


def create_instansi(daerah: Daerah, instansi: str, at: datetime) -> tuple[Instansi, Pengguna]:
    """The instansi with its office, and the officer in whose name everything comes in."""
    wilayah = WILAYAH[instansi]
    wadah = Instansi.objects.create(
        kode=instansi,
        nama=daerah.nama,
        jenis=wilayah.jenis,
        zona_waktu=wilayah.zona_waktu,
        bantuan=f"BKPSDM, Senin–Jumat 08.00–15.30 {at.astimezone(ZoneInfo(wilayah.zona_waktu)):%Z}",
        nama_kantor="Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
        alamat="Jalan Contoh Nomor 1 (alamat contoh)",
        kota="Kota Contoh",
    )
    PejabatPenandaTangan.objects.create(
        instansi=wadah,
        nama="Kepala Kantor (contoh)",
        jabatan="Kepala BKPSDM",
        mulai=_in_office_since(at),
    )
    return wadah, _akun_hr_sementara(wadah, at)


def _in_office_since(at: datetime) -> date:
    """Before everything that the demo tells of."""
    return date(timezone.localdate(at).year - 2, 1, 1)


def impor_berkas(instansi: Instansi, jenis: str, berkas: Path, actor: Any, at: datetime) -> dict[str, int]:
    """One file through upload, check and apply in this process; the counts of its rows."""
    with berkas.open("rb") as isi:
        impor = upload(instansi=instansi, jenis=jenis, nama_berkas=berkas.name, isi=isi, actor=actor, at=at)
    impor = periksa(impor.pk)
    if impor.status != StatusImpor.DIPERIKSA:
        raise DomainError("contoh_ditolak", f"{berkas.name}: {impor.pesan}")
    request_apply(impor_id=impor.pk, actor=actor, at=at)
    impor = terapkan(impor.pk)
    if impor.status != StatusImpor.DITERAPKAN:
        raise DomainError("contoh_ditolak", f"{berkas.name}: {impor.pesan}")
    return _hitungan(impor)


def _hitungan(impor: Impor) -> dict[str, int]:
    return {
        k: v for k, v in impor.ringkasan.items() if k in ("baru", "berubah", "sama", "ditolak", "tidak_ada")
    }


def ensure_demo_allowed(instansi: str) -> None:
    """Raises DomainError `contoh_di_produksi`, or `contoh_sudah_ada`."""
    if not settings.ASN_IZINKAN_CONTOH:
        raise DomainError(
            "contoh_di_produksi",
            "Contoh memakai kata sandi yang diketahui umum, sehingga tidak dibuat di lingkungan produksi.",
        )
    if Instansi.objects.filter(kode=instansi).exists():
        raise DomainError(
            "contoh_sudah_ada",
            f"Instansi «{instansi}» sudah ada di basis data ini.",
            tindakan="Pakai basis data kosong, misalnya dengan ASN_DATABASE_URL lain.",
        )


@transaction.atomic
def _akun_hr_sementara(instansi: Instansi, at: datetime) -> Pengguna:
    """The officer in whose name the files come in, in office since before the first cycle was opened."""
    sejak = _in_office_since(at)
    hr = Pengguna.objects.create_user(
        f"hr.{instansi.kode}", SANDI, nama="Petugas BKPSDM (contoh)", dibuat_pada=at
    )
    grant_peran(pengguna=hr, jenis=JenisPeran.HR_INSTANSI, instansi=instansi, mulai=sejak, actor=None)
    return hr


@transaction.atomic
def declare_records(daerah: Daerah, instansi: Instansi, hr: Pengguna, at: datetime) -> None:
    """What no import file carries: remote units, and registers that are complete."""
    jauh = [unit.id for unit in daerah.unit if unit.terpencil]
    UnitKerja.objects.filter(instansi=instansi, siasn_id__in=jauh).update(terpencil=True)
    for register, sumber in DINYATAKAN.items():
        CakupanData.objects.create(
            instansi=instansi,
            register=register,
            mulai=LENGKAP_SEJAK,
            sampai=date(timezone.localdate(at).year + 1, 12, 31),
            sumber=sumber,
            dinyatakan_oleh=hr,
            dinyatakan_pada=at,
        )


@transaction.atomic
def _lengkapi(daerah: Daerah, instansi: Instansi, hr: Pengguna, at: datetime) -> None:
    """Vacancies, catalogue, mentors."""
    _lowongan(daerah, instansi, hr, at)
    share_catalogue(daerah.pelatihan)
    open_catalogue(instansi=instansi, actor=hr, at=at)
    derive_steps(instansi=instansi, actor=hr, kanal="contoh")
    _mentor(daerah, at)


def _lowongan(daerah: Daerah, instansi: Instansi, hr: Pengguna, at: datetime) -> None:
    """Vacancies of most posts that somebody may rise to; the rest of the peta jabatan is still missing."""
    pemegang = RiwayatJabatan.objects.filter(pegawai__instansi=instansi).exclude(jabatan__naik_ke=None)
    menurut_tujuan = pemegang.order_by().values_list("jabatan__naik_ke").annotate(Count("pegawai"))
    for tujuan, calon in sorted(menurut_tujuan):
        jabatan = Jabatan.objects.get(pk=tujuan)
        acak = acak_untuk(daerah.benih, jabatan.siasn_id, "lowongan")
        if acak.random() < LOWONGAN_DINYATAKAN:
            kebutuhan = KebutuhanJabatan(
                instansi=instansi,
                jabatan=jabatan,
                lowongan=calon * acak.choice((0, 5, 10, 20)) // 100 + acak.choice((0, 1, 2)),
                per_tanggal=date(timezone.localdate(at).year, 1, 2),
                sumber="Peta jabatan (contoh)",
            )
            save_kebutuhan(kebutuhan=kebutuhan, actor=hr, kanal="contoh")


def _mentor(daerah: Daerah, at: datetime) -> None:
    menurut_nip = {p.nip: p for p in Pegawai.objects.filter(nip__in=[m.nip for m in daerah.mentor])}
    for calon in daerah.mentor:
        if calon.nip not in menurut_nip:
            continue
        profil = ProfilMentor.objects.create(
            pegawai=menurut_nip[calon.nip],
            kapasitas=calon.kapasitas,
            status=StatusMentor.AKTIF,
            bersedia_pada=at - MENTOR_SEJAK,
            telepon=calon.metode != Metode.TATAP_MUKA,
            whatsapp=calon.metode != Metode.TATAP_MUKA,
            diubah_pada=at,
        )
        KeahlianMentor.objects.bulk_create(
            KeahlianMentor(profil=profil, kompetensi=k, level=level) for k, level in calon.kompetensi
        )


def _tokoh(instansi: Instansi, per: date) -> list[tuple[str, Pegawai | None]]:
    """Someone ready for promotion, a JF whose leader has angka kredit to sign, a PPPK, and that leader."""
    semua = Pegawai.objects.of_instansi(instansi.pk).order_by("pk")
    draf = Q(bawahan__konversi_ak__status=StatusKonversi.DRAF)
    pimpinan = semua.annotate(draf=Count("bawahan", filter=draf)).filter(draf__gt=0).order_by("-draf", "pk")
    menunggu = semua.filter(atasan=pimpinan.first(), konversi_ak__status=StatusKonversi.DRAF)
    return [
        ("ASN (siap naik pangkat)", semua.filter(pk__in=_memenuhi(instansi, per)).first()),
        ("ASN (jabatan fungsional)", menunggu.first()),
        ("ASN (PPPK)", semua.filter(jenis=JenisPegawai.PPPK).first()),
        (PIMPINAN, pimpinan.first()),
    ]


def _memenuhi(instansi: Instansi, per: date) -> list[int]:
    """Ids of the people whom the coming run will recommend for promotion."""
    aturan = aturan_per(per)
    tmt = target_tmt(per, aturan)
    k = kumpulkan(ids_instansi(instansi.pk), per_tanggal=per, tmt=tmt, aturan=aturan)
    pangkat = hitung(k, aturan=aturan, per_tanggal=per, tmt=tmt).pangkat
    ids: list[int] = k.ids[pangkat.status == Status.MEMENUHI].tolist()
    return ids


def _buka_akun(instansi: Instansi, hr: Pengguna, at: datetime) -> list[AkunContoh]:
    """One account per kind of person, so that a newcomer can walk every door."""
    per = timezone.localdate(at)
    akun = [AkunContoh("Petugas HR (BKPSDM)", hr.username)]
    tokoh = {sebutan: p for sebutan, p in _tokoh(instansi, per) if p is not None}
    akun += [open_account(sebutan, p, at) for sebutan, p in tokoh.items()]
    pimpinan = tokoh.pop(PIMPINAN, None)
    if pimpinan is not None:
        begin_training(instansi=instansi, hr=hr, tokoh=[*tokoh.values()], pimpinan=pimpinan, at=at)
        begin_plans(instansi=instansi, hr=hr, tokoh=[*tokoh.values()], pimpinan=pimpinan, at=at)
        begin_mentoring(instansi=instansi, hr=hr, tokoh=[*tokoh.values()][1:], at=at)
    if tokoh:
        begin_pairs(instansi=instansi, hr=hr, mentee=next(iter(tokoh.values())), at=at)
    hasil = tell_results(instansi=instansi, at=at)
    if hasil is not None:
        akun.append(open_account("ASN (hasil dan keberatan)", hasil.pegawai, at))
        akun.append(open_account("Pemutus keberatan", hasil.pemutus, at))
    return akun
