"""Rules of passwords in the house's words."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class MinimumLength(MinimumLengthValidator):
    """At least `min_length` characters. Django 5.2 changed its sentence and has no Chinese for the new one."""

    def get_error_message(self) -> str:
        """What is wrong and how much would do."""
        said = _("This password is too short: it takes at least %(length)d characters.")
        return said % {"length": self.min_length}

    def get_help_text(self) -> str:
        """What to keep in mind."""
        return _("At least %(length)d characters.") % {"length": self.min_length}
