"""Doors of libraries and of the web server: how allauth signs people in here, and what guards a session."""

from pegawai.adapters.akun import AkunAdapter
from pegawai.adapters.pengaman import PengamanAdapter
from pegawai.adapters.penjaga import PenjagaSesiMiddleware

__all__ = ["AkunAdapter", "PengamanAdapter", "PenjagaSesiMiddleware"]
