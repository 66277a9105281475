"""Accounts, and roles with their scope: who may enter, and on whose behalf."""

from datetime import date, datetime, timedelta

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from pegawai.enums import JenisPeran
from pegawai.models import Instansi, Pegawai, Pengguna, Peran, UnitKerja

#: Roles whose work is done in the HR door.
PERAN_PENGELOLA = (JenisPeran.HR_INSTANSI, JenisPeran.OPERATOR_UNIT, JenisPeran.AUDITOR)
KANAL = "layanan"


@transaction.atomic
def buat_akun(*, pegawai: Pegawai, actor: Pengguna | None, at: datetime) -> Pengguna:
    """An account for one person, named by the NIP, without a usable password.

    The first password is set through `issue_password_link`, so nobody else ever knows it. `actor`
    None is the system (demo, commands). Raises Bentrok `akun_sudah_ada`, TidakDitemukan.
    """
    _require_scope(actor, pegawai)
    if Pengguna.objects.filter(Q(pegawai=pegawai) | Q(username=pegawai.nip)).exists():
        raise Bentrok(
            "akun_sudah_ada", "Pegawai ini sudah mempunyai akun.", tindakan="Kirim tautan kata sandi."
        )
    akun = Pengguna.objects.create_user(pegawai.nip, nama=pegawai.nama, pegawai=pegawai, dibuat_pada=at)
    _trail(actor, "buat_akun", akun)
    return akun


def issue_password_link(*, pengguna: Pengguna, actor: Pengguna | None) -> str:
    """Path of a page where `pengguna` chooses a password: once, within PASSWORD_RESET_TIMEOUT (72 hours).

    Hand it over in person or by message; it names nobody. Using it, or signing in, makes it worthless.
    """
    if pengguna.pegawai is not None:
        _require_scope(actor, pengguna.pegawai)
    elif actor is not None and not actor.is_superuser:
        raise TidakBoleh("akun_bukan_pegawai", "Kata sandi akun ini diatur oleh pengelola sistem.")
    if not pengguna.is_active:
        raise DomainError(
            "akun_tidak_aktif", "Akun ini tidak aktif.", tindakan="Aktifkan akunnya lebih dahulu."
        )
    _trail(actor, "terbitkan_tautan_sandi", pengguna)
    kunci = default_token_generator.make_token(pengguna)
    uid = user_pk_to_url_str(pengguna)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": kunci})


@transaction.atomic
def set_akun_aktif(*, pengguna: Pengguna, aktif: bool, actor: Pengguna | None, alasan: str) -> Pengguna:
    """Open or close an account; closing ends every open session at its next request."""
    if actor is not None and actor.pk == pengguna.pk:
        raise TidakBoleh("akun_sendiri", "Anda tidak dapat mengubah keaktifan akun Anda sendiri.")
    if pengguna.pegawai is not None:
        _require_scope(actor, pengguna.pegawai)
    pengguna.is_active = aktif
    pengguna.save(update_fields=["is_active"])
    _trail(actor, "aktifkan_akun" if aktif else "nonaktifkan_akun", pengguna, alasan=alasan)
    return pengguna


@transaction.atomic
def grant_peran(
    *,
    pengguna: Pengguna,
    jenis: JenisPeran,
    instansi: Instansi,
    unit: UnitKerja | None = None,
    mulai: date,
    sampai: date | None = None,
    actor: Pengguna | None,
) -> Peran:
    """Give a role inside a scope. Nobody gives a role to themself or outside the instansi they manage."""
    _require_may_appoint(actor, pengguna, instansi)
    if unit is not None and unit.instansi_id != instansi.pk:
        raise DomainError("unit_instansi_lain", "Unit kerja itu bukan bagian dari instansi yang dipilih.")
    if jenis == JenisPeran.OPERATOR_UNIT and unit is None:
        raise DomainError("operator_tanpa_unit", "Operator unit harus menyebut unitnya.")
    peran = Peran.objects.create(
        pengguna=pengguna, jenis=jenis, instansi=instansi, unit=unit, mulai=mulai, sampai=sampai
    )
    _refresh_staff(pengguna)
    _trail(actor, "beri_peran", pengguna, peran=jenis.value, instansi=instansi.pk)
    return peran


@transaction.atomic
def revoke_peran(*, peran: Peran, actor: Pengguna | None, per: date) -> None:
    """End a role: its last day is the day before `per`, so that the next request has it no more."""
    _require_may_appoint(actor, peran.pengguna, peran.instansi)
    if peran.mulai >= per:
        peran.delete()
    else:
        peran.sampai = per - timedelta(days=1)
        peran.save(update_fields=["sampai"])
    _refresh_staff(peran.pengguna)
    _trail(actor, "cabut_peran", peran.pengguna, peran=str(peran.jenis), instansi=peran.instansi_id)


def _require_scope(actor: Pengguna | None, pegawai: Pegawai) -> None:
    if actor is not None and not Pegawai.objects.dikelola(actor).filter(pk=pegawai.pk).exists():
        raise TidakDitemukan("pegawai_tidak_ditemukan", "Pegawai tidak ditemukan dalam lingkup Anda.")


def _require_may_appoint(actor: Pengguna | None, pengguna: Pengguna, instansi: Instansi) -> None:
    if actor is None:
        return
    if actor.pk == pengguna.pk:
        raise TidakBoleh("peran_sendiri", "Anda tidak dapat mengubah peran Anda sendiri.")
    if not Instansi.objects.dikelola(actor).filter(pk=instansi.pk).exists():
        raise TidakDitemukan("instansi_tidak_ditemukan", "Instansi tidak ditemukan dalam lingkup Anda.")


def _refresh_staff(pengguna: Pengguna) -> None:
    """Only those with an HR-side role may open the HR door; the role's dates are checked at every request."""
    pengelola = pengguna.is_superuser or pengguna.peran.filter(jenis__in=PERAN_PENGELOLA).exists()
    if pengguna.is_staff != pengelola:
        pengguna.is_staff = pengelola
        pengguna.save(update_fields=["is_staff"])


def _trail(actor: Pengguna | None, tindakan: str, pengguna: Pengguna, **rincian: object) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pengguna",
        subjek_id=pengguna.pk,
        kanal=KANAL,
        rincian=rincian,
    )
