"""What the tests send. Everyone here is plainly invented."""

# A cooperative with a question for each part of the form.
COOPERATIVE = {
    "khieu-nai": "khong",
    "loai": "hop-tac-xa",
    "ho-ten": "Hoàng Thị Minh Họa",
    "to-chuc": "Hợp tác xã Miến dong Thí Dụ",
    "chuc-vu": "Giám đốc",
    "dien-thoai": "0912 345 678",
    "thu": "minhhoa@example.vn",
    "dia-chi": "Thôn Bản Mẫu, xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn",
    "linh-vuc": "shtt",
    "phan-1": "Hồ sơ đăng ký nhãn hiệu tập thể gồm những gì?",
    "phan-2": "Tờ khai mẫu khó hiểu, đề nghị Sở có bản điền mẫu.",
    "du": "co",
}

# One person, the shortest form that can be sent.
PERSON = {
    "khieu-nai": "khong",
    "loai": "ca-nhan",
    "ho-ten": "Nguyễn Văn Ví Dụ",
    "dien-thoai": "0987654321",
    "dia-chi": "Thôn Nà Mẫu, xã Bằng Phúc, huyện Chợ Đồn, tỉnh Bắc Kạn",
    "linh-vuc": "chua-ro",
    "phan-1": "Cân ở chợ bao lâu kiểm định một lần?",
    "du": "khong",
}

FORM_PAGE = "/doi-thoai/2021/dang-ky/"
FEEDBACK_PAGE = "/phan-anh/"
LOOKUP_PAGE = "/tra-cuu/"
