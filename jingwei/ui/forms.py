"""How Django's forms look: one column, label above, help, error beside the field, unit inside it."""

from typing import Any

from django.forms import CheckboxSelectMultiple, Form, RadioSelect
from django.forms.renderers import DjangoTemplates
from django.template.loader import get_template
from django.utils.translation import gettext_lazy as _

# Django's own words for what every form refuses, listed so that our catalogue can say them in the house's Chinese
STOCK = (
    _("This field is required."),
    _("Enter a valid date."),
    _("Enter a whole number."),
    _("Enter a number."),
    _("Enter a valid value."),
    _("Enter a valid email address."),
    _("The submitted file is empty."),
    _("Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
    _("Select a valid choice. That choice is not one of the available choices."),
)


class KitRenderer(DjangoTemplates):
    """Renders `{{ form }}` and `{{ field.as_field_group }}` with the kit's templates, widgets with Django's own."""

    form_template_name = "ui/parts/form.html"
    field_template_name = "ui/parts/field.html"

    def get_template(self, template_name: str) -> Any:
        """Forms and fields from the project's templates, with its tags; widgets from Django's own."""
        if template_name.startswith("ui/parts/"):
            return get_template(template_name)
        return super().get_template(template_name)


class KitForm(Form):
    """A plain form whose widgets carry the kit's classes; `dress` does the same for any other form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress(self)


CLASSES = {
    "checkbox": "form-check-input",
    "radio": "form-check-input",
    "select": "form-select",
}


# their class would go to the box around the choices as well; the style sheet finds the choices by their fieldset
GROUPS = (CheckboxSelectMultiple, RadioSelect)


def dress(form: Any) -> None:
    """Give every widget of `form` the kit's class; call it at the end of ``__init__`` of a model form."""
    for field in form.fields.values():
        widget = field.widget
        kind = type(widget).__name__.lower()
        if isinstance(widget, GROUPS):
            continue
        name = CLASSES.get(kind) or CLASSES.get(getattr(widget, "input_type", ""), "form-control")
        known = widget.attrs.get("class", "")
        if name not in known.split():
            widget.attrs["class"] = f"{known} {name}".strip()
