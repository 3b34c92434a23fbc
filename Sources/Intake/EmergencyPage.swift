internal import Domain
internal import Theme

/// The page of last resort, when there is no release or a template fails: it needs neither.
struct EmergencyPage {
    let incident: Incident
    let typed: [URLEncodedForm.Pair]

    var response: IntakeResponse {
        IntakeResponse(
            status: 503, contentType: "text/html; charset=utf-8",
            headers: [IntakeResponse.Header("Retry-After", "120")], text: text)
    }

    private var text: String {
        """
        <!doctype html>
        <html lang="vi">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>Sở chưa nhận được phiếu</title>
        </head>
        <body>
        <main>
        <h1>Sở chưa nhận được phiếu</h1>
        <p>Cổng đang gặp sự cố, số sự cố \(HTML.escape(incident.number)). Đây không phải lỗi của ông, bà.</p>
        <p>Ông, bà đợi vài phút, dùng nút “Quay lại” của trình duyệt rồi gửi lại. \
        Gửi hai lần cũng chỉ thành một phiếu.</p>
        <p>Nếu không muốn đợi, ông, bà gửi thư cho Sở, nộp phiếu tận nơi hoặc gửi bưu điện. \
        Khi hỏi về việc này, xin nêu số sự cố \(HTML.escape(incident.number)).</p>
        \(typedBack)
        </main>
        </body>
        </html>

        """
    }

    private var typedBack: String {
        let hidden = [FormControl.token, FormControl.honeypot, FormControl.edit, FormControl.code]
        let kept = typed.filter { !$0.value.isEmpty && !hidden.contains($0.name) }
        guard !kept.isEmpty else { return "" }
        let rows = kept.map { "<dt>\(HTML.escape($0.name))</dt><dd><pre>\(HTML.escape($0.value))</pre></dd>" }
        return "<h2>Những gì ông, bà đã viết</h2>\n<dl>\n\(rows.joined(separator: "\n"))\n</dl>"
    }
}
