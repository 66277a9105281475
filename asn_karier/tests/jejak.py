"""Walks that leave tracks: every page that is passed is looked at by the same rules.

Not wider than 320 px, no fault for axe (where scripts run), and no heavier than its class may be
(`pengguna`, network budget). A walk goes on when a page fails; `lapor` says all at the end.
"""

from __future__ import annotations

import gzip
import re
from typing import Any, Final, NamedTuple

from playwright.sync_api import Browser, Locator, Response

from asn_karier.tests.chromium import MEJA, PONSEL, Orang
from pegawai.models import Pengguna


class Anggaran(NamedTuple):
    """Kilobytes after gzip on a first and on a later visit, requests of the first."""

    pertama: int
    ulang: int
    permintaan: int


PORTAL: Final = Anggaran(30, 10, 4)
TIM: Final = Anggaran(45, 25, 4)
PIMPINAN: Final = Anggaran(45, 20, 5)
MEJA_HR: Final = Anggaran(120, 40, 20)
#: The page on which a leader rates everybody, and the one on which they look at it again.
_TIM: Final = re.compile(r"/kinerja/penilaian/\d+/(periksa/)?$")
#: Files that a page loads, as the browser itself met them, or as the page names them without scripts.
_BERKAS: Final = """() => [...new Set([
    ...performance.getEntriesByType('resource').map(r => r.name),
    ...[...document.querySelectorAll('link[rel~=stylesheet],link[rel~=icon]')].map(l => l.href),
    ...[...document.querySelectorAll('script[src],img[src]')].map(s => s.src),
])].filter(a => a.startsWith(location.origin))"""


class Jejak(Orang):
    """Somebody whose pages are looked at. `kelas`: what their pages may weigh; `ukuran`: of their screen."""

    def __init__(
        self,
        chromium: Browser,
        alamat: str,
        akun: Pengguna | None = None,
        *,
        kelas: Anggaran = PORTAL,
        skrip: bool = True,
        ukuran: dict[str, int] | None = None,
    ) -> None:
        self.ukuran: Any = ukuran or MEJA
        super().__init__(chromium, alamat, akun, skrip=skrip, layar=self.ukuran)
        self.kelas, self.skrip = kelas, skrip
        self.salah: list[str] = []
        self.dilihat: set[str] = set()
        self._berkas: dict[str, int] = {}
        self._naskah: Response | None = None
        # The first page of a process imports everything; a loaded machine takes its time over it.
        self.halaman.set_default_navigation_timeout(60_000)
        self.halaman.on("response", self._terima)

    def _terima(self, jawaban: Response) -> None:
        """Remember the last page that was loaded; its body is asked for later."""
        if jawaban.request.is_navigation_request() and jawaban.status not in range(300, 400):
            self._naskah = jawaban

    def buka(self, alamat: str) -> None:
        super().buka(alamat)
        self.lihat()

    def tekan(self, teks: str, *, ke: int = 0) -> None:
        """Press what begins with these words: in the page itself if it is there, else in its frame."""
        self._cari(teks, ke).click()
        self.halaman.wait_for_load_state()
        self.klik += 1
        self.lihat()

    def unduh(self, teks: str) -> bytes:
        """Press what begins with these words and get a file; the page stays."""
        with self.halaman.expect_download() as tunggu:
            self._cari(teks, 0).click()
        self.klik += 1
        return tunggu.value.path().read_bytes()

    def _cari(self, teks: str, ke: int) -> Locator:
        semua = self.halaman.locator('a, button:not([tabindex="-1"]), input[type=submit], summary').filter(
            has_text=re.compile(rf"^\s*{re.escape(teks)}"), visible=True
        )
        isi = self._halaman_isi.locator(semua)
        cocok = isi if isi.count() else semua
        assert cocok.count() > ke, f"No «{teks}» on {self.halaman.url}: {self.baca()}"
        return cocok.nth(ke)

    @property
    def _halaman_isi(self) -> Locator:
        """The page without its frame."""
        return self.halaman.locator("main, #content")

    def isi(self, label: str, teks: str, *, ke: int = 0) -> None:
        """Type into the field with this label: no click."""
        self._halaman_isi.get_by_label(label).nth(ke).fill(teks)

    def pilih(self, label: str, *, ke: int = 0) -> None:
        """Choose an answer: a choice, no click."""
        self._halaman_isi.get_by_label(label).nth(ke).check()

    def ambil(self, label: str, teks: str) -> None:
        """Take an answer from the list with this label: a choice, no click."""
        self._halaman_isi.get_by_label(label).select_option(label=teks)

    def mulai(self, alamat: str) -> None:
        """Come to a page from which clicks are counted."""
        self.buka(alamat)
        self.klik = 0

    def lihat(self) -> None:
        """Look at the page that is open, once per kind of page."""
        alamat = self.halaman.url.removeprefix(self.alamat)
        kunci = re.sub(r"\d+|[?#].*", "", alamat) + self.halaman.title()
        if kunci in self.dilihat:
            return
        self.dilihat.add(kunci)
        self.salah += [f"{alamat}: {s}" for s in (*self._lebar(), *self._berat(alamat), *self._cacat())]

    def _lebar(self) -> list[str]:
        self.halaman.set_viewport_size(PONSEL)  # type: ignore[arg-type]
        lebih = self.lebar_lebih()
        self.halaman.set_viewport_size(self.ukuran)
        return [f"{lebih} px wider than 320"] if lebih > 0 else []

    def _cacat(self) -> list[str]:
        return self.cacat() if self.skrip else []

    def _berat(self, alamat: str) -> list[str]:
        assert self._naskah is not None
        if self._naskah.status >= 400 and self._naskah.status != 409:
            return [f"status {self._naskah.status}"]
        boleh = TIM if _TIM.search(alamat) else self.kelas
        naskah = len(gzip.compress(self._naskah.body(), 6))
        berkas = [self._ukur(b) for b in self.halaman.evaluate(_BERKAS)]
        ada = Anggaran(naskah + sum(berkas), naskah, 1 + len(berkas))
        batas = Anggaran(boleh.pertama * 1024, boleh.ulang * 1024, boleh.permintaan)
        return [
            f"{nama} {n}, at most {paling}"
            for nama, n, paling in zip(ada._fields, ada, batas, strict=True)
            if n > paling
        ]

    def _ukur(self, alamat: Any) -> int:
        if alamat not in self._berkas:
            jawaban = self.konteks.request.get(alamat)
            assert jawaban.ok, alamat
            self._berkas[alamat] = len(gzip.compress(jawaban.body(), 6))
        return self._berkas[alamat]


def lapor(*semua: Jejak) -> None:
    """Everything that was wrong on the way of these people."""
    salah = sorted({s for j in semua for s in j.salah})
    assert not salah, "\n".join(salah)
