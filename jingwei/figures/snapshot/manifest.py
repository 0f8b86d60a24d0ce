"""What a snapshot says about itself. Its canonical digest is what the log keeps."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from jingwei.kernel.canonical import digest
from jingwei.kernel.errors import InputError
from jingwei.kernel.text import Text

FORMAT = "jingwei-snapshot/1"


class SnapshotError(InputError):
    """A snapshot cannot be used: what is wrong with it, in both languages. Nothing is read from it then."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(Text(zh, en))


@dataclass(frozen=True)
class TablePart:
    """One frozen table: `content` is the SHA-256 of its rows sorted by id, whatever wrote the file."""

    name: str
    rows: int
    columns: tuple[tuple[str, str], ...]
    file: str
    file_sha256: str
    content_sha256: str

    def document(self) -> dict[str, Any]:
        """As it stands in the manifest."""
        return {
            "name": self.name,
            "rows": self.rows,
            "columns": [list(column) for column in self.columns],
            "file": self.file,
            "file_sha256": self.file_sha256,
            "content_sha256": self.content_sha256,
        }


@dataclass(frozen=True)
class Manifest:
    """All of a snapshot but its rows.

    `cut_off` (ISO time with offset, empty for a working snapshot): nothing dated later counts. `signer` is a subject of
    the log, never a name. `basis`: how many entries the log had when the rows were read. `measures`: digests of the
    definitions at that time. A working snapshot carries no times, so that equal records give an equal digest.
    """

    kind: str
    name: str
    tables: tuple[TablePart, ...]
    measures: Mapping[str, str]
    code_version: str
    writer: str
    cut_off: str = ""
    taken_at: str = ""
    signer: str = ""
    basis: int | None = None
    format: str = field(default=FORMAT)

    def document(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "format": self.format,
            "kind": self.kind,
            "name": self.name,
            "cut_off": self.cut_off,
            "taken_at": self.taken_at,
            "signer": self.signer,
            "basis": self.basis,
            "code_version": self.code_version,
            "writer": self.writer,
            "tables": [part.document() for part in self.tables],
            "measures": dict(self.measures),
            "content": self.content,
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """The manifest read back. Raises SnapshotError where it is of another format or contradicts itself."""
        if document.get("format") != FORMAT:
            raise SnapshotError(
                "快照清单的格式不是本程序的格式", "The manifest is not in this program's format"
            )
        parts = tuple(
            TablePart(**{**part, "columns": tuple((str(name), str(kind)) for name, kind in part["columns"])})
            for part in document["tables"]
        )
        rest = {key: value for key, value in document.items() if key not in {"tables", "content"}}
        manifest = cls(tables=parts, **rest)
        if manifest.content != document["content"]:
            raise SnapshotError(
                "快照清单自相矛盾：内容摘要不符", "The manifest contradicts itself: content digest"
            )
        return manifest

    @property
    def digest(self) -> str:
        """The digest of the whole manifest: the name of the snapshot."""
        return digest(self.document())

    @property
    def content(self) -> str:
        """The digest of what the tables hold: equal wherever the same records are frozen."""
        return digest({part.name: part.content_sha256 for part in self.tables})

    def table(self, name: str) -> TablePart:
        """The part called `name`. Raises SnapshotError if it was not frozen."""
        for part in self.tables:
            if part.name == name:
                return part
        raise SnapshotError(f"快照中没有表“{name}”", f"The snapshot has no table '{name}'")
