"""Sentence patterns; `{thing}`, `{paper}` and the like are filled with words of one subject."""

ASKERS = ["Một người dân", "Một hợp tác xã", "Một doanh nghiệp nhỏ", "Một hộ kinh doanh", "Một cơ sở y tế", "Một tổ hợp tác",
          "Một nhóm sinh viên", "Một tổ chức khoa học", "Một trang trại"]

TITLES = [
    "Làm thủ tục {procedure} cho {thing} cần những giấy tờ gì?",
    "{Procedure} đối với {thing} nộp hồ sơ ở đâu?",
    "Bao lâu thì có kết quả {procedure} cho {thing}?",
    "Có phải làm lại {paper} khi đổi {thing} không?",
    "Vì sao hồ sơ {procedure} ở {place} bị trả lại?",
    "Đề nghị bỏ yêu cầu {paper} khi {procedure}",
    "Hộ ở {place} muốn {procedure} cho {thing} thì bắt đầu từ đâu?",
    "Lệ phí {procedure} cho {thing} được tính thế nào?",
    "Ai phải {work} trước khi {procedure}?",
    "Đề nghị Sở hướng dẫn {work} cho {thing} ở {place}",
    "Nộp {paper} bản điện tử khi {procedure} có được không?",
    "Mất {paper} của {thing} thì xin cấp lại ra sao?",
]

QUESTIONS = [
    "Tôi có {thing} mang tên {name}, đặt ở {place}.",
    "Năm ngoái tôi đã làm thủ tục {procedure} nhưng chưa có kết quả.",
    "Cán bộ ở bộ phận một cửa bảo tôi bổ sung {paper}, tôi không biết lấy ở đâu.",
    "Cơ sở của tôi ở {place}, đi lại mất nửa ngày đường.",
    "Mỗi nơi hướng dẫn một kiểu về {paper}.",
    "Xin Sở cho biết tôi phải làm gì trước và nộp cho ai.",
    "Tôi muốn biết có phải {work} rồi mới nộp hồ sơ hay không.",
    "Chúng tôi gồm {count} hộ cùng làm {thing}, mong được làm chung một hồ sơ.",
    "Mong Sở rút ngắn thời gian và bớt giấy tờ cho bà con.",
    "Tôi đọc mẫu đơn mà không hiểu mục nói về {paper}.",
]

OPENINGS = [
    "Ông, bà làm thủ tục {procedure} tại Trung tâm Phục vụ hành chính công tỉnh hoặc qua mạng, kết quả như nhau.",
    "Trường hợp của ông, bà không phải làm lại {paper}. Chỉ cần báo cho Sở khi có thay đổi về {thing}.",
    "Sở đã kiểm tra và thấy hướng dẫn về {paper} chưa thống nhất. Từ nay chỉ áp dụng cách làm dưới đây.",
    "Muốn {procedure}, trước hết ông, bà {work}, sau đó lập hồ sơ theo danh mục trong câu trả lời này.",
    "{Thing} thuộc diện phải {procedure}. Thời hạn giải quyết là {days} ngày làm việc kể từ khi hồ sơ đủ và đúng.",
    "Việc này thuộc trách nhiệm của Sở. Ông, bà không phải đi lại nhiều lần nếu chuẩn bị đủ giấy tờ ngay từ đầu.",
]

SUMMARIES = [
    "Ông, bà nộp {paper} và {paper2} tại Trung tâm Phục vụ hành chính công; Sở trả kết quả sau {days} ngày làm việc.",
    "Không phải nộp lại {paper}; chỉ cần {work} và báo cho Sở trước {days} ngày.",
    "Có thể {procedure} qua mạng; {paper} được chấp nhận ở dạng bản chụp rõ chữ.",
    "Sở hướng dẫn {work} trước, sau đó mới {procedure}; toàn bộ mất khoảng {days} ngày.",
    "Hồ sơ gồm {paper}, {paper2} và đơn theo mẫu; lệ phí theo quy định của Bộ Tài chính.",
]

PARAGRAPHS = [
    "Sở nhận được nhiều câu hỏi giống như vậy từ {place}. Phần lớn vướng ở {paper}, vì mẫu cũ và mẫu mới có cách ghi khác nhau.",
    "Khi {work}, ông, bà nên ghi lại ngày làm, người làm và kết quả. Những ghi chép này giúp việc {procedure} nhanh hơn.",
    "Nếu {thing} mang tên {name} đã được đăng ký ở tỉnh khác thì ông, bà gửi kèm bản sao, không cần công chứng.",
    "Cơ sở ở {place} có thể nhờ cán bộ xã nộp thay. Người nộp thay mang theo giấy giới thiệu và {paper}.",
    "Trong thời gian chờ, ông, bà vẫn được dùng {thing} như trước, trừ khi Sở có thông báo khác bằng văn bản.",
    "Sở đã làm thử cách này với {count} cơ sở ở {place}. Thời gian giải quyết giảm từ {days2} ngày xuống còn {days} ngày.",
    "Hồ sơ thiếu {paper} thì Sở báo trong ba ngày làm việc, một lần, nêu rõ phải bổ sung những gì.",
    "Ông, bà không đồng ý với kết quả {procedure} có quyền yêu cầu giải thích. Sở trả lời bằng văn bản trong {days} ngày.",
    "Kinh phí để {work} do cơ sở tự bố trí. Hộ nghèo, hộ cận nghèo và hợp tác xã mới thành lập được xem xét hỗ trợ.",
    "Từ năm nay, việc {procedure} không thu lệ phí đối với hồ sơ nộp qua mạng. Phí thẩm định vẫn thu theo quy định.",
    "Sản phẩm mang tên {name} của bà con ở {place} là một ví dụ: chỉ sau hai lần bổ sung đã hoàn thành việc {procedure}.",
    "Điều cần nhớ là {paper} chỉ có giá trị khi ghi đúng tên, địa chỉ và ngày. Sai một chữ cũng có thể phải làm lại.",
]

ITEMS = [
    "{Paper}, ghi đủ các mục, có chữ ký của người đứng đầu;",
    "{Paper}, bản chụp rõ chữ, không cần công chứng;",
    "Ảnh chụp {thing} khi đang dùng;",
    "{Paper} còn hiệu lực ít nhất {days} ngày;",
    "Giấy giới thiệu của xã, nếu cơ sở ở {place};",
    "Đơn theo mẫu, nói rõ vì sao cần {procedure};",
    "Kết quả của lần {work} gần nhất, nếu có;",
]

STEPS = [
    "Chuẩn bị {paper} theo mẫu trên cổng.",
    "{Work}, lập biên bản có hai người ký.",
    "Nộp hồ sơ tại Trung tâm Phục vụ hành chính công hoặc qua mạng.",
    "Theo dõi tình trạng hồ sơ bằng mã ghi trên giấy hẹn.",
    "Bổ sung {paper} khi Sở yêu cầu, trong vòng {days} ngày.",
    "Nhận kết quả và kiểm tra tên, địa chỉ của {thing}.",
    "Lưu hồ sơ ít nhất năm năm tại cơ sở.",
]

HEADINGS = ["Giấy tờ cần có", "Các bước thực hiện", "Thời hạn và lệ phí", "Trường hợp ở xa", "Những điều hay nhầm",
            "Sau khi có kết quả", "Khi hồ sơ bị trả lại", "Nơi nộp và người hướng dẫn"]

TABLE_HEADS = [("Việc", "Ai làm", "Thời hạn"), ("Giấy tờ", "Số bản", "Ghi chú"), ("Trường hợp", "Phải làm gì", "Lệ phí")]

TABLE_CELLS = {
    "Việc": "{Work}", "Ai làm": "{who}", "Thời hạn": "{days} ngày", "Giấy tờ": "{Paper}", "Số bản": "{copies} bản",
    "Ghi chú": "{note}", "Trường hợp": "{Thing}", "Phải làm gì": "{Procedure}", "Lệ phí": "{fee}.000 đồng",
}

WHO = ["Chủ cơ sở", "Người phụ trách", "Phòng chuyên môn", "Đơn vị đo", "Trung tâm Phục vụ hành chính công", "Hội đồng tư vấn"]
NOTES = ["Bản chính", "Bản chụp", "Có dấu", "Theo mẫu", "Không bắt buộc", "Chỉ khi có thay đổi"]

LINKED = [
    "Việc gần giống đã được trả lời ở câu hỏi [{title}]({path}).",
    "Xem thêm câu trả lời cho câu hỏi [{title}]({path}), có mẫu điền sẵn.",
]
LINKS = [
    "Ông, bà xem các câu hỏi khác về [{subject}]({subjectPath}) hoặc nộp hồ sơ qua [Cổng Dịch vụ công quốc gia](https://dichvucong.gov.vn).",
    "Chưa rõ cần gặp phòng nào, ông, bà xem trang [Liên hệ](/lien-he/#phong-don-vi-nao-phu-trach-viec-gi).",
    "Đợt đối thoại này có [thông báo riêng](/thong-bao/doi-thoai-{year}/) và [phiếu đăng ký](/doi-thoai/{year}/phieu-dang-ky/).",
]
NOTE = "> **Lưu ý:** {Work} chỉ được tính khi có **biên bản** ghi rõ ngày, *không* nhận lời kể lại."
CLOSING = "Sau khi Sở trả lời, nếu ông, bà còn vướng thì hỏi {division} hoặc gửi qua mục [Phản ánh, kiến nghị](/phan-anh/)."
