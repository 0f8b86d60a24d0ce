"""A log entry as it is hashed: the same for every reader."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jingwei.ledger.models import Entry
from jingwei.ui.acts import kind_in_words, subjects_of


def entry(request: HttpRequest, index: int) -> HttpResponse:
    """Leaf number `index` of the log: public facts in clear, everything else as commitments."""
    found = Entry.objects.filter(index=index).first()
    if found is None:
        raise Http404
    leaf = json.dumps(json.loads(found.leaf), ensure_ascii=False, indent=2)
    last = Entry.objects.order_by("-index").values_list("index", flat=True).first()
    context = {
        "entry": found,
        "what": kind_in_words(found.kind),
        "subject": subjects_of(request, [found.subject])[found.subject],
        "leaf": leaf,
        "hash": found.leaf_hash.hex(),
        "size": len(found.leaf),
        "last": last,
    }
    return render(request, "registry/entry.html", context)
