"""What a leader reads of the talent map: released boxes of direct reports, numbers of who stands below."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, NamedTuple

from karier.kamus.talenta import box_name
from karier.models import PenetapanKotak
from karier.rules.sel_kecil import hide_small
from karier.services.talenta_saya import KotakTerbaca, box_read, released_of, rules_today
from karier.services.tim import SEL_TERKECIL, people_further_down
from pegawai.models import Pegawai
from pegawai.services.profil import Identitas, identities


class TalentaTim(NamedTuple):
    """`langsung`: who has a released box. `jauh`: (box, people or None where they are few), without the
    direct reports, so that no name is had by subtraction; empty when nobody stands further down.
    """

    langsung: list[tuple[Identitas, KotakTerbaca]]
    tanpa: int
    jauh: list[tuple[str, int | None]]


def team_talent(saya: Pegawai, pengguna: Any, *, per: date) -> TalentaTim:
    tim = Pegawai.objects.dinilai_oleh(pengguna).exclude(pk=saya.pk)
    siapa = identities(tim.order_by("nama", "pk"), per=per)
    kotak = released_of(list(siapa))
    langsung = [(s, box_read(kotak[pk])) for pk, s in siapa.items() if pk in kotak]
    return TalentaTim(langsung, len(siapa) - len(langsung), _further(saya, siapa, per))


def _further(saya: Pegawai, langsung: dict[int, Identitas], per: date) -> list[tuple[str, int | None]]:
    jauh = people_further_down(saya, langsung)
    if not jauh:
        return []
    semua = PenetapanKotak.objects.dirilis().filter(pegawai__in=list(jauh))
    terakhir = dict(semua.order_by("rilis__pada", "pk").values_list("pegawai_id", "kotak"))
    jumlah, aturan = Counter(terakhir.values()), rules_today(per)
    tampil = hide_small({k: jumlah[k] for k in range(9, 0, -1)}, SEL_TERKECIL)
    return [(box_name(k, aturan), n) for k, n in tampil.items()]
