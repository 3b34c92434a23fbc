"""What is asked about: five subjects, each with its things, procedures, papers and works."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    id: str
    slug: str
    name: str
    examples: str
    division: str
    authority: str
    laws: list[str]
    things: list[str]
    procedures: list[str]
    papers: list[str]
    works: list[str]


SUBJECTS = [
    Subject(
        "khcn", "hoat-dong-khoa-hoc-va-cong-nghe", "Hoạt động khoa học và công nghệ",
        "Đề tài, dự án, sáng kiến, chuyển giao công nghệ, doanh nghiệp khoa học và công nghệ",
        "quan-ly-khoa-hoc", "bo-khcn", ["luat-khcn-2013", "nd-08-2014", "nd-13-2012"],
        ["đề tài trồng nấm dược liệu", "dự án sấy miến bằng năng lượng mặt trời", "quy trình nhân giống cây hồi",
         "mô hình nuôi cá nước lạnh", "kết quả nghiên cứu đất nương", "máy bóc vỏ lạc tự chế", "hợp đồng chuyển giao công nghệ",
         "phần mềm quản lý nông hộ", "lò sấy gừng", "phòng thử nghiệm nông sản", "quỹ phát triển của doanh nghiệp",
         "dây chuyền ép dầu sở", "giống lúa bao thai", "tài liệu nghiệm thu đề tài", "thiết bị quan trắc nước suối"],
        ["đề xuất nhiệm vụ khoa học cấp tỉnh", "đăng ký kết quả thực hiện nhiệm vụ", "công nhận sáng kiến cấp cơ sở",
         "chứng nhận doanh nghiệp khoa học và công nghệ", "đăng ký hoạt động của tổ chức khoa học", "thẩm định công nghệ của dự án",
         "đăng ký hợp đồng chuyển giao công nghệ", "điều chỉnh thời gian thực hiện đề tài", "quyết toán kinh phí nhiệm vụ"],
        ["phiếu đề xuất nhiệm vụ", "thuyết minh đề tài", "dự toán kinh phí", "báo cáo tổng hợp kết quả", "biên bản nghiệm thu",
         "hợp đồng thuê chuyên gia", "hồ sơ năng lực của tổ chức chủ trì", "bản sao quyết định thành lập", "phiếu xác nhận đồng thuận"],
        ["khảo sát thực địa", "lập hội đồng tư vấn", "đấu thầu thiết bị", "tập huấn kỹ thuật cho bà con", "đo năng suất",
         "so sánh với cách làm cũ", "công bố kết quả", "nhân rộng mô hình"]),
    Subject(
        "atbx", "an-toan-buc-xa-va-hat-nhan", "An toàn bức xạ và hạt nhân",
        "Máy X-quang, nguồn phóng xạ, giấy phép và chứng chỉ nhân viên bức xạ",
        "quan-ly-cong-nghe-chuyen-nganh", "cuc-atbxhn", ["luat-nlnt-2008", "luat-clsphh-2007"],
        ["máy X-quang nha khoa", "máy X-quang di động", "máy chụp cắt lớp", "nguồn phóng xạ đo mức xi măng", "phòng chụp mới sửa",
         "liều kế cá nhân", "máy soi hành lý", "thiết bị đo độ dày giấy", "máy X-quang thú y", "cửa chì của phòng máy",
         "máy đo suất liều", "nguồn kiểm chuẩn", "tấm chắn che tuyến giáp"],
        ["cấp giấy phép sử dụng máy X-quang", "gia hạn giấy phép tiến hành công việc bức xạ", "sửa đổi giấy phép khi đổi địa chỉ",
         "cấp chứng chỉ nhân viên bức xạ", "khai báo thiết bị bức xạ", "phê duyệt kế hoạch ứng phó sự cố", "bổ sung máy vào giấy phép"],
        ["phiếu khai báo thiết bị", "báo cáo đánh giá an toàn", "biên bản kiểm xạ phòng máy", "chứng nhận kiểm định máy",
         "kết quả theo dõi liều", "hồ sơ sức khỏe của nhân viên", "quyết định cử người phụ trách an toàn", "bản vẽ mặt bằng phòng chụp"],
        ["đo suất liều quanh phòng", "kiểm định máy", "đào tạo an toàn", "gắn biển cảnh báo", "khám sức khỏe định kỳ", "lập sổ vận hành",
         "diễn tập ứng phó sự cố"]),
    Subject(
        "shtt", "so-huu-tri-tue", "Sở hữu trí tuệ",
        "Nhãn hiệu, sáng chế, giải pháp hữu ích, kiểu dáng công nghiệp, chỉ dẫn địa lý",
        "quan-ly-cong-nghe-chuyen-nganh", "cuc-shtt", ["luat-shtt-2005", "luat-sua-shtt-2009", "nd-99-2013"],
        ["nhãn hiệu miến dong", "nhãn hiệu tập thể của hợp tác xã", "kiểu dáng hộp đựng trà", "sáng chế máy thái chuối",
         "chỉ dẫn địa lý cho hồng không hạt", "tranh in trên bao bì", "nhãn hiệu rượu men lá", "giải pháp ủ phân nhanh",
         "tên thương mại của cửa hàng", "nhãn hiệu chè shan tuyết", "kiểu dáng gùi mây", "bí quyết làm lạp sườn",
         "nhãn hiệu chứng nhận thịt hun khói", "logo của tổ hợp tác"],
        ["đăng ký nhãn hiệu", "đăng ký nhãn hiệu tập thể", "gia hạn văn bằng bảo hộ", "đăng ký sáng chế", "đăng ký kiểu dáng công nghiệp",
         "sửa đổi tên chủ văn bằng", "chuyển nhượng quyền sở hữu công nghiệp", "phản đối đơn đăng ký", "giám định xâm phạm nhãn hiệu"],
        ["tờ khai đăng ký", "mẫu nhãn hiệu", "quy chế sử dụng nhãn hiệu tập thể", "danh sách thành viên", "bản mô tả sáng chế",
         "bộ ảnh chụp kiểu dáng", "chứng từ nộp phí", "giấy ủy quyền", "bản đồ vùng địa lý"],
        ["tra cứu nhãn hiệu đã có", "phân nhóm hàng hóa", "vẽ lại mẫu nhãn", "họp thành viên thông qua quy chế", "nộp đơn qua bưu điện",
         "trả lời thông báo thẩm định", "theo dõi công báo"]),
    Subject(
        "tdc", "tieu-chuan-do-luong-chat-luong", "Tiêu chuẩn đo lường chất lượng",
        "Kiểm định cân, mã số mã vạch, công bố hợp chuẩn, hợp quy, truy xuất nguồn gốc",
        "chi-cuc-tdc", "tong-cuc-tdc", ["luat-do-luong-2011", "luat-tcqckt-2006", "luat-clsphh-2007", "tt-28-2012"],
        ["cân đồng hồ ở chợ", "cột đo xăng dầu", "công tơ nước", "mã vạch trên gói chè", "tem truy xuất của rau", "gạch xây hợp quy",
         "đồ chơi trẻ em nhập lẻ", "mũ bảo hiểm bán ở chợ phiên", "cân ô tô của mỏ đá", "huyết áp kế của trạm y tế",
         "tiêu chuẩn cơ sở của nước mắm gừng", "hàng đóng gói sẵn", "thép xây dựng", "nhãn phụ hàng hóa", "đèn trang trí"],
        ["kiểm định phương tiện đo", "đăng ký mã số mã vạch", "công bố hợp quy sản phẩm", "công bố hợp chuẩn", "xây dựng tiêu chuẩn cơ sở",
         "kiểm tra hàng hóa nhập khẩu", "công nhận khả năng kiểm định", "chứng nhận chuẩn đo lường", "đăng ký dấu định lượng"],
        ["bản công bố hợp quy", "phiếu kết quả thử nghiệm", "giấy chứng nhận kiểm định", "bảng kê hàng hóa", "hợp đồng mua bán",
         "quy trình sản xuất", "mẫu dấu hợp quy", "danh mục sản phẩm dùng mã vạch", "biên bản lấy mẫu"],
        ["lấy mẫu thử", "dán tem kiểm định", "ghi nhãn hàng hóa", "kiểm tra khối lượng tịnh", "hiệu chuẩn quả cân",
         "đánh giá quá trình sản xuất", "lưu hồ sơ công bố"]),
    Subject(
        "dmst", "doi-moi-sang-tao", "Đổi mới sáng tạo",
        "Khởi nghiệp, hỗ trợ đổi mới công nghệ, vay vốn, không gian làm việc chung, chuyển đổi số",
        "quan-ly-khoa-hoc", "ubnd-tinh", ["luat-khcn-2013", "nd-08-2014"],
        ["ý tưởng bán nông sản qua mạng", "sàn giao dịch công nghệ", "gói hỗ trợ máy móc", "vườn ươm doanh nghiệp",
         "cuộc thi khởi nghiệp của thanh niên", "khoản vay đổi mới công nghệ", "phần mềm bán hàng cho hợp tác xã",
         "điểm hỗ trợ chuyển đổi số ở xã", "cố vấn khởi nghiệp", "thiết bị cảm biến cho vườn cam", "xưởng chế tạo chung",
         "kho dữ liệu mở của tỉnh", "trang bán hàng của làng nghề"],
        ["đăng ký tham gia vườn ươm", "đề nghị hỗ trợ đổi mới công nghệ", "vay vốn từ quỹ phát triển", "công nhận dự án khởi nghiệp",
         "đăng ký gian hàng công nghệ", "hỗ trợ phí tư vấn", "thuê không gian làm việc chung", "xét tặng giải thưởng sáng tạo"],
        ["bản kế hoạch kinh doanh", "đơn đề nghị hỗ trợ", "báo giá thiết bị", "cam kết vốn đối ứng", "hồ sơ nhóm khởi nghiệp",
         "báo cáo tài chính", "biên bản dùng thử sản phẩm", "thư giới thiệu của địa phương"],
        ["gặp cố vấn", "thử sản phẩm với khách", "tính giá thành", "kêu gọi góp vốn", "trình bày trước hội đồng", "ký hợp đồng hỗ trợ",
         "báo cáo tiến độ hằng quý"]),
]
