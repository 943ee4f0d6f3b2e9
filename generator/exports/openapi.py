"""The register's files as an API by OpenAPI 3.1: plain files, asked for by GET, no key.

Every JSON has its path here, but the indexes that the site's own search reads.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from generator.exports.columns import DECISIONS, HONOURS
from generator.exports.files import FOLDER, About
from generator.exports.rows import LINES, part_of
from generator.exports.schemas import DOCUMENTS, DRAFT, document, row

PATH = f"{FOLDER}/openapi.yaml"
_OF_DECISION = "/vinh-danh/{year}/{issuer}/{decision}"
# Where the things of each kind are; the words in braces are parts of their address.
_WHERE = {
    "honour": f"{_OF_DECISION}/{{honour}}",
    "decision": _OF_DECISION,
    "story": "/guong/{story}",
    "movement": "/phong-trao/{movement}",
}
_PARTS = {
    "year": "năm của quyết định",
    "issuer": "mã cơ quan quyết định",
    "decision": "mã quyết định",
    "honour": "mã lượt khen trong quyết định",
    "story": "mã bài",
    "movement": "mã phong trào",
    "feed": "tên nguồn tin, như ở trang /feeds/",
    "kind": "loại: " + ", ".join(DOCUMENTS),
}
_JSON = "application/json"
_ROWS = {"honour_row": HONOURS, "decision_row": DECISIONS}


class _Told(NamedTuple):
    """How one file, or one of a family of files, is asked for.

    Attributes:
        name: its name among the operations.
        summary: what it is.
        schema: the schema of what it holds, or of one line of it.
        media: its type on the web.
        standard: where it is told what may be in it, when the standard is not ours.
    """

    name: str
    summary: str
    schema: Mapping[str, Any]
    media: str = _JSON
    standard: str = ""


# What lies beside decisions, stories and movements, by the standards of others: file, name of the
# operation, words, type of the value, type on the web, the standard.
_BESIDE = (
    ("index.jsonld", "linked", "dữ liệu liên kết, cùng mọi lượt khen bên trong", "object",
     "application/ld+json", "https://schema.org/docs/documents.html"),
    ("index.ninjs.json", "ninjs", "tin cho hãng thông tấn (ninjs 3.1)", "object", _JSON,
     "https://iptc.org/standards/ninjs/"),
    ("trich-dan.csl.json", "csl", "trích dẫn cho phần mềm (CSL-JSON)", "array",
     "application/vnd.citationstyles.csl+json", "https://docs.citationstyles.org/"),
    ("oembed.json", "oembed", "thẻ nhúng (oEmbed 1.0)", "object", "application/json+oembed",
     "https://oembed.com/"),
)  # fmt: skip


def text_of(about: About, version: str) -> str:
    """Return the description of the API.

    Args:
        about: what the register is.
        version: that of the data.
    """
    documents = {kind: document(kind, about.url) for kind in DOCUMENTS}
    rows = {name: row(table) for name, table in _ROWS.items()}
    return _as_text(
        {
            "openapi": "3.1.0",
            "info": {
                "title": about.name,
                "version": version,
                "description": "Các tệp tĩnh, đọc bằng GET, không cần khóa. "
                f"Cách hiểu và cách đếm: {about.url}{FOLDER}/",
                "license": {"name": about.licence, "url": about.licence_url},
            },
            "servers": [{"url": about.url.rstrip("/")}],
            "paths": {path: _asked(path, told) for path, told in _paths()},
            "components": {"schemas": {**documents, **rows}},
        }
    )


def _paths() -> Iterator[tuple[str, _Told]]:
    """Yield every path, and what is there."""
    for kind, (_, title) in DOCUMENTS.items():
        yield f"{_WHERE[kind]}/index.json", _Told(kind, title, _ref(kind))
    for kind in (kind for kind in DOCUMENTS if kind != "honour"):
        title = DOCUMENTS[kind][1]
        for file, name, words, type_, media, standard in _BESIDE:
            told = _Told(f"{kind}_{name}", f"{title}: {words}", {"type": type_}, media, standard)
            yield f"{_WHERE[kind]}/{file}", told
    for name, table in _ROWS.items():
        words = f"{table.about} Mỗi dòng là một đối tượng JSON theo lược đồ này."
        told = _Told(f"{name}s", words, _ref(name), "application/jsonl")
        yield f"/{FOLDER}/{part_of(table, LINES)}", told
    yield from _OTHERS.items()


_OTHERS = {
    f"/{FOLDER}/datapackage.json": _Told(
        "dataset",
        "Mọi tệp dữ liệu, nghĩa của từng cột, số dòng, mã kiểm SHA-256.",
        {"type": "object"},
        standard="https://datapackage.org/standard/data-package/",
    ),
    f"/{FOLDER}/schema/{{kind}}.json": _Told(
        "schema", "Lược đồ JSON của tệp `index.json` từng loại.", {"type": "object"},
        "application/schema+json", DRAFT,
    ),
    "/feeds/{feed}.json": _Told(
        "feed",
        "Nguồn tin: điều mới, và mọi đính chính (JSON Feed 1.1).",
        {"type": "object"},
        "application/feed+json",
        "https://www.jsonfeed.org/version/1.1/",
    ),
}  # fmt: skip


class _Plain(yaml.SafeDumper):
    """Writes everything out: no part is told by a mark on another."""

    def ignore_aliases(self, data: Any) -> bool:
        """No value is told by a mark."""
        return True


def _as_text(value: object) -> str:
    """Return a document as YAML, its fields in their order."""
    return yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=100)


def _asked(path: str, told: _Told) -> dict[str, Any]:
    """Return how a file is asked for, and what is answered."""
    parameters = [
        {
            "name": part,
            "in": "path",
            "required": True,
            "description": words,
            "schema": {"type": "integer" if part in ("year", "honour") else "string"},
        }
        for part, words in _PARTS.items()
        if f"{{{part}}}" in path
    ]
    content = {told.media: {"schema": told.schema}}
    answers: dict[str, Any] = {"200": {"description": told.summary, "content": content}}
    if parameters:
        answers["404"] = {"description": "Không có mục nào ở địa chỉ này."}
    more = {"externalDocs": {"url": told.standard}} if told.standard else {}
    get = {"operationId": told.name, "summary": told.summary, **more, "responses": answers}
    return {**({"parameters": parameters} if parameters else {}), "get": get}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
