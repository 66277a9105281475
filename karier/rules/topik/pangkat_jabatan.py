"""Calculators of kenaikan pangkat in a jabatan fungsional and in a structural post."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import TAK_DIATUR
from asn_karier.lib.topik import TAK_DIISI, YA_TIDAK, Isian, Topik
from karier.rules.aturan_pangkat import susun
from karier.rules.aturan_struktural import AturanStruktural
from karier.rules.fakta import Fakta
from karier.rules.pangkat_struktural import rentang_jabatan
from karier.rules.topik.isian_pangkat import (
    ANGKA_KREDIT,
    ATASAN,
    BERSAMA,
    BULAN,
    DI_BATAS_ATAS,
    HARI,
    LETAK,
    SAMA,
    TAHUN,
    ditanya,
)
from karier.rules.topik.orang_pangkat import atau, golongan_dari, mulai, orang, sebelum
from karier.rules.topik.soal_pangkat import Isi, jawab_jalur, pangkat_sejak, soal_jalur
from kinerja.rules.angka_kredit import JF_KEAHLIAN, JF_KETERAMPILAN, SENTI, jenjang_pada
from pegawai.enums import Eselon, JenisJabatan, JenisPegawai, Jenjang
from pegawai.rules.golongan import TERTINGGI, Golongan, urut_pns
from pegawai.rules.isian import ESELON, JENJANG

_III_A: Final = urut_pns("III/a")
_LAMA: Final = 600
_JF: Final[Mapping[str, Isian]] = {
    **BERSAMA,
    **ATASAN,
    "jenjang": ditanya(JENJANG),
    "ak": ditanya(ANGKA_KREDIT),
    "kebutuhan": ANGKA_KREDIT.opsional(),
    "melampaui_atasan": YA_TIDAK.opsional(),
}
_STRUKTURAL: Final[Mapping[str, Isian]] = {
    **BERSAMA,
    "pangkat": ditanya(LETAK),
    "eselon": ditanya(ESELON),
    "jenjang": ditanya(JENJANG),
    "tmt_jabatan": ditanya(HARI),
    "tahun_jabatan": TAHUN,
    "bulan_jabatan": BULAN,
    "periode_pertama_setelah_pelantikan": YA_TIDAK.opsional(),
}


# -- jabatan fungsional -----------------------------------------------------------------------


def _hitung_jf(a: Aturan, **isi: Any) -> dict[str, Any]:
    jenjang, golongan = _jabatan_fungsional(a, isi)
    butuh, ak = _kebutuhan(a, jenjang, golongan), isi["ak"]

    def fakta(tmt: date) -> dict[str, Any]:
        return orang(a, isi) | {
            "jenis_jabatan": JenisJabatan.FUNGSIONAL,
            "jenjang": jenjang,
            "golongan": golongan,
            "tmt_golongan": pangkat_sejak(isi, tmt, susun(a).bulan_jf),
            "ak_sah": _senti(ak, isi["kebutuhan"], butuh),
        }

    perlu = Decimal(butuh) / SENTI if isi["kebutuhan"] is TAK_DIISI else isi["kebutuhan"]
    boleh = a["pangkat_atasan"].mengikat("jf_boleh_melampaui")
    selisih = ak - perlu if isinstance(ak, Decimal) and perlu else None
    return jawab_jalur(soal_jalur(a, isi, fakta)) | {
        "kebutuhan": perlu or None,
        "kekurangan": None if selisih is None else max(-selisih, Decimal(0)),
        "kelebihan": None if selisih is None else max(selisih, Decimal(0)),
        # A jabatan fungsional may pass the superior, whoever asks.
        "diizinkan": boleh,
        "diblokir_karena_atasan": not boleh,
    }


def _jabatan_fungsional(a: Aturan, isi: Isi) -> tuple[Jenjang | None, int | None]:
    """The jenjang and the golongan at which the angka kredit are judged.

    Without a jenjang: that of the golongan. A need that is named stands by itself: it is judged at the
    lowest golongan of Ahli Pertama, whatever the golongan, unless nothing lies above that.
    """
    jenjang = isi["jenjang"]
    if isinstance(jenjang, Jenjang):
        if jenjang not in (*JF_KETERAMPILAN, *JF_KEAHLIAN):
            raise DomainError(
                "bukan_jabatan_fungsional", "Isi jenjang jabatan fungsional, misalnya Ahli Muda."
            )
        return jenjang, golongan_dari(
            isi, urut_pns(a["jenjang"].tabel("golongan_terendah")[jenjang.name]["nilai"])
        )
    golongan = golongan_dari(isi, _III_A)
    if jenjang is None or golongan is None:
        return None, golongan
    if isi["kebutuhan"] is not TAK_DIISI and golongan < TERTINGGI:
        return Jenjang.AHLI_PERTAMA, _III_A
    keluarga = JF_KEAHLIAN if golongan >= _III_A else JF_KETERAMPILAN
    return jenjang_pada(Golongan(JenisPegawai.PNS, golongan), keluarga, a), golongan


def _kebutuhan(a: Aturan, jenjang: Jenjang | None, golongan: int | None) -> int:
    """Senti of the next pangkat inside the jenjang; 0 where there is none or it is unknown."""
    if jenjang is None or golongan is None:
        return 0
    butuh = int(susun(a).kebutuhan[jenjang, golongan])
    return 0 if butuh == TAK_DIATUR else butuh


def _senti(ak: Any, diminta: Any, butuh: int) -> int | None:
    """Hundredths, what is beyond dropped: short stays short.

    Against a need that is named, the distance to it is put to the need of the jenjang.
    """
    if not isinstance(ak, Decimal):
        return None if ak is None else butuh
    dasar, tambah = (diminta, butuh) if isinstance(diminta, Decimal) else (Decimal(0), 0)
    return int(((ak - dasar) * SENTI).to_integral_value(ROUND_FLOOR)) + tambah


# -- struktural -------------------------------------------------------------------------------


def _hitung_struktural(a: Aturan, **isi: Any) -> dict[str, Any]:
    s = susun(a).struktural
    if s is None:
        raise DomainError(
            "aturan_belum_ada", "Kenaikan pangkat struktural belum ada dalam aturan tanggal itu."
        )
    jabatan = _jabatan(isi, s)
    golongan = _golongan(isi, jabatan, s)

    def fakta(tmt: date) -> dict[str, Any]:
        return (
            orang(a, isi)
            | jabatan
            | {
                "golongan": golongan,
                "tmt_golongan": pangkat_sejak(isi, tmt, s.bulan_di_bawah),
                "tmt_jabatan": atau(mulai(isi, "jabatan", tmt), _dilantik(isi, tmt)),
            }
        )

    return jawab_jalur(soal_jalur(a, isi, fakta, "jabatan"))


def _dilantik(isi: Isi, tmt: date) -> date:
    """Just before the TMT when that is the first period after the inauguration; else long ago."""
    return sebelum(tmt, 0 if isi["periode_pertama_setelah_pelantikan"] is True else _LAMA)


def _jabatan(isi: Isi, s: AturanStruktural) -> dict[str, Any]:
    """The post as named; else one whose range holds the golongan and the next one; else eselon IV.a."""
    eselon, jenjang = isi["eselon"], isi["jenjang"]
    if eselon is TAK_DIISI and jenjang is TAK_DIISI:
        jenjang, eselon = None, Eselon.IV_A
        if isinstance(isi["golongan"], Golongan) and isi["pangkat"] is TAK_DIISI:
            eselon = _memuat(isi["golongan"].urut, s)
    return {
        "jenis_jabatan": JenisJabatan.STRUKTURAL,
        "eselon": atau(eselon, None),
        "jenjang": atau(jenjang, None),
    }


def _memuat(golongan: int, s: AturanStruktural) -> Eselon:
    cocok = [e for e in Eselon if s.terendah_eselon[e] <= golongan < s.tertinggi_eselon[e]]
    return cocok[-1] if cocok else Eselon.IV_A


def _golongan(isi: Isi, jabatan: Mapping[str, Any], s: AturanStruktural) -> int | None:
    """The present golongan: by `pangkat` so many steps from the lowest of the post, else as named."""
    rentang = rentang_jabatan(Fakta.satu(**jabatan), s)
    bawah, atas = (k.baca(0) for k in rentang)
    letak = isi["pangkat"]
    if letak is None:
        return None
    if not isinstance(bawah, int) or not isinstance(atas, int):
        return golongan_dari(isi, _III_A)
    if letak is TAK_DIISI:
        return golongan_dari(isi, bawah)
    return atas if letak == DI_BATAS_ATAS else bawah + int(letak)


TOPIK_JABATAN: Final[tuple[Topik, ...]] = (
    Topik(
        "kp_jf",
        "Kenaikan pangkat jabatan fungsional",
        _JF,
        _hitung_jf,
        menurut="tmt_usul",
        sama=SAMA,
        berwaktu=True,
        perlu_isi=True,
    ),
    Topik(
        "kp_struktural",
        "Kenaikan pangkat pilihan struktural",
        _STRUKTURAL,
        _hitung_struktural,
        menurut="tmt_usul",
        sama={**SAMA, "tmt_pelantikan": "tmt_jabatan"},
        berwaktu=True,
        perlu_isi=True,
    ),
)
