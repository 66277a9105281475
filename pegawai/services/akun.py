"""Accounts, and roles with their scope: who may enter, and on whose behalf."""

from datetime import date, datetime, timedelta

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from asn_karier.lib.audit import catat, catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from pegawai.enums import JenisPeran
from pegawai.models import Instansi, Pegawai, Pengguna, Peran, UnitKerja
from pegawai.querysets import PERAN_MEJA
from pegawai.services.sesi import end_sessions

#: Roles whose work is done in the HR door.

KANAL = "layanan"


@transaction.atomic
def buat_akun(*, pegawai: Pegawai, actor: Pengguna | None, at: datetime) -> Pengguna:
    """An account for one person, named by the NIP, without a usable password.

    The first password is set through `issue_password_link`, so nobody else ever knows it. `actor`
    None is the system (demo, commands). Raises Bentrok `akun_sudah_ada` or `nama_akun_terpakai`,
    TidakDitemukan outside the scope.
    """
    _require_scope(actor, pegawai)
    # Two clicks at the same moment: the second waits here, then finds the account of the first.
    Pegawai.objects.select_for_update(of=("self",)).get(pk=pegawai.pk)
    if Pengguna.objects.filter(pegawai=pegawai).exists():
        raise Bentrok(
            "akun_sudah_ada",
            "Pegawai ini sudah mempunyai akun.",
            tindakan="Buat tautan kata sandi di akunnya.",
        )
    if Pengguna.objects.filter(username=pegawai.nip).exists():
        raise Bentrok(
            "nama_akun_terpakai",
            "NIP ini sudah menjadi nama akun lain.",
            tindakan="Hubungi pengelola sistem untuk memeriksanya.",
        )
    akun = Pengguna.objects.create_user(pegawai.nip, nama=pegawai.nama, pegawai=pegawai, dibuat_pada=at)
    _trail(actor, "buat_akun", akun)
    return akun


def issue_password_link(*, pengguna: Pengguna, actor: Pengguna | None) -> str:
    """Path of a page where `pengguna` chooses a password: once, within PASSWORD_RESET_TIMEOUT (72 hours).

    Hand it over in person or by message; it names nobody. Using it, or signing in, makes it worthless.
    """
    _require_may_manage(actor, pengguna, "Kata sandi akun ini diatur oleh pengelola sistem.")
    if hasattr(pengguna, "klien"):
        raise TidakBoleh("akun_aplikasi", "Akun milik aplikasi tidak memakai kata sandi.")
    if not pengguna.is_active:
        raise DomainError(
            "akun_tidak_aktif", "Akun ini tidak aktif.", tindakan="Aktifkan akunnya lebih dahulu."
        )
    _trail(actor, "terbitkan_tautan_sandi", pengguna)
    if pengguna.pegawai_id is not None:
        catat_baca(
            pengguna=actor,
            pegawai_ids=[pengguna.pegawai_id],
            kanal="admin",
            tindakan="buat_tautan_sandi",
            keperluan="Membuat tautan kata sandi untuk akun Anda",
        )
    kunci = default_token_generator.make_token(pengguna)
    uid = user_pk_to_url_str(pengguna)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": kunci})


@transaction.atomic
def set_akun_aktif(*, pengguna: Pengguna, aktif: bool, actor: Pengguna | None, alasan: str) -> Pengguna:
    """Open or close an account; closing ends its sessions for good. Nothing happens when it is so already.

    Raises TidakBoleh for one's own account and for those of the system's administrators,
    TidakDitemukan outside the scope, DomainError without a reason.
    """
    if actor is not None and actor.pk == pengguna.pk:
        raise TidakBoleh("akun_sendiri", "Anda tidak dapat mengubah keaktifan akun Anda sendiri.")
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan alasannya, misalnya nomor SK mutasi.")
    _require_may_manage(actor, pengguna, "Akun ini dibuka dan ditutup oleh pengelola sistem.")
    kini = Pengguna.objects.select_for_update().get(pk=pengguna.pk)
    if kini.is_active == aktif:
        return kini
    kini.is_active = aktif
    kini.save(update_fields=["is_active"])
    if not aktif:
        end_sessions(kini)
    _trail(actor, "aktifkan_akun" if aktif else "nonaktifkan_akun", kini, alasan=alasan.strip())
    return kini


def rename_account(*, pegawai: Pegawai, nip_lama: str, actor: Pengguna | None) -> bool:
    """The NIP of a person was corrected: their account, named by the old one, gets the new name.

    An account with a chosen name keeps it. Where the new NIP is the name of another account, nothing
    changes but the trail, which an administrator reads. Sessions and password stay.
    """
    akun = Pengguna.objects.select_for_update().filter(pegawai=pegawai, username=nip_lama).first()
    if akun is None or nip_lama == pegawai.nip:
        return False
    terpakai = Pengguna.objects.filter(username=pegawai.nip).exists()
    if not terpakai:
        akun.username = pegawai.nip
        akun.save(update_fields=["username"])
    _trail(actor, "ganti_nama_akun_tertunda" if terpakai else "ganti_nama_akun", akun, sebab="nip_dibetulkan")
    return not terpakai


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
    """Give a role inside a scope. Nobody gives a role to themself or outside the instansi they manage.

    Bentrok `peran_sudah_ada` for one that they hold in these days: given twice, it would outlive its end.
    """
    _require_may_appoint(actor, pengguna, instansi)
    if unit is not None and unit.instansi_id != instansi.pk:
        raise DomainError("unit_instansi_lain", "Unit kerja itu bukan bagian dari instansi yang dipilih.")
    if jenis == JenisPeran.KLIEN_API:
        raise DomainError(
            "peran_aplikasi",
            "Peran ini hanya untuk aplikasi.",
            tindakan="Daftarkan aplikasinya di Pengaturan, Aplikasi REST.",
        )
    if jenis == JenisPeran.OPERATOR_UNIT and unit is None:
        raise DomainError("operator_tanpa_unit", "Operator unit harus menyebut unitnya.")
    # Of two presses the second waits here, and finds what the first gave.
    Pengguna.objects.select_for_update(no_key=True).get(pk=pengguna.pk)
    _require_new(pengguna, jenis, instansi, unit, mulai, sampai)
    peran = Peran.objects.create(
        pengguna=pengguna, jenis=jenis, instansi=instansi, unit=unit, mulai=mulai, sampai=sampai
    )
    _after_role_changed(pengguna)
    _trail(actor, "beri_peran", pengguna, peran=jenis.value, instansi=instansi.pk)
    return peran


@transaction.atomic
def revoke_peran(*, peran: Peran, actor: Pengguna | None, per: date) -> None:
    """End a role: its last day is the day before `per`, so that the next request has it no more."""
    _require_may_appoint(actor, peran.pengguna, peran.instansi)
    kini = Peran.objects.select_for_update(of=("self",)).filter(pk=peran.pk).first()
    if kini is None or (kini.sampai is not None and kini.sampai < per):
        return  # it has ended already: a second press must not move its last day
    if peran.mulai >= per:
        peran.delete()
    else:
        peran.sampai = per - timedelta(days=1)
        peran.save(update_fields=["sampai"])
    _after_role_changed(peran.pengguna)
    _trail(actor, "cabut_peran", peran.pengguna, peran=str(peran.jenis), instansi=peran.instansi_id)


def _require_new(
    pengguna: Pengguna,
    jenis: JenisPeran,
    instansi: Instansi,
    unit: UnitKerja | None,
    mulai: date,
    sampai: date | None,
) -> None:
    sama = Peran.objects.filter(pengguna=pengguna, jenis=jenis, instansi=instansi, unit=unit)
    bersamaan = Q(sampai=None) | Q(sampai__gte=mulai)
    if sampai is not None:
        bersamaan &= Q(mulai__lte=sampai)
    if sama.filter(bersamaan).exists():
        raise Bentrok(
            "peran_sudah_ada",
            "Orang ini sudah mempunyai peran itu pada masa tersebut.",
            tindakan="Akhiri peran yang lama bila masanya perlu diganti.",
        )


def _require_may_manage(actor: Pengguna | None, pengguna: Pengguna, pesan: str) -> None:
    """HR manages accounts of their people, never that of an administrator of the system."""
    if actor is None or actor.is_superuser:
        return
    if pengguna.pegawai is None or pengguna.is_superuser:
        raise TidakBoleh("akun_bukan_pegawai", pesan)
    _require_scope(actor, pengguna.pegawai)


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


def _after_role_changed(pengguna: Pengguna) -> None:
    """Only those with an HR-side role may open the HR door; the role's dates are checked at every request.

    Sessions end: other limits and perhaps a second factor hold from the next sign-in on.
    """
    pengelola = pengguna.is_superuser or pengguna.peran.filter(jenis__in=PERAN_MEJA).exists()
    if pengguna.is_staff != pengelola:
        pengguna.is_staff = pengelola
        pengguna.save(update_fields=["is_staff"])
    end_sessions(pengguna)


def _trail(actor: Pengguna | None, tindakan: str, pengguna: Pengguna, **rincian: object) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pengguna",
        subjek_id=pengguna.pk,
        kanal=KANAL,
        keperluan=str(rincian.get("alasan", "")),
        rincian=rincian,
    )
