"""How the register is read and counted rightly: told on its page and inside the files."""

COUNTING: tuple[tuple[str, str], ...] = (
    (
        "Lọc một cột là đủ",
        "Để đếm lượt khen như trang thống kê, chỉ lấy dòng có chữ «có» ở cột «được tính vào số "
        "liệu» (SQLite: bảng xem vinh_danh_counted).",
    ),
    (
        "Đếm lượt khen, không phải đếm người",
        "Mỗi dòng là một lượt khen. Một người được khen ba lần là ba dòng; một tập thể nhiều người "
        "là một dòng.",
    ),
    (
        "Trùng tên không phải là một người",
        "Hai dòng cùng tên có thể là hai người. Chỉ những dòng có cùng địa chỉ ở cột «địa chỉ của "
        "đối tượng đã đăng ký» mới chắc chắn là một; đừng gộp theo tên.",
    ),
    (
        "Bỏ những lượt không còn hiệu lực",
        "Lượt đã bị hủy bỏ hoặc bị tước vẫn còn dòng, cột «tình trạng» ghi rõ; đừng tính vào số "
        "lượt được khen. «Đã đính chính» và «Đã được phục hồi» vẫn có hiệu lực.",
    ),
    (
        "Bỏ hình thức ngoài luật",
        "Thư khen và hình thức khác không có trong luật thi đua, khen thưởng có trang, có dòng, "
        "nhưng không tính cùng các danh hiệu, hình thức của luật.",
    ),
    (
        "Tính cả dòng không công bố tên",
        "Có lượt khen không công bố tên hoặc chỉ ghi chữ đầu. Dòng đó vẫn là một lượt khen, vẫn "
        "phải tính.",
    ),
    (
        "Bỏ dữ liệu minh họa",
        "Dòng có chữ «có» ở cột «dữ liệu minh họa» không phải lượt khen có thật.",
    ),
    (
        "Số ghi trong văn bản và số trong danh sách",
        "Bảng quyết định có cả hai. Khi hai số khác nhau, cột «vì sao danh sách thiếu» nói lý do; "
        "hãy nói rõ đang dùng số nào. Số trong danh sách gồm cả những lượt về sau bị hủy bỏ hoặc "
        "bị tước; cột «số lượt không còn hiệu lực» ghi có bao nhiêu lượt như vậy.",
    ),
    (
        "Vì sao được khen",
        "Cột «thành tích» là của riêng lượt đó. Khi ô này trống, lý do khen là «dịp, thành tích "
        "chung» của cả quyết định; quyết định không ghi thì chỉ có trích yếu.",
    ),
    (
        "Ngày có thể chưa đủ",
        "Ngày ghi năm-tháng-ngày, năm-tháng hoặc chỉ năm, đúng mức biết được. Cột «căn cứ của "
        "ngày» cho biết đó là ngày ký hay ngày khác.",
    ),
)
# How a cell of CSV that a spreadsheet would take for a formula is written, and read back.
FORMULAS = (
    "Trong tệp CSV, ô bắt đầu bằng =, +, -, @ có thêm một dấu ' ở đầu để bảng tính không coi là "
    "công thức; bỏ một dấu ' đó là được nguyên văn. Các tệp khác giữ nguyên văn."
)
