"""Certificates are issued and revoked; with each go its JP and the levels that the programme leads to."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError, TidakBoleh, TidakDitemukan
from pegawai.enums import BentukPengembangan
from pegawai.models import PejabatPenandaTangan
from pegawai.services.kompetensi import record_training_gain, withdraw_training_gain
from pegawai.services.riwayat import CatatanJp, lines_named, record_jp_bulk, withdraw_jp
from pegawai.services.surat_bertanda import sign_paper
from pegawai.services.urutan_kunci import tahan_pegawai
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import Angkatan, KompetensiPelatihan, Pendaftaran, Sertifikat
from pelatihan.services.kursi import hold_class
from pelatihan.services.langkah import as_hr, reason
from pelatihan.services.surat_tugas import require_signer

SUMBER: Final = "sertifikat"
#: What the ledger says about where a line comes from.
SUMBER_JP: Final = "Sertifikat pelatihan"


@transaction.atomic
def issue_certificates(
    *, angkatan_id: int, penanda_tangan: PejabatPenandaTangan | None, tanggal: date, actor: Any, at: datetime
) -> list[Sertifikat]:
    """A certificate for everybody who finished the class and never had one; again: only for who is new.

    Whose certificate was revoked is left out: `issue_anew` is for them. JP and levels are written in the same
    transaction. Nobody issues their own: that one waits for another officer. TidakBoleh for anyone but HR of
    the class; DomainError when the class is not over on `tanggal`, when the signer does not sign on that day,
    or nobody is left to get one.
    """
    angkatan = hold_class(angkatan_id)
    as_hr(angkatan, actor)
    _require_day(angkatan, penanda_tangan, tanggal)
    peserta = _yang_berhak(angkatan, actor)
    tahan_pegawai(p.pegawai_id for p in peserta)  # before the lines of their ledger, as everybody else does
    terbit = [_terbitkan(p, angkatan, penanda_tangan, tanggal, actor, at) for p in peserta]
    _catat_hasil(terbit, angkatan, actor, at)
    return terbit


@transaction.atomic
def issue_anew(
    *,
    nomor: str,
    alasan: str,
    penanda_tangan: PejabatPenandaTangan | None,
    tanggal: date,
    actor: Any,
    at: datetime,
) -> Sertifikat:
    """Another certificate for who holds the revoked `nomor`; the reason goes into the trail. Twice is once.

    Refused like `issue_certificates`, and for somebody whose result is another by now.
    """
    sebab = reason(alasan, "alasan penerbitan ulang")
    angkatan, lama = _held(nomor, actor)
    p = lama.pendaftaran
    berlaku = Sertifikat.objects.filter(pendaftaran=p, dicabut_pada=None).first()
    if berlaku is not None:
        return berlaku
    if p.status != StatusPendaftaran.SELESAI:
        raise DomainError(
            "belum_selesai",
            f"Hasil peserta ini sekarang {p.get_status_display().lower()}.",
            tindakan="Sertifikat hanya untuk yang selesai.",
        )
    _require_day(angkatan, penanda_tangan, tanggal)
    baru = _terbitkan(p, angkatan, penanda_tangan, tanggal, actor, at)
    _catat_hasil([baru], angkatan, actor, at, alasan=sebab)
    return baru


@transaction.atomic
def revoke_certificate(*, nomor: str, alasan: str, actor: Any, at: datetime) -> Sertifikat:
    """Take it back with a reason; its JP and levels go with it. Revoked twice is revoked once.

    A line of the ledger that was there before says again what it said.

    TidakDitemukan for an unknown number, TidakBoleh for one's own and for anyone but HR of the class.
    """
    sebab = reason(alasan, "alasan pencabutan")
    _, s = _held(nomor, actor)
    if s.dicabut_pada is not None:
        return s
    s.dicabut_pada, s.dicabut_oleh, s.alasan_cabut = at, actor, sebab
    s.save(update_fields=["dicabut_pada", "dicabut_oleh", "alasan_cabut"])
    withdraw_jp(
        pegawai_id=s.pegawai_id,
        nomor_sertifikat=nomor,
        semula=_before(s),
        alasan=f"Sertifikat dicabut: {sebab}",
        actor=actor,
        at=at,
        kanal=SUMBER,
    )
    withdraw_training_gain(nomor_sertifikat=nomor, actor=actor, at=at)
    _jejak(s, "cabut_sertifikat", actor, alasan=sebab)
    return s


def waiting_for_certificate(angkatan: Angkatan) -> Any:
    """Enrolments that finished and never had a certificate, in the order of their names."""
    pernah = Sertifikat.objects.filter(pendaftaran__angkatan=angkatan).values("pendaftaran")
    selesai: Any = Pendaftaran.objects.filter(angkatan=angkatan, status=StatusPendaftaran.SELESAI)
    return selesai.exclude(pk__in=pernah).select_related("pegawai__instansi").order_by("pegawai__nama")


def revoked_in(angkatan: Angkatan) -> list[Sertifikat]:
    """Of everybody who finished and has none that is valid: the one revoked last, in the order of names."""
    semua = Sertifikat.objects.filter(pendaftaran__angkatan=angkatan)
    berlaku = semua.filter(dicabut_pada=None).values("pendaftaran")
    dicabut = semua.filter(pendaftaran__status=StatusPendaftaran.SELESAI).exclude(pendaftaran__in=berlaku)
    akhir = {s.pendaftaran_id: s for s in dicabut.select_related("pegawai").order_by("dicabut_pada", "pk")}
    return sorted(akhir.values(), key=lambda s: s.pegawai.nama)


def _held(nomor: str, actor: Any) -> tuple[Angkatan, Sertifikat]:
    """The class and the certificate that `actor` may touch: class, person and row are held, in this order."""
    dibaca = Sertifikat.objects.filter(nomor=nomor).select_related("pendaftaran").first()
    if dibaca is None:
        raise TidakDitemukan("sertifikat_tidak_ditemukan", "Sertifikat itu tidak ditemukan.")
    if dibaca.pegawai_id == actor.pegawai_id:
        raise TidakBoleh("sertifikat_sendiri", "Sertifikat Anda sendiri diurus petugas lain.")
    angkatan = hold_class(dibaca.pendaftaran.angkatan_id)
    as_hr(angkatan, actor)
    tahan_pegawai([dibaca.pegawai_id])
    milik = Sertifikat.objects.select_for_update(of=("self",), no_key=True)
    s: Sertifikat = milik.select_related("pendaftaran__pegawai").get(pk=dibaca.pk)
    return angkatan, s


def _require_day(angkatan: Angkatan, penanda_tangan: PejabatPenandaTangan | None, tanggal: date) -> None:
    if tanggal < angkatan.selesai:
        raise DomainError(
            "sertifikat_terlalu_dini",
            "Tanggal sertifikat tidak boleh sebelum hari terakhir pelatihan.",
            tindakan="Ubah tanggalnya.",
        )
    if penanda_tangan is not None:
        require_signer(angkatan, penanda_tangan, tanggal)


def _before(s: Sertifikat) -> Any:
    """What the ledger said before `s`, past lines of certificates of the person that are revoked too."""
    milik = Sertifikat.objects.filter(pegawai=s.pegawai_id, dicabut_pada__isnull=False)
    while s.jp_semula and (lain := milik.filter(nomor=s.jp_semula["nomor_sertifikat"]).first()):
        s = lain
    return s.jp_semula


def _yang_berhak(angkatan: Angkatan, actor: Any) -> list[Pendaftaran]:
    semua = list(waiting_for_certificate(angkatan))
    lain = [p for p in semua if p.pegawai_id != actor.pegawai_id]
    if semua and not lain:
        raise TidakBoleh("sertifikat_sendiri", "Sertifikat Anda sendiri diurus petugas lain.")
    if not lain:
        raise DomainError(
            "tidak_ada_penerima",
            "Tidak ada peserta yang menunggu sertifikat.",
            tindakan="Catat hasil peserta dahulu. Yang sertifikatnya dicabut diterbitkan satu per satu.",
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
    surat = sign_paper(
        nama=p.pegawai.nama,
        judul=pelatihan.nama,
        jp=pelatihan.jp,
        tanggal=tanggal,
        penerbit=angkatan.instansi.nama,
    )
    return Sertifikat.objects.create(
        **surat._asdict(),
        pendaftaran=p,
        pegawai=p.pegawai,
        judul=pelatihan.nama,
        jp=pelatihan.jp,
        tanggal=tanggal,
        penanda_tangan=penanda_tangan,
        diterbitkan_oleh=actor,
        diterbitkan_pada=at,
    )


def _catat_hasil(
    terbit: Collection[Sertifikat], angkatan: Angkatan, actor: Any, at: datetime, *, alasan: str = ""
) -> None:
    """The ledger and the levels. Whoever finished the same programme on the same day has one line of it."""
    pelatihan = angkatan.pelatihan
    capaian = list(KompetensiPelatihan.objects.filter(pelatihan=pelatihan))
    _remember(terbit, angkatan)
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
        _jejak(s, "terbitkan_sertifikat", actor, alasan=alasan)


def _remember(terbit: Collection[Sertifikat], angkatan: Angkatan) -> None:
    """What the ledger says already about this training, so that a revocation takes no more than it gave."""
    orang = [s.pegawai_id for s in terbit]
    ada = lines_named(pegawai_ids=orang, nama=angkatan.pelatihan.nama, tanggal_selesai=angkatan.selesai)
    diambil = [s for s in terbit if s.pegawai_id in ada]
    for s in diambil:
        s.jp_semula = ada[s.pegawai_id]
    Sertifikat.objects.bulk_update(diambil, ["jp_semula"], batch_size=500)


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
