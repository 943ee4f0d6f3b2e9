"""A paper's own file, kept in `content/tep/` and offered for download."""

from collections.abc import Iterator

from generator.records.base import Fault, Field, Part, Record, Reference, Text


class Paper(Part):
    """A file of `content/tep/`."""

    name: Text = Field(title="tên tệp", pattern=r"^[a-z0-9][a-z0-9._-]*$")
    sha256: Text = Field(title="mã kiểm SHA-256", pattern=r"^[0-9a-f]{64}$")


def kept(record: Record, paper: Paper | None, reference: Reference, code: str) -> Iterator[Fault]:
    """A record's file (`file`) is there, and is the one that its SHA-256 names."""
    if paper is None:
        return
    found = reference.paper(paper.name)
    if found is None:
        yield record.fault(
            code,
            ("file", "name"),
            f"không có tệp content/tep/{paper.name}",
            "chép tệp vào đó, hoặc xóa mục file",
        )
    elif found != paper.sha256:
        yield record.fault(
            code,
            ("file", "sha256"),
            f"tệp {paper.name} không khớp mã kiểm SHA-256",
            "đối chiếu tệp với bản đã công bố; nếu tệp đúng, ghi lại mã kiểm",
        )
