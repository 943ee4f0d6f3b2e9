"""The titles that a list's columns may have: an allow-list, and the private ones by name."""

import re
from collections.abc import Mapping

from generator.importer.words import key

_NAMES = {
    "stt": "stt, tt, so tt, so thu tu, s tt, s t t, so",
    "honorific": """
        ten goi, danh xung, ong ba, ten goi ong ba chuc danh, xung ho, hoc ham hoc vi""",
    "name": """
        ho va ten, ho ten, ten, ho va ten ca nhan, ten ca nhan, ten tap the, tap the, ten
        tap the ca nhan, tap the ca nhan, ten tap the ca nhan ho gia dinh, ten don vi tap
        the, tap the ca nhan ho gia dinh, ten doi tuong, doi tuong duoc khen thuong, ca
        nhan tap the, ho va ten ten tap the, ten tap the ho va ten ca nhan, ten ca nhan
        tap the, ten ho gia dinh, ho gia dinh, ca nhan, ten doi tuong khen thuong, ten goi
        tap the ca nhan, ten tap the don vi, tap the ca nhan de nghi xet khen thuong, tap
        the ca nhan duoc khen thuong, danh sach, ten tap the ca nhan de nghi khen thuong,
        ho va ten ten don vi, ten don vi ca nhan, noi dung danh sach, ho ten ten tap the,
        ho va ten chuc vu don vi cong tac, ho va ten tap the, ho va ten chuc vu, ho ten
        chuc vu don vi cong tac, ho va ten chuc vu don vi""",
    "role": """
        chuc vu, chuc danh, chuc vu chuc danh, chuc danh chuc vu, nghe nghiep, chuc vu
        hien nay, chuc vu don vi cong tac, chuc vu don vi, chuc vu noi cong tac, chuc vu
        cong viec""",
    "unit": """
        don vi cong tac, don vi, noi cong tac, co quan, co quan don vi, ten don vi,
        truong, to chuc, co quan cong tac, don vi co quan cong tac, co quan don vi cong
        tac, phong ban, ten don vi tap the cong tac, don vi truong, truong lop, thuoc don
        vi, don vi chu quan""",
    "place": """
        dia chi, dia ban, noi o, dia phuong, noi cu tru, xa phuong, huyen, xa, don vi hanh
        chinh, dia chi noi o, tinh, que quan, xa phuong thi tran, huyen thanh pho, huyen
        thi xa thanh pho, thon xa huyen, thon xa, thon, thuoc dia ban""",
    "award": """
        hinh thuc khen thuong, danh hieu, danh hieu thi dua, hinh thuc, danh hieu hinh
        thuc, danh hieu thi dua hinh thuc khen thuong, hinh thuc danh hieu, danh hieu hinh
        thuc khen thuong, hinh thuc khen, dnxt danh hieu, de nghi xet tang danh hieu, hinh
        thuc de nghi khen thuong, danh hieu de nghi, khen thuong, hinh thuc de nghi, danh
        hieu hinh thuc de nghi""",
    "class": "hang, hang khen thuong",
    "kind": """
        phan loai khen thuong, loai, loai doi tuong, tap the hay ca nhan, kieu doi tuong,
        loai hinh doi tuong, tap the ca nhan ho""",
    "group": "phan loai doi tuong, nhom doi tuong, doi tuong, nhom, phan loai can bo",
    "achievement": """
        thanh tich, noi dung thanh tich, tom tat thanh tich, noi dung, ly do khen, thanh
        tich dat duoc, tom tat thanh tich dat duoc, ly do khen thuong, noi dung khen
        thuong""",
    "commendation": "loai hinh, loai hinh khen thuong, loai khen thuong",
    "posthumous": "truy tang",
    "note": "ghi chu, chu thich",
    # Known and never read: codes of other programs, money.
    "aside": """
        linh vuc, linh vuc hoat dong, ma linh vuc, ma linh vuc hoat dong, ma phan loai
        khen thuong, ma danh hieu thi dua, ma hinh thuc khen thuong, ma phan loai doi
        tuong, ma phan loai tap the, ma phan loai loai tuong, ma phan loai can bo, muc
        thuong, tien thuong, so tien, kinh phi, so tien thuong, muc tien thuong, ky nhan""",
}
FIELDS: Mapping[str, str] = {
    label: field
    for field, labels in _NAMES.items()
    for label in " ".join(labels.split()).split(", ")
}
# What must never be read; known by name so that the fault can say what it is.
PRIVATE = re.compile(
    r"\b(?:ngay sinh|nam sinh|ngay thang nam sinh|sinh nam|cccd|cmnd|cmt|can cuoc|chung minh|"
    r"dinh danh|ho chieu|dien thoai|sdt|di dong|email|e mail|thu dien tu|tai khoan|stk|ngan hang|"
    r"ma so|ma can bo|maccvc|so hieu|bhxh|bao hiem xa hoi|so nha|thuong tru|ho khau|"
    r"dan toc|ton giao|gioi tinh|suc khoe|dang vien|ngay vao dang|"
    r"luong|he so)\b"
)
_BRACKET = re.compile(r"\([^()]*\)")


def field_of(title: str) -> str:
    """Return the field that a column's title names, or "": the whole title must be known."""
    whole = key(title)
    return FIELDS.get(whole) or FIELDS.get(key(_BRACKET.sub(" ", title)), "")
