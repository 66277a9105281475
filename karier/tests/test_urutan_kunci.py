"""Two who write about one person at once wait for each other and never crosswise: one order of locks."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu_sesudah, kode_atau_hasil
from karier.enums import JenisKeputusan, StatusRekomendasi, StatusUsul
from karier.services import usul
from karier.services.status_usul import Jawaban, catat_jawaban
from karier.tests.bantu import PER, jalankan, memenuhi, putuskan, satu
from karier.tests.bulan import baris_siasn, status_siasn
from karier.tests.bulan import usul as usul_dari
from karier.tests.test_usul_bersama import SAAT
from pegawai.models import Impor, Pegawai, Pengguna
from pegawai.services import impor_kembali, usulan_putus
from pegawai.services.impor_kembali import kerjakan, request_undo, request_weigh
from pegawai.services.usulan_putus import terima_usulan
from pegawai.tests.pabrik import hr_dari, nyatakan_lengkap
from pegawai.tests.pabrik_usulan import ajukan


def siap() -> tuple[Pegawai, Pengguna]:
    orang = memenuhi()
    nyatakan_lengkap(orang.instansi)
    jalankan(orang.instansi)
    return orang, hr_dari(orang.instansi)


def ditimbang(orang: Pegawai, hr: Pengguna) -> Impor:
    """A status list that moved a proposal, and whose undoing was asked for."""
    putuskan(orang, hr, JenisKeputusan.TETAPKAN)
    impor = status_siasn(orang.instansi, hr, baris_siasn(orang, 6), saat=timezone.now())
    request_weigh(impor_id=impor.pk, actor=None, at=SAAT)
    kerjakan(impor.pk)
    return request_undo(impor_id=impor.pk, actor=None, at=SAAT)


@bersamaan
def test_the_undo_of_a_status_list_and_an_answer_at_once_do_not_lock_each_other_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    orang, hr = siap()
    impor, u = ditimbang(orang, hr), usul_dari(orang)
    bertemu_sesudah(monkeypatch, (impor_kembali, "timbang"), (usul, "tahan"))
    jawaban = Jawaban(StatusUsul.BTS, PER, alasan="Ijazah")

    def jawab() -> Any:
        return catat_jawaban(usul_id=u.pk, jawaban=jawaban, versi=u.versi, actor=hr, at=SAAT).status

    hasil = berlomba(lambda: kerjakan(impor.pk).ringkasan["pembatalan"]["kembali"], kode_atau_hasil(jawab))
    # Whoever came first counts; the other is refused, and both rows say the same.
    assert sorted(map(str, hasil)) in (["1", "versi_berubah"], ["0", "bts"])
    assert (usul_dari(orang).status, satu(orang).status) in (
        (StatusUsul.DIUSULKAN, StatusRekomendasi.DITETAPKAN),
        (StatusUsul.BTS, StatusRekomendasi.DITETAPKAN),
    )


@bersamaan
def test_an_accepted_correction_and_a_decision_at_once_do_not_lock_each_other_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    orang, hr = siap()
    r, usulan = satu(orang), ajukan(orang, hr_dari(orang.instansi, pegawai=orang))
    bertemu_sesudah(monkeypatch, (usulan_putus, "terapkan"), (usul, "tahan"))
    hasil = berlomba(
        kode_atau_hasil(
            lambda: (
                terima_usulan(
                    usulan_id=usulan.pk, versi=usulan.versi, catatan="", actor=hr, at=SAAT, kanal="admin"
                ).status
            )
        ),
        kode_atau_hasil(lambda: putuskan(orang, hr, JenisKeputusan.TOLAK, versi=r.versi).jenis),
    )
    assert sorted(hasil) == ["diterima", "tolak"]
