"""The register's files as an API by OpenAPI 3.1: plain files, asked for by GET, no key."""

from typing import Any

import yaml

from generator.exports.columns import HONOURS
from generator.exports.files import FOLDER, About
from generator.exports.rows import LINES, part_of
from generator.exports.schemas import DOCUMENTS, document

PATH = f"{FOLDER}/openapi.yaml"
_OF_DECISION = "/vinh-danh/{year}/{issuer}/{decision}"
# Where the document of each kind is; the words in braces are parts of its address.
_WHERE = {
    "honour": f"{_OF_DECISION}/{{honour}}/index.json",
    "decision": f"{_OF_DECISION}/index.json",
    "story": "/guong/{story}/index.json",
    "movement": "/phong-trao/{movement}/index.json",
}
_PARTS = {
    "year": "năm của quyết định",
    "issuer": "mã cơ quan quyết định",
    "decision": "mã quyết định",
    "honour": "mã lượt khen trong quyết định",
    "story": "mã bài",
    "movement": "mã phong trào",
}
_PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"


def text_of(about: About, version: str) -> str:
    """Return the description of the API.

    Args:
        about: what the register is.
        version: that of the data.
    """
    lines = f"/{FOLDER}/{part_of(HONOURS, LINES)}"
    everything = "Mọi lượt khen, mỗi dòng là một đối tượng JSON như lược đồ này."
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
            "paths": {
                **{_WHERE[kind]: _document(kind) for kind in DOCUMENTS},
                lines: _get(
                    "honours", everything, "application/jsonl", _ref("honour"), missing=False
                ),
                f"/{FOLDER}/datapackage.json": _get(
                    "dataset",
                    "Mọi tệp dữ liệu, nghĩa của từng cột, số dòng, mã kiểm SHA-256.",
                    "application/json",
                    {"type": "object", "description": _PACKAGE},
                    missing=False,
                ),
            },
            "components": {"schemas": {kind: document(kind) for kind in DOCUMENTS}},
        }
    )


class _Plain(yaml.SafeDumper):
    """Writes everything out: no part is told by a mark on another."""

    def ignore_aliases(self, data: Any) -> bool:
        """No value is told by a mark."""
        return True


def _as_text(value: object) -> str:
    """Return a document as YAML, its fields in their order."""
    return yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=100)


def _document(kind: str) -> dict[str, Any]:
    """Return how the document of a thing is asked for."""
    asked = [part for part in _PARTS if f"{{{part}}}" in _WHERE[kind]]
    title = DOCUMENTS[kind][1]
    return {
        "parameters": [
            {
                "name": part,
                "in": "path",
                "required": True,
                "description": _PARTS[part],
                "schema": {"type": "integer" if part in ("year", "honour") else "string"},
            }
            for part in asked
        ],
        **_get(kind, title, "application/json", _ref(kind), missing=True),
    }


def _get(
    name: str, summary: str, media: str, schema: dict[str, Any], *, missing: bool
) -> dict[str, Any]:
    answers: dict[str, Any] = {
        "200": {"description": summary, "content": {media: {"schema": schema}}}
    }
    if missing:
        answers["404"] = {"description": "Không có mục nào ở địa chỉ này."}
    return {"get": {"operationId": name, "summary": summary, "responses": answers}}


def _ref(kind: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{kind}"}
