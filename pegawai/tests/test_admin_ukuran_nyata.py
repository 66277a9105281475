"""At real size: filters of a large scope, people found along their indexes, no select of thousands."""

from typing import Any

import pytest
from django.contrib.admin import site
from django.forms import ModelChoiceField
from django.test import Client, RequestFactory
from django.urls import reverse

from asn_karier.lib.models import Jejak
from asn_karier.lib.situs import IsianPilih, daftar
from pegawai.admin import saringan
from pegawai.models import Jabatan, Pegawai, Pengguna, UnitKerja
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

pytestmark = pytest.mark.django_db
DAFTAR = "admin:pegawai_pegawai_changelist"


@pytest.fixture
def meja(client: Client) -> Client:
    client.force_login(PenggunaPabrik(is_superuser=True, is_staff=True))
    return client


def pilihan(meja: Client, **isi: str) -> dict[str, list[str]]:
    cl = meja.get(reverse(DAFTAR), isi).context["cl"]
    return {s.title: [str(teks) for _, teks in s.lookup_choices] for s in cl.filter_specs}


def test_a_large_scope_is_not_read_for_the_choices_of_its_filters(
    meja: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    PegawaiPabrik(pelaksana=True), PegawaiPabrik(fungsional=True)
    sedikit = pilihan(meja)
    monkeypatch.setattr(saringan, "BATAS_HITUNG", 1)

    semua = pilihan(meja)

    assert sedikit["golongan"] == ["PNS III/b", "PNS III/c"]
    assert len(semua["golongan"]) == 2 * 17 + 1
    assert {n: set(isi) <= set(semua[n]) for n, isi in sedikit.items()} == dict.fromkeys(sedikit, True)
    cl = meja.get(reverse(DAFTAR), {"golongan": "1-11"}).context["cl"]
    assert cl.result_count == 1


@pytest.mark.parametrize(
    ("cari", "jumlah"),
    [("1985", 1), ("dewi lubis", 1), ("lubis dewi", 1), ("de", 0), ("Dewi Zul", 0), ("9", 0)],
)
def test_rows_of_people_are_found_by_the_beginning_of_a_nip_and_by_every_word(
    meja: Client, cari: str, jumlah: int
) -> None:
    PegawaiPabrik(pelaksana=True, nama="Dewi Lubis", nip="198501012010012001")
    PegawaiPabrik(pelaksana=True, nama="Zulkifli", nip="197001011995031001")
    for nama in (DAFTAR, "admin:pegawai_riwayatpangkat_changelist"):
        assert meja.get(reverse(nama), {"q": cari}).context["cl"].result_count == jumlah


def test_no_form_of_the_desk_has_a_select_of_people_posts_or_units(rf: RequestFactory) -> None:
    minta: Any = rf.get("/")
    minta.user = PenggunaPabrik(is_superuser=True, is_staff=True)
    besar = (Pegawai, Jabatan, UnitKerja, Pengguna)
    panjang = [
        (model.__name__, nama)
        for model, pengelola in site._registry.items()
        if getattr(pengelola, "boleh_tambah", False) or getattr(pengelola, "boleh_ubah", False)
        if "add_view" not in vars(type(pengelola))
        for nama, isian in pengelola.get_form(minta).base_fields.items()
        if isinstance(isian, ModelChoiceField) and not isinstance(isian, IsianPilih)
        and isian.queryset.model in besar
    ]  # fmt: skip
    assert panjang == []


def test_the_trail_offers_the_codes_of_its_latest_lines_and_the_one_in_use(
    meja: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for tindakan in ("lihat", "ubah"):
        Jejak.objects.create(
            pelaku_jenis="sistem", tindakan=tindakan, subjek_jenis="pegawai", subjek_id=1, kanal="uji"
        )
    monkeypatch.setattr(daftar.Sekilas, "batas", 1)
    jawaban = meja.get(reverse("admin:inti_jejak_changelist"), {"tindakan": "lihat"})
    cl = jawaban.context["cl"]
    assert [b.tindakan for b in cl.result_list] == ["lihat"]
    tindakan = next(s for s in cl.filter_specs if s.title == "tindakan")
    assert {"lihat", "ubah"} <= {kode for kode, _ in tindakan.lookup_choices}
    assert b"lebih dari 1 jejak" in meja.get(reverse("admin:inti_jejak_changelist")).content
