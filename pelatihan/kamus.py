"""Words of the training domain."""

from typing import Any

from pelatihan.enums import Metode

LABEL: dict[type, dict[Any, str]] = {
    Metode: {Metode.DARING: "Daring", Metode.TATAP_MUKA: "Tatap muka", Metode.CAMPURAN: "Campuran"},
}
