"""A way out of wrong data: somebody asks, with evidence; a named officer decides; the record follows.

Until then the old value stands (decisions: services.usulan_putus). The clock of UU 27/2022 (3 x 24 hours)
runs while HR has not acted.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from pegawai.enums import CaraKonfirmasi, PemilikData, StatusUsulan
from pegawai.models import Bukti, Pegawai, UsulanPerubahan
from pegawai.models.usulan import TERBUKA
from pegawai.services import brankas
from pegawai.services.bukti import hapus_bukti, simpan_bukti
from pegawai.services.usulan_rekam import Rekam, rekam, simpan_nilai

#: UU 27/2022 art. 30: corrected within 3 x 24 hours after the request was received.
BATAS: Final = timedelta(hours=72)
PALING_BANYAK_SEHARI: Final = 20


@transaction.atomic
def ajukan_usulan(
    *,
    pegawai_id: int,
    kode: str,
    objek_id: int,
    usul: Mapping[str, Any],
    alasan: str,
    berkas: Any,
    actor: Any,
    at: datetime,
    kanal: str,
) -> UsulanPerubahan:
    """Ask for a correction of one row, for oneself or, to be confirmed by the person, for another.

    `usul` maps columns to values; those that stand already are left out. TidakDitemukan outside the
    scope, Bentrok `usulan_terbuka` when the row has one that waits (a second click), DomainError when
    nothing differs, the evidence is missing or refused, or the row could not stand so.
    """
    pegawai = _orang(pegawai_id, actor)
    sendiri = actor.pegawai_id == pegawai.pk
    r = rekam(kode)
    if r.khusus and not sendiri:
        raise TidakDitemukan("catatan_tidak_ditemukan", "Catatan itu tidak ditemukan.")
    objek = r.ambil(pegawai, objek_id)
    _pastikan_tempat(pegawai, r, objek_id, actor, at)
    lama, baru = _beda(r, pegawai, objek, usul)
    _pastikan_wajar(r, objek, baru)
    usulan = UsulanPerubahan(
        pegawai=pegawai,
        rekam=r.kode,
        objek_id=objek_id,
        lama=lama,
        usul=baru,
        alasan=alasan.strip()[:500],
        pemilik=_pemilik(r, baru),
        oleh=actor,
        dibuat_pada=at,
        **(mulai_dihitung(at) if sendiri else _menunggu_kata_pegawai()),
    )
    return _simpan(usulan, berkas, actor, at, kanal)


def _simpan(usulan: UsulanPerubahan, berkas: Any, actor: Any, at: datetime, kanal: str) -> UsulanPerubahan:
    """Last of all, so that no file is left behind by a request that was refused."""
    if berkas is None and rekam(usulan.rekam).perlu_bukti:
        raise DomainError("bukti_kosong", "Lampirkan bukti: foto atau PDF surat yang benar.")
    usulan.bukti = simpan_bukti(berkas=berkas, pengguna=actor, at=at) if berkas is not None else None
    try:
        usulan.save()
        catat_usulan(usulan, "usul_perbaikan", actor, kanal)
    except BaseException:
        brankas.hapus(usulan.bukti.berkas if usulan.bukti else "")
        raise
    return usulan


def mulai_dihitung(at: datetime) -> dict[str, Any]:
    """The columns of a request that HR has received."""
    return {"status": StatusUsulan.MENUNGGU, "masuk_pada": at, "tenggat": at + BATAS}


def _menunggu_kata_pegawai() -> dict[str, Any]:
    return {"status": StatusUsulan.MENUNGGU_KONFIRMASI, "cara": CaraKonfirmasi.KODE}


def _orang(pegawai_id: int, actor: Any) -> Pegawai:
    """Locked: of two clicks the second finds what the first wrote."""
    boleh = Pegawai.objects.dibantu(actor).filter(pk=pegawai_id).exists()
    if not boleh and actor.pegawai_id != pegawai_id:
        raise TidakDitemukan("pegawai_tidak_ditemukan", "Pegawai tidak ditemukan dalam lingkup Anda.")
    orang = Pegawai.objects.select_for_update(of=("self",), no_key=True).select_related("unit", "atasan")
    pegawai: Pegawai = orang.get(pk=pegawai_id)
    return pegawai


def _pastikan_tempat(pegawai: Pegawai, r: Rekam, objek_id: int, actor: Any, at: datetime) -> None:
    sendiri = actor.pegawai_id == pegawai.pk
    ada = UsulanPerubahan.objects.filter(
        pegawai=pegawai, rekam=r.kode, objek_id=objek_id, status__in=TERBUKA
    ).first()
    if ada is not None and sendiri and ada.status == StatusUsulan.MENUNGGU_KONFIRMASI:
        # What the person writes stands above what somebody entered for them and nobody confirmed.
        tutup(ada, StatusUsulan.DIBATALKAN, actor, at, "Diganti dengan usul yang diisi sendiri.")
        ada = None
    if ada is not None:
        raise Bentrok(
            "usulan_terbuka",
            "Usul untuk baris ini sudah terkirim dan sedang diperiksa.",
            tindakan="Lihat keadaannya di Usul saya. Batalkan dahulu bila isinya perlu diganti.",
        )
    sehari = UsulanPerubahan.objects.filter(pegawai=pegawai, dibuat_pada__gt=at - timedelta(days=1))
    if sehari.count() >= PALING_BANYAK_SEHARI:
        raise DomainError(
            "usulan_terlalu_banyak",
            f"Sudah {PALING_BANYAK_SEHARI} usul dalam 24 jam.",
            tindakan="Lanjutkan besok, atau hubungi pengelola kepegawaian.",
        )


def _beda(
    r: Rekam, pegawai: Pegawai, objek: Any, usul: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What stands and what should, of the columns that differ; names outside the register are not read."""
    kini = r.kini(pegawai, objek)
    baru = {}
    for k in r.isian(objek):
        nilai = simpan_nilai(usul.get(k.nama, kini[k.nama] if objek is not None else ""))
        if isinstance(nilai, str):
            nilai = nilai.strip()
        if k.periksa is not None and nilai:
            nilai = k.periksa(nilai)
        kosong = nilai in ("", None)
        if (kosong and kini[k.nama] in ("", None)) or (kosong and not k.ditulis):
            continue
        if nilai != kini[k.nama]:
            baru[k.nama] = nilai
    if not baru:
        raise DomainError(
            "tidak_berbeda",
            "Isiannya masih sama dengan yang tercatat.",
            tindakan="Ganti isian yang keliru, lalu kirim lagi.",
        )
    return {nama: kini[nama] for nama in baru}, baru


def _pastikan_wajar(r: Rekam, objek: Any, baru: Mapping[str, Any]) -> None:
    """Tell the person at once what the record could not hold, instead of letting HR find it days later."""
    if objek is None:
        return
    salinan = r.model(**{b.attname: getattr(objek, b.attname) for b in r.model._meta.concrete_fields})
    salinan._state.adding = False
    for nama, nilai in baru.items():
        k = r.kolom_bernama(nama)
        if k.ditulis:
            setattr(salinan, nama, k.python(nilai, r.model))
    periksa_wajar(r, salinan, baru)


def periksa_wajar(r: Rekam, objek: Any, baru: Mapping[str, Any]) -> None:
    """DomainError with the sentence of the model for a value or a row that it does not allow."""
    lain = {b.name for b in r.model._meta.fields if b.name not in baru}
    try:
        objek.full_clean(exclude=lain, validate_unique=False)
        objek.validate_constraints()
    except ValidationError as salah:
        raise DomainError(
            "catatan_tidak_wajar", " ".join(salah.messages), tindakan="Periksa lagi isiannya."
        ) from salah


def _pemilik(r: Rekam, baru: Mapping[str, Any]) -> PemilikData:
    """One column that only BKN corrects makes the whole request BKN's."""
    bkn = any(r.kolom_bernama(nama).pemilik is PemilikData.BKN for nama in baru)
    return PemilikData.BKN if bkn else PemilikData.INSTANSI


@transaction.atomic
def batalkan_usulan(*, usulan_id: int, actor: Any, at: datetime, kanal: str) -> UsulanPerubahan:
    """Withdraw: the person always, whoever entered it until it is confirmed. The evidence goes with it."""
    usulan = ambil_terkunci(UsulanPerubahan.objects.visible_to(actor), usulan_id)
    sendiri = actor.pegawai_id == usulan.pegawai_id
    belum_sah = usulan.status == StatusUsulan.MENUNGGU_KONFIRMASI
    if not sendiri and not (belum_sah and usulan.oleh_id == actor.pk):
        raise TidakBoleh("bukan_pengusul", "Usul ini dibatalkan oleh pegawai yang bersangkutan.")
    if usulan.status not in TERBUKA:
        raise sudah_berubah(usulan)
    tutup(usulan, StatusUsulan.DIBATALKAN, actor, at, "")
    catat_usulan(usulan, "batalkan_usulan", actor, kanal)
    return usulan


def ambil_terkunci(semua: Any, usulan_id: int) -> UsulanPerubahan:
    """One row held until the transaction ends; TidakDitemukan outside `semua`."""
    usulan: UsulanPerubahan | None = semua.select_for_update(of=("self",)).filter(pk=usulan_id).first()
    if usulan is None:
        raise TidakDitemukan("usulan_tidak_ditemukan", "Usul ini tidak ditemukan.")
    return usulan


def sudah_berubah(usulan: UsulanPerubahan) -> Bentrok:
    oleh = f" oleh {usulan.diputuskan_oleh}" if usulan.diputuskan_oleh else ""
    return Bentrok(
        "usulan_berubah",
        f"Usul ini berubah sejak Anda buka. Sekarang: {usulan.get_status_display()}{oleh}.",
        tindakan="Muat ulang halaman untuk melihat keadaan terbarunya.",
    )


def tutup(usulan: UsulanPerubahan, status: StatusUsulan, actor: Any, at: datetime, catatan: str) -> None:
    """The next state, who made it so and when. Evidence of what was withdrawn serves nothing any more."""
    sendiri = actor.pegawai_id == usulan.pegawai_id
    usulan.status, usulan.versi = status, usulan.versi + 1
    usulan.catatan, usulan.diputuskan_oleh, usulan.diputuskan_pada = catatan.strip()[:500], actor, at
    usulan.pemutus_id = None if sendiri else actor.pegawai_id
    usulan.kode_sidik, usulan.kode_sampai = "", None
    buang: list[Bukti] = []
    if status is StatusUsulan.DIBATALKAN:
        buang = [b for b in (usulan.bukti, usulan.kertas) if b is not None]
        usulan.bukti = usulan.kertas = None
    usulan.save()
    hapus_bukti(*buang)


def catat_usulan(usulan: UsulanPerubahan, tindakan: str, actor: Any, kanal: str) -> None:
    """A line on the trail of the person; sensitive kinds are for HR of the person only."""
    r = rekam(usulan.rekam)
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pegawai",
        subjek_id=usulan.pegawai_id,
        kanal=kanal,
        keperluan=f"{r.judul}: usul nomor {usulan.pk}",
        rincian={"usulan": usulan.pk, "status": usulan.status, **({"khusus": True} if r.khusus else {})},
    )
