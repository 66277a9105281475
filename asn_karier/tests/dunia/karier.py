"""Outcomes, recommendations, and what the person asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from asn_karier.tests.dunia.dasar import SAAT, TANDA, TANDA_INSTANSI, TANDA_KHUSUS, Dunia
from karier.enums import (
    AlasanPenjelasan,
    JenisKeputusan,
    JenisRekomendasi,
    StatusPeringatan,
    StatusPotongan,
    StatusUsul,
    SubjekTinjau,
)
from karier.models import (
    HasilEvaluasi,
    KeputusanRekomendasi,
    LembarTercetak,
    ParameterInstansi,
    PeringatanKenaikan,
    Potongan,
    Rekomendasi,
    RunEvaluasi,
)
from karier.services.penjelasan import send_explanation
from karier.services.tinjau import minta_tinjau
from karier.tests.jalan import jalankan_sampai_selesai
from karier.tests.pabrik import SuratPabrik, usul_pabrik
from pegawai.services.bukti import simpan_bukti
from pegawai.tests.berkas_bukti import unggahan
from pegawai.tests.pabrik_usulan import ajukan


def requests(d: Dunia) -> None:
    """What the person asked for: a correction with its evidence, and a human to look."""
    usulan = ajukan(d.diri, d.akun["diri"], alasan=f"Nomor lama {TANDA}")
    d.objek |= {
        "pegawai.usulanperubahan": usulan,
        "pegawai.bukti": usulan.bukti,
        "karier.permintaantinjau": minta_tinjau(
            pegawai=d.diri,
            subjek=SubjekTinjau.KENAIKAN_PANGKAT,
            alasan=f"Angka kredit {TANDA}",
            terbaca="Kurang satu hal",
            actor=d.akun["diri"],
            at=SAAT,
            kanal="portal",
        ),
    }


def career(d: Dunia) -> None:
    """A finished run with results, a recommendation that waits, and one decision."""
    run = jalankan_sampai_selesai(d.instansi)
    _diserahkan(d, run)
    _peringatan(d, run)
    rekomendasi, _ = Rekomendasi.objects.get_or_create(
        pegawai=d.diri,
        jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
        sasaran="12",
        periode=date(2027, 1, 1),
        defaults={"run_pertama": run, "run_terakhir": run},
    )
    _usul(d, run)
    d.objek |= {
        "karier.runevaluasi": run,
        "karier.potongan": Potongan.objects.create(
            run=run,
            awal=d.diri.pk,
            akhir=d.diri.pk,
            status=StatusPotongan.KARANTINA,
            alasan=f"Data {TANDA} tidak terbaca",
        ),
        "karier.hasilevaluasi": HasilEvaluasi.objects.get(run=run, pegawai=d.diri),
        "karier.parameterinstansi": _parameter(d),
        "karier.rekomendasi": rekomendasi,
        "karier.keputusanrekomendasi": KeputusanRekomendasi.objects.create(
            rekomendasi=rekomendasi,
            jenis=JenisKeputusan.TUNDA,
            alasan=f"Menunggu {TANDA}",
            pegawai=d.diri,
            oleh=d.akun["hr"],
            run=run,
        ),
    }


def _parameter(d: Dunia) -> ParameterInstansi:
    """A threshold that the instansi set for itself."""
    return ParameterInstansi.objects.create(
        instansi=d.instansi,
        entri="talenta/ambang/tinggi",
        nilai=90,
        berlaku_mulai=SAAT.date(),
        dasar=f"Keputusan {TANDA_INSTANSI}",
        ditetapkan_oleh=d.akun["hr"],
    )


def _peringatan(d: Dunia, run: RunEvaluasi) -> None:
    """That the person may come too late."""
    isi = {
        "status": StatusPeringatan.TERBUKA,
        "tmt_awal": date(2027, 1, 1),
        "tmt_kini": date(2027, 1, 1),
        "penyebab": "ujian_dinas",
        "syarat": 0,
        "run_pertama": run,
        "run_terakhir": run,
    }
    satu, _ = PeringatanKenaikan.objects.update_or_create(pegawai=d.diri, sasaran=12, defaults=isi)
    d.objek["karier.peringatankenaikan"] = satu


def _diserahkan(d: Dunia, run: RunEvaluasi) -> None:
    """What was handed to the person: a printed sheet, and an answer that names something sensitive."""
    d.objek |= {
        "karier.lembartercetak": LembarTercetak.objects.create(
            kode="ABCDE23456", pegawai=d.diri, sidik="0" * 64, lengkap=True, oleh=d.akun["hr"]
        ),
        "karier.penjelasan": send_explanation(
            run=run,
            pegawai=d.diri,
            alasan=AlasanPenjelasan.DIKEMBALIKAN,
            catatan=f"Ijazah {TANDA_KHUSUS} belum terbaca",
            actor=d.akun["hr"],
            at=SAAT,
        ),
    }


def _usul(d: Dunia, run: Any) -> None:
    """A proposal in a covering letter; another, sent back for one paper that was photographed anew."""
    kembali = {"status": StatusUsul.BTS, "dokumen": "ijazah", "alasan": f"Menunggu {TANDA}"}
    foto = simpan_bukti(berkas=unggahan(), pengguna=d.akun["diri"], at=SAAT)
    surat = SuratPabrik(
        instansi=d.instansi, dibuat_oleh=d.akun["hr"], nomor=f"800/{TANDA_INSTANSI}", tanggal=SAAT.date()
    )
    d.objek |= {
        "karier.suratpengantar": surat,
        "karier.usulkenaikanpangkat": usul_pabrik(d.diri, run, surat=surat, alasan=f"Menunggu {TANDA}"),
        "usul_kembali": usul_pabrik(d.diri, run, sasaran="14", foto_ulang=foto, **kembali),
    }
