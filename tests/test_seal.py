"""Sealing: what is committed to can be checked later, and cannot be guessed before."""

import html
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from generator.check import check
from generator.kits import opened
from generator.load import load
from generator.seal import SALT, seal
from generator.tree import outputs
from generator.values import UserError


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A list that is not public yet, outside the project."""
    path = tmp_path / "Danh sách kín.txt"
    path.write_text("1. Lò Thị Ơn\n", "utf-8")
    return path


def test_a_sealed_copy_holds_the_file_and_a_line_nobody_guesses(secret, tmp_path, province):
    """The same file sealed twice gives two digests; each is that of its copy."""
    first = seal(province, secret)
    assert first.path.name == "danh-sach-kin-niem-phong.zip"
    within = opened(first.path.read_bytes())
    assert within[secret.name] == secret.read_bytes()
    assert len(bytes.fromhex(within[SALT].decode())) == 32
    assert sha256(first.path.read_bytes()).hexdigest() == first.sha256
    first.path.rename(tmp_path / "kept.zip")
    assert seal(province, secret).sha256 != first.sha256


def test_a_reporter_finds_the_same_digest(secret, province):
    """`sha256sum`, as the page tells to use it, says what the command said."""
    sealed = seal(province, secret)
    tool = shutil.which("sha256sum")
    assert tool, "part of every Linux"
    told = subprocess.run([tool, sealed.path], capture_output=True, text=True, check=True)
    assert told.stdout.split()[0] == sealed.sha256


def test_nothing_is_sealed_twice_or_where_it_would_be_published(secret, copy_of_province):
    """A copy whose digest may be public is never overwritten; nor does one lie in `content/`."""
    seal(copy_of_province, secret)
    with pytest.raises(UserError, match="đã có"):
        seal(copy_of_province, secret)
    inside = copy_of_province / "content" / "kin.txt"
    inside.write_text("x", "utf-8")
    with pytest.raises(UserError, match="sẽ được công bố"):
        seal(copy_of_province, inside)
    with pytest.raises(UserError, match="không có tệp"):
        seal(copy_of_province, secret.with_name("khong.txt"))


def test_from_sealing_to_opening(secret, copy_of_province):
    """A commitment stands while the file is away; opened, it must match to the last byte."""
    sealed = seal(copy_of_province, secret)
    record = copy_of_province / "data" / "commitments-them.yml"
    closed = (
        "danh-sach-kin:\n  illustrative: true\n  title: Danh sách kín\n  about: Một danh sách.\n"
        f"  sha256: {sealed.sha256}\n  date: 2026-10-01\n"
    )
    record.write_text(closed, "utf-8")
    assert told(copy_of_province) == []
    assert "Niêm phong · chưa mở" in page_of(copy_of_province)
    record.write_text(f"{closed}  opened: 2026-10-20\n  paper: {sealed.path.name}\n", "utf-8")
    assert told(copy_of_province) == ["CB-004"]
    kept = copy_of_province / "content/tep" / sealed.path.name
    shutil.copy(sealed.path, kept)
    assert told(copy_of_province) == []
    assert "Niêm phong · đã mở và khớp" in page_of(copy_of_province)
    kept.write_bytes(kept.read_bytes() + b"\n")
    assert told(copy_of_province) == ["CB-004"]


def test_commitments_have_a_list_above_them(copy_of_province):
    """The folder of the commitments tells what they are and names each, whatever its state."""
    register = load(copy_of_province)
    made = {o.path: o.text for o in outputs(register.reference, register.volumes)}
    found = register.reference.of("commitment")
    assert found
    listed = made["bao-chi/cam-ket/index.md"]
    for commitment in found:
        row = next(line for line in listed.splitlines() if f"({commitment.id}/)" in line)
        assert commitment.title in html.unescape(row)
        assert commitment.date.text in row
        assert commitment.state in row
        assert 'href="../"' in made[f"{commitment.address[1:]}index.md"].partition("\n# ")[0]
    assert "certutil" in listed
    press = made["bao-chi/index.md"]
    assert "(cam-ket/)" in press
    assert "(#hoi-ai)" in press.partition("{: #cam-cong-bo }")[2].partition("\n## ")[0]


def told(root: Path) -> list[str]:
    """The codes of the faults that a project has."""
    return [fault.code for fault in check(load(root)) if fault.severity == "lỗi"]


def page_of(root: Path) -> str:
    """The page of the commitment."""
    register = load(root)
    found = outputs(register.reference, register.volumes)
    return next(o.text for o in found if o.path == "bao-chi/cam-ket/danh-sach-kin/index.md")
