"""The committee of talent sets, the instansi releases, and only then the person reads."""

from __future__ import annotations

from typing import Any

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from karier.enums import JenisPenetapan, PeranKomite
from karier.models import KomponenTalenta, PenetapanKotak, Rekomendasi, RilisKotak
from karier.services.rilis import release_session, waiting
from karier.services.rilis_baca import release_rows
from karier.services.sidang import agree_boxes, open_session, set_box, undo_box, write_minutes
from karier.services.sidang_baca import progress_of
from karier.services.sidang_halaman import person_in_session, rows_of_page
from karier.services.talenta_saya import own_talent, talent_sentence
from karier.tests.dunia_talenta import Dunia, lengkapi
from karier.tests.jalan import PER, SAAT, jalankan_sampai_selesai
from pegawai.models import Pegawai, Pengguna

pytestmark = pytest.mark.django_db


@pytest.fixture
def d() -> Dunia:
    return Dunia()


def kode(kerja: Any) -> str:
    with pytest.raises(DomainError) as salah:
        kerja()
    return salah.value.kode


def atur(
    d: Dunia, sidang: Any, siapa: Pegawai, *, kotak: int = 9, oleh: Pengguna | None = None, **lain: Any
) -> Any:
    isi = {"alasan": "", "urutan": 0, **lain}
    akun = oleh or d.akun(d.anggota[0])
    return set_box(sidang_id=sidang.pk, pegawai_id=siapa.pk, kotak=kotak, actor=akun, at=SAAT, **isi)


def urung(d: Dunia, sidang: Any, siapa: Pegawai, urutan: int, alasan: str = "Keliru baca") -> PenetapanKotak:
    return undo_box(
        sidang_id=sidang.pk, pegawai_id=siapa.pk, alasan=alasan, urutan=urutan,
        actor=d.akun(d.anggota[1]), at=SAAT,
    )  # fmt: skip


# -- a session ----------------------------------------------------------------------------------------


def test_a_session_needs_its_quorum_a_duty_and_a_run(d: Dunia) -> None:
    isi: dict[str, Any] = {"komite_id": d.komite.pk, "tanggal": PER, "unit": None, "at": SAAT}
    satu = [d.komite.anggota.first().pk]
    ketua, sekretaris = d.akun(d.anggota[0]), d.komite.anggota.get(pegawai=d.sekretaris)
    assert kode(lambda: open_session(hadir=satu, actor=ketua, **isi)) == "kuorum_kurang"
    # The secretariat is no voice, so it makes no quorum.
    dua = [*satu, sekretaris.pk]
    assert kode(lambda: open_session(hadir=dua, actor=ketua, **isi)) == "kuorum_kurang"
    for siapa in (d.hr, d.akun(d.atasan), d.akun(d.asn[0])):
        assert (
            kode(lambda siapa=siapa: open_session(hadir=satu, actor=siapa, **isi)) == "komite_tidak_ditemukan"
        )
    d.run.delete()
    semua = list(d.komite.anggota.values_list("pk", flat=True))
    assert kode(lambda: open_session(hadir=semua, actor=ketua, **isi)) == "belum_ada_perhitungan"


def test_agreeing_sets_what_the_run_proposes_once(d: Dunia) -> None:
    sidang = d.sidang()
    d.tetapkan(sidang)
    semua = list(PenetapanKotak.objects.order_by("pegawai_id"))
    assert [(p.pegawai_id, p.kotak, p.jenis, p.urutan) for p in semua] == [
        (p.pk, 9, JenisPenetapan.SETUJU, 1) for p in d.asn
    ]
    assert all("integritas" not in p.komponen and p.komponen["potensi"] == 10_000 for p in semua)
    d.tetapkan(sidang, oleh=1)
    assert PenetapanKotak.objects.count() == 3


def test_incomplete_components_give_no_box(d: Dunia) -> None:
    sidang = d.sidang()
    d.tetapkan(sidang, d.kurang)
    assert kode(lambda: atur(d, sidang, d.kurang)) == "komponen_kurang"
    assert not PenetapanKotak.objects.exists()
    k = progress_of(sidang, d.akun(d.anggota[0]))
    # Nobody without their components, the committee and the officer included, has a proposal.
    assert (k.usulan, k.ditetapkan, k.ditinggal) == (3, 0, 0)
    assert k.belum_lengkap == 6


def test_another_box_takes_a_reason_and_what_was_seen(d: Dunia) -> None:
    sidang, siapa = d.sidang(), d.asn[0]
    assert kode(lambda: atur(d, sidang, siapa, kotak=7)) == "alasan_kosong"
    assert kode(lambda: atur(d, sidang, siapa, kotak=12)) == "kotak_tidak_ada"
    p = atur(d, sidang, siapa, kotak=7, alasan="Baru setahun di jabatan ini")
    assert (p.jenis, p.kotak, p.kotak_usulan, p.pemutus) == (JenisPenetapan.LAIN, 7, 9, d.anggota[0])
    assert atur(d, sidang, siapa, kotak=7, alasan="Baru setahun di jabatan ini") == p
    assert kode(lambda: atur(d, sidang, siapa, kotak=8, alasan="Lain")) == "penetapan_berubah"
    lain = {"kotak": 7, "alasan": "Baru setahun di jabatan ini", "oleh": d.akun(d.anggota[1])}
    assert kode(lambda: atur(d, sidang, siapa, **lain)) == "penetapan_berubah"
    sama = {"kotak": 7, "alasan": "Baru setahun di jabatan ini", "urutan": 1}
    assert kode(lambda: atur(d, sidang, siapa, **sama)) == "penetapan_sama"


def test_undo_is_a_new_row_and_the_person_waits_again(d: Dunia) -> None:
    sidang, siapa = d.sidang(), d.asn[0]
    assert kode(lambda: urung(d, sidang, siapa, 0)) == "belum_ditetapkan"
    d.tetapkan(sidang)
    assert kode(lambda: urung(d, sidang, siapa, 1, alasan=" ")) == "alasan_kosong"
    for _ in range(2):
        urung(d, sidang, siapa, 1)
    assert [p.urutan for p in PenetapanKotak.objects.filter(pegawai=siapa)] == [1, 2]
    assert siapa.pk not in {p.pegawai_id for p in waiting(sidang)}
    d.tetapkan(sidang, siapa)
    assert siapa.pk in {p.pegawai_id for p in waiting(sidang)}
    with pytest.raises(TypeError):
        PenetapanKotak.objects.first().save()
    with pytest.raises(TypeError):
        PenetapanKotak.objects.all().update(kotak=1)


def test_a_member_speaks_of_neither_themself_nor_the_line_right_above_and_below(d: Dunia) -> None:
    anggota = d.anggota[0]
    lengkapi(anggota)
    d.asn[0].atasan, anggota.atasan = anggota, d.asn[1]
    for p in (d.asn[0], anggota):
        p.save()
    jalankan_sampai_selesai(d.instansi)
    sidang = d.sidang()
    assert kode(lambda: atur(d, sidang, anggota)) == "diri_sendiri"
    for dekat in d.asn[:2]:
        assert kode(lambda dekat=dekat: atur(d, sidang, dekat)) == "garis_dekat"
    d.tetapkan(sidang, anggota, *d.asn)
    assert {p.pegawai_id for p in PenetapanKotak.objects.all()} == {d.asn[2].pk}
    akun = d.akun(anggota)
    assert [b.pegawai_id for b in rows_of_page(sidang, akun, sesudah=0, banyak=9, belum=False)] == [
        d.asn[2].pk
    ]
    assert person_in_session(sidang, d.asn[0].pk, akun) is None
    # Others speak of them.
    d.tetapkan(sidang, anggota, *d.asn, oleh=1)
    assert PenetapanKotak.objects.count() == 4
    milik = PenetapanKotak.objects.visible_to(akun)
    assert {p.pegawai_id for p in milik} == {d.asn[2].pk}


def test_without_a_voice_there_nobody_sets_anything(d: Dunia) -> None:
    dua = list(d.komite.anggota.bersuara().values_list("pk", flat=True))[:2]
    sidang = open_session(
        komite_id=d.komite.pk, tanggal=PER, unit=d.unit, hadir=dua, actor=d.akun(d.anggota[0]), at=SAAT
    )
    for siapa in (d.sekretaris, d.anggota[2]):
        assert kode(lambda siapa=siapa: atur(d, sidang, d.asn[0], oleh=d.akun(siapa))) == "tanpa_suara"
    with pytest.raises(TidakDitemukan):
        atur(d, sidang, d.asn[0], oleh=d.hr)
    with pytest.raises(TidakDitemukan):
        agree_boxes(sidang_id=sidang.pk, pegawai_ids=[], actor=d.akun(d.atasan), at=SAAT)


# -- the release ----------------------------------------------------------------------------------------


def test_the_release_takes_minutes_and_a_second_person_with_a_name(d: Dunia) -> None:
    sidang = d.sidang()
    d.tetapkan(sidang)
    isi = {"sidang_id": sidang.pk, "at": SAAT}
    assert kode(lambda: release_session(actor=d.hr, **isi)) == "berita_kosong"
    assert kode(lambda: write_minutes(
        sidang_id=sidang.pk, nomor="", isi="x", versi=1, actor=d.akun(d.sekretaris), at=SAAT
    )) == "berita_kosong"  # fmt: skip
    d.berita(sidang)
    sidang.refresh_from_db()
    lagi = write_minutes(
        sidang_id=sidang.pk, nomor=sidang.nomor_berita, isi=sidang.berita_acara, versi=1,
        actor=d.akun(d.sekretaris), at=SAAT,
    )  # fmt: skip
    assert lagi.versi == sidang.versi
    assert kode(lambda: write_minutes(
        sidang_id=sidang.pk, nomor="2", isi="x", versi=1, actor=d.akun(d.sekretaris), at=SAAT
    )) == "berita_berubah"  # fmt: skip
    with pytest.raises(TidakDitemukan):
        release_session(actor=d.akun(d.anggota[1]), **isi)
    petugas = d.petugas("Petugas Dua")
    d.tunjuk(petugas.pegawai, PeranKomite.ANGGOTA)
    with pytest.raises(TidakBoleh, match="penetapannya sendiri"):
        release_session(actor=petugas, **isi)
    tanpa_nama = d.petugas("Petugas Tiga")
    tanpa_nama.pegawai = None
    tanpa_nama.save()
    assert kode(lambda: release_session(actor=tanpa_nama, **isi)) == "tanpa_nama"
    assert d.rilis(sidang) == 3
    assert kode(lambda: release_session(actor=d.hr, **isi)) == "tidak_ada_rilis"


def test_after_the_release_nothing_of_the_session_changes(d: Dunia) -> None:
    sidang = d.dirilis()
    assert kode(lambda: atur(d, sidang, d.asn[0], kotak=5, alasan="x", urutan=1)) == "sidang_ditutup"
    assert kode(lambda: urung(d, sidang, d.asn[0], 1)) == "sidang_ditutup"
    with pytest.raises(Bentrok):
        d.berita(sidang)


def test_an_official_does_not_release_their_own_box(d: Dunia) -> None:
    orang = d.hr.pegawai
    from pegawai.tests.pabrik import RiwayatJabatanPabrik, RiwayatPendidikanPabrik

    RiwayatJabatanPabrik(pegawai=orang, jabatan__fungsional=True)
    RiwayatPendidikanPabrik(pegawai=orang)
    lengkapi(orang)
    jalankan_sampai_selesai(d.instansi)
    sidang = d.sidang()
    d.tetapkan(sidang, orang, *d.asn)
    d.berita(sidang)
    assert orang.pk not in {b.pegawai_id for b in release_rows(sidang, d.hr)}
    assert d.rilis(sidang) == 3
    assert own_talent(orang, per=PER).kotak is None
    lain = d.petugas("Petugas Dua")
    assert len(release_session(sidang_id=sidang.pk, actor=lain, at=SAAT)) == 1
    assert RilisKotak.objects.get(pegawai=orang).pejabat == lain.pegawai
    assert own_talent(orang, per=PER).kotak is not None


def test_the_person_reads_the_box_after_the_release_only(d: Dunia) -> None:
    sidang, siapa = d.sidang(), d.asn[0]
    atur(d, sidang, siapa, kotak=7, alasan="Baru setahun di jabatan ini")
    d.berita(sidang)
    sebelum = own_talent(siapa, per=PER)
    assert (sebelum.kotak, sebelum.tercatat, len(sebelum.komponen)) == (None, 11, 11)
    assert talent_sentence(siapa, per=PER).startswith("Belum ada kotak yang dirilis; 11 dari 11")
    assert not PenetapanKotak.objects.visible_to(d.akun(siapa)).exists()
    d.rilis(sidang)
    kotak = own_talent(siapa, per=PER).kotak
    assert kotak is not None
    assert kotak.nama == "Kotak 7: kinerja di atas ekspektasi, potensial menengah"
    assert kotak.alasan == "Baru setahun di jabatan ini"
    assert kotak.keyakinan == "Datanya kuat"
    assert kotak.berubah == ""
    for boleh in (siapa, d.atasan):
        assert PenetapanKotak.objects.visible_to(d.akun(boleh)).exists()
    assert not PenetapanKotak.objects.visible_to(d.akun(d.asn[1])).exists()


def test_data_that_changed_are_told_and_change_no_box(d: Dunia) -> None:
    d.dirilis()
    siapa = d.asn[0]
    KomponenTalenta.objects.filter(pegawai=siapa).update(umpan_balik=None)
    jalankan_sampai_selesai(d.instansi)
    isi = own_talent(siapa, per=PER)
    assert isi.kotak is not None
    assert isi.tercatat == 10
    assert isi.kotak.nama.startswith("Kotak 9")
    assert isi.kotak.berubah.startswith("Data komponen Anda berubah")


def test_own_components_name_source_who_adds_and_how(d: Dunia) -> None:
    isi = {k.kode: k for k in own_talent(d.kurang, per=PER).komponen}
    assert not isi["potensi"].ada
    assert isi["potensi"].sumber == "Register skor talenta: belum ada"
    assert isi["integritas"].nilai == "100 dari 100"
    assert all(k.pelaku and k.caranya and k.judul for k in isi.values())
    assert not {"sumbu", "kotak"} & set(isi)


# -- box 1 triggers nothing ---------------------------------------------------------------------------------


def test_box_one_triggers_nothing(d: Dunia) -> None:
    """No task, no recommendation, no list, no message: only the row itself and its trail."""
    from django.apps import apps

    siapa, abai = (
        d.asn[0],
        {"karier.penetapankotak", "karier.riliskotak", "karier.sidangtalenta", "inti.jejak"},
    )
    sidang = d.sidang()
    d.berita(sidang)

    def hitung() -> dict[str, int]:
        return {
            m._meta.label_lower: m._default_manager.count()
            for m in apps.get_models()
            if m._meta.label_lower not in abai
        }

    sebelum = hitung()
    atur(d, sidang, siapa, kotak=1, alasan="Uji")
    d.rilis(sidang)
    assert hitung() == sebelum
    jalankan_sampai_selesai(d.instansi)
    assert not Rekomendasi.objects.filter(pegawai=siapa, jenis__contains="talenta").exists()
    kotak = own_talent(siapa, per=PER).kotak
    assert kotak is not None
    assert "tidak memicu tugas, usulan, atau tindakan apa pun" in kotak.saran
    assert Jejak.objects.filter(tindakan="rilis_kotak_talenta", subjek_id=siapa.pk).exists()
