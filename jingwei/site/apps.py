"""Django's name for the whole, and where the shelves are filled."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Puts what the works declare on the shelves of the floors below."""

    name = "jingwei.site"
    label = "site_"

    def ready(self) -> None:
        """Fill the shelves; models exist only now, hence the late import."""
        from jingwei.site.catalogue import fill_shelves  # noqa: PLC0415 - as above

        fill_shelves()
