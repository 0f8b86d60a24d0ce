"""Tags and filters of the kit, built into every template."""

from django import template

register = template.Library()
