"""Guards of performance: each looks for one rule being broken, and says where. Nothing found: it holds.

`test_lubang_kinerja` runs them on the product as it is, and on a product that was weakened in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any, Final

from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.tests.dunia import KOLOM, TANDA_BELUM, Dunia
from asn_karier.tests.rute import minta
from kinerja.enums import PutusanKeberatan, Rating, StatusPenilaian, StatusSiklus
from kinerja.facts import predikat
from kinerja.models import DelegasiPenilaian, EvaluasiPeriodik, Penilaian, RefleksiDiri, UsulKalibrasi
from kinerja.services.bahan import Diminta, collect_evidence
from kinerja.services.kalibrasi import ratings_of
from kinerja.services.keberatan_putus import putuskan_keberatan
from kinerja.services.lembar_kalibrasi import session_sheet
from kinerja.services.penilai import parts_to_rate
from kinerja.services.penilaian import Isian, Terlihat, kirim, nilai, ubah_terkirim
from kinerja.tests.dunia_kalibrasi import Dunia as Kalibrasi
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik
from kinerja.tests.pabrik_keberatan import ajukan, pihak_pabrik
from kinerja.tests.test_impor_ekinerja import cek, rekap
from pegawai.enums import StatusBaris
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari

SAAT: Final = datetime(2027, 1, 20, 2, 0, tzinfo=UTC)
SESUAI, ATAS = Rating.SESUAI_EKSPEKTASI, Rating.DI_ATAS_EKSPEKTASI
Penjaga = Callable[[Dunia], Iterator[str]]


def periksa(penjaga: Penjaga, d: Dunia) -> list[str]:
    """What a guard finds; whatever it did for that is undone."""
    titik = transaction.savepoint()
    try:
        return list(penjaga(d))
    finally:
        transaction.savepoint_rollback(titik)


def lolos(apa: str, kerja: Callable[[], Any], *kode: str) -> list[str]:
    """Empty when `kerja` is refused with one of `kode`; else what happened instead."""
    titik = transaction.savepoint()
    try:
        kerja()
    except DomainError as salah:
        return [] if salah.kode in kode else [f"{apa}: {salah.kode}"]
    finally:
        transaction.savepoint_rollback(titik)
    return [f"{apa}: tidak ditolak"]


def _isian(orang: Any, versi: int | None = None) -> list[Isian]:
    return [Isian(orang.pk, SESUAI, SESUAI, "", versi)]


# -- nobody rates themself -------------------------------------------------------------------------------


def menilai_diri(_: Dunia) -> Iterator[str]:
    """Recorded as their own atasan, preparing for their leader, or written past the services."""
    siklus = SiklusPabrik(status=StatusSiklus.DIBUKA, instansi__kode="uji-diri")
    sendiri = PegawaiPabrik(instansi=siklus.instansi, struktural=True)
    sendiri.atasan = sendiri
    sendiri.save()
    akun = PenggunaPabrik(pegawai=sendiri)
    isi: dict[str, Any] = {"siklus": siklus, "actor": akun, "at": SAAT}
    yield from lolos("menilai diri", lambda: nilai(isian=_isian(sendiri), **isi), "diri_sendiri")
    terlihat = [Terlihat(sendiri.pk, 1)]
    yield from lolos("menandatangani diri", lambda: kirim(terlihat=terlihat, **isi), "diri_sendiri")
    yield from _menyiapkan_diri(siklus)
    baris = PenilaianPabrik.build(pegawai=sendiri, penilai=sendiri)
    try:
        baris.validate_constraints()
        yield "basis data menerima penilaian diri"
    except ValidationError:
        pass


def _menyiapkan_diri(siklus: Any) -> Iterator[str]:
    pimpinan = PegawaiPabrik(instansi=siklus.instansi, struktural=True)
    penyiap, rekan = (PegawaiPabrik(instansi=siklus.instansi, atasan=pimpinan) for _ in range(2))
    akun = PenggunaPabrik(pegawai=penyiap)
    isi: dict[str, Any] = {"siklus": siklus, "actor": akun, "at": SAAT, "untuk": pimpinan.pk}
    tanpa = lolos("menyiapkan tanpa delegasi", lambda: nilai(isian=_isian(rekan), **isi), "tanpa_delegasi")
    hari = timezone.localdate()
    DelegasiPenilaian.objects.create(pemberi=pimpinan, penerima=penyiap, mulai=hari, sampai=hari)
    sendiri = lolos("menyiapkan diri", lambda: nilai(isian=_isian(penyiap), **isi), "diri_sendiri")
    yield from (*tanpa, *sendiri)
    RefleksiDiri.objects.create(pegawai=rekan, siklus=siklus, isi="Kata saya")
    bagian = parts_to_rate(siklus, penilai_id=pimpinan.pk)
    if collect_evidence(Diminta(siklus, bagian, akun)):
        yield "penyiap membaca refleksi"


# -- nobody decides their own objection --------------------------------------------------------------------


def memutus_keberatan_sendiri(_: Dunia) -> Iterator[str]:
    """The person, who rated, who signed, HR, the administrator."""
    p = pihak_pabrik()
    penanda_tangan = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, instansi=p.orang.instansi))
    kasus = ajukan(p)
    super_ = PenggunaPabrik(username="super-uji", is_superuser=True, is_staff=True)
    for actor in (p.asn, p.penilai, p.luar, hr_dari(p.orang.instansi, username="hr-uji"), super_):
        yield from lolos(f"diputus {actor}", lambda a=actor: _putuskan(kasus, a), "bukan_pemutus")
    # Signed in the place of the pejabat penilai, and now named to decide about it.
    Penilaian.objects.filter(pk=p.hasil.pk).update(ditetapkan_oleh=penanda_tangan)
    type(kasus).objects.filter(pk=kasus.pk).update(pemutus=penanda_tangan.pegawai)
    yield from lolos("diputus penanda tangan", lambda: _putuskan(kasus, penanda_tangan), "bukan_pemutus")
    kasus.pemutus = p.orang
    try:
        kasus.validate_constraints()
        yield "basis data menerima pegawai sebagai pemutus"
    except ValidationError:
        pass


def _putuskan(kasus: Any, actor: Any) -> None:
    putusan = PutusanKeberatan.TIDAK
    isi: dict[str, Any] = {"keberatan_id": kasus.pk, "versi": kasus.versi, "putusan": putusan}
    putuskan_keberatan(**isi, alasan="Cukup.", actor=actor, at=SAAT)


# -- nobody sees an unannounced result early ---------------------------------------------------------------


def membaca_sebelum_diumumkan(d: Dunia) -> Iterator[str]:
    """The rating of 2024 was sent and waits for its announcement: no address opens it, no page tells it."""
    p = d.objek["kinerja.usulkalibrasi"].penilaian
    langsung = [reverse("kinerja:hasil_satu", args=["tahunan", p.pk])]
    langsung += [reverse(f"admin:kinerja_penilaian_{n}", args=[p.pk]) for n in ("change", "history")]
    for alamat in langsung:
        for siapa in KOLOM:
            if minta(d, siapa, "GET", alamat).status_code == 200:
                yield f"{siapa} membuka {alamat}"
    semua = [reverse("kinerja:hasil"), reverse("kinerja:saya"), reverse("pegawai:data_saya")]
    for alamat in semua:
        isi = minta(d, "diri", "GET", alamat).isi_teks
        if TANDA_BELUM in isi or "Penilaian kinerja 2024" in isi:
            yield f"diri membaca {alamat}"
    for siapa in ("diri", "luar", "hr_lain", "auditor", "anonim"):
        if Penilaian.objects.visible_to(d.akun[siapa]).filter(pk=p.pk).exists():
            yield f"{siapa} melihat baris"
    if predikat(date(2025, 4, 1)).filter(pegawai_id=d.diri.pk, predikat_1__isnull=False).exists():
        yield "fakta karier memuat yang belum diumumkan"


def hasil_sebelum_pengumuman(_: Dunia) -> Iterator[str]:
    """A cycle that announces together: what is sent is nobody's result yet, nor named by its predikat."""
    d = Kalibrasi("uji-kalibrasi")
    orang = PenggunaPabrik(pegawai=d.orang[0])
    if Penilaian.objects.visible_to(orang).exists():
        yield "terlihat sebelum diumumkan"
        return
    if any("Baik" in str(b) for b in Penilaian.objects.filter(pegawai__in=d.orang)):
        yield "namanya memuat predikat"
    sesi = d.buka()
    sesi.peserta.add(d.orang[0])
    PenilaianPabrik(pegawai=d.penilai.pegawai, tahun=d.siklus.tahun, status=StatusPenilaian.DIKIRIM)
    tabel = {p.pegawai_id for p in ratings_of(sesi, pengguna=orang)}
    tabel |= {b.penilaian.pegawai_id for b in session_sheet(sesi, pengguna=orang).baris}
    if tabel & {d.orang[0].pk, d.penilai.pegawai_id}:
        yield "peserta kalibrasi membaca diri atau atasannya"
    d.usulkan(sesi)
    if UsulKalibrasi.objects.visible_to(orang).exists():
        yield "peserta membaca usul tentang dirinya"


def menebak_lewat_berkas(_: Dunia) -> Iterator[str]:
    """A file of guesses is answered alike whatever the rating that waits."""
    instansi = InstansiPabrik(kode="uji-tebak")
    orang = PegawaiPabrik(instansi=instansi)
    p = PenilaianPabrik(pegawai=orang, tahun=2025, status=StatusPenilaian.DIKIRIM)
    kata = (("SESUAI EKSPEKTASI", "BAIK"), ("DI BAWAH EKSPEKTASI", "BUTUH PERBAIKAN"))
    keadaan = [_keadaan(instansi, rekap((orang.nip, hasil, "SESUAI EKSPEKTASI", b))) for hasil, b in kata]
    if keadaan[0] != keadaan[1]:
        yield "berkas tebakan membedakan"
    Penilaian.objects.filter(pk=p.pk).update(status=StatusPenilaian.DITETAPKAN)
    if _keadaan(instansi, rekap((orang.nip, "DI BAWAH EKSPEKTASI", *kata[0][:1], kata[1][1]), spasi=2)) != [
        StatusBaris.DITOLAK
    ]:
        yield "berkas menimpa rating"


def _keadaan(instansi: Any, isi: bytes) -> list[str]:
    return [b.status for b in cek(instansi, isi).baris.all()]


# -- HR never edits a rating -------------------------------------------------------------------------------


RATING: Final = (Penilaian, EvaluasiPeriodik, UsulKalibrasi)


def hr_mengubah_rating(d: Dunia) -> Iterator[str]:
    """No form, no inline, no action at the desk, and no service for anyone but the pejabat penilai."""
    p = d.objek["kinerja.penilaian"]
    for siapa in ("hr", "super"):
        request = _permintaan(d.akun[siapa])
        for kelas in _halaman_rating():
            hak = [getattr(kelas, f"has_{n}_permission")(request, p) for n in ("change", "delete")]
            hak += [kelas.has_add_permission(request, *([p] if isinstance(kelas, InlineModelAdmin) else []))]
            if any(hak):
                yield f"{siapa} mengubah lewat {type(kelas).__name__}"
        for bagian in ("change", "delete"):
            alamat = reverse(f"admin:kinerja_penilaian_{bagian}", args=[p.pk])
            if minta(d, siapa, "POST", alamat, {"post": "yes", "status": "draf"}).status_code != 403:
                yield f"{siapa} mengirim {alamat}"
    k = Kalibrasi("uji-kalibrasi")
    isian = Isian(k.orang[0].pk, ATAS, ATAS, "Ya.", 1)
    isi: dict[str, Any] = {"siklus": k.siklus, "isian": isian, "alasan": "Ya.", "at": SAAT}
    yield from lolos("diubah HR", lambda: ubah_terkirim(actor=k.hr, **isi), "bukan_atasan")


def _permintaan(akun: Any) -> Any:
    request = RequestFactory().get("/")
    request.user = akun
    return request


def _halaman_rating() -> list[Any]:
    """Pages of the desk and tables inside pages whose rows are ratings."""
    semua = list(admin.site._registry.values())
    dalam = [i(a.model, admin.site) for a in semua for i in a.get_inlines(_permintaan(AnonymousUser()), None)]
    return [a for a in (*semua, *dalam) if a.model in RATING]
