"""Many development needs decided at once: whom it reaches, once, with the reason, and back again."""

from datetime import date
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.lib.models import Jejak
from karier.enums import JenisKeputusan, JenisRekomendasi, StatusRekomendasi
from karier.models import KeputusanRekomendasi, Rekomendasi, RunEvaluasi
from karier.services.jejak_keputusan import tujuan_usulan
from karier.services.putusan_bersama import LEWAT_PERIODE, pilah_putusan, putuskan_bersama
from karier.services.usul_bersama import BERUBAH, DIRI_SENDIRI, TINJAU, Pilihan
from karier.tests.jalan import jalankan_sampai_selesai
from karier.tests.pabrik import usul_pabrik
from pegawai.models import Instansi, Pegawai
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari

pytestmark = pytest.mark.django_db
DAFTAR = "admin:karier_rekomendasi_changelist"


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik()


def kebutuhan(instansi: Instansi, banyak: int, **isian: Any) -> list[Rekomendasi]:
    """So many people of whom the last run says that they need integritas."""
    orang = [PegawaiPabrik(instansi=instansi, nama=f"Orang {n}") for n in range(banyak)]
    run = RunEvaluasi.objects.filter(instansi=instansi).first() or jalankan_sampai_selesai(instansi)
    return [
        Rekomendasi.objects.create(
            pegawai=satu,
            jenis=JenisRekomendasi.PENGEMBANGAN,
            sasaran="integritas",
            periode=date(2027, 1, 1),
            run_pertama=run,
            run_terakhir=run,
            **isian,
        )
        for satu in orang
    ]


def pilihan(semua: list[Rekomendasi]) -> list[Pilihan]:
    return [Pilihan(r.pk, r.versi) for r in Rekomendasi.objects.filter(pk__in=[r.pk for r in semua])]


def putuskan(semua: list[Rekomendasi], jenis: JenisKeputusan, hr: Any, **isian: Any) -> int:
    awal = {"alasan": "Anggaran 2027 belum ada", "kunci": "k1", "pilihan": pilihan(semua)}
    return putuskan_bersama(jenis=jenis, actor=hr, at=timezone.now(), **{**awal, **isian})


def status(semua: list[Rekomendasi]) -> set[str]:
    return set(Rekomendasi.objects.filter(pk__in=[r.pk for r in semua]).values_list("status", flat=True))


def test_everybody_is_decided_with_a_decision_and_a_line_on_the_trail_each(instansi: Instansi) -> None:
    semua, hr = kebutuhan(instansi, 3), hr_dari(instansi)
    assert putuskan(semua, JenisKeputusan.TUNDA, hr) == 3
    assert status(semua) == {StatusRekomendasi.DITUNDA}
    assert {k.alasan for k in KeputusanRekomendasi.objects.all()} == {"Anggaran 2027 belum ada"}
    jejak = Jejak.objects.filter(tindakan="rekomendasi_tunda").order_by("pk")
    assert [(j.subjek_id, j.rincian["rekomendasi"]) for j in jejak] == sorted(
        (r.pegawai_id, r.pk) for r in semua
    )
    pertama = Rekomendasi.objects.get(pk=jejak[0].rincian["rekomendasi"])
    assert jejak[0].rincian == {
        "rekomendasi": pertama.pk, "keputusan": pertama.keputusan.get().pk, "dari": "menunggu",
        "ke": "ditunda", "kunci": "k1", "perihal": f"{pertama}: {tujuan_usulan(pertama)}",
    }  # fmt: skip
    assert [r.versi for r in Rekomendasi.objects.all()] == [2, 2, 2]


def test_a_second_press_decides_nothing_more(instansi: Instansi) -> None:
    semua, hr = kebutuhan(instansi, 2), hr_dari(instansi)
    lama = pilihan(semua)
    assert [putuskan(semua, JenisKeputusan.TETAPKAN, hr, pilihan=lama) for _ in range(2)] == [2, 2]
    assert KeputusanRekomendasi.objects.count() == 2
    with pytest.raises(DomainError, match="Tidak satu pun"):
        putuskan(semua, JenisKeputusan.TETAPKAN, hr, pilihan=lama, kunci="k2")


def test_the_key_of_somebody_else_is_no_answer_to_me(instansi: Instansi) -> None:
    satu, dua = kebutuhan(instansi, 2)
    putuskan([satu], JenisKeputusan.TETAPKAN, hr_dari(instansi))
    assert putuskan([dua], JenisKeputusan.TETAPKAN, hr_dari(instansi, username="rekan")) == 1


def test_who_is_left_out_is_told_why(instansi: Instansi) -> None:
    diri, berubah, tinjau, ditolak, bisa = kebutuhan(instansi, 5)
    Rekomendasi.objects.filter(pk=tinjau.pk).update(status=StatusRekomendasi.DITUNDA, perlu_ditinjau=True)
    Rekomendasi.objects.filter(pk=ditolak.pk).update(status=StatusRekomendasi.DITOLAK)
    kp = usul_pabrik(bisa.pegawai, bisa.run_terakhir).rekomendasi
    asing = kebutuhan(InstansiPabrik(), 1)[0]
    hr = hr_dari(instansi, pegawai=diri.pegawai)
    semua = [diri, berubah, tinjau, ditolak, bisa, kp, asing]
    dipilih = [Pilihan(r.pk, 9 if r == berubah else 1) for r in semua]
    pilahan = pilah_putusan(pilihan=dipilih, jenis=JenisKeputusan.TETAPKAN, actor=hr)
    assert [r.pk for r in pilahan.dapat] == [bisa.pk]
    assert {r.pk: sebab for r, sebab in pilahan.ditinggal} == {
        diri.pk: DIRI_SENDIRI,
        berubah.pk: BERUBAH,
        tinjau.pk: TINJAU,
        ditolak.pk: "Berstatus Ditolak dengan alasan; langkah ini tidak berlaku.",
        kp.pk: LEWAT_PERIODE,
    }
    putuskan(semua, JenisKeputusan.TETAPKAN, hr, pilihan=dipilih)
    assert status([asing, diri, berubah]) == {StatusRekomendasi.MENUNGGU}


def test_what_no_run_supports_falls_when_the_decision_is_undone(instansi: Instansi) -> None:
    tetap, goyah = kebutuhan(instansi, 2, status=StatusRekomendasi.DITETAPKAN)
    Rekomendasi.objects.filter(pk=goyah.pk).update(perlu_ditinjau=True)
    putuskan([tetap, goyah], JenisKeputusan.URUNGKAN, hr_dari(instansi))
    assert (status([tetap]), status([goyah])) == ({StatusRekomendasi.MENUNGGU}, {StatusRekomendasi.GUGUR})


@pytest.mark.parametrize(
    ("isian", "kata"),
    [
        ({"pilihan": []}, "Belum ada rekomendasi"),
        ({"pilihan": [Pilihan(n, 1) for n in range(501)]}, "paling banyak 500"),
        ({"alasan": " "}, "Tuliskan alasan"),
    ],
)
def test_what_is_missing_is_said(instansi: Instansi, isian: dict[str, Any], kata: str) -> None:
    with pytest.raises(DomainError, match=kata):
        putuskan(kebutuhan(instansi, 1), JenisKeputusan.TOLAK, hr_dari(instansi), **isian)


def test_twenty_cost_as_many_queries_as_two(instansi: Instansi) -> None:
    hr = hr_dari(instansi)

    def biaya(banyak: int, kunci: str) -> int:
        semua = kebutuhan(instansi, banyak)
        with CaptureQueriesContext(connection) as tangkap:
            putuskan(semua, JenisKeputusan.TUNDA, hr, kunci=kunci)
        return len(tangkap)

    biaya(1, "a")
    assert biaya(2, "b") == biaya(20, "c")


# -- the pages ------------------------------------------------------------------------------------


def test_from_the_list_over_the_question_to_the_result_and_back(client: Any, instansi: Instansi) -> None:
    semua = kebutuhan(instansi, 3)
    client.force_login(hr_dari(instansi))
    dipilih = {"action": "tetapkan_banyak", "_selected_action": [r.pk for r in semua]}
    tanya = client.post(reverse(DAFTAR), dipilih)
    assert "Tetapkan 3 rekomendasi sebagai usulan?" in unescape(tanya.content.decode())
    isi = {**tanya.context["form"].initial, "alasan": ""}
    hasil = client.post(tanya.context["url_tujuan"], isi, follow=True)
    assert "3 rekomendasi ditetapkan" in unescape(hasil.content.decode()).lower()
    balik = client.post(hasil.context["url_urungkan"], {"pilihan": hasil.context["pilihan"]})
    assert "Urungkan keputusan atas 3 rekomendasi?" in unescape(balik.content.decode())
    tanpa = client.post(balik.context["url_tujuan"], {**balik.context["form"].initial, "alasan": ""})
    assert "Tuliskan alasan keputusan." in unescape(tanpa.content.decode())
    client.post(
        tanpa.context["url_tujuan"], {**balik.context["form"].initial, "alasan": "Salah pilih"}, follow=True
    )
    assert status(semua) == {StatusRekomendasi.MENUNGGU}


def test_a_key_of_another_officer_opens_no_result(client: Any, instansi: Instansi) -> None:
    putuskan(kebutuhan(instansi, 1), JenisKeputusan.TETAPKAN, hr_dari(instansi))
    client.force_login(hr_dari(instansi, username="rekan"))
    assert client.get(reverse("admin:karier_rekomendasi_banyak_hasil", args=["k1"])).status_code == 404


def test_what_a_colleague_has_decided_since_is_not_taken_back_with_the_others(
    client: Any, instansi: Instansi
) -> None:
    satu, dua = semua = kebutuhan(instansi, 2)
    hr, rekan = hr_dari(instansi), hr_dari(instansi, username="rekan")
    putuskan(semua, JenisKeputusan.TUNDA, hr)
    putuskan([dua], JenisKeputusan.TOLAK, rekan, kunci="k2")
    client.force_login(hr)
    hasil = client.get(reverse("admin:karier_rekomendasi_banyak_hasil", args=["k1"]))
    assert len(hasil.context["baris"]) == 2
    assert hasil.context["pilihan"].split(".")[0] == str(satu.pk)
    putuskan([satu], JenisKeputusan.URUNGKAN, rekan, kunci="k3")
    lagi = client.get(reverse("admin:karier_rekomendasi_banyak_hasil", args=["k1"]))
    assert lagi.context["url_urungkan"] == ""


def test_who_has_left_the_scope_is_not_on_the_result(client: Any, instansi: Instansi) -> None:
    tinggal, pindah = semua = kebutuhan(instansi, 2)
    hr = hr_dari(instansi)
    putuskan(semua, JenisKeputusan.TUNDA, hr)
    Pegawai.objects.filter(pk=pindah.pegawai_id).update(instansi=InstansiPabrik())
    client.force_login(hr)
    hasil = client.get(reverse("admin:karier_rekomendasi_banyak_hasil", args=["k1"]))
    assert [nip for _, nip, _ in hasil.context["baris"]] == [tinggal.pegawai.nip]
    assert not Jejak.objects.filter(tindakan="lihat_daftar", subjek_id=pindah.pegawai_id).exists()


def test_a_key_that_no_address_can_carry_decides_nothing(client: Any, instansi: Instansi) -> None:
    semua = kebutuhan(instansi, 1)
    client.force_login(hr_dari(instansi))
    isi = {"pilihan": f"{semua[0].pk}.1", "kunci": "a/b", "alasan": "x"}
    hasil = client.post(reverse("admin:karier_rekomendasi_banyak", args=["tunda"]), isi)
    assert hasil.status_code == 200
    assert hasil.context["form"].errors
    assert status(semua) == {StatusRekomendasi.MENUNGGU}


def test_an_undo_does_not_promise_that_it_can_be_undone(client: Any, instansi: Instansi) -> None:
    semua = kebutuhan(instansi, 1, status=StatusRekomendasi.DITUNDA)
    client.force_login(hr_dari(instansi))

    def kalimat(jenis: str) -> str:
        alamat = reverse("admin:karier_rekomendasi_banyak", args=[jenis])
        return unescape(client.post(alamat, {"pilihan": f"{semua[0].pk}.1"}).content.decode())

    assert "dapat diurungkan sesudahnya" in kalimat("tolak")
    assert "dapat diurungkan sesudahnya" not in kalimat("urungkan")
    assert "kembali menunggu keputusan" in kalimat("urungkan")


def test_a_process_of_the_version_before_can_still_record_a_decision(instansi: Instansi) -> None:
    """`migrate` comes before the restart: whoever does not know the key yet leaves it out."""
    putuskan(kebutuhan(instansi, 1), JenisKeputusan.TUNDA, hr_dari(instansi))
    meta = KeputusanRekomendasi._meta
    kolom = ", ".join(m.column for m in meta.local_fields if m.name not in ("id", "kunci"))
    with connection.cursor() as kursor:
        kursor.execute(f"INSERT INTO {meta.db_table} ({kolom}) SELECT {kolom} FROM {meta.db_table}")  # noqa: S608  # names of the model
    assert sorted(KeputusanRekomendasi.objects.values_list("kunci", flat=True)) == ["", "k1"]
