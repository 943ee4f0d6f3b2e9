"""Press kits: what may be in them, how they are read, and that they are always the same."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import docx
import pyexiv2
import pytest
from PIL import Image

from generator import kits, photos
from generator.gates import texts_told
from generator.hidden import Hidden
from generator.kit import Kit, PhotoWords
from generator.load import Register, load
from generator.records.digest import IN_FORCE
from generator.records.kit_words import INVENTED
from generator.tree import outputs, pages

ROOT = Path(__file__).parents[1]
ONE_PAGE = 3000  # letters that an A4 page holds at a readable size
STORY = "guong/vuon-che-nui/bo-bao-chi.zip"
PARTLY = "vinh-danh/2023/chu-tich-ubnd-tinh-thanh-son/912-qd-ubnd/bo-bao-chi.zip"
CANCELLED = "vinh-danh/2019/chu-tich-ubnd-huyen-van-lung/45-qd-ubnd/bo-bao-chi.zip"


def kits_of(register: Register) -> Iterator[tuple[str, Kit]]:
    """Every kit of a register with its place."""
    for output in outputs(register.reference, register.volumes):
        if output.kit:
            yield output.path, output.kit


@pytest.fixture(scope="module")
def register(province: Path) -> Register:
    """The records of the invented province."""
    return load(province)


@pytest.fixture(scope="module")
def made(register: Register) -> dict[str, Kit]:
    """The kits of the invented province."""
    return dict(kits_of(register))


@pytest.fixture(scope="module")
def packed(made: dict[str, Kit], province: Path) -> dict[str, bytes]:
    """The same as they are published."""
    return {path: kits.pack(kit, province / "content/anh") for path, kit in made.items()}


def test_every_decision_and_story_has_one(register: Register, made: dict[str, Kit]) -> None:
    """A kit lies beside each decision and each story, and nowhere else."""
    decisions = [d.address for volume in register.volumes for d in volume.decisions]
    stories = [story.address for story in register.reference.of("exemplar")]
    assert set(made) == {f"{address[1:]}bo-bao-chi.zip" for address in decisions + stories}


def test_without_the_setting_decisions_have_none(register: Register) -> None:
    """`press_kits: false` leaves the stories' kits, and no page leads to another."""
    site = register.reference.site.model_copy(update={"press_kits": False})
    records = {**register.reference.records, "site": {"site": site}}
    reference = replace(register.reference, records=records)
    found = list(outputs(reference, register.volumes))
    assert {o.path.partition("/")[0] for o in found if o.kit} == {"guong"}
    texts = (o.text for o in found if o.path.startswith(("vinh-danh/", "bao-chi/")))
    assert not any("vinh-danh" in line for text in texts for line in text.splitlines()
                   if "bo-bao-chi.zip" in line)  # fmt: skip


def test_the_same_kit_gives_the_same_bytes(made, packed, province) -> None:
    """No clock is in a kit, and its files stand in their order."""
    for path, kit in made.items():
        assert kits.pack(kit, province / "content/anh") == packed[path]
        with zipfile.ZipFile(io.BytesIO(packed[path])) as archive:
            entries = archive.infolist()
            assert archive.testzip() is None
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert [e.filename for e in entries] == sorted(e.filename for e in entries)
        document = kits.opened(packed[path]).get("thong-cao.docx", b"")
        times = zipfile.ZipFile(io.BytesIO(document)).infolist() if document else []
        assert {entry.date_time for entry in times} <= {(1980, 1, 1, 0, 0, 0)}


def test_a_page_tells_the_size_of_its_kit(register: Register, packed) -> None:
    """ "n KB" is the size of the file."""
    told = {
        f"{page.address[1:]}bo-bao-chi.zip": page.context["kilobytes"]
        for page in pages(register.reference, register.volumes)
        if "kilobytes" in page.context and page.beside  # an earlier version has none
    }
    assert told
    assert all(0 <= kb * 1000 - len(packed[path]) < 1000 for path, kb in told.items())


def test_a_photo_says_whose_it_is(packed) -> None:
    """Another program finds the fields of the IPTC standard in the file itself."""
    photo = kits.opened(packed[STORY])["anh/khe-lua.jpg"]
    with pyexiv2.ImageData(photo) as image:
        xmp, exif = image.read_xmp(), image.read_exif()
    default = 'lang="x-default"'
    assert xmp["Xmp.dc.description"] == {
        default: f"{INVENTED} Khe Lụa buổi sớm (Vườn chè trên núi)"
    }
    assert xmp["Xmp.dc.creator"] == ["Lò Văn Ảnh"]
    assert xmp["Xmp.photoshop.Credit"] == "Lò Văn Ảnh / Sổ vinh danh Thanh Sơn"
    assert xmp["Xmp.dc.rights"] == {default: "Tác giả: Lò Văn Ảnh"}
    assert "không dùng để đưa tin" in xmp["Xmp.xmpRights.UsageTerms"][default]
    assert xmp["Xmp.xmpRights.WebStatement"] == "https://thanh-son.example/bao-chi/#quyen"
    assert xmp["Xmp.iptc.AltTextAccessibility"] == {default: 'Sương "trắng" trên khe <đá> & nắng'}
    assert exif["Exif.Image.Artist"] == "Lò Văn Ảnh"
    assert "Exif.Image.Make" not in exif, "what the camera wrote stays behind"
    with Image.open(io.BytesIO(photo)) as image:
        assert image.format == "JPEG"
        assert max(image.size) >= photos.PRESS_PIXELS


def test_another_photo_is_another_kit(copy_of_province: Path) -> None:
    """A photo that is replaced by one of the same name and size is not taken for the old one."""
    before = dict(kits_of(load(copy_of_province)))[STORY]
    path = copy_of_province / "content/anh/khe-lua.jpg"
    with Image.open(path) as image:
        Image.new("RGB", image.size, "teal").save(path)
    after = dict(kits_of(load(copy_of_province)))[STORY]
    assert before != after
    assert before.texts == after.texts


@pytest.mark.parametrize(
    ("size", "seen"), [((5000, 2500), (4000, 2000)), ((2100, 900), (2100, 900))]
)
def test_a_huge_photo_is_made_smaller(tmp_path: Path, size, seen) -> None:
    """No photo is larger than a newspaper needs, and none is blown up."""
    Image.new("RGB", size, "teal").save(tmp_path / "a.png")
    words = PhotoWords(*(["<&\"']]> đ 💮"] * 7))
    content = photos.for_press(tmp_path / "a.png", words)
    with Image.open(io.BytesIO(content)) as image:
        assert image.size == seen
    with pyexiv2.ImageData(content) as image:
        assert image.read_xmp()["Xmp.photoshop.Credit"] == words.credit


def test_photos_without_rights_or_too_small_stay_out(made) -> None:
    """Such a photo is in no kit, and the kit says why."""
    assert [photo.file for photo in made[STORY].photos] == ["khe-lua.jpg"]
    first = made[STORY].texts["DOC-TRUOC.txt"]
    assert "- ảnh vuon-che.png: nhỏ hơn 2.000 điểm ảnh" in first
    assert "- ảnh doi-che.png: chưa ghi ai cho báo chí dùng lại" in first


def test_no_photo_without_rights_in_the_shipped_register() -> None:
    """The same of what is shipped: whatever photo a kit holds, its rights are recorded."""
    shipped = load(ROOT)
    stories = [e for e in shipped.reference.of("exemplar") if not e.illustrative]
    rights = {p.file: p.rights for e in stories for p in e.photos}
    places = {f"{e.address[1:]}bo-bao-chi.zip" for e in stories}
    held = [p for path, kit in kits_of(shipped) if path in places for p in kit.photos]
    assert all(rights[photo.file] and photo.words.terms == rights[photo.file] for photo in held)


def test_revoked_honours_are_out(register: Register, made) -> None:
    """Who lost an honour is named in no kit of its decision; how many lost it is told."""
    found = [d for volume in register.volumes for d in volume.decisions if d.history]
    revoked = [
        (d, honour.name)
        for d in found
        for honour in d.honours
        if d.status(honour).code not in IN_FORCE
    ]
    assert revoked
    for decision, name in revoked:
        kit = made[f"{decision.address[1:]}bo-bao-chi.zip"]
        assert name not in "".join(kit.texts.values())
    assert "Lưu ý: 2 lượt khen" in made[PARTLY].texts["thong-cao.txt"]


def test_of_a_cancelled_decision_the_notice_is_left(packed) -> None:
    """The address answers with the notice and its paper, and with nothing else."""
    ((name, text),) = kits.opened(packed[CANCELLED]).items()
    assert name == "thong-bao-huy-bo.txt"
    assert "Đã bị hủy bỏ: Văn bản, ngày 31/12/2019." in text.decode("utf-8-sig")


def test_the_page_of_a_cancelled_decision_offers_the_notice(register) -> None:
    """It promises no press kit, and tells by which paper and why the act is in force no more."""
    found = outputs(register.reference, register.volumes)
    path = CANCELLED.replace("bo-bao-chi.zip", "index.md")
    text = next(str(output.text) for output in found if output.path == path)
    assert "Thông báo hủy bỏ cho báo chí (zip" in text
    assert "Bộ báo chí" not in text
    notice = text.partition("td-notice--revoked")[2].partition("</p>")[0]
    assert "theo Văn bản, ngày 31/12/2019. Lý do: Ký không đúng thẩm quyền." in notice
    assert "Xem lịch sử thay đổi" in notice


def test_an_invented_kit_claims_nothing(made) -> None:
    """No file of it says that it may be used, is true, or was read somewhere."""
    claims = re.compile("được phép|dùng được ngay|biên soạn từ|Tác giả cho báo chí|^NGUỒN$", re.M)
    everything = [*made.values(), *(kit for _, kit in kits_of(load(ROOT)))]
    invented = [kit for kit in everything if INVENTED in kit.texts.get("DOC-TRUOC.txt", "")]
    assert made[STORY] in invented
    assert len(invented) > 5
    for kit in invented:
        assert {name: found[0] for name, text in kit.texts.items()
                if (found := claims.search(text))} == {}  # fmt: skip
        assert "chỉ cho thấy một bộ báo chí trông thế nào" in kit.texts["DOC-TRUOC.txt"]
        sentence = kit.texts["thong-cao.txt"].partition("Câu mẫu")[2].splitlines()[1]
        assert sentence.startswith("[Minh họa, không có thật] Theo ")
    said = made[STORY].texts["loi-trich.txt"]
    assert said.count("\n– ") == said.count("(lời minh họa)") > 0
    assert all("không dùng để đưa tin" in photo.words.terms for photo in made[STORY].photos)


def test_a_real_kit_says_how_it_may_be_used() -> None:
    """What is shipped of real honours and stories keeps its licence and its ready sentence."""
    shipped = load(ROOT)
    invented = {e.address for e in shipped.reference.of("exemplar") if e.illustrative}
    kits_told = {path: kit for path, kit in kits_of(shipped)
                 if f"/{path.removesuffix('bo-bao-chi.zip')}" not in invented}  # fmt: skip
    real = [k for k in kits_told.values() if all(INVENTED not in t for t in k.texts.values())]
    assert real
    for kit in real:
        assert shipped.reference.site.data_licence in kit.texts["DOC-TRUOC.txt"]
        assert "Câu dùng được ngay:" in kit.texts["thong-cao.txt"]


def test_texts_open_in_any_notepad(made, packed) -> None:
    """They begin with the mark of UTF-8, and their lines end as in Windows."""
    for path, kit in made.items():
        for name, content in kits.opened(packed[path]).items():
            if name.endswith(".txt"):
                assert content.startswith(b"\xef\xbb\xbf")
                assert content.count(b"\n") == content.count(b"\r\n") > 0
                text = content.decode("utf-8-sig").replace("\r\n", "\n")
                assert text == kit.texts[name]


def test_an_office_is_not_called_a_person() -> None:
    """Of a signer whose name is unknown the office is told as an office, as on the page."""
    register = load(ROOT)
    made = dict(kits_of(register))
    seen = set()
    for decision in (d for volume in register.volumes for d in volume.decisions):
        told = made[f"{decision.address[1:]}bo-bao-chi.zip"].texts.get("so-lieu.txt")
        if told and decision.signer:
            label = "Người ký" if decision.signer.name else "Chức vụ người ký"
            assert f"\n{label}: {decision.signer.words}\n" in told
            seen.add(label)
    assert "Chức vụ người ký" in seen


def test_sources_that_differ_are_explained() -> None:
    """Where a story has two values of one result, its figures say why, and only there."""
    register = load(ROOT)
    made = dict(kits_of(register))
    told = {
        story.id: made[f"{story.address[1:]}bo-bao-chi.zip"].texts["so-lieu.txt"]
        for story in register.reference.of("exemplar")
    }
    words = "Nơi các nguồn ghi khác nhau, bộ này nêu đủ các số; nguồn không rõ ngày thì không xếp"
    found = {key for key, text in told.items() if "các nguồn ghi khác nhau" in text}
    twice = {
        key
        for key, text in told.items()
        if len(labels := re.findall(r"^- ([^:\n]+):", text.partition("\n\nĐÃ")[0], re.M))
        > len(set(labels))
    }
    assert found == twice
    assert any(text.count(words) == 1 for text in told.values())


def test_invention_is_told_in_every_file(register: Register, made, packed) -> None:
    """No file of an invented kit can be taken for a report of facts."""
    real = {d.address for v in register.volumes for d in v.decisions if not d.illustrative}
    for path, kit in made.items():
        if f"/{path.removesuffix('bo-bao-chi.zip')}" in real:
            assert all(INVENTED not in text for text in kit.texts.values())
            continue
        for name, text in kit.texts.items():
            rows = list(csv.reader(io.StringIO(text)))[1:] if name.endswith(".csv") else []
            assert INVENTED in text or (rows and all(row[-1] == "có" for row in rows)), name
        for photo in kit.photos:
            assert photo.words.description.startswith(INVENTED)


def test_a_release_fits_on_one_page(made) -> None:
    """Also in what is shipped."""
    everything = chain(made.items(), kits_of(load(ROOT)))
    long = {path: len(kit.texts.get("thong-cao.txt", "")) for path, kit in everything}
    assert max(long.values()) > 500
    assert {path: n for path, n in long.items() if n > ONE_PAGE} == {}


def test_the_document_says_what_the_text_says(made, packed) -> None:
    """Word reads the same words; the paper is A4."""
    document = docx.Document(io.BytesIO(kits.opened(packed[STORY])["thong-cao.docx"]))
    words = "\n\n".join(paragraph.text for paragraph in document.paragraphs)
    assert words == made[STORY].texts["thong-cao.txt"].strip()
    assert round(document.sections[0].page_width.mm) == 210


def test_the_list_opens_right(register: Register, made) -> None:
    """The list is UTF-8 with its mark, and holds each honour in force once."""
    for volume in register.volumes:
        for decision in volume.decisions:
            text = made[f"{decision.address[1:]}bo-bao-chi.zip"].texts.get("danh-sach.csv")
            if text:
                assert text.startswith("\ufeff")
                rows = list(csv.reader(io.StringIO(text)))[1:]
                alive = [h for h in decision.honours if decision.status(h).code in IN_FORCE]
                assert [row[6].rstrip("/").rpartition("/")[2] for row in rows] == [
                    str(honour.id) for honour in alive
                ]


def test_the_gates_see_through_a_zip(packed) -> None:
    """Private data and hidden names are found in the texts of a kit; a broken zip is opaque."""
    hidden = Hidden({"lò thị ơn": "data/x.yml"})
    told = list(texts_told([STORY], packed.__getitem__, frozenset(), hidden))
    assert f"{STORY}/loi-trich.txt: BM-003" in {line[: len(STORY) + 22] for line in told}
    assert any("BM-002: có số điện thoại" in line for line in told)
    assert kits.opened(b"PK\x03\x04 broken") == {}
