"""KGB letters: one per person and day, drafts until numbered, undone as a batch."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.dates import first_of_next_month
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from asn_karier.lib.models import Jejak
from asn_karier.lib.tests.lomba import berlomba, bersamaan, kode_atau_hasil
from pegawai.enums import JenisPeran
from pegawai.models import Instansi, Pegawai, PenerbitanKGB, Pengguna, SuratKGB
from pegawai.reports.surat_kgb import isi_surat
from pegawai.services import surat_kgb as layanan
from pegawai.services.surat_kgb import NilaiKgb, Nomor, issue_letters, number_letters, undo_letters
from pegawai.tests.pabrik import InstansiPabrik, PenggunaPabrik, PeranPabrik, hr_dari
from pegawai.tests.pabrik_lain import PenandaTanganPabrik
from pegawai.tests.test_agenda import ber_kgb

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 28, 2, 0, tzinfo=UTC)
PER = date(2026, 11, 28)
TMT = date(2027, 1, 1)
KONSEP = Nomor()
BERNOMOR = Nomor("800/{urut}/2026", 7, date(2026, 11, 20))


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="batanghari")
    return satu


def terbitkan(hr: Pengguna, *orang: Pegawai, nomor: Nomor = KONSEP, tmt: date = TMT) -> PenerbitanKGB:
    return issue_letters(
        instansi=orang[0].instansi,
        pilihan={p.pk: tmt for p in orang},
        nomor=nomor,
        actor=hr,
        at=SAAT,
        per=PER,
    )[0]


def test_letters_say_the_pay_before_and_after_and_are_numbered_one_after_another(hr: Pengguna) -> None:
    terbit = terbitkan(hr, ber_kgb(TMT), ber_kgb(TMT), nomor=BERNOMOR)
    surat = list(terbit.surat.all())
    assert [s.nomor for s in surat] == ["800/7/2026", "800/8/2026"]
    assert {(s.gaji_lama, s.gaji_baru, s.mkg_bulan, s.perkiraan) for s in surat} == {
        (3_287_000, 3_390_500, 120, False)
    }
    assert Jejak.objects.get(tindakan="terbitkan_surat_kgb").rincian["jumlah"] == 2


def test_nobody_gets_a_second_letter_for_the_same_day(hr: Pengguna) -> None:
    orang, lain = ber_kgb(TMT), ber_kgb(TMT)
    terbitkan(hr, orang)
    with pytest.raises(DomainError, match="Tidak ada surat"):
        terbitkan(hr, orang)
    assert terbitkan(hr, orang, lain).surat.get().pegawai == lain
    surat = SuratKGB.objects.get(pegawai=orang)
    surat.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        surat.save()


def test_nobody_writes_their_own_letter_or_one_of_another_instansi(hr: Pengguna) -> None:
    hr.pegawai = ber_kgb(TMT)
    hr.save()
    asing = ber_kgb(TMT, instansi=InstansiPabrik(kode="nabire"))
    for orang in (hr.pegawai, asing):
        with pytest.raises(DomainError, match="Tidak ada surat"):
            terbitkan(hr, orang)


def test_a_day_that_changed_since_it_was_shown_is_left_out(hr: Pengguna) -> None:
    with pytest.raises(DomainError, match="Tidak ada surat"):
        terbitkan(hr, ber_kgb(TMT), tmt=date(2027, 2, 1))


def test_who_is_postponed_by_the_last_run_gets_none(hr: Pengguna, monkeypatch: pytest.MonkeyPatch) -> None:
    orang, lain = ber_kgb(TMT), ber_kgb(TMT)
    tunda = {orang.pk: NilaiKgb(ditunda=True, kalimat="Ditunda.")}
    monkeypatch.setattr(layanan, "_penilai", [lambda ids: tunda])
    terbit, rencana = issue_letters(
        instansi=orang.instansi,
        pilihan={orang.pk: TMT, lain.pk: TMT},
        nomor=BERNOMOR,
        actor=hr,
        at=SAAT,
        per=PER,
    )
    assert terbit.surat.get().pegawai == lain
    assert rencana.dilewati == [(orang.pk, "Ditunda.")]


def test_what_rests_on_an_unverified_step_stays_a_draft(hr: Pengguna) -> None:
    """I/b: the rule book does not know its first step for certain."""
    orang = ber_kgb(TMT, pangkat__golongan=2, pangkat__masa_kerja_tahun=7)
    terbit = terbitkan(hr, orang, nomor=BERNOMOR)
    surat = terbit.surat.get()
    assert (surat.nomor, surat.perkiraan) == ("", True)
    isi = isi_surat(terbit)["surat"][0]
    assert isi["konsep"] is True
    assert "perkiraan, periksa" in isi["baru"][0][1]
    with pytest.raises(DomainError, match="Tidak ada konsep"):
        number_letters(penerbitan_id=terbit.pk, nomor=BERNOMOR, actor=hr)


@pytest.mark.parametrize(
    ("nomor", "kode"),
    [(Nomor("800/2026", 1, PER), "nomor_pola"), (Nomor("800/{urut}"), "nomor_tanggal")],
)
def test_a_number_that_is_none_is_refused_in_words(hr: Pengguna, nomor: Nomor, kode: str) -> None:
    with pytest.raises(DomainError) as galat:
        terbitkan(hr, ber_kgb(TMT), nomor=nomor)
    assert galat.value.kode == kode
    assert not SuratKGB.objects.exists()


def test_a_draft_is_numbered_later_and_a_batch_is_undone_once(hr: Pengguna) -> None:
    orang = ber_kgb(TMT)
    terbit = terbitkan(hr, orang)
    assert terbit.surat.get().konsep
    number_letters(penerbitan_id=terbit.pk, nomor=BERNOMOR, actor=hr)
    assert terbit.surat.get().nomor == "800/7/2026"
    undo_letters(penerbitan_id=terbit.pk, bernomor=1, actor=hr, at=SAAT)
    with pytest.raises(DomainError, match="sudah diurungkan"):
        undo_letters(penerbitan_id=terbit.pk, bernomor=1, actor=hr, at=SAAT)
    assert Jejak.objects.get(tindakan="urungkan_surat_kgb").rincian["surat"][0]["nomor"] == "800/7/2026"
    assert terbitkan(hr, orang).surat.count() == 1


def test_a_batch_is_not_undone_by_who_has_not_seen_its_numbers(hr: Pengguna) -> None:
    """Undo pressed on a page that was opened before a colleague numbered and sent the letters."""
    terbit = terbitkan(hr, ber_kgb(TMT), ber_kgb(TMT))
    number_letters(penerbitan_id=terbit.pk, nomor=BERNOMOR, actor=hr)
    for bernomor in (0, 1, None):
        with pytest.raises(Bentrok, match="diberi nomor sejak"):
            undo_letters(penerbitan_id=terbit.pk, bernomor=bernomor, actor=hr, at=SAAT)
    assert terbit.surat.count() == 2


def test_nobody_numbers_or_undoes_a_batch_with_their_own_letter(hr: Pengguna) -> None:
    diri = ber_kgb(TMT)
    terbit = terbitkan(hr, diri, ber_kgb(TMT))
    petugas = hr_dari(diri.instansi, pegawai=diri)
    with pytest.raises(TidakBoleh):
        number_letters(penerbitan_id=terbit.pk, nomor=BERNOMOR, actor=petugas)
    with pytest.raises(TidakBoleh):
        undo_letters(penerbitan_id=terbit.pk, bernomor=0, actor=petugas, at=SAAT)
    assert [s.nomor for s in terbit.surat.all()] == ["", ""]


@bersamaan
def test_two_officers_at_one_batch_at_once() -> None:
    """Issued by two, numbered by two, undone while it is numbered: each happens once."""
    orang, lain = ber_kgb(TMT), ber_kgb(TMT)
    dua = [hr_dari(orang.instansi), hr_dari(orang.instansi)]
    terbit = berlomba(*[kode_atau_hasil(lambda h=h: terbitkan(h, orang, lain).pk) for h in dua])
    assert "surat_kosong" in terbit
    assert SuratKGB.objects.count() == 2
    pk = PenerbitanKGB.objects.get().pk
    nomor = [lambda h=h: number_letters(penerbitan_id=pk, nomor=BERNOMOR, actor=h).pk for h in dua]
    urung = [lambda: undo_letters(penerbitan_id=pk, bernomor=0, actor=dua[0], at=SAAT).pk]
    hasil = berlomba(*[kode_atau_hasil(k) for k in (*nomor, *urung)])
    tersisa = {s.nomor for s in SuratKGB.objects.all()}
    if tersisa:
        assert tersisa == {"800/7/2026", "800/8/2026"}
        assert sorted(hasil, key=str) == [pk, "surat_bernomor", "surat_berubah"]
    else:
        assert sorted(hasil, key=str) == [pk, "surat_diurungkan", "surat_diurungkan"]


# -- the door -------------------------------------------------------------------------------------


def test_hr_prints_all_that_are_due_in_five_steps(client: Client, hr: Pengguna, instansi: Instansi) -> None:
    bulan = first_of_next_month(timezone.localdate())
    PenandaTanganPabrik(instansi=instansi)
    for nama in ("Satu", "=Dua"):
        ber_kgb(bulan, nama=nama)
    agenda = client.get(reverse("admin:pegawai_suratkgb_agenda")).context["surat"]
    assert agenda["perlu"] == 2
    konfirmasi = client.get(agenda["url_perlu"])
    assert (konfirmasi.context["jumlah"], len(konfirmasi.context["surat"])) == (2, 2)
    isi: dict[str, Any] = {"pilihan": konfirmasi.context["pilihan"], "mulai": 1, "pola": "", "tanggal": ""}
    jawaban = client.post(agenda["url"], isi, follow=True)
    assert "2 surat KGB dibuat" in jawaban.content.decode()
    assert client.get(jawaban.context["url_pdf"]).content.startswith(b"%PDF")
    assert client.get(reverse("admin:pegawai_suratkgb_agenda")).context["surat"]["perlu"] == 0
    # Pressed twice: nothing more is made, and it is said.
    assert "Tidak ada surat" in client.post(agenda["url"], isi, follow=True).content.decode()
    assert SuratKGB.objects.count() == 2
    client.post(jawaban.context["url_urungkan"], {"bernomor": jawaban.context["bernomor"]})
    assert SuratKGB.objects.count() == 0


def test_a_pattern_without_its_place_is_explained_beside_the_field(client: Client, hr: Pengguna) -> None:
    bulan = first_of_next_month(timezone.localdate())
    orang = ber_kgb(bulan)
    url = reverse("admin:pegawai_suratkgb_terbitkan")
    isi = {"pilihan": f"{orang.pk}:{bulan}", "mulai": 1, "pola": "800", "tanggal": "01-12-2026"}
    assert "Pola nomor harus memuat" in client.post(url, isi).content.decode()
    assert client.post(url, {"pilihan": "x:y,1:2", "mulai": "a"}).status_code == 302


def test_an_auditor_reads_the_register_and_prints_nothing(
    client: Client, hr: Pengguna, instansi: Instansi
) -> None:
    terbit = terbitkan(hr, ber_kgb(TMT), nomor=BERNOMOR)
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, instansi=instansi, jenis=JenisPeran.AUDITOR)
    client.force_login(auditor)
    assert "800/7/2026" in client.get(reverse("admin:pegawai_suratkgb_changelist")).content.decode()
    for nama in ("penerbitan", "pdf"):
        assert client.get(reverse(f"admin:pegawai_suratkgb_{nama}", args=[terbit.pk])).status_code == 404
    assert client.get(reverse("admin:pegawai_suratkgb_terbitkan")).status_code == 404
