"""*Jelaskan ke pegawai*: the stored outcome in the words of the portal, sent by a named officer."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.pdf import render_pdf
from asn_karier.lib.syarat import Status
from karier.enums import AlasanPenjelasan, Pelaku
from karier.kamus import LABEL
from karier.models import Penjelasan, RunEvaluasi
from karier.services.keadaan import last_run, pastikan_terbaca, stored_outcomes
from karier.services.lembar import Lembar, full_sheet
from pegawai.models import Pegawai
from pegawai.services.profil import identity, moment_text

#: Reasons that come from BKN and not from the computation: the officer adds the words of BKN.
DARI_BKN: Final = (AlasanPenjelasan.DIKEMBALIKAN, AlasanPenjelasan.TIDAK_MEMENUHI)
_BELUM: Final = (Status.BELUM.name, Status.PERLU_VERIFIKASI.name)
_BIDANG: Final = (
    "kode", "judul", "tanda", "kelas", "nilai_teks", "perlu_teks", "dasar_hukum", "pelaku", "pelaku_teks",
    "tindakan", "paling_cepat_teks", "mengikat",
)  # fmt: skip


class Jawaban:
    """What would be sent about one person from one run."""

    def __init__(self, run: RunEvaluasi, pegawai: Pegawai) -> None:
        pastikan_terbaca(run)
        keadaan = stored_outcomes(run, [pegawai.pk]).get(pegawai.pk)
        if keadaan is None:
            raise TidakDitemukan("penjelasan_tanpa_hasil", "Pegawai ini tidak ada dalam perhitungan itu.")
        lembar = full_sheet(keadaan, zona_waktu=pegawai.instansi.zona_waktu)
        self.versi_aturan = lembar.versi_aturan_teks[:300]
        self.isi = _content(lembar)
        self.pilihan = _reasons(lembar)


def _content(lembar: Lembar) -> dict[str, Any]:
    """JSON of the answer: verdict, every unmet requirement with its article, the earliest date."""
    p, j = lembar.putusan, lembar.jadwal
    kurang = [s for s in lembar.syarat if s["status"] in _BELUM]
    return {
        "judul": lembar.judul,
        "putusan": {"judul": p.judul, "kalimat": p.kalimat, "langkah": p.langkah, "kelas": p.kelas},
        "hitungan": lembar.hitungan,
        "paling_cepat": j.paling_cepat if j else "",
        "sasaran": j.sasaran if j else "",
        "syarat": [{nama: s[nama] for nama in _BIDANG} for s in kurang],
        "aturan": lembar.versi_aturan_teks,
        "dihitung": lembar.dihitung_teks,
    }


def _reasons(lembar: Lembar) -> list[AlasanPenjelasan]:
    """What the outcome itself supports, the likeliest first, then what BKN may have said.

    None where kenaikan pangkat does not apply: then there is nothing to explain.
    """
    if lembar.jadwal is None:
        return []
    ikat = [s for s in lembar.syarat if s["mengikat"]]
    belum = [s for s in ikat if s["status"] == Status.BELUM.name]
    menunggu = [s for s in belum if s["pelaku"] == Pelaku.WAKTU.value]
    alasan = []
    if belum:
        alasan.append(AlasanPenjelasan.SYARAT)
    if menunggu:
        alasan.insert(0 if len(menunggu) == len(belum) else 1, AlasanPenjelasan.WAKTU)
    if any(s["status"] == Status.PERLU_VERIFIKASI.name for s in ikat):
        alasan.append(AlasanPenjelasan.DATA)
    return [*alasan, *DARI_BKN]


@transaction.atomic
def send_explanation(
    *, run: RunEvaluasi, pegawai: Pegawai, alasan: AlasanPenjelasan, catatan: str, actor: Any, at: datetime
) -> Penjelasan:
    """Keep the answer as it reads now and put it before the person; the same answer twice is one.

    DomainError `penjelasan_diri`, `penjelasan_alasan`, `penjelasan_catatan`; Bentrok `penjelasan_usang` when
    a newer run has finished since the page was opened.
    """
    if actor.pegawai_id == pegawai.pk:
        raise DomainError("penjelasan_diri", "Penjelasan untuk Anda sendiri dikirim oleh petugas lain.")
    _require_latest(run)
    jawaban = Jawaban(run, pegawai)
    _require_reason(jawaban, alasan, catatan)
    isi = {**jawaban.isi, "alasan": LABEL[AlasanPenjelasan][alasan]}
    penjelasan, baru = Penjelasan.objects.get_or_create(
        pegawai=pegawai,
        sidik=_fingerprint(run.pk, isi, catatan),
        defaults={
            "run": run,
            "periode": run.tmt_sasaran,
            "alasan": alasan,
            "catatan": catatan,
            "isi": isi,
            "versi_aturan": jawaban.versi_aturan,
            "pengirim_id": actor.pegawai_id,
            "oleh": actor,
            "pada": at,
        },
    )
    if baru:
        catat(
            pengguna=actor, tindakan="kirim_penjelasan", subjek_jenis="pegawai", subjek_id=pegawai.pk,
            kanal="admin", rincian={"penjelasan": penjelasan.pk},
        )  # fmt: skip
    return penjelasan


def mark_read(*, penjelasan: Penjelasan, actor: Any, at: datetime) -> bool:
    """*Saya sudah membaca*; the first moment stays. Only by the person. True when it was new."""
    milik = Penjelasan.objects.filter(pk=penjelasan.pk, pegawai_id=actor.pegawai_id, dibaca_pada=None)
    return bool(milik.update(dibaca_pada=at))


def explanation_pdf(penjelasan: Penjelasan) -> bytes:
    """The answer on one page, exactly as it was sent."""
    p = penjelasan.pegawai
    siapa, zona = identity(p, per=penjelasan.run.per_tanggal), p.instansi.zona_waktu
    return render_pdf(
        "penjelasan",
        {
            **penjelasan.isi,
            "judul": f"Penjelasan untuk {p.nama_gelar}",
            "perihal": penjelasan.isi["judul"],
            "catatan": penjelasan.catatan,
            "pemerintah": p.instansi.nama,
            "kantor": p.instansi.pengelola,
            "nama": p.nama_gelar,
            "nip": p.nip,
            "identitas": siapa.teks,
            "pada": moment_text(penjelasan.pada, zona),
            "oleh": str(penjelasan.oleh),
            "kontak": p.instansi.bantuan,
        },
    )


def _require_latest(run: RunEvaluasi) -> None:
    terakhir = last_run(run.instansi_id)
    if terakhir is None or terakhir.pk != run.pk:
        raise Bentrok(
            "penjelasan_usang",
            "Sudah ada perhitungan yang lebih baru.",
            tindakan="Buka hasil perhitungan terbaru pegawai ini, lalu jelaskan dari sana.",
        )


def _require_reason(jawaban: Jawaban, alasan: AlasanPenjelasan, catatan: str) -> None:
    if alasan not in jawaban.pilihan:
        raise DomainError(
            "penjelasan_alasan",
            "Alasan itu tidak sesuai dengan hasil perhitungan pegawai ini.",
            tindakan="Pilih salah satu alasan yang ditampilkan.",
        )
    if alasan in DARI_BKN and not catatan:
        raise DomainError("penjelasan_catatan", "Tuliskan apa yang disampaikan BKN dan cara memperbaikinya.")


def _fingerprint(run_id: int, isi: dict[str, Any], catatan: str) -> str:
    teks = json.dumps([run_id, isi, catatan], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(teks.encode()).hexdigest()
