"""Help without travelling: a new password by a code, and a lost second factor, which takes two officers.

Who helps never learns a password: the code only lets its owner choose one, and asks for the whole NIK
besides, which a unit operator does not see.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils.timezone import localtime

from asn_karier.lib import kata
from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from pegawai.enums import AkhirKode, CaraKenal, JenisKode, StatusPermintaan
from pegawai.kamus import LABEL
from pegawai.models import KodeAktivasi, Pegawai, Pengguna, PermintaanFaktor
from pegawai.services.kode import issue_codes
from pegawai.services.pengaman import has_factor, remove_factors

KANAL: Final = "admin"
LAMA_KODE: Final = timedelta(hours=24)
#: A request that nobody decided for so long is about an identity check that is too old.
LAMA_PERMINTAAN: Final = timedelta(days=3)
#: How long the owner of an account is told, at each sign-in, that somebody helped.
LAMA_DIBERITAHU: Final = timedelta(days=14)


@transaction.atomic
def issue_reset_code(
    *, pegawai: Pegawai, cara: CaraKenal, catatan: str, actor: Pengguna, at: datetime
) -> str:
    """A code with which the owner of the account chooses a new password; shown once, kept nowhere.

    The present password and the second factor stay until the code is used, the factor afterwards too.
    """
    akun = _require_helped(pegawai, actor)
    _require_catatan(catatan)
    _require_telepon(pegawai, cara)
    if not pegawai.nik_indeks and not _mengelola(actor, pegawai):
        raise TidakBoleh(
            "nik_belum_tercatat",
            "NIK pegawai ini belum tercatat, sehingga kodenya tidak dapat dilindungi.",
            tindakan=f"Minta {pegawai.instansi.pengelola} mengatur ulang kata sandinya.",
        )
    kode = issue_codes(
        [akun],
        jenis=JenisKode.ATUR_ULANG,
        actor=actor,
        at=at,
        lama=LAMA_KODE,
        perlu_nik=bool(pegawai.nik_indeks),
        cara=cara,
        catatan=catatan.strip(),
    )[0]
    _trail(actor, "bantu_atur_ulang", pegawai, "Membantu mengatur ulang kata sandi Anda", cara, catatan)
    return kode


@transaction.atomic
def request_factor_removal(
    *, pegawai: Pegawai, cara: CaraKenal, catatan: str, actor: Pengguna, at: datetime
) -> PermintaanFaktor:
    """The first officer saw who asks; a second one decides. One open request per person."""
    akun = _require_helped(pegawai, actor)
    _require_catatan(catatan)
    _require_telepon(pegawai, cara)
    if not has_factor(akun):
        raise DomainError("tanpa_pengaman", "Akun ini tidak memakai verifikasi dua langkah.")
    for lama in PermintaanFaktor.objects.select_for_update(of=("self",)).filter(
        pegawai=pegawai, status=StatusPermintaan.MENUNGGU
    ):
        if at - lama.diminta_pada < LAMA_PERMINTAAN:
            raise Bentrok("permintaan_sudah_ada", "Permintaan untuk pegawai ini sudah menunggu keputusan.")
        lama.delete()
    permintaan = PermintaanFaktor.objects.create(
        pegawai=pegawai, cara=cara, catatan=catatan.strip(), diminta_oleh=actor, diminta_pada=at
    )
    _trail(
        actor, "minta_lepas_pengaman", pegawai, "Meminta verifikasi dua langkah Anda dilepas", cara, catatan
    )
    return permintaan


@transaction.atomic
def decide_factor_removal(
    *, pk: int, setuju: bool, alasan: str, actor: Pengguna, at: datetime
) -> PermintaanFaktor:
    """The second pair of eyes: HR of the person, never who asked, never about oneself.

    Approved, the second factor and every session of the account are gone; the password stays.
    """
    permintaan = (
        PermintaanFaktor.objects.dikelola(actor)
        .select_for_update(of=("self",))
        .select_related("pegawai")
        .filter(pk=pk)
        .first()
    )
    if permintaan is None:
        raise TidakDitemukan("permintaan_tidak_ditemukan", "Permintaan tidak ditemukan dalam lingkup Anda.")
    _require_decidable(permintaan, setuju, alasan, actor, at)
    akun = _require_helped(permintaan.pegawai, actor)
    permintaan.status = StatusPermintaan.DISETUJUI if setuju else StatusPermintaan.DITOLAK
    permintaan.diputus_oleh, permintaan.diputus_pada, permintaan.alasan = actor, at, alasan.strip()
    permintaan.save(update_fields=["status", "diputus_oleh", "diputus_pada", "alasan"])
    if setuju:
        remove_factors(pengguna=akun, actor=actor, at=at)
    _trail_putusan(permintaan, setuju, actor)
    return permintaan


def notices_for(*, pengguna: Pengguna, at: datetime) -> list[str]:
    """What officers did to this account lately, said at every sign-in for some days.

    Not only once: the first to sign in after a reset might not be the owner.
    """
    sejak = at - LAMA_DIBERITAHU
    kode = KodeAktivasi.objects.filter(
        pengguna=pengguna, jenis=JenisKode.ATUR_ULANG, akhir=AkhirKode.DIPAKAI, ditutup_pada__gte=sejak
    ).select_related("dibuat_oleh")
    lepas = PermintaanFaktor.objects.filter(
        pegawai__akun=pengguna, status=StatusPermintaan.DISETUJUI, diputus_pada__gte=sejak
    ).select_related("diminta_oleh", "diputus_oleh")
    peristiwa = [
        (k.ditutup_pada, f"Kata sandi Anda diatur ulang lewat {k.dibuat_oleh}")
        for k in kode.order_by("pk")
        if k.ditutup_pada is not None
    ] + [
        (p.diputus_pada, f"Verifikasi dua langkah Anda dilepas lewat {p.diminta_oleh} dan {p.diputus_oleh}")
        for p in lepas.order_by("pk")
        if p.diputus_pada is not None
    ]
    return [
        f"{teks} pada {kata.waktu(localtime(pada, at.tzinfo))}. Bila bukan Anda yang meminta, "
        "segera ganti kata sandi dan hubungi pengelola kepegawaian Anda."
        for pada, teks in peristiwa
    ]


def may_help(*, pegawai: Pegawai, akun: Pengguna | None, actor: Pengguna) -> bool:
    """Whether the button stands on the page of the person, whose account is `akun`."""
    try:
        return bool(_check_helped(pegawai, akun, actor))
    except DomainError:
        return False


def _require_helped(pegawai: Pegawai, actor: Pengguna) -> Pengguna:
    """The account of `pegawai`, held until the transaction ends."""
    return _check_helped(pegawai, Pengguna.objects.select_for_update().filter(pegawai=pegawai).first(), actor)


def _check_helped(pegawai: Pegawai, akun: Pengguna | None, actor: Pengguna) -> Pengguna:
    """`akun`, when `actor` may help there: nobody raises their own authority by it."""
    if akun is not None and akun.pk == actor.pk:
        raise TidakBoleh("akun_sendiri", "Akun Anda sendiri diatur ulang oleh petugas lain.")
    if not Pegawai.objects.dibantu(actor).filter(pk=pegawai.pk).exists():
        raise TidakDitemukan("pegawai_tidak_ditemukan", "Pegawai tidak ditemukan dalam lingkup Anda.")
    if akun is None:
        raise DomainError(
            "belum_punya_akun", "Pegawai ini belum mempunyai akun.", tindakan="Cetak slip aktivasi unitnya."
        )
    if akun.is_superuser and not actor.is_superuser:
        raise TidakBoleh("akun_pengelola_sistem", "Akun ini diatur ulang oleh pengelola sistem.")
    if (akun.is_staff or akun.peran.exists()) and not _mengelola(actor, pegawai):
        raise TidakBoleh(
            "akun_berperan",
            "Akun ini mempunyai peran pengelola.",
            tindakan=f"Pengaturan ulangnya dilakukan {pegawai.instansi.pengelola}.",
        )
    if not akun.is_active:
        raise DomainError("akun_tidak_aktif", "Akun ini ditutup, jadi tidak dapat diatur ulang.")
    return akun


def _require_decidable(
    permintaan: PermintaanFaktor, setuju: bool, alasan: str, actor: Pengguna, at: datetime
) -> None:
    if permintaan.status != StatusPermintaan.MENUNGGU:
        raise Bentrok("permintaan_selesai", "Permintaan ini sudah diputus petugas lain.")
    if permintaan.diminta_oleh_id == actor.pk:
        raise TidakBoleh("petugas_sama", "Permintaan Anda sendiri harus diputus petugas lain.")
    if setuju and at - permintaan.diminta_pada >= LAMA_PERMINTAAN:
        raise DomainError(
            "permintaan_lama",
            "Permintaan ini sudah lebih dari 3 hari.",
            tindakan="Tolak, lalu minta operator memastikan identitasnya sekali lagi.",
        )
    if not setuju and not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan alasan penolakannya.")


def _mengelola(actor: Pengguna, pegawai: Pegawai) -> bool:
    return bool(Pegawai.objects.dikelola(actor).filter(pk=pegawai.pk).exists())


def _require_catatan(catatan: str) -> None:
    if not catatan.strip():
        raise DomainError(
            "catatan_kosong", "Tuliskan apa yang Anda lihat, misalnya KTP ditunjukkan di kantor."
        )


def _require_telepon(pegawai: Pegawai, cara: CaraKenal) -> None:
    if cara == CaraKenal.TELEPON and not pegawai.no_hp:
        raise DomainError(
            "nomor_belum_tercatat",
            "Nomor HP pegawai ini belum tercatat, sehingga tidak dapat ditelepon balik.",
            tindakan="Pastikan identitasnya dengan melihat dokumen.",
        )


def _trail(actor: Pengguna, tindakan: str, pegawai: Pegawai, tujuan: str, cara: str, catatan: str) -> None:
    """One line about the person: they read it under Siapa yang melihat data saya."""
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pegawai",
        subjek_id=pegawai.pk,
        kanal=KANAL,
        keperluan=f"{tujuan} ({LABEL[CaraKenal][CaraKenal(cara)].lower()})",
        rincian={"cara": str(cara), "catatan": catatan.strip()},
    )


def _trail_putusan(permintaan: PermintaanFaktor, setuju: bool, actor: Pengguna) -> None:
    kata_kerja, tindakan = (
        ("Menyetujui", "setujui_lepas_pengaman") if setuju else ("Menolak", "tolak_lepas_pengaman")
    )
    tujuan = f"{kata_kerja} pelepasan verifikasi dua langkah Anda"
    _trail(actor, tindakan, permintaan.pegawai, tujuan, permintaan.cara, permintaan.alasan)
