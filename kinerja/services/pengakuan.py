"""Recognition: proposed by one person, confirmed by a leader of the person, made public by its owner."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db import IntegrityError, transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from kinerja.enums import HubunganPemberi, StatusPengakuan, SumberPengakuan
from kinerja.models import KisahPublik, Pengakuan
from kinerja.services.hubungan import addressee, person_of
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS
from pegawai.services.profil import day_of

KANAL: Final = "portal"


class IsiPengakuan(NamedTuple):
    """What is recognised, and when it happened."""

    sumber: SumberPengakuan
    judul: str
    uraian: str
    tanggal: date
    rujukan: str = ""


@transaction.atomic
def propose(*, pegawai_id: int, isi: IsiPengakuan, kunci: UUID, actor: Any, at: datetime) -> Pengakuan:
    """A leader or a colleague proposes it; the person learns of it only when it is established.

    Raises TidakDitemukan for oneself and strangers, TidakBoleh for the own leader, DomainError for what is
    not filled in, Bentrok when this form sent something else already.
    """
    saya = person_of(actor)
    orang, sebagai = addressee(saya=saya, pegawai_id=pegawai_id)
    if sebagai is HubunganPemberi.BAWAHAN:
        raise TidakBoleh(
            "bukan_untuk_atasan", "Pengakuan diusulkan oleh atasan atau rekan, bukan oleh bawahannya."
        )
    kolom = _kolom(isi, orang, at)
    ada = Pengakuan.objects.filter(pengusul=saya, kunci=kunci).first()
    if ada is not None:
        return _sama(ada, orang.pk, kolom)
    baru = Pengakuan(pegawai=orang, pengusul=saya, kunci=kunci, diusulkan_pada=at, **kolom)
    try:
        with transaction.atomic():
            baru.save()
    except IntegrityError:
        return _sama(Pengakuan.objects.get(pengusul=saya, kunci=kunci), orang.pk, kolom)
    catat(
        pengguna=actor, tindakan="usulkan_pengakuan", subjek_jenis="pengakuan", subjek_id=baru.pk, kanal=KANAL
    )
    return baru


@transaction.atomic
def decide(*, pengakuan_id: int, tetap: bool, alasan: str, versi: int, actor: Any, at: datetime) -> Pengakuan:
    """The atasan penilai of the person, or the leader above, establishes it or not, with a reason.

    Nobody confirms what they proposed themself, unless nobody stands above them. Raises TidakDitemukan for
    everybody else, Bentrok when it was decided meanwhile.
    """
    p = _terlihat(pengakuan_id, actor)
    boleh = Pengakuan.objects.filter(pk=p.pk).menunggu(actor).exists()
    if p.status != StatusPengakuan.DIUSULKAN or (boleh and p.versi != versi):
        raise Bentrok(
            "sudah_diputuskan",
            f"Usul ini berubah sejak Anda membukanya. Sekarang: {p.get_status_display()}.",
            tindakan="Muat ulang halaman untuk melihat keadaan terbarunya.",
        )
    if not boleh or person_of(actor).kedudukan_hukum not in BERTUGAS:
        raise TidakBoleh(
            "bukan_pemutus", "Usul ini diputuskan oleh atasan penilai pegawai, atau pimpinan di atasnya."
        )
    if not tetap and not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan alasan. Pengusul membacanya.")
    p.status = StatusPengakuan.DITETAPKAN if tetap else StatusPengakuan.TIDAK_DITETAPKAN
    p.alasan = "" if tetap else alasan.strip()[:300]
    p.penetap_id, p.diputuskan_pada, p.versi = actor.pegawai_id, at, p.versi + 1
    p.save()
    _catat(p, "tetapkan_pengakuan" if tetap else "tolak_pengakuan", actor)
    return p


@transaction.atomic
def publish_story(
    *, pengakuan_id: int, nama: bool, unit: bool, setuju: bool, actor: Any, at: datetime
) -> KisahPublik:
    """The person allows exactly these words to be public. Twice the same is once.

    Raises TidakDitemukan for everybody else's, DomainError `belum_setuju` without an explicit yes, Bentrok
    while another consent holds.
    """
    p = _milik(pengakuan_id, actor)
    if not setuju:
        raise DomainError("belum_setuju", "Centang persetujuan bila kisah ini boleh tampil.")
    isi = {
        "judul": p.judul,
        "kisah": p.uraian,
        "nama": p.pegawai.nama_gelar if nama else "",
        "unit": p.pegawai.unit.nama if unit and p.pegawai.unit else "",
    }
    ada: KisahPublik | None = p.kisah.berlaku().first()
    if ada is not None and all(getattr(ada, k) == v for k, v in isi.items()):
        return ada
    if ada is not None:
        raise Bentrok(
            "kisah_tampil",
            "Kisah ini sudah tampil dengan pilihan lain.",
            tindakan="Cabut persetujuan dahulu, lalu pilih lagi.",
        )
    kisah: KisahPublik = p.kisah.create(disetujui_pada=at, **isi)
    _catat(p, "setujui_kisah", actor)
    return kisah


@transaction.atomic
def revoke_story(*, pengakuan_id: int, actor: Any, at: datetime) -> None:
    """The person takes the consent back: from now on nothing of it is public. Twice is once."""
    p = _milik(pengakuan_id, actor)
    kosong = {"judul": "", "kisah": "", "nama": "", "unit": ""}
    if p.kisah.berlaku().update(dicabut_pada=at, **kosong):
        _catat(p, "cabut_kisah", actor)


def recognition(*, pengakuan_id: int, pengguna: Any) -> Pengakuan:
    """One recognition in the scope of `pengguna`; TidakDitemukan otherwise."""
    semua = Pengakuan.objects.visible_to(pengguna).filter(pk=pengakuan_id)
    orang = semua.select_related("pegawai__instansi", "pegawai__unit", "pengusul", "penetap")
    satu: Pengakuan | None = orang.first()
    if satu is None:
        raise _tidak_ada()
    return satu


def _terlihat(pengakuan_id: int, actor: Any) -> Pengakuan:
    """In scope, and held."""
    kunci = recognition(pengakuan_id=pengakuan_id, pengguna=actor).pk
    p: Pengakuan = Pengakuan.objects.select_for_update(of=("self",)).get(pk=kunci)
    return p


def _milik(pengakuan_id: int, actor: Any) -> Pengakuan:
    """An established one about `actor`, and held."""
    tetap = Pengakuan.objects.filter(pegawai=actor.pegawai_id or 0, status=StatusPengakuan.DITETAPKAN)
    terkunci = tetap.select_for_update(of=("self",)).select_related("pegawai__unit")
    p: Pengakuan | None = terkunci.filter(pk=pengakuan_id).first()
    if p is None:
        raise _tidak_ada()
    return p


def _kolom(isi: IsiPengakuan, orang: Pegawai, at: datetime) -> dict[str, Any]:
    judul, uraian, rujukan = isi.judul.strip(), isi.uraian.strip(), isi.rujukan.strip()
    if not judul or not uraian:
        raise DomainError("uraian_kosong", "Isi atas apa pengakuan ini dan ceritakan singkat.")
    if isi.tanggal > day_of(orang, at):
        raise DomainError("tanggal_belum_tiba", "Tanggal ini belum tiba. Isi hari kejadiannya.")
    return {
        "sumber": isi.sumber,
        "judul": judul[:120],
        "uraian": uraian[:800],
        "rujukan": rujukan[:120],
        "tanggal": isi.tanggal,
    }


def _sama(ada: Pengakuan, pegawai_id: int, kolom: dict[str, Any]) -> Pengakuan:
    if ada.pegawai_id == pegawai_id and all(getattr(ada, k) == v for k, v in kolom.items()):
        return ada
    raise Bentrok(
        "sudah_terkirim",
        "Usul dari halaman ini sudah terkirim. Isian yang sekarang berbeda.",
        tindakan="Tekan Kirim usul sekali lagi bila ini usul yang lain.",
    )


def _tidak_ada() -> TidakDitemukan:
    return TidakDitemukan("pengakuan_tidak_ditemukan", "Pengakuan itu tidak ditemukan.")


def _catat(p: Pengakuan, tindakan: str, actor: Any) -> None:
    """On the trail of the person once it is theirs; a refusal is not about them."""
    tentang = (
        ("pengakuan", p.pk) if p.status == StatusPengakuan.TIDAK_DITETAPKAN else ("pegawai", p.pegawai_id)
    )
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis=tentang[0],
        subjek_id=tentang[1],
        kanal=KANAL,
        rincian={"pengakuan": p.pk},
    )
