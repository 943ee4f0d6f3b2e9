"""One page of every kind, in every state that looks different: for proofs and pictures."""

from pathlib import Path

from generator.load import load
from generator.records.versions import Version
from generator.tree import pages
from generator.values import Page
from generator.vietnamese import slugify

MANY = 20  # rows that make a list long


def kinds(root: Path) -> dict[str, str]:
    """Return one page of each kind of a project: its name → its address from the site's root.

    Args:
        root: the project's root.
    """
    register = load(root)
    found: dict[str, str] = {}
    for page in pages(register.reference, register.volumes):
        name = page.template.removesuffix(".md.jinja")
        found.setdefault("-".join([name, *_state(name, page)]), page.address[1:])
    return found | {"hand-written": "gioi-thieu/", "404": "404.html"}


def _state(name: str, page: Page) -> list[str]:
    """Return the words that tell a page from others of its template."""
    facts = page.context
    if isinstance(facts.get("version"), Version):
        return ["earlier", "gone"] if facts["version"].fallen else ["earlier"]
    match name:
        case "honour":
            code = facts["entry"].status
            return ["withheld"] if facts["withheld"] else [] if code == "in_force" else [code]
        case "decision":
            gone = ["gone"] if facts["gone"] else []
            return [*gone, "many" if len(facts["rows"]) > MANY else "few"]
        case "recipient":
            return [facts["recipient"].kind]
        case "place":
            return ["old" if facts["place"].valid_to else "new"]
        case "event":
            return [facts["event"].type, slugify(facts["state"])]
        case "document":
            return [slugify(facts["state"])]
        case "statistics":
            return ["samples"] if facts["illustrative"] else []
        case "topic_figures":
            return [facts["topic"].slug]
        case "movement":
            return [slugify(facts["state"])]
        case "cluster" | "council":
            return [slugify(facts["state"])] if facts["state"] else []
        case "unit":
            return ["member"] if facts["clusters"] else []
        case "task":
            return ["many" if len(facts["counts"]) > 1 else "few"]
        case "grid_year":
            return [] if facts["rows"] else ["empty"]
        case "commitment":
            return [slugify(facts["commitment"].state)]
        case "consultation":
            return [facts["state"]]
    return []
