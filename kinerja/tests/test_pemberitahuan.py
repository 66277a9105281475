"""The inbox, what one chooses about it, and the weekly letter."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from asn_karier.lib import outbox
from asn_karier.lib.errors import Bentrok, DomainError
from kinerja.enums import WAJIB, JenisPesan
from kinerja.kamus.pengingat import SEBAB_WAJIB
from kinerja.models import Pemberitahuan, PilihanPesan
from kinerja.services.pemberitahuan import (
    choices_of_person,
    inbox,
    mark_read,
    notify,
)
from kinerja.services.ringkasan import deliver_digest, queue_digests
from kinerja.tests.pabrik_pengingat import (
    H14,
    SENIN,
    pilih,
    siklus_berjalan,
    unit_berisi,
)
from pegawai.models import Pegawai
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari

pytestmark = pytest.mark.django_db


# -- the inbox ------------------------------------------------------------------------------------------


def test_only_the_person_reads_their_messages() -> None:
    siklus = siklus_berjalan()
    _, orang = unit_berisi(siklus.instansi, 2)
    notify(orang=[orang[1]], jenis=JenisPesan.HASIL, kunci="h", judul="Hasil", isi="-", sebab="-", at=SENIN)
    diri, atasan = PenggunaPabrik(pegawai=orang[1]), PenggunaPabrik(pegawai=orang[0])
    for siapa, banyak in ((diri, 1), (atasan, 0), (hr_dari(siklus.instansi), 0), (PenggunaPabrik(), 0)):
        assert inbox(pengguna=siapa, at=H14).count() == banyak


def test_a_message_is_not_read_before_its_hour_and_is_marked_once() -> None:
    _, orang = unit_berisi(InstansiPabrik(), 2)
    diri = PenggunaPabrik(pegawai=orang[1])
    malam = SENIN + timedelta(hours=12)
    notify(orang=[orang[1]], jenis=JenisPesan.HASIL, kunci="h", judul="Hasil", isi="-", sebab="-", at=malam)
    assert mark_read(pengguna=diri, at=malam) == 0
    assert mark_read(pengguna=diri, at=malam + timedelta(hours=12)) == 1
    assert mark_read(pengguna=diri, at=malam + timedelta(hours=12)) == 0


def test_news_is_written_once_and_not_to_who_switched_it_off() -> None:
    _, orang = unit_berisi(InstansiPabrik(), 3)
    pilih(orang[1], dimatikan=["umpan_balik"])
    isi: dict[str, Any] = {
        "orang": orang,
        "kunci": "u1",
        "judul": "Ada umpan balik baru",
        "isi": "-",
        "sebab": "-",
    }
    for _ in range(2):
        notify(jenis=JenisPesan.UMPAN_BALIK, at=SENIN, **isi)
    assert set(Pemberitahuan.objects.values_list("pegawai_id", flat=True)) == {orang[0].pk, orang[2].pk}


def test_a_reminder_cannot_slip_past_the_cap_as_news() -> None:
    with pytest.raises(ValueError, match="send_reminders"):
        notify(orang=[], jenis=JenisPesan.BATAS, kunci="x", judul="-", isi="-", sebab="-", at=SENIN)


def test_statutory_messages_cannot_be_switched_off_and_each_says_why() -> None:
    orang = PegawaiPabrik()
    with pytest.raises(DomainError, match="wajib"):
        pilih(orang, dimatikan=["hasil"])
    assert set(SEBAB_WAJIB) == set(WAJIB)


def test_choices_of_two_pages_do_not_overwrite_each_other() -> None:
    orang = PegawaiPabrik()
    pilih(orang)
    with pytest.raises(Bentrok):
        pilih(orang, dimatikan=["batas"])
    assert choices_of_person(orang).dimatikan == []


def test_hours_that_end_before_they_begin_are_refused() -> None:
    with pytest.raises(DomainError, match="sebelum jam selesai"):
        pilih(PegawaiPabrik(), jam_buka=12, jam_tutup=12)


# -- the weekly letter ----------------------------------------------------------------------------------


@pytest.fixture
def berlangganan(settings: Any) -> Pegawai:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    orang: Pegawai = PegawaiPabrik()
    PenggunaPabrik(pegawai=orang, email="orang@contoh.go.id")
    pilih(orang, surel=True, hari_ringkasan=2)
    notify(
        orang=[orang], jenis=JenisPesan.UMPAN_BALIK, kunci="u", judul="Ada umpan balik baru",
        isi="Rahasia tidak pernah keluar", sebab="-", at=SENIN,
    )  # fmt: skip
    return orang


def test_one_letter_a_week_on_the_chosen_day_with_titles_only(
    berlangganan: Pegawai, monkeypatch: Any
) -> None:
    rabu = SENIN + timedelta(days=2)
    monkeypatch.setattr("kinerja.services.ringkasan.sekarang", lambda: rabu)
    assert queue_digests(instansi_id=berlangganan.instansi_id, at=SENIN) == 0
    assert queue_digests(instansi_id=berlangganan.instansi_id, at=rabu) == 1
    assert queue_digests(instansi_id=berlangganan.instansi_id, at=rabu + timedelta(days=1)) == 0
    for _ in range(2):
        outbox.drain()
    (surat,) = mail.outbox
    assert surat.to == ["orang@contoh.go.id"]
    assert "Ada umpan balik baru" in surat.body
    assert "Rahasia" not in surat.body
    assert "karena memilih ringkasan tiap Rabu" in surat.body


@pytest.mark.parametrize("sebab", ["tanpa alamat", "dimatikan", "dibaca", "basi"])
def test_a_letter_is_not_sent_when_nobody_wants_it_any_more(
    berlangganan: Pegawai, monkeypatch: Any, sebab: str
) -> None:
    rabu = SENIN + timedelta(days=2)
    kini = rabu + timedelta(days=4) if sebab == "basi" else rabu
    monkeypatch.setattr("kinerja.services.ringkasan.sekarang", lambda: kini)
    if sebab == "tanpa alamat":
        berlangganan.akun.email = ""
        berlangganan.akun.save()
    elif sebab == "dimatikan":
        PilihanPesan.objects.update(surel=False)
    elif sebab == "dibaca":
        mark_read(pengguna=berlangganan.akun, at=rabu)
    deliver_digest("k", {"pegawai_id": berlangganan.pk, "sampai": rabu.isoformat()})
    assert mail.outbox == []


def test_nobody_without_an_address_gets_a_letter(berlangganan: Pegawai) -> None:
    berlangganan.akun.email = ""
    berlangganan.akun.save()
    assert queue_digests(instansi_id=berlangganan.instansi_id, at=SENIN + timedelta(days=2)) == 0
