"""Guards of pairing: each looks for one rule being broken, and says where. Nothing found: it holds.

`test_lubang_mentoring` runs them on the product as it is, and on a product that was weakened in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from asn_karier.lib.errors import DomainError
from asn_karier.tests.penjaga_kinerja import lolos
from mentoring.enums import AlasanBelum, StatusMentor, StatusPasangan
from mentoring.models import Pasangan, PermintaanMentor, ProfilMentor, SaranPasangan
from mentoring.services.permintaan import ask_for_mentor, stop_waiting
from mentoring.services.pilihan import accept_mentee, choose_mentor, decline_mentee, withdraw_choice
from mentoring.services.profil_mentor import offer_to_mentor, rest
from mentoring.services.saran import arrange
from mentoring.services.undangan import invite_pairs
from mentoring.services.usulan_pasangan import UsulanPasangan, propose_pairs
from mentoring.tests.pabrik import SAAT, PasanganPabrik, PermintaanPabrik, ProfilMentorPabrik
from pegawai.enums import JenisPeran
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, PeranPabrik, hr_dari

Penjaga = Callable[[], Iterator[str]]
S = StatusPasangan


class _Dunia:
    """A mentor with one place, somebody who waits and is suggested them, and everybody who has no say."""

    def __init__(self, **isi: Any) -> None:
        self.instansi = InstansiPabrik(kode="batanghari")
        self.atasan = PegawaiPabrik(instansi=self.instansi, struktural=True)
        self.mentee = PegawaiPabrik(instansi=self.instansi, fungsional=True, atasan=self.atasan)
        self.profil: ProfilMentor = ProfilMentorPabrik(pegawai__instansi=self.instansi, kapasitas=1, **isi)
        self.permintaan: PermintaanMentor = PermintaanPabrik(pegawai=self.mentee)
        self.akun = PenggunaPabrik(pegawai=self.mentee)
        self.mentor = PenggunaPabrik(pegawai=self.profil.pegawai)

    def susun(self) -> None:
        arrange(instansi_id=self.instansi.pk, at=SAAT)

    @cached_property
    def asing(self) -> dict[str, Pengguna]:
        return {
            "HR": hr_dari(self.instansi, pegawai=PegawaiPabrik(instansi=self.instansi)),
            "atasan": PenggunaPabrik(pegawai=self.atasan),
            "rekan": PenggunaPabrik(pegawai=PegawaiPabrik(instansi=self.instansi)),
        }

    def pilih(self, actor: Any) -> Pasangan:
        return choose_mentor(permintaan_id=self.permintaan.pk, profil_id=self.profil.pk, actor=actor, at=SAAT)


def memilih_untuk_orang() -> Iterator[str]:
    """The first yes is the mentee's."""
    d = _Dunia()
    d.susun()
    for siapa, akun in {**d.asing, "mentor": d.mentor}.items():
        yield from lolos(f"{siapa} memilih", lambda a=akun: d.pilih(a), "permintaan_tidak_ada")


def menjawab_untuk_orang() -> Iterator[str]:
    """The second yes is the mentor's, and a choice is taken back by who made it."""
    d = _Dunia()
    d.susun()
    p = d.pilih(d.akun)
    jawab = {"pasangan_id": p.pk, "versi": p.versi, "at": SAAT}
    for siapa, akun in {**d.asing, "mentee": d.akun}.items():
        yield from lolos(
            f"{siapa} menerima", lambda a=akun: accept_mentee(**jawab, actor=a), "pasangan_tidak_ada"
        )
        yield from lolos(
            f"{siapa} menolak",
            lambda a=akun: decline_mentee(**jawab, alasan=AlasanBelum.LAIN, actor=a),
            "pasangan_tidak_ada",
        )
    for siapa, akun in {**d.asing, "mentor": d.mentor}.items():
        yield from lolos(
            f"{siapa} menarik",
            lambda a=akun: withdraw_choice(pasangan_id=p.pk, actor=a, at=SAAT),
            "pasangan_tidak_ada",
        )


def melebihi_tempat() -> Iterator[str]:
    """Whoever had the page open when the last place went."""
    d = _Dunia()
    d.susun()
    PasanganPabrik(mentor=d.profil)
    yield from lolos("memilih yang penuh", lambda: d.pilih(d.akun), "tempat_habis")


def melewati_garis_komando() -> Iterator[str]:
    """A superior at any distance: in a suggestion, in a choice, in an answer, in an invitation."""
    d = _Dunia()
    d.susun()
    Pegawai.objects.filter(pk=d.atasan.pk).update(atasan=d.profil.pegawai_id)
    yield from lolos("memilih atasan", lambda: d.pilih(d.akun), "garis_komando")
    hasil = invite_pairs(
        instansi=d.instansi, permintaan_ids=[d.permintaan.pk], actor=hr_dari(d.instansi), at=SAAT
    )
    if hasil.jadi:
        yield "atasan diundang"
    d.susun()
    if SaranPasangan.objects.exists():
        yield "atasan disarankan"


def menyangkut_petugas_sendiri() -> Iterator[str]:
    """Who sends invitations is in none of the pairs."""
    for sisi in ("mentee", "mentor"):
        d = _Dunia()
        d.susun()
        orang = d.mentee if sisi == "mentee" else d.profil.pegawai
        petugas = d.akun if sisi == "mentee" else d.mentor
        PeranPabrik(pengguna=petugas, instansi=d.instansi, jenis=JenisPeran.HR_INSTANSI)
        hasil = invite_pairs(instansi=d.instansi, permintaan_ids=[d.permintaan.pk], actor=petugas, at=SAAT)
        if hasil.jadi:
            yield f"{orang} mengundang dirinya sebagai {sisi}"


def mengusulkan_yang_tidak_sesuai() -> Iterator[str]:
    """A pair that another part thought of keeps to the rules of suggestions: here the level is too low."""
    d = _Dunia()
    d.profil.keahlian.update(level=2)
    usul = UsulanPasangan(d.profil.pegawai_id, d.mentee.pk, (d.permintaan.kompetensi, None))
    propose_pairs(instansi=d.instansi, usulan=[usul], actor=hr_dari(d.instansi), at=SAAT)
    if d.mentee.dibimbing.exists():
        yield "level mentor kurang"


def menawarkan_orang_lain() -> Iterator[str]:
    """A profile, a wish and its end belong to the person."""
    d = _Dunia()
    orang = {"pegawai": d.mentee, "at": SAAT}
    isi: dict[str, Any] = {
        "keahlian": [], "kapasitas": 1, "cara": [], "senang_membantu": "", "versi": 0
    }  # fmt: skip
    for siapa, akun in d.asing.items():
        yield from lolos(
            f"{siapa} menawarkan", lambda a=akun: offer_to_mentor(**orang, **isi, actor=a), "bukan_diri"
        )
        yield from lolos(f"{siapa} mengistirahatkan", lambda a=akun: rest(**orang, actor=a), "bukan_diri")
        yield from lolos(
            f"{siapa} mencarikan",
            lambda a=akun: ask_for_mentor(**orang, kunci=("komunikasi", None), actor=a),
            "bukan_diri",
        )
        yield from lolos(f"{siapa} menghentikan", lambda a=akun: stop_waiting(**orang, actor=a), "bukan_diri")


def tanpa_kesediaan() -> Iterator[str]:
    """Who was only invited, rests or declined is suggested to nobody."""
    for status in (StatusMentor.DIUNDANG, StatusMentor.ISTIRAHAT, StatusMentor.MENOLAK):
        d = _Dunia(status=status, bersedia_pada=None)
        d.susun()
        if SaranPasangan.objects.filter(permintaan=d.permintaan).exists():
            yield f"mentor {status} disarankan"


def bukan_yang_terbaik() -> Iterator[str]:
    """Two who wait and two mentors: by hand the better pair is taken, and one person goes without."""
    d = _Dunia(keahlian__level=5)
    hanya_dia = PermintaanPabrik(pegawai=PegawaiPabrik(fungsional=True, instansi=d.instansi), level_wajib=4)
    ProfilMentorPabrik(pegawai__instansi=d.instansi, kapasitas=1, keahlian__level=3)
    try:
        d.susun()
    except DomainError as salah:
        yield salah.kode
    if SaranPasangan.objects.filter(urutan=1, permintaan__in=[d.permintaan, hanya_dia]).count() != 2:
        yield "ada yang tidak mendapat saran"


def membaca_yang_menunggu() -> Iterator[str]:
    """Who asks for help is known to themselves and to HR of them."""
    d = _Dunia()
    d.susun()
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, instansi=d.instansi, jenis=JenisPeran.AUDITOR)
    lain = {**d.asing, "auditor": auditor, "HR lain": hr_dari(InstansiPabrik(kode="nabire"))}
    del lain["HR"]
    for siapa, akun in lain.items():
        for model in (PermintaanMentor, SaranPasangan):
            if model.objects.visible_to(akun).exists():
                yield f"{siapa} membaca {model.__name__}"
