"""Lines of the JP ledger out of files: what every kind of file shares. The ledger has one writer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pegawai.enums import BentukPengembangan
from pegawai.kamus import LABEL
from pegawai.models import PengembanganKompetensi
from pegawai.services.catatan_jenis import CatatanModel, KonteksCatatan, UsulanCatatan
from pegawai.services.riwayat import CatatanJp, record_jp_bulk

#: More JP than any course of a career brings.
JP_TERBANYAK: Final = 2000
_KOLOM: Final = (
    "pegawai_id", "bentuk", "nama", "tanggal_mulai", "tanggal_selesai", "jp", "penyelenggara",
    "nomor_sertifikat",
)  # fmt: skip


class CatatanBukuJp(CatatanModel):
    """A line is known by its person, its name and its last day."""

    model = PengembanganKompetensi
    kunci_kolom = ("nama", "tanggal_selesai")
    label_kunci = {"nama": "Kegiatan", "tanggal_selesai": "Hari terakhir"}
    label = {
        "bentuk": "Bentuk",
        "jp": "JP",
        "tanggal_mulai": "Hari pertama",
        "penyelenggara": "Penyelenggara",
        "nomor_sertifikat": "Nomor sertifikat",
    }

    def kata(self, kolom: str, nilai: Any) -> str:
        if kolom == "bentuk" and nilai:
            return LABEL[BentukPengembangan][BentukPengembangan(nilai)]
        return super().kata(kolom, nilai)

    def simpan(self, usulan: Sequence[UsulanCatatan], konteks: KonteksCatatan) -> None:
        catatan = [
            CatatanJp(**{k: getattr(u.objek, k) for k in _KOLOM}, sumber=konteks.sumber[:120])  # type: ignore[typeddict-item]
            for u in usulan
        ]
        record_jp_bulk(catatan=catatan, actor=konteks.actor, at=konteks.at)
