"""Numbers shown so that their owner recognises them and nobody else learns them."""

from __future__ import annotations

import ipaddress
from typing import Final

_BUNTUT: Final = 3


def nip_samar(nip: str) -> str:
    """The year of birth and the running number: '1985•••••••••••003'."""
    return f"{nip[:4]}{'•' * (len(nip) - 4 - _BUNTUT)}{nip[-_BUNTUT:]}"


def ip_samar(ip: str) -> str:
    """The network, not the machine: '36.82.14.x', '2001:db8:12::'; empty when it is no address."""
    try:
        alamat = ipaddress.ip_address(ip)
    except ValueError:
        return ""
    if alamat.version == 4:
        return f"{ip.rpartition('.')[0]}.x"
    return str(ipaddress.ip_network(f"{ip}/48", strict=False).network_address)
