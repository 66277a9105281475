"""Decisions, letters and answers: stale, doubled, and two at the same moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from asn_karier.lib.errors import Bentrok
from asn_karier.lib.tests.lomba import berlomba, bersamaan, kode_atau_hasil
from karier.enums import (
    AlasanPenjelasan,
    HasilTinjau,
    JenisKeputusan,
    StatusRekomendasi,
    StatusUsul,
    SubjekTinjau,
)
from karier.models import (
    KeputusanRekomendasi,
    Penjelasan,
    PermintaanTinjau,
    Rekomendasi,
    RunEvaluasi,
    SuratPengantar,
    UsulKenaikanPangkat,
)
from karier.services.bulan_kp import aturan_bulan, buka_bulan, daftar_periode
from karier.services.evaluasi import start_run
from karier.services.penjelasan import send_explanation
from karier.services.rekomendasi import putuskan_rekomendasi
from karier.services.status_usul import Jawaban, catat_jawaban
from karier.services.surat import IsianSurat, buat_surat, isi_surat, tandai_diunduh, urungkan_surat
from karier.services.tinjau import jawab_tinjau, minta_tinjau
from karier.tests.bantu import PER, belum_ak, jalankan, memenuhi, satu
from karier.tests.bulan import baris_siasn, baris_sk, status_siasn
from karier.tests.jalan import jalankan_sampai_selesai
from karier.tests.test_usul_bersama import PDF, SAAT, pilihan, tetapkan
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.tests.berkas_bukti import unggahan
from pegawai.tests.pabrik import InstansiPabrik, PenggunaPabrik, hr_dari, nyatakan_lengkap


def bersama(*kerja: Callable[[], Any]) -> list[Any]:
    """What each got, begun together; a refusal is its code."""
    return berlomba(*(kode_atau_hasil(k) for k in kerja))


def dua_siap(hitung: Callable[[Instansi], Any] = jalankan) -> tuple[list[Pegawai], list[Pengguna]]:
    """Two people who are ready after a run, and two officers."""
    orang = [memenuhi(nama=f"Orang {n}") for n in range(2)]
    nyatakan_lengkap(orang[0].instansi)
    hitung(orang[0].instansi)
    return orang, [hr_dari(orang[0].instansi), hr_dari(orang[0].instansi)]


def putuskan(r: Rekomendasi, jenis: JenisKeputusan, actor: Pengguna) -> str:
    return putuskan_rekomendasi(
        rekomendasi_id=r.pk, jenis=jenis, alasan="Uji", actor=actor, at=SAAT, versi=r.versi
    ).jenis


def surat_final(orang: list[Pegawai], hr: Pengguna) -> SuratPengantar:
    """A numbered letter with its signed copy, not downloaded yet."""
    surat = tetapkan(orang, hr)
    return isi_surat(
        surat_id=surat.pk,
        isian=IsianSurat("800/1", PER),
        berkas=unggahan("surat.pdf", PDF),
        versi=surat.versi,
        actor=hr,
        at=SAAT,
    )


# -- one decision -------------------------------------------------------------------------------


@bersamaan
def test_of_three_decisions_about_one_person_at_once_one_counts() -> None:
    orang, (a, b) = dua_siap()
    r = satu(orang[0])
    hasil = bersama(
        lambda: putuskan(r, JenisKeputusan.TETAPKAN, a),
        lambda: putuskan(r, JenisKeputusan.TOLAK, b),
        lambda: putuskan(r, JenisKeputusan.TUNDA, b),
    )
    assert hasil.count("versi_berubah") == 2
    assert KeputusanRekomendasi.objects.get().jenis in hasil


@bersamaan
def test_a_bulk_decision_and_a_single_one_at_once_leave_one_proposal() -> None:
    orang, (a, b) = dua_siap()
    r, dipilih = satu(orang[0]), pilihan(*orang)
    bersama(lambda: tetapkan(orang, a, pilihan=dipilih).pk, lambda: putuskan(r, JenisKeputusan.TOLAK, b))
    assert KeputusanRekomendasi.objects.filter(rekomendasi=r).count() == 1
    r.refresh_from_db()
    diusulkan = UsulKenaikanPangkat.objects.filter(pegawai=orang[0]).count()
    ditolak = r.status == StatusRekomendasi.DITOLAK
    assert SuratPengantar.objects.get().anggota.count() == (1 if ditolak else 2)
    assert diusulkan == (0 if ditolak else 1)


@bersamaan
def test_an_answer_of_bkn_by_two_at_once_is_written_once() -> None:
    orang, dua = dua_siap()
    surat = tetapkan(orang, dua[0])
    usul = surat.anggota.first()
    assert usul is not None
    jawab = [
        lambda a=a, s=s: (
            catat_jawaban(
                usul_id=usul.pk, jawaban=Jawaban(s, PER, alasan="Ijazah"), versi=usul.versi, actor=a, at=SAAT
            ).status
        )
        for a, s in zip(dua, (StatusUsul.BTS, StatusUsul.TMS), strict=True)
    ]
    hasil = bersama(*jawab)
    usul.refresh_from_db()
    assert sorted(hasil) == sorted([usul.status, "versi_berubah"])


@pytest.mark.django_db
def test_a_status_list_of_another_instansi_moves_nobody_here() -> None:
    orang, (a, _) = dua_siap(jalankan_sampai_selesai)
    surat = tetapkan(orang, a)
    sana = InstansiPabrik(kode="nabire")
    impor = status_siasn(
        sana, hr_dari(sana), *(baris_siasn(o, 32) for o in orang), baris_sk(orang[0]), saat=SAAT
    )
    assert {b.status for b in impor.baris.all()} == {"ditolak"}
    assert {u.status for u in surat.anggota.all()} == {StatusUsul.DIUSULKAN}
    assert not orang[0].riwayat_pangkat.filter(nomor_sk="SK/KP/77").exists()
    # The same rows, brought by whoever keeps these people, are taken.
    sini = status_siasn(orang[0].instansi, a, baris_siasn(orang[1], 21), saat=SAAT)
    assert {b.status for b in sini.baris.all()} != {"ditolak"}


# -- letters ------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_final_papers_made_before_a_letter_changed_do_not_leave() -> None:
    orang, (a, b) = dua_siap(jalankan_sampai_selesai)
    dibuka = surat_final(orang, a)
    isi = IsianSurat("800/2", PER)
    isi_surat(surat_id=dibuka.pk, isian=isi, berkas=None, versi=dibuka.versi, actor=b, at=SAAT)
    with pytest.raises(Bentrok):
        tandai_diunduh(surat=dibuka, actor=a, at=SAAT)
    kini = SuratPengantar.objects.get()
    urungkan_surat(surat_id=kini.pk, versi=kini.versi, alasan="Salah nomor", actor=b, at=SAAT)
    with pytest.raises(Bentrok):
        tandai_diunduh(surat=kini, actor=a, at=SAAT)
    assert SuratPengantar.objects.get().diunduh_final_pada is None


@bersamaan
def test_a_letter_is_taken_back_or_its_final_papers_leave_never_both() -> None:
    orang, (a, b) = dua_siap()
    surat = surat_final(orang, a)
    hasil = bersama(
        lambda: tandai_diunduh(surat=surat, actor=a, at=SAAT),
        lambda: urungkan_surat(surat_id=surat.pk, versi=surat.versi, alasan="Batal", actor=b, at=SAAT),
        lambda: urungkan_surat(surat_id=surat.pk, versi=surat.versi, alasan="Batal", actor=a, at=SAAT),
    )
    kini = SuratPengantar.objects.get()
    assert (kini.diunduh_final_pada is None) != (kini.diurungkan_pada is None)
    # Taken back by one of the two, or by none.
    assert hasil.count(2) == (kini.diurungkan_pada is not None)
    urung = KeputusanRekomendasi.objects.filter(jenis=JenisKeputusan.URUNGKAN).count()
    assert urung == (2 if kini.diurungkan_pada else 0)


@bersamaan
def test_two_downloading_the_final_papers_at_once_both_get_them() -> None:
    orang, (a, b) = dua_siap()
    surat = surat_final(orang, a)
    assert bersama(*[lambda s=s: tandai_diunduh(surat=surat, actor=s, at=SAAT) for s in (a, b)]) == [None] * 2


@bersamaan
def test_proposals_without_a_letter_get_one_when_two_press_at_once() -> None:
    orang, dua = dua_siap()
    for o in orang:
        putuskan(satu(o), JenisKeputusan.TETAPKAN, dua[0])
    hari, aturan = aturan_bulan(orang[0].instansi, SAAT)
    periode = next(p for p in daftar_periode(hari, aturan) if p.sasaran)

    def buat(actor: Pengguna, kunci: str) -> int:
        bulan = buka_bulan(
            instansi=orang[0].instansi, periode=periode, pengguna=actor, hari_ini=hari, aturan=aturan
        )
        return buat_surat(bulan=bulan, kunci=kunci, actor=actor, at=SAAT).pk

    hasil = bersama(*[lambda: buat(dua[0], "a")] * 2)
    surat = SuratPengantar.objects.get()
    assert hasil == [surat.pk] * 2
    assert bersama(lambda: buat(dua[1], "b")) == ["tidak_ada_yang_dapat"]
    assert surat.anggota.count() == 2


# -- runs, answers, explanations ----------------------------------------------------------------


@bersamaan
def test_two_starting_a_run_at_once_start_one() -> None:
    orang, dua = dua_siap()
    sebelum = RunEvaluasi.objects.count()
    mulai = [
        lambda a=a: start_run(instansi=orang[0].instansi, per_tanggal=PER, actor=a, at=SAAT).nomor
        for a in (*dua, dua[0])
    ]
    bersama(*mulai)
    assert RunEvaluasi.objects.count() == sebelum + 1


@bersamaan
def test_asking_for_a_human_and_answering_at_once() -> None:
    orang, dua = dua_siap()
    akun = PenggunaPabrik(pegawai=orang[0])
    isi = {"pegawai": orang[0], "subjek": SubjekTinjau.KGB, "terbaca": "", "at": SAAT, "kanal": "portal"}
    hasil = bersama(*[lambda: minta_tinjau(**isi, alasan="TMT lain", actor=akun).status] * 3)
    assert Counter(hasil) == {"menunggu": 1, "tinjau_terbuka": 2}
    minta = PermintaanTinjau.objects.get()
    jawab = [
        lambda a=a: (
            jawab_tinjau(
                permintaan_id=minta.pk,
                hasil=HasilTinjau.TETAP,
                jawaban=str(a.pk),
                actor=a,
                at=SAAT,
                kanal="admin",
            ).jawaban
        )
        for a in dua
    ]
    hasil = bersama(*jawab)
    minta.refresh_from_db()
    assert sorted(hasil) == sorted([minta.jawaban, "permintaan_berubah"])


@bersamaan
def test_an_explanation_sent_by_two_presses_at_once_is_one() -> None:
    orang = belum_ak()
    nyatakan_lengkap(orang.instansi)
    run, hr = jalankan(orang.instansi), hr_dari(orang.instansi)
    kirim = [
        lambda: (
            send_explanation(
                run=run,
                pegawai=orang,
                alasan=AlasanPenjelasan.DIKEMBALIKAN,
                catatan="Ijazah",
                actor=hr,
                at=SAAT,
            ).pk
        )
    ] * 3
    assert len(set(bersama(*kirim))) == 1
    assert Penjelasan.objects.count() == 1
