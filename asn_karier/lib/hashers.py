"""Password hashes that a small server can afford."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2Hasher(Argon2PasswordHasher):
    """Argon2id with 19 MiB, two passes, one lane (the OWASP minimum).

    Django's own 100 MiB and eight lanes would let a morning's logins fill two cores and the memory.
    """

    time_cost = 2
    memory_cost = 19 * 1024  # KiB
    parallelism = 1
