"""The rules of a cluster: a leader every year, members alone, no time that runs backwards."""

from collections.abc import Iterator

from generator.records.base import Fault, FieldPath, Reference
from generator.records.cluster import Cluster, Member


def led_every_year(cluster: Cluster, reference: Reference) -> Iterator[Fault]:
    """A year that is told names its leader, or says why it cannot; no year is told twice."""
    seen: set[int] = set()
    for place, item in enumerate(cluster.years):
        if not item.leader and not item.leader_note:
            yield cluster.fault(
                "CK-001",
                ("years", place),
                f"năm {item.year} chưa ghi cụm trưởng (khối trưởng)",
                "ghi leader; nguồn không nêu thì ghi lý do ở leader_note",
            )
        if item.year in seen:
            yield cluster.fault(
                "CK-003",
                ("years", place, "year"),
                f"năm {item.year} ghi hai lần",
                "gộp hai mục làm một",
            )
        seen.add(item.year)


def only_members(cluster: Cluster, reference: Reference) -> Iterator[Fault]:
    """Who leads, and whose result is told, belongs to the cluster in that year."""
    for place, item in enumerate(cluster.years):
        known = {member.key for member in cluster.members_in(item.year)}
        above: FieldPath = ("years", place)
        named = [("CK-002", (*above, "leader"), item.leader)] if item.leader else []
        named += [("CK-002", (*above, "deputies", n), key) for n, key in enumerate(item.deputies)]
        named += [
            ("CK-004", (*above, "results", n, "member"), result.member)
            for n, result in enumerate(item.results)
        ]
        for code, path, key in named:
            if key not in known:
                yield cluster.fault(
                    code,
                    path,
                    f"«{key}» không phải thành viên năm {item.year}",
                    "ghi đúng mã hoặc tên như ở members, hoặc thêm đơn vị vào members",
                )


def members_told(cluster: Cluster, reference: Reference) -> Iterator[Fault]:
    """Every member has a name, once, and no time runs backwards."""
    seen: set[str] = set()
    for place, member in enumerate(cluster.members):
        if not member.key or member.key in seen:
            problem = f"«{member.key}» ghi hai lần" if member.key else "thành viên không có tên"
            cure = "mỗi đơn vị một mục, có unit (mã cơ quan) hoặc name (tên như nguồn ghi)"
            yield cluster.fault("CK-005", ("members", place), problem, cure)
        seen.add(member.key)
    times: list[tuple[FieldPath, Cluster | Member]] = [((), cluster)]
    times += [(("members", place), member) for place, member in enumerate(cluster.members)]
    for path, item in times:
        if item.valid_from and item.valid_to and item.valid_to.last < item.valid_from.first:
            yield cluster.fault(
                "CK-006",
                (*path, "valid_to"),
                f"kết thúc ({item.valid_to.text}) trước khi bắt đầu ({item.valid_from.text})",
                "sửa valid_from hoặc valid_to",
            )


RULES = (led_every_year, only_members, members_told)
