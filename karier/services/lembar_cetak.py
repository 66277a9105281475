"""Print sheets: give each its short code, write the trail, make the paper."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.pdf import qr_svg, render_pdf
from karier.models import LembarTercetak
from karier.services.lembar_saya import Lembar, compose_sheets
from pegawai.models import Pegawai

#: Sheets of one file: about five seconds of typesetting.
BAGIAN: Final = 200
#: Without 0, O, 1 and I, which look alike when typed from paper.
HURUF: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
PANJANG: Final = 10
KEPERLUAN: Final = "Lembar saya"


def print_sheets(
    *,
    pegawai: QuerySet[Pegawai],
    instansi_id: int,
    actor: Any,
    per: date,
    at: datetime,
    kanal: str,
    alamat: Callable[[str], str],
) -> bytes:
    """One PDF with a page for each of `pegawai` (of one instansi, in this order).

    `alamat` makes the address of a code. Reads are logged before anything leaves. DomainError
    `lembar_kosong`, `lembar_banyak`.
    """
    ids = list(pegawai.values_list("pk", flat=True)[: BAGIAN + 1])
    if not ids:
        raise DomainError("lembar_kosong", "Tidak ada pegawai pada bagian ini. Muat ulang halaman cetak.")
    if len(ids) > BAGIAN:
        raise DomainError("lembar_banyak", f"Satu berkas memuat paling banyak {BAGIAN} lembar.")
    semua = Pegawai.objects.filter(pk__in=ids)
    lengkap = set(semua.dikelola(actor).values_list("pk", flat=True))
    lembar = compose_sheets(pegawai, instansi_id=instansi_id, lengkap=lengkap | {actor.pegawai_id}, per=per)
    with transaction.atomic():
        catat_baca(pengguna=actor, pegawai_ids=ids, kanal=kanal, tindakan="unduh", keperluan=KEPERLUAN)
        kode = _codes(lembar, actor, at)
    isi = [_paper(satu, kode[satu.pegawai_id, satu.sidik], per, alamat) for satu in lembar]
    judul = f"Lembar saya: {isi[0]['nama']}" if len(isi) == 1 else f"Lembar saya, {len(isi)} pegawai"
    return render_pdf("lembar_saya", {"judul": judul, "lembar": isi})


def find_sheet(*, kode: str, pengguna: Any) -> LembarTercetak | None:
    """The sheet of a code as typed from paper, when the reader may open it."""
    bersih = "".join(h for h in kode.upper() if h in HURUF)
    if len(bersih) != PANJANG:
        return None
    lembar = LembarTercetak.objects.visible_to(pengguna).filter(kode=bersih)
    found: LembarTercetak | None = lembar.select_related("pegawai__instansi", "pegawai__unit").first()
    return found


def is_current(lembar: LembarTercetak, *, per: date) -> bool:
    """Whether a sheet printed now would say the same."""
    kini = compose_sheets(
        Pegawai.objects.filter(pk=lembar.pegawai_id),
        instansi_id=lembar.pegawai.instansi_id,
        lengkap={lembar.pegawai_id} if lembar.lengkap else set(),
        per=per,
    )
    return kini[0].sidik == lembar.sidik


def _codes(lembar: Sequence[Lembar], actor: Any, at: datetime) -> dict[tuple[int, str], str]:
    """The code of each sheet: the one it had when its content was printed before, else a new one."""
    baru = [
        LembarTercetak(
            kode="".join(secrets.choice(HURUF) for _ in range(PANJANG)),
            pegawai_id=satu.pegawai_id,
            sidik=satu.sidik,
            lengkap=satu.lengkap,
            oleh=actor,
            pada=at,
        )
        for satu in lembar
    ]
    LembarTercetak.objects.bulk_create(baru, ignore_conflicts=True)
    ada = LembarTercetak.objects.filter(
        pegawai_id__in=[satu.pegawai_id for satu in lembar], sidik__in=[satu.sidik for satu in lembar]
    )
    return {(b.pegawai_id, b.sidik): b.kode for b in ada}


def _paper(satu: Lembar, kode: str, per: date, alamat: Callable[[str], str]) -> dict[str, Any]:
    return {
        **satu.isi,
        "kode": f"{kode[:5]}-{kode[5:]}",
        "qr": qr_svg(alamat(kode)),
        "dicetak": kata.tanggal(per),
    }
