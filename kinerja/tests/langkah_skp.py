"""The steps of a plan through its services, as its tests call them again and again."""

from typing import Any

from kinerja.models import SKP, HasilKerja
from kinerja.services.skp_isi import IsianHasil, IsianIndikator, save_hasil
from kinerja.services.skp_sepakat import agree_skp, reopen_skp, return_skp, send_skp
from kinerja.tests.pabrik_skp import SAAT
from pegawai.models import Pengguna

IKI = IsianIndikator("Jumlah laporan", "12 laporan")
ISI = IsianHasil("Tersusunnya laporan", indikator=[IKI])


def simpan(skp: SKP, akun: Pengguna, isi: IsianHasil = ISI, versi: int | None = 1, **lain: Any) -> HasilKerja:
    return save_hasil(skp_id=skp.pk, isi=isi, versi=versi, actor=akun, at=SAAT, **lain)


def kirim(skp: SKP, actor: Pengguna, versi: int | None = 1) -> SKP:
    return send_skp(skp_id=skp.pk, versi=versi, actor=actor, at=SAAT)


def setujui(skp: SKP, actor: Pengguna, versi: int | None = 1) -> SKP:
    return agree_skp(skp_id=skp.pk, versi=versi, actor=actor, at=SAAT)


def kembalikan(skp: SKP, actor: Pengguna, catatan: str = "Perjelas target.", versi: int | None = 1) -> SKP:
    return return_skp(skp_id=skp.pk, catatan=catatan, versi=versi, actor=actor, at=SAAT)


def bahas(skp: SKP, actor: Pengguna, alasan: str = "Anggaran berubah.", versi: int | None = 1) -> SKP:
    return reopen_skp(skp_id=skp.pk, alasan=alasan, versi=versi, actor=actor, at=SAAT)


def dialog(skp: SKP) -> list[str]:
    return list(skp.dialog.values_list("jenis", flat=True))
