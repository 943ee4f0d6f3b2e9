"""The closed lists of terms that records choose from, with the words a reader sees."""

from typing import Literal

Authority = Literal[
    "chu-tich-nuoc",
    "chinh-phu",
    "thu-tuong",
    "uy-ban-thuong-vu-quoc-hoi",
    "bo-nganh",
    "chu-tich-ubnd-tinh",
    "chu-tich-ubnd-huyen",
    "chu-tich-ubnd-xa",
    "thu-truong-don-vi",
    "to-chuc-khac",
]
Family = Literal[
    "huan-chuong",
    "huy-chuong",
    "danh-hieu-vinh-du",
    "giai-thuong",
    "danh-hieu-thi-dua",
    "ky-niem-chuong",
    "bang-khen",
    "giay-khen",
    "ngoai-luat",
]
FAMILIES = {
    "huan-chuong": "Huân chương",
    "huy-chuong": "Huy chương",
    "danh-hieu-vinh-du": "Danh hiệu vinh dự nhà nước",
    "giai-thuong": "Giải thưởng Hồ Chí Minh, Giải thưởng Nhà nước",
    "danh-hieu-thi-dua": "Danh hiệu thi đua",
    "ky-niem-chuong": "Kỷ niệm chương, huy hiệu",
    "bang-khen": "Bằng khen",
    "giay-khen": "Giấy khen",
    "ngoai-luat": "Hình thức khác, ngoài các hình thức khen thưởng của luật",
}
AUTHORITIES = {
    "chu-tich-nuoc": "Chủ tịch nước",
    "chinh-phu": "Chính phủ",
    "thu-tuong": "Thủ tướng Chính phủ",
    "uy-ban-thuong-vu-quoc-hoi": "Ủy ban Thường vụ Quốc hội",
    "bo-nganh": "Bộ trưởng, Thủ trưởng bộ, ban, ngành",
    "chu-tich-ubnd-tinh": "Chủ tịch Ủy ban nhân dân cấp tỉnh",
    "chu-tich-ubnd-huyen": "Chủ tịch Ủy ban nhân dân cấp huyện",
    "chu-tich-ubnd-xa": "Chủ tịch Ủy ban nhân dân cấp xã",
    "thu-truong-don-vi": "Thủ trưởng cơ quan, đơn vị",
    "to-chuc-khac": "Tổ chức khác",
}
OTHER_LEVEL = "tổ chức khác"
# Cấp quyết định: by who has the authority, the highest first.
LEVELS = {
    "chu-tich-nuoc": "cấp Nhà nước",
    "uy-ban-thuong-vu-quoc-hoi": "cấp Nhà nước",
    "chinh-phu": "cấp Nhà nước",
    "thu-tuong": "cấp Nhà nước",
    "bo-nganh": "bộ, ngành",
    "chu-tich-ubnd-tinh": "cấp tỉnh",
    "chu-tich-ubnd-huyen": "cấp huyện",
    "chu-tich-ubnd-xa": "cấp xã",
    "thu-truong-don-vi": "cơ quan, đơn vị",
    "to-chuc-khac": OTHER_LEVEL,
}
RECIPIENT_KINDS = {"person": "cá nhân", "collective": "tập thể", "household": "hộ gia đình"}
Commendation = Literal[
    "cong-trang", "dot-xuat", "chuyen-de", "cong-hien", "nien-han", "doi-ngoai", "khang-chien"
]
# Loại hình khen thưởng: Điều 8 Luật Thi đua, khen thưởng 06/2022/QH15.
COMMENDATIONS = {
    "cong-trang": "Khen thưởng công trạng",
    "dot-xuat": "Khen thưởng đột xuất",
    "chuyen-de": "Khen thưởng phong trào thi đua, chuyên đề",
    "cong-hien": "Khen thưởng quá trình cống hiến",
    "nien-han": "Khen thưởng theo niên hạn",
    "doi-ngoai": "Khen thưởng đối ngoại",
    "khang-chien": "Khen thưởng thành tích kháng chiến",
}
Group = Literal[
    "lanh-dao-quan-ly",
    "cong-chuc-vien-chuc",
    "cong-nhan",
    "nong-dan",
    "lao-dong-truc-tiep-khac",
    "doanh-nhan",
    "hoc-sinh-sinh-vien",
    "luc-luong-vu-trang",
]
GROUPS = {
    "lanh-dao-quan-ly": "Lãnh đạo, quản lý",
    "cong-chuc-vien-chuc": "Công chức, viên chức",
    "cong-nhan": "Công nhân",
    "nong-dan": "Nông dân",
    "lao-dong-truc-tiep-khac": "Người lao động trực tiếp khác",
    "doanh-nhan": "Doanh nhân",
    "hoc-sinh-sinh-vien": "Học sinh, sinh viên",
    "luc-luong-vu-trang": "Lực lượng vũ trang",
}
Size = Literal["to-doi-nhom", "phong-khoa-ban", "thon-to-dan-pho", "lop", "don-vi", "dia-phuong"]
SIZES = {
    "to-doi-nhom": "Tổ, đội, nhóm",
    "phong-khoa-ban": "Phòng, khoa, ban",
    "thon-to-dan-pho": "Thôn, tổ dân phố",
    "lop": "Lớp học",
    "don-vi": "Cơ quan, đơn vị, doanh nghiệp",
    "dia-phuong": "Xã, huyện, tỉnh",
}
Measure = Literal["lao-dong-truc-tiep", "khong-lanh-dao", "tap-the-nho"]
# Chỉ số theo dõi qua các năm; nghĩa của mỗi chỉ số là dữ liệu (data/vocabulary/definitions.yml).
MEASURES = {
    "lao-dong-truc-tiep": "Người lao động trực tiếp",
    "khong-lanh-dao": "Người không giữ chức vụ lãnh đạo, quản lý",
    "tap-the-nho": "Tập thể nhỏ",
}
STATUSES = {
    "in_force": "Có hiệu lực",
    "corrected": "Đã đính chính",
    "cancelled": "Đã bị hủy bỏ",
    "stripped": "Đã bị tước",
    "restored": "Đã được phục hồi",
}
DATE_BASES = {
    "signed": "ngày ký",
    "posted": "ngày đăng công khai, chưa rõ ngày ký",
    "handed": "ngày trao, chưa rõ ngày ký",
    "inferred": "suy ra từ các văn bản liên quan, chưa rõ ngày ký",
}
CHANGES = {
    "corrected": "đính chính",
    "cancelled": "hủy bỏ",
    "stripped": "tước",
    "restored": "phục hồi",
}
DISPLAYS = {"full": "đủ tên", "initials": "chữ đầu", "withheld": "không công bố tên"}
STORY_KINDS = {
    "dien-hinh-tien-tien": "Điển hình tiên tiến",
    "nguoi-tot-viec-tot": "Người tốt, việc tốt",
    "mo-hinh": "Mô hình mới",
}
StepState = Literal["done", "running", "late", "dropped"]
STEP_STATES = {
    "done": "đã xong",
    "running": "đang làm",
    "late": "chậm",
    "dropped": "không làm nữa",
}
LISTINGS = {"whole": "danh sách đủ", "partial": "danh sách thiếu"}
CLUSTER_KINDS = {"cum": "Cụm thi đua", "khoi": "Khối thi đua"}
COUNCIL_KINDS = {
    "thi-dua-khen-thuong": "Hội đồng Thi đua - Khen thưởng",
    "sang-kien": "Hội đồng sáng kiến",
}
# Phạm vi ảnh hưởng của sáng kiến.
INITIATIVE_LEVELS = {
    "co-so": "cấp cơ sở",
    "tinh-bo": "cấp bộ, ban, ngành, tỉnh",
    "toan-quoc": "toàn quốc",
}
