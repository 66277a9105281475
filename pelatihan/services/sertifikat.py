"""Certificates are issued and revoked; with each go its JP and the levels that the programme leads to."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.tanda import id_kunci, kunci_publik, tandatangani
from pegawai.enums import BentukPengembangan
from pegawai.models import PejabatPenandaTangan
from pegawai.services.kompetensi import record_training_gain, withdraw_training_gain
from pegawai.services.riwayat import CatatanJp, record_jp_bulk, withdraw_jp
from pegawai.services.urutan_kunci import tahan_pegawai
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import Angkatan, KompetensiPelatihan, Pendaftaran, Sertifikat
from pelatihan.rules.sertifikat import (
    HURUF,
    PANJANG_ACAK,
    IsiSertifikat,
    inisial,
    susun_muatan,
    susun_nomor,
)
from pelatihan.services.kursi import hold_class
from pelatihan.services.langkah import as_hr
from pelatihan.services.surat_tugas import require_signer

SUMBER: Final = "sertifikat"
#: What the ledger says about where a line comes from.
SUMBER_JP: Final = "Sertifikat pelatihan"


@transaction.atomic
def issue_certificates(
    *, angkatan_id: int, penanda_tangan: PejabatPenandaTangan | None, tanggal: date, actor: Any, at: datetime
) -> list[Sertifikat]:
    """A certificate for everybody who finished the class and has none; again: only for those who are new.

    JP and levels are written in the same transaction. Nobody issues their own: that one waits for another
    officer. TidakBoleh for anyone but HR of the class; DomainError when the class is not over on `tanggal`,
    when the signer does not sign on that day, or nobody is left to get one.
    """
    angkatan = hold_class(angkatan_id)
    as_hr(angkatan, actor)
    if tanggal < angkatan.selesai:
        raise DomainError(
            "sertifikat_terlalu_dini",
            "Tanggal sertifikat tidak boleh sebelum hari terakhir pelatihan.",
            tindakan="Ubah tanggalnya.",
        )
    if penanda_tangan is not None:
        require_signer(angkatan, penanda_tangan, tanggal)
    peserta = _yang_berhak(angkatan, actor)
    tahan_pegawai(p.pegawai_id for p in peserta)  # before the lines of their ledger, as everybody else does
    terbit = [_terbitkan(p, angkatan, penanda_tangan, tanggal, actor, at) for p in peserta]
    _catat_hasil(terbit, angkatan, actor, at)
    return terbit


@transaction.atomic
def revoke_certificate(*, nomor: str, alasan: str, actor: Any, at: datetime) -> Sertifikat:
    """Take it back with a reason; its JP and levels go with it. Revoked twice is revoked once.

    TidakDitemukan for an unknown number, TidakBoleh for one's own and for anyone but HR of the class.
    """
    sebab = alasan.strip()
    if not sebab:
        raise DomainError("alasan_kosong", "Tuliskan alasan pencabutan.")
    s = _terkunci(nomor, actor)
    if s.dicabut_pada is not None:
        return s
    s.dicabut_pada, s.dicabut_oleh, s.alasan_cabut = at, actor, sebab[:300]
    s.save(update_fields=["dicabut_pada", "dicabut_oleh", "alasan_cabut"])
    withdraw_jp(
        pegawai_id=s.pegawai_id,
        nomor_sertifikat=nomor,
        alasan=f"Sertifikat dicabut: {sebab}",
        actor=actor,
        kanal=SUMBER,
    )
    withdraw_training_gain(nomor_sertifikat=nomor, actor=actor, at=at)
    _jejak(s, "cabut_sertifikat", actor, alasan=sebab)
    return s


def waiting_for_certificate(angkatan: Angkatan) -> Any:
    """Enrolments that finished and have no valid certificate, in the order of their names."""
    berlaku = Sertifikat.objects.filter(dicabut_pada=None).values("pendaftaran")
    selesai: Any = Pendaftaran.objects.filter(angkatan=angkatan, status=StatusPendaftaran.SELESAI)
    return selesai.exclude(pk__in=berlaku).select_related("pegawai__instansi").order_by("pegawai__nama")


def _terkunci(nomor: str, actor: Any) -> Sertifikat:
    """The certificate that `actor` may revoke: class, person and row are held, in this order."""
    dibaca = Sertifikat.objects.filter(nomor=nomor).select_related("pendaftaran").first()
    if dibaca is None:
        raise TidakDitemukan("sertifikat_tidak_ditemukan", "Sertifikat itu tidak ditemukan.")
    if dibaca.pegawai_id == actor.pegawai_id:
        raise TidakBoleh("sertifikat_sendiri", "Sertifikat Anda sendiri dicabut oleh petugas lain.")
    as_hr(hold_class(dibaca.pendaftaran.angkatan_id), actor)
    tahan_pegawai([dibaca.pegawai_id])
    s: Sertifikat = Sertifikat.objects.select_for_update(no_key=True).get(pk=dibaca.pk)
    return s


def _yang_berhak(angkatan: Angkatan, actor: Any) -> list[Pendaftaran]:
    semua = list(waiting_for_certificate(angkatan))
    lain = [p for p in semua if p.pegawai_id != actor.pegawai_id]
    if semua and not lain:
        raise TidakBoleh("sertifikat_sendiri", "Sertifikat Anda sendiri diterbitkan oleh petugas lain.")
    if not lain:
        raise DomainError(
            "tidak_ada_penerima",
            "Tidak ada peserta yang menunggu sertifikat.",
            tindakan="Catat hasil peserta dahulu: yang selesai mendapat sertifikat.",
        )
    return lain


def _terbitkan(
    p: Pendaftaran,
    angkatan: Angkatan,
    penanda_tangan: PejabatPenandaTangan | None,
    tanggal: date,
    actor: Any,
    at: datetime,
) -> Sertifikat:
    pelatihan = angkatan.pelatihan
    acak = "".join(secrets.choice(HURUF) for _ in range(PANJANG_ACAK))
    isi = IsiSertifikat(
        nomor=susun_nomor(tanggal.year, acak),
        inisial=inisial(p.pegawai.nama),
        judul=pelatihan.nama,
        jp=pelatihan.jp,
        tanggal=tanggal,
        penerbit=angkatan.instansi.nama,
        kunci=id_kunci(next(iter(kunci_publik().values()))),
    )
    muatan = susun_muatan(isi)
    kunci, tanda = tandatangani(muatan)
    return Sertifikat.objects.create(
        nomor=isi.nomor,
        pendaftaran=p,
        pegawai=p.pegawai,
        judul=isi.judul,
        jp=isi.jp,
        tanggal=tanggal,
        penanda_tangan=penanda_tangan,
        muatan=muatan,
        tanda_tangan=tanda,
        kunci=kunci,
        diterbitkan_oleh=actor,
        diterbitkan_pada=at,
    )


def _catat_hasil(terbit: Iterable[Sertifikat], angkatan: Angkatan, actor: Any, at: datetime) -> None:
    """The ledger and the levels. Whoever finished the same programme on the same day has one line of it."""
    pelatihan = angkatan.pelatihan
    capaian = list(KompetensiPelatihan.objects.filter(pelatihan=pelatihan))
    record_jp_bulk(catatan=[_baris_jp(s, angkatan) for s in terbit], actor=actor, at=at)
    for s in terbit:
        for k in capaian:
            record_training_gain(
                pegawai_id=s.pegawai_id,
                kompetensi=k.kompetensi,
                teknis_id=k.teknis_id,
                level=k.level,
                tanggal=angkatan.selesai,
                nomor_sertifikat=s.nomor,
                actor=actor,
                at=at,
            )
        _jejak(s, "terbitkan_sertifikat", actor)


def _baris_jp(s: Sertifikat, angkatan: Angkatan) -> CatatanJp:
    pelatihan = angkatan.pelatihan
    return CatatanJp(
        pegawai_id=s.pegawai_id,
        bentuk=BentukPengembangan(pelatihan.bentuk),
        nama=pelatihan.nama,
        tanggal_selesai=angkatan.selesai,
        jp=pelatihan.jp,
        penyelenggara=(pelatihan.penyelenggara or angkatan.instansi.nama)[:150],
        nomor_sertifikat=s.nomor,
        sumber=SUMBER_JP,
    )


def _jejak(s: Sertifikat, tindakan: str, actor: Any, *, alasan: str = "") -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pegawai",
        subjek_id=s.pegawai_id,
        kanal=SUMBER,
        keperluan=alasan,
        rincian={"nomor": s.nomor},
    )
