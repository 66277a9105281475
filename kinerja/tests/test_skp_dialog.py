"""What was agreed is talked over again by both; what was said is never changed."""

import pytest

from asn_karier.lib.errors import TidakBoleh
from kinerja.enums import JenisDialog, StatusSKP
from kinerja.models import CatatanDialog, HasilKerja
from kinerja.services.skp_sepakat import (
    add_note,
)
from kinerja.tests.bantu_skp import kode, rencana
from kinerja.tests.dunia_skp import akun, atasan, saya
from kinerja.tests.langkah_skp import bahas, dialog, kirim, setujui
from kinerja.tests.pabrik_skp import SAAT
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

__all__ = ["akun", "atasan", "saya"]
pytestmark = pytest.mark.django_db


# -- talked over again ------------------------------------------------------------------------------


@pytest.mark.parametrize("siapa", ["pegawai", "atasan"])
def test_either_of_the_two_opens_an_agreed_plan_and_the_text_stays(
    saya: Pegawai, akun: Pengguna, atasan: Pengguna, siapa: str
) -> None:
    skp = setujui(rencana(saya, dikirim=True), atasan)
    for _ in range(2):
        skp = bahas(skp, akun if siapa == "pegawai" else atasan, versi=2)
    assert (skp.status, skp.disepakati_pada, skp.naskah.count()) == (StatusSKP.DRAF, None, 1)
    HasilKerja.objects.update(rhk="Kalimat baru")
    setujui(kirim(skp, akun, 3), atasan, 4)
    assert [n.isi["hasil"][0]["rhk"] for n in skp.naskah.order_by("ke")] == [
        "Tersusunnya kajian",
        "Kalimat baru",
    ]
    assert dialog(skp)[1:] == [JenisDialog.BUKA, JenisDialog.KIRIM, JenisDialog.SETUJUI]


def test_an_outsider_opens_nothing(saya: Pegawai) -> None:
    with pytest.raises(TidakBoleh):
        bahas(rencana(saya, disepakati=True), PenggunaPabrik(pegawai=PegawaiPabrik()))


def test_an_account_of_nobody_opens_nothing(saya: Pegawai) -> None:
    with pytest.raises(TidakBoleh):
        bahas(rencana(saya, disepakati=True), hr_dari(saya.instansi))


def test_opening_asks_for_a_reason(saya: Pegawai, akun: Pengguna) -> None:
    assert kode(bahas, rencana(saya, disepakati=True), akun, " ") == "catatan_kosong"


def test_what_is_not_agreed_is_simply_changed(saya: Pegawai, akun: Pengguna) -> None:
    assert kode(bahas, rencana(saya, dikirim=True), akun) == "belum_disepakati"


# -- the dialogue -----------------------------------------------------------------------------------


def test_both_speak_and_a_double_press_speaks_once(saya: Pegawai, akun: Pengguna, atasan: Pengguna) -> None:
    skp = rencana(saya, dikirim=True)
    for actor in (akun, akun, atasan):
        add_note(skp_id=skp.pk, isi=" Kapan kita bertemu? ", actor=actor, at=SAAT)
    assert [(d.oleh, d.isi) for d in skp.dialog.all()] == [
        (akun, "Kapan kita bertemu?"),
        (atasan, "Kapan kita bertemu?"),
    ]


def test_a_dialogue_begins_when_the_plan_is_sent(saya: Pegawai, akun: Pengguna) -> None:
    assert kode(add_note, skp_id=rencana(saya).pk, isi="Halo", actor=akun, at=SAAT) == "belum_dikirim"


def test_an_outsider_does_not_speak(saya: Pegawai) -> None:
    actor = PenggunaPabrik(pegawai=PegawaiPabrik())
    with pytest.raises(TidakBoleh):
        add_note(skp_id=rencana(saya, dikirim=True).pk, isi="Halo", actor=actor, at=SAAT)


def test_what_was_said_is_never_changed(saya: Pegawai, akun: Pengguna) -> None:
    skp = rencana(saya, dikirim=True)
    catatan = add_note(skp_id=skp.pk, isi="Halo", actor=akun, at=SAAT)
    with pytest.raises(TypeError, match="append-only"):
        catatan.save()
    assert CatatanDialog.objects.get().isi == "Halo"
