"""Scenarios of who goes to what: asked for, computed in the background, kept with a reason for everybody.

A scenario is a proposal. Nothing takes effect before a named person adopts it (`alokasi_pakai`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import F

from asn_karier.lib.audit import catat
from asn_karier.lib.db import sekarang
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.tasks import hint
from karier.services.alokasi_fakta import Bahan, gather_problem, open_classes
from karier.services.keadaan import last_run
from pegawai.models import Instansi
from pegawai.services.profil import day_in
from pelatihan.enums import StatusSkenario
from pelatihan.models import SkenarioAlokasi, UsulanAlokasi
from pelatihan.rules.alokasi import Hasil, solve
from pelatihan.rules.alokasi_alasan import Sebab, Tolakan, sebab_tidak_dipilih
from pelatihan.rules.alokasi_isi import serakah, siapa_cepat

TUGAS: Final = "karier.hitung_alokasi"
MEJA: Final = "admin"
#: Below the time limit of a task, with room for reading and writing.
BATAS_DETIK: Final = 80.0
#: So many pairs are solved to the proved best; beyond that half a percent is enough.
PASANGAN_TEPAT: Final = 6_000
CELAH: Final = 0.005
#: A computation that has been silent so long was lost with its process.
TENGGANG: Final = timedelta(minutes=4)
PERCOBAAN: Final = 3
#: Classes named to one person who could go there and is not proposed: the most useful ones.
SISA_PER_ORANG: Final = 5


@transaction.atomic
def request_scenario(
    *, instansi: Instansi, tahun: int, nama: str, isian: Mapping[str, Any], actor: Any, at: datetime
) -> SkenarioAlokasi:
    """Ask for a scenario; it is computed in the background.

    The same question of the same officer that is still waiting is returned as it is. TidakDitemukan outside
    the instansi that `actor` keeps; DomainError `tanpa_kelas`, `belum_ada_perhitungan` where nothing could
    come of it.
    """
    if not Instansi.objects.dikelola(actor).filter(pk=instansi.pk).exists():
        raise TidakDitemukan("instansi_tidak_ditemukan", "Instansi ini tidak ditemukan.")
    _require_facts(instansi, tahun, isian, at)
    sama = {"instansi": instansi, "tahun": tahun, "nama": nama, "dibuat_oleh": actor}
    ada = SkenarioAlokasi.objects.filter(status=StatusSkenario.MENUNGGU, batas=dict(isian), **sama).first()
    if ada is not None:
        return ada
    skenario = SkenarioAlokasi.objects.create(
        status=StatusSkenario.MENUNGGU, batas=dict(isian), dibuat_pada=at, **sama
    )
    catat(
        pengguna=actor, tindakan="minta_alokasi", subjek_jenis="skenario_alokasi", subjek_id=skenario.pk,
        kanal=MEJA,
    )  # fmt: skip
    hint(TUGAS, pk=skenario.pk)
    return skenario


def _require_facts(instansi: Instansi, tahun: int, isian: Mapping[str, Any], at: datetime) -> None:
    """What would only end in a refusal is refused at once."""
    open_classes(instansi, tahun, isian, day_in(instansi, at))
    if last_run(instansi.pk) is None:
        raise DomainError(
            "belum_ada_perhitungan",
            "Kesenjangan kompetensi belum dihitung.",
            tindakan="Jalankan perhitungan lebih dahulu.",
        )


class SapuanAlokasi:
    """What the sweeper asks about scenarios (`lib.tasks.Sweepable`)."""

    def claimable(self) -> Iterable[int]:
        kini = sekarang()
        return [s.pk for s in _waiting() if _is_free(s, kini)][:1]

    def process_one(self, pk: int) -> bool:
        return compute_scenario(pk)

    def close_finished(self) -> None:
        """A scenario has one piece, which closes itself."""


def compute_scenario(pk: int) -> bool:
    """Claim one scenario, compute it and write its proposals; False when there was nothing to do.

    No transaction is open while the solver works: a small database takes other writers meanwhile. A process
    that dies leaves its claim, which is free again after TENGGANG; after PERCOBAAN of them it is closed.
    """
    kini = sekarang()
    skenario = _claim(pk, kini)
    if skenario is None:
        return False
    try:
        bahan = gather_problem(
            instansi=skenario.instansi, tahun=skenario.tahun, isian=skenario.batas, at=kini
        )
    except DomainError as salah:
        return _close(skenario, StatusSkenario.TIDAK_MUNGKIN, {"pesan": salah.kalimat})
    tepat = len(bahan.masalah.orang) <= PASANGAN_TEPAT
    hasil = solve(bahan.masalah, BATAS_DETIK, 0.0 if tepat else CELAH)
    return _write(skenario, bahan, hasil)


def _waiting() -> Any:
    return SkenarioAlokasi.objects.filter(status=StatusSkenario.MENUNGGU).order_by("pk")


def _is_free(skenario: SkenarioAlokasi, kini: datetime) -> bool:
    mulai = skenario.ringkasan.get("mulai")
    return mulai is None or datetime.fromisoformat(mulai) < kini - TENGGANG


def _claim(pk: int, kini: datetime) -> SkenarioAlokasi | None:
    """One conditional UPDATE, so that of two workers one gets it."""
    skenario: SkenarioAlokasi | None = _waiting().select_related("instansi").filter(pk=pk).first()
    if skenario is None or not _is_free(skenario, kini):
        return None
    ke = int(skenario.ringkasan.get("percobaan") or 0) + 1
    isi = {"mulai": kini.isoformat(), "percobaan": ke}
    satu = SkenarioAlokasi.objects.filter(pk=pk, versi=skenario.versi, status=StatusSkenario.MENUNGGU)
    if not satu.update(versi=F("versi") + 1, ringkasan=isi):
        return None
    skenario.refresh_from_db(fields=["versi", "ringkasan"])
    if ke > PERCOBAAN:
        pesan = "Perhitungan terhenti berkali-kali. Kurangi kelas yang dibuka, lalu buat skenario baru."
        _close(skenario, StatusSkenario.TIDAK_MUNGKIN, {"pesan": pesan})
        return None
    return skenario


def _close(skenario: SkenarioAlokasi, status: StatusSkenario, ringkasan: dict[str, Any]) -> bool:
    """False when another process has gone on with it meanwhile: then nothing is written."""
    satu = SkenarioAlokasi.objects.filter(pk=skenario.pk, versi=skenario.versi)
    return bool(satu.update(status=status, ringkasan=ringkasan, versi=F("versi") + 1))


@transaction.atomic
def _write(skenario: SkenarioAlokasi, bahan: Bahan, hasil: Hasil) -> bool:
    mungkin = len(hasil.dipilih) > 0
    status = StatusSkenario.DIHITUNG if mungkin else StatusSkenario.TIDAK_MUNGKIN
    if not _close(skenario, status, _summary(bahan, hasil)):
        return False
    if mungkin:
        UsulanAlokasi.objects.bulk_create(_rows(skenario, bahan, hasil), batch_size=1000)
    return True


def _summary(bahan: Bahan, hasil: Hasil) -> dict[str, Any]:
    """What was reached, how far the best may be, and what doing it by hand would have reached."""
    m = bahan.masalah
    hambatan = [[h.kendala.value, h.diminta, h.tersedia, h.sendiri] for h in hasil.hambatan]
    banding = {nama: int(m.manfaat[cara(m)].sum()) for nama, cara in _BANDING.items()}
    return {
        "status": hasil.status.value,
        "celah": round(hasil.celah, 6),
        "termurah": hasil.termurah,
        "detik": round(hasil.detik, 1),
        "nilai": hasil.nilai,
        "batas_atas": hasil.batas_atas,
        "calon": len(bahan.orang),
        "pasangan": len(m.orang),
        "hambatan": hambatan,
        **banding,
    }


_BANDING: Final = {"serakah": serakah, "siapa_cepat": siapa_cepat}


def _rows(skenario: SkenarioAlokasi, bahan: Bahan, hasil: Hasil) -> Iterator[UsulanAlokasi]:
    """Everybody who is proposed, and of the others what would have helped them most."""
    dipilih = hasil.dipilih.tolist()
    ada = {(bahan.orang[int(bahan.masalah.orang[p])], _class_id(bahan, p)) for p in dipilih}
    for p in dipilih:
        yield _row(skenario, bahan, p, dipilih=True, alasan=bahan.fakta[p])
    for t in _most_useful(bahan, sebab_tidak_dipilih(bahan.masalah, dipilih)):
        kunci = bahan.orang[int(bahan.masalah.orang[t.pasangan])], _class_id(bahan, t.pasangan)
        if kunci not in ada:  # free seats stand beside the same class
            ada.add(kunci)
            yield _row(skenario, bahan, t.pasangan, dipilih=False, alasan=_with_reason(bahan, t))


def _row(
    skenario: SkenarioAlokasi, bahan: Bahan, p: int, *, dipilih: bool, alasan: list[Any]
) -> UsulanAlokasi:
    return UsulanAlokasi(
        skenario=skenario,
        pegawai_id=bahan.orang[int(bahan.masalah.orang[p])],
        angkatan_id=_class_id(bahan, p),
        dipilih=dipilih,
        manfaat=int(bahan.masalah.manfaat[p]),
        alasan=alasan,
    )


def _class_id(bahan: Bahan, p: int) -> int:
    return bahan.kelas[int(bahan.masalah.kelas[p])].angkatan.pk


def _most_useful(bahan: Bahan, tolakan: Iterable[Tolakan]) -> Iterator[Tolakan]:
    manfaat, orang = bahan.masalah.manfaat, bahan.masalah.orang
    urut = sorted(tolakan, key=lambda t: (-int(manfaat[t.pasangan]), t.pasangan))
    banyak: Counter[int] = Counter()
    for t in urut:
        banyak[int(orang[t.pasangan])] += 1
        if banyak[int(orang[t.pasangan])] <= SISA_PER_ORANG:
            yield t


def _with_reason(bahan: Bahan, t: Tolakan) -> list[Any]:
    """The facts, then the reason; it names the own class that stands in the way, if one does."""
    karena = t.sebab in (Sebab.BENTROK_TANGGAL, Sebab.CELAH_TERTUTUP) and t.karena is not None
    butir = (
        [t.sebab.value, _class_id(bahan, t.karena)] if karena and t.karena is not None else [t.sebab.value]
    )
    return [*bahan.fakta[t.pasangan], butir]
