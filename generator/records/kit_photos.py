"""The photos of a press kit: only those with recorded rights, large enough to be printed."""

from generator.kit import PhotoWords, PressPhoto
from generator.kits import photo_name
from generator.photos import PRESS_PIXELS
from generator.records.base import Reference
from generator.records.kit_words import INVENTED, facts
from generator.records.photo import Photo
from generator.vietnamese import number

_ONLY_SHOWN = "Ảnh của câu chuyện minh họa, không có thật: không dùng để đưa tin."


def refused(photo: Photo, reference: Reference) -> str:
    """Return why a photo may not stand in a kit; "" when it may."""
    size = reference.photos[photo.file]
    if not photo.rights:
        return "chưa ghi ai cho báo chí dùng lại, theo giấy tờ nào"
    if size is None or max(size.width, size.height) < PRESS_PIXELS:
        return f"nhỏ hơn {number(PRESS_PIXELS)} điểm ảnh ở cả hai chiều"
    return ""


def for_press(photo: Photo, title: str, illustrative: bool, reference: Reference) -> PressPhoto:
    """Return a photo with all that it must say of itself.

    Args:
        photo: one that is not refused.
        title, illustrative: of the story that shows it.
        reference: the Reference.
    """
    size, site = reference.photos[photo.file], reference.site
    assert size is not None, "others are refused"
    seen = f"{photo.caption or photo.alt} ({title})"
    words = PhotoWords(
        description=f"{INVENTED} {seen}" if illustrative else seen,
        alt=photo.alt,
        creator=photo.credit,
        credit=f"{photo.credit} / {site.name}",
        copyright=f"Tác giả: {photo.credit}",
        terms=terms(photo, illustrative=illustrative),
        statement=f"{site.url}bao-chi/#quyen",
    )
    return PressPhoto(photo.file, size.sha256, words)


def terms(photo: Photo, *, illustrative: bool) -> str:
    """Return who may use a photo again; of an invented story, what none may do with it.

    "" where nobody has granted anything: such a photo is handed to no newspaper.
    """
    return _ONLY_SHOWN if illustrative and photo.rights else photo.rights or ""


def caption(photo: Photo, *, illustrative: bool) -> str:
    """Return what is told of a photo beside it; `illustrative` as its story is."""
    sample = " (ảnh minh họa)" if illustrative else ""
    return facts(
        (
            ("Tệp", photo_name(photo.file)),
            ("Chú thích", photo.caption and f"{photo.caption}{sample}"),
            ("Mô tả cho người không thấy ảnh", photo.alt),
            ("Tác giả", photo.credit),
            ("Quyền dùng lại", terms(photo, illustrative=illustrative)),
        )
    )
