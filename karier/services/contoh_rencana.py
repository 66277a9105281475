"""Individual plans of the demo, lived by its people: one in each state, for the known accounts first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from asn_karier.lib import kata
from karier.models import RencanaPengembangan
from karier.rules.rencana import plan_years
from karier.services.contoh_akun import account_of
from karier.services.rencana_isi import change_item, typed
from karier.services.rencana_isikan import bring_in
from karier.services.rencana_jalan import finish_item
from karier.services.rencana_kertas import take_along
from karier.services.rencana_luring import Lembar, read_code, sheet_code
from karier.services.rencana_sepakat import Tekan, add_note, agree_plan, return_plan, send_plan
from karier.services.rencana_sumber import text_of, words_of
from karier.services.rencana_usul import start_plan
from kinerja.services.contoh_tim import Pelaku, Tim
from pegawai.models import Instansi, Pegawai, Pengguna

KANAL: Final = "contoh"
CATATAN: Final = "Kita lihat kemajuannya setiap akhir bulan."
#: What becomes of the plans of the first people, one after the other.
KEADAAN: Final = ("kembali", "menunggu", "disepakati", "berjalan", "draf")


class _Penulis:
    """Acts for the people of one government, in the year that is planned now."""

    def __init__(self, p: Pelaku) -> None:
        self.p = p
        self.tahun = plan_years(p.hari)[-1]

    def saat(self, hari: int) -> datetime:
        """So many days ago, as long as the year was planned then."""
        lalu = self.p.lalu(hari)
        return lalu if self.tahun in plan_years(lalu.date() - timedelta(days=1)) else self.p.at

    def tekan(self, r: RencanaPengembangan, oleh: Pengguna, hari: int) -> Tekan:
        r.refresh_from_db()
        return Tekan(r.pk, r.versi, oleh, self.saat(hari), KANAL)

    def jalani(self, orang: Pegawai, keadaan: str) -> RencanaPengembangan:
        """The plan of one person up to the state."""
        saya, atasan = self.p.sebagai(orang), self.p.atasan(orang)
        r = start_plan(pegawai=orang, tahun=self.tahun, actor=saya, at=self.saat(9), kanal=KANAL)
        if keadaan == "draf":
            return r
        send_plan(self.tekan(r, saya, 8))
        if keadaan == "menunggu":
            return r
        if keadaan == "kembali":
            self._ubah(r, atasan)
            return return_plan(
                self.tekan(r, atasan, 6), catatan="Tugasnya saya sesuaikan dengan kebutuhan unit."
            )
        agree_plan(self.tekan(r, atasan, 6))
        add_note(self.tekan(r, atasan, 5), isi=CATATAN, sejak=r.dialog.count())
        if keadaan == "berjalan":
            self._selesai(r, saya)
        return r

    def _ubah(self, r: RencanaPengembangan, atasan: Pengguna) -> None:
        r.refresh_from_db()
        butir = r.butir.order_by("urut")[0]
        isi = typed(words_of(butir))
        kegiatan = f"Bersama tim layanan keliling: {kata.huruf_kecil_awal(isi.kegiatan)}"
        change_item(
            rencana_id=r.pk,
            butir_id=butir.pk,
            isi=isi._replace(kegiatan=kegiatan[:300]),
            versi=r.versi,
            actor=atasan,
            at=self.saat(7),
        )

    def _selesai(self, r: RencanaPengembangan, saya: Pengguna) -> None:
        butir = r.butir.order_by("-urut")[0]
        refleksi = "Saya menyusun panduan singkat untuk rekan baru, dan dipakai pada pekan itu juga."
        finish_item(
            rencana_id=r.pk,
            butir_id=butir.pk,
            refleksi=refleksi,
            berkas=None,
            actor=saya,
            at=self.saat(2),
            kanal=KANAL,
        )

    def titipkan(self, orang: Pegawai, operator: Pengguna) -> None:
        """What an operator typed for somebody without signal; it waits for the person."""
        saat = self.saat(3)
        r = start_plan(pegawai=orang, tahun=self.tahun, actor=operator, at=saat, kanal=KANAL)
        take_along(rencana=r, actor=operator, at=saat, kanal=KANAL)
        baris = text_of(r)
        baris[0] = baris[0]._replace(isi={**baris[0].isi, "alasan": "Diminta pegawai lewat radio distrik."})
        lembar = Lembar(*read_code(sheet_code(r)), baris, frozenset())
        bring_in(
            rencana_id=r.pk, lembar=lembar, pilihan={}, versi=r.versi, actor=operator, at=saat, kanal=KANAL
        )


def live_plans(p: Pelaku, orang: Sequence[Pegawai], *, diisikan: Pegawai, operator: Pengguna) -> None:
    """One plan in each state for those who have an atasan who answers, and one entry of an operator."""
    penulis = _Penulis(p)
    beratasan = [o for o in orang if o.atasan_id in p.akun and o.pk != diisikan.pk]
    for satu, keadaan in zip(beratasan, KEADAAN, strict=False):
        penulis.jalani(satu, keadaan)
    penulis.titipkan(diisikan, operator)


def begin_plans(
    *, instansi: Instansi, hr: Pengguna, tokoh: Sequence[Pegawai], pimpinan: Pegawai, at: datetime
) -> None:
    """A smaller scene where results are imported: the known people, in the states that wait for somebody."""
    orang = [o for o in tokoh if o.atasan is not None]
    semua = {pimpinan, *orang, *(o.atasan for o in orang if o.atasan is not None)}
    p = Pelaku(instansi, hr, at, {o.pk: account_of(o, at) for o in semua}, [Tim(pimpinan, orang)])
    penulis = _Penulis(p)
    for satu, keadaan in zip(orang, ("berjalan", "menunggu", "kembali"), strict=False):
        penulis.jalani(satu, keadaan)
