"""The report on proposals: what became of them, and as it stood on an earlier day."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from karier.enums import JenisKeputusan, StatusUsul
from karier.services.rekomendasi import putuskan_rekomendasi
from karier.services.status_usul import Jawaban, catat_jawaban
from karier.tests.bantu import memenuhi, satu
from karier.tests.bulan import TMT, hitung_pada, pukul, tetapkan, usul
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.models import Pegawai
from pegawai.services.pangkat import PangkatBaru
from pegawai.tests.pabrik import RiwayatPangkatPabrik, hr_dari, nyatakan_lengkap

#: After the TMT.
LAGI = date(2027, 1, 5)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


def laporan(client: Any, **isian: str) -> list[dict[str, str]]:
    isi = client.get(reverse("admin:pegawai_pegawai_laporan_isi", args=["hasil-usul"]), isian).context
    return [dict(zip(isi["kepala"], b, strict=True)) for b in isi["baris"]]


def jawab(orang: Pegawai, hari: date, status: StatusUsul, time_machine: Any, **isian: Any) -> None:
    time_machine.move_to(pukul(hari))
    u = usul(orang)
    catat_jawaban(
        usul_id=u.pk,
        jawaban=Jawaban(status, hari, **isian),
        versi=u.versi,
        actor=hr_dari(orang.instansi),
        at=pukul(hari),
    )


def test_what_became_of_three_proposals_and_as_it_stood_before(client: Any, time_machine: Any) -> None:
    tiga = [memenuhi(nama=f"Usul {n}") for n in range(3)]
    nyatakan_lengkap(tiga[0].instansi)
    jalankan_sampai_selesai(tiga[0].instansi)
    hr = hr_dari(tiga[0].instansi)
    client.force_login(hr)
    assert laporan(client) == []
    tetapkan(client, pilih=[f"{satu(o).pk}.{satu(o).versi}" for o in tiga])
    jawab(tiga[0], date(2026, 11, 28), StatusUsul.BTS, time_machine, alasan="Pindaian kabur")
    jawab(tiga[1], date(2026, 11, 29), StatusUsul.TMS, time_machine, alasan="Masa kerja kurang")
    sk = PangkatBaru(tiga[0].pk, int(satu(tiga[0]).sasaran), TMT, "SK/1", None, None)
    jawab(
        tiga[0], date(2026, 12, 20), StatusUsul.SK_TERBIT, time_machine, sk=sk, tanggal_sk=date(2026, 12, 19)
    )
    client.force_login(hr)
    assert laporan(client) == [
        {
            "TMT": "1 Januari 2027",
            "Diusulkan": "3",
            "Belum ada jawaban": "1",
            "Dikembalikan (BTS)": "0",
            "Pernah dikembalikan": "1",
            "Tidak memenuhi syarat (TMS)": "1",
            "SK terbit": "1",
            "SK paling lambat pada TMT": "1",
        }
    ]
    dulu = laporan(client, per="2026-11-28")[0]
    assert (dulu["Belum ada jawaban"], dulu["Dikembalikan (BTS)"], dulu["SK terbit"]) == ("2", "1", "0")


def test_an_sk_that_a_run_finds_in_the_records_is_counted(client: Any, time_machine: Any) -> None:
    orang = memenuhi()
    nyatakan_lengkap(orang.instansi)
    jalankan_sampai_selesai(orang.instansi)
    client.force_login(hr_dari(orang.instansi))
    tetapkan(client, pilih=[f"{satu(orang).pk}.{satu(orang).versi}"])
    RiwayatPangkatPabrik(pegawai=orang, golongan=int(satu(orang).sasaran), tmt=TMT)
    time_machine.move_to(pukul(LAGI))
    hitung_pada(orang.instansi, LAGI)
    client.force_login(hr_dari(orang.instansi))
    [baris] = laporan(client)
    assert (baris["Belum ada jawaban"], baris["SK terbit"], baris["SK paling lambat pada TMT"]) == (
        "0",
        "1",
        "0",
    )


def test_a_proposal_that_was_taken_back_is_neither_proposed_nor_returned(
    client: Any, time_machine: Any
) -> None:
    orang = memenuhi()
    nyatakan_lengkap(orang.instansi)
    jalankan_sampai_selesai(orang.instansi)
    hr = hr_dari(orang.instansi)
    client.force_login(hr)
    tetapkan(client, pilih=[f"{satu(orang).pk}.{satu(orang).versi}"])
    jawab(orang, date(2026, 11, 28), StatusUsul.BTS, time_machine, alasan="Pindaian kabur")
    client.force_login(hr)
    assert [b["Pernah dikembalikan"] for b in laporan(client)] == ["1"]
    r = satu(orang)
    putuskan_rekomendasi(
        rekomendasi_id=r.pk,
        versi=r.versi,
        jenis=JenisKeputusan.URUNGKAN,
        alasan="Ditarik",
        actor=hr,
        at=pukul(date(2026, 11, 28)),
    )
    client.force_login(hr)
    assert [(b["Diusulkan"], b["Pernah dikembalikan"]) for b in laporan(client)] == [("0", "0")]
