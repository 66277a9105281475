"""Masa kerja golongan (MKG) when the golongan changes (PP 7/1977 jo PP 30/2015)."""

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from pegawai.rules.golongan import Golongan


def potongan_tahun(dari: Golongan, ke: Golongan, a: Aturan) -> int:
    """Years taken off when crossing from one golongan to another; two borders add up.

    Raises DomainError `golongan_tidak_naik` when the new golongan is not higher.
    """
    if ke <= dari:
        raise DomainError(
            "golongan_tidak_naik",
            f"Golongan baru harus lebih tinggi dari {dari}. Yang diisi {ke}. Periksa SK pangkat",
        )
    aturan = a["masa_kerja"]
    potong = {
        2: aturan.angka("potong_tahun_ke_ii"),
        3: aturan.angka("potong_tahun_ke_iii"),
        4: aturan.angka("potong_tahun_ke_iv"),
    }
    return sum(potong[batas] for batas in range(dari.tingkat + 1, ke.tingkat + 1))
