"""What `titles` hands to the floors below."""

from typing import Any

doors: tuple[Any, ...] = ()
places: tuple[Any, ...] = ()
findables: tuple[Any, ...] = ()
homes: tuple[Any, ...] = ()
sheets: tuple[Any, ...] = ()
frozen_tables: tuple[Any, ...] = ()
measures: tuple[Any, ...] = ()
pack_parts: tuple[Any, ...] = ()
demo_years: tuple[Any, ...] = ()
dossier_sections: tuple[Any, ...] = ()
town_sections: tuple[Any, ...] = ()
