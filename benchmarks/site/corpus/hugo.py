"""Writes the same corpus as a Hugo site's `content/` and `data/`: the same bodies, front matter that Hugo reads."""

import re
from pathlib import Path

import yaml

from . import editions
from .answer import Answer
from .own import dump

TIME = re.compile(r"(\d\d)/(\d\d)/(\d{4})(?: (\d\d:\d\d))?")


def machine(value):
    """Dates as Hugo reads them: `20/11/2021 17:30` becomes `2021-11-20T17:30:00+07:00`; names without hyphens."""
    if isinstance(value, dict):
        return {key.replace("-", "_"): machine(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [machine(inner) for inner in value]
    if isinstance(value, str) and (match := TIME.fullmatch(value)):
        day, month, year, hour = match.groups()
        return f"{year}-{month}-{day}T{hour or '00:00'}:00+07:00"
    return value


def split(text: str) -> tuple[dict, str]:
    """Front matter and body of one of our pages."""
    _, front, body = text.split("---\n", 2)
    return machine(yaml.load(front, yaml.BaseLoader)), body


def page(text: str, **values) -> str:
    front, body = split(text)
    # `kind` and the like mean something else to Hugo, so what is ours stands under `params`.
    title, description = front.pop("title"), front.pop("description", "")
    head = {"title": title, "description": description}
    if "updated" in front:
        head["date"], head["lastmod"] = front.get("published", front["updated"]), front["updated"]
    return f"---\n{dump(head | values | {'params': front})}---\n{body}"


def front_matter(answer: Answer) -> str:
    def day(date) -> str:
        return f"{date.isoformat()}T00:00:00+07:00"

    values = {
        "title": answer.title, "description": answer.summary, "date": f"{answer.published.isoformat()}+07:00",
        "linh-vuc": [answer.subject.slug], "tim-kiem": [str(answer.published.year)],
        "params": {
            "subject": answer.subject.id, "division": answer.subject.division, "outcome": answer.outcome,
            "authority": answer.authority or "", "matterKind": answer.kind, "asked": day(answer.asked),
            "asker": answer.asker, "answered": day(answer.answered), "legalBases": answer.legal_bases,
            "question": answer.question,
        },
    }
    return f"---\n{dump(values)}---\n"


def write(folder: Path, answers: list[Answer]) -> None:
    def put(path: str, text: str) -> None:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def head(path: str, **values) -> None:
        put(path, f"---\n{dump(values)}---\n")

    site = machine(editions.site())
    put("data/so.yaml", dump(site))
    for slug, text in editions.standing().items():
        put(f"content/{slug}.md", page(text, type="trang"))
    put("content/phan-anh/_index.md", page(editions.feedback(), type="phan-anh"))
    head("content/phan-anh/hoi-dap/_index.md", title="Phản ánh, kiến nghị đã có kết quả", type="cau-hoi",
         description="Phản ánh, kiến nghị gửi quanh năm đã được Sở trả lời.")
    newest = machine(yaml.load(editions.edition(editions.YEARS[-1])["dialogue.yaml"], yaml.BaseLoader))
    head("content/_index.md", title="Trang chủ", description=f"{newest['title']} của {site['agency']['full_name']}: "
         "nhận phiếu đến 17 giờ 30, thứ Bảy ngày 20/11/2021.")
    head("content/thong-bao/_index.md", title="Thông báo", description="Thông báo của Sở về các đợt đối thoại.")
    head("content/doi-thoai/_index.md", title="Các đợt đối thoại", description="Các đợt đối thoại của Sở, mỗi năm một đợt.",
         lastmod=newest["schedule"]["answers_due"])
    head("content/linh-vuc/_index.md", title="Hỏi – đáp theo lĩnh vực",
         description="Câu hỏi đã được Sở trả lời, xếp theo lĩnh vực.")
    form_updated = split(editions.feedback())[0]["updated"]
    head("content/tra-cuu.md", title="Tra cứu phiếu", type="tra-cuu", lastmod=form_updated,
         description="Nhập số biên nhận và mã tra cứu để xem phiếu đã đến bước nào.")
    for code, title in [
        ("400", "Không đọc được yêu cầu"), ("405", "Trang này không nhận phiếu"), ("413", "Phiếu quá dài"),
        ("414", "Địa chỉ quá dài"), ("429", "Gửi quá nhiều lần"), ("502", "Hệ thống đang gặp sự cố"),
    ]:
        head(f"content/loi/{code}.md", title=title, type="loi", sitemap={"disable": True})
    head("content/loi/_index.md", title="Lỗi", build={"render": "never"})
    for subject in site["subjects"]:
        description = f"Câu hỏi đã được trả lời về {subject['name'][0].lower()}{subject['name'][1:]}."
        head(f"content/linh-vuc/{subject['slug']}/_index.md", title=subject["name"], description=description,
             outputs=["html", "atom"], params=subject)
    for year in editions.YEARS:
        texts = editions.edition(year)
        root = f"content/doi-thoai/{year}"
        dialogue = machine(yaml.load(texts["dialogue.yaml"], yaml.BaseLoader))
        short = dialogue["short_title"][0].lower() + dialogue["short_title"][1:]
        head(f"{root}/_index.md", title=dialogue["title"], type="dot", outputs=["html", "calendar"],
             description=f"Các mốc thời gian, tài liệu và kết quả: {short}.", date=dialogue["schedule"]["announced"],
             lastmod=split(texts["ket-qua.md"])[0]["updated"], params=dialogue)
        put(f"content/thong-bao/doi-thoai-{year}.md", page(texts["thong-bao.md"], type="thong-bao"))
        put(f"{root}/ke-hoach.md", page(texts["ke-hoach.md"], type="ke-hoach"))
        put(f"{root}/phieu-dang-ky.md", page(texts["phieu-dang-ky.md"], type="phieu-dang-ky"))
        form, _ = split(texts["phieu-dang-ky.md"])
        head(f"{root}/dang-ky.md", title=form["title"], type="dang-ky", date=form["updated"],
             description=f"Điền phiếu đăng ký tham gia {short} trên cổng.")
        put(f"{root}/ket-qua.md", page(texts["ket-qua.md"], type="ket-qua"))
        has_answers = any(answer.year == year for answer in answers)
        head(f"{root}/hoi-dap/_index.md", title=f"Câu trả lời, {short}", type="cau-hoi",
             outputs=["html", "data", "table"] if has_answers else ["html"],
             description=f"Câu hỏi của {short} đã được Sở trả lời.")
        register = "content/so-tiep-nhan/_index.md" if year == editions.YEARS[-1] else f"content/so-tiep-nhan/{year}.md"
        head(register, title=f"Sổ tiếp nhận công khai: {short}", type="so-tiep-nhan",
             lastmod=form_updated, description="Mọi phiếu đã vào sổ của Sở, không có thông tin cá nhân.", params={"year": str(year)})
    head("content/tim-kiem/_index.md", title="Tìm câu hỏi và câu trả lời",
         description="Tìm trong mọi câu hỏi đã được Sở trả lời, theo chữ, theo lĩnh vực, theo năm.")
    for year in {answer.published.year for answer in answers}:
        title = f"Câu hỏi được trả lời năm {year}"
        head(f"content/tim-kiem/{year}/_index.md", title=title, description=f"{title}, mọi lĩnh vực.",
             outputs=["html", "search"], params={"year": year})
    for answer in answers:
        put(f"content/doi-thoai/{answer.year}/hoi-dap/{answer.slug}.md", front_matter(answer) + answer.body)
