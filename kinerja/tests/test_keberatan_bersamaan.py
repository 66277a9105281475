"""Two acts on one objection at the same moment: shown without the lock, then held by it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu, kode_atau_hasil
from kinerja.enums import PutusanKeberatan, StatusKeberatan
from kinerja.models import BerkasKeberatan, Keberatan, TandaBaca, Tanggapan
from kinerja.services import keberatan, keberatan_putus
from kinerja.services.hasil import mark_read, reply
from kinerja.services.keberatan import cabut_keberatan
from kinerja.services.keberatan_putus import putuskan_keberatan, tunjuk_pemutus
from kinerja.tests.pabrik_keberatan import SAAT, Pihak, ajukan, pihak_pabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

P = PutusanKeberatan


def putus(p: Pihak, k: Keberatan, putusan: P, alasan: str = "Bukti cukup.") -> Callable[[], Any]:
    return kode_atau_hasil(
        lambda: (
            putuskan_keberatan(
                keberatan_id=k.pk, versi=1, putusan=putusan, alasan=alasan, actor=p.pemutus, at=SAAT
            ).putusan
        )
    )


def cabut(p: Pihak, k: Keberatan) -> Callable[[], Any]:
    return kode_atau_hasil(lambda: cabut_keberatan(keberatan_id=k.pk, versi=1, actor=p.asn, at=SAAT).status)


def tanpa_kunci(keberatan_id: int) -> Keberatan:
    """How the row would be read by somebody who forgot the lock."""
    return Keberatan.objects.get(pk=keberatan_id)


def baca_dengan(monkeypatch: pytest.MonkeyPatch, baca: Callable[[int], Keberatan]) -> None:
    temu = bertemu(baca)
    for modul in (keberatan, keberatan_putus):
        monkeypatch.setattr(modul, "ambil_terkunci", temu)


@bersamaan
def test_without_the_lock_a_decision_and_a_withdrawal_both_succeed(monkeypatch: pytest.MonkeyPatch) -> None:
    p = pihak_pabrik()
    k = ajukan(p)
    baca_dengan(monkeypatch, tanpa_kunci)
    assert sorted(berlomba(putus(p, k, P.DITERIMA), cabut(p, k))) == [StatusKeberatan.DICABUT, P.DITERIMA]


@bersamaan
def test_with_the_lock_only_the_first_of_them_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    p = pihak_pabrik()
    k = ajukan(p)
    baca_dengan(monkeypatch, keberatan.ambil_terkunci)
    hasil = sorted(berlomba(putus(p, k, P.DITERIMA), cabut(p, k)))
    k.refresh_from_db()
    assert "keberatan_berubah" in hasil
    assert (k.status == StatusKeberatan.DICABUT) is (StatusKeberatan.DICABUT in hasil)
    assert (k.putusan == P.DITERIMA) is (P.DITERIMA in hasil)


@bersamaan
def test_without_the_lock_two_decisions_overwrite_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    p = pihak_pabrik()
    k = ajukan(p)
    baca_dengan(monkeypatch, tanpa_kunci)
    assert sorted(berlomba(putus(p, k, P.DITERIMA), putus(p, k, P.TIDAK))) == [P.DITERIMA, P.TIDAK]


@bersamaan
def test_with_the_lock_one_decision_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    p = pihak_pabrik()
    k = ajukan(p)
    baca_dengan(monkeypatch, keberatan.ambil_terkunci)
    hasil = berlomba(putus(p, k, P.DITERIMA), putus(p, k, P.TIDAK))
    assert hasil.count("keberatan_berubah") == 1
    k.refresh_from_db()
    assert k.putusan in hasil


@bersamaan
def test_hr_naming_two_officials_at_once_names_one() -> None:
    p = pihak_pabrik()
    Pegawai.objects.filter(pk=p.penilai.pegawai_id).update(atasan=None)
    k, instansi = ajukan(p), p.orang.instansi
    calon = [PegawaiPabrik(struktural=True, instansi=instansi) for _ in range(2)]
    petugas = [hr_dari(instansi) for _ in range(2)]

    def tunjuk(hr: Any, pejabat: Pegawai) -> Callable[[], Any]:
        return kode_atau_hasil(
            lambda: (
                tunjuk_pemutus(
                    keberatan_id=k.pk, versi=1, pemutus=pejabat, alasan="Belum ada.", actor=hr, at=SAAT
                ).pemutus_id
            )
        )

    hasil = berlomba(*[tunjuk(h, c) for h, c in zip(petugas, calon, strict=True)])
    assert hasil.count("keberatan_berubah") == 1


@bersamaan
def test_the_old_decider_and_the_naming_of_a_new_one_exclude_each_other() -> None:
    """Somebody who left is replaced in the very moment in which they still press the button."""
    p = pihak_pabrik()
    k, hr = ajukan(p), hr_dari(p.orang.instansi)
    baru = PegawaiPabrik(struktural=True, instansi=p.orang.instansi)
    PenggunaPabrik(pegawai=baru)

    def tunjuk() -> Any:
        return tunjuk_pemutus(
            keberatan_id=k.pk, versi=1, pemutus=baru, alasan="Sudah pindah.", actor=hr, at=SAAT
        ).pemutus_id

    hasil = berlomba(putus(p, k, P.TIDAK), kode_atau_hasil(tunjuk))
    assert sorted(map(str, hasil)) == ["keberatan_berubah", "tidak"]


@pytest.mark.django_db(transaction=True)
def test_two_clicks_on_send_at_once_make_one_objection() -> None:
    p = pihak_pabrik()
    assert len(set(berlomba(lambda: ajukan(p).pk, lambda: ajukan(p).pk))) == 1
    assert (Keberatan.objects.count(), BerkasKeberatan.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_on_read_and_on_answer_at_once_leave_one_row() -> None:
    p = pihak_pabrik()

    def baca() -> Any:
        return mark_read(hasil=p.hasil, versi=1, actor=p.asn, at=SAAT).pk

    def tanggapi() -> Any:
        return reply(hasil=p.hasil, isi="Sama.", actor=p.asn, at=SAAT).pk

    assert len(set(berlomba(baca, baca))) == 1
    assert len(set(berlomba(tanggapi, tanggapi))) == 1
    assert (TandaBaca.objects.count(), Tanggapan.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_an_open_tab_of_yesterday_decides_nothing(client: Any) -> None:
    """On every database: the version of the page is not the version of the row any more."""
    p = pihak_pabrik()
    k = ajukan(p)
    cabut_keberatan(keberatan_id=k.pk, versi=1, actor=p.asn, at=SAAT)
    client.force_login(p.pemutus)
    isian = {"putusan": "diterima", "alasan": "Bukti cukup.", "versi": 1, "langkah": "kirim"}
    client.post(reverse("kinerja:keberatan_putuskan", args=[k.pk]), isian)
    assert Keberatan.objects.get().status == StatusKeberatan.DICABUT
