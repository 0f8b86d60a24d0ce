"""What workbooks and documents share inside their zip: parts that point at each other through relations."""

import zipfile
from posixpath import normpath
from typing import Any

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from jingwei.documents.reading.archive import Measured
from jingwei.documents.reading.limits import Limits
from jingwei.documents.reading.refusals import Refused
from jingwei.documents.reading.saxing import local


def main_part(archive: zipfile.ZipFile, limits: Limits) -> str:
    """The path of the part all others hang on: the workbook, the document; `Refused` where there is none."""
    for kind, target in relations_of(archive, "_rels/.rels", limits).values():
        if kind == "officeDocument":
            path = resolve("", target)
            if path in archive.namelist():
                return path
    raise Refused("damaged")


def relations_of(archive: zipfile.ZipFile, path: str, limits: Limits) -> dict[str, tuple[str, str]]:
    """Relation id -> (kind, target); targets outside the archive are left out."""
    return {
        element.get("Id", ""): (element.get("Type", "").rpartition("/")[2], element.get("Target", ""))
        for element in tree_of(archive, path, limits).iter()
        if local(element.tag) == "Relationship" and element.get("TargetMode") != "External"
    }


def resolve(folder: str, target: str) -> str:
    """The path inside the archive that `target` names, said in a part of `folder`."""
    return target[1:] if target.startswith("/") else normpath(f"{folder}/{target}").lstrip("/")


def tree_of(archive: zipfile.ZipFile, path: str, limits: Limits) -> Any:
    """The root element of a small part; `Refused` on a DTD, an entity or damage."""
    try:
        return fromstring(Measured(archive, path, limits.part).read(), forbid_dtd=True)
    except DefusedXmlException as error:
        raise Refused("dtd") from error
    except (ParseError, ValueError, LookupError) as error:
        raise Refused("damaged") from error
