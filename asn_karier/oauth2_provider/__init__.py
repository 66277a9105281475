"""The tables of django-oauth-toolkit in one migration of ours (`MIGRATION_MODULES`), not its twenty-one.

Those touch tables that point at our accounts more than a hundred times, and every touch renders most of
our models anew: most of the seconds of a first `migrate`. When the library is raised, `makemigrations
oauth2_provider` writes what changed in its tables, and `make check` asks for it; what its own new
migrations do to data has to be read and carried over by hand.
"""
