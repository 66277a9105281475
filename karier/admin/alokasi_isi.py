"""What the pages of a scenario show: figures, limits in words, proposals with their reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import Halaman, alamat, bilangan
from karier.services.alokasi_baca import (
    Tersimpan,
    class_names,
    competency_names,
    figures,
    has_fact,
    names_of_codes,
)
from pegawai.enums import JenisJabatan
from pegawai.kamus import LABEL as LABEL_PEGAWAI
from pelatihan.kamus.alokasi import explain_proposal, explain_status
from pelatihan.models import Angkatan, SkenarioAlokasi, UsulanAlokasi
from pelatihan.rules.alokasi_alasan import Sebab
from pelatihan.rules.alokasi_masalah import Ukuran

SEHALAMAN: Final = 50
TIDAK: Final = "tidak"


def summary_lines(skenario: SkenarioAlokasi, soal: Tersimpan) -> list[tuple[str, str]]:
    """(what, how much) of the present choice, and how good the computed one was."""
    a, isi = figures(soal.usulan), skenario.ringkasan
    return [
        (
            "Pegawai yang diusulkan",
            f"{kata.bilangan(a.orang)} dari {kata.bilangan(isi['calon'])} yang bercelah",
        ),
        ("Kursi", kata.bilangan(a.kursi)),
        ("Celah yang ditutup", kata.bilangan(a.celah)),
        ("Biaya", kata.rupiah(a.rupiah)),
        ("Dari unit terpencil", f"{a.terpencil} persen kursi"),
        ("Di bawah 20 JP", f"{a.kurang_jp} persen kursi"),
        ("Mutu hitungan", explain_status(isi["status"], isi["celah"])),
        ("Bobot celah", _against(isi)),
        *_held_back(soal),
    ]


def _held_back(soal: Tersimpan) -> list[tuple[str, str]]:
    """Why seats stay empty though people could take them: the shares that HR asked for."""
    dijaga = {u.pegawai_id for u in soal.usulan if has_fact(u, Sebab.PEMERATAAN)}
    orang = len(dijaga - {u.pegawai_id for u in soal.usulan if u.dipilih})
    kalimat = (
        f"{kata.bilangan(orang)} pegawai tidak diusulkan walau kursinya ada: kursi dijaga untuk unit "
        "terpencil atau yang di bawah 20 JP. Turunkan bagiannya pada skenario baru bila kursi itu perlu "
        "terisi."
    )
    return [("Ditahan pemerataan", kalimat)] if orang else []


def _against(isi: dict[str, Any]) -> str:
    """What the same seats would close when given out by hand."""
    angka = {k: kata.bilangan(isi[k]) for k in ("nilai", "serakah", "siapa_cepat")}
    return (
        f"{angka['nilai']} dengan semua batas skenario ini. Pembanding yang mengabaikan syarat bagian: "
        f"menurut manfaat per rupiah {angka['serakah']}, siapa cepat {angka['siapa_cepat']}."
    )


def limits_in_words(skenario: SkenarioAlokasi) -> list[str]:
    """What HR set for it, as sentences."""
    b = skenario.batas
    ukuran = "rupiah" if b.get("ukuran") == Ukuran.RUPIAH else "kursi"
    nama = names_of_codes(b.get("kompetensi") or [])
    dahulu = [nama[k] for k in b.get("kompetensi") or []]
    dahulu += [LABEL_PEGAWAI[JenisJabatan][JenisJabatan[j]] for j in b.get("jabatan") or []]
    kalimat = (
        (True, f"Paling banyak {b.get('paling_banyak', 2)} kelas per orang."),
        (b.get("terpencil"), f"Paling sedikit {b.get('terpencil')} persen {ukuran} untuk unit terpencil."),
        (
            b.get("kurang_jp"),
            f"Paling sedikit {b.get('kurang_jp')} persen {ukuran} untuk yang di bawah 20 JP.",
        ),
        (b.get("paling_sedikit"), f"Paling sedikit {b.get('paling_sedikit')} kursi terisi."),
        (dahulu, f"Didahulukan: {kata.daftar(dahulu)}."),
        (b.get("pagu_persen", 100) != 100, f"Andaian: pagu {b.get('pagu_persen')} persen."),
        (b.get("gratis_kursi"), f"Andaian: {b.get('gratis_kursi')} kursi gratis di {_free_class(b)}."),
    )
    return [teks for perlu, teks in kalimat if perlu]


def _free_class(batas: dict[str, Any]) -> str:
    kelas = Angkatan.objects.select_related("pelatihan").filter(pk=batas.get("gratis_angkatan")).first()
    return str(kelas or "satu kelas")


def compare_rows(skenario: Sequence[SkenarioAlokasi]) -> list[dict[str, Any]]:
    """Rows of the table: a measure and its value in each scenario."""
    angka = [figures(s.usulan.only("dipilih", "alasan", "pegawai_id")) for s in skenario]
    isi = (
        ("Status", [s.get_status_display() for s in skenario]),
        ("Batas", [" ".join(limits_in_words(s)) for s in skenario]),
        ("Pegawai", [kata.bilangan(a.orang) for a in angka]),
        ("Kursi", [kata.bilangan(a.kursi) for a in angka]),
        ("Celah yang ditutup", [kata.bilangan(a.celah) for a in angka]),
        ("Biaya", [kata.rupiah(a.rupiah) for a in angka]),
        ("Dari unit terpencil (persen kursi)", [str(a.terpencil) for a in angka]),
        ("Di bawah 20 JP (persen kursi)", [str(a.kurang_jp) for a in angka]),
    )
    return [{"judul": judul, "nilai": nilai} for judul, nilai in isi]


def page_of_proposals(request: HttpRequest, skenario: SkenarioAlokasi) -> dict[str, Any]:
    """One page of those who are proposed, or of those who are not; the reader leaves a trail."""
    tidak = request.GET.get("lihat") == TIDAK
    mulai = max(bilangan(request.GET.get("mulai"), bawaan=0) or 0, 0)
    semua = skenario.usulan.filter(dipilih=not tidak)
    baris = list(
        semua.select_related("pegawai", "angkatan__pelatihan", "diubah_oleh").order_by("-manfaat", "pk")[
            mulai : mulai + SEHALAMAN + 1
        ]
    )
    sehalaman, lanjut = baris[:SEHALAMAN], len(baris) > SEHALAMAN
    catat_baca(
        pengguna=request.user, pegawai_ids=sorted({u.pegawai_id for u in sehalaman}), kanal=KANAL,
        tindakan="lihat_daftar", keperluan="Usulan peserta pelatihan",
    )  # fmt: skip
    kompetensi, kelas = competency_names(sehalaman), class_names(skenario)
    return {
        "tidak": tidak,
        "mulai": mulai,
        "chip": [
            {"teks": "Diusulkan", "url": alamat(request, lihat=None, mulai=None), "aktif": not tidak,
             "jumlah": skenario.usulan.filter(dipilih=True).count()},
            {"teks": "Tidak diusulkan", "url": alamat(request, lihat=TIDAK, mulai=None), "aktif": tidak,
             "jumlah": skenario.usulan.filter(dipilih=False).count()},
        ],
        "baris": [_row(request, u, kompetensi, kelas) for u in sehalaman],
        "halaman": Halaman(
            sebelum=alamat(request, mulai=max(mulai - SEHALAMAN, 0) or None) if mulai else "",
            berikut=alamat(request, mulai=mulai + SEHALAMAN) if lanjut else "",
            teks=f"Baris {mulai + 1}–{mulai + len(sehalaman)}" if mulai or lanjut else "",
        ),
    }  # fmt: skip


def _row(
    request: HttpRequest, u: UsulanAlokasi, kompetensi: Mapping[str, str], kelas: Mapping[int, str]
) -> dict[str, Any]:
    """One proposal in words; `sendiri`: about the reader, who does not change it."""
    return {
        "pk": u.pk,
        "nama": u.pegawai.nama_gelar,
        "nip": u.pegawai.nip,
        "kelas": str(u.angkatan),
        "url_kelas": reverse("admin:pelatihan_angkatan_kelas", args=[u.angkatan_id]),
        "tanggal": kata.rentang(u.angkatan.mulai, u.angkatan.selesai),
        "alasan": explain_proposal(u.alasan, dipilih=u.dipilih, kompetensi=kompetensi, kelas=kelas),
        "diubah": str(u.diubah_oleh) if u.diubah_oleh_id else "",
        "sendiri": u.pegawai_id == getattr(request.user, "pegawai_id", None),
    }
