"""Settings of `tests.ledger.worker`: the log alone, so that a process starts in a moment."""

from jingwei.site.settings_test import *  # noqa: F403 - the database and the keys are those of the tests

INSTALLED_APPS = ["jingwei.ledger"]
