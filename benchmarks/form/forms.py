"""The posts: invented forms of 1.5 kB of Vietnamese, and the same with tokens from the real check page."""

import random
from pathlib import Path
from urllib.parse import urlencode

import wrk

PARTS = [
    "Tôi nộp hồ sơ công bố hợp chuẩn cho sản phẩm miến dong tại bộ phận một cửa, được hẹn trả kết quả sau mười ngày",
    "Đề nghị Sở hướng dẫn rõ thành phần hồ sơ, biểu mẫu và lệ phí, vì mỗi nơi trả lời một khác",
    "Cân đồng hồ ở chợ Bản Mẫu đã hết hạn kiểm định, bà con không biết báo cho cơ quan nào",
    "Chúng tôi muốn đăng ký nhãn hiệu tập thể cho hợp tác xã nhưng chưa rõ ai được đứng tên trong quy chế sử dụng",
    "Tờ khai trên mạng khác với tờ khai phát ở quầy, điền xong lại phải điền lần nữa",
    "Máy X-quang của phòng khám Thí Dụ cần gia hạn giấy phép, xin hỏi thời gian thẩm định là bao lâu",
    "Người ở xã vùng cao đi lại khó khăn, mong được nộp hồ sơ qua bưu điện và nhận kết quả tại nhà",
]
BYTES = 1_500


def answers(serial: int) -> dict[str, str]:
    """The seven fields of the feedback form, filled in by nobody who exists."""
    chance = random.Random(serial)
    given = {
        "khieu-nai": "khong", "ho-ten": "Nguyễn Thị Ví Dụ", "dien-thoai": "0912 345 678", "thu": "vidu@example.vn",
        "dia-chi": "Thôn Bản Mẫu, xã Côn Minh\nhuyện Na Rì, tỉnh Bắc Kạn",
        "linh-vuc": chance.choice(["khcn", "atbx", "shtt", "tdc", "chua-ro"]), "noi-dung": f"Phiếu thứ {serial}.",
    }
    rest = BYTES - sum(len(text.encode()) for text in given.values())
    while rest > 0:
        sentence = f" {chance.choice(PARTS)}."
        given["noi-dung"] += sentence
        rest -= len(sentence.encode())
    return given


def write(file: Path, serials: range) -> None:
    """A body a line, as a browser encodes it."""
    with file.open("w") as lines:
        for serial in serials:
            text = {name: value.replace("\n", "\r\n") for name, value in answers(serial).items()}
            lines.write(urlencode(text) + "\n")


def mint(url: str, forms: Path, bodies: Path, service: list[int], nginx: list[int]) -> int:
    """Sends `forms` to the check page and writes those that came back with a token; the number of them."""
    tokens = bodies.with_suffix(".tokens")
    tokens.unlink(missing_ok=True)
    # As long as it takes: wrk ends when the last form was sent.
    wrk.send(url, forms, 64, 600, service, nginx, "mint.lua", tokens)
    token_of = dict(line.split() for line in tokens.read_text().splitlines())
    count = 0
    with forms.open() as unsent, bodies.open("w") as lines:
        for line in unsent:
            serial = serial_of(line)
            if token := token_of.get(serial):
                lines.write(f"{line[:-1]}&ma-mot-lan={token}\n")
                count += 1
    tokens.unlink()
    return count


def serial_of(line: str) -> str:
    """The serial number in an encoded form."""
    mark = "noi-dung=Phi%E1%BA%BFu+th%E1%BB%A9+"
    start = line.index(mark) + len(mark)
    return line[start:line.index(".", start)]
