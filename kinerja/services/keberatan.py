"""An objection is filed, explained and withdrawn. Who decides stands in `keberatan_putus`."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import IntegrityError, transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from kinerja.enums import KEBERATAN_TERBUKA, StatusKeberatan
from kinerja.models import Keberatan, KeteranganKeberatan
from kinerja.services.hasil import KANAL, Hasil, about, kind_of, own_locked
from kinerja.services.keberatan_bukti import digest, freeze, gather
from kinerja.services.keberatan_hitung import decision_deadline, filing_clock
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS

ALASAN_TERPANJANG: Final = 2000


@transaction.atomic
def ajukan_keberatan(*, hasil: Hasil, alasan: str, versi: int, actor: Any, at: datetime) -> Keberatan:
    """Object to one's own announced result; what is on the table is frozen in the same transaction.

    The term is no gate: past it the objection is marked late. The same words again are the same
    objection. Raises TidakBoleh for anyone but the person, Bentrok when one about this result runs or was
    decided already, or when the result changed since it was read.
    """
    isi = berisi(alasan, "alasan keberatan Anda")
    hasil = own_locked(hasil, versi=versi, actor=actor)
    ada = _sebelumnya(hasil, versi)
    if ada is not None:
        return _yang_sama(ada, isi)
    penilai = hasil.penilai or hasil.pegawai.atasan
    bahan = gather(hasil, at=at)
    keberatan = Keberatan(
        **about(hasil),
        pegawai=hasil.pegawai,
        versi_hasil=versi,
        alasan=isi,
        diajukan_pada=at,
        terlambat=filing_clock(hasil, at=at).lewat(at),
        batas_putusan=decision_deadline(hasil.pegawai, at=at),
        penilai=penilai,
        pemutus=_atasan_penilai(hasil, penilai),
        sidik_bukti=digest(bahan),
    )
    _simpan(keberatan)
    freeze(keberatan, bahan, at=at)
    catat_keberatan(keberatan, "ajukan_keberatan", actor, sidik=keberatan.sidik_bukti)
    return keberatan


def _sebelumnya(hasil: Hasil, versi: int) -> Keberatan | None:
    """One that runs, or one that was decided about this very version; what was withdrawn does not count."""
    semua = Keberatan.objects.filter(**about(hasil)).exclude(status=StatusKeberatan.DICABUT)
    terbuka = semua.filter(status__in=KEBERATAN_TERBUKA).first()
    return terbuka or semua.filter(versi_hasil=versi).first()


def _yang_sama(ada: Keberatan, alasan: str) -> Keberatan:
    if ada.terbuka and ada.alasan == alasan:
        return ada
    if ada.terbuka:
        raise Bentrok(
            "keberatan_berjalan",
            f"Keberatan {ada.nomor} atas hasil ini sedang berjalan.",
            tindakan="Tambahkan keterangan pada keberatan itu, atau cabut dahulu.",
        )
    raise Bentrok("keberatan_diputuskan", f"Keberatan atas hasil ini sudah diputuskan ({ada.nomor}).")


def _simpan(keberatan: Keberatan) -> None:
    try:
        with transaction.atomic():
            keberatan.save()
    except IntegrityError as salah:
        raise Bentrok("keberatan_berjalan", "Keberatan atas hasil ini sudah masuk.") from salah


def _atasan_penilai(hasil: Hasil, penilai: Pegawai | None) -> Pegawai | None:
    """The atasan of the pejabat penilai as recorded now; None when HR has to name somebody."""
    calon = penilai.atasan if penilai else None
    sendiri = {hasil.pegawai_id, penilai and penilai.pk, _penanda_tangan(hasil)}
    if calon is None or calon.pk in sendiri or not on_duty(calon, hasil.pegawai.instansi_id):
        return None
    return calon


def _penanda_tangan(hasil: Hasil) -> int | None:
    return hasil.ditetapkan_oleh.pegawai_id if hasil.ditetapkan_oleh else None


def may_decide(keberatan: Keberatan, calon: Pegawai) -> bool:
    """Neither the person, nor who rated or signed; on duty in the instansi of the person."""
    sendiri = {keberatan.pegawai_id, keberatan.penilai_id, _penanda_tangan(keberatan.hasil)}
    return calon.pk not in sendiri and on_duty(calon, keberatan.pegawai.instansi_id)


def on_duty(calon: Pegawai, instansi_id: int) -> bool:
    return calon.kedudukan_hukum in BERTUGAS and calon.instansi_id == instansi_id


@transaction.atomic
def terangkan(*, keberatan_id: int, isi: str, actor: Any, at: datetime) -> KeteranganKeberatan:
    """A party or the decider adds to an objection that runs; the same words again are one."""
    kalimat = berisi(isi, "keterangan Anda")
    keberatan = ambil_terkunci(keberatan_id)
    if actor.pegawai_id is None or actor.pegawai_id not in (
        keberatan.pegawai_id,
        keberatan.penilai_id,
        keberatan.pemutus_id,
    ):
        raise TidakBoleh("bukan_pihak", "Keterangan di sini untuk pihak dan pejabat yang memutuskan.")
    if not keberatan.terbuka:
        raise sudah_berubah(keberatan)
    terakhir: KeteranganKeberatan | None = keberatan.keterangan.order_by("-pk").first()
    if terakhir is not None and (terakhir.oleh_id, terakhir.isi) == (actor.pk, kalimat):
        return terakhir
    baru: KeteranganKeberatan = keberatan.keterangan.create(oleh=actor, isi=kalimat, pada=at)
    catat_keberatan(keberatan, "terangkan_keberatan", actor)
    return baru


@transaction.atomic
def cabut_keberatan(*, keberatan_id: int, versi: int, actor: Any, at: datetime) -> Keberatan:
    """The person takes it back, while nobody has decided. Raises Bentrok when it moved since it was read."""
    keberatan = ambil_terkunci(keberatan_id)
    if actor.pegawai_id is None or actor.pegawai_id != keberatan.pegawai_id:
        raise TidakBoleh("bukan_pegawainya", "Keberatan dicabut oleh pegawai yang mengajukannya.")
    if keberatan.status == StatusKeberatan.DICABUT:
        return keberatan
    lanjutkan(keberatan, versi)
    keberatan.status, keberatan.dicabut_pada = StatusKeberatan.DICABUT, at
    keberatan.save()
    catat_keberatan(keberatan, "cabut_keberatan", actor)
    return keberatan


@transaction.atomic
def baca_putusan(*, keberatan_id: int, actor: Any, at: datetime) -> Keberatan:
    """The person has read the decision; a receipt. Twice is once."""
    keberatan = ambil_terkunci(keberatan_id)
    if actor.pegawai_id is None or actor.pegawai_id != keberatan.pegawai_id:
        raise TidakBoleh("bukan_pegawainya", "Tanda baca ini untuk pegawai yang mengajukan.")
    if keberatan.diputuskan_pada and keberatan.putusan_dibaca_pada is None:
        keberatan.putusan_dibaca_pada = at
        keberatan.save(update_fields=["putusan_dibaca_pada"])
        catat_keberatan(keberatan, "baca_putusan_keberatan", actor)
    return keberatan


# -- shared with `keberatan_putus` ---------------------------------------------------------------


def ambil_terkunci(keberatan_id: int) -> Keberatan:
    """The objection as it stands now, held until the transaction ends: one act after the other."""
    semua = Keberatan.objects.select_for_update(of=("self",)).select_related(
        "pegawai__instansi", "penilaian__ditetapkan_oleh", "evaluasi__ditetapkan_oleh"
    )
    keberatan: Keberatan | None = semua.filter(pk=keberatan_id).first()
    if keberatan is None:
        raise TidakDitemukan("keberatan_tidak_ditemukan", "Keberatan itu tidak ditemukan.")
    return keberatan


def lanjutkan(keberatan: Keberatan, versi: int) -> None:
    if not keberatan.terbuka or keberatan.versi != versi:
        raise sudah_berubah(keberatan)
    keberatan.versi += 1


def sudah_berubah(keberatan: Keberatan) -> Bentrok:
    return Bentrok(
        "keberatan_berubah",
        f"Keberatan {keberatan.nomor} berubah sejak Anda membukanya: "
        f"{keberatan.get_status_display().lower()}.",
        tindakan="Muat ulang halaman untuk melihat keadaannya.",
    )


def berisi(teks: str, apa: str) -> str:
    isi = teks.strip()
    if not isi:
        raise DomainError("isi_kosong", f"Tuliskan {apa}.")
    if len(isi) > ALASAN_TERPANJANG:
        raise DomainError("isi_panjang", f"Paling banyak 2.000 huruf. Sekarang {len(isi)}")
    return isi


def catat_keberatan(
    keberatan: Keberatan, tindakan: str, actor: Any, *, kanal: str = KANAL, **rincian: Any
) -> None:
    """The trail names the act, never the words."""
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pegawai",
        subjek_id=keberatan.pegawai_id,
        kanal=kanal,
        rincian={"keberatan": keberatan.pk, "jenis": kind_of(keberatan.hasil).value, **rincian},
    )
