"""Evidence beside a realisation: a link, or a file in the encrypted store."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction

from asn_karier.lib.errors import DomainError, TidakDitemukan
from kinerja.models import BuktiDukung, HasilKerja, PengisianRealisasi
from kinerja.services.realisasi import ambil, catat_pengisian, yang_diisi
from kinerja.services.usul_perbaikan_baca import measured_ideas
from pegawai.models import Bukti
from pegawai.services import brankas
from pegawai.services.bukti import buka_bukti, hapus_bukti, simpan_bukti
from pegawai.services.kode_konfirmasi import hapus_kode

#: For one hasil kerja: enough to show it, few enough to be looked at.
TERBANYAK: Final = 5
_TAUTAN = URLValidator(schemes=["https", "http"])


@transaction.atomic
def tambah_bukti(
    *,
    skp_id: int,
    siklus_id: int,
    hasil_kerja_id: int,
    actor: Any,
    at: datetime,
    kanal: str,
    tautan: str = "",
    berkas: Any = None,
    usul_id: int | None = None,
) -> BuktiDukung:
    """Put one link, one file or one measured idea beside a hasil kerja; the same again is the one there is.

    DomainError when the file is refused (`pegawai.services.bukti`), the link is none, or there are enough;
    TidakDitemukan for an idea that is not the person's or was not measured.
    """
    pengisian, hasil = _terbuka(skp_id, siklus_id, hasil_kerja_id, actor)
    ada = pengisian.bukti_dukung.filter(hasil_kerja=hasil)
    if tautan and (sama := ada.filter(tautan=tautan).first()):
        return sama
    if usul_id is not None:
        _terukur(usul_id, pengisian.skp.pegawai_id, actor)
        if (sama := ada.filter(usul=usul_id).first()) is not None:
            return sama
    _pastikan_muat(ada.count())
    bukti = BuktiDukung(pengisian=pengisian, hasil_kerja=hasil, rhk=hasil.rhk, dibuat_pada=at)
    if usul_id is not None:
        bukti.usul_id = usul_id
    elif berkas is None:
        bukti.tautan = _tautan(tautan)
    else:
        tersimpan = simpan_bukti(berkas=berkas, pengguna=actor, at=at)
        if (kembar := ada.filter(berkas__sidik=tersimpan.sidik).first()) is not None:
            hapus_bukti(tersimpan)
            return kembar
        bukti.berkas = tersimpan
    _simpan(bukti, pengisian, actor, kanal)
    return bukti


def _pastikan_muat(banyak: int) -> None:
    if banyak >= TERBANYAK:
        raise DomainError(
            "bukti_penuh",
            f"Paling banyak {TERBANYAK} bukti untuk satu hasil kerja.",
            tindakan="Hapus satu dahulu.",
        )


def _terukur(usul_id: int, pegawai_id: int, actor: Any) -> None:
    """The person offers their own; who fills in for somebody does not know these."""
    milik = measured_ideas([pegawai_id])[pegawai_id] if actor.pegawai_id == pegawai_id else []
    if usul_id not in {u.usul_id for u in milik}:
        raise TidakDitemukan("usul_tidak_ditemukan", "Usul itu tidak ditemukan.")


def _simpan(bukti: BuktiDukung, pengisian: PengisianRealisasi, actor: Any, kanal: str) -> None:
    try:
        bukti.save()
        _kode_batal(pengisian)
        catat_pengisian(pengisian, "tambah_bukti", actor, kanal)
    except BaseException:
        brankas.hapus(bukti.berkas.berkas if bukti.berkas else "")
        raise


def _kode_batal(pengisian: PengisianRealisasi) -> None:
    """The person said yes to other evidence, so that yes opens nothing any more."""
    if pengisian.kode_sidik:
        hapus_kode(pengisian)
        pengisian.save(update_fields=["kode_sidik", "kode_sampai", "kode_gagal"])


def _tautan(tautan: str) -> str:
    try:
        _TAUTAN(tautan)
    except ValidationError as salah:
        raise DomainError(
            "tautan_salah", "Tautan ditulis lengkap, misalnya https://contoh.go.id/laporan."
        ) from salah
    return tautan[:500]


@transaction.atomic
def hapus_bukti_dukung(
    *, skp_id: int, siklus_id: int, bukti_id: int, actor: Any, at: datetime, kanal: str
) -> None:
    """Take one piece of evidence away; silent when it is gone already (a second click)."""
    skp, siklus = yang_diisi(skp_id=skp_id, siklus_id=siklus_id, actor=actor)
    pengisian = ambil(skp, siklus)
    _milik_pengisi(pengisian, actor)
    bukti = pengisian.bukti_dukung.select_related("berkas").filter(pk=bukti_id).first()
    if bukti is None:
        return
    berkas: Bukti | None = bukti.berkas
    bukti.delete()
    _kode_batal(pengisian)
    hapus_bukti(*([berkas] if berkas else []))
    catat_pengisian(pengisian, "hapus_bukti", actor, kanal)


def buka_bukti_dukung(*, bukti_id: int, actor: Any, kanal: str) -> tuple[Bukti, bytes]:
    """The file in clear, for who may see what the realisation says; TidakDitemukan for everybody else."""
    semua = BuktiDukung.objects.visible_to(actor).select_related("berkas", "pengisian__skp")
    bukti = semua.filter(pk=bukti_id).first()
    if bukti is None or bukti.berkas is None:
        raise TidakDitemukan("bukti_tidak_ditemukan", "Bukti ini tidak ditemukan.")
    isi = buka_bukti(
        bukti=bukti.berkas,
        pegawai_id=bukti.pengisian.skp.pegawai_id,
        pengguna=actor,
        kanal=kanal,
        keperluan="Bukti dukung realisasi",
    )
    return bukti.berkas, isi


def _terbuka(
    skp_id: int, siklus_id: int, hasil_kerja_id: int, actor: Any
) -> tuple[PengisianRealisasi, HasilKerja]:
    skp, siklus = yang_diisi(skp_id=skp_id, siklus_id=siklus_id, actor=actor)
    pengisian = ambil(skp, siklus)
    _milik_pengisi(pengisian, actor)
    hasil = HasilKerja.objects.filter(skp=skp, pk=hasil_kerja_id).first()
    if hasil is None:
        raise TidakDitemukan("hasil_kerja_tidak_ditemukan", "Hasil kerja ini tidak ditemukan.")
    return pengisian, hasil


def _milik_pengisi(pengisian: PengisianRealisasi, actor: Any) -> None:
    sendiri = pengisian.skp.pegawai_id == actor.pegawai_id
    if not sendiri and pengisian.diisikan_oleh_id != actor.pk:
        raise TidakDitemukan("realisasi_tidak_ditemukan", "Realisasi ini tidak ditemukan.")
