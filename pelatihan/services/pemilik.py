"""Who keeps a programme, and with it its lessons: HR of its government; what all share, the administrator."""

from __future__ import annotations

from typing import Any

from asn_karier.lib.errors import DomainError
from pegawai.models import Instansi
from pelatihan.models import Pelatihan


def ensure_kept(pelatihan: Pelatihan, actor: Any) -> None:
    """DomainError `pelatihan_bersama` or `pelatihan_lain` for what is not the actor's to change.

    None is a command on the server.
    """
    if actor is None:
        return
    if pelatihan.instansi_id is None:
        if not actor.is_superuser:
            raise DomainError(
                "pelatihan_bersama",
                "Pelatihan bersama tidak diubah oleh satu instansi.",
                tindakan="Salin ke katalog Anda, lalu ubah salinannya.",
            )
    elif not Instansi.objects.dikelola(actor).filter(pk=pelatihan.instansi_id).exists():
        raise DomainError(
            "pelatihan_lain", "Pelatihan ini diurus pengelola kepegawaian instansi yang memilikinya."
        )
