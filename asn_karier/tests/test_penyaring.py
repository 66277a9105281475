"""Every `visible_to` of the project, generated: nothing is seen from outside, and each filter is watched.

The second half takes the filter out of one class at a time and asks whether anything notices.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import models
from django.urls import reverse

from asn_karier.tests.dunia import TANDA, TANDA_INSTANSI, Dunia, buat_dunia
from asn_karier.tests.rute import minta
from pegawai.tests.pabrik import PenggunaPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]


def _berpenyaring() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if hasattr(m._default_manager.all(), "visible_to")]


def _kelas_penyaring() -> list[type]:
    """Every class of the project that says who may see its rows."""
    semua = chain.from_iterable(type(m._default_manager.all()).__mro__ for m in _berpenyaring())
    return sorted({k for k in semua if "visible_to" in vars(k)}, key=lambda k: k.__qualname__)


#: What a government offers is open to everyone who works there.
TERBUKA = {
    "pegawai.kompetensiteknis",
    "pelatihan.angkatan",
    "pelatihan.materi",
    "pelatihan.narasumber",
    "pelatihan.pelatihan",
    "pelatihan.sesiangkatan",
}


def _kebocoran_baris(dunia: Dunia) -> Iterator[str]:
    """Rows about the ASN that somebody sees who must not."""
    nonaktif = PenggunaPabrik(is_active=False)
    for model in _berpenyaring():
        label = model._meta.label_lower
        orang: dict[str, Any] = {"anonim": dunia.akun["anonim"], "nonaktif": nonaktif}
        orang["HR instansi lain"] = dunia.akun["hr_lain"]
        if label not in TERBUKA:
            orang["ASN lain"] = dunia.akun["luar"]
        for siapa, akun in orang.items():
            if model._default_manager.visible_to(akun).filter(pk=dunia.objek[label].pk).exists():  # type: ignore[attr-defined]
                yield f"{siapa} melihat {label}"


def test_every_filtered_model_has_a_row_about_the_asn() -> None:
    dunia = buat_dunia()
    assert {m._meta.label_lower for m in _berpenyaring()} <= set(dunia.objek)


def test_no_row_about_the_asn_is_seen_from_outside() -> None:
    assert list(_kebocoran_baris(buat_dunia())) == []


#: Between the people concerned: not even HR or the administrator.
RAHASIA_DARI_MEJA = {
    "kinerja.peserta360",
    "kinerja.undangan360",
    "kinerja.hasil360",
    "kinerja.kalimat360",
    # Feedback, notes, directions, reflections: the people they are about, and no role.
    "kinerja.arahan",
    "kinerja.penerimaarahan",
    "kinerja.umpanbalik",
    "kinerja.tanggapanumpanbalik",
    "kinerja.catatanpimpinan",
    "kinerja.refleksidiri",
    # What a realisation says; that it was sent stands in the row above it.
    "kinerja.realisasi",
    "kinerja.buktidukung",
    # The case of ethics: who answered it reads their room, and no role reads any of it.
    "kinerja.jawabanetika",
    "kinerja.diskusietika",
    "kinerja.pelajaranetika",
    # One's own messages, choices and plans; who prepares for whom.
    "kinerja.pemberitahuan",
    "kinerja.pilihanpesan",
    "kinerja.rencanapengisian",
    "kinerja.delegasipenilaian",
    # Ideas: their authors and the leaders whom they reached; a leader's own week.
    "kinerja.usulperbaikan",
    "kinerja.ikutusul",
    "karier.limamenit",
    # Words that an operator brought for a plan: the person, and whoever entered them.
    "karier.kirimanrencana",
    # Succession: a duty in the committee of talent, and no role.
    "karier.jabatankritikal",
    # What a participant thinks of a class: others read numbers, and words without a name.
    "pelatihan.reaksipeserta",
    # What is between the two of a pair; HR reads dates and counts through the pair.
    *(
        f"mentoring.{n}"
        for n in (
            "pertemuan",
            "sasaranmentoring",
            "catatanbersama",
            "catatanpribadi",
            "denyutmentoring",
            "akhirpasangan",
            "apresiasi",
            "sapaanmentoring",
        )
    ),
    # What somebody waits for: HR plans by the number.
    "pelatihan.minatpelatihan",
}


def test_hr_and_the_administrator_see_every_row() -> None:
    dunia = buat_dunia()
    buta = [
        f"{siapa} tidak melihat {m._meta.label_lower}"
        for m in _berpenyaring()
        for siapa in ("hr", "super")
        if m._meta.label_lower not in RAHASIA_DARI_MEJA
        and not m._default_manager.visible_to(dunia.akun[siapa])  # type: ignore[attr-defined]
        .filter(pk=dunia.objek[m._meta.label_lower].pk)
        .exists()
    ]
    assert buta == []


def test_what_is_between_people_is_seen_by_nobody_at_the_hr_desk() -> None:
    """But for what HR itself filled in for the ASN, who has not confirmed it yet: those rows, no other."""
    dunia = buat_dunia()
    terlihat = {
        (siapa, label, baris.pk)
        for label in RAHASIA_DARI_MEJA
        for siapa in ("hr", "hr_lain", "auditor", "super")
        for baris in apps.get_model(label)._default_manager.visible_to(dunia.akun[siapa])  # type: ignore[attr-defined]
    }
    diisikan, kiriman = (dunia.objek[n] for n in ("kinerja.pengisiandiisikan", "karier.kirimanrencana"))
    assert kiriman.oleh == dunia.akun["hr"]
    assert terlihat == {
        ("hr", "karier.kirimanrencana", kiriman.pk),
        *(("hr", "kinerja.realisasi", baris.pk) for baris in diisikan.realisasi.all()),
    }


# -- the proof that the filters are watched -----------------------------------------------------


def _tanpa_penyaring(self: Any, pengguna: Any) -> Any:
    return self


@pytest.mark.parametrize("kelas", _kelas_penyaring(), ids=lambda k: k.__qualname__)
def test_taking_out_any_one_filter_is_noticed(kelas: type, monkeypatch: pytest.MonkeyPatch) -> None:
    dunia = buat_dunia()
    assert next(_kebocoran_baris(dunia), None) is None
    monkeypatch.setattr(kelas, "visible_to", _tanpa_penyaring)
    assert next(_kebocoran_baris(dunia), None) is not None


#: Classes whose rows no page lists by themselves: they are reached through a row that is filtered.
TANPA_HALAMAN = {
    **dict.fromkeys(
        (
            "ArahanQuerySet",
            "CatatanPimpinanQuerySet",
            "DelegasiQuerySet",
            "DiskusiEtikaQuerySet",
            "IkutUsulQuerySet",
            "IsiPengisianQuerySet",
            "JawabanEtikaQuerySet",
            "KisahQuerySet",
            "PelajaranEtikaQuerySet",
            "PenerimaArahanQuerySet",
            "PribadiQuerySet",
            "RefleksiQuerySet",
            "TanggapanQuerySet",
            "UmpanBalikQuerySet",
            "UsulPerbaikanQuerySet",
        ),
        "between people, in the portal alone: test_lubang_kinerja.py, test_sepanjang_tahun_tertutup.py, "
        "kinerja/tests/test_etika_pembaca.py",
    ),
    **dict.fromkeys(
        ("KeberatanQuerySet", "KirimanQuerySet", "MilikUnitQuerySet", "MilikKeberatanQuerySet"),
        "the desk asks for `dikelola` on top, or reads the rows through their objection",
    ),
    **dict.fromkeys(
        ("PermintaanQuerySet", "SaranQuerySet"),
        "read by their owner in the portal and by HR at one page of the instansi: test_lubang_mentoring.py",
    ),
    "MilikSKPQuerySet": "rows of a plan are read through their SKP, which is filtered",
    **dict.fromkeys(
        ("MilikRencanaQuerySet", "NaskahRencanaQuerySet", "PesertaPenugasanQuerySet"),
        "rows of an individual plan or an assignment are read through it, which is filtered: "
        "karier/tests/test_lubang_rencana.py, karier/tests/test_penugasan.py",
    ),
    "UsulKalibrasiQuerySet": "proposals are read through their session: test_lubang_kinerja.py",
    "BarisImporQuerySet": "rows of a file are read through their Impor",
    "Dinilai360QuerySet": "360 feedback has no page at the HR desk: kinerja/tests/test_umpan_360_rahasia.py",
    "Kalimat360QuerySet": "as above",
    "Undangan360QuerySet": "360 feedback has no page at the HR desk: kinerja/tests/test_umpan_360_rahasia.py",
    **dict.fromkeys(
        ("AngkatanQuerySet", "LangkahQuerySet", "MutasiQuerySet", "SuratTugasQuerySet"),
        "the desk asks for `dikelola`, or reads the rows through their class, enrolment or pagu",
    ),
    **dict.fromkeys(
        ("MilikBerduaQuerySet", "PenulisQuerySet", "DenyutQuerySet"),
        "between the two of a pair, in the portal alone: test_rahasia_mentoring.py",
    ),
    "MilikSendiriQuerySet": "what a participant thinks has no page at the desk but for numbers",
    **dict.fromkeys(
        ("PenetapanQuerySet", "SidangQuerySet", "SuksesiQuerySet"),
        "boxes and succession are read in the portal by the committee: test_lubang_talenta.py",
    ),
    "PerubahanQuerySet": "the feed is for programs alone: pegawai/tests/test_perubahan.py",
}


def _kebocoran_halaman(dunia: Dunia) -> Iterator[str]:
    """Words of the ASN's records on a page of HR of another instansi."""
    for model in admin.site._registry:
        nama = f"{model._meta.app_label}_{model._meta.model_name}"
        alamat = [reverse(f"admin:{nama}_changelist")]
        objek = dunia.objek.get(model._meta.label_lower)
        if objek is not None:
            alamat.append(reverse(f"admin:{nama}_change", args=[objek.pk]))
        for tujuan in alamat:
            isi = minta(dunia, "hr_lain", "GET", tujuan).isi_teks
            if TANDA in isi or TANDA_INSTANSI in isi:
                yield tujuan


@pytest.mark.parametrize(
    "kelas",
    [k for k in _kelas_penyaring() if k.__name__ not in TANPA_HALAMAN],
    ids=lambda k: k.__qualname__,
)
def test_taking_out_a_filter_shows_on_a_page_of_another_instansi(
    kelas: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    dunia = buat_dunia()
    monkeypatch.setattr(kelas, "visible_to", _tanpa_penyaring)
    assert next(_kebocoran_halaman(dunia), None) is not None


def test_no_page_of_another_instansi_shows_a_word() -> None:
    assert list(_kebocoran_halaman(buat_dunia())) == []
