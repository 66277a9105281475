"""Errors that a person can act on."""


class DomainError(Exception):
    """A refusal by a rule of the domain.

    `kode` is stable and meant for programs; `pesan` is one sentence in Bahasa Indonesia that says
    what happened; `tindakan` says what the reader can do next (may be empty when `pesan` does).
    """

    def __init__(self, kode: str, pesan: str, *, tindakan: str = "") -> None:
        super().__init__(pesan)
        self.kode = kode
        self.pesan = pesan
        self.tindakan = tindakan

    @property
    def kalimat(self) -> str:
        """What happened and what to do next, in one line for a page."""
        return f"{self.pesan} {self.tindakan}".strip()

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions with keyword-only arguments do not survive pickling without this.
        return (_rebuild, (type(self), self.kode, self.pesan, self.tindakan))


class TidakBoleh(DomainError):  # noqa: N818 - named in the language of the domain
    """The actor has no authority for this act (HTTP 403)."""


class TidakDitemukan(DomainError):  # noqa: N818 - named in the language of the domain
    """Does not exist, or lies outside the reader's scope: the two must look the same (HTTP 404)."""


class Bentrok(DomainError):  # noqa: N818 - named in the language of the domain
    """Someone else changed the row, or a second row would break a uniqueness (HTTP 409)."""


def _rebuild(kelas: type[DomainError], kode: str, pesan: str, tindakan: str) -> DomainError:
    return kelas(kode, pesan, tindakan=tindakan)
