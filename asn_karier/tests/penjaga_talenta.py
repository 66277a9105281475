"""What guards talent: each guard yields what somebody could do or read and must not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import reverse

from asn_karier.lib.errors import DomainError
from asn_karier.tests.peramban import masuk, teks
from karier.enums import PeranKomite
from karier.models import HasilEvaluasi, JabatanKritikal, PenetapanKotak
from karier.services.komite import name_member
from karier.services.peta_talenta import Dasar, Saringan, people_of_cell
from karier.services.rilis import release_session
from karier.services.sidang import agree_boxes, set_box
from karier.services.suksesi import add_candidate, mark_post
from karier.services.talenta_saya import own_talent
from karier.tests.dunia_talenta import Dunia, lengkapi
from karier.tests.jalan import PER, SAAT, jalankan_sampai_selesai
from pegawai.enums import JenisPeran
from pegawai.models import Pengguna
from pegawai.tests.pabrik import PenggunaPabrik, PeranPabrik

Penjaga = Callable[[], Iterator[str]]
#: In the reason of a box that is not released, and of a critical post.
RAHASIA = "Tantalum"


def _lolos(apa: str, kerja: Callable[[], Any]) -> Iterator[str]:
    try:
        kerja()
    except DomainError:
        return
    yield apa


def _semua_akun(d: Dunia) -> dict[str, Pengguna]:
    """Everybody who is neither of the committee nor HR of the instansi."""
    auditor = PenggunaPabrik(is_staff=True, username="auditor-uji")
    PeranPabrik(pengguna=auditor, instansi=d.instansi, jenis=JenisPeran.AUDITOR)
    operator = PenggunaPabrik(is_staff=True, username="operator-uji")
    PeranPabrik(pengguna=operator, instansi=d.instansi, unit=d.unit, jenis=JenisPeran.OPERATOR_UNIT)
    return {
        "diri": d.akun(d.asn[0]),
        "atasan": d.akun(d.atasan),
        "rekan": d.akun(d.asn[1]),
        "auditor": auditor,
        "operator": operator,
    }


def _belum_dirilis(d: Dunia) -> None:
    sidang = d.sidang()
    set_box(
        sidang_id=sidang.pk, pegawai_id=d.asn[0].pk, kotak=7, alasan=RAHASIA, urutan=0,
        actor=d.akun(d.anggota[0]), at=SAAT,
    )  # fmt: skip


def menetapkan_diri_dan_yang_dekat() -> Iterator[str]:
    d = Dunia(1)
    anggota = lengkapi(d.anggota[0])
    d.asn[0].atasan = anggota
    d.asn[0].save()
    jalankan_sampai_selesai(d.instansi)
    sidang, akun = d.sidang(), d.akun(anggota)
    for siapa in (anggota, d.asn[0]):
        isi = {
            "sidang_id": sidang.pk,
            "pegawai_id": siapa.pk,
            "kotak": 9,
            "alasan": "",
            "urutan": 0,
            "at": SAAT,
        }
        yield from _lolos(f"menetapkan {siapa.nama}", lambda isi=isi: set_box(actor=akun, **isi))
    baru = agree_boxes(sidang_id=sidang.pk, pegawai_ids=[anggota.pk, d.asn[0].pk], actor=akun, at=SAAT)
    yield from (f"menyetujui {p.pegawai.nama}" for p in baru)


def merilis_sendiri() -> Iterator[str]:
    """A member with a voice who is HR too, and an official about themself."""
    d = Dunia(1)
    sidang = d.sidang()
    d.tetapkan(sidang)
    d.berita(sidang)
    dua = d.petugas("Petugas Dua")
    d.tunjuk(dua.pegawai, PeranKomite.ANGGOTA)
    rilis = {"sidang_id": sidang.pk, "at": SAAT}
    yield from _lolos("anggota merilis", lambda: release_session(actor=dua, **rilis))


def menunjuk_diri() -> Iterator[str]:
    d = Dunia(0)
    isi = {"komite_id": d.komite.pk, "peran": PeranKomite.KETUA, "mulai": PER, "at": SAAT}
    yield from _lolos("menunjuk diri", lambda: name_member(pegawai=d.hr.pegawai, actor=d.hr, **isi))


def membaca_kotak_sebelum_rilis() -> Iterator[str]:
    """By the row, by one's own page, by the page of a leader, by the door of the committee and of HR."""
    d = Dunia(2)
    _belum_dirilis(d)
    if own_talent(d.asn[0], per=PER).kotak is not None:
        yield "halaman sendiri"
    sidang = PenetapanKotak.objects.get().sidang
    tujuan = {
        "sendiri": reverse("karier:talenta"),
        "tim": reverse("karier:talenta_tim"),
        "sidang": reverse("karier:sidang", args=[sidang.pk]) + "?lihat=semua",
        "orang": reverse("karier:sidang_orang", args=[sidang.pk, d.asn[0].pk]),
        "rilis": reverse("admin:karier_komitetalenta_rilis", args=[sidang.pk]),
        "peta": reverse("admin:karier_komitetalenta_peta") + "?kotak=9",
        "orang run": reverse("admin:karier_runevaluasi_orang", args=[d.run.pk, d.asn[0].pk]),
        "unduh run": reverse("admin:karier_runevaluasi_unduh", args=[d.run.pk, "csv"]),
        "daftar run": reverse("admin:karier_runevaluasi_hasil", args=[d.run.pk]) + "?kotak=9",
        "jejak": reverse("admin:inti_jejak_changelist"),
        "data saya": reverse("pegawai:data_saya"),
        "api saya": "/api/v1/saya/",
    }
    for nama, akun in _semua_akun(d).items():
        if PenetapanKotak.objects.visible_to(akun).exists():
            yield f"{nama} melihat barisnya"
        client = masuk(akun)
        for apa, alamat in tujuan.items():
            jawaban = client.get(alamat)
            isi = "" if jawaban.streaming else teks(jawaban)
            if RAHASIA in isi or "Kotak 7:" in isi or "Kotak 9:" in isi or "Kotak talenta (usulan" in isi:
                yield f"{nama} membaca {apa}"


def pengelola_membaca_kotaknya() -> Iterator[str]:
    """HR about themself: the list of a cell, and their page of a run."""
    d = Dunia(1)
    HasilEvaluasi.objects.filter(pegawai=d.hr.pegawai).update(kotak=9)
    s = Saringan(d.instansi.pk, Dasar.USULAN)
    semua = people_of_cell(s, 9, d.hr, per=PER, sesudah=0, banyak=9)
    if d.hr.pegawai_id in {b.pegawai_id for b in semua}:
        yield "daftar sel"
    halaman = masuk(d.hr).get(reverse("admin:karier_runevaluasi_orang", args=[d.run.pk, d.hr.pegawai_id]))
    if "Kotak talenta" in teks(halaman):
        yield "halaman hasil"


def membaca_suksesi() -> Iterator[str]:
    """Whoever has no duty; a candidate and the holder although they have one."""
    d = Dunia(2)
    d.dirilis()
    pos = mark_post(
        jabatan=d.atasan.riwayat_jabatan.get().jabatan, unit=d.unit, alasan=RAHASIA,
        actor=d.akun(d.anggota[0]), at=SAAT,
    )  # fmt: skip
    d.tunjuk(d.atasan, PeranKomite.ANGGOTA)
    add_candidate(
        kritikal_id=pos.pk,
        pegawai=d.anggota[1],
        alasan="Cakap",
        rencana="",
        actor=d.akun(d.anggota[0]),
        at=SAAT,
    )
    sistem = PenggunaPabrik(is_staff=True, is_superuser=True, username="sistem-uji")
    asing = {**_semua_akun(d), "kandidat": d.akun(d.anggota[1]), "hr": d.hr, "sistem": sistem}
    for nama, akun in asing.items():
        if JabatanKritikal.objects.visible_to(akun).exists():
            yield f"{nama} melihat jabatannya"
        client = masuk(akun)
        for alamat in (reverse("karier:suksesi"), reverse("karier:suksesi_jabatan", args=[pos.pk])):
            if RAHASIA in teks(client.get(alamat)):
                yield f"{nama} membaca {alamat}"
