"""The sandbox of the REST door: one instansi of fictional people, for anybody who writes a program.

It may stand in production: it has no account that anybody can sign in to, its NIP end in numbers that
are never given out (901 and up), and nothing of it is in the scope of a real instansi.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from karier.contoh import Daerah, bangun_daerah, tulis_berkas
from karier.services.contoh import URUTAN, impor_berkas
from pegawai.enums import JenisPeran, Register
from pegawai.models import CakupanData, Instansi, Jabatan, Pengguna
from pegawai.services.akun import grant_peran

KODE: Final = "uji-coba"
NAMA: Final = "Kabupaten Contoh"
#: The region whose offices it borrows.
ASAL: Final = "batanghari"
#: Not the seed of the demo, so that the two are not the same people.
BENIH: Final = 4711


def make_sandbox(*, jumlah: int, at: datetime) -> dict[str, Any]:
    """Generate and import `jumlah` fictional people; DomainError `uji_coba_sudah_ada`.

    ValueError for fewer people than the simulation can make.
    """
    if Instansi.objects.filter(uji_coba=True).exists():
        raise DomainError("uji_coba_sudah_ada", "Data uji coba sudah ada di basis data ini.")
    daerah = _rekaan(bangun_daerah(ASAL, jumlah, BENIH))
    with transaction.atomic():
        instansi = Instansi.objects.create(kode=KODE, nama=f"{NAMA} (uji coba)", uji_coba=True)
        petugas = _petugas(instansi, at)
    with TemporaryDirectory() as folder:
        berkas = tulis_berkas(daerah, Path(folder))
        impor = {nama: impor_berkas(instansi, jenis, berkas[nama], petugas, at) for nama, jenis in URUTAN}
    _nyatakan(instansi, petugas, at)
    Pengguna.objects.filter(pk=petugas.pk).update(is_active=False)
    return {"pegawai": len(daerah.orang), "impor": impor}


def _rekaan(daerah: Daerah) -> Daerah:
    """Under another name, with NIP that nobody can have, and with the posts that are known by name."""
    ada = dict(Jabatan.objects.order_by("-pk").values_list("nama", "siasn_id"))
    unit = tuple(
        replace(
            u,
            nama=u.nama.replace("Batang Hari", "Contoh"),
            pimpinan=u.pimpinan and replace(u.pimpinan, id=ada.get(u.pimpinan.nama, u.pimpinan.id)),
        )
        for u in daerah.unit
    )
    menurut_id = {u.id: u for u in unit}
    orang = [
        replace(
            o,
            nip=_nip(o.nip),
            atasan_nip=_nip(o.atasan_nip),
            unit=menurut_id[o.unit.id],
            jabatan=replace(o.jabatan, id=ada.get(o.jabatan.nama, o.jabatan.id)),
        )
        for o in daerah.orang
    ]
    mentor = tuple(replace(m, nip=_nip(m.nip)) for m in daerah.mentor)
    salah = [replace(k, nip=_nip(k.nip)) for k in daerah.kesalahan]
    return replace(daerah, nama=NAMA, unit=unit, orang=orang, mentor=mentor, kesalahan=salah)


def _nip(nip: str) -> str:
    """The same with a number of 901 and up: they count people of one birth date, month and sex."""
    return f"{nip[:15]}9{nip[16:]}" if len(nip) == 18 else nip


def _petugas(instansi: Instansi, at: datetime) -> Pengguna:
    """In whose name the files come in; without a password, and closed afterwards."""
    petugas = Pengguna.objects.create_user(KODE, nama="Data uji coba", dibuat_pada=at)
    grant_peran(
        pengguna=petugas,
        jenis=JenisPeran.HR_INSTANSI,
        instansi=instansi,
        mulai=timezone.localdate(at),
        actor=None,
    )
    return petugas


def _nyatakan(instansi: Instansi, petugas: Pengguna, at: datetime) -> None:
    """Declared complete, so that outcomes are not all "to be checked"."""
    tahun = timezone.localdate(at).year
    CakupanData.objects.bulk_create(
        CakupanData(
            instansi=instansi,
            register=register,
            mulai=date(1980, 1, 1),
            sampai=date(tahun + 5, 12, 31),
            sumber="Data rekaan untuk uji coba",
            dinyatakan_oleh=petugas,
            dinyatakan_pada=at,
        )
        for register in Register
    )
