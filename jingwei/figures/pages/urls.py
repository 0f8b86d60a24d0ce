"""URLs of `figures`."""

from django.urls import URLPattern, URLResolver, path, register_converter

from jingwei.figures.pages import desk, public


class PeriodConverter:
    """A period as `str(Period)` writes it."""

    regex = r"[0-9]{4}(?:H[12]|Q[1-4]|-[0-9]{2})?|[0-9]{4}-[0-9]{2}-[0-9]{2}\.\.[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> str:
        """The text; the page reads it, and says what is wrong with it."""
        return value

    def to_url(self, value: object) -> str:
        """A `Period` or its text."""
        return str(value)


register_converter(PeriodConverter, "period")

app_name = "figures"
urlpatterns: list[URLPattern | URLResolver] = [
    path("figures/", public.latest, name="latest"),
    path("figures/received/", public.received, name="received"),
    path("figures/received/add/", desk.add_received, name="add_received"),
    path("figures/received/<int:pk>/edit/", desk.edit_received, name="edit_received"),
    path("figures/received/<int:pk>/remove/", desk.remove_received, name="remove_received"),
    path("figures/targets/", public.targets, name="targets"),
    path("figures/targets/add/", desk.add_target, name="add_target"),
    path("figures/targets/<int:pk>/edit/", desk.edit_target, name="edit_target"),
    path("figures/targets/<int:pk>/remove/", desk.remove_target, name="remove_target"),
    path("figures/snapshots/", desk.snapshots, name="snapshots"),
    path("figures/snapshots/freeze/", desk.freeze, name="freeze"),
    path("figures/<period:period>/", public.index, name="index"),
    path("figures/<period:period>/against/<period:other>/", public.compare, name="compare"),
    path("figures/<period:period>/<str:reference>/", public.figure, name="figure"),
    path("figures/<period:period>/<str:reference>/records.<str:kind>", public.export, name="records"),
]
